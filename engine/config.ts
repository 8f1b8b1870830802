import type { Severity } from "./finding";

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

/** The resolved configuration of one document: what the resolver in `project/` hands to the engine. */
export interface LintConfig {
  /** `undefined`: decided by reading. */
  readonly kind: DocumentKind | undefined;
  /** A BCP 47 tag; `undefined`: decided by reading. */
  readonly language: string | undefined;
  /** Pinned regimes by id, or "auto": the core set and what the text itself claims. */
  readonly regimes: "auto" | readonly string[];
  /** Severity by rule id, "off" silences the rule; rules that are not named keep their default. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Names of generator variables that stand for a value; the value is its type ("email", "text", …). */
  readonly variables: Readonly<Record<string, string>>;
}

export const defaultConfig: LintConfig = Object.freeze({
  kind: undefined,
  language: undefined,
  regimes: "auto",
  rules: Object.freeze({}),
  variables: Object.freeze({}),
});
