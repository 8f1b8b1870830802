import source from "clauselint:catalogue";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import type { CoverageOutput, LintOutput } from "../../cli/output";
import { run } from "./harness";
import { strict } from "./schema";

const policy = [
  "# Privacy Policy of Tidewater Maps",
  "",
  "We keep your personal data for 30 days.",
  "",
  "Your personal data is transferred to the United States.",
  "",
].join("\n");
const homely = "# Privacy Policy\n\nWrite to privacy@tidewatermaps.io.\n";
const files = { "a.md": policy, "b.md": homely, "soup.md": "# Soup\n\nBoil water.\n" };

async function coverageOf(...args: string[]): Promise<CoverageOutput> {
  const { stdout, stderr } = await run(["coverage", "--format", "json", ...args], { files });
  assert.equal(stderr, "");
  return JSON.parse(stdout) as CoverageOutput;
}

const citing = (regime: string) =>
  source.disclosures
    .filter(
      ({ citations, kinds }) => kinds.includes("privacy-policy") && citations.some((each) => each.regime === regime),
    )
    .map(({ id }) => id);

test("with --regime coverage has what the regimes ask for, and nothing else", async () => {
  const { documents } = await coverageOf("--regime", "eu-gdpr", "a.md", "soup.md");
  const [document, soup] = documents;
  assert.deepEqual(document?.regimes, [{ id: "eu-gdpr", from: "configuration" }]);
  assert.deepEqual(Object.keys(document?.disclosures ?? {}), citing("eu-gdpr"));
  for (const { byRegime } of Object.values(document?.disclosures ?? {})) {
    assert.deepEqual(Object.keys(byRegime), ["eu-gdpr"]);
  }
  assert.deepEqual(soup?.disclosures, {});
  const both = (await coverageOf("--regime", "eu-gdpr, us-coppa", "a.md")).documents[0];
  const expected = new Set([...citing("eu-gdpr"), ...citing("us-coppa")]);
  assert.deepEqual(new Set(Object.keys(both?.disclosures ?? {})), expected);
});

test("the core set asks for its own", async () => {
  const { documents } = await coverageOf("--regime", "core", "a.md");
  const core = source.disclosures.filter((law) => law.core).map(({ id }) => id);
  assert.deepEqual(Object.keys(documents[0]?.disclosures ?? {}), core);
});

test("a condition is told with the words that turn it on, or as not there", async () => {
  const { documents } = await coverageOf("--regime", "eu-gdpr", "a.md", "b.md");
  const [there, not] = documents.map(({ disclosures }) => disclosures["transfer-mechanism"]?.byRegime["eu-gdpr"]);
  assert.equal(there?.duty, "conditional");
  assert.equal(there?.active, true);
  assert.equal(there?.condition?.signal, "transfers");
  assert.equal(there?.condition?.place?.start.line, 5);
  assert.equal(not?.active, false);
  assert.equal(not?.condition?.words, there?.condition?.words);
  assert.equal(not?.condition?.place, null);
});

test("the output is as its schema says", async () => {
  const schema = JSON.parse(readFileSync(join(process.cwd(), "schemas/coverage-output.schema.json"), "utf8")) as object;
  const validate = new Ajv({ strict: true, allErrors: true }).compile(strict(schema) as object);
  validate(await coverageOf("--regime", "eu-gdpr,uk-gdpr,us-ca-ccpa", "a.md", "b.md"));
  assert.deepEqual(validate.errors ?? [], []);
});

test("people read what is asked for, by which article, and where the text says it", async () => {
  const { code, stdout } = await run(["coverage", "--regime", "eu-gdpr", "a.md", "b.md", "soup.md"], { files });
  assert.equal(code, 0);
  const [first = "", second = "", third = ""] = stdout.split(/^(?=\S+\.md )/m);
  assert.match(first, /^a\.md {2}privacy-policy, en, eu-gdpr\n {2}EU GDPR asks for \d+: \d+ said, /);
  assert.match(
    first,
    /\n {4}met +retention\n +GDPR Art\. 13\(2\)\(a\) and 14\(2\)\(a\), required\n +line 3: .*30 days\.\n/,
  );
  assert.match(first, /\n {4}weak +transfer-mechanism\n +GDPR .*, conditional, where the text says that .*: line 5\n/);
  assert.match(first, /\n {4}missing +contact\n +GDPR Art\. 13\(1\)\(a\) and 14\(1\)\(a\), required\n/);
  const [asked = "", conditional = ""] = second.split("more under a condition that the text does not give\n");
  assert.match(asked, /\n {4}met +contact\n/);
  assert.doesNotMatch(asked, / transfer-mechanism\n/);
  assert.match(conditional, /^(?: {4}[\s\S]*)? {4}missing +transfer-mechanism\n/);
  assert.match(third, /^soup\.md {2}not-a-policy\n {2}Not taken for a policy, /);
});

test("a regime that asks for nothing of such a document says so", async () => {
  const { stdout } = await run(["coverage", "--regime", "eprivacy,us-coppa", "t.md"], {
    files: { "t.md": "# Terms of Service\n\nYou may use our maps at home.\n" },
  });
  assert.match(stdout, /^t\.md {2}terms, en, .*\n {2}ePrivacy \(EU and UK\) asks for nothing in such a document\n/);
});

test("lint judges by the regimes that are named", async () => {
  const lintOf = async (...args: string[]) => {
    const { stdout } = await run(["lint", "--format", "json", "b.md", ...args], { files });
    return (JSON.parse(stdout) as LintOutput).documents[0];
  };
  const regimesOf = (document: Awaited<ReturnType<typeof lintOf>>) => document?.regimes.map(({ id }) => id);
  assert.deepEqual(regimesOf(await lintOf()), ["core"]);
  const pinned = await lintOf("--regime", "core,eu-gdpr");
  assert.deepEqual(regimesOf(pinned), ["core", "eu-gdpr"]);
  const missing = pinned?.findings.find(({ ruleId }) => ruleId === "missing-retention");
  assert.deepEqual(
    missing?.references.map(({ label }) => label),
    ["GDPR Art. 13(2)(a) and 14(2)(a)"],
  );
});

test("an unknown regime is an error that names the nearest and all", async () => {
  for (const command of ["lint", "coverage"]) {
    const { code, stdout, stderr } = await run([command, "--regime", "eu-gdpr,uk-gpdr", "a.md"], { files });
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(
      stderr,
      /^clauselint: there is no regime "uk-gpdr"; did you mean uk-gdpr\? there are: core, eu-gdpr, /,
    );
  }
});
