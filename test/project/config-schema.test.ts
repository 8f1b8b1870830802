import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { brokenConfigs, goodConfigs } from "./configs";

const schema = JSON.parse(readFileSync("schemas/clauselint-config.schema.json", "utf8")) as object;
const validate = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(schema);

test("the schema takes what the resolver takes", () => {
  for (const text of goodConfigs) assert.ok(validate(parse(text)), `${text}\n${JSON.stringify(validate.errors)}`);
});

test("the schema marks mistakes that need no other file to be seen", () => {
  const seen = brokenConfigs().filter(({ isInSchema }) => isInSchema);
  assert.ok(seen.length > 30);
  for (const { name, text } of seen) assert.equal(validate(parse(text)), false, `${name}:\n${text}`);
});
