import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createAnalysisCache } from "../../engine/analysis/cache";
import { defaultConfig } from "../../engine/config";
import { createPackLinters } from "../../project/pack-linters";
import { readPacks } from "../../project/packs";
import { createShippedLinter } from "../../server/shipped-linter";

const shipped = createShippedLinter();
const linters = createPackLinters(() => shipped, createShippedLinter);

const good = `id: acme
name: Acme's house rules
disclosures:
  - id: acme-dpo-mailbox
    title: the mailbox of Acme's data protection team
    citations: [{ label: House rule 4, url: https://acme.example/rules }]
languages:
  en:
    vocabulary:
      acme-mailbox: { terms: [dpo@acme.eu] }
      acme-team: ["privacy {team,crew}"]
    disclosures:
      - id: acme-dpo-mailbox
        headings: [data protection]
        patterns:
          - { id: by-address, match: acme-mailbox }
          - { id: by-team, match: { near: [we, acme-team], within: 10 }, focus: acme-team }
        snippet: { heading: Data protection, text: Write to dpo@acme.eu. }
    wording:
      - { id: acme-compliant, terms: [fully compliant], reason: counsel wants no such promise }
      - id: acme-pii
        terms: [personally identifiable information, PII]
        instead: personal data
        sameMeaning: true
        reason: all our policies use one word
    snippets:
      retention: { heading: Retention at Acme, text: "We keep it for \${1:[period]}; ask \${2:[address]}.", facts: { 2: contact } }
`;

function read(text: string, path = "/site/acme.yml") {
  return readPacks([{ path, text }], shipped.catalogue);
}

function lint(text: string, pack: string | null = good) {
  const files = pack === null ? [] : [{ path: "/site/acme.yml", text: pack }];
  return linters.linterFor(files).lint({
    text,
    format: "markdown",
    config: { ...defaultConfig, regimes: ["core"], facts: { contact: "privacy@acme.eu" } },
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  });
}

const bare = "# Privacy Policy\n\nYour privacy matters to us.\n";

test("a pack is read, and what it leaves out is filled in", () => {
  const { packs, problems } = read(good);
  assert.deepEqual(problems, []);
  const [law] = packs[0]?.disclosures ?? [];
  assert.equal(law?.what, "The text says the mailbox of Acme's data protection team.");
  assert.deepEqual(law?.citations[0]?.regime, "acme");
  assert.deepEqual(packs[0]?.languages[0]?.vocabulary["acme-mailbox"], { terms: ["dpo acme eu"] });
});

test("a pack in JSON is the same", () => {
  const [pack] = read(good).packs;
  const languages = Object.fromEntries(
    (pack?.languages ?? []).map(({ id, disclosures, ...language }) => [
      id,
      { ...language, disclosures: disclosures.map(({ rule: _, ...words }) => words) },
    ]),
  );
  const { packs, problems } = read(JSON.stringify({ ...pack, languages }), "/site/acme.json");
  assert.deepEqual(problems, []);
  assert.deepEqual(packs, [pack]);
});

test("what a pack wants to be told is missing where nobody tells it, and met where somebody does", () => {
  const { findings, analysis } = lint(bare);
  assert.deepEqual(
    analysis.regimes.map(({ id, from }) => `${id} ${from}`),
    ["core configuration", "acme configuration"],
  );
  const missing = findings.find(({ ruleId }) => ruleId === "missing-acme-dpo-mailbox");
  assert.equal(missing?.severity, "error");
  assert.match(missing?.message ?? "", /data protection team, which Acme's house rules/);
  assert.equal(missing?.references[0]?.url, "https://acme.example/rules");
  assert.match(missing?.suggestions[0]?.edits[0]?.newText ?? "", /## Data protection\n\nWrite to dpo@acme\.eu\./);
  for (const said of ["Write to dpo@acme.eu.", "Our privacy crew helps you."]) {
    const met = lint(`${bare}\n${said}\n`);
    assert.equal(met.analysis.disclosures.get("acme-dpo-mailbox")?.status, "met", said);
    assert.deepEqual(
      met.findings.filter(({ ruleId }) => ruleId.endsWith("acme-dpo-mailbox")),
      [],
    );
  }
  assert.equal(
    lint(`${bare}\nWrite to dpo@acme.com.\n`).analysis.disclosures.get("acme-dpo-mailbox")?.status,
    "missing",
  );
});

test("words that the house does not use are found, with what to write instead", () => {
  const text = `${bare}\nWe are Fully compliant. PII and Personally identifiable\ninformation is **safe**.\n`;
  const { findings } = lint(text);
  const found = findings.filter(({ ruleId }) => ruleId === "house-wording");
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end)),
    ["Fully compliant", "PII", "Personally identifiable\ninformation"],
  );
  assert.match(found[0]?.message ?? "", /by Acme's house rules \(acme-compliant\): counsel wants no such promise$/);
  assert.equal(found[0]?.fix, undefined);
  assert.deepEqual(
    found.slice(1).map(({ fix }) => fix?.edits[0]?.newText),
    ["personal data", "Personal data"],
  );
});

