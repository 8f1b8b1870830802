import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";
import type { RecognitionSource } from "../../engine/catalogue/model";

const root = process.cwd();

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
for (const keyword of ["x-examples", "x-vocabulary"]) ajv.addKeyword(keyword);
for (const path of filesIn("schemas").filter((name) => !/config|report/.test(name))) {
  ajv.addSchema(readJson(path) as object, basename(path));
}

const languages = readdirSync(join(root, "catalogue", "languages")).map((id) => `catalogue/languages/${id}`);
const schemaOfFolder: Record<string, string[]> = {
  "disclosure-law.schema.json": ["catalogue/disclosures"],
  "disclosure-words.schema.json": languages.map((folder) => `${folder}/disclosures`),
  "vocabulary.schema.json": languages.map((folder) => `${folder}/vocabulary`),
};

const schemaOfFile: Record<string, string[]> = {
  "regimes.schema.json": ["catalogue/regimes.json"],
  "signals.schema.json": ["catalogue/signals.json"],
  "facts.schema.json": ["catalogue/facts.json"],
  "fact-words.schema.json": languages.map((folder) => `${folder}/fact-words.json`),
  "recognition.schema.json": languages.map((folder) => `${folder}/recognition.json`),
  "language.schema.json": languages.map((folder) => `${folder}/language.json`),
  "drafting.schema.json": languages.map((folder) => `${folder}/drafting.json`),
  "out-of-scope.schema.json": languages.map((folder) => `${folder}/out-of-scope.json`),
};
const pathsBySchema = [
  ...Object.entries(schemaOfFolder).map(([schema, folders]) => [schema, folders.flatMap(filesIn)] as const),
  ...Object.entries(schemaOfFile),
];

for (const [schema, paths] of pathsBySchema) {
  for (const path of paths) {
    test(`${path} is as ${schema} says`, () => {
      const validate = ajv.getSchema(schema);
      assert.ok(validate);
      validate(readJson(path));
      assert.deepEqual(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [], []);
    });
  }
}

test("packs are as pack.schema.json says", () => {
  const written = ajv.getSchema("pack.schema.json");
  assert.ok(written);
  // What editors get is one file.
  const inEditors = new Ajv({ strict: false }).compile(readJson("schemas/clauselint-pack.schema.json") as object);
  const example = readFileSync(join(root, "examples", "house-rules.clauselint-pack.yaml"), "utf8");
  const page = readFileSync(join(root, "docs", "packs.md"), "utf8");
  const onPage = [...page.matchAll(/```yaml\n(id:[^`]*)```/g)].map(([, text]) => text as string);
  assert.equal(onPage.length, 2);
  for (const validate of [written, inEditors]) {
    for (const text of [example, ...onPage]) {
      validate(parse(text));
      assert.deepEqual(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [], []);
    }
    for (const wrong of [{}, { id: "Acme", name: "Acme" }, { id: "acme", name: "Acme", rules: [] }]) {
      assert.equal(validate(wrong), false, JSON.stringify(wrong));
    }
  }
  const snippet = { heading: "Periods", text: "${1:[period]}", facts: { 1: "retention" } };
  const withSnippet = (id: string) => ({
    id: "acme",
    name: "Acme",
    languages: { en: { snippets: { [id]: snippet } } },
  });
  assert.equal(inEditors(withSnippet("retention")), true);
  assert.equal(inEditors(withSnippet("retentoin")), false);
});

test("every file of law and words bears its id as its name", () => {
  const paths = ["catalogue/disclosures", ...languages.map((folder) => `${folder}/disclosures`)].flatMap(filesIn);
  assert.ok(paths.length >= 8);
  for (const path of paths) assert.equal((readJson(path) as { id: string }).id, basename(path, ".json"), path);
});

test("a concept stands in one group of the vocabulary only", () => {
  for (const folder of languages) {
    const seen = new Map<string, string>();
    for (const path of filesIn(`${folder}/vocabulary`)) {
      for (const concept of Object.keys(readJson(path) as object)) {
        assert.equal(seen.get(concept), undefined, `${concept} in ${path}`);
        seen.set(concept, path);
      }
    }
    for (const concept of Object.keys((readJson(`${folder}/recognition.json`) as RecognitionSource).vocabulary)) {
      assert.equal(seen.get(concept), undefined, `${concept} in recognition.json`);
    }
  }
});

test("the schemas refuse what the compiler does not know", () => {
  const validate = ajv.getSchema("disclosure-words.schema.json#/$defs/pattern");
  assert.ok(validate);
  for (const pattern of ["keep", "@duration|@date", { all: ["keep"] }, { before: ["keep", "data"], within: 3 }]) {
    assert.equal(validate(pattern), true, JSON.stringify(pattern));
  }
  for (const pattern of [1, "", "Keep it", {}, { after: ["keep"] }, { all: "keep" }, { near: ["keep", "data"] }]) {
    assert.equal(validate(pattern), false, JSON.stringify(pattern));
  }
});
