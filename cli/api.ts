import { defaultConfig } from "../engine/config";
import type { Linter, LintResult } from "../engine/linter";
import { formatOf } from "../project/format";
import type { CoveredDocument, LintedDocument } from "./output";
import { toCoveredDocument, toLintedDocument } from "./reporters/json";
import { catalogueVersion, createShippedLinter } from "./shipped-linter";

export type * from "./output";

export interface LintOptions {
  /** Names the document in the result and in fingerprints, and decides the format; "" where omitted. */
  readonly path?: string;
  /** Omitted: by the extension of `path`, Markdown where that is unknown. */
  readonly format?: "markdown" | "html" | "plaintext";
  /** An ISO day: what is taken for today; the day whose law the catalogue states where omitted. */
  readonly asOf?: string;
  /** Takes the text for a policy, whatever it looks like. */
  readonly assumePolicy?: boolean;
}

/** The findings of one text, as `clauselint lint --format json` prints them; reads no file and no clock. */
export function lint(text: string, options: LintOptions = {}): LintedDocument {
  return toLintedDocument(options.path ?? "", read(text, options));
}

/** What one text says about each disclosure, as `clauselint coverage --format json` prints it; reads no file and no clock. */
export function coverage(text: string, options: LintOptions = {}): CoveredDocument {
  return toCoveredDocument(options.path ?? "", read(text, options).analysis);
}

let linter: Linter | undefined;

function read(text: string, { path = "", format, asOf, assumePolicy }: LintOptions): LintResult {
  linter ??= createShippedLinter();
  return linter.lint({
    text: text.startsWith("\uFEFF") ? text.slice(1) : text,
    format: format ?? (path === "" ? undefined : formatOf(path)) ?? "markdown",
    config: defaultConfig,
    asOf: asOf ?? catalogueVersion,
    documentKey: path,
    assumePolicy: assumePolicy ?? false,
  });
}
