import { lazily } from "../lazily";
import type { DraftingWords } from "./drafting-words";
import {
  anyCase,
  either,
  letters,
  lowerSet,
  noLetterAfter,
  noLetterBefore,
  type PhraseSearch,
  sameCase,
} from "./phrases";
import { type CompiledReferences, compileReferences } from "./reference-words";

/** The words of a language, ready to search with. */
export interface CompiledDrafting {
  readonly nouns: ReadonlySet<string>;
  readonly broadNouns: ReadonlySet<string>;
  readonly headEnders: ReadonlySet<string>;
  readonly numberedParts: ReadonlySet<string>;
  readonly beforeValue: ReadonlySet<string>;
  /** An article at the start. */
  readonly article: RegExp;
  /** Where a list of names is split. */
  readonly separator: RegExp;
  readonly contactLeads: ReadonlySet<string>;
  readonly dateLabels: ReadonlySet<string>;
  readonly bareLinks: ReadonlySet<string>;
  readonly afterApostrophe: ReadonlySet<string>;
  /** Tests of the words between delimiters. */
  readonly inside: {
    readonly starter: RegExp;
    readonly note: RegExp;
    readonly workMark: RegExp;
    readonly pending: RegExp;
    readonly choice: RegExp;
    readonly applicability: RegExp;
    readonly alternative: RegExp;
    readonly example: RegExp;
    /** "(insert …)", "(name of the company)", "(your company)". */
    readonly slotInParentheses: RegExp;
    /** "(company name)", which needs a place where a name stands. */
    readonly nameInParentheses: RegExp;
  };
  /** The first words of what `slotInParentheses` and the last ones of what `nameInParentheses` matches, for a first look. */
  readonly parenthesisStarts: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  /** The end of the words before "(company name)". */
  readonly beforeName: RegExp;
  /** A unit right after a slot. */
  readonly unitAfter: RegExp;
  /** Whether the words right before an address only show what such an address looks like. */
  readonly showsExample: RegExp;
  readonly looseNote: PhraseSearch;
  readonly workMark: PhraseSearch;
  readonly pending: PhraseSearch;
  readonly filler: PhraseSearch;
  readonly artefact: PhraseSearch;
  readonly lostValue: PhraseSearch;
  /** "Your" or "YOUR", before what may be a slot's name. */
  readonly readersWord: PhraseSearch;
  readonly owners: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly bareName: PhraseSearch;
  readonly sampleName: PhraseSearch;
  readonly sampleAddress: PhraseSearch;
  /** These begin with words that are frequent; they have conditions of their own. */
  readonly letterForNumber: PhraseSearch;
  readonly command: PhraseSearch;
  readonly endOfCommand: RegExp;
  readonly capitalCommand: PhraseSearch;
  readonly empty: CompiledEmptyValues;
  readonly vague: CompiledVagueWords;
  readonly references: CompiledReferences;
}

/** Expressions over the prose of a sentence. */
export interface CompiledVagueWords {
  readonly subject: RegExp;
  /** What is vague, global; a modal verb is the group `modal`. */
  readonly word: RegExp;
  /** The end of the words before a modal verb that make it a right or a choice. */
  readonly reader: RegExp;
}

/** Where nothing else is said, an expression is for the end or the start of a short piece of text. */
export interface CompiledEmptyValues {
  readonly contactVerb: RegExp;
  readonly relative: RegExp;
  readonly stranding: RegExp;
  /** The last words of all tails, for a first look. */
  readonly lastWords: ReadonlySet<string>;
  readonly addressPreposition: RegExp;
  readonly contactTail: RegExp;
  readonly nameTail: RegExp;
  readonly numberTail: RegExp;
  readonly dateTail: RegExp;
  /** Ends with a word that no sentence ends with. */
  readonly unstranded: RegExp;
  /** Ends of which one word more is needed to understand them ("emailing us at"). */
  readonly longTail: RegExp;
  /** Ends with a word before which a stop hardly ever ends a sentence. */
  readonly suspectEnd: RegExp;
  /** The last letters of such words. */
  readonly suspectLetters: string;
  readonly openNoun: RegExp;
  readonly openFollower: RegExp;
  readonly afterAt: PhraseSearch;
  readonly noNumber: PhraseSearch;
  readonly hidden: PhraseSearch;
}

