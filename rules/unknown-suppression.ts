import type { Rule } from "../engine/rule";
import { policyKinds } from "./policy-kinds";
import { reportSuppressions } from "./suppressions";

/** A comment that is meant to silence a rule names none that there is, or begins with a word that means nothing. */
export const unknownSuppression: Rule = {
  id: "unknown-suppression",
  summary: "A comment in the document that should silence a rule says nothing that is understood.",
  why: "A comment with a misspelt rule silences nothing, and looks as if it did: whoever reads the source believes that somebody has looked at the finding. Where the rule was renamed or removed, the comment is a leftover that is published with the policy.",
  group: "configuration",
  severity: "warning",
  status: "stable",
  since: "0.1.0",
  kinds: policyKinds,
  runsLast: true,
  messages: {
    "unknown-rule": "There is no rule “{rule}”, so the comment silences nothing{meant}",
    "unknown-comment": "“clauselint-{rule}” means nothing{meant}",
    "no-rule": "The comment names no rule, so it silences nothing; name the rules that are meant",
    "nothing-to-enable": "The comment ends what no comment before it began; remove it",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line «unfiled-placeholder» -- the site fills it -->\nWrite to [email].\n",
        messageIds: ["unknown-rule"],
      },
      {
        text: "# Privacy Policy\n\n<!-- «clauselint-disable-line» unfilled-placeholder -- the site fills it -->\nWrite to [email].\n",
        messageIds: ["unknown-comment"],
      },
      {
        text: "# Privacy Policy\n\n«<!-- clauselint-disable -- a draft -->»\n\nWrite to [email].\n",
        messageIds: ["no-rule"],
      },
      {
        text: "# Privacy Policy\n\nWrite to [email].\n\n«<!-- clauselint-enable -->»\n",
        messageIds: ["nothing-to-enable"],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line unfilled-placeholder -- the site fills it -->\nWrite to [email].\n",
      },
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable unfilled-placeholder -- the site fills them -->\n\nWrite to [email].\n\n<!-- clauselint-enable -->\n",
      },
      {
        text: "# Privacy Policy\n\n```html\n<!-- clauselint-disable-nothing x -->\n```\n\nThe lines above are code, as `<!-- clauselint-enable -->` is.\n",
      },
    ],
  },
  check: (context) => reportSuppressions(context, ["unknown-rule", "unknown-comment", "no-rule", "nothing-to-enable"]),
};
