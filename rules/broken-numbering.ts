import { numberingBreaks } from "../engine/analysis/numbering";
import type { Rule } from "../engine/rule";

/** The numbers of the headings skip or repeat one. */
export const brokenNumbering: Rule = {
  id: "broken-numbering",
  summary: "The numbers of the headings leave one out or have one twice.",
  why: "A gap (1, 2, 4) makes readers look for a section that may have been removed, and references by number point to the wrong one since. The rule follows the document's own way of numbering, each level by itself; where the numbers begin anew, or break more than once, they follow another order.",
  group: "drafting",
  severity: "warning",
  status: "preview",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy", "template"],
  messages: {
    broken:
      "Number {number} follows {before}, where {expected} would come next; a section is gone, or the number is wrong",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n## 1. Data\n\nYour name.\n\n## 2. Use\n\nWe ship orders.\n\n## «4». Contact\n\nWrite to us.\n",
      },
      {
        text: "# Privacy Policy\n\n## 1. Data\n\n### 1.1 Name\n\nYours.\n\n### 1.2 Age\n\nYours.\n\n### «1.2» Place\n\nYours.\n",
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n## 1. Data\n\nYour name.\n\n## 2. Use\n\nWe ship orders.\n\n## 3. Contact\n\nWrite to us.\n",
      },
      {
        text: "# Privacy Policy\n\n1. Name\n1. Age\n1. Place\n\n## Contact\n\nWrite to us.\n",
        note: "Markdown numbers the items of a list itself.",
      },
    ],
  },
  check: ({ analysis, report }) => {
    const { catalogue, document, recognition } = analysis;
    const { text } = document;
    const words = catalogue.languages.get(recognition.language)?.drafting.references;
    for (const { before, found, expected } of numberingBreaks(document, words)) {
      const { span } = found;
      report({
        messageId: "broken",
        data: { number: text.slice(span.start, span.end), before: before.parts.join("."), expected },
        span,
        scope: "span",
        related: [{ span: before.span, message: "The number before it" }],
        suggestions: [{ title: `Make it ${expected}`, edits: [{ span, newText: expected }], isSnippet: false }],
      });
    }
  },
};
