import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import type { ConfigOutput } from "../../cli/config/config-output";
import type { LintOutput } from "../../cli/output";
import { run, type World } from "./harness";
import { strict } from "./schema";

const policy = "# Privacy Policy\n\nWe collect your name. [TBD]\n";

async function lint(args: readonly string[], files: World["files"]) {
  const outcome = await run(["lint", ...args, "--format", "json"], { files: files ?? {} });
  const output = JSON.parse(outcome.stdout) as LintOutput;
  const findings = output.documents.flatMap(({ path, findings: found }) =>
    found.map(({ ruleId, severity, state }) => `${path}: ${ruleId} ${severity}${state === "new" ? "" : ` ${state}`}`),
  );
  return { ...outcome, output, findings };
}

test("lint judges by the nearest configuration", async () => {
  const files = {
    "site/a.md": policy,
    "site/clauselint.config.yaml": "rules: { unfilled-placeholder: hint, missing-retention: off }",
    "b.md": policy,
  };
  const { findings } = await lint(["site/a.md", "b.md"], files);
  assert.ok(findings.includes("site/a.md: unfilled-placeholder hint"));
  assert.ok(!findings.includes("site/a.md: missing-retention error"));
  assert.ok(findings.includes("b.md: unfilled-placeholder error"));
  assert.ok(findings.includes("b.md: missing-retention error"));
});

test("of a folder the configuration's files are read; what is named is read as well, unless it is ignored", async () => {
  const files = {
    "clauselint.config.yaml": "files: [policies/**]\nignore: [policies/old/**]",
    "policies/a.md": policy,
    "policies/old/b.md": policy,
    "other/c.md": policy,
  };
  const paths = async (...args: string[]) => (await lint(args, files)).output.documents.map(({ path }) => path);
  assert.deepEqual(await paths(), ["policies/a.md"]);
  assert.deepEqual(await paths("other/c.md", "policies/old/b.md"), ["other/c.md"]);
  const ignored = await run(["lint", "policies/old/b.md"], { files });
  assert.equal(ignored.code, 0);
  assert.equal(ignored.stdout, "0 files, 0 policies, no findings, 1 file left out by the configuration\n");
  const none = await run(["lint", "other"], { files });
  assert.equal(none.code, 2);
  assert.match(
    none.stderr,
    /^clauselint: other: holds no file that the configuration does not leave out; name a file\n/,
  );
});

test("a broken configuration gives 2, its mistakes once, and the findings all the same", async () => {
  const files = {
    "clauselint.config.yaml": "rules:\n  missing-retentoin: off\n  unfilled-placeholder: hint\n",
    "a.md": policy,
    "b.md": policy,
  };
  const { code, stderr, findings } = await lint(["a.md", "b.md"], files);
  assert.equal(code, 2);
  assert.equal(
    stderr,
    'clauselint: clauselint.config.yaml:2:3: there is no rule "missing-retentoin"; did you mean missing-retention?\n',
  );
  assert.ok(findings.includes("b.md: unfilled-placeholder hint"), "what is not broken holds");
  const unreadable = await lint(["a.md"], { ...files, "clauselint.config.yaml": "rules: [" });
  assert.equal(unreadable.code, 2);
  assert.match(unreadable.stderr, /^clauselint: clauselint\.config\.yaml:1:9: this is no YAML that can be read: /);
  assert.ok(unreadable.findings.includes("a.md: unfilled-placeholder error"));
});

test("a mistake is told even where the configuration leaves every file out", async () => {
  const files = {
    "clauselint.config.yaml": "files: [legal/**]\nignore: [b.md]\nkid: terms\n",
    "a.md": policy,
    "b.md": policy,
  };
  for (const args of [[], ["b.md"]]) {
    const { code, stderr } = await run(["lint", ...args], { files });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /clauselint\.config\.yaml:3:1: there is no setting "kid" in a configuration; did you mean kind\?/,
    );
  }
});

test("--config takes the place of the nearest one, and --regime that of its regimes", async () => {
  const files = {
    "clauselint.config.yaml": "rules: { unfilled-placeholder: off }",
    "ci/strict.json": '{ "regimes": ["eu-gdpr"], "rules": { "unfilled-placeholder": "warning" } }',
    "a.md": policy,
  };
  const { output, findings } = await lint(["a.md", "--config", "ci/strict.json"], files);
  assert.ok(findings.includes("a.md: unfilled-placeholder warning"));
  assert.deepEqual(output.documents[0]?.regimes, [{ id: "eu-gdpr", from: "configuration" }]);
  const asked = await lint(["a.md", "--config", "ci/strict.json", "--regime", "core"], files);
  assert.deepEqual(asked.output.documents[0]?.regimes, [{ id: "core", from: "configuration" }]);
  const gone = await run(["lint", "a.md", "--config", "gone.json"], { files });
  assert.equal(gone.code, 2);
  assert.match(gone.stderr, /^clauselint: gone\.json:1:1: the configuration does not exist; check the path\n$/);
});

