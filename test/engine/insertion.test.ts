import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import { snippetToPlainText } from "../../engine/edits";
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
    .replace(/We keep \[what is kept[^\r\n]*/, "«»");
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

for (const { name, format, before, after } of cases) {
  test(`the snippet goes ${name}`, () => assert.equal(inserted(before, format), after));
}
