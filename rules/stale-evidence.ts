import { shortQuote } from "../engine/analysis/assertions";
import { nameOfSetting } from "../engine/analysis/configured-facts";
import type { Rule } from "../engine/rule";

/** What the configuration asserts as evidence is no longer there; `disclosure` is one that its examples can be about. */
export const staleEvidence = (disclosure: string): Rule => ({
  id: "stale-evidence",
  summary: "The words or the file that the configuration names as evidence are gone.",
  why: "Evidence in the configuration says that a duty is met in words that the linter does not recognise. It is worth something only as long as these words are there: once somebody has rewritten the paragraph or removed the file, nobody looks any more whether the policy still says the thing.",
  group: "configuration",
  severity: "error",
  status: "stable",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy"],
  messages: {
    quote:
      "The configuration says that {title} is told by “{quote}” ({setting}), but the text does not have these words; quote what says it now, or remove the entry",
    file: "The configuration says that {title} is told in {file} ({setting}), but there is no such file; name the file that says it now, or remove the entry",
    "file-quote":
      "The configuration says that {title} is told by “{quote}” in {file} ({setting}), but the file does not have these words; quote what says it now, or remove the entry",
  },
  examples: {
    flagged: [
      {
        text: "# «Privacy Policy»\n\nYour privacy matters to us.\n",
        evidence: [{ disclosure, quote: "gone by the next full moon" }],
        messageIds: ["quote"],
      },
      {
        text: "# «Privacy Policy»\n\nYour privacy matters to us.\n",
        evidence: [{ disclosure, file: "retention-schedule.md" }],
        messageIds: ["file"],
      },
      {
        text: "# «Privacy Policy»\n\nYour privacy matters to us.\n",
        evidence: [
          {
            disclosure,
            file: "retention-schedule.md",
            fileText: "Invoices: ten years.",
            quote: "Logs: 30 days",
          },
        ],
        messageIds: ["file-quote"],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nWhat you tell us is **gone** by the\nnext full moon.\n",
        evidence: [{ disclosure, quote: "gone by the next full moon" }],
      },
      {
        text: "# Privacy Policy\n\nYour privacy matters to us.\n",
        evidence: [{ disclosure, url: "https://brightlamp.io/retention", reason: "a page of its own" }],
      },
    ],
  },
  check: ({ analysis, report }) => {
    const { catalogue, recognition, titleSpan } = analysis;
    for (const { assertion, stale } of analysis.assertions) {
      if (stale === undefined) continue;
      const { disclosure, quote = "", file = "", place } = assertion;
      const law = catalogue.disclosures.get(disclosure);
      // What a document of another kind need not say may be said elsewhere.
      if (law === undefined || !law.kinds.includes(recognition.kind)) continue;
      report({
        messageId: stale,
        data: {
          title: law.title,
          quote: shortQuote(quote),
          file,
          setting: nameOfSetting(`evidence.${disclosure}`, place),
        },
        span: titleSpan,
        scope: "document",
        disclosure,
        configPlace: place,
      });
    }
  },
});
