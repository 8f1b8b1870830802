import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageOutput, LintOutput } from "../../cli/output";
import { run } from "./harness";

const policy = `# Privacy Policy

We transfer your personal information to servers in Singapore. We are fully compliant.
`;

const pack = `id: acme
name: Acme's house rules
disclosures:
  - { id: acme-mailbox-told, title: the mailbox of Acme's privacy team }
languages:
  en:
    vocabulary: { acme-mailbox: [privacy@acme.example] }
    disclosures:
      - id: acme-mailbox-told
        patterns: [{ id: address, match: acme-mailbox }]
        snippet: { heading: Privacy team, text: Write to privacy@acme.example. }
    wording: [{ id: acme-compliant, terms: [fully compliant], reason: nobody says so }]
`;

const configuration = `packs: [./acme.yml]
regimes: [core]
facts:
  transfers: false
  contact: privacy@acme.example
evidence:
  retention: { quote: gone by tomorrow }
  purposes: { url: "https://acme.example/purposes", reason: a page of its own }
`;

const files = { "a.md": policy, "acme.yml": pack, "clauselint.config.yml": configuration };

test("facts, evidence and packs of a configuration decide, and findings tell where it says so", async () => {
  const { stdout, stderr, code } = await run(["lint", "a.md", "--format", "json"], { files });
  assert.equal(stderr, "");
  assert.equal(code, 1);
  const { findings = [] } = (JSON.parse(stdout) as LintOutput).documents[0] ?? {};
  const find = (id: string) => findings.find(({ ruleId }) => ruleId === id);
  const fact = find("contradicted-fact");
  assert.match(fact?.message ?? "", /facts\.transfers in clauselint\.config\.yml/);
  const [ground] = fact?.related ?? [];
  assert.equal(ground?.path, "clauselint.config.yml");
  assert.equal(ground?.start.line, 4);
  assert.equal(find("stale-evidence")?.related[0]?.start.line, 7);
  assert.equal(find("missing-purposes"), undefined);
  assert.ok(find("missing-retention"));
  assert.equal(find("missing-acme-mailbox-told")?.severity, "error");
  assert.match(find("house-wording")?.message ?? "", /nobody says so/);
  const contact = find("missing-contact")?.suggestions[0]?.edits[0]?.newText ?? "";
  assert.match(contact, /write to privacy@acme\.example, or to \$\{2:/);
});

test("coverage tells what is asserted, and the disclosures of packs", async () => {
  const { stdout } = await run(["coverage", "a.md", "--format", "json"], { files });
  const { disclosures = {} } = (JSON.parse(stdout) as CoverageOutput).documents[0] ?? {};
  assert.equal(disclosures.purposes?.status, "met");
  assert.deepEqual(disclosures.purposes?.asserted, {
    quote: null,
    file: null,
    url: "https://acme.example/purposes",
    reason: "a page of its own",
    place: null,
  });
  assert.equal(disclosures["acme-mailbox-told"]?.status, "missing");
  assert.equal(disclosures["transfer-mechanism"]?.status, "weak");
  const pretty = await run(["coverage", "a.md"], { files });
  assert.match(pretty.stdout, /purposes +met \(asserted\) +asserted by evidence\.purposes in clauselint\.config\.yml/);
});

test("for people the place in the configuration stands below the finding", async () => {
  const { stdout } = await run(["lint", "a.md"], { files });
  assert.match(stdout, /contradicted-fact\n.*\n.*\n {4}clauselint\.config\.yml:4:\d+ {2}The configuration has it here/);
});

test("a mistake in a pack is told with its place in the pack, and the rest of the configuration holds", async () => {
  const broken = { ...files, "acme.yml": pack.replace("match: acme-mailbox", "match: acme-mailbx") };
  const { stdout, stderr, code } = await run(["lint", "a.md", "--format", "json"], { files: broken });
  assert.equal(code, 2);
  assert.match(stderr, /acme\.yml:10:\d+: "acme-mailbx" is not known here; did you mean acme-mailbox\?/);
  const { findings = [] } = (JSON.parse(stdout) as LintOutput).documents[0] ?? {};
  assert.ok(findings.some(({ ruleId }) => ruleId === "contradicted-fact"));
  assert.ok(!findings.some(({ ruleId }) => ruleId === "house-wording"));
});

test("rules of a pack can be set like any other", async () => {
  const set = {
    ...files,
    "clauselint.config.yml": `${configuration}rules: { missing-acme-mailbox-told: off, house-wording: error }\n`,
  };
  const { stdout, stderr } = await run(["lint", "a.md", "--format", "json"], { files: set });
  assert.equal(stderr, "");
  const { findings = [] } = (JSON.parse(stdout) as LintOutput).documents[0] ?? {};
  assert.ok(!findings.some(({ ruleId }) => ruleId === "missing-acme-mailbox-told"));
  assert.equal(findings.find(({ ruleId }) => ruleId === "house-wording")?.severity, "error");
});