test("a pack's snippet takes the place of the catalogue's, and facts fill it", () => {
  const finding = lint(bare).findings.find(({ ruleId }) => ruleId === "missing-retention");
  const edit = finding?.suggestions[0]?.edits[0];
  assert.match(
    edit?.newText ?? "",
    /## Retention at Acme\n\nWe keep it for \$\{1:\[period\]\}; ask privacy@acme\.eu\./,
  );
  assert.match(finding?.suggestions[0]?.title ?? "", /Retention at Acme/);
});

test("the packs of the examples and of the page can be read, and decide as they say", () => {
  const page = readFileSync(join(process.cwd(), "docs", "packs.md"), "utf8");
  const example = readFileSync(join(process.cwd(), "examples", "house-rules.clauselint-pack.yaml"), "utf8");
  const texts = [example, ...[...page.matchAll(/```yaml\n(id:[^`]*)```/g)].map(([, text]) => text as string)];
  assert.equal(texts.length, 3);
  for (const text of texts) {
    const { packs, problems } = read(text);
    assert.deepEqual(problems, []);
    for (const words of packs.flatMap(({ languages }) => languages.flatMap(({ disclosures }) => disclosures))) {
      const statusOf = (sentence: string) =>
        lint(`${bare}\n${sentence}\n`, text).analysis.disclosures.get(words.id)?.status;
      for (const { text: sentence } of words.examples.met) assert.equal(statusOf(sentence), "met", sentence);
      for (const { text: sentence } of words.examples.weak) assert.equal(statusOf(sentence), "weak", sentence);
      for (const { text: sentence } of words.examples.lookalike) assert.equal(statusOf(sentence), "missing", sentence);
    }
  }
});

test("an example that is not decided as the pack says is told at its place, and the pack holds", () => {
  const examples = `        examples:
          met:
            - { text: Write to dpo@acme.eu. }
            - { text: Write to dpo@acme.com. }
          lookalike: [{ text: "Our privacy crew helps you." }]
`;
  const text = good.replace("    wording:\n", `${examples}    wording:\n`);
  const files = [{ path: "/site/acme.yml", text }];
  const { knowledge, problems } = linters.knowledge(files);
  assert.deepEqual(
    problems.map(({ line, message }) => `${text.split("\n")[line - 1]?.trim()}: ${message}`),
    [
      "- { text: Write to dpo@acme.com. }: this example is decided as missing, and not as met",
      'lookalike: [{ text: "Our privacy crew helps you." }]: this example is decided as met (said), and not as missing',
    ],
  );
  assert.ok(knowledge.disclosures.includes("acme-dpo-mailbox"));
  assert.ok(linters.linterFor(files).catalogue.disclosures.has("acme-dpo-mailbox"));
});

test("a pack changes nothing else", () => {
  const policy = `# Privacy Policy

Brightlamp ("we") uses cookies. We keep orders for ten years and delete logs after 30 days.

## Transfers

Some of our providers are in the United States; we rely on standard contractual clauses.

## Contact

Write to privacy@brightlamp.io or [address]. You must be 16 years old.
`;
  const [without, withPack] = [lint(policy, null), lint(policy)];
  for (const [id, facts] of without.analysis.disclosures) {
    assert.deepEqual(withPack.analysis.disclosures.get(id), facts, id);
  }
  assert.deepEqual(withPack.analysis.recognition, without.analysis.recognition);
  assert.deepEqual([...withPack.analysis.signals], [...without.analysis.signals]);
  assert.deepEqual(withPack.analysis.placeholders, without.analysis.placeholders);
  const ofCatalogue = withPack.findings.filter(({ ruleId }) => !ruleId.includes("acme"));
  assert.deepEqual(ofCatalogue, without.findings);
});

test("documents with the same packs share a linter, and what was read with others is not taken over", () => {
  const files = [{ path: "/site/acme.yml", text: good }];
  assert.equal(linters.linterFor(files), linters.linterFor([{ path: "/elsewhere.yml", text: good }]));
  assert.equal(linters.linterFor([]), shipped);
  const cache = createAnalysisCache();
  const input = {
    text: `${bare}\nWe are fully compliant.\n`,
    format: "markdown" as const,
    config: defaultConfig,
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  };
  for (const packs of [files, [], files]) {
    const linter = linters.linterFor(packs);
    assert.deepEqual(linter.lint(input, cache).findings, linter.lint(input).findings);
  }
});

test("a pack brings the names of its rules and disclosures", () => {
  const { knowledge, problems } = linters.knowledge([{ path: "/site/acme.yml", text: good }]);
  assert.deepEqual(problems, []);
  assert.ok(knowledge.disclosures.includes("acme-dpo-mailbox"));
  assert.ok(knowledge.rules.has("missing-acme-dpo-mailbox"));
});

/** Each mistake: what stands in the place of what, the words of the file at which it is shown, and what is said. */
const mistakes: readonly (readonly [from: string, to: string, at: string, message: RegExp])[] = [
  ["id: acme\n", "id: Acme\n", "Acme", /no name/],
  ["id: acme\n", "id: transfer\n", "transfer", /which has "transfer-/],
  ["id: acme\n", "", "name", /"id" is missing/],
  ["name: Acme's", "nmae: Acme's", "nmae", /"nmae" is not known.*did you mean name/],
  ["id: acme-dpo-mailbox\n    title", "id: dpo-mailbox\n    title", "dpo-mailbox", /call it acme-dpo-mailbox/],
  ["title: the mailbox of Acme's data protection team", "title: []", "[]", /a text is expected/],
  ["label: House rule 4", "lable: House rule 4", "lable", /did you mean label/],
  ["https://acme.example/rules", "javascript:alert(1)", "javascript:alert(1)", /https/],
  ["  en:", "  xx:", "xx", /"xx" is not known/],
  ["terms: [dpo@acme.eu]", "terms: ['*3 dpo']", "'*3 dpo'", /is no term/],
  ["terms: [dpo@acme.eu]", "terms: [a *9 b *9 c *9 d]", "a *9 b *9 c *9 d", /too wide/],
  ["terms: [dpo@acme.eu]", 'terms: ["{a,b,c} {d,e,f} {g,h,i} {j,k,l} {m,n,o} {p,q,r} {s,t,u}"]', '"{a', /ways/],
  ["terms: [dpo@acme.eu]", "terms: [dpo 31415]", "dpo 31415", /write # for a number/],
  ["match: acme-mailbox", "match: acme-mailbx", "acme-mailbx", /did you mean acme-mailbox/],
  ["match: acme-mailbox", "match: '@mail'", "'@mail'", /did you mean @email/],
  ["match: acme-mailbox", "match: { none: [acme-mailbox] }", "{ none", /names no word/],
  ["match: acme-mailbox", "match: { regexp: (a+)+$ }", "regexp", /not known/],
  ["within: 10 }, focus", "within: 1000 }, focus", "1000", /from 0 to 60/],
  ["near: [we, acme-team]", "near: [we]", "[we]", /needs 2 parts/],
  ["focus: acme-team", "focus: nowhere", "nowhere", /not known/],
  ["id: acme-dpo-mailbox\n        headings", "id: acme-dpo\n        headings", "acme-dpo", /no disclosure "acme-dpo"/],
  ["snippet: { heading: Data protection, text: Write to dpo@acme.eu. }", "", "id", /"snippet" is missing/],
  ["facts: { 2: contact }", "facts: { 2: contcat }", "contcat", /did you mean contact/],
  ["facts: { 2: contact }", "facts: { 3: contact }", "3", /no tab stop/],
  ["      retention: {", "      retentoin: {", "retentoin", /did you mean retention/],
  ["id: acme-pii", "id: acme-compliant", "id: acme-compliant\n        terms", /two parts/],
  ["sameMeaning: true", "sameMeaning: maybe", "maybe", /true or false/],
  ["disclosures:\n  - id", "disclosures: 7\nother:\n  - id", "7", /a list is expected/],
];

for (const [from, to, at, message] of mistakes) {
  test(`a mistake in a pack is shown at its place: ${JSON.stringify(to.trim() || `without ${from.trim()}`)}`, () => {
    assert.ok(good.includes(from));
    const text = good.replace(from, () => to);
    const { packs, problems } = read(text);
    assert.deepEqual(packs, []);
    const told = problems.map((problem) => `${text.slice(problem.span.start)}\n${problem.message}; ${problem.remedy}`);
    assert.ok(
      told.some((each) => each.startsWith(at) && message.test(each.slice(each.lastIndexOf("\n")))),
      problems.map((problem) => `${problem.line}:${problem.column} ${problem.message}; ${problem.remedy}`).join("\n"),
    );
    for (const problem of problems) {
      assert.equal(problem.path, "/site/acme.yml");
      assert.ok(problem.line >= 1 && problem.column >= 1 && !/\.$/.test(problem.message + problem.remedy));
    }
  });
}

test("what is broken in one pack costs nothing of another", () => {
  const { packs, problems } = readPacks(
    [
      { path: "/site/a.yml", text: "id: [" },
      { path: "/site/b.yml", text: good },
      { path: "/site/c.yml", text: good },
      { path: "/site/d.yml", text: good.replaceAll("acme-", "acme-eu-").replace("id: acme\n", "id: acme-eu\n") },
    ],
    shipped.catalogue,
  );
  assert.deepEqual(
    packs.map(({ id }) => id),
    ["acme"],
  );
  assert.deepEqual([...new Set(problems.map(({ path }) => path))], ["/site/a.yml", "/site/c.yml", "/site/d.yml"]);
});

test("every part that is taken away, or is something else, is told or does no harm", () => {
  const lines = good.split("\n");
  for (const [index, line] of lines.entries()) {
    const others = [[], [line.replace(/:.*/, ": [[1], {a: b}]")], [line.replace(/:.*/, ": ~")], [`${line} x: {`]];
    for (const other of others) {
      const text = [...lines.slice(0, index), ...other, ...lines.slice(index + 1)].join("\n");
      const { packs } = read(text);
      if (packs.length > 0) lint(bare, text);
    }
  }
});
