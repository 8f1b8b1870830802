import type { DamagedPlace, DamageKind } from "../engine/analysis/damaged-text";
import type { Report } from "../engine/finding";
import type { Rule } from "../engine/rule";

/** Characters of the text were read in a wrong encoding, or typed with a wrong key. */
export const mojibake: Rule = {
  id: "mojibake",
  summary: "Characters were garbled on the way, by a wrong encoding or a wrong key.",
  why: "A text that is saved in one encoding and read in another shows “â€™” for an apostrophe, and what no encoding has becomes “\ufffd”. Some keyboards and word processors leave a cedilla for a comma or an accent for an apostrophe. Readers stumble, searches and screen readers fail, and the notice looks as if nobody had read it: GDPR Art. 12(1) asks for information that is intelligible and easily accessible.",
  group: "drafting",
  severity: "warning",
  status: "preview",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy", "template"],
  messages: {
    lost: "A character was lost at “{text}” ({count}), and nobody can tell from the text which; look it up in the original and type it again",
    misread: "“{text}” is “{repaired}”, read in a wrong encoding ({count}); repair it, and save the text as UTF-8",
    cedilla: "“{text}” is a cedilla, and the sentence wants a comma ({count}); repair it",
    accent: "“{text}” is an accent, and the word wants an apostrophe ({count}); repair it",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\nWe collect your name«¸» address¸ and phone number.\n",
        messageIds: ["cedilla"],
        fixed: "# Privacy Policy\n\nWe collect your name, address, and phone number.\n",
        note: "One finding for a paragraph; the other places are related to it.",
      },
      {
        text: "# Privacy Policy\n\nWe donâ€™t sell the names of JosÃ© or ZoÃ« to anybody.\n".replace("â€™", "«â€™»"),
        messageIds: ["misread"],
        fixed: "# Privacy Policy\n\nWe don’t sell the names of José or Zoë to anybody.\n",
      },
      {
        text: "# Privacy Policy\n\nBrightlamp Studio («â€œ»Brightlampâ€) decides about your data.\n",
        messageIds: ["misread"],
        fixed: "# Privacy Policy\n\nBrightlamp Studio (“Brightlamp”) decides about your data.\n",
        note: "The last byte of the closing quotation mark was dropped.",
      },
      {
        text: "# Privacy Policy\n\nWe donÃ¢â‚¬â„¢t sell your data.\n".replace("Ã¢â‚¬â„¢", "«Ã¢â‚¬â„¢»"),
        messageIds: ["misread"],
        fixed: "# Privacy Policy\n\nWe don’t sell your data.\n",
        note: "Read wrongly twice.",
      },
      {
        text: "# Privacy Policy\n\nWe don«´»t sell your data, and we`re glad of it.\n",
        messageIds: ["accent"],
        fixed: "# Privacy Policy\n\nWe don't sell your data, and we're glad of it.\n",
      },
      {
        text: "# Privacy Policy\n\nWe don«\ufffd»t sell your data.\n",
        messageIds: ["lost"],
        fixed: "# Privacy Policy\n\nWe don\ufffdt sell your data.\n",
        note: "Whatever stood there is gone, so there is no fix.",
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nFrançois Dupré, Müller & Söhne and São João Ltda. (AÇÃO) decide about your data.\n",
      },
      { text: "# Privacy Policy\n\nWe sell NESCAFÅ® and MAÇÃ™, and “Å” and « fermé » mean themselves.\n" },
      { text: "# Privacy Policy\n\nYour browser sends `donâ€™t` when you type `name¸ ` into a field.\n" },
      {
        text: "# Privacy Policy\n\nCall `getName` or `it`, as our API has it, and read the Ka`ba guide of Franc¸ois.\n",
      },
    ],
  },
  check: ({ analysis, report }) => {
    for (const places of analysis.damage) {
      const lost = places.filter(({ repaired }) => repaired === undefined);
      const repairable = places.filter(({ repaired }) => repaired !== undefined);
      for (const group of [lost, repairable]) {
        if (group.length > 0) report(finding(group, analysis.document.text));
      }
    }
  },
};

const related: Readonly<Record<DamageKind, string>> = {
  lost: "a lost character",
  misread: "read in a wrong encoding",
  cedilla: "a cedilla for a comma",
  accent: "an accent for an apostrophe",
};

/** Nobody sees a control character, so a message gives its number. */
function shown(text: string): string {
  const code = text.charCodeAt(0);
  return code >= 0x80 && code <= 0x9f ? `U+00${code.toString(16).toUpperCase()}` : text;
}

/** All places of one paragraph, of which the first says what happened. */
function finding(places: readonly DamagedPlace[], text: string): Report {
  const [first, ...others] = places as [DamagedPlace, ...DamagedPlace[]];
  const edits = places.flatMap(({ span, repaired }) => (repaired === undefined ? [] : [{ span, newText: repaired }]));
  return {
    messageId: first.kind,
    data: {
      text: shown(text.slice(first.span.start, first.span.end)),
      repaired: first.repaired ?? "",
      count: places.length === 1 ? "one place" : `${places.length} places in this paragraph`,
    },
    span: first.span,
    scope: "span",
    related: others.map(({ kind, span }) => ({ message: `Here as well: ${related[kind]}`, span })),
    ...(edits.length > 0 && { fix: { title: "Repair the characters of this paragraph", edits } }),
  };
}
