import type { PackSource } from "../engine/catalogue/pack-model";
import type { HouseWording } from "../engine/catalogue/packs";
import type { PolicyDocument } from "../engine/document/model";
import { escapeText } from "../engine/escape-text";
import type { TextEdit } from "../engine/finding";
import type { Rule } from "../engine/rule";
import type { Span } from "../engine/span";

/** The house rules of the rule's examples. */
const examplePack: PackSource = {
  id: "acme",
  name: "Acme's house rules",
  disclosures: [],
  languages: [
    {
      id: "en",
      vocabulary: {},
      disclosures: [],
      wording: [
        { id: "acme-compliant", terms: ["{fully,entirely} compliant"], reason: "no law says so of anybody" },
        {
          id: "acme-personal-data",
          terms: ["personally identifiable information"],
          instead: "personal data",
          sameMeaning: true,
          reason: "all our policies use one word",
        },
      ],
      snippets: {},
    },
  ],
};

/** The text has words that the organisation's house rules do not use. */
export const houseWording: Rule = {
  id: "house-wording",
  summary: "The text has words that the house rules of a pack do not use.",
  why: "An organisation decides for itself which words its policies use: a promise that counsel does not want to see (“we are fully compliant”), a term that is to be the same in every document. A pack in the configuration names the words, the reason, and what to write in their place; the rule finds them wherever somebody writes them again.",
  group: "style",
  severity: "warning",
  status: "stable",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy", "template"],
  messages: {
    avoid: "“{text}” is not to be written here by {house} ({wording}): {reason}",
    instead: "“{text}” is not to be written here by {house} ({wording}): {reason}; write “{instead}”",
  },
  examples: {
    flagged: [
      {
        packs: [examplePack],
        text: "# Privacy Policy\n\nWe are «fully compliant» with every law.\n",
        messageIds: ["avoid"],
      },
      {
        packs: [examplePack],
        text: "# Privacy Policy\n\nWe keep your «personally identifiable information» for 30 days.\n",
        messageIds: ["instead"],
        fixed: "# Privacy Policy\n\nWe keep your personal data for 30 days.\n",
      },
    ],
    passed: [{ packs: [examplePack], text: "# Privacy Policy\n\nWe keep your personal data for 30 days.\n" }],
  },
  check: ({ analysis, report }) => {
    const { document, recognition, wordings } = analysis;
    for (const { wording, span } of wordings) {
      const { id, instead, kinds, pack, reason, severity } = wording;
      if (kinds !== undefined && !kinds.includes(recognition.kind)) continue;
      const text = document.text.slice(span.start, span.end).replace(/\s+/g, " ");
      const edits = instead === undefined ? undefined : replacement(document, span, instead);
      const title = `Write “${instead}”`;
      report({
        messageId: instead === undefined ? "avoid" : "instead",
        data: { text, house: pack.name, wording: id, reason, instead: instead ?? "" },
        span,
        scope: "span",
        ...(severity !== undefined && { severity }),
        ...(edits !== undefined && change(wording, title, edits)),
      });
    }
  },
};

/** What means the same changes the form only; about anything else a person decides. */
function change({ sameMeaning }: HouseWording, title: string, edits: readonly TextEdit[]) {
  return sameMeaning === true ? { fix: { title, edits } } : { suggestions: [{ title, edits, isSnippet: false }] };
}

/** `undefined` where the words have markup among them, which a replacement would take away. */
function replacement({ text, format }: PolicyDocument, span: Span, instead: string): readonly TextEdit[] | undefined {
  const written = text.slice(span.start, span.end);
  if (/[<>&*_`[\]\\]/.test(written)) return undefined;
  return [{ span, newText: escapeText(inCaseOf(written, instead), format, isLineStart(text, span.start)) }];
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/.test(text[offset - 1] as string);
}

/** A sentence goes on beginning with a capital, and shouting goes on. */
function inCaseOf(written: string, instead: string): string {
  const isShouted = /\p{Lu}{2}/u.test(written) && !/\p{Ll}/u.test(written) && /\s/.test(written);
  if (isShouted) return instead.toUpperCase();
  return /^\p{Lu}\P{Lu}*$/u.test(written) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead;
}
