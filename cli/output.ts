// What `--format json` prints and the API returns; `schemas/lint-output.schema.json` and
// `schemas/coverage-output.schema.json` say the same. This file refers to no other, so that it can be shipped as it is.

export type Severity = "error" | "warning" | "information" | "hint";
export type Duty = "required" | "conditional" | "recommended";
export type DisclosureStatus = "met" | "weak" | "missing" | "not-applicable";

/** A place in the decoded text, which is without a leading byte-order mark. */
export interface Position {
  /** From 1; lines end with `\n`, `\r\n` or `\r`. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 0, in UTF-16 units from the start of the text. */
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  /** After the last character. */
  readonly end: Position;
}

/** What a document was taken for. */
export interface DocumentHead {
  /** Relative to the working directory, with "/", where the file lies below it, else absolute. */
  readonly path: string;
  /** A language id, or "und" where it cannot be told. */
  readonly language: string;
  readonly kind: "privacy-policy" | "cookie-policy" | "terms" | "other-policy" | "template" | "not-a-policy";
  readonly kindReason: "configuration" | "assumed" | "front-matter" | "title" | "body" | "file-name" | "none";
  readonly regimes: readonly { readonly id: string; readonly from: "default" | "configuration" | "text" }[];
}

export interface LintedDocument extends DocumentHead {
  /** In the order of their places; empty for what is no policy. */
  readonly findings: readonly FindingOutput[];
}

export interface FindingOutput extends Range {
  readonly ruleId: string;
  readonly messageId: string;
  /** `null` where the finding is about no disclosure. */
  readonly disclosure: string | null;
  readonly scope: "document" | "section" | "span";
  readonly severity: Severity;
  readonly message: string;
  /** Stays the same while the text is edited elsewhere. */
  readonly fingerprint: string;
  readonly state: "new" | "baselined" | "suppressed";
  readonly related: readonly RelatedOutput[];
  readonly references: readonly ReferenceOutput[];
  /** A change of form that may be applied unattended; `null` where there is none. */
  readonly fix: { readonly title: string; readonly edits: readonly EditOutput[] } | null;
  /** Changes that state a fact: for a person to choose and complete. */
  readonly suggestions: readonly SuggestionOutput[];
}

export interface RelatedOutput extends Range {
  readonly message: string;
  readonly path: string;
}

export interface ReferenceOutput {
  readonly label: string;
  readonly url: string | null;
  readonly regime: string | null;
  readonly duty: Duty | null;
}

export interface EditOutput extends Range {
  readonly newText: string;
}

export interface SuggestionOutput {
  readonly title: string;
  readonly edits: readonly EditOutput[];
  /** Whether `newText` has tab stops like `${1:[period]}`, with `$`, `}` and `\` escaped. */
  readonly isSnippet: boolean;
}

export interface CoveredDocument extends DocumentHead {
  /** By id, every one of the catalogue (with `--regime` those that the regimes ask for); empty for what is no policy or in a language without words. */
  readonly disclosures: Readonly<Record<string, DisclosureOutput>>;
}

export interface DisclosureOutput {
  readonly status: DisclosureStatus;
  /** The best way in which the text says it; `null` where it does not. */
  readonly variant: string | null;
  /** Whether an active regime, or the core set, asks for it in this document. */
  readonly demanded: boolean;
  readonly reason: string | null;
  /** Set where the configuration's word for it, and not the reading, makes it met; else `null`. */
  readonly asserted: AssertedOutput | null;
  /** Every regime whose law names it; of those asked for by `--regime` only, where that is given. */
  readonly byRegime: Readonly<Record<string, RegimeOutput>>;
  /** Best first. */
  readonly evidence: readonly EvidenceOutput[];
}

/** The evidence that a configuration names. */
export interface AssertedOutput {
  readonly quote: string | null;
  readonly file: string | null;
  readonly url: string | null;
  readonly reason: string | null;
  /** Where the document has the quoted words; `null` where nothing of the document is quoted. */
  readonly place: Range | null;
}

/** What a regime has to do with a disclosure in one document. */
export interface RegimeOutput {
  readonly status: DisclosureStatus;
  readonly duty: Duty;
  readonly citation: string;
  readonly url: string | null;
  /** Whether the regime holds for the document, and its duty is turned on. */
  readonly active: boolean;
  /** What turns a conditional duty on; `null` where nothing has to. */
  readonly condition: FoundCondition | null;
}

export interface FoundCondition extends Condition {
  /** The first words of the text that turn it on; `null` where none do. */
  readonly place: Range | null;
  /** The fact of the configuration that turns it on; `null` where none does. */
  readonly fact: string | null;
}

export interface EvidenceOutput extends Range {
  readonly path: string;
  /** Exactly the text between `start` and `end`. */
  readonly text: string;
  /** The deciding words. */
  readonly focus: Range;
  readonly values: readonly ValueOutput[];
}

export interface ValueOutput extends Range {
  /** For example "duration", "age" or "email". */
  readonly type: string;
  /** Normalised: a duration as ISO 8601, an age in years. */
  readonly value: string;
  /** `null` where the text does not say what the value is of. */
  readonly of: string | null;
}

