import type { Severity } from "./finding";
import type { Span } from "./span";

/** What a document is; entries and rules declare for which kinds they hold. */
export type DocumentKind = "privacy-policy" | "cookie-policy" | "terms" | "other-policy" | "template" | "not-a-policy";

export const documentKinds: readonly DocumentKind[] = [
  "privacy-policy",
  "cookie-policy",
  "terms",
  "other-policy",
  "template",
  "not-a-policy",
];

/** What a configuration says of one rule. */
export interface RuleSetting {
  /** `undefined`: the severity that the rule itself chooses. */
  readonly severity: Severity | "off" | undefined;
  /** By name; options that are not named keep the rule's default. */
  readonly options: Readonly<Record<string, ConfigValue>>;
}

/** What an option or a fact can be. */
export type ConfigValue = string | boolean | number | readonly string[];

/** What is known about the organisation: a company's name, "no transfers", the countries where its readers are. */
export type FactValue = ConfigValue;

/** Where in which configuration file something stands. */
export interface ConfigPlace {
  /** Absolute, with "/" between its parts. */
  readonly path: string;
  /** Offsets into the decoded text of that file. */
  readonly span: Span;
}

/** Where a duty is met that reading does not see: a quote, a file (with a quote of it or without), or a page. */
export interface Assertion {
  /** Its id. */
  readonly disclosure: string;
  /** Words of the document itself. */
  readonly quote?: string;
  /** Another file that says it, as the configuration names it. */
  readonly file?: string;
  /** What that file says; `undefined`: there is none. */
  readonly fileText?: string | undefined;
  /** A page that says it; nobody looks, so that there is a reason beside it. */
  readonly url?: string;
  readonly reason?: string;
  readonly place?: ConfigPlace;
}

/** Findings that somebody has looked at and does not want to hear of. */
export interface Suppression {
  /** Its id. */
  readonly rule: string;
  /** The words of the heading under which the findings are; everywhere where neither this nor `quote` is there. */
  readonly section?: string;
  /** Words in which the findings are. */
  readonly quote?: string;
  readonly reason: string;
  /** An ISO day: the last on which it holds. */
  readonly until?: string;
  /** Whether it is about this document and no other, so that it is of no use where it matches nothing. */
  readonly onlyHere?: boolean;
  readonly place?: ConfigPlace;
}

/** The resolved configuration of one document: what the resolver in `project/` hands to the engine. */
export interface LintConfig {
  /** `undefined`: decided by reading. */
  readonly kind: DocumentKind | undefined;
  /** Whether the document's own front matter says so. */
  readonly isKindFromFrontMatter?: boolean;
  /** A BCP 47 tag; `undefined`: decided by reading. */
  readonly language: string | undefined;
  /** Pinned regimes by id, or "auto": the core set and what the text itself claims. */
  readonly regimes: "auto" | readonly string[];
  /** By rule id; rules that are not named keep their defaults. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** By the id of the fact; what is not named is not known. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Where each of them stands, for messages; by the id of the fact. */
  readonly factPlaces?: Readonly<Record<string, ConfigPlace>>;
  /** Names of generator variables that stand for a value; the value is its type ("email", "text", …). */
  readonly variables: Readonly<Record<string, string>>;
  readonly evidence: readonly Assertion[];
  /** Those of the configuration; the document's own comments are read by the engine. */
  readonly suppressions: readonly Suppression[];
  /** Fingerprints of the findings that were there before; `undefined`: there is no baseline. */
  readonly baseline: ReadonlySet<string> | undefined;
  /** The document key under which the baseline knows the document, for it may have been renamed; its own where omitted. */
  readonly baselineKey?: string | undefined;
  /** Rules that nothing in the document may silence. */
  readonly locked?: readonly string[];
  /** Whether the document's own comments may silence rules. */
  readonly inlineConfig: boolean;
  /** Whether rules run that are not in the default set yet. */
  readonly preview: boolean;
}

export const defaultConfig: LintConfig = Object.freeze({
  kind: undefined,
  language: undefined,
  regimes: "auto",
  rules: Object.freeze({}),
  facts: Object.freeze({}),
  variables: Object.freeze({}),
  evidence: Object.freeze([]),
  suppressions: Object.freeze([]),
  baseline: undefined,
  inlineConfig: true,
  preview: false,
});
