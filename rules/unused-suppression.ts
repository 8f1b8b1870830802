import type { Rule } from "../engine/rule";
import { policyKinds } from "./policy-kinds";
import { reportSuppressions } from "./suppressions";

/** A suppression that silences nothing, for there is nothing to be silenced. */
export const unusedSuppression: Rule = {
  id: "unused-suppression",
  summary: "A suppression of the document or of the configuration silences nothing.",
  why: "What it was about is gone: the text was changed, or the rule has learnt. The suppression that is left behind hides the next finding, which nobody has looked at. Entries of the configuration that hold for several documents are not told, for they may be of use in another one.",
  group: "configuration",
  severity: "warning",
  status: "stable",
  since: "0.1.0",
  kinds: policyKinds,
  runsLast: true,
  messages: {
    unused: "The suppression of {rule} silences nothing here; remove it, so that it hides nothing later",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line «unfilled-placeholder» -- the site fills it -->\nWrite to privacy@brightlamp.io.\n",
      },
      {
        text: "# «Privacy Policy»\n\nWrite to privacy@brightlamp.io.\n",
        suppressions: [{ rule: "unfilled-placeholder", reason: "the site fills it", onlyHere: true }],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n<!-- clauselint-disable-next-line unfilled-placeholder -- the site fills it -->\nWrite to [email].\n",
      },
      {
        text: "# Privacy Policy\n\nWrite to [email].\n",
        suppressions: [
          { rule: "unfilled-placeholder", quote: "Write to [email]", reason: "the site fills it", onlyHere: true },
        ],
      },
    ],
  },
  check: (context) => reportSuppressions(context, ["unused"]),
};
