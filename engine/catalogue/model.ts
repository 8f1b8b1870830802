import type { DraftingWords } from "../analysis/drafting-words";
import type { Duty } from "../finding";
import type { PatternIndexData } from "../match/pattern-index";
import type { ValueWordsSource } from "../match/values";
import type { VocabularyData } from "../match/vocabulary";
import type { FactSource, FactWords } from "./fact-model";

/**
 * The catalogue as written in `catalogue/`: the law and the words of each disclosure, the regimes, the vocabulary.
 * The files are checked against `schemas/` by the tests; at run time they are trusted.
 */
export interface CatalogueSource {
  /** An ISO day: the day whose law the catalogue states. */
  readonly version: string;
  readonly regimes: readonly RegimeSource[];
  /** Signal id → what a text does that turns it on, as a clause: "the text says that …". */
  readonly signals: Readonly<Record<string, string>>;
  /** By id, in the order in which they are asked for. */
  readonly facts: Readonly<Record<string, FactSource>>;
  readonly disclosures: readonly DisclosureLaw[];
  readonly languages: readonly LanguageSource[];
}

/** What there is to tell people of the catalogue: the law whole, the words without patterns and vocabulary. */
export interface ExplainedCatalogue extends Omit<CatalogueSource, "languages"> {
  readonly languages: readonly { readonly id: string; readonly disclosures: readonly DisclosureWords[] }[];
}

export interface RegimeSource {
  readonly id: string;
  readonly name: string;
  /** `true` only for our own core set, which is not a law and cites nothing as a duty. */
  readonly isCore?: boolean;
  /** `true` only for the house rules of a pack, which always hold. */
  readonly isPack?: boolean;
  readonly note?: string;
}

/** How much a variant is worth: whether the text says the thing or only speaks of it. */
export type Worth = "met" | "weak" | "not-applicable";

export interface CitationSource {
  readonly regime: string;
  /** As printed, for example "GDPR Art. 13(2)(a)". */
  readonly label: string;
  readonly url?: string;
  readonly duty: Duty;
  /** For a conditional duty: a signal of the language's `signals` that turns it on. */
  readonly when?: string;
  /** An ISO day from which the duty applies; omitted where it already does. */
  readonly from?: string;
  /** Read in the provision's own words; what is not is printed only as far as it is certain. */
  readonly verified: boolean;
  /** Where the wording was read. */
  readonly source: string;
  readonly note?: string;
}

export interface VariantSource {
  readonly id: string;
  readonly worth: Worth;
  /** One sentence: what a text of this variant says. */
  readonly meaning: string;
  /** For a weak variant: what the text lacks, as the second half of a message. */
  readonly lacks?: string;
  readonly worthByRegime?: Readonly<Record<string, Worth>>;
  /** Ways of saying it that some regime tells apart, each decided on its own. */
  readonly elements?: readonly ElementSource[];
  /** Regime id → elements that the text must contain together to be worth anything there. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** Signals that a text of this variant turns on, beside those that the language's words find. */
  readonly turnsOn?: readonly string[];
  /** What the rest of the document has to give for a text of this variant to count in full. */
  readonly onlyWith?: OnlyWithSource;
}

/** A right is said in full only where some part of the text gives a way to use it. */
export interface OnlyWithSource {
  /** The signal that has to be on. */
  readonly signal: string;
  /** The variant of the same law that counts where it is off. */
  readonly otherwise: string;
}

export interface ElementSource {
  readonly id: string;
  /** A noun phrase for messages. */
  readonly title: string;
  readonly worthByRegime?: Readonly<Record<string, Worth>>;
}

/** The law of a disclosure: `catalogue/disclosures/<id>.json`. */
export interface DisclosureLaw {
  readonly id: string;
  /** The pack that it is from; the catalogue's own have none. */
  readonly pack?: string;
  /** A noun phrase for messages, for example "how long personal data is kept". */
  readonly title: string;
  /** What the disclosure is about, without the question, for example "keeping personal data". */
  readonly subject: string;
  readonly what: string;
  readonly why: string;
  /** Best first; the best variant that the text contains decides. */
  readonly variants: readonly VariantSource[];
  readonly citations: readonly CitationSource[];
  /** Whether our core set asks for it. */
  readonly core: boolean;
  /** Whether its absence is an error in the default configuration even where no regime is pinned. */
  readonly coreError: boolean;
  /** Document kinds that are expected to say it. */
  readonly kinds: readonly string[];
  readonly related: readonly string[];
  readonly note?: string;
}

/** A language pack: `catalogue/languages/<lang>/`. */
export interface LanguageSource {
  readonly id: string;
  /** Words so frequent that their share tells the language. */
  readonly functionWords: readonly string[];
  /** Concept groups: concept id → its terms. */
  readonly vocabulary: Readonly<Record<string, ConceptSource>>;
  /** What `buildLanguage` made of the vocabulary, which is then left empty. Made while loading where omitted. */
  readonly builtWords?: VocabularyData;
  /** Likewise, of the patterns of disclosures, claims and kinds. */
  readonly builtIndexes?: {
    readonly statements: PatternIndexData;
    readonly claims: PatternIndexData;
    readonly body: PatternIndexData;
  };
  /** Sentences about somebody else's data or policy, which disclose nothing about this one. */
  readonly outOfScope: readonly NamedPattern[];
  readonly values: ValueWordsSource;
  readonly facts: FactWords;
  readonly disclosures: readonly DisclosureWords[];
  readonly recognition: RecognitionSource;
  readonly drafting: DraftingWords;
}

