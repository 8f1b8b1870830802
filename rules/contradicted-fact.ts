import { nameOfFact } from "../engine/analysis/configured-facts";
import { escapeText } from "../engine/escape-text";
import type { Rule } from "../engine/rule";

/** The text says the contrary of what the configuration states, or gives another value. */
export const contradictedFact: Rule = {
  id: "contradicted-fact",
  summary: "The text says the contrary of a fact that the configuration states, or gives another value.",
  why: "The configuration is where people who know the business write down what is true: who the company is, whether data leaves the country, from which age people may use the service. A policy that says otherwise tells its readers something that is not so, which GDPR Art. 5(1)(a) and every law against misleading statements are about; or the configuration is out of date, and the duties that it turns off are not. Either way somebody has to decide which of the two is right.",
  group: "configuration",
  severity: "error",
  status: "stable",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy"],
  messages: {
    contrary:
      "The text says here {finds}, but the configuration says that {says} ({fact}); correct whichever of the two is wrong",
    value:
      "The text gives here {finds}, but by the configuration {says} ({fact}); correct whichever of the two is wrong",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\nWe transfer your personal information to servers in «Singapore».\n",
        facts: { transfers: false },
        messageIds: ["contrary"],
      },
      {
        text: "# Privacy Policy\n\nWe process your data «outside the EEA».\n",
        facts: { transfers: false, establishment: "eea" },
        messageIds: ["contrary"],
      },
      {
        text: "# Privacy Policy\n\nThis service is not meant for children under «13».\n",
        facts: { "child-age": 16 },
        messageIds: ["value"],
      },
      {
        text: "# Privacy Policy\n\nQuestions about privacy: write to «office@brightlamp.io».\n",
        facts: { contact: "privacy@brightlamp.io" },
        messageIds: ["value"],
      },
      {
        text: "# Privacy Policy\n\n«Brightlamp Studio Inc.» is the controller of your personal data.\n",
        facts: { company: "Brightlamp Studio GmbH" },
        messageIds: ["value"],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nYour data stays in Germany.\n",
        facts: { transfers: false },
      },
      {
        text: "# Privacy Policy\n\nWe store your personal data on servers in Germany.\n",
        facts: { transfers: false, establishment: "eea" },
        note: "Within the place of the company nothing goes abroad.",
      },
      {
        text: "# Privacy Policy\n\nQuestions about orders: write to office@brightlamp.io. For questions about privacy write to privacy@brightlamp.io.\n",
        facts: { contact: "privacy@brightlamp.io" },
      },
      {
        text: "# Privacy Policy\n\nBRIGHTLAMP STUDIO GMBH is the controller of your personal data.\n",
        facts: { company: "Brightlamp Studio GmbH" },
      },
    ],
  },
  check: ({ analysis, report }) => {
    const { format } = analysis.document;
    for (const { fact, kind, finds, says, instead, spans } of analysis.contradictions) {
      const [first, ...others] = spans;
      report({
        messageId: kind,
        data: { finds, says, fact: nameOfFact(fact) },
        span: first,
        scope: "span",
        related: others.slice(0, 4).map((span) => ({ message: "The text says so here, too", span })),
        configPlace: fact.place,
        ...(instead !== undefined && {
          suggestions: [
            {
              title: `Write “${instead}”`,
              edits: [{ span: first, newText: escapeText(instead, format, false) }],
              isSnippet: false,
            },
          ],
        }),
      });
    }
  },
};
