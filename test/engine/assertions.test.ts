import assert from "node:assert/strict";
import { test } from "node:test";
import { type Assertion, defaultConfig } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import { createShippedLinter } from "../../server/shipped-linter";

const linter = createShippedLinter();

const text = `# Privacy Policy

As the GDPR asks, what you tell us is **gone** by the
next “full moon” – no later, and that is that.

- letters: burnt
- photos:
  given back
`;

function lint(evidence: readonly Assertion[], document = text, format: DocumentFormat = "markdown") {
  return linter.lint({
    text: document,
    format,
    config: { ...defaultConfig, regimes: ["core", "eu-gdpr"], evidence },
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  });
}

function retention(evidence: readonly Assertion[]) {
  const { analysis, findings } = lint(evidence);
  return {
    facts: analysis.disclosures.get("retention"),
    rules: findings.filter(({ disclosure }) => disclosure === "retention").map(({ ruleId }) => ruleId),
  };
}

test("without evidence the linter does not see it", () => {
  assert.deepEqual(retention([]).rules, ["missing-retention"]);
});

for (const quote of [
  'gone by the next "full moon"',
  "**gone** by the\n  next “full moon”",
  "Gone by the next 'full moon'".replaceAll("'", "„"),
  "no later, and",
  "“full moon” - no later",
  "that is that. letters: burnt photos: given back",
  "- letters: burnt\n- photos:\n  given back",
]) {
  test(`quoted words are found whatever their markup: ${JSON.stringify(quote)}`, () => {
    const { facts, rules } = retention([{ disclosure: "retention", quote }]);
    assert.equal(facts?.status, "met");
    assert.equal(facts?.byRegime.get("eu-gdpr")?.status, "met");
    const span = facts?.asserted?.span;
    assert.ok(span && span.end > span.start);
    assert.deepEqual(rules, []);
  });
}

test("the place of a quote is where the document has the words", () => {
  const { facts } = retention([
    { disclosure: "retention", quote: "gone by the next 'full moon'".replaceAll("'", '"') },
  ]);
  const span = facts?.asserted?.span;
  assert.equal(text.slice(span?.start, span?.end), "gone** by the\nnext “full moon”");
});

for (const quote of ["gone by the next half moon", "one by the next", "gone by the ne", "", "  ", "**"]) {
  test(`a quote that the text does not have is an error: ${JSON.stringify(quote)}`, () => {
    const place = { path: "/site/clauselint.config.yml", span: { start: 3, end: 9 } };
    const { findings } = lint([{ disclosure: "retention", quote, place }]);
    const stale = findings.filter(({ ruleId }) => ruleId === "stale-evidence");
    assert.equal(stale.length, 1);
    assert.equal(stale[0]?.severity, "error");
    assert.deepEqual(stale[0]?.configPlace, place);
    assert.match(stale[0]?.message ?? "", /evidence\.retention in clauselint\.config\.yml/);
    assert.ok(findings.some(({ ruleId }) => ruleId === "missing-retention"));
  });
}

const page = `<h1>Privacy Policy</h1>
<p>What you tell us is <b>gone</b> by the next&nbsp;&ldquo;full moon&rdquo;&hellip;</p>
<ul><li>letters: burnt</li><li>photos: given back</li></ul>
`;

for (const quote of [
  'gone by the next "full moon"...',
  "<b>gone</b> by the next&nbsp;&ldquo;full",
  "letters: burnt photos: given back",
]) {
  test(`quoted words are found in a page: ${JSON.stringify(quote)}`, () => {
    const { analysis } = lint([{ disclosure: "retention", quote }], page, "html");
    assert.equal(analysis.disclosures.get("retention")?.status, "met");
  });
}

test("quoted words are found in plain text, with whatever line ends", () => {
  const plain = "PRIVACY POLICY\r\n\r\nWhat you tell us is *gone* by the\r\nnext full moon.\r\n";
  const { analysis } = lint([{ disclosure: "retention", quote: "*gone* by the next full moon" }], plain, "plaintext");
  assert.equal(analysis.disclosures.get("retention")?.status, "met");
});

test("a long quotation is cut in the message", () => {
  const { findings } = lint([{ disclosure: "retention", quote: `not\nhere ${"at all ".repeat(50)}` }]);
  const stale = findings.find(({ ruleId }) => ruleId === "stale-evidence");
  assert.match(stale?.message ?? "", /told by “not here at all [^\n]{10,80}…” \(evidence/);
});

test("a file is evidence while it is there and has the quoted words", () => {
  const file = "retention-schedule.md";
  const fileText = "# Schedule\n\nLogs: *30 days*\n";
  const rulesOf = (assertion: Omit<Assertion, "disclosure">) => retention([{ disclosure: "retention", ...assertion }]);
  assert.deepEqual(rulesOf({ file, fileText }).rules, []);
  assert.deepEqual(rulesOf({ file, fileText, quote: "Logs: 30 days" }).rules, []);
  assert.deepEqual(rulesOf({ file, fileText, quote: "Logs: 40 days" }).rules, ["missing-retention", "stale-evidence"]);
  assert.deepEqual(rulesOf({ file, fileText: undefined }).rules, ["missing-retention", "stale-evidence"]);
  assert.match(
    rulesOf({ file, fileText }).facts?.reason ?? "",
    /^asserted by evidence\.retention: retention-schedule\.md/,
  );
});

test("an address with a reason is evidence", () => {
  const url = "https://brightlamp.io/retention";
  const { facts, rules } = retention([{ disclosure: "retention", url, reason: "a page of its own" }]);
  assert.equal(facts?.status, "met");
  assert.equal(facts?.variant, undefined);
  assert.equal(facts?.reason, `asserted by evidence.retention: ${url}: a page of its own`);
  assert.deepEqual(rules, []);
});

test("evidence silences what is too weak, and stands back where the text says it", () => {
  const evidence = [{ disclosure: "retention", quote: "as long as necessary" }];
  const document = (period: string) => `# Privacy Policy\n\nWe keep your data as long as necessary${period}.\n`;
  const weak = lint(evidence, document(""));
  assert.equal(weak.analysis.disclosures.get("retention")?.status, "met");
  assert.deepEqual(
    weak.findings.filter(({ disclosure }) => disclosure === "retention"),
    [],
  );
  const said = lint(evidence, document(", and delete it 30 days after you close your account"));
  assert.equal(said.analysis.disclosures.get("retention")?.asserted, undefined);
  assert.equal(said.analysis.disclosures.get("retention")?.status, "met");
});

test("evidence for a policy is not missed in a document of another kind", () => {
  const evidence = [{ disclosure: "retention", quote: "not here" }];
  const { findings } = lint(evidence, "# Cookie Policy\n\nWe use cookies to remember your language.\n");
  assert.deepEqual(
    findings.filter(({ ruleId }) => ruleId === "stale-evidence"),
    [],
  );
});

test("a quote is looked up in time that grows with the text alone", () => {
  const document = `# Privacy Policy\n\n${"a".repeat(200_000)}\n`;
  const { findings } = lint([{ disclosure: "retention", quote: `${"a".repeat(100_000)}b` }], document);
  assert.equal(findings.filter(({ ruleId }) => ruleId === "stale-evidence").length, 1);
});
