import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnalysisCache } from "../../engine/analysis/cache";
import { defaultConfig, type FactValue, type LintConfig } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import { snippetToPlainText } from "../../engine/edits";
import { createShippedLinter } from "../../server/shipped-linter";

const linter = createShippedLinter();

interface Options extends Partial<LintConfig> {
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly format?: DocumentFormat;
}

function lint(text: string, { format = "markdown", ...config }: Options = {}) {
  return linter.lint({
    text,
    format,
    config: { ...defaultConfig, ...config },
    asOf: "2026-11-22",
    documentKey: "privacy",
  });
}

const bare = "# Privacy Policy\n\nYour privacy matters to us.\n";
const place = { path: "/site/clauselint.config.yml", span: { start: 40, end: 56 } };

function statusOf(text: string, id: string, options: Options) {
  const { analysis, findings } = lint(text, options);
  const facts = analysis.disclosures.get(id);
  assert.ok(facts);
  return { facts, rules: findings.filter(({ disclosure }) => disclosure === id).map(({ ruleId }) => ruleId) };
}

test("a fact makes a duty not applicable, with its reason", () => {
  const without = statusOf(bare, "transfer-mechanism", {});
  assert.equal(without.facts.status, "missing");
  assert.deepEqual(without.rules, ["missing-transfer-mechanism"]);
  const regimes = ["core", "eu-gdpr"];
  const { facts, rules } = statusOf(bare, "transfer-mechanism", {
    regimes,
    facts: { transfers: false },
    factPlaces: { transfers: place },
  });
  assert.equal(facts.status, "not-applicable");
  assert.equal(facts.reason, "no personal data goes to other countries (facts.transfers in clauselint.config.yml)");
  assert.equal(facts.byRegime.get("eu-gdpr")?.status, "not-applicable");
  assert.deepEqual(rules, []);
});

test("a fact makes nothing not applicable against what the text says", () => {
  const text = `${bare}\nWe transfer your personal information to servers in Singapore.\n`;
  const { analysis, findings } = lint(text, { facts: { transfers: false }, factPlaces: { transfers: place } });
  assert.equal(analysis.disclosures.get("transfer-mechanism")?.status, "weak");
  assert.equal(analysis.disclosures.get("transfer-copy")?.status, "missing");
  const [finding, ...others] = findings.filter(({ ruleId }) => ruleId === "contradicted-fact");
  assert.ok(finding && others.length === 0);
  assert.equal(text.slice(finding.span.start, finding.span.end), "Singapore");
  assert.equal(finding.severity, "error");
  assert.deepEqual(finding.configPlace, place);
  assert.match(finding.message, /goes to another country.*facts\.transfers in clauselint\.config\.yml/);
});