/** Concepts of the vocabulary that say whether a block has any of the phrases by which placeholders and lost values are found. */
export const draftingConcept = { placeholder: "drafting:placeholder", lostValue: "drafting:lost-value" } as const;

/** The terms of these concepts, which may stand in a text without any such phrase, but not the other way round. */
export function draftingConcepts(words: DraftingWords): Record<string, { readonly terms: readonly string[] }> {
  const { emptyValues: lost } = words;
  const pairs = (first: readonly string[], second: readonly string[]) =>
    first.flatMap((before) => second.map((after) => `${before} ${after}`));
  const placeholders = [
    ...words.looseNotes,
    ...words.workMarks,
    ...words.pending,
    ...words.filler,
    ...words.artefacts,
    ...words.lostValues,
    ...words.bareNames,
    ...words.sampleAddresses,
    ...pairs(words.sampleNames, words.companyForms),
    ...pairs(words.readersWords, words.slotOwners),
  ];
  const lostValues = [
    ...pairs(lost.beforeAfterAt, lost.afterAt),
    ...pairs(lost.quantifiers, words.units),
    ...lost.hiddenAddresses,
  ];
  return {
    [draftingConcept.placeholder]: { terms: placeholders.map(asTerm) },
    [draftingConcept.lostValue]: { terms: lostValues.map(asTerm) },
  };
}

