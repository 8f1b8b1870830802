/** Configurations without a mistake, which others are made of by breaking them. */
export const goodConfigs: readonly string[] = [
  `extends: clauselint:gdpr
files:
  - policies/**/*.md
  - { glob: legal/cookies.md, kind: cookie-policy }
ignore: [drafts/**, "!drafts/privacy.md"]
regimes: [core, eu-gdpr]
facts: { company: Acme GmbH, contact: privacy@acme.example, transfers: false, child-age: 16 }
rules:
  missing-retention: error
  unfilled-placeholder: [warning]
overrides:
  - files: [drafts/**]
    rules: { unfilled-placeholder: hint }
`,
  `description: What all our sites have in common
extends: [clauselint:us, clauselint:children]
kind: privacy-policy
language: en-US
variables: { site.email: email, company: text }
evidence:
  retention: { quote: We keep it for ten years }
  security: [{ file: legal/security.md, quote: locked }, { url: "https://acme.example/security", reason: one page for all }]
suppressions:
  - { rule: missing-scope, reason: said in the terms, until: 2027-06-30 }
  - rule: unfilled-placeholder
    file: policies/**
    section: Contact
    quote: "[TBD]"
    reason: filled by the site
locked: [missing-contact]
baseline: known.json
inlineConfig: false
preview: true
`,
];

/** A configuration with one mistake. */
export interface BrokenConfig {
  /** What was done to it, for messages. */
  readonly name: string;
  /** In the notation of `path`. */
  readonly text: string;
  readonly path: string;
  /** The line that shows the mistake, from 1; `undefined` where only the parser can tell. */
  readonly line: number | undefined;
  /** Whether the schema can see it. */
  readonly isInSchema: boolean;
}

const yamlPath = "/work/clauselint.config.yaml";
const jsonPath = "/work/clauselint.config.json";

/** What is replaced, by what, and whether the schema sees it. */
const replacements: readonly (readonly [string, string, ("file" | "schema")?])[] = [
  ["extends: clauselint:gdpr", "extends: clauselint:gdrp"],
  ["extends: clauselint:gdpr", "extends: ./gone.yaml", "file"],
  ["extends: clauselint:gdpr", "extends: not-installed", "file"],
  ["extends: clauselint:gdpr", "extends: ..\\base.yaml", "file"],
  ["extends: clauselint:gdpr", "extends: ./clauselint.config.yaml", "file"],
  ["extends: clauselint:gdpr", "extends: ./folder", "file"],
  ["extends: clauselint:gdpr", "extends: ./binary.yaml", "file"],
  ["extends: clauselint:gdpr", "extends:"],
  ["extends: clauselint:gdpr", "extends: { preset: gdpr }"],
  ["extends: clauselint:gdpr", "extend: clauselint:gdpr"],
  ["extends: clauselint:gdpr", "__proto__: clauselint:gdpr"],
  ["extends: clauselint:gdpr", "constructor: 1"],
  ["files:", "file:"],
  ["policies/**/*.md", "/policies/**/*.md", "file"],
  ["policies/**/*.md", "../policies/*.md", "file"],
  ["policies/**/*.md", "policies\\a.md", "file"],
  ["policies/**/*.md", '"policies/{a,b.md"', "file"],
  ["policies/**/*.md", '""'],
  ["policies/**/*.md", `"${"a".repeat(2_000)}"`],
  ["glob: legal/cookies.md", "globs: legal/cookies.md"],
  ["kind: cookie-policy", "kind: cookie-polcy"],
  ["kind: cookie-policy", "kind: [cookie-policy]"],
  ["ignore: [drafts/**,", "ignore: [drafts/[**,", "file"],
  ["regimes: [core, eu-gdpr]", "regimes: [core, gdpr]"],
  ["regimes: [core, eu-gdpr]", "regimes: automatic"],
  ["regimes: [core, eu-gdpr]", "regimes: { eu-gdpr: true }"],
  ["company: Acme GmbH", "compny: Acme GmbH"],
  ["company: Acme GmbH", "company: true"],
  ["company: Acme GmbH", "company: "],
  ["contact: privacy@acme.example", "contact: Jane Doe"],
  ["contact: privacy@acme.example", "contact: [a@b.example]"],
  ["transfers: false", "transfers: none"],
  ["transfers: false", "transfers: 0"],
  ["child-age: 16", "child-age: sixteen"],
  ["child-age: 16", "child-age: 160"],
  ["child-age: 16", "child-age: -1"],
  ["missing-retention: error", "missing-retentoin: error"],
  ["missing-retention: error", "missing-retention: eror"],
  ["missing-retention: error", "missing-retention: 2"],
  ["missing-retention: error", "missing-retention: false"],
  ["missing-retention: error", "missing-retention:"],
  ["missing-retention: error", "missing-retention: [error, {}, {}]"],
  ["missing-retention: error", "missing-retention: []"],
  ["missing-retention: error", "missing-retention: [error, { max: 3 }]"],
  ["missing-retention: error", "missing-retention: [[error]]"],
  ["missing-retention: error", "Missing-Retention: error"],
  ["missing-retention: error", "toString: error"],
  ["[warning]", "[warn]"],
  ["[warning]", "{ severity: warning }"],
  ["files: [drafts/**]", "glob: [drafts/**]"],
  ["files: [drafts/**]", "files: { a: b }"],
  ["- files: [drafts/**]\n    rules: { unfilled-placeholder: hint }", "- drafts/**"],
  ["rules: { unfilled-placeholder: hint }", "rules: unfilled-placeholder"],
  ["rules: { unfilled-placeholder: hint }", "rules: { unfilled-placehodler: hint }"],
  ["rules: { unfilled-placeholder: hint }", "locked: [unfilled-placeholder]"],
  ["kind: privacy-policy", "kind: privacy"],
  ["kind: privacy-policy", "kind: 5"],
  ["language: en-US", "language: English (US)"],
  ["site.email: email", "site.email: [email]"],
  ["variables: { site.email: email, company: text }", "variables: [site.email]"],
  ["retention: { quote", "retentions: { quote"],
  ["{ quote: We keep it for ten years }", "{ quotes: We keep it for ten years }"],
  ["{ quote: We keep it for ten years }", "{}"],
  ["{ quote: We keep it for ten years }", "We keep it for ten years"],
  ["file: legal/security.md, quote: locked", "file: 7.5e, url: x, quote: locked", "file"],
  [", reason: one page for all", ""],
  ["rule: missing-scope", "rule: missing-scop"],
  ["rule: missing-scope, ", ""],
  ["reason: said in the terms, ", ""],
  ["reason: said in the terms", "reason: ''"],
  ["until: 2027-06-30", "until: 2027-06-31", "file"],
  ["until: 2027-06-30", "until: 30.6.2027"],
  ["until: 2027-06-30", "untill: 2027-06-30"],
  ["section: Contact", "heading: Contact"],
  ["section: Contact", "section: { title: Contact }"],
  ["file: policies/**", "file: ../policies/**", "file"],
  ["locked: [missing-contact]", "locked: [missing-contcat]"],
  ["locked: [missing-contact]", "locked: { missing-contact: true }"],
  ["baseline: known.json", "baseline: true"],
  ["baseline: known.json", "baseline: ci\\known.json", "file"],
  ["baseline: known.json", "baseline: broken.json", "file"],
  ["baseline: known.json", "baseline: folder", "file"],
  ["inlineConfig: false", "inlineConfig: no"],
  ["inlineConfig: false", "inline-config: false"],
  ["preview: true", "preview: 1"],
  ["preview: true", "packs: gone.yaml", "file"],
  ["preview: true", "packs: { a: b }"],
];

