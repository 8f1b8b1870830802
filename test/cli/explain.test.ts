import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import type { ExplainListOutput, ExplainOutput } from "../../cli/output";
import { compileCatalogue } from "../../engine/catalogue/compile";
import { createRules } from "../../rules/index";
import { run } from "./harness";
import { strict } from "./schema";

const schema = JSON.parse(readFileSync(join(process.cwd(), "schemas/explain-output.schema.json"), "utf8")) as object;
const validate = new Ajv({ strict: true, allErrors: true }).compile(strict(schema) as object);
const rules = createRules(compileCatalogue(source));

async function explainJson(...args: string[]): Promise<ExplainOutput> {
  const { code, stdout, stderr } = await run(["explain", "--format", "json", ...args]);
  assert.deepEqual([code, stderr], [0, ""]);
  const output = JSON.parse(stdout) as ExplainOutput;
  validate(output);
  assert.deepEqual(validate.errors ?? [], []);
  return output;
}

test("every disclosure is explained, and the output is as its schema says", async () => {
  for (const { id, title, citations, variants } of source.disclosures) {
    const { disclosure, rule } = await explainJson(id);
    assert.equal(rule, null);
    assert.equal(disclosure?.title, title);
    assert.deepEqual(
      disclosure?.citations.map(({ label }) => label),
      citations.map(({ label }) => label),
    );
    assert.deepEqual(
      disclosure?.variants.map((variant) => variant.id),
      variants.map((variant) => variant.id),
    );
    assert.ok((disclosure?.words.en?.examples.met.length ?? 0) >= 8, id);
    assert.ok(disclosure?.rules.includes(`missing-${id}`));
  }
});

test("every rule is explained, with the disclosure that it is about", async () => {
  for (const { id, summary, examples } of rules) {
    const output = await explainJson(id);
    assert.equal(output.rule?.summary, summary);
    assert.deepEqual(
      output.rule?.examples.flagged.map(({ text }) => text),
      examples.flagged.map(({ text }) => text),
    );
    const about = /^(?:missing|weak)-(.+)$/.exec(id)?.[1];
    assert.equal(output.disclosure?.id, about);
  }
});

test("every condition of a duty is told in words", () => {
  for (const { citations } of source.disclosures) {
    for (const { label, when } of citations) {
      if (when !== undefined) assert.ok(when in source.signals, `${label}: ${when}`);
    }
  }
});

test("people read what it is, who asks for it, and what says it", async () => {
  const { code, stdout, stderr } = await run(["explain", "transfer-mechanism"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /^transfer-mechanism {2}by which mechanism personal data goes to other countries\n/);
  const text = stdout.replace(/\s+/g, " ");
  assert.match(text, / Why it matters /);
  assert.match(text, / - no-mechanism \(weak\): /);
  assert.match(text, / - EU GDPR: GDPR Art\. 13\(1\)\(f\) and 14\(1\)\(f\), conditional, where the text says that /);
  assert.match(text, / Says it - .* Speaks of it, and says too little - .* Only looks like it - /);
  assert.match(text, / What the quick fix inserts .*\[[^\]]+\]/);
  assert.match(text, / missing-transfer-mechanism, weak-transfer-mechanism/);
  assert.ok(stdout.split("\n").every((line) => line.length <= 100));
});

test("a rule is explained before the disclosure that it is about", async () => {
  const { stdout } = await run(["explain", "weak-retention"]);
  assert.match(stdout, /^weak-retention {2}warning by default\n/);
  assert.match(stdout, /\nretention {2}how long personal data is kept\n/);
  assert.match((await run(["explain", "empty-value"])).stdout, /^empty-value {2}error by default\n/);
});

test("without an id everything is listed", async () => {
  const { code, stdout } = await run(["explain"]);
  assert.equal(code, 0);
  const list = JSON.parse((await run(["explain", "--format", "json"])).stdout) as ExplainListOutput;
  assert.ok(validate(list));
  assert.deepEqual(
    list.disclosures.map(({ id }) => id),
    source.disclosures.map(({ id }) => id),
  );
  assert.deepEqual(list.rules.map(({ id }) => id).sort(), rules.map(({ id }) => id).sort());
  for (const { id } of [...list.disclosures, ...list.rules]) assert.match(stdout, new RegExp(`^ {2}${id} `, "m"));
});

test("an unknown id is an error that names the nearest, and how to list all", async () => {
  assert.deepEqual(await run(["explain", "retenton"]), {
    code: 2,
    stdout: "",
    stderr:
      'clauselint: there is no disclosure or rule "retenton"; did you mean retention? clauselint explain alone lists all\n',
  });
  assert.match((await run(["explain", "xyzzy"])).stderr, /"xyzzy"; clauselint explain alone lists all\n$/);
});

test("what explain cannot carry out is told", async () => {
  const errorOf = async (...args: string[]) => {
    const { code, stderr } = await run(["explain", ...args]);
    return `${code} ${stderr}`;
  };
  assert.equal(await errorOf("a", "b"), "2 clauselint: explain takes one id; ask for one after the other\n");
  assert.equal(
    await errorOf("retention", "--as-of", "2026-01-01"),
    "2 clauselint: --as-of means nothing to explain; leave it out\n",
  );
  assert.match(await errorOf("retention", "--format", "jsn"), /^2 .*did you mean json\?\n$/);
});
