// Decides documents and prints what was decided. It is copied into the tree of an older revision and bundled there, so it
// uses only what has long been there. Input: [{ file, format, text }]; output: file → disclosure → status and variant.
import { readFileSync } from "node:fs";
import { defaultConfig } from "../engine/config";
import type { DocumentFormat } from "../engine/document/model";
import { createShippedLinter } from "../server/shipped-linter";

interface Input {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly text: string;
}

const linter = createShippedLinter();
const output: Record<string, Record<string, string>> = {};
for (const { file, format, text } of JSON.parse(readFileSync(0, "utf8")) as readonly Input[]) {
  const { analysis } = linter.lint({
    text,
    format,
    config: defaultConfig,
    asOf: linter.catalogue.version,
    documentKey: file,
    assumePolicy: true,
  });
  output[file] = Object.fromEntries(
    [...analysis.disclosures].map(([id, { status, variant }]) => [id, [status, variant].filter(Boolean).join(" ")]),
  );
}
process.stdout.write(JSON.stringify(output));
