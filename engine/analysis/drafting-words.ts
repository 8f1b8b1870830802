/** Words of drafting in a language: `catalogue/languages/<lang>/drafting.json`. What surrounds them is structure, and code. */
export interface DraftingWords {
  /** Nouns for what belongs in a slot ("company", "date"), singular. */
  readonly slotNouns: readonly string[];
  /** Of these, the nouns that need another word beside them to be a slot ("[form]" may be anything, "[order form]" is none). */
  readonly broadNouns: readonly string[];
  /** Words that open a slot or an instruction to whoever fills it in ("your", "insert"). */
  readonly slotStarters: readonly string[];
  /** Words before which the head noun of a phrase stands ("name of …"). */
  readonly headEnders: readonly string[];
  /** Words that open a drafting note, before a colon or "to". */
  readonly noteStarters: readonly string[];
  /** Words of a drafting note that are so plain that it needs no brackets. */
  readonly looseNotes: readonly string[];
  /** Marks of unfinished work; case matters. */
  readonly workMarks: readonly string[];
  /** Phrases for what is still to come; they count in brackets or after a colon only. */
  readonly pending: readonly string[];
  /** Instructions to choose between alternatives. */
  readonly choices: readonly string[];
  /** Conditions ("if applicable") that stay in many a finished policy: slots only beside another one. */
  readonly applicability: readonly string[];
  /** Words that open an alternative in brackets ("[or our app]"). */
  readonly alternatives: readonly string[];
  /** Words that announce an example. */
  readonly exampleMarks: readonly string[];
  /** Further words before a made-up address that is only shown, not given. */
  readonly sampleLeads: readonly string[];
  readonly units: readonly string[];
  /** Words after which a value stands. */
  readonly beforeValue: readonly string[];
  /** Words after which XX is a Roman number. */
  readonly numberedParts: readonly string[];
  /** Words after which a made-up web address is given as a real one. */
  readonly contactLeads: readonly string[];
  readonly dateLabels: readonly string[];
  readonly filler: readonly string[];
  /** What word processors leave in the text. */
  readonly artefacts: readonly string[];
  /** What programs print for a value that is not there; case matters. */
  readonly lostValues: readonly string[];
  readonly commandVerbs: readonly string[];
  readonly articles: readonly string[];
  readonly conjunctions: readonly string[];
  /** What the policy's author is called in a slot ("your"). */
  readonly readersWords: readonly string[];
  /** Words before what a name is asked of ("name of the"). */
  readonly nameLeads: readonly string[];
  readonly nameWords: readonly string[];
  /** Ends of an instruction ("insert your address here"). */
  readonly here: readonly string[];
  /** What "your … name" may be a slot of. */
  readonly slotOwners: readonly string[];
  readonly slotFields: readonly string[];
  /** Single words that are slots as they stand; case matters. */
  readonly bareNames: readonly string[];
  readonly sampleNames: readonly string[];
  readonly companyForms: readonly string[];
  /** Case matters: "city, state, ZIP" in lower case is data that a policy speaks of. */
  readonly sampleAddresses: readonly string[];
  /** What a policy calls its author. */
  readonly selfNames: readonly string[];
  /** Words in parentheses where a link was meant. */
  readonly bareLinks: readonly string[];
  /** What follows an apostrophe within a word ("don't", "we're"). */
  readonly afterApostrophe: readonly string[];
  readonly emptyValues: EmptyValueWords;
  readonly vague: VagueWords;
  readonly references: ReferenceWords;
}

/** Words by which a text refers to other places of it. */
export interface ReferenceWords {
  /** Before the number of a heading ("Section 3"). */
  readonly numbered: readonly string[];
  /** The first is what "&" stands for. */
  readonly and: readonly string[];
  /** Between a number and the law that it is of, and what follows where it is of none ("of this policy"). */
  readonly ofLaw: readonly string[];
  readonly these: readonly string[];
  /** After the numbers of laws only ("et seq"). */
  readonly andFollowing: readonly string[];
  /** What parts of a text are called ("section"). */
  readonly parts: readonly string[];
  /** Words between such a name and the title ("entitled"). */
  readonly titled: readonly string[];
  /** Ends of the words before a title that stands without "section". */
  readonly leads: readonly string[];
  /** Of a sentence that speaks of a screen or of another text. */
  readonly elsewhere: readonly string[];
  /** "of" after a part, and what this document is called after it. */
  readonly ofWords: readonly string[];
  readonly thisDocument: readonly string[];
  /** What another document is called. */
  readonly otherDocuments: readonly string[];
  /** Of a sentence that may have the numbers of a law or a contract. */
  readonly laws: readonly string[];
}

/** Words that leave open what is done, when and with what. */
export interface VagueWords {
  /** Words of which a sentence about the practice of an organisation has one. */
  readonly subjects: readonly string[];
  /** Verbs for what may happen or not ("may"). */
  readonly modals: readonly string[];
  /** Words before a modal verb that make a right or a choice of it ("you may"). */
  readonly readers: readonly string[];
  readonly phrases: readonly string[];
}

export interface EmptyValueWords {
  /** Verbs that want an address. */
  readonly contactVerbs: readonly string[];
  /** Verbs after which "at" may end a sentence ("what you look at"). */
  readonly strandingVerbs: readonly string[];
  /** Nouns that a relative clause may follow ("the address you reach us at"). */
  readonly placeNouns: readonly string[];
  /** Prepositions after which an address comes. */
  readonly addressPrepositions: readonly string[];
  /** Words that no sentence ends with. */
  readonly unstranded: readonly string[];
  readonly objectPronouns: readonly string[];
  readonly relativeWords: readonly string[];
  /** Words with which a relative clause goes on. */
  readonly clauseWords: readonly string[];
  /** Ends of a sentence after which an address has to come. */
  readonly contactTails: readonly string[];
  /** Ends after which a name or a place has to come. */
  readonly nameTails: readonly string[];
  readonly numberTails: readonly string[];
  readonly dateTails: readonly string[];
  /** "us at", before `afterAt`. */
  readonly beforeAfterAt: readonly string[];
  /** What never follows "us at". */
  readonly afterAt: readonly string[];
  /** Nouns whose value stands in parentheses. */
  readonly openNouns: readonly string[];
  readonly openFollowers: readonly string[];
  /** Words before a number with its unit. */
  readonly quantifiers: readonly string[];
  /** What a protected page shows in place of an address. */
  readonly hiddenAddresses: readonly string[];
}
