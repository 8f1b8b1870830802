import type { Rule } from "../engine/rule";
import { policyKinds } from "./policy-kinds";
import { reportSuppressions } from "./suppressions";

/** A suppression whose last day has passed. */
export const expiredSuppression: Rule = {
  id: "expired-suppression",
  summary: "A suppression of the configuration has expired, so its findings are back.",
  why: "The day was set so that somebody looks again: whether the reason still holds, or the text was changed meanwhile. A suppression that goes on quietly is how a policy keeps a promise that nobody remembers.",
  group: "configuration",
  severity: "warning",
  status: "stable",
  since: "0.1.0",
  kinds: policyKinds,
  runsLast: true,
  messages: {
    expired:
      "The suppression of {rule} held until {until}; look at its findings again, then remove it or set another day",
  },
  examples: {
    flagged: [
      {
        text: "# «Privacy Policy»\n\nWrite to [email].\n",
        suppressions: [{ rule: "unfilled-placeholder", reason: "the new site fills it", until: "2026-06-30" }],
        asOf: "2026-07-01",
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nWrite to [email].\n",
        suppressions: [{ rule: "unfilled-placeholder", reason: "the new site fills it", until: "2026-06-30" }],
        asOf: "2026-06-30",
      },
    ],
  },
  check: (context) => reportSuppressions(context, ["expired"]),
};
