import type { Rule } from "../engine/rule";
import { policyKinds } from "./policy-kinds";

/** The document is in a language without words, so that nothing was looked for. */
export const unjudgedLanguage: Rule = {
  id: "unjudged-language",
  summary: "The text is in a language for which there are no words yet, so nothing was looked for in it.",
  why: "Whether a text says something is told by its words, and they are there for some languages only. A document without findings looks like one that says everything, so it is told that nobody has looked.",
  group: "disclosure",
  severity: "information",
  status: "stable",
  since: "0.1.0",
  kinds: policyKinds,
  messages: {
    "no-language-pack":
      "The text is in a language for which there are no words yet (there are for: {languages}), so its disclosures were not judged",
  },
  examples: {
    flagged: [
      {
        text: "# «Politique de confidentialité»\n\nNous conservons vos données pendant un an.\n",
        kind: "privacy-policy",
        language: "fr",
      },
    ],
    passed: [{ text: "# Privacy Policy\n\nWe keep your data for a year.\n" }],
  },
  check: ({ analysis, report }) => {
    const { languages } = analysis.catalogue;
    // Which of its lines is the title cannot be told in an unknown language.
    const heading = analysis.document.blocks.find(({ kind }) => kind === "heading");
    if (languages.has(analysis.recognition.language)) return;
    report({
      messageId: "no-language-pack",
      data: { languages: [...languages.keys()].join(", ") },
      span: heading?.span ?? analysis.titleSpan,
      scope: "document",
    });
  },
};
