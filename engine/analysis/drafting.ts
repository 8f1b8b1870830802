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
  /** What "your … name" may be a slot of. */
  readonly slotOwners: readonly string[];
  readonly slotFields: readonly string[];
  /** Single words that are slots as they stand; case matters. */
  readonly bareNames: readonly string[];
  readonly sampleNames: readonly string[];
  readonly companyForms: readonly string[];
  readonly sampleAddresses: readonly string[];
  /** What a policy calls its author. */
  readonly selfNames: readonly string[];
  /** Words in parentheses where a link was meant. */
  readonly bareLinks: readonly string[];
  readonly emptyValues: EmptyValueWords;
}

export interface EmptyValueWords {
  /** Verbs that want an address. */
  readonly contactVerbs: readonly string[];
  /** Nouns that a relative clause may follow ("the address you reach us at"). */
  readonly placeNouns: readonly string[];
  /** Ends of a sentence after which an address has to come. */
  readonly contactTails: readonly string[];
  /** Ends after which a name, a place or a number has to come. */
  readonly nameTails: readonly string[];
  readonly dateTails: readonly string[];
  /** What never follows "contact us at". */
  readonly afterAt: readonly string[];
  /** Nouns whose value stands in parentheses. */
  readonly openNouns: readonly string[];
  readonly openFollowers: readonly string[];
  /** Words before a number with its unit. */
  readonly quantifiers: readonly string[];
  /** What a protected page shows in place of an address. */
  readonly hiddenAddresses: readonly string[];
}

/** The words of a language, ready to search with. */
export interface CompiledDrafting {
  readonly nouns: ReadonlySet<string>;
  readonly broadNouns: ReadonlySet<string>;
  readonly headEnders: ReadonlySet<string>;
  readonly numberedParts: ReadonlySet<string>;
  readonly beforeValue: ReadonlySet<string>;
  readonly contactLeads: ReadonlySet<string>;
  readonly dateLabels: ReadonlySet<string>;
  readonly bareLinks: ReadonlySet<string>;
  /** Tests of the words in brackets. */
  readonly inside: {
    readonly starter: RegExp;
    readonly note: RegExp;
    readonly workMark: RegExp;
    readonly pending: RegExp;
    readonly choice: RegExp;
    readonly applicability: RegExp;
    readonly alternative: RegExp;
    readonly example: RegExp;
  };
  /** Searches of a whole block, all global. */
  readonly search: {
    readonly looseNote: RegExp;
    readonly workMark: RegExp;
    readonly pending: RegExp;
    readonly filler: RegExp;
    readonly artefact: RegExp;
    readonly lostValue: RegExp;
    readonly letterForNumber: RegExp;
    readonly command: RegExp;
    readonly capitalCommand: RegExp;
    readonly yourName: RegExp;
    readonly bareName: RegExp;
    readonly nameInParentheses: RegExp;
    readonly sampleName: RegExp;
    readonly sampleAddress: RegExp;
  };
  /** A unit right after a slot. */
  readonly unitAfter: RegExp;
  /** Whether the words right before an address only show what such an address looks like. */
  readonly showsExample: RegExp;
  readonly empty: {
    readonly contactVerb: RegExp;
    readonly relative: RegExp;
    readonly tail: RegExp;
    readonly nameTail: RegExp;
    readonly afterAt: RegExp;
    readonly open: RegExp;
    readonly noNumber: RegExp;
    readonly hidden: RegExp;
  };
}

