import type { InvisibleCharacter, InvisibleKind } from "../engine/analysis/invisible-characters";
import type { Report } from "../engine/finding";
import type { Rule } from "../engine/rule";

/** The text has characters that nobody sees and that do no work where they stand. */
export const invisibleCharacter: Rule = {
  id: "invisible-character",
  summary: "The text has characters that nobody sees and that do nothing but harm.",
  why: "Text that is copied from pages, chats and word processors brings invisible characters along. A word with one in it is not found by a search, an address with one in it reaches nobody, and what turns the direction of the text around shows readers another text than programs read; the Unicode Consortium describes these risks in Technical Report 36.",
  group: "drafting",
  severity: "warning",
  status: "preview",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy", "template"],
  messages: {
    "zero-width":
      "There is an invisible character ({name}, {count}), so searches miss the word and copied addresses fail; remove it",
    "soft-hyphen": "There is a soft hyphen ({name}, {count}) where no word can be divided; remove it",
    direction:
      "An invisible character ({name}, {count}) changes the direction of text that runs one way only, so what people see may differ from what programs read; remove it",
    "hidden-text": "There is text here that nobody sees ({count}) and that programs read; remove it",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\nWrite to privacy@«\u200b»brightlamp.io and we will ans\u200bwer.\n",
        messageIds: ["zero-width"],
        fixed: "# Privacy Policy\n\nWrite to privacy@brightlamp.io and we will answer.\n",
      },
      {
        text: "# Privacy Policy\n\nWrite to privacy@bright«\u00ad»lamp.io with your question.\n",
        messageIds: ["soft-hyphen"],
        fixed: "# Privacy Policy\n\nWrite to privacy@brightlamp.io with your question.\n",
      },
      {
        text: "# Privacy Policy\n\nCall us at «\u202a»+353 91 555 014\u202c at any time.\n",
        messageIds: ["direction"],
        fixed: "# Privacy Policy\n\nCall us at +353 91 555 014 at any time.\n",
      },
      {
        text: "# Privacy Policy\n\nWe sell nothing«\u{e0061}\u{e0062}».\n",
        messageIds: ["hidden-text"],
        fixed: "# Privacy Policy\n\nWe sell nothing.\n",
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nOur Daten\u00adschutz\u00adbeauftragte answers.\n",
        note: "Where a word may be divided.",
      },
      { text: "# Privacy Policy\n\nFamilies (👨\u200d👩\u200d👧) and\u00a0others may write to us.\n" },
      { text: "# Privacy Policy\n\nOur name is \u2067برايت لامب\u2069 in Arabic.\n" },
      { text: "# Privacy Policy\n\nYou may write to support/\u200bprivacy as well.\n" },
    ],
  },
  check: ({ analysis, report }) => {
    for (const places of analysis.invisible) report(finding(places));
  },
};

/** What is worst is told first. */
const order: readonly InvisibleKind[] = ["hidden-text", "direction", "zero-width", "soft-hyphen"];

function finding(places: readonly InvisibleCharacter[]): Report {
  const worst = order.find((kind) => places.some((place) => place.kind === kind));
  const first = places.find(({ kind }) => kind === worst) as InvisibleCharacter;
  return {
    messageId: first.kind,
    data: {
      name: first.name,
      count: places.length === 1 ? "one place" : `${places.length} places in this paragraph`,
    },
    span: first.span,
    scope: "span",
    related: places
      .filter((place) => place !== first)
      .map(({ name, span }) => ({ message: `Here as well: ${name}`, span })),
    fix: {
      title: "Remove the invisible characters of this paragraph",
      edits: places.map(({ span }) => ({ span, newText: "" })),
    },
  };
}
