import type { Analysis } from "../engine/analysis/analysis";
import type { Rule } from "../engine/rule";
import type { Span } from "../engine/span";

/** A section says more than a few times that something may be done, from time to time, with certain data. */
export const vagueLanguage: Rule = {
  id: "vague-language",
  summary: "A section leaves open, more than a few times, what is done, when and with which data.",
  why: "Readers cannot tell from “we may collect certain information from time to time” what happens to their data. The European data protection authorities ask controllers to avoid qualifiers such as “may”, “might”, “some”, “often” and “possible”, and to give reasons where they cannot (Guidelines on transparency under Regulation 2016/679, WP260 rev.01, paragraph 13); GDPR Art. 12(1) asks for clear and plain language. The rule counts such words in sentences about what an organisation does, not where readers have a choice (“you may”), and speaks up where a section has more of them than the option `max`.",
  group: "style",
  severity: "warning",
  status: "preview",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "template"],
  options: {
    max: { type: "integer", default: 3, minimum: 0, title: "How many such words a section may have." },
  },
  messages: {
    vague:
      "{count} words of this section leave open what is done, beginning with “{text}”; say what happens, when and with which data (WP260 rev.01, paragraph 13)",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n## What we collect\n\nWe «may» collect certain information about your visit, and we might share it from time to time.\n",
      },
      {
        options: { max: 0 },
        text: "# Privacy Policy\n\n## What we collect\n\nWe «usually» delete your data after a year.\n",
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\n## What we collect\n\nWe may send you an e-mail when you order, and we might ask how you liked it.\n",
        note: "Two words; the default allows three.",
      },
      {
        options: { max: 0 },
        text: "# Privacy Policy\n\n## Your rights\n\nYou may write to us, and you also may complain to an authority. We answer in May.\n",
        note: "Readers may; that is a choice of theirs.",
      },
      {
        options: { max: 0 },
        text: "# Privacy Policy\n\n## Hosting\n\nThe weather is usually fine in Galway.\n",
        note: "Nobody does anything with data here.",
      },
    ],
  },
  check: ({ analysis, options, report }) => {
    const max = options.integer("max");
    for (const spans of vagueSections(analysis)) {
      const [first, ...others] = spans;
      if (first === undefined || spans.length <= max) continue;
      report({
        messageId: "vague",
        data: { count: String(spans.length), text: textAt(analysis, first) },
        span: first,
        scope: "section",
        related: others.map((span) => ({ span, message: `“${textAt(analysis, span)}”` })),
      });
    }
  },
};

/** The vague words of each section that has any, in document order. */
function vagueSections(analysis: Analysis): Iterable<readonly Span[]> {
  const { catalogue, document, recognition } = analysis;
  const words = catalogue.languages.get(recognition.language)?.drafting.vague;
  const sections = new Map<number, Span[]>();
  if (words === undefined) return [];
  for (const block of document.blocks) {
    if (block.kind === "code" || block.kind === "heading") continue;
    const { text, sentences } = analysis.prose(block);
    for (const sentence of sentences) {
      const own = text.slice(sentence.start, sentence.end);
      if (!words.subject.test(own)) continue;
      for (const match of own.matchAll(words.word)) {
        const isMonth = match.groups?.modal !== undefined && /^\p{Lu}\p{Ll}/u.test(match[0]) && match.index > 0;
        if (isMonth || (match.groups?.modal !== undefined && words.reader.test(own.slice(0, match.index)))) continue;
        const start = sentence.start + match.index;
        const found = sections.get(block.section) ?? [];
        found.push(analysis.toSource(block, { start, end: start + match[0].length }));
        sections.set(block.section, found);
      }
    }
  }
  return sections.values();
}

function textAt({ document }: Analysis, { start, end }: Span): string {
  return document.text.slice(start, end).replace(/\s+/g, " ");
}
