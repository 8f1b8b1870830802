import source from "clauselint:catalogue";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compileCatalogue } from "../../engine/catalogue/compile";
import { defaultConfig, type LintConfig } from "../../engine/config";
import { createLinter, type LintInput } from "../../engine/linter";
import type { Rule } from "../../engine/rule";
import { createRules } from "../../rules/index";

const catalogue = compileCatalogue(source);
const rules = createRules(catalogue);
const linter = createLinter({ catalogue, rules });

function input(text: string, config: Partial<LintConfig> = {}): LintInput {
  return {
    text,
    format: "markdown",
    config: { ...defaultConfig, ...config },
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  };
}

const policy =
  "# Privacy Policy\n\nWe collect your name when you order. [TBD]\n\nQuestions? Write to privacy@acme.test.\n";

test("a rule that throws becomes one internal-error finding, and the others' findings stay", () => {
  const broken: Rule = {
    ...(rules[0] as Rule),
    id: "broken-rule",
    messages: { sample: "A sample" },
    check: ({ report, analysis }) => {
      report({ messageId: "sample", span: analysis.titleSpan, scope: "span" });
      throw new Error("out of luck");
    },
  };
  const withBroken = createLinter({ catalogue, rules: [...rules, broken] }).lint(input(policy)).findings;
  const errors = withBroken.filter(({ ruleId }) => ruleId === "internal-error");
  assert.equal(errors.length, 1);
  assert.match(errors[0]?.message ?? "", /broken-rule failed.*out of luck/);
  assert.equal(errors[0]?.severity, "error");
  assert.equal(withBroken.filter(({ ruleId }) => ruleId === "broken-rule").length, 0);
  const others = withBroken.filter(({ ruleId }) => ruleId !== "internal-error");
  assert.deepEqual(others, linter.lint(input(policy)).findings);
});

test("configuration sets a rule's severity, or turns it off", () => {
  const severities = (config: Partial<LintConfig>) =>
    linter
      .lint(input(policy, config))
      .findings.filter(({ ruleId }) => ruleId === "missing-retention")
      .map(({ severity }) => severity);
  assert.deepEqual(severities({}), ["error"]);
  assert.deepEqual(severities({ rules: { "missing-retention": { severity: "hint", options: {} } } }), ["hint"]);
  assert.deepEqual(severities({ rules: { "missing-retention": { severity: "off", options: {} } } }), []);
});

test("a rule reads its options: what is configured, and what it declares itself", () => {
  const sample: Rule = {
    ...(rules[0] as Rule),
    id: "sample-rule",
    severity: "warning",
    options: {
      max: { type: "integer", default: 3, minimum: 1, title: "How many are allowed" },
      words: { type: "list", default: ["a"], title: "The words" },
    },
    messages: { sample: "{max} {words}" },
    check: ({ report, analysis, options }) =>
      report({
        messageId: "sample",
        data: { max: String(options.integer("max")), words: options.list("words").join() },
        span: analysis.titleSpan,
        scope: "span",
      }),
  };
  const found = (config: Partial<LintConfig>, rule = sample) =>
    createLinter({ catalogue, rules: [rule] })
      .lint(input(policy, config))
      .findings.map(({ message, severity }) => `${severity}: ${message}`);
  assert.deepEqual(found({}), ["warning: 3 a"]);
  const options = { max: 5, words: ["b", "c"] };
  assert.deepEqual(found({ rules: { "sample-rule": { severity: "error", options } } }), ["error: 5 b,c"]);
  assert.deepEqual(found({ rules: { "sample-rule": { severity: undefined, options: { max: 0, words: "b" } } } }), [
    "warning: 3 a",
  ]);
  const preview: Rule = { ...sample, status: "preview" };
  assert.deepEqual(found({}, preview), []);
  assert.deepEqual(found({ preview: true }, preview), ["warning: 3 a"]);
  assert.deepEqual(found({ rules: { "sample-rule": { severity: undefined, options } } }, preview), []);
});

test("what the baseline knows is kept as such", () => {
  const before = linter.lint(input(policy)).findings;
  assert.ok(before.length > 1 && before.every(({ state }) => state === "new"));
  const known = before[1]?.fingerprint ?? "";
  const after = linter.lint(input(policy, { baseline: new Set([known]) })).findings;
  assert.deepEqual(
    after.filter(({ state }) => state === "baselined").map(({ fingerprint }) => fingerprint),
    [known],
  );
});

test("a pinned regime makes an error of what it demands, and cites it", () => {
  const found = (regimes: LintConfig["regimes"]) =>
    linter.lint(input(policy, { regimes })).findings.find(({ ruleId }) => ruleId === "missing-retention");
  assert.deepEqual(
    found(["eu-gdpr"])?.references.map(({ regime, duty }) => [regime, duty]),
    [["eu-gdpr", "required"]],
  );
  assert.equal(found(["eu-gdpr"])?.severity, "error");
  assert.deepEqual(found("auto")?.references, []);
  assert.match(found("auto")?.message ?? "", /no law that the text names asks for it/);
});

test("an edit elsewhere leaves every fingerprint as it is", () => {
  const before = linter.lint(input(policy)).findings.map(({ fingerprint }) => fingerprint);
  const after = linter.lint(input(`${policy}\nThis page is updated every spring.\n`)).findings;
  assert.ok(before.length > 1);
  assert.deepEqual(
    after.map(({ fingerprint }) => fingerprint),
    before,
  );
  assert.equal(new Set(before).size, before.length);
});

test("a document that is no policy has no findings", () => {
  const { analysis, findings } = linter.lint(input("# Acme\n\nInstall it with a package manager. [TBD]\n"));
  assert.equal(analysis.recognition.kind, "not-a-policy");
  assert.deepEqual(findings, []);
});

test("nothing throws, whatever the text", () => {
  const policyText = readFileSync(join("examples", "complete-policy.md"), "utf8");
  const texts = [
    "",
    "\uFFFD",
    "\u0000",
    "# ",
    "---\n",
    "# Privacy Policy",
    "\r\r\r",
    "[".repeat(5_000),
    "> ".repeat(3_000),
    "* ".repeat(3_000),
    "\ud83d",
    `# Privacy Policy\n\n${"a".repeat(100_000)}`,
    policyText.replaceAll("\n", "\r"),
    policyText.replaceAll(/\s+/g, " "),
  ];
  for (const text of texts) {
    for (const format of ["markdown", "html", "plaintext"] as const) {
      const { findings, analysis } = linter.lint({ ...input(text), format, assumePolicy: true });
      assert.ok(findings.every(({ ruleId }) => ruleId !== "internal-error"));
      assert.ok(analysis.titleSpan.end <= text.length);
    }
  }
});

test("a question that stands by itself states nothing, like a heading", () => {
  const statusOf = (line: string) => {
    const { analysis } = linter.lint(input(`# Privacy Policy\n\n${line}\n`));
    return analysis.disclosures.get("security")?.status;
  };
  assert.equal(statusOf("1. [What measures does Brightlamp take to protect your data?](#security)"), "missing");
  assert.equal(statusOf("Brightlamp takes measures to protect your data."), "met");
});
