import type { Analysis } from "./analysis/analysis";
import type { AnalysisCache } from "./analysis/cache";
import type { Catalogue } from "./catalogue/compile";
import type { DocumentKind, LintConfig } from "./config";
import type { DocumentFormat } from "./document/model";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

/** Everything that a lint depends on; the same input always gives the same result. */
export interface LintInput {
  /** The decoded text without a leading byte-order mark. */
  readonly text: string;
  readonly format: DocumentFormat;
  readonly config: LintConfig;
  /** An ISO day: what is "today" for the rules. */
  readonly asOf: string;
  /** Names the document in fingerprints and helps to recognise it: a path relative to the workspace, with "/"; "" where there is none. */
  readonly documentKey: string;
  /** Skips the question whether the document is a policy: it is a privacy policy unless its own title says another kind. */
  readonly assumePolicy?: boolean;
  /** In the editor: the kind that the document had before this edit; it stays until the title changes. */
  readonly previousKind?: DocumentKind;
}

export interface LintResult {
  readonly analysis: Analysis;
  /** In a total order: by place, then severity, rule and message. */
  readonly findings: readonly Finding[];
}

export interface Linter {
  readonly catalogue: Catalogue;
  /** All rules, the families' members included, in the order of their ids. */
  readonly rules: readonly Rule[];
  /** Never throws: a rule that does becomes one `internal-error` finding. */
  lint(input: LintInput, cache?: AnalysisCache): LintResult;
}
