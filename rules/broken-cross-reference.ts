import { type BrokenReference, brokenReferences } from "../engine/analysis/references";
import { escapeText } from "../engine/escape-text";
import type { Rule } from "../engine/rule";

/** The text sends its readers to a section that it does not have. */
export const brokenCrossReference: Rule = {
  id: "broken-cross-reference",
  summary: "The text refers to a section, a number or an anchor that it does not have.",
  why: "Sections get renamed, merged and renumbered, and the sentences that refer to them stay. Readers who are told that their choices are described “below” and find no such section do not find the choices either; GDPR Art. 12(1) asks for information that is easily accessible. The rule knows references by the words around them, and leaves those to other documents and to laws alone.",
  group: "drafting",
  severity: "warning",
  status: "preview",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy", "template"],
  messages: {
    name: "No section is called “{text}”, so readers do not find what they are sent to; name one that is there",
    "name-near":
      "No section is called “{text}”, so readers do not find what they are sent to; “{nearest}” is most like it",
    number: "“{text}” is not among the numbers of this document; give the one that is meant",
    anchor: "Nothing here has the anchor “#{text}”, so the link leads nowhere; link to one that is there",
    "anchor-near":
      "Nothing here has the anchor “#{text}”, so the link leads nowhere; “{nearest}” is the heading most like it",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\n## Your rights and options\n\nYou can object.\n\n## Mail\n\nHow to stop our letters is explained under «“Your Options and Control.”»\n",
        messageIds: ["name-near"],
      },
      {
        text: "# Privacy Policy\n\nTo learn more, refer to the section «‘Transfers to Peru’» below.\n\n## Contact\n\nWrite to us.\n",
        messageIds: ["name"],
      },
      {
        text: "# Privacy Policy\n\n## 1. Data\n\nWe keep what «Section 7» lists.\n\n## 2. Use\n\nWe ship orders.\n\n## 3. Contact\n\nWrite to us.\n",
        messageIds: ["number"],
      },
      {
        text: "# Privacy Policy\n\nWe list [the purposes](«#why-we-use-it»).\n\n## How we use it\n\nWe ship orders.\n",
        messageIds: ["anchor-near"],
      },
      {
        text: "# Privacy Policy\n\nWe list [the purposes](«#reasons»).\n\n## How we use it\n\nWe ship orders.\n",
        messageIds: ["anchor"],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nOur post box is named in the section “Contact information”.\n\n## Contact Information\n\nWrite to us.\n",
      },
      {
        text: "# Privacy Policy\n\n## 1. Data\n\nSee Section 45 of the FTC Act and Article 13 GDPR.\n\n## 2. Use\n\nWe ship orders.\n\n## 3. Contact\n\nWrite to us.\n",
        note: "These are sections of laws.",
      },
      {
        text: '# Privacy Policy\n\nSee [how](#how-we-use-it), [who](#who) and [why](#reasons).\n\n## How we use it?\n\n<a name="who"></a>We do.\n\n## Why {#reasons}\n\nWe ship orders.\n',
      },
      {
        text: "# Privacy Policy\n\nPlease see our “Cookie Policy”, and the section “Privacy” of your account settings.\n",
        note: "They are elsewhere.",
      },
    ],
  },
  check: ({ analysis, report }) => {
    const { catalogue, document, recognition } = analysis;
    const words = catalogue.languages.get(recognition.language)?.drafting.references;
    if (words === undefined) return;
    const groups = new Map<string, BrokenReference[]>();
    for (const reference of brokenReferences(analysis, words)) {
      const key = `${reference.kind} ${reference.text}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [reference]);
      else group.push(reference);
    }
    for (const [first, ...again] of groups.values()) {
      if (first === undefined) continue;
      const { kind, text, span, nearest } = first;
      const written = document.text.slice(span.start, span.end);
      const isNear = nearest !== undefined && kind !== "number";
      const within = { start: span.start + 1, end: span.end - 1 };
      const edit = { span: within, newText: escapeText(nearest ?? "", document.format, false) };
      report({
        messageId: isNear ? `${kind}-near` : kind,
        data: { text: kind === "number" ? written : text, nearest: nearest ?? "" },
        span,
        scope: "span",
        related: again.map(({ span }) => ({ span, message: "Here again" })),
        ...(isNear &&
          kind === "name" &&
          /^[“„"‘'][^&\\*_<>]*[”“"’']$/.test(written) && {
            suggestions: [{ title: `Refer to “${nearest}”`, edits: [edit], isSnippet: false }],
          }),
      });
    }
  },
};
