import type { Assertion, DocumentKind } from "../config";
import type { Duty } from "../finding";
import type { Span } from "../span";

export type DisclosureStatus = "met" | "weak" | "missing" | "not-applicable";

export type ValueType =
  | "duration"
  | "age"
  | "date"
  | "email"
  | "postal-address"
  | "phone"
  | "url"
  | "country"
  | "law"
  | "organisation"
  | "own-name"
  | "placeholder"
  | "variable";

/** A value that a statement gives, for evidence, contradictions and differences. */
export interface FoundValue {
  readonly type: ValueType;
  /** Normalised: durations as ISO 8601 ("P30D"), ages as years, addresses as written. */
  readonly value: string;
  /** Absolute source span. */
  readonly span: Span;
  /** What the value is of, as written near it; `undefined` where the text does not say. */
  readonly of: string | undefined;
}

/** A place where the text says something about a disclosure. */
export interface Evidence {
  /** The sentence: absolute source span; its text is exactly `source.slice(start, end)`. */
  readonly span: Span;
  /** The deciding words within the sentence. */
  readonly focus: Span;
  readonly variant: string;
  /** The way in which it is said, where the law tells several apart. */
  readonly element: string | undefined;
  /** The pattern that matched. */
  readonly pattern: string;
  readonly values: readonly FoundValue[];
  /** Whether the deciding value is an unfilled placeholder, so that the statement can never be `met`. */
  readonly unfilled: boolean;
  /** Block and section that hold the sentence. */
  readonly block: number;
  readonly section: number;
}

export interface RegimeStatus {
  readonly status: DisclosureStatus;
  readonly duty: Duty;
  readonly citation: string;
  readonly url: string | undefined;
  /** The signal on which the duty depends; `undefined` where it depends on none. */
  readonly when: string | undefined;
  /** Whether the regime is active for this document and its duty is turned on. */
  readonly active: boolean;
}

/** What the text says about one disclosure. */
export interface DisclosureFacts {
  readonly id: string;
  /** By default worth. */
  readonly status: DisclosureStatus;
  /** The best variant; `undefined` when missing. */
  readonly variant: string | undefined;
  /** Whether an active regime (or the core set) asks for it in this document. */
  readonly demanded: boolean;
  /** Why the status is as it is where that is not plain (a condition that is not there, an unfilled value). */
  readonly reason: string | undefined;
  /** Set where the configuration's word for it decides; `span` is where the document has the quoted words. */
  readonly asserted?: { readonly assertion: Assertion; readonly span: Span | undefined };
  readonly byRegime: ReadonlyMap<string, RegimeStatus>;
  /** Best first. */
  readonly evidence: readonly Evidence[];
}

export interface ActiveRegime {
  readonly id: string;
  readonly from: "default" | "configuration" | "text";
  /** Where the text claims it; `undefined` unless `from` is "text". */
  readonly span: Span | undefined;
}

/** Why a document was taken for what it is. */
export type KindReason = "configuration" | "assumed" | "front-matter" | "title" | "body" | "file-name" | "none";

export interface Recognition {
  readonly kind: DocumentKind;
  readonly reason: KindReason;
  /** The words that decided; `undefined` where no words did. */
  readonly span: Span | undefined;
  /** A language id, or "und" where it cannot be told. */
  readonly language: string;
}
