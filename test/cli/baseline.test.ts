import assert from "node:assert/strict";
import { test } from "node:test";
import type { LintOutput } from "../../cli/output";
import { run, type World } from "./harness";

const policy = "# Privacy Policy\n\nWe collect your name. [TBD]\n\nQuestions? Write to privacy@acme.test.\n";
const more = `${policy}\nCall us at [phone].\n`;

type Files = NonNullable<World["files"]>;

/** The files after a run with --update-baseline. */
async function baselined(files: Files, ...args: string[]): Promise<Files> {
  const { code, stderr, files: written } = await run(["lint", "--update-baseline", ...args], { files });
  assert.equal(stderr, "");
  assert.equal(code, 0);
  return { ...files, ...written };
}

async function lint(files: Files, ...args: string[]) {
  const { code, stdout } = await run(["lint", ...args, "--format", "json"], { files });
  const output = JSON.parse(stdout) as LintOutput;
  const fresh = output.documents.flatMap(({ path, findings }) =>
    findings.filter(({ state }) => state === "new").map(({ ruleId }) => `${path}: ${ruleId}`),
  );
  return { code, fresh, ...output };
}

test("what is in the baseline fails nothing, and what is new does", async () => {
  const files = await baselined({ "a.md": policy });
  assert.ok("clauselint.baseline.json" in files);
  const same = await lint(files);
  assert.equal(same.code, 0);
  assert.deepEqual(same.fresh, []);
  assert.ok(same.summary.baselined > 1);
  assert.equal(same.summary.error, 0);
  const edited = await lint({ ...files, "a.md": more });
  assert.equal(edited.code, 1);
  assert.deepEqual(edited.fresh, ["a.md: unfilled-placeholder"]);
  assert.equal(edited.summary.baselined, same.summary.baselined);
});

test("people read how many are known, and which entries match nothing any more", async () => {
  const before = { "a.md": policy, "b.md": policy };
  const update = await run(["lint", "--update-baseline"], { files: before });
  assert.match(update.stdout, /^clauselint\.baseline\.json: \d+ findings of 2 files written\n2 files, 2 policies, /);
  const files = { ...before, ...update.files };
  const same = await run(["lint"], { files });
  assert.match(same.stdout, /^2 files, 2 policies, no new findings, \d+ known from the baseline\n$/);
  const { "b.md": _, ...left } = { ...files, "a.md": policy.replace(" [TBD]", "") };
  const fixed = await run(["lint"], { files: left });
  assert.equal(fixed.code, 0);
  assert.match(
    fixed.stdout,
    /^\d+ entries of the baseline match nothing any more; --update-baseline takes them out\n {2}a\.md {2}unfilled-placeholder\n {2}b\.md {2}missing-.*unfilled-placeholder\n\n1 file/,
  );
  const { unmatched } = await lint(left);
  assert.deepEqual(
    unmatched.filter(({ path }) => path === "a.md").map(({ ruleId }) => ruleId),
    ["unfilled-placeholder"],
  );
  const again = await lint(await baselined(left));
  assert.deepEqual(again.unmatched, []);
});

test("the file is the same whatever the order, and one line a finding", async () => {
  const files = { "a.md": policy, "b.md": more };
  const one = (await baselined(files, "a.md", "b.md"))["clauselint.baseline.json"];
  const other = (await baselined(files, "b.md", "a.md"))["clauselint.baseline.json"];
  assert.equal(one, other);
  const entries = String(one)
    .split("\n")
    .filter((line) => line.includes('"rule"'));
  assert.ok(
    entries.length > 4 &&
      entries.every((line) => /^ {6}\{"rule":"[a-z-]+","fingerprint":"[0-9a-f]{16}"\},?$/.test(line)),
  );
  assert.match(String(one), /^\{\n {2}"version": 1,\n {2}"fingerprint": 1,\n {2}"documents": \{\n {4}"a\.md": \[\n/);
});

test("an update of some documents leaves the others' entries", async () => {
  const files = await baselined({ "a.md": policy, "b.md": policy });
  const updated = await baselined({ ...files, "a.md": more }, "a.md");
  assert.deepEqual((await lint(updated)).fresh, []);
});

test("a document that was moved or renamed keeps its baseline", async () => {
  const { "legal/privacy.md": text = "", ...files } = await baselined({
    "legal/privacy.md": policy,
    "legal/terms.md": "# Terms\n",
  });
  const moved = await lint({ ...files, "policies/privacy.md": text });
  assert.deepEqual(moved.fresh, []);
  assert.deepEqual(moved.unmatched, []);
  const renamed = await lint({ ...files, "legal/privacy-policy.md": text });
  assert.deepEqual(renamed.fresh, []);
  const another = await lint({ ...files, "legal/privacy.md": text, "policies/privacy.md": text });
  assert.ok(another.fresh.length > 0, "a copy is another document");
  const settled = await baselined({ ...files, "policies/privacy.md": text });
  assert.match(String(settled["clauselint.baseline.json"]), /"policies\/privacy\.md"/);
  assert.doesNotMatch(String(settled["clauselint.baseline.json"]), /"legal\/privacy\.md"/);
});

test("the configuration says where the baseline is, and paths are seen from it", async () => {
  const files = { "site/clauselint.config.yaml": "baseline: ci/known.json", "site/legal/a.md": policy };
  const after = await baselined(files);
  assert.match(String(after["site/ci/known.json"]), /"legal\/a\.md"/);
  assert.deepEqual((await lint(after, "site/legal/a.md")).fresh, []);
});

test("--baseline names another one", async () => {
  const files = await baselined({ "a.md": policy }, "--baseline", "ci/known.json");
  assert.ok("ci/known.json" in files);
  assert.ok((await lint(files)).fresh.length > 0);
  assert.deepEqual(
    (await lint(files, "--baseline", "ci/known.json")).fresh.length,
    (await lint({ "a.md": policy })).fresh.length,
  );
});

test("what is suppressed is not written", async () => {
  const config = "suppressions: [{ rule: unfilled-placeholder, reason: a draft }]";
  const files = await baselined({ "clauselint.config.yaml": config, "a.md": policy });
  assert.doesNotMatch(String(files["clauselint.baseline.json"]), /unfilled-placeholder/);
});

test("a baseline that cannot be read is a mistake of the configuration", async () => {
  for (const [text, told] of [
    [
      '{ "version": 2 }',
      /^clauselint: clauselint\.baseline\.json:1:14: the baseline has not the version 1 that is read here; write it anew/,
    ],
    ["[", /^clauselint: clauselint\.baseline\.json:1:1: this is no JSON that can be read: /],
  ] as const) {
    const { code, stderr } = await run(["lint"], { files: { "a.md": policy, "clauselint.baseline.json": text } });
    assert.equal(code, 2);
    assert.match(stderr, told);
  }
});

test("a broken configuration writes no baseline", async () => {
  const files = { "clauselint.config.yaml": "rules: { x: off }", "a.md": policy };
  const { code, stderr, files: written } = await run(["lint", "--update-baseline"], { files });
  assert.equal(code, 2);
  assert.equal(written, undefined);
  assert.match(stderr, /the baseline is not written/);
});

test("standard input is in a baseline only under a name", async () => {
  const files = await baselined({ "a.md": policy });
  const { stdout } = await run(["lint", "-", "--stdin-filename", "a.md"], { files, stdin: policy });
  assert.match(stdout, /no new findings/);
  const refused = await run(["lint", "-", "--update-baseline"], { stdin: policy });
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /standard input has no place in a baseline/);
});