/** What stands before the documents. */
export interface OutputHead {
  readonly version: 1;
  /** Version of Clauselint. */
  readonly tool: string;
  /** An ISO day: the day whose law the catalogue states. */
  readonly catalogue: string;
  /** An ISO day: what was taken for today. */
  readonly asOf: string;
}

export interface LintOutput extends OutputHead {
  readonly documents: readonly LintedDocument[];
  /** Of the severities, only findings of the state "new" are counted; `ignored` are documents. */
  readonly summary: {
    readonly documents: number;
    readonly policies: number;
    readonly baselined: number;
    readonly suppressed: number;
    readonly ignored: number;
  } & Readonly<Record<Severity, number>>;
  /** Entries of the baseline that match nothing any more. */
  readonly unmatched: readonly UnmatchedOutput[];
}

/** A finding that the baseline knows and that is there no more. */
export interface UnmatchedOutput {
  readonly path: string;
  readonly ruleId: string;
  readonly fingerprint: string;
}

export interface CoverageOutput extends OutputHead {
  readonly documents: readonly CoveredDocument[];
  readonly summary: { readonly documents: number; readonly policies: number };
}

/** What `clauselint explain <id> --format json` prints. */
export interface ExplainOutput extends Omit<OutputHead, "asOf"> {
  /** As asked for: of a disclosure or of a rule. */
  readonly id: string;
  /** `null` where the id is that of a rule that is about none. */
  readonly disclosure: ExplainedDisclosure | null;
  /** `null` where the id is that of a disclosure. */
  readonly rule: ExplainedRule | null;
}

/** What `clauselint explain --format json` prints: everything that can be explained. */
export interface ExplainListOutput extends Omit<OutputHead, "asOf"> {
  readonly disclosures: readonly { readonly id: string; readonly title: string }[];
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
}

export interface ExplainedDisclosure {
  readonly id: string;
  /** A noun phrase: what a policy says. */
  readonly title: string;
  readonly what: string;
  readonly why: string;
  /** Whether the core set, which is no law, looks for it in every policy. */
  readonly core: boolean;
  /** Document kinds that are expected to say it. */
  readonly kinds: readonly DocumentHead["kind"][];
  /** Best first: the best one that a text contains decides. */
  readonly variants: readonly ExplainedVariant[];
  readonly citations: readonly ExplainedCitation[];
  /** By language. */
  readonly words: Readonly<Record<string, ExplainedWords>>;
  /** Ids of other disclosures. */
  readonly related: readonly string[];
  /** Ids of the rules about it. */
  readonly rules: readonly string[];
  readonly note: string | null;
}

export type Worth = "met" | "weak" | "not-applicable";

export interface ExplainedVariant {
  readonly id: string;
  readonly worth: Worth;
  /** What a text of this variant says. */
  readonly meaning: string;
  readonly lacks: string | null;
  /** Regime → worth there, where it differs. */
  readonly worthByRegime: Readonly<Record<string, Worth>>;
  /** Ways of saying it that are decided each on its own. */
  readonly elements: readonly {
    readonly id: string;
    readonly title: string;
    readonly worthByRegime: Readonly<Record<string, Worth>>;
  }[];
  /** Regime → elements that the text must contain together. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

export interface ExplainedCitation {
  readonly regime: string;
  readonly regimeName: string;
  readonly label: string;
  readonly url: string | null;
  readonly duty: Duty;
  /** What turns a conditional duty on; `null` where nothing has to. */
  readonly condition: Condition | null;
  /** An ISO day: the first on which the duty applies; `null` where it already does. */
  readonly from: string | null;
  /** Whether the provision's own words were read. */
  readonly verified: boolean;
  /** Where they were read. */
  readonly source: string;
  readonly note: string | null;
}

export interface Condition {
  /** The signal's id. */
  readonly signal: string;
  /** A clause: what a text does that turns the duty on. */
  readonly words: string;
}

export interface ExplainedWords {
  /** What the quick fix inserts; `text` has tab stops like `${1:[period]}`. */
  readonly snippet: { readonly heading: string; readonly text: string };
  readonly examples: {
    readonly met: readonly ExampleOutput[];
    readonly weak: readonly ExampleOutput[];
    readonly lookalike: readonly ExampleOutput[];
  };
}

export interface ExampleOutput {
  readonly text: string;
  /** `null` for what only looks like it. */
  readonly variant: string | null;
  /** The heading under which the text stands; `null` where it stands under the title. */
  readonly heading: string | null;
  readonly note: string | null;
}

export interface ExplainedRule {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  readonly status: "stable" | "preview";
  /** The version that brought it. */
  readonly since: string;
  readonly kinds: readonly DocumentHead["kind"][];
  /** Message id → text with `{placeholders}`. */
  readonly messages: Readonly<Record<string, string>>;
  /** Whole documents; « and » stand around the words of a finding. */
  readonly examples: {
    readonly flagged: readonly RuleExampleOutput[];
    readonly passed: readonly RuleExampleOutput[];
  };
}

export interface RuleExampleOutput {
  readonly text: string;
  readonly format: "markdown" | "plaintext" | "html";
  /** Regimes that are pinned; `null` where the text decides. */
  readonly regimes: readonly string[] | null;
}
