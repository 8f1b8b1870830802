import type { Placeholder, PlaceholderKind } from "../engine/analysis/placeholders";
import type { Suggestion } from "../engine/finding";
import type { Rule } from "../engine/rule";
import type { Span } from "../engine/span";

/** A slot, note or blank that the author meant to fill in is still in the text. */
export const unfilledPlaceholder: Rule = {
  id: "unfilled-placeholder",
  summary: "A slot, blank or drafting note is left in the text.",
  why: "Whoever reads a slot does not learn what belongs there: not who is responsible, not how long, not whom to write to. The GDPR wants information that is concise, transparent and intelligible (Art. 12(1)), and a policy with an empty slot for the contact names no contact (Art. 13(1)(a)). Slots come from templates and from snippets, and the few that are overlooked are what readers, journalists and regulators quote. A variable that a site generator fills in (`site.email` in braces, a filter, a tag, a shortcode) is a value and not reported; a bare name in braces is, unless the configuration declares it under `variables`.",
  group: "drafting",
  severity: "error",
  status: "stable",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy"],
  messages: {
    slot: "{text} is a slot that nobody filled in, so readers do not learn what belongs here; replace it by the value",
    blank: "{text} is a blank where readers expect a value; fill it in, or say it without",
    note: "{text} is a drafting note that readers will see; do what it says and remove the note",
    choice: "{text} leaves a choice open that the policy has to make; keep what is true and remove the brackets",
    sample: "{text} is a made-up example that reaches nobody; give the real one",
    "sample-name":
      "{text} looks like a template's name for a company; name the company that is responsible, if it is not yours",
    filler: "{text} is filler text; write what belongs here, or remove it",
    artefact: "{text} was printed where a program had no value; put in the value, or remove it",
  },
  examples: {
    flagged: [
      {
        text: '# Privacy Policy\n\n«[Company Name]» ("we", "us") collects your personal data on «[website URL]».\n',
        messageIds: ["slot", "slot"],
      },
      { text: "# Privacy Policy\n\nLast updated: «[24/05/2026]»\n\nWe collect your name.\n", messageIds: ["slot"] },
      {
        text: "# Privacy Policy\n\nWe keep your personal data for «[period, e.g. 30 days]» after «[event, e.g. you leave us]».\n",
        messageIds: ["slot", "slot"],
        note: "What our own quick fixes insert.",
      },
      {
        text: "# Privacy Policy\n\nWrite to «<Contact Email>» with any question about your personal data.\n",
        messageIds: ["slot"],
      },
      { text: "# Privacy Policy\n\nWrite to «&lt;e-mail address&gt;» with any question.\n", messageIds: ["slot"] },
      {
        text: "# Privacy Policy\n\nThis policy tells how «{{company_name}}» and «${appName}» use your data. Write to «{email}».\n",
        messageIds: ["slot", "slot", "slot"],
      },
      {
        text: "# Privacy Policy\n\nThe app «%APP_NAME%» is made by «__COMPANY__», and «$COMPANY» runs it.\n",
        messageIds: ["slot", "slot", "slot"],
      },
      {
        text: "# Privacy Policy\n\nThis site is run by «(name of company)», and «Your Company Name» decides what happens to your data.\n",
        messageIds: ["slot", "slot"],
      },
      {
        text: "# Privacy Policy\n\nServer logs are deleted after «XX» days and backups after «[X]» weeks.\n",
        messageIds: ["blank", "blank"],
      },
      {
        text: "# Privacy Policy\n\nThe controller is «____», of «[●]», registered on «XX/XX/XXXX».\n",
        messageIds: ["blank", "blank", "blank"],
      },
      {
        text: "# Privacy Policy\n\nWe use your data to send parcels.\n\n«[NOTE: ask the lawyers whether we need a basis here]»\n\nWe keep nothing.\n",
        messageIds: ["note"],
      },
      {
        text: "# Privacy Policy\n\nData protection officer: «TBD». «TODO» name the processors.\n",
        messageIds: ["note", "note"],
      },
      {
        text: "# Privacy Policy\n\nWe «[do/do not]» sell your personal data «[delete as appropriate]».\n",
        messageIds: ["choice", "choice"],
      },
      {
        text: "# Privacy Policy\n\nWrite to «privacy@yourcompany.com» or call «555-555-5555».\n",
        messageIds: ["sample", "sample"],
      },
      {
        text: "# Privacy Policy\n\nWrite to [our office](«mailto:privacy@example.com») with any question.\n",
        messageIds: ["sample"],
      },
      { text: '# Privacy Policy\n\n«Example Inc.» ("we") collects your name.\n', messageIds: ["sample-name"] },
      {
        text: "# Privacy Policy\n\nWe collect your name.\n\n«Lorem ipsum» is what we do with it.\n",
        messageIds: ["filler"],
      },
      {
        text: "# Privacy Policy\n\nContact us at «undefined». «Error! Reference source not found.»\n",
        messageIds: ["artefact", "artefact"],
      },
      {
        text: '<h1>Privacy Policy</h1>\n<p>Write to «[Company&nbsp;Name]» or «<Contact Email>», or <a href="«mailto:[email]»">here</a>.</p>\n',
        format: "html",
        messageIds: ["slot", "slot", "slot"],
      },
      {
        text: "Privacy Policy\n\nWe at «INSERT COMPANY NAME» collect your name.\n",
        format: "plaintext",
        messageIds: ["slot"],
      },
    ],
    passed: [
      {
        text: "# Privacy Policy\n\nSee [our cookie page](/cookies), [the list][1] and [Company][c].[^2]\n\n[1]: /list\n[c]: /company\n[^2]: And this note.\n",
        note: "Links and footnotes.",
      },
      { text: "# Privacy Policy\n\n- [ ] send me news\n- [x] send me receipts\n", note: "Task boxes." },
      {
        text: "# Privacy Policy\n\nA study [1] of that year [2019] found “that [the] controller […] knew [sic] of it” [emphasis added].\n",
        note: "Citations and an editor's marks.",
      },
      {
        text: "# Privacy Policy\n\nWe pass your address to the carrier and [if applicable] to the customs office.\n",
        note: "A condition in a text that is otherwise filled in.",
      },
      {
        text: "# Privacy Policy\n\nWrite to {{ site.email }} or {{ company.name | escape }}; {% include address.html %} {{< contact >}} {props.phone}\n",
        note: "What a generator fills in.",
      },
      {
        text: '<h1>Privacy Policy</h1>\n<!-- [Company Name] -->\n<p title="[Company Name]">Write to {{ site.email }}<span hidden>[e-mail address]</span>.</p>\n',
        format: "html",
        note: "What no visitor of a page sees.",
      },
      { text: "# Privacy Policy\n\nThe cookie is called `_ga_XXXX` and holds `{{visitor_id}}`.\n", note: "Code." },
      {
        text: "# Privacy Policy\n\nAn address of the form name@example.com, for example jo@example.com, is hashed before it is stored.\n",
        note: "Examples that are shown as such.",
      },
      {
        text: "# Privacy Policy\n\nTitle XX of the Act is null and void for orders that are yet to be completed. Write to privacy [at] brightlamp [dot] io.\n",
      },
      {
        text: "# Privacy Policy\n\nWe collect identity data (your name, your employer) and use your data as Your Privacy Rights below tells.\n",
      },
    ],
  },
  check: ({ analysis, report }) => {
    const { text } = analysis.document;
    for (const placeholder of analysis.placeholders) {
      const { kind, span } = placeholder;
      report({
        messageId: kind,
        data: { text: shown(text.slice(span.start, span.end)) },
        span,
        scope: "span",
        ...(kind === "sample-name" ? { severity: "warning" as const } : {}),
        suggestions: suggestionsFor(placeholder, text),
      });
    }
  },
};

