import type { Rule } from "../engine/rule";
import { policyKinds } from "./policy-kinds";
import { reportSuppressions } from "./suppressions";

/** A comment would silence a rule that the configuration has locked. */
export const forbiddenSuppression: Rule = {
  id: "forbidden-suppression",
  summary: "A comment in the document would silence a rule that the configuration has locked.",
  why: "The organisation's configuration says that nobody can weaken the rule further down (`locked`). The comment is not heard, and is published with the policy all the same.",
  group: "configuration",
  severity: "error",
  status: "stable",
  since: "0.1.0",
  kinds: policyKinds,
  runsLast: true,
  messages: {
    locked: "The configuration has locked {rule}, so the comment silences nothing; remove it, and change the text",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line «unfilled-placeholder» -- the site fills it -->\nWrite to [email].\n",
        locked: ["unfilled-placeholder"],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line unfilled-placeholder -- the site fills it -->\nWrite to [email].\n",
        locked: ["empty-value"],
      },
    ],
  },
  check: (context) => reportSuppressions(context, ["locked"]),
};
