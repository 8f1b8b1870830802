import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig, type LintConfig, type Suppression } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import { shippedLinter } from "../server/linters";

interface Options {
  readonly config?: Partial<LintConfig>;
  readonly format?: DocumentFormat;
  readonly asOf?: string;
}

/** Placeholders and what is about suppressions: the words, then what became of the finding. */
function findings(text: string, { config = {}, format = "markdown", asOf = "2026-11-22" }: Options = {}): string[] {
  const result = shippedLinter().lint({
    text,
    format,
    config: { ...defaultConfig, ...config },
    asOf,
    documentKey: "privacy.md",
  });
  return result.findings
    .filter(({ ruleId }) => /placeholder|-suppression$/.test(ruleId))
    .map(({ ruleId, state, span }) => {
      const words = text.slice(span.start, span.end);
      return ruleId === "unfilled-placeholder" ? `${words} ${state}` : `${ruleId}: ${words}`;
    });
}

function statesOf(rule: string, text: string, config: Partial<LintConfig> = {}): string[] {
  const input = { text, format: "markdown", asOf: "2026-11-22", documentKey: "privacy.md" } as const;
  const { findings: found } = shippedLinter().lint({ ...input, config: { ...defaultConfig, ...config } });
  return found.filter(({ ruleId }) => ruleId === rule).map(({ state }) => state);
}

const line = "<!-- clauselint-disable-next-line unfilled-placeholder -- the site fills it -->";

test("a comment before a line silences what begins in it, and nothing else", () => {
  assert.deepEqual(findings(`# Privacy Policy\n\n${line}\nWrite to [email].\nOr [phone].\n`), [
    "[email] suppressed",
    "[phone] new",
  ]);
  assert.deepEqual(findings(`# Privacy Policy\n\n${line}\n\n- Write to [email].\n- Or [phone].\n`), [
    "[email] suppressed",
    "[phone] new",
  ]);
  assert.deepEqual(findings(`# Privacy Policy\n\nWrite to [email]. ${line}\nOr call [phone],\nor [fax].\n`), [
    "[email] new",
    "[phone] suppressed",
    "[fax] new",
  ]);
  assert.deepEqual(findings(`# Privacy Policy\r\n\r\n${line}\r\nWrite to [email].\r\nOr [phone].\r\n`), [
    "[email] suppressed",
    "[phone] new",
  ]);
});

test("a comment of MDX does the same in Markdown, and none in other formats", () => {
  const mdx = line.replace("<!--", "{/*").replace("-->", "*/}");
  assert.deepEqual(findings(`# Privacy Policy\n\n${mdx}\nWrite to [email].\nOr [phone].\n`), [
    "[email] suppressed",
    "[phone] new",
  ]);
  assert.deepEqual(findings(`# Privacy Policy\n\n${mdx}\n\n- Write to [email].\n- Or [phone].\n`), [
    "[email] suppressed",
    "[phone] new",
  ]);
  const range = "{/* clauselint-disable unfilled-placeholder -- a draft */}\n\n[email]\n\n<!-- clauselint-enable -->";
  assert.deepEqual(findings(`# Privacy Policy\n\n${range}\n\n[phone]\n`), ["[email] suppressed", "[phone] new"]);
  assert.deepEqual(findings(`<h1>Privacy Policy</h1>\n${mdx}\n<p>Write to [email].</p>\n`, { format: "html" }), [
    "[email] new",
  ]);
});

test("a comment silences the rules that it names", () => {
  const both = "<!-- clauselint-disable-next-line empty-value, unfilled-placeholder -- the site fills it -->";
  assert.deepEqual(findings(`# Privacy Policy\n\n${both}\nWrite to us at . Or [phone].\n`), ["[phone] suppressed"]);
  const other = "<!-- clauselint-disable-next-line empty-value -- the site fills it -->";
  assert.deepEqual(findings(`# Privacy Policy\n\n${other}\nWrite to us at . Or [phone].\n`), ["[phone] new"]);
});

