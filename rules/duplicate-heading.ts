import { duplicateHeadings } from "../engine/analysis/references";
import type { Rule } from "../engine/rule";

/** Two sections beside each other have the same name. */
export const duplicateHeading: Rule = {
  id: "duplicate-heading",
  summary: "Two headings of the same section have the same words.",
  why: "A second section of the same name is mostly one that was pasted twice or updated in one place only. Readers who look a matter up read the first of them, and a reference or a link by that name does not say which is meant. Subsections that repeat a name under different headings are left alone.",
  group: "drafting",
  severity: "warning",
  status: "preview",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy", "template"],
  messages: {
    again: "“{text}” is a heading already, so readers may take the first for all there is; merge them, or rename one",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n## Cookies\n\nWe use one.\n\n## Contact\n\nWrite to us.\n\n## «Cookies»\n\nWe use two.\n",
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n## Our app\n\n### Data\n\nYour name.\n\n## Our shop\n\n### Data\n\nYour address.\n",
        note: "They are in different sections.",
      },
    ],
  },
  check: ({ analysis, report }) => {
    for (const { first, again } of duplicateHeadings(analysis)) {
      const text = analysis.prose(again).text.trim();
      const related = [{ span: first.span, message: "The first heading of these words" }];
      report({ messageId: "again", data: { text }, span: again.span, scope: "span", related });
    }
  },
};