export interface NamedPattern {
  readonly id: string;
  readonly match: PatternSource;
}

export interface ConceptSource {
  /** Phrases in the term notation: see `engine/match/terms.ts`. */
  readonly terms: readonly string[];
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

/**
 * A pattern expression; the closed set of operators is documented, with examples, in `schemas/disclosure-words.schema.json`.
 * A string names concepts and values, any of which will do: `"retain|store"`, `"@duration|@date"`.
 */
export type PatternSource =
  | string
  | { readonly all: readonly PatternSource[]; readonly within?: number }
  | { readonly any: readonly PatternSource[] }
  | { readonly none: readonly PatternSource[] }
  | { readonly before: readonly PatternSource[]; readonly within?: number; readonly without?: PatternSource }
  | { readonly near: readonly [PatternSource, PatternSource]; readonly within: number }
  | { readonly positive: PatternSource }
  | { readonly negative: PatternSource }
  | { readonly apart: PatternSource; readonly from: PatternSource }
  | { readonly inSection: string }
  | { readonly edge: "opening" | "closing"; readonly words: number }
  | { readonly introduced: PatternSource }
  | { readonly begins: PatternSource; readonly within?: number }
  | { readonly subject: PatternSource; readonly verb: PatternSource }
  | { readonly verb: PatternSource; readonly object: PatternSource }
  | BuiltPattern;

/** What a build makes of a pattern that it has compiled once, so that a run compiles it only where it may match; files have none. */
export interface BuiltPattern {
  readonly built: PatternSource;
}

export interface DisclosurePatternSource {
  /** Names the pattern for the mutation test and for `explain`. */
  readonly id: string;
  readonly variant: string;
  /** One of the variant's elements, where it has any. */
  readonly element?: string;
  readonly match: PatternSource;
  /** Whether a heading says it as well ("Privacy Policy, 1 May 2026"); otherwise a heading announces and says nothing. */
  readonly headings?: boolean;
  /** Concepts or values whose words are underlined, for example `"@duration"`; the words that matched where omitted. */
  readonly focus?: string;
}

/** The words of a disclosure: `catalogue/languages/<lang>/disclosures/<id>.json`. */
export interface DisclosureWords {
  readonly id: string;
  /** How many patterns there are, known before they are read; files have none. */
  readonly patternCount?: number;
  /** Names the section in which the disclosure is expected: phrases in the term notation. */
  readonly headings: readonly string[];
  /** A sentence that matches one of these says nothing about the disclosure, whatever else it matches. */
  readonly exclude?: readonly NamedPattern[];
  readonly patterns: readonly DisclosurePatternSource[];
  readonly snippet: SnippetSource;
  readonly examples: {
    readonly met: readonly ExampleSource[];
    readonly weak: readonly ExampleSource[];
    readonly lookalike: readonly ExampleSource[];
  };
  /** Whole documents for the pages of `missing-<id>` and `weak-<id>`, « » around the finding. */
  readonly rule: {
    /** For `weak-<id>`: `variant` is the message id; `regimes` are pinned, where that has to be told. */
    readonly flagged: readonly {
      readonly text: string;
      readonly variant: string;
      readonly regimes?: readonly string[];
    }[];
    readonly passed: readonly string[];
    /** For a law that only has conditional duties: a document that turns one on without saying the thing, for the page of `missing-<id>`. */
    readonly demanded?: string;
  };
}

export interface SnippetSource {
  /** The heading of a new section, without number or markup. */
  readonly heading: string;
  /** Tab stops `${1:[period, e.g. 30 days]}`: every one that stands for a fact is a bracketed slot. */
  readonly text: string;
  /** Number of a tab stop → the fact of the configuration that fills it, if it is stated. */
  readonly facts?: Readonly<Record<string, string>>;
}

export interface ExampleSource {
  readonly text: string;
  /** The expected variant; `undefined` for a look-alike. */
  readonly variant?: string;
  /** The heading under which the text stands; "Privacy Policy" where omitted. */
  readonly heading?: string;
  readonly note?: string;
}

/** Words by which documents, regimes and conditions are recognised: `catalogue/languages/<lang>/recognition.json`. */
export interface RecognitionSource {
  /** Concepts that only the patterns of this file use. */
  readonly vocabulary: Readonly<Record<string, ConceptSource>>;
  /** Document kind → what a title of that kind contains, in the term notation. */
  readonly titles: Readonly<Record<string, readonly string[]>>;
  /** Document kind → what a title that may be one of that kind contains; the body has to confirm it. */
  readonly weakTitles: Readonly<Record<string, readonly string[]>>;
  /** Titles that look like a policy's and are of another genre ("privacy policy generator", "how to write a privacy policy"). */
  readonly competingTitles: readonly string[];
  /** Words of other genres that also stand in names: with them in its title, a policy needs a policy's body. */
  readonly doubtfulTitles: readonly string[];
  /** Document kind → sentences that the body of such a document contains. */
  readonly body: Readonly<Record<string, readonly NamedPattern[]>>;
  /** Sentences that speak against a policy (instructions to a developer, an audit's findings). */
  readonly againstBody: readonly NamedPattern[];
  /** Regime id → what a text that claims the regime says. */
  readonly regimes: Readonly<Record<string, readonly PatternSource[]>>;
  /** Signal id → patterns that turn a conditional duty on. */
  readonly signals: Readonly<Record<string, readonly PatternSource[]>>;
}