test("a fact turns a conditional duty on, and missing what it asks for is an error that says why", () => {
  const text = "# Privacy Policy\n\nThe GDPR gives you rights.\n";
  assert.deepEqual(statusOf(text, "dpo-contact", {}).rules, []);
  const { analysis, findings } = lint(text, { facts: { dpo: true }, factPlaces: { dpo: place } });
  const finding = findings.find(({ ruleId }) => ruleId === "missing-dpo-contact");
  assert.equal(finding?.severity, "error");
  assert.match(finding?.message ?? "", /because there is a data protection officer \(facts\.dpo in clauselint/);
  assert.deepEqual(finding?.configPlace, place);
  assert.equal(analysis.signals.get("has-privacy-officer")?.span, undefined);
  assert.equal(analysis.disclosures.get("dpo-contact")?.demanded, true);
});

test("what the text turns on itself is no fact's doing", () => {
  const text = "# Privacy Policy\n\nUnder the GDPR, our data protection officer helps you.\n";
  const { analysis, findings } = lint(text, { facts: { dpo: true } });
  assert.notEqual(analysis.signals.get("has-privacy-officer")?.span, undefined);
  const weak = findings.find(({ disclosure }) => disclosure === "dpo-contact");
  assert.equal(weak?.ruleId, "weak-dpo-contact");
});

test("where users are brings in regimes, but not where the configuration names them", () => {
  const regimesOf = (regimes: LintConfig["regimes"]) =>
    lint(bare, { regimes, facts: { users: ["eea", "california"] } }).analysis.regimes.map(({ id }) => id);
  assert.deepEqual(regimesOf("auto"), ["core", "eu-gdpr", "us-ca-caloppa"]);
  assert.deepEqual(regimesOf(["core", "uk-gdpr"]), ["core", "uk-gdpr"]);
});

test("where the words are just the value, the fact's is offered in their place", () => {
  const text = "# Privacy Policy\n\nQuestions about privacy: write to office@brightlamp.io or dpo@brightlamp.io.\n";
  const facts = { contact: "privacy_team@brightlamp.io", "dpo-email": "dpo@brightlamp.io" };
  const [finding, ...others] = lint(text, { facts }).findings.filter(({ ruleId }) => ruleId === "contradicted-fact");
  assert.deepEqual(others, []);
  const edit = finding?.suggestions[0]?.edits[0];
  assert.equal(text.slice(edit?.span.start, edit?.span.end), "office@brightlamp.io");
  assert.equal(edit?.newText, "privacy_team@brightlamp.io");
  const age = lint("# Privacy Policy\n\nNot for children under thirteen (13).\n", { facts: { "child-age": 16 } });
  const other = age.findings.find(({ ruleId }) => ruleId === "contradicted-fact");
  assert.ok(other);
  assert.deepEqual(other.suggestions, []);
});

test("what a document of another kind says is about something else", () => {
  const contact = { contact: "privacy@brightlamp.io", "child-age": 16 };
  const body = "You must be 18 years old. If you have questions, write to legal@brightlamp.io.\n";
  const contradicted = (text: string) =>
    lint(text, { facts: contact }).findings.filter(({ ruleId }) => ruleId === "contradicted-fact").length;
  assert.equal(contradicted(`# Privacy Policy\n\n${body}`), 2);
  assert.equal(contradicted(`# Terms of Service\n\n${body}`), 0);
});

test("facts that the catalogue does not know do nothing", () => {
  const facts = { favourite: "blue", constructor: "x", __proto__: "y" };
  assert.deepEqual(lint(bare, { facts }).findings, lint(bare).findings);
});

const nasty = "A_me & *Söhne* [$1}] <b>GmbH</b> \\ Co";

for (const format of ["markdown", "html", "plaintext"] as const) {
  const drafts = {
    markdown: "# Privacy Policy\n\nYour privacy matters to us.\n",
    html: "<h1>Privacy Policy</h1>\n<p>Your privacy matters to us.</p>\n",
    plaintext: "PRIVACY POLICY\n\nYour privacy matters to us.\n",
  };

  const insert = (rule: string, facts: Options["facts"]): { edited: string; inserted: string } => {
    const text = drafts[format];
    const { findings } = lint(text, { format, ...(facts && { facts }) });
    const edit = findings.find(({ ruleId }) => ruleId === rule)?.suggestions[0]?.edits[0];
    assert.ok(edit, rule);
    const inserted = snippetToPlainText(edit.newText);
    return { edited: text.slice(0, edit.span.start) + inserted + text.slice(edit.span.end), inserted: edit.newText };
  };

  test(`a snippet takes what the configuration states, and its slot is no slot any more (${format})`, () => {
    const facts = { contact: ["privacy@brightlamp.io", "info@brightlamp.io"], address: "Mill Lane 12\n10115 Berlin" };
    const { edited, inserted } = insert("missing-contact", facts);
    assert.match(edited, /write to privacy@brightlamp\.io, or to Mill Lane 12, 10115 Berlin\./);
    assert.doesNotMatch(inserted, /\$\{/);
    const { analysis, findings } = lint(edited, { format, facts });
    assert.equal(analysis.disclosures.get("contact")?.status, "met");
    assert.deepEqual(
      findings.filter(({ ruleId }) => ruleId === "unfilled-placeholder"),
      [],
    );
  });

  test(`a snippet that is filled in part says nothing yet, and its slots are the only complaint (${format})`, () => {
    const facts = { company: "Brightlamp Studio GmbH" };
    const { edited } = insert("missing-controller-identity", facts);
    const { analysis, findings } = lint(edited, { format, facts });
    assert.equal(analysis.disclosures.get("controller-identity")?.status, "weak");
    assert.equal(findings.filter(({ ruleId }) => ruleId === "unfilled-placeholder").length, 2);
    assert.deepEqual(
      findings.filter(({ disclosure }) => disclosure === "controller-identity"),
      [],
    );
  });

  test(`a fact means itself in a snippet, whatever it contains (${format})`, () => {
    const { edited } = insert("missing-controller-identity", { company: nasty });
    const { analysis } = lint(edited, { format });
    const words = analysis.document.blocks.map((block) => analysis.prose(block).text).join("\n");
    assert.ok(words.includes(`${nasty} (`), words);
  });
}

test("options, days and lists are written in words", () => {
  const snippetOf = (disclosure: string, facts: Options["facts"]) => {
    const { findings } = lint(bare, { regimes: ["core", "eu-gdpr", "ca-qc-law25"], ...(facts && { facts }) });
    const finding = findings.find(({ ruleId }) => ruleId === `missing-${disclosure}`);
    return finding?.suggestions[0]?.edits[0]?.newText ?? "";
  };
  const mechanism = ["standard-contractual-clauses", "adequacy"];
  assert.match(
    snippetOf("transfer-mechanism", { mechanism }),
    /we rely on the European Commission's standard contractual clauses and an adequacy decision\./,
  );
  assert.match(snippetOf("transfer-mechanism", { mechanism: "derogation" }), /\$\{3:\[mechanism/);
  assert.match(snippetOf("effective-date", { "effective-date": "2026-03-01" }), /applies from 1 March 2026/);
  assert.match(snippetOf("notice-language", { languages: ["German", "Polish", "Dutch"] }), /German, Polish and Dutch/);
});

test("an edited document with facts is read as one from scratch", () => {
  const cache = createAnalysisCache();
  const input = (text: string, facts: Options["facts"]) => ({
    text,
    format: "markdown" as const,
    config: { ...defaultConfig, ...(facts && { facts }) },
    asOf: "2026-11-22",
    documentKey: "privacy",
  });
  const open = `${bare}\n## Contact\n\nQuestions about privacy: write to privacy@brightlamp.io, or to [name, street, postcode, town, country].\n`;
  for (const facts of [{}, { contact: "privacy@brightlamp.io" }, { contact: "x@brightlamp.io" }, {}]) {
    for (const text of [open, `${open}\nMore.\n`]) {
      const fresh = linter.lint(input(text, facts));
      const edited = linter.lint(input(text, facts), cache);
      assert.deepEqual(edited.findings, fresh.findings);
      assert.deepEqual(edited.analysis.disclosures, fresh.analysis.disclosures);
    }
  }
});
