import type { LintResult } from "../../engine/linter";
import type { CoverageOutput, LintOutput } from "../output";
import type { Grounds } from "./grounds";

export type Write = (text: string) => void;
export type LintSummary = LintOutput["summary"];
export type CoverageSummary = CoverageOutput["summary"];

/** Prints results as they come; of one command only the two functions of that name are called, the end once and last. */
export interface Reporter {
  lint(path: string, result: LintResult, grounds: Grounds): void;
  coverage(path: string, result: LintResult): void;
  lintEnd(summary: LintSummary, unmatched: LintOutput["unmatched"]): void;
  coverageEnd(summary: CoverageSummary): void;
}