/** The words as they stand, on one line and short enough for a message. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line}”`;
}

const removable: ReadonlySet<PlaceholderKind> = new Set(["note"]);

/** A note in brackets can go as it is; anything else has to become a value. */
function suggestionsFor({ kind, style, span }: Placeholder, text: string): readonly Suggestion[] {
  if (!removable.has(kind) || (style !== "brackets" && style !== "parentheses")) return [];
  return [{ title: "Remove the note", edits: [{ span: withSpace(text, span), newText: "" }], isSnippet: false }];
}

/** The note with the space that only it needed: its whole lines and the empty ones after them, or the space before it. */
function withSpace(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from -= 1;
  let to = end;
  while (text[to] === " " || text[to] === "\t") to += 1;
  // A list item that has nothing but the note goes with its marker.
  const marker = /(?:^|[\r\n])([ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]*)$/.exec(
    text.slice(Math.max(0, from - 12), start),
  )?.[1];
  if (marker !== undefined) from = start - marker.length;
  const atLineStart = from === 0 || /[\r\n]/.test(text[from - 1] as string);
  const atLineEnd = to === text.length || /[\r\n]/.test(text[to] as string);
  if (atLineStart && atLineEnd) {
    while (/[\r\n \t]/.test(text[to] ?? "")) to += 1;
    return { start: from, end: to };
  }
  if (marker !== undefined) return { start, end: to };
  if (from < start && (atLineEnd || to > end || /[.,;:!?)]/.test(text[end] ?? ""))) return { start: from, end };
  return { start, end: atLineStart ? to : end };
}
