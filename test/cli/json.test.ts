import source from "clauselint:catalogue";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv, { type ValidateFunction } from "ajv";
import { coverage, lint } from "../../cli/api";
import type { CoverageOutput, LintOutput, Position } from "../../cli/output";
import { version } from "../../cli/version";
import { run } from "./harness";
import { strict } from "./schema";

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), "utf8");
const examples = {
  "complete.md": read("examples/complete-policy.md"),
  "holes.md": read("examples/policy-with-holes.md"),
  "soup.md": "# Soup\n\nBoil water.\n",
};

function validator(command: "lint" | "coverage"): ValidateFunction {
  return new Ajv({ strict: true, allErrors: true }).compile(
    strict(JSON.parse(read(`schemas/${command}-output.schema.json`))) as object,
  );
}

function assertValid(validate: ValidateFunction, output: unknown): void {
  validate(output);
  assert.deepEqual(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [], []);
}

async function lintJson(files: Record<string, string>, ...args: string[]): Promise<LintOutput> {
  const { stdout } = await run(["lint", "--format", "json", ...args, ...Object.keys(files)], { files });
  return JSON.parse(stdout) as LintOutput;
}

async function coverageJson(files: Record<string, string>, ...args: string[]): Promise<CoverageOutput> {
  const { stdout } = await run(["coverage", "--format", "json", ...args, ...Object.keys(files)], { files });
  return JSON.parse(stdout) as CoverageOutput;
}

/** Every place in the output, however deep. */
function* places(value: unknown): Generator<{ readonly start: Position; readonly end: Position }> {
  if (typeof value !== "object" || value === null) return;
  if ("start" in value && "end" in value) yield value as { start: Position; end: Position };
  for (const inner of Object.values(value)) yield* places(inner);
}

test("the output of lint is as its schema says", async () => {
  const validate = validator("lint");
  for (const args of [[], ["--assume-policy"], ["--as-of", "2030-01-01"]]) {
    assertValid(validate, await lintJson(examples, ...args));
  }
  assertValid(validate, JSON.parse((await run(["lint", "--format", "json", "gone.md"])).stdout));
});

test("the output of coverage is as its schema says", async () => {
  const validate = validator("coverage");
  for (const args of [[], ["--assume-policy"]]) assertValid(validate, await coverageJson(examples, ...args));
  assertValid(validate, JSON.parse((await run(["coverage", "--format", "json", "gone.md"])).stdout));
});

test("the schemas tell a wrong output", async () => {
  const output = await lintJson(examples);
  const [first, ...others] = output.documents;
  const wrong = { ...output, documents: [{ ...first, kind: "recipe" }, ...others] };
  assert.equal(validator("lint")(wrong), false);
});

test("the head tells the versions and the day", async () => {
  const { documents: _, summary, unmatched, ...head } = await lintJson(examples, "--as-of", "2026-03-04");
  assert.deepEqual(head, { version: 1, tool: version, catalogue: head.catalogue, asOf: "2026-03-04" });
  assert.deepEqual(unmatched, []);
  assert.equal(summary.documents, 3);
  assert.equal(summary.policies, 2);
  assert.equal((await lintJson(examples)).asOf, "2026-06-01");
});

test("the summary counts the findings", async () => {
  const { documents, summary } = await lintJson(examples);
  const severities = documents.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  assert.ok(severities.length > 0);
  for (const severity of ["error", "warning", "information", "hint"] as const) {
    assert.equal(summary[severity], severities.filter((each) => each === severity).length);
  }
});

test("coverage reports every disclosure of the catalogue, whatever the regimes", async () => {
  const { documents } = await coverageJson(examples);
  const [complete, holes, soup] = documents;
  assert.deepEqual(
    Object.keys(complete?.disclosures ?? {}),
    source.disclosures.map(({ id }) => id),
  );
  assert.deepEqual(Object.keys(holes?.disclosures ?? {}), Object.keys(complete?.disclosures ?? {}));
  assert.deepEqual(soup?.disclosures, {});
});

test("an evidence text is exactly what stands between its offsets", async () => {
  const { documents } = await coverageJson(examples);
  let seen = 0;
  for (const { path, disclosures } of documents) {
    for (const { evidence } of Object.values(disclosures)) {
      for (const { start, end, text, focus } of evidence) {
        assert.equal(examples[path as keyof typeof examples].slice(start.offset, end.offset), text);
        assert.ok(start.offset <= focus.start.offset && focus.end.offset <= end.offset, text);
        seen += 1;
      }
    }
  }
  assert.ok(seen > 4);
});

for (const [name, change] of Object.entries({
  "line feeds": (text: string) => text,
  "carriage returns and line feeds": (text: string) => text.replaceAll("\n", "\r\n"),
  "carriage returns": (text: string) => text.replaceAll("\n", "\r"),
  "a byte-order mark": (text: string) => `\uFEFF${text}`,
  "an emoji in front of each line": (text: string) => text.replaceAll("\n\n", "\n\n🙂 "),
})) {
  test(`every place fits its line and offset with ${name}`, async () => {
    const files = { "holes.md": change(examples["holes.md"]) };
    const text = files["holes.md"].replace(/^\uFEFF/, "");
    const lines = text.split(/\r\n|\n|\r/);
    const starts = [...text.matchAll(/^|\r\n|\n|\r/g)].map((match) => match.index + match[0].length);
    const found = [...places(await lintJson(files)), ...places(await coverageJson(files))];
    assert.ok(found.length > 10);
    for (const { start, end } of found) {
      assert.ok(start.offset <= end.offset);
      for (const { line, column, offset } of [start, end]) {
        assert.equal((starts[line - 1] ?? Number.NaN) + column - 1, offset);
        assert.ok(column - 1 <= (lines[line - 1] ?? "").length, `${line}:${column}`);
      }
    }
  });
}

test("line ends and byte-order marks change no finding", async () => {
  const idsOf = async (text: string) =>
    (await lintJson({ "a.md": text })).documents[0]?.findings.map(
      ({ ruleId, start }) => `${ruleId} ${start.line}:${start.column}`,
    );
  const expected = await idsOf(examples["holes.md"]);
  assert.ok((expected ?? []).length > 0);
  assert.deepEqual(await idsOf(examples["holes.md"].replaceAll("\n", "\r\n")), expected);
  assert.deepEqual(await idsOf(`\uFEFF${examples["holes.md"]}`), expected);
});

test("the API gives what the command line prints", async () => {
  const options = { path: "holes.md", asOf: "2026-06-01" };
  const text = examples["holes.md"];
  const printed = { lint: await lintJson({ "holes.md": text }), coverage: await coverageJson({ "holes.md": text }) };
  assert.deepEqual(JSON.parse(JSON.stringify(lint(text, options))), printed.lint.documents[0]);
  assert.deepEqual(JSON.parse(JSON.stringify(coverage(text, options))), printed.coverage.documents[0]);
});

test("the API reads the format from the path, and a byte-order mark is none of the text", () => {
  const comment = "Privacy Policy\n\n<!-- We keep your personal data for 30 days. -->\n";
  const statusOf = (path: string) => coverage(comment, { path, assumePolicy: true }).disclosures.retention?.status;
  assert.deepEqual(
    [statusOf("a.md"), statusOf("a.txt"), statusOf("a.unknown"), statusOf("")],
    ["missing", "met", "missing", "missing"],
  );
  assert.deepEqual(lint(`\uFEFF${examples["holes.md"]}`), lint(examples["holes.md"]));
});
