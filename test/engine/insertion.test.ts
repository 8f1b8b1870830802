import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import { parse } from "../../engine/document/parse";
import { snippetToPlainText } from "../../engine/edits";
import { insertInHtml } from "../../engine/html-insertion";
import { createShippedLinter } from "../../server/shipped-linter";

const linter = createShippedLinter();

/** The document with the snippet of `missing-retention` inserted, the snippet's own text as « ». */
function inserted(text: string, format: DocumentFormat = "markdown"): string {
  const input = { text, format, config: defaultConfig, asOf: "2026-11-22", documentKey: "privacy" };
  const missing = linter.lint(input).findings.find(({ ruleId }) => ruleId === "missing-retention");
  const edits = missing?.suggestions[0]?.edits ?? [];
  assert.ok(edits.length > 0, "retention is missing and has a snippet");
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, newText }) => {
      return all.slice(0, span.start) + snippetToPlainText(newText) + all.slice(span.end);
    }, text)
    .replace(/We keep \[what is kept[^\r\n<]*/, "«»");
}

const cases: readonly {
  readonly name: string;
  readonly format?: DocumentFormat;
  readonly before: string;
  readonly after: string;
}[] = [
  {
    name: "under the heading where it belongs",
    before: "# Privacy Policy\n\nWe collect data.\n\n## Data retention\n\nWe like order.\n",
    after: "# Privacy Policy\n\nWe collect data.\n\n## Data retention\n\n«»\n\nWe like order.\n",
  },
  {
    name: "under an underlined heading, with the document's line ends",
    before: "Privacy Policy\r\n===\r\n\r\nWe collect data.\r\n\r\nRetention\r\n---\r\n\r\nWe like order.\r\n",
    after: "Privacy Policy\r\n===\r\n\r\nWe collect data.\r\n\r\nRetention\r\n---\r\n\r\n«»\r\n\r\nWe like order.\r\n",
  },
  {
    name: "after the paragraph whose first words are the heading",
    before: "# Privacy Policy\n\n**Use.** We use data.\n\n**Retention.** We like order.\n\n**Contact.** Mail us.\n",
    after:
      "# Privacy Policy\n\n**Use.** We use data.\n\n**Retention.** We like order.\n\n«»\n\n**Contact.** Mail us.\n",
  },
  {
    name: "a new section before contact",
    before: "# Privacy Policy\n\nWe collect data.\n\n### Contact us\n\nMail us.\n",
    after:
      "# Privacy Policy\n\nWe collect data.\n\n### How long we keep your data\n\n«»\n\n### Contact us\n\nMail us.\n",
  },
  {
    name: "a numbered section; those after it count up, a year in the text does not",
    before:
      "# Privacy Policy\n\n## 1. Use\n\nWe use data.\n\n## 2. Changes\n\nSince 2 May.\n\n### 2.1 How\n\nBy mail.\n\n## 3. Contact\n\nMail us.\n",
    after:
      "# Privacy Policy\n\n## 1. Use\n\nWe use data.\n\n## 2. How long we keep your data\n\n«»\n\n## 3. Changes\n\nSince 2 May.\n\n### 3.1 How\n\nBy mail.\n\n## 4. Contact\n\nMail us.\n",
  },
  {
    name: "a bold line",
    before: "**Privacy Policy**\n\nWe collect your data.\n\n**Use**\n\nWe use it.\n\n**Changes**\n\nWe tell you.\n",
    after:
      "**Privacy Policy**\n\nWe collect your data.\n\n**Use**\n\nWe use it.\n\n**How long we keep your data**\n\n«»\n\n**Changes**\n\nWe tell you.\n",
  },
  {
    name: "bold words that begin a paragraph",
    before: "# Privacy Policy\n\n**Use.** We use data.\n\n**Contact.** Mail us.\n",
    after: "# Privacy Policy\n\n**Use.** We use data.\n\n**How long we keep your data.** «»\n\n**Contact.** Mail us.\n",
  },
  {
    name: "an HTML heading",
    before: "<h1>Privacy Policy</h1>\n\n<p>We collect data.</p>\n\n<h2>Contact</h2>\n\n<p>Mail us.</p>\n",
    after:
      "<h1>Privacy Policy</h1>\n\n<p>We collect data.</p>\n\n<h2>How long we keep your data</h2>\n\n«»\n\n<h2>Contact</h2>\n\n<p>Mail us.</p>\n",
  },
  {
    name: "a line of capitals",
    format: "plaintext",
    before: "PRIVACY POLICY\n\nWe collect data.\n\nUSE\n\nWe use it.\n\nCONTACT\n\nMail us.\n",
    after:
      "PRIVACY POLICY\n\nWe collect data.\n\nUSE\n\nWe use it.\n\nHOW LONG WE KEEP YOUR DATA\n\n«»\n\nCONTACT\n\nMail us.\n",
  },
  {
    name: "at the end where nothing closes the policy",
    before: "# Privacy Policy\n\nWe collect data.\n\n## Use\n\nWe use it.\n",
    after: "# Privacy Policy\n\nWe collect data.\n\n## Use\n\nWe use it.\n\n## How long we keep your data\n\n«»\n",
  },
  {
    name: "below a title that stands alone",
    before: "# Privacy Policy",
    after: "# Privacy Policy\n\n## How long we keep your data\n\n«»",
  },
];

