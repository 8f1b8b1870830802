// Measures what reading a text costs with 10, 35 and all entries of the catalogue, in one process that has warmed up.
// The words of the catalogue shrink with its entries, as far as nothing else uses them.
// Usage: node scripts/run.mjs bench-entries   (needs the corpus)
import source from "clauselint:catalogue-with-examples";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCatalogue } from "../engine/catalogue/compile";
import type { CatalogueSource, LanguageSource } from "../engine/catalogue/model";
import { defaultConfig } from "../engine/config";
import { createLinter, type Linter } from "../engine/linter";
import { createRules } from "../rules/index";
import { corpusFolder } from "./gold";

const rounds = 6;

/** The catalogue with its first entries only. */
function withEntries(count: number): CatalogueSource {
  const disclosures = source.disclosures.slice(0, count);
  const ids = new Set(disclosures.map(({ id }) => id));
  return { ...source, disclosures, languages: source.languages.map((language) => withWordsOf(language, ids)) };
}

function withWordsOf(language: LanguageSource, ids: ReadonlySet<string>): LanguageSource {
  const disclosures = language.disclosures.filter(({ id }) => ids.has(id));
  const isOfEntry = (signal: string) =>
    JSON.stringify(source.disclosures.filter(({ id }) => ids.has(id))).includes(`"${signal}"`);
  const signals = Object.fromEntries(Object.entries(language.recognition.signals).filter(([id]) => isOfEntry(id)));
  const recognition = { ...language.recognition, signals };
  const written = JSON.stringify([
    disclosures.map(({ exclude, patterns }) => [exclude, patterns]),
    recognition,
    language.outOfScope,
  ]);
  const used = new Set(written.match(/[\p{L}\p{N}:-]+/gu));
  // What the engine itself asks for by name.
  const own = /^(?:negation|negation-cancelled|clause-break|being|age-.*|not-an-age|country|law|not-a-name|date-.*)$/;
  const vocabulary = Object.fromEntries(
    Object.entries(language.vocabulary).filter(([name]) => used.has(name) || own.test(name)),
  );
  // Headings are asked for by the patterns of other entries too.
  const headings = language.disclosures.filter(({ id }) => !ids.has(id) && used.has(`heading:${id}`));
  const { builtWords: _words, builtIndexes: _indexes, ...unbuilt } = language;
  return {
    ...unbuilt,
    disclosures,
    recognition,
    vocabulary: {
      ...vocabulary,
      ...Object.fromEntries(headings.map(({ id, headings: terms }) => [`heading:${id}`, { terms }])),
    },
  };
}

function createLinterOf(count: number): Linter {
  const catalogue = compileCatalogue(withEntries(count));
  return createLinter({ catalogue, rules: createRules(catalogue) });
}

function secondsOfRound(linter: Linter, texts: readonly string[]): number {
  const before = process.cpuUsage();
  for (const text of texts) {
    linter.lint({
      text,
      format: "markdown",
      config: defaultConfig,
      asOf: source.version,
      documentKey: "",
      assumePolicy: true,
    });
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function main(): void {
  const folder = corpusFolder(process.cwd());
  if (folder === undefined) {
    console.log("bench-entries: skipped, there is no corpus (CLAUSELINT_CORPUS names its folder).");
    return;
  }
  const texts = readdirSync(join(folder, "unlabelled"))
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(folder, "unlabelled", name), "utf8"));
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  for (const count of [10, 35, source.disclosures.length]) {
    const linter = createLinterOf(count);
    const words = [...linter.catalogue.languages.values()].reduce(
      (sum, { vocabulary }) => sum + vocabulary.names.length,
      0,
    );
    const fastest = Math.min(...Array.from({ length: rounds }, () => secondsOfRound(linter, texts)));
    console.log(
      `${count} entries, ${words} concepts: ${(megabytes / fastest).toFixed(2)} MB per CPU second (the fastest of ${rounds} rounds over ${megabytes.toFixed(2)} MB)`,
    );
  }
}

main();
