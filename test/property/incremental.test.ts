import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Analysis } from "../../engine/analysis/analysis";
import { createAnalysisCache } from "../../engine/analysis/cache";
import type { PackSource } from "../../engine/catalogue/pack-model";
import { defaultConfig, type LintConfig } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import type { LintInput } from "../../engine/linter";
import { createShippedLinter } from "../../server/shipped-linter";

const edits = 10_000;
/** Documents beyond this are cut back, so that the run stays short. */
const longest = 3_000;

/** Pieces that change how what follows is read, and ordinary ones. */
const fragments = [
  "```\n",
  "\n```\n\n",
  "# Privacy Policy\n\n",
  "\n\n## How long we keep your data\n\n",
  "\nRetention\n=========\n",
  "\n\n**Retention.** ",
  "\n\n1.2 International transfers\n\n",
  "\n\nHow long do you keep my data?\n\n",
  "We keep your data for:\n\n",
  "- invoices: ten years\n",
  "  - logs: 30 days\n",
  "1. your name\n",
  "• your address\n",
  "| Data | Kept for |\n| --- | --- |\n| logs | 30 days |\n",
  "> ",
  "<!-- ",
  " -->",
  "<div>",
  "---\ntitle: Privacy Policy\n---\n",
  "We transfer your data to India. ",
  "We do not knowingly collect data from children under 13. ",
  "We do not ",
  "Write to privacy@acme.test or 12 Mill Lane, Leeds LS1 4AB. ",
  "Questions about privacy: write to privacy@acme.test, or to [name, street, postcode, town, country]. ",
  "[NOTE: to be completed] ",
  "contact us at ",
  "[clauses](https://acme.test/clauses)",
  "[clauses]: https://acme.test\n",
  "`code` ",
  "\r\n",
  "\n\n",
  "\r",
  "😀",
  "&nbsp;",
  "**",
  " ",
  "* * *\n",
  "<!-- clauselint-disable-next-line unfilled-placeholder -- a draft -->\n",
  "\n\n<!-- clauselint-disable unfilled-placeholder, empty-value -- a draft -->\n\n",
  "<!-- clauselint-enable -->",
  "<!-- clauselint-disable-file missing-retention -- said elsewhere -->\n",
  "<!-- clauselint-disable nothing",
];

/** The same for HTML. */
const htmlFragments = [
  "<h1>Privacy Policy</h1>",
  "</p><h2>How long we keep your data</h2>\n<p>",
  "<p><b>Retention.</b> ",
  "<p>1.2 International transfers</p>",
  "<dl><dt>How long do you keep my data?<dd>",
  "<p>We keep your data for:",
  "<ul><li>invoices: ten years",
  "<li>logs: 30 days</ul>",
  "<table><tr><th>Data<th>Kept for<tr><td>logs<td>30 days</table>",
  "<td>",
  "<!-- ",
  " -->",
  "<div hidden>",
  "</div>",
  "<script>",
  "</script>",
  "<main>",
  "<span hidden>",
  "</span>",
  "<br><br>",
  "We transfer your data to India. ",
  "We do not knowingly collect data from children under 13. ",
  "Write to privacy@acme.test or 12 Mill Lane, Leeds LS1 4AB. ",
  "Questions about privacy: write to privacy@acme.test, or to [name, street, postcode, town, country]. ",
  "[NOTE: to be completed] ",
  "contact us at ",
  '<a href="mailto:[email]">',
  "<company name>",
  "<!-- clauselint-disable-next-line unfilled-placeholder, missing-contact -- a draft -->",
  "<!-- clauselint-disable unfilled-placeholder -- a draft -->",
  "<!-- clauselint-enable unfilled-placeholder -->",
  "&nbsp;",
  "<",
  "\r\n",
  "😀",
];