test("front matter is heard in files and standard input, unless --no-inline-config is there", async () => {
  const text = `---\nclauselint: { rules: { unfilled-placeholder: off } }\n---\n${policy}`;
  const found = async (...args: string[]) => {
    const { stdout } = await run(["lint", ...args, "--format", "json"], { files: { "a.md": text }, stdin: text });
    return stdout.includes('"unfilled-placeholder"');
  };
  assert.equal(await found("a.md"), false);
  assert.equal(await found("-"), false);
  assert.equal(await found("a.md", "--no-inline-config"), true);
});

test("a kind in front matter is stronger than the configuration, and is told as such", async () => {
  const files = {
    "clauselint.config.yaml": "kind: privacy-policy",
    "a.md": "---\nclauselint: cookie-policy\n---\n# Cookies\n",
    "b.md": "---\nclauselint: { kind: terms }\n---\n# Terms\n",
    "c.md": "# Policy\n",
  };
  const told = async (...args: string[]) =>
    (await lint(["a.md", "b.md", "c.md", ...args], files)).output.documents.map(({ kind, kindReason }) => [
      kind,
      kindReason,
    ]);
  assert.deepEqual(await told(), [
    ["cookie-policy", "front-matter"],
    ["terms", "front-matter"],
    ["privacy-policy", "configuration"],
  ]);
  const unheard = await told("--no-inline-config");
  assert.deepEqual(unheard, Array(3).fill(["privacy-policy", "configuration"]));
});

test("a mistake in the front matter of standard input is told", async () => {
  const stdin = "---\nclauselint: { kind: nothing }\n---\n# Privacy Policy\n";
  const { code, stderr } = await run(["lint", "-"], { stdin });
  assert.equal(code, 2);
  assert.match(stderr, /^clauselint: <stdin>:2:21: there is no kind "nothing"; there are: /);
});

const world = {
  files: {
    "clauselint.config.yaml": [
      "extends: clauselint:gdpr",
      "facts: { transfers: false }",
      "evidence: { retention: { file: r.md } }",
      "overrides: [{ files: '*.md', rules: { unfilled-placeholder: [hint, {}] } }]",
      "suppressions: [{ rule: missing-scope, reason: not here }]",
    ].join("\n"),
    "r.md": "Ten years",
    "a.md": policy,
  },
};

test("config prints what holds for a file, and which layer set it", async () => {
  const { code, stdout, stderr } = await run(["config", "a.md"], world);
  assert.equal(stderr, "");
  assert.equal(code, 0);
  assert.match(stdout, /^document {7}a\.md\nconfiguration {2}clauselint\.config\.yaml\n/);
  assert.match(stdout, /\nkind +decided by reading +defaults\n/);
  assert.match(stdout, /\nregimes +\["core","eu-gdpr"\] +preset clauselint:gdpr\n/);
  assert.match(stdout, /\nfacts\.transfers +false +file clauselint\.config\.yaml:2\n/);
  assert.match(stdout, /\nrules\.unfilled-placeholder +hint +override clauselint\.config\.yaml:4\n/);
  assert.match(stdout, /\nevidence\.retention +.*r\.md.* clauselint\.config\.yaml:3\n/);
  assert.match(stdout, /\nsuppressions missing-scope +.*not here.* clauselint\.config\.yaml:5\n/);
});

test("config as JSON is as its schema says", async () => {
  const schema: unknown = JSON.parse(readFileSync("schemas/config-output.schema.json", "utf8"));
  const validate = new Ajv({ allowUnionTypes: true }).compile(strict(schema) as object);
  for (const args of [["a.md"], [], ["not-there.md"]]) {
    const { stdout } = await run(["config", ...args, "--format", "json"], world);
    assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors));
  }
  const { stdout } = await run(["config", "a.md", "--format", "json"], world);
  const output = JSON.parse(stdout) as ConfigOutput;
  assert.deepEqual(
    output.settings.find(({ key }) => key === "facts.transfers"),
    { key: "facts.transfers", value: false, origin: { layer: "file", path: "clauselint.config.yaml", line: 2 } },
  );
});

test("config without a configuration has nothing but defaults, and with a broken one gives 2", async () => {
  const none = await run(["config"], { files: { "a.md": policy } });
  assert.equal(none.code, 0);
  assert.match(none.stdout, /^configuration {2}none\n/);
  const broken = await run(["config", "a.md"], { files: { "a.md": policy, ".clauselintrc": "regimes: [core, x]" } });
  assert.equal(broken.code, 2);
  assert.match(broken.stderr, /^clauselint: \.clauselintrc:1:17: there is no regime "x"; there are: /);
});