const inHtml: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  {
    name: "under the heading where it belongs, with its indentation",
    before:
      "<main>\n  <h1>Privacy Policy</h1>\n  <p>We collect data.</p>\n  <h2>Retention</h2>\n  <p>We like order.</p>\n</main>\n",
    after:
      "<main>\n  <h1>Privacy Policy</h1>\n  <p>We collect data.</p>\n  <h2>Retention</h2>\n  <p>«»</p>\n  <p>We like order.</p>\n</main>\n",
  },
  {
    name: "behind what holds nothing but the heading",
    before:
      '<h1>Privacy Policy</h1><section><header class="a"><a name="r"></a><h2><span>Retention</span></h2></header><div><p>We like order.</p></div></section>',
    after:
      '<h1>Privacy Policy</h1><section><header class="a"><a name="r"></a><h2><span>Retention</span></h2></header>\n<p>«»</p><div><p>We like order.</p></div></section>',
  },
  {
    name: "as a section before the one that closes the policy, out of its element",
    before:
      "<h1>Privacy Policy</h1>\n\n<section>\n<h3>Use</h3>\n<p>We use data.</p>\n</section>\n\n<section>\n<h3>Contact us</h3>\n<p>Mail us.</p>\n</section>\n",
    after:
      "<h1>Privacy Policy</h1>\n\n<section>\n<h3>Use</h3>\n<p>We use data.</p>\n</section>\n\n<h3>How long we keep your data</h3>\n\n<p>«»</p>\n\n<section>\n<h3>Contact us</h3>\n<p>Mail us.</p>\n</section>\n",
  },
  {
    name: "with the next number, those behind it counting up",
    before:
      "<h1>Privacy Policy</h1>\n<h2>1. Use</h2>\n<p>We use data.</p>\n<h2>2. <i>Contact</i></h2>\n<p>Mail us.</p>\n",
    after:
      "<h1>Privacy Policy</h1>\n<h2>1. Use</h2>\n<p>We use data.</p>\n<h2>2. How long we keep your data</h2>\n<p>«»</p>\n<h2>3. <i>Contact</i></h2>\n<p>Mail us.</p>\n",
  },
  {
    name: "as an item where the sections are items",
    before:
      "<h1>Privacy Policy</h1>\n<ol>\n  <li><h2>Use</h2><p>We use data.</p></li>\n  <li><h2>Contact</h2><p>Mail us.</p></li>\n</ol>\n",
    after:
      "<h1>Privacy Policy</h1>\n<ol>\n  <li><h2>Use</h2><p>We use data.</p></li>\n  <li><h2>How long we keep your data</h2>\n  <p>«»</p></li>\n  <li><h2>Contact</h2><p>Mail us.</p></li>\n</ol>\n",
  },
  {
    name: "with a bold line where headings are bold lines",
    before:
      "<p><b>Privacy Policy</b></p>\n<p>We collect data.</p>\n<p><strong>Use</strong></p>\n<p>We use it.</p>\n<p><strong>Changes</strong></p>\n<p>We tell you.</p>\n",
    after:
      "<p><b>Privacy Policy</b></p>\n<p>We collect data.</p>\n<p><strong>Use</strong></p>\n<p>We use it.</p>\n<p><strong>How long we keep your data</strong></p>\n<p>«»</p>\n<p><strong>Changes</strong></p>\n<p>We tell you.</p>\n",
  },
  {
    name: "behind a section between line breaks, where the paragraph goes on",
    before:
      "<h1>Privacy Policy</h1>\n<p>We collect data.<br><br><b>Retention</b><br>We like order.<br><br><b>Contact</b><br>Mail us.</p>\n",
    after:
      "<h1>Privacy Policy</h1>\n<p>We collect data.<br><br><b>Retention</b><br>We like order.<br><br>\n«»<br><br><b>Contact</b><br>Mail us.</p>\n",
  },
  {
    name: "before a title between line breaks",
    before: "<h1>Privacy Policy</h1>\n<p>We collect data.<br><br><a id='c'><b>Contact</b></a><br>Mail us.</p>\n",
    after:
      "<h1>Privacy Policy</h1>\n<p>We collect data.<br><br><strong>How long we keep your data</strong><br>\n«»<br><br>\n<a id='c'><b>Contact</b></a><br>Mail us.</p>\n",
  },
  {
    name: "below a question, as one more answer",
    before:
      "<h1>Privacy Policy</h1>\n<p>We collect data.</p>\n<dl>\n<dt>How long do you keep my data?</dt>\n<dd>We like order, and we like to please those who read what we publish here.</dd>\n</dl>\n",
    after:
      "<h1>Privacy Policy</h1>\n<p>We collect data.</p>\n<dl>\n<dt>How long do you keep my data?</dt>\n<dd>«»</dd>\n<dd>We like order, and we like to please those who read what we publish here.</dd>\n</dl>\n",
  },
  {
    name: "at the end, out of lists",
    before:
      "<body><h1>Privacy Policy</h1><h2>Use</h2>\n<ul><li>We use data.<ul><li>All of it.</ul></ul>\n<footer><p>Acme</p></footer></body>\n",
    after:
      "<body><h1>Privacy Policy</h1><h2>Use</h2>\n<ul><li>We use data.<ul><li>All of it.</ul></ul>\n<h2>How long we keep your data</h2>\n<p>«»</p>\n<footer><p>Acme</p></footer></body>\n",
  },
  {
    name: "at the end, out of tables",
    before:
      "<h1>Privacy Policy</h1>\n<h2>Use</h2>\n<div><table><tr><th>Data<th>Use<tr><td>Name<td><ul><li>Mail</ul></table></div>\n",
    after:
      "<h1>Privacy Policy</h1>\n<h2>Use</h2>\n<div><table><tr><th>Data<th>Use<tr><td>Name<td><ul><li>Mail</ul></table>\n<h2>How long we keep your data</h2>\n<p>«»</p></div>\n",
  },
  {
    name: "into the body of a page that is empty",
    before: "<html><head><title>Privacy Policy</title></head><body></body></html>",
    after:
      "<html><head><title>Privacy Policy</title></head><body><h2>How long we keep your data</h2>\n<p>«»</p>\n</body></html>",
  },
];

for (const { name, before, after } of inHtml) {
  test(`in HTML, the snippet goes ${name}`, () => assert.equal(inserted(before, "html"), after));
}

test("text that goes into HTML is escaped, and tab stops are left alone", () => {
  const { newText } = insertInHtml(parse("<h1>Privacy Policy</h1>", "html"), {
    heading: undefined,
    next: undefined,
    title: "Data & ${costs}",
    text: "We keep ${1:[what <b> is kept]} & more.\n\nThat is all.",
    newline: "\n",
  });
  assert.equal(
    newText,
    "\n<h2>Data &amp; \\${costs\\}</h2>\n<p>We keep ${1:[what &lt;b&gt; is kept]} &amp; more.</p>\n<p>That is all.</p>",
  );
});

for (const { name, format, before, after } of cases) {
  test(`the snippet goes ${name}`, () => assert.equal(inserted(before, format), after));
}