/** Mistakes of the notation, made at places that are chosen by counting: every so many characters one is put in or taken out. */
const slips: readonly (readonly [string, (text: string, at: number) => string])[] = [
  ["a brace too many", (text, at) => `${text.slice(0, at)}{${text.slice(at)}`],
  ["a quotation mark too many", (text, at) => `${text.slice(0, at)}"${text.slice(at)}`],
  ["cut off", (text, at) => text.slice(0, at)],
];

/** The same every time: one mistake each. */
export function brokenConfigs(): readonly BrokenConfig[] {
  const broken: BrokenConfig[] = [];
  for (const [from, to, seenBy = "schema"] of replacements) {
    const good = goodConfigs.find((text) => text.includes(from));
    if (good === undefined) throw new Error(`no configuration has ${from}`);
    const at = good.indexOf(from);
    const name = `${from} → ${to.slice(0, 60)}`;
    const isInSchema = seenBy === "schema" && !/^description/.test(from);
    broken.push({ name, text: good.replace(from, () => to), path: yamlPath, line: lineAt(good, at), isInSchema });
  }
  const json = JSON.stringify(
    { extends: "clauselint:gdpr", rules: { "missing-retention": "error" }, files: ["a/*.md"], regimes: ["core"] },
    null,
    2,
  );
  for (const [name, slip] of slips) {
    for (let at = 5; at < json.length - 2; at += 31) {
      broken.push({
        name: `${name} at ${at}`,
        text: slip(json, at),
        path: jsonPath,
        line: undefined,
        isInSchema: false,
      });
    }
  }
  const deep = "[".repeat(20_000);
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ..."bcdefgh".split("").map((name, index) => {
      const before = "abcdefg"[index];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
    }),
  ].join("\n");
  const others: readonly (readonly [string, string, string])[] = [
    ["a list", "- clauselint:gdpr\n", yamlPath],
    ["a word", "strict", yamlPath],
    ["a list that does not end", "regimes: [core\nkind: terms\n", yamlPath],
    ["a list in JSON", "[]", jsonPath],
    ["nothing in JSON", "", jsonPath],
    ["a key twice", "preview: true\npreview: false\n", yamlPath],
    ["a key twice in JSON", '{ "preview": true, "preview": false }', jsonPath],
    ["a tab", "rules:\n\tmissing-retention: error\n", yamlPath],
    ["two documents", "preview: true\n---\npreview: false\n", yamlPath],
    ["an unknown alias", "rules: *base\n", yamlPath],
    ["an unknown tag", "preview: !!js/function 'x'\n", yamlPath],
    ["aliases of aliases", bomb, yamlPath],
    ["an alias of itself", "rules: &a { missing-contact: *a }\n", yamlPath],
    ["a key that is a list", "? [a, b]\n: c\n", yamlPath],
    ["brackets without end", deep, yamlPath],
    ["brackets without end in JSON", deep, jsonPath],
    ["dashes without end", "- ".repeat(20_000), yamlPath],
    ["more than anybody writes", `description: ${"a".repeat(600_000)}`, yamlPath],
    ["merging", "base: &b { missing-contact: off }\nrules: { <<: *b }\n", yamlPath],
  ];
  for (const [name, text, path] of others) broken.push({ name, text, path, line: undefined, isInSchema: false });
  return broken;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