export function compileDrafting(words: DraftingWords): CompiledDrafting {
  const { emptyValues } = words;
  const units = either(words.units);
  const owners = either(words.slotOwners);
  const fields = either(words.slotFields);
  const forms = either(words.companyForms);
  const samples = either(words.sampleNames);
  const verbs = either(words.commandVerbs);
  const capitalVerbs = either(words.commandVerbs.map((verb) => verb.toUpperCase()));
  return {
    nouns: lowerSet(words.slotNouns),
    broadNouns: lowerSet(words.broadNouns),
    headEnders: lowerSet(words.headEnders),
    numberedParts: lowerSet(words.numberedParts),
    beforeValue: lowerSet(words.beforeValue),
    contactLeads: lowerSet(words.contactLeads),
    dateLabels: lowerSet(words.dateLabels),
    bareLinks: lowerSet(words.bareLinks),
    inside: {
      starter: new RegExp(`^${either(words.slotStarters)}(?![\\p{L}'’-])`, "iu"),
      note: new RegExp(`^${either(words.noteStarters)}(?:\\s?:|\\s[–—-]\\s|\\sto\\s|$)`, "iu"),
      workMark: new RegExp(`(?<![\\p{L}\\d_])${either(words.workMarks)}(?![\\p{L}\\d_])`, "u"),
      pending: new RegExp(`(?<![\\p{L}])${either(words.pending)}(?![\\p{L}])`, "iu"),
      choice: new RegExp(`^${either(words.choices)}(?![\\p{L}])|\\s${either(words.choices)}$`, "iu"),
      applicability: new RegExp(`^${either(words.applicability)}$`, "iu"),
      alternative: new RegExp(`^${either(words.alternatives)}\\s+\\p{L}+`, "iu"),
      example: new RegExp(`(?<![\\p{L}])${either(words.exampleMarks)}(?![\\p{L}])`, "iu"),
    },
    search: {
      looseNote: new RegExp(`(?<![\\p{L}])${either(words.looseNotes)}\\s?:`, "giu"),
      workMark: new RegExp(`(?<![\\p{L}\\d_$/.-])${either(words.workMarks)}(?![\\p{L}\\d_/-])`, "gu"),
      pending: new RegExp(`(?<=[:(]\\s?|^\\s{0,4})${either(words.pending)}(?=\\s*(?:[).;]|$))`, "giu"),
      filler: new RegExp(`(?<![\\p{L}])${either(words.filler)}(?![\\p{L}])`, "giu"),
      artefact: new RegExp(`${either(words.artefacts)}\\.?`, "giu"),
      lostValue: new RegExp(
        `(?<=(?:^|\\s)${either([...words.beforeValue, "us at"])}\\s|[:©(]\\s?)${either(words.lostValues)}(?=\\s*(?:[.,;:)]|$))`,
        "gu",
      ),
      letterForNumber: new RegExp(`(?<=(?:^|\\s)${either(words.beforeValue)}\\s)X(?=[\\s-]${units}(?![\\p{L}]))`, "gu"),
      command: new RegExp(
        `(?<=^|[.:;!?(]\\s)${verbs}\\s(?:your|the|this|a|any|all|company|business)\\s[^.!?:;()]{1,60}?\\shere(?![\\p{L}])`,
        "giu",
      ),
      capitalCommand: new RegExp(
        `(?<=^|[.:;!?(,\\p{Ll}]\\s?)${capitalVerbs}(?:\\s[\\p{Lu}/]{2,30}){1,6}(?![\\p{Ll}])`,
        "gu",
      ),
      yourName: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:Y(?:our|OUR)\\s?(?:${titleOrCapital(words.slotOwners)})(?:\\s?/?\\s?(?:${titleOrCapital([...words.slotOwners, ...words.slotFields])})){1,2}|YOUR\\s?(?:${words.slotOwners.map((owner) => literal(owner.toUpperCase())).join("|")})|Your(?:${words.slotOwners.map(capitalised).join("|")}))(?![\\p{L}\\p{N}@.-])`,
        "gu",
      ),
      bareName: new RegExp(`(?<![\\p{L}\\p{N}._/-])${either(words.bareNames)}(?![\\p{L}\\p{N}_/-])`, "gu"),
      nameInParentheses: new RegExp(
        `\\(\\s?(?:${verbs}\\s[^()]{1,60}|(?:the\\s)?name\\sof\\s(?:the\\s|your\\s)?${owners}|your\\s${owners}(?:\\s${fields})?|(?<=(?:\\bwe|\\bus|\\bby|\\bat|\\bof|,)\\s\\(\\s?)${owners}\\sname)\\s?\\)`,
        "giu",
      ),
      sampleName: new RegExp(
        `(?<![\\p{L}])${samples},?\\s${forms},?(?=\\s?\\(\\s?["“']?${either(words.selfNames)}["”',])`,
        "giu",
      ),
      sampleAddress: new RegExp(`(?<![\\p{L}\\d])${either(words.sampleAddresses)}(?![\\p{L}\\d])`, "giu"),
    },
    unitAfter: new RegExp(`^[\\s-]?(?:\\(\\s?\\w{1,10}\\s?\\)\\s)?${units}(?![\\p{L}])`, "iu"),
    showsExample: new RegExp(
      `(?<![\\p{L}])${either([...words.exampleMarks, ...words.sampleLeads])}(?![\\p{L}])[^.!?]{0,60}$`,
      "iu",
    ),
    empty: {
      contactVerb: new RegExp(`(?<![\\p{L}])${either(emptyValues.contactVerbs)}(?![\\p{L}])`, "giu"),
      relative: new RegExp(
        `(?<![\\p{L}])${either(emptyValues.placeNouns)}\\s(?:that\\s|which\\s|where\\s)?(?:you|we|they|it|is|are|was|were|can|may)(?:\\s\\p{L}{1,12}){0,4}$`,
        "iu",
      ),
      tail: new RegExp(`(?<![\\p{L}])${either([...emptyValues.contactTails, ...emptyValues.dateTails])}$`, "iu"),
      nameTail: new RegExp(`(?<![\\p{L}])${either([...emptyValues.nameTails, ...emptyValues.dateTails])}$`, "iu"),
      afterAt: new RegExp(`(?<![\\p{L}])us\\sat\\s${either(emptyValues.afterAt)}(?![\\p{L}])`, "giu"),
      open: new RegExp(
        `(?<![\\p{L}])${either(emptyValues.openNouns)}\\s?\\((?:\\s?(?=[,;])|\\s${either(emptyValues.openFollowers)}(?![\\p{L}]))`,
        "giu",
      ),
      noNumber: new RegExp(`(?<![\\p{L}])${either(emptyValues.quantifiers)}\\s${units}(?![\\p{L}])`, "giu"),
      hidden: new RegExp(either(emptyValues.hiddenAddresses), "giu"),
    },
  };
}

function lowerSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

/** An alternation of phrases, the longest first; a space in a phrase is any white space. */
function either(phrases: readonly string[]): string {
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(literal).join("|")})`;
}

function literal(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/ /g, "\\s{1,3}");
}

function capitalised(word: string): string {
  return literal(`${word.charAt(0).toUpperCase()}${word.slice(1)}`);
}

function titleOrCapital(words: readonly string[]): string {
  return words.flatMap((word) => [capitalised(word), literal(word.toUpperCase())]).join("|");
}
