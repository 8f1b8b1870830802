import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig, type LintConfig } from "../../engine/config";
import { createLinter, type Linter } from "../../engine/linter";
import type { Rule } from "../../engine/rule";
import { knowledgeOf } from "../../project/knowledge";
import { linterWith, shippedLinter, testRule } from "../server/linters";
import { resolved, told } from "./project";

const sample = (id: string, formerIds: readonly string[] = []): Rule =>
  testRule({
    id,
    formerIds,
    check: ({ analysis, report }) =>
      report({ messageId: "found", data: { word: "it" }, span: analysis.titleSpan, scope: "document" }),
  });

/** The shipped rules, and one that was renamed. */
const suppressionRules = shippedLinter().rules.filter(({ id }) => id.endsWith("-suppression"));
const renamed = createLinter({
  catalogue: shippedLinter().catalogue,
  rules: [sample("todays-name", ["old-name", "older-name"]), ...suppressionRules],
});

function states(linter: Linter, text: string, config: Partial<LintConfig> = {}): string[] {
  const { findings } = linter.lint({
    text,
    format: "markdown",
    config: { ...defaultConfig, ...config },
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  });
  return findings.map(({ ruleId, state }) => `${ruleId} ${state}`);
}

test("a configuration may use the former name of a rule", async () => {
  const text = "rules: { old-name: hint }\nsuppressions: [{ rule: older-name, reason: a draft }]";
  const { config, problems } = await resolved(
    { "/work/privacy.md": "# Privacy Policy\n", "/work/clauselint.config.yaml": text },
    "/work/privacy.md",
    { knowledge: () => ({ knowledge: knowledgeOf(renamed), problems: [] }) },
  );
  assert.deepEqual(told(problems), []);
  assert.equal(config.rules["todays-name"]?.severity, "hint");
  assert.deepEqual(
    config.suppressions.map(({ rule }) => rule),
    ["todays-name"],
  );
});

test("so may a comment", () => {
  const comment = "<!-- clauselint-disable-file old-name -- a draft -->\n\n";
  assert.deepEqual(states(renamed, `${comment}# Privacy Policy\n`), ["todays-name suppressed"]);
});

test("a baseline knows a finding by the former name of its rule", () => {
  const before = linterWith(sample("older-name"))();
  const input = {
    text: "# Privacy Policy\n",
    format: "markdown",
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  } as const;
  const { findings } = before.lint({ ...input, config: defaultConfig });
  const baseline = new Set(findings.map(({ fingerprint }) => fingerprint));
  assert.equal(baseline.size, 1);
  assert.deepEqual(states(renamed, input.text, { baseline }), ["todays-name baselined"]);
});
