import type { Rule } from "../engine/rule";
import { policyKinds } from "./policy-kinds";
import { reportSuppressions } from "./suppressions";

/** A comment that is meant to silence a rule gives no reason, and is not heard. */
export const unexplainedSuppression: Rule = {
  id: "unexplained-suppression",
  summary: "A comment in the document that should silence a rule gives no reason, so it does not count.",
  why: "Somebody has decided that a finding does not matter. Whoever reviews the policy next year has to decide whether that still holds, and cannot without the reason.",
  group: "configuration",
  severity: "warning",
  status: "stable",
  since: "0.1.0",
  kinds: policyKinds,
  runsLast: true,
  messages: {
    "no-reason": "The comment gives no reason, so it silences nothing; put it behind two hyphens: “-- why”",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n«<!-- clauselint-disable-next-line unfilled-placeholder -->»\nWrite to [email].\n",
      },
      { text: "# Privacy Policy\n\n«<!-- clauselint-disable-file unfilled-placeholder -- -->»\n\nWrite to [email].\n" },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line unfilled-placeholder -- the site fills it -->\nWrite to [email].\n",
      },
    ],
  },
  check: (context) => reportSuppressions(context, ["no-reason"]),
};
