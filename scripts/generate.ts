// Writes the pages of rules, disclosures and patterns, their index, the tables in the README, and the schemas of configurations and packs
// from the rules and the catalogue.
// Usage: npm run generate [-- --check]   With --check nothing is written; a file that is out of date is an error.

import source from "clauselint:catalogue-with-examples";
import presets from "clauselint:presets";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileCatalogue } from "../engine/catalogue/compile";
import { knowledgeOf } from "../project/knowledge";
import { createRules } from "../rules/index";
import { configSchema } from "./config-schema";
import { factPage } from "./fact-page";
import { replaceBetween } from "./markdown";
import { packSchema, type Schemas } from "./pack-schema";
import { disclosurePage, indexPage, type PageInput, rulePage, shortDisclosureTable, shortRuleTable } from "./pages";
import { type PatternSchema, patternPage } from "./pattern-page";

const generatedFolders = ["docs/rules", "docs/disclosures"];

interface VocabularySchema {
  readonly additionalProperties: { readonly properties: { readonly terms: { readonly description: string } } };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(process.cwd(), path), "utf8"));
}

/** Every generated file: path relative to the project → content. */
function generate(readme: string): Map<string, string> {
  const catalogue = compileCatalogue(source);
  const rules = [...createRules(catalogue)].sort((a, b) => (a.id < b.id ? -1 : 1));
  const input: PageInput = { catalogue, rules };
  const files = new Map<string, string>();
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, rulePage(input, rule));
  for (const law of catalogue.disclosures.values()) {
    files.set(`docs/disclosures/${law.id}.md`, disclosurePage(input, law));
  }
  const words = readJson("schemas/disclosure-words.schema.json") as PatternSchema;
  const terms = readJson("schemas/vocabulary.schema.json") as VocabularySchema;
  files.set("docs/patterns.md", patternPage(words, terms.additionalProperties.properties.terms.description));
  files.set("docs/facts.md", factPage(catalogue));
  files.set("docs/README.md", indexPage(input));
  const schema = configSchema({
    knowledge: knowledgeOf({ rules, catalogue }),
    summaries: new Map(rules.map(({ id, summary }) => [id, summary])),
    regimeNames: new Map([...catalogue.regimes].map(([id, { name }]) => [id, name])),
    titles: new Map([...catalogue.disclosures].map(([id, { title }]) => [id, title])),
    presets: new Map(Object.entries(presets).map(([name, preset]) => [name, descriptionOf(preset)])),
  });
  files.set("schemas/clauselint-config.schema.json", `${JSON.stringify(schema, null, 2)}\n`);
  const schemas = Object.fromEntries(
    ["pack", "disclosure-law", "disclosure-words"].map((name) => {
      const file = `${name}.schema.json`;
      return [file, readJson(`schemas/${file}`)];
    }),
  ) as Schemas;
  files.set("schemas/clauselint-pack.schema.json", `${JSON.stringify(packSchema(schemas, source), null, 2)}\n`);
  const tables = { rules: shortRuleTable(input), disclosures: shortDisclosureTable(input) };
  files.set(
    "README.md",
    Object.entries(tables).reduce((text, [name, table]) => replaceBetween(text, "README.md", name, table), readme),
  );
  return files;
}

function descriptionOf(preset: unknown): string {
  const isDescribed = typeof preset === "object" && preset !== null && "description" in preset;
  return isDescribed ? String(preset.description) : "";
}

function main(): void {
  const root = process.cwd();
  const isCheck = process.argv.includes("--check");
  const files = generate(readFileSync(join(root, "README.md"), "utf8"));
  const stale = generatedFolders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .map((name) => `${folder}/${name}`)
          .filter((path) => !files.has(path))
      : [],
  );
  const changed = [...files].filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text,
  );
  if (isCheck) {
    for (const path of [...stale, ...changed.map(([path]) => path)]) console.error(`${path} is out of date`);
    if (stale.length + changed.length > 0) {
      console.error("Run `npm run generate` and commit what it writes.");
      process.exitCode = 1;
    }
  } else {
    for (const path of stale) rmSync(join(root, path));
    for (const [path, text] of changed) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  console.log(`generate: ${files.size} files, ${changed.length + stale.length} ${isCheck ? "out of date" : "written"}`);
}

main();