test("a range begins and ends, for some rules or for all", () => {
  const text = (end: string) =>
    `# Privacy Policy\n\n<!-- clauselint-disable unfilled-placeholder -- a draft -->\n\nWrite to [email].\n\n${end}\n\nOr [phone].\n`;
  assert.deepEqual(findings(text("<!-- clauselint-enable -->")), ["[email] suppressed", "[phone] new"]);
  assert.deepEqual(findings(text("<!-- clauselint-enable unfilled-placeholder -->")), [
    "[email] suppressed",
    "[phone] new",
  ]);
  assert.deepEqual(findings(text("More.")), ["[email] suppressed", "[phone] suppressed"]);
  assert.deepEqual(findings(text("<!-- clauselint-enable empty-value -->")), [
    "[email] suppressed",
    "unknown-suppression: <!-- clauselint-enable empty-value -->",
    "[phone] suppressed",
  ]);
});

test("only what is about the whole file silences what is about the document", () => {
  const text = (word: string) =>
    `<!-- clauselint-${word} missing-retention -- said elsewhere -->\n\n# Privacy Policy\n\nHello.\n`;
  assert.deepEqual(statesOf("missing-retention", text("disable-file")), ["suppressed"]);
  for (const word of ["disable", "disable-next-line"]) {
    assert.deepEqual(statesOf("missing-retention", text(word)), ["new"], word);
    assert.equal(statesOf("unused-suppression", text(word)).length, 1, word);
  }
  const policy = "# Privacy Policy\n\n## Retention\n\nHello.\n";
  const by = (suppression: Partial<Suppression>) =>
    statesOf("missing-retention", policy, {
      suppressions: [{ rule: "missing-retention", reason: "said elsewhere", ...suppression }],
    });
  assert.deepEqual(by({}), ["suppressed"]);
  assert.deepEqual(by({ section: "Retention" }), ["new"]);
  assert.deepEqual(by({ quote: "Retention" }), ["new"]);
});

test("what a comment lacks is told, and it is not heard", () => {
  const told = (comment: string) => findings(`# Privacy Policy\n\n${comment}\nWrite to [email].\n`);
  assert.deepEqual(told("<!-- clauselint-disable-next-line unfilled-placeholder -->"), [
    "unexplained-suppression: <!-- clauselint-disable-next-line unfilled-placeholder -->",
    "[email] new",
  ]);
  assert.deepEqual(told("<!-- clauselint-disable-next-line unfiled-placeholder -- a draft -->"), [
    "unknown-suppression: unfiled-placeholder",
    "[email] new",
  ]);
  assert.deepEqual(told("<!-- clauselint-ignore unfilled-placeholder -- a draft -->"), [
    "unknown-suppression: clauselint-ignore",
    "[email] new",
  ]);
  assert.deepEqual(told("<!--clauselint-disable-next-line unfilled-placeholder -- a draft-->"), ["[email] suppressed"]);
  assert.deepEqual(told("<!-- clauselint-enable-->"), [
    "unknown-suppression: <!-- clauselint-enable-->",
    "[email] new",
  ]);
});

test("comments mean nothing in plain text, in code, in front matter, and where nobody listens", () => {
  assert.deepEqual(findings(`Privacy Policy\n\n${line}\nWrite to [email].\n`, { format: "plaintext" }), [
    "[email] new",
  ]);
  assert.deepEqual(findings(`# Privacy Policy\n\n\`\`\`\n${line}\n\`\`\`\n\nWrite to [email].\n`), ["[email] new"]);
  assert.deepEqual(findings(`# Privacy Policy\n\nWrite \`${line}\` or\nto [email].\n`), ["[email] new"]);
  assert.deepEqual(findings(`---\ntitle: a\nnote: ${line}\n---\n# Privacy Policy\n\nWrite to [email].\n`), [
    "[email] new",
  ]);
  const config = { inlineConfig: false };
  assert.deepEqual(findings(`# Privacy Policy\n\n${line}\nWrite to [email].\n`, { config }), ["[email] new"]);
});

test("comments of a page are heard", () => {
  const text = `<h1>Privacy Policy</h1>\n${line}\n<p>\n  Write to [email].</p>\n<p>Or [phone].</p>\n`;
  assert.deepEqual(findings(text, { format: "html" }), ["[email] suppressed", "[phone] new"]);
});