/** The longest part of a phrase that is words only: no mark stands between them, and no sentence ends. */
function asTerm(phrase: string): string {
  const parts = phrase.split(/[^\p{L}'’ \u00a0-]+/u).map((part) => part.replace(/[\s-]+/g, " ").trim());
  return parts.reduce((best, part) => (part.length > best.length ? part : best), "").replaceAll("’", "'");
}

export function compileDrafting(words: DraftingWords): CompiledDrafting {
  const part = lazily({
    units: () => either(words.units),
    owners: () => either(words.slotOwners),
    verbs: () => either(words.commandVerbs),
    before: () => either(words.beforeValue),
  });
  const phrase = (phrases: readonly string[]) =>
    anyCase(phrases, `${noLetterBefore}${either(phrases)}${noLetterAfter}`);
  return lazily<CompiledDrafting>({
    nouns: () => lowerSet(words.slotNouns),
    broadNouns: () => lowerSet(words.broadNouns),
    headEnders: () => lowerSet(words.headEnders),
    numberedParts: () => lowerSet(words.numberedParts),
    beforeValue: () => lowerSet(words.beforeValue),
    article: () => new RegExp(`^${either(words.articles)}\\s`, "i"),
    separator: () => new RegExp(`[,/|:;]|\\s${either(words.conjunctions)}\\s`),
    contactLeads: () => lowerSet(words.contactLeads),
    dateLabels: () => lowerSet(words.dateLabels),
    bareLinks: () => lowerSet(words.bareLinks),
    afterApostrophe: () => lowerSet(words.afterApostrophe),
    inside: () =>
      lazily<CompiledDrafting["inside"]>({
        starter: () => new RegExp(`^${either(words.slotStarters)}(?![${letters}'’-])`, "i"),
        note: () => new RegExp(`^${either(words.noteStarters)}(?:\\s?:|\\s[–—-]\\s|\\sto\\s|$)`, "i"),
        workMark: () => new RegExp(`(?<![${letters}\\d_])${either(words.workMarks)}(?![${letters}\\d_])`),
        pending: () => new RegExp(`${noLetterBefore}${either(words.pending)}${noLetterAfter}`, "i"),
        choice: () => new RegExp(`^${either(words.choices)}${noLetterAfter}|\\s${either(words.choices)}$`, "i"),
        applicability: () => new RegExp(`^${either(words.applicability)}$`, "i"),
        alternative: () => new RegExp(`^${either(words.alternatives)}\\s+[${letters}]`, "i"),
        example: () => new RegExp(`${noLetterBefore}${either(words.exampleMarks)}${noLetterAfter}`, "i"),
        slotInParentheses: () =>
          new RegExp(
            `^(?:${part.verbs}\\s.+|${either(words.nameLeads)}\\s${part.owners}|${either(words.readersWords)}\\s${part.owners}(?:\\s${either(words.slotFields)})?)$`,
            "i",
          ),
        nameInParentheses: () => new RegExp(`^${part.owners}\\s${either(words.nameWords)}$`, "i"),
      }),
    parenthesisStarts: () =>
      lowerSet(
        [...words.commandVerbs, ...words.nameLeads, ...words.readersWords].map(
          (phrase) => phrase.split(" ")[0] as string,
        ),
      ),
    nameWords: () => lowerSet(words.nameWords),
    beforeName: () => new RegExp(`(?:,|(?:^|\\s)${either([...words.selfNames, ...words.contactLeads])})\\s$`, "i"),
    unitAfter: () => new RegExp(`^[\\s-]?(?:\\(\\s?\\w{1,10}\\s?\\)\\s)?${part.units}${noLetterAfter}`, "i"),
    showsExample: () =>
      new RegExp(
        `${noLetterBefore}${either([...words.exampleMarks, ...words.sampleLeads])}${noLetterAfter}[^.!?]{0,60}$`,
        "i",
      ),
    looseNote: () => anyCase(words.looseNotes, `${noLetterBefore}${either(words.looseNotes)}\\s?:`),
    workMark: () =>
      sameCase(words.workMarks, `(?<![${letters}\\d_$/.-])${either(words.workMarks)}(?![${letters}\\d_/-])`),
    pending: () => phrase(words.pending),
    filler: () => phrase(words.filler),
    artefact: () => anyCase(words.artefacts, `${either(words.artefacts)}\\.?`),
    lostValue: () =>
      sameCase(
        words.lostValues,
        `(?<=(?:^|\\s)${part.before}\\s|[:©(]\\s?)${either(words.lostValues)}(?=\\s?(?:[.,;:)]|$))`,
      ),
    letterForNumber: () =>
      sameCase(["X ", "X-"], `(?<=(?:^|\\s)${part.before}\\s)X(?=[\\s-]${part.units}${noLetterAfter})`),
    command: () =>
      anyCase(
        words.commandVerbs.map((verb) => `${verb} `),
        `(?<=^|[.:;!?(]\\s)${part.verbs}\\s${either([...words.articles, ...words.slotOwners])}\\s`,
      ),
    endOfCommand: () => new RegExp(`^[^.!?:;()]*?\\s${either(words.here)}(?=\\s?[.,;:)!]|$)`, "i"),
    capitalCommand: () =>
      sameCase(
        words.commandVerbs.map(upper),
        `(?<=^|[.:;!?(,a-zß-ÿ]\\s?)${either(words.commandVerbs.map(upper))}(?:\\s[A-Z/]{2,30}){1,6}(?![a-zß-ÿ])`,
      ),
    readersWord: () =>
      sameCase(
        words.readersWords.flatMap((word) => [capitalised(word), upper(word)]),
        `(?<![${letters}\\d])${either(words.readersWords.flatMap((word) => [capitalised(word), upper(word)]))}`,
      ),
    owners: () => lowerSet(words.slotOwners),
    fields: () => lowerSet(words.slotFields),
    bareName: () =>
      sameCase(words.bareNames, `(?<![${letters}\\d._/-])${either(words.bareNames)}(?![${letters}\\d_/-])`),
    sampleName: () =>
      anyCase(
        words.sampleNames,
        `${noLetterBefore}${either(words.sampleNames)},?\\s${either(words.companyForms)},?(?=\\s?\\(\\s?["“']?${either(words.selfNames)}["”',])`,
      ),
    sampleAddress: () =>
      sameCase(words.sampleAddresses, `(?<![${letters}\\d])${either(words.sampleAddresses)}(?![${letters}\\d])`),
    empty: () => compileEmptyValues(words),
    vague: () => compileVagueWords(words),
    references: () => compileReferences(words),
  });
}

function compileVagueWords({ vague }: DraftingWords): CompiledVagueWords {
  const word = `(?<modal>${either(vague.modals)})|${either(vague.phrases)}`;
  return {
    subject: new RegExp(`${noLetterBefore}${either(vague.subjects)}${noLetterAfter}`, "i"),
    word: new RegExp(`${noLetterBefore}(?:${word})${noLetterAfter}`, "gi"),
    // One word may stand between the two ("you also may").
    reader: new RegExp(`${noLetterBefore}${either(vague.readers)}(?:\\s[${letters}]{1,12})?\\s$`, "i"),
  };
}

function compileEmptyValues({ emptyValues: words, units }: DraftingWords): CompiledEmptyValues {
  const { contactTails, nameTails, numberTails, dateTails, addressPrepositions, unstranded } = words;
  const tails = [...contactTails, ...nameTails, ...numberTails, ...dateTails, ...addressPrepositions];
  const ending = (phrases: readonly string[]) => new RegExp(`${noLetterBefore}${either(phrases)}$`, "i");
  return lazily<CompiledEmptyValues>({
    contactVerb: () => new RegExp(`${noLetterBefore}${either(words.contactVerbs)}${noLetterAfter}`, "i"),
    relative: () =>
      new RegExp(
        `${noLetterBefore}${either(words.placeNouns)}\\s(?:${either(words.relativeWords)}\\s)?${either(words.clauseWords)}(?:\\s[${letters}]{1,12}){0,4}$`,
        "i",
      ),
    stranding: () => ending(words.strandingVerbs.flatMap((verb) => addressPrepositions.map((at) => `${verb} ${at}`))),
    lastWords: () => lowerSet(tails.map((tail) => tail.slice(tail.lastIndexOf(" ") + 1))),
    addressPreposition: () => ending(addressPrepositions),
    contactTail: () => ending(contactTails),
    nameTail: () => ending(nameTails),
    numberTail: () => ending(numberTails),
    dateTail: () => ending(dateTails),
    unstranded: () => ending(unstranded),
    longTail: () => new RegExp(` ${either([...words.objectPronouns, ...unstranded])} [^ ]+$`, "i"),
    suspectEnd: () => new RegExp(`\\b${either([...addressPrepositions, ...unstranded])}$`, "i"),
    suspectLetters: () => [...addressPrepositions, ...unstranded].map((word) => word.slice(-1)).join(""),
    openNoun: () => ending(words.openNouns.flatMap((noun) => [noun, `${noun} `])),
    openFollower: () => new RegExp(`^(?:\\s?[,;]|\\s${either(words.openFollowers)}${noLetterAfter})`, "i"),
    afterAt: () =>
      anyCase(
        words.beforeAfterAt,
        `${noLetterBefore}${either(words.beforeAfterAt)}(?=\\s${either(words.afterAt)}${noLetterAfter})`,
      ),
    noNumber: () =>
      anyCase(words.quantifiers, `${noLetterBefore}${either(words.quantifiers)}\\s${either(units)}${noLetterAfter}`),
    hidden: () => anyCase(words.hiddenAddresses, either(words.hiddenAddresses)),
  });
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function upper(word: string): string {
  return word.toUpperCase();
}
