import type { ConfigPlace } from "./config";
import type { Span } from "./span";

export type Severity = "error" | "warning" | "information" | "hint";

/** Strongest first; `--fail-on` and sorting rely on this order. */
export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Whether a finding counts: known ones of a baseline and suppressed ones are kept, but fail nothing. */
export type FindingState = "new" | "baselined" | "suppressed";

/** Whether a finding is about the document as a whole, about a section, or about the words in its span. */
export type FindingScope = "document" | "section" | "span";

export type Duty = "required" | "conditional" | "recommended";

/** The replacement of `span` by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A change that keeps every promise of the text as it is and may be applied unattended. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A change that states a fact or needs a choice; a person applies it. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether `newText` is a snippet with tab stops (`${1:[period]}`, with `$`, `}` and `\` escaped). */
  readonly isSnippet: boolean;
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

export interface Reference {
  /** The citation as printed, for example "GDPR Art. 13(2)(a)". */
  readonly label: string;
  /** `undefined` where no stable public address is known. */
  readonly url: string | undefined;
  /** The regime's id; `undefined` for a source that is not a regime. */
  readonly regime: string | undefined;
  readonly duty: Duty | undefined;
}

/** One thing that a rule has to say about a document, with offsets; lines and columns exist only at the rim. */
export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  /** The disclosure that the finding is about; `undefined` where it is about none. */
  readonly disclosure: string | undefined;
  readonly scope: FindingScope;
  readonly severity: Severity;
  /** What the text says or lacks, why it matters, what to do; no full stop at the end. */
  readonly message: string;
  /** The deciding words, never a whole document. */
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  /** Where in the configuration stands what the finding rests on; `undefined` where it rests on the text alone. */
  readonly configPlace: ConfigPlace | undefined;
  readonly references: readonly Reference[];
  readonly fix: Fix | undefined;
  readonly suggestions: readonly Suggestion[];
  /** Stable under edits elsewhere; see `fingerprint.ts`. */
  readonly fingerprint: string;
  readonly state: FindingState;
}

/** What a rule reports; the linter adds severity, message text and fingerprint. */
export interface Report {
  readonly messageId: string;
  /** Values for the `{placeholders}` of the message. */
  readonly data?: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly scope: FindingScope;
  readonly disclosure?: string;
  /** Overrides the rule's default severity, still below a configured one. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly configPlace?: ConfigPlace | undefined;
  readonly references?: readonly Reference[];
  readonly fix?: Fix;
  readonly suggestions?: readonly Suggestion[];
}
