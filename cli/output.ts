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
  /** By id, every one of the catalogue; empty for what is no policy or in a language without words. */
  readonly disclosures: Readonly<Record<string, DisclosureOutput>>;
}

export interface DisclosureOutput {
  readonly status: DisclosureStatus;
  /** The best way in which the text says it; `null` where it does not. */
  readonly variant: string | null;
  /** Whether an active regime, or the core set, asks for it in this document. */
  readonly demanded: boolean;
  readonly reason: string | null;
  readonly byRegime: Readonly<
    Record<string, { readonly status: DisclosureStatus; readonly duty: Duty; readonly citation: string }>
  >;
  /** Best first. */
  readonly evidence: readonly EvidenceOutput[];
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
  readonly summary: { readonly documents: number; readonly policies: number } & Readonly<Record<Severity, number>>;
}

export interface CoverageOutput extends OutputHead {
  readonly documents: readonly CoveredDocument[];
  readonly summary: { readonly documents: number; readonly policies: number };
}