test("a locked rule is not silenced by the document", () => {
  const config = { locked: ["unfilled-placeholder"] };
  assert.deepEqual(findings(`# Privacy Policy\n\n${line}\nWrite to [email].\n`, { config }), [
    "forbidden-suppression: unfilled-placeholder",
    "[email] new",
  ]);
});

const sections =
  "# Privacy Policy\n\n## 3. How to **reach** us\n\nWrite to [email].\n\n### By phone\n\nCall [phone].\n\n## More\n\nOr [fax].\n";

test("the configuration silences by section and by quotation", () => {
  const by = (suppression: Partial<Suppression>) =>
    findings(sections, {
      config: { suppressions: [{ rule: "unfilled-placeholder", reason: "a draft", ...suppression }] },
    });
  assert.deepEqual(by({}), ["[email] suppressed", "[phone] suppressed", "[fax] suppressed"]);
  assert.deepEqual(by({ section: "How to reach us" }), ["[email] suppressed", "[phone] suppressed", "[fax] new"]);
  assert.deepEqual(by({ section: "By phone" }), ["[email] new", "[phone] suppressed", "[fax] new"]);
  assert.deepEqual(by({ quote: "or [fax]" }), ["[email] new", "[phone] new", "[fax] suppressed"]);
  assert.deepEqual(by({ section: "More", quote: "[email]" }), ["[email] new", "[phone] new", "[fax] new"]);
});

test("a quotation holds wherever the words stand", () => {
  const text = "# Privacy Policy\n\nWrite to [email].\n\nAsk for it at [email].\n";
  const suppressions = [{ rule: "unfilled-placeholder", quote: "[email]", reason: "a draft" }];
  assert.deepEqual(findings(text, { config: { suppressions } }), ["[email] suppressed", "[email] suppressed"]);
});

test("a suppression holds until its last day, and is told from the next on", () => {
  const suppressions = [{ rule: "unfilled-placeholder", reason: "a draft", until: "2026-06-30" }];
  const text = "# Privacy Policy\n\nWrite to [email].\n";
  assert.deepEqual(findings(text, { config: { suppressions }, asOf: "2026-06-30" }), ["[email] suppressed"]);
  assert.deepEqual(findings(text, { config: { suppressions }, asOf: "2026-07-01" }), [
    "expired-suppression: Privacy Policy",
    "[email] new",
  ]);
  const done = "# Privacy Policy\n\nWrite to us.\n";
  assert.deepEqual(findings(done, { config: { suppressions }, asOf: "2026-07-01" }), []);
});

test("what is about one document, and silences nothing there, is told with its place in the configuration", () => {
  const place = { path: "/work/clauselint.config.yaml", span: { start: 5, end: 9 } };
  const suppressions = [
    { rule: "unfilled-placeholder", reason: "a draft", onlyHere: true, place },
    { rule: "empty-value", reason: "for all documents" },
  ];
  const { findings: found } = shippedLinter().lint({
    text: "# Privacy Policy\n\nWrite to us.\n",
    format: "markdown",
    config: { ...defaultConfig, suppressions },
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  });
  const unused = found.filter(({ ruleId }) => ruleId === "unused-suppression");
  assert.deepEqual(
    unused.map(({ configPlace }) => configPlace),
    [place],
  );
  assert.match(unused[0]?.message ?? "", /^The suppression of unfilled-placeholder silences nothing here; /);
});

test("a suppressed finding keeps its fingerprint, and so do the others", () => {
  const prints = (suppressions: LintConfig["suppressions"]) =>
    shippedLinter()
      .lint({
        text: sections,
        format: "markdown",
        config: { ...defaultConfig, suppressions },
        asOf: "2026-11-22",
        documentKey: "privacy.md",
      })
      .findings.map(({ fingerprint }) => fingerprint);
  assert.deepEqual(prints([{ rule: "unfilled-placeholder", section: "By phone", reason: "a draft" }]), prints([]));
});