/** A configuration that has a say in what the text means. */
const stated: LintConfig = {
  ...defaultConfig,
  facts: { contact: "privacy@acme.test", transfers: false, "child-age": 16, dpo: true, establishment: "eea" },
  evidence: [{ disclosure: "retention", quote: "logs: 30 days" }],
  suppressions: [
    { rule: "unfilled-placeholder", section: "Retention", reason: "a draft", onlyHere: true },
    { rule: "empty-value", quote: "contact us at", reason: "a draft", until: "2026-11-30" },
    { rule: "missing-contact", reason: "said elsewhere", until: "2026-01-31" },
  ],
};

const pack: PackSource = {
  id: "acme",
  name: "Acme's house rules",
  disclosures: [],
  languages: [
    {
      id: "en",
      vocabulary: { "acme-street": { terms: ["mill lane"] } },
      disclosures: [],
      wording: [
        { id: "acme-days", terms: ["# days"], reason: "we count in weeks" },
        {
          id: "acme-address",
          match: { all: ["acme-street", { inSection: "heading:retention" }] },
          reason: "not there",
        },
      ],
      snippets: { contact: { heading: "Contact", text: "Write to ${1:[address]}.", facts: { 1: "contact" } } },
    },
  ],
};

/** A linear congruential generator: the same run every time (Numerical Recipes' constants). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Everything of an analysis that is data; the functions give what the blocks' facts hold. */
function fieldsOf({
  catalogue: _catalogue,
  config: _config,
  prose: proseOf,
  toSource: _toSource,
  words: _words,
  ...fields
}: Analysis) {
  const prose = fields.document.blocks.filter(({ kind }) => kind !== "code").map((block) => proseOf(block));
  return { ...fields, prose };
}

function editOnce(text: string, pieces: readonly string[], random: (below: number) => number): string {
  const start = random(text.length + 1);
  const kind = random(10);
  if (kind < 6 && text.length < longest)
    return text.slice(0, start) + pieces[random(pieces.length)] + text.slice(start);
  const end = Math.min(text.length, start + random(kind === 9 ? 400 : 30));
  return text.slice(0, start) + (kind === 8 ? pieces[random(pieces.length)] : "") + text.slice(end);
}

/** A page like the policy that the other formats begin with. */
function pageOf(policy: string): string {
  return policy
    .split("\n\n")
    .map((block) => (block.startsWith("#") ? `<h2>${block.replace(/^#+ /, "")}</h2>` : `<p>${block}</p>`))
    .join("\n");
}

for (const format of ["markdown", "html", "plaintext"] as const satisfies readonly DocumentFormat[]) {
  test(`analysis after any sequence of edits equals analysis from scratch: ${format}`, () => {
    // Without packs where what is read depends on the notation most.
    const linter = createShippedLinter(format === "plaintext" ? [pack] : []);
    const random = generator({ markdown: 20261125, html: 3, plaintext: 52 }[format]);
    const pieces = format === "html" ? htmlFragments : fragments;
    const cache = createAnalysisCache();
    const policy = readFileSync(join("examples", "policy-with-holes.md"), "utf8").slice(0, 1_200);
    const seed = format === "html" ? pageOf(policy) : policy;
    const history: string[] = [seed];
    let text = seed;
    let config = defaultConfig;
    for (let edit = 0; edit < edits / 3; edit++) {
      const isUndo = random(12) === 0 && history.length > 1;
      if (isUndo) history.pop();
      text = isUndo ? (history.at(-1) as string) : editOnce(text, pieces, random);
      if (!isUndo) history.push(text);
      if (random(40) === 0) config = config === stated ? defaultConfig : stated;
      const input: LintInput = {
        text,
        format,
        config,
        asOf: "2026-11-22",
        documentKey: "privacy.md",
        assumePolicy: random(8) !== 0,
      };
      const edited = linter.lint(input, cache);
      const fresh = linter.lint(input);
      assert.deepStrictEqual(edited.findings, fresh.findings, `findings after edit ${edit}:\n${text}`);
      assert.deepStrictEqual(
        fieldsOf(edited.analysis),
        fieldsOf(fresh.analysis),
        `analysis after edit ${edit}:\n${text}`,
      );
    }
  });
}
