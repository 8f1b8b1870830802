/** One folder of the tree, with a configuration of its own kind. */
export interface Layer {
  readonly name: string;
  /** The open folder in which it lies. */
  readonly workspace: "one" | "two" | "three";
  /** By path below the folder. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * What the layer does to the findings: "rule severity" with "+" or "-" before it, as `effectOf` writes it;
   * a state other than "new" stands behind. Each has to be among what differs from the defaults.
   */
  readonly effect: Readonly<Record<string, readonly string[]>>;
  /** What the files said when the baseline was written; `null` for one that was not there yet. */
  readonly before?: Readonly<Record<string, string | null>>;
  /** Documents that the configuration leaves alone. */
  readonly ignored?: readonly string[];
  /** Mistakes that are told: "file:line:column". */
  readonly mistakes?: readonly string[];
}

const policy = `# Privacy Policy

Lumen Kite lets you fly kites together. We collect your name and your address. [TBD]

We keep what you tell us as long as necessary.

Our servers are in the United States, and we send your data there.

## Contact

Write to privacy@lumenkite.example.
`;

const page = `<!DOCTYPE html>
<html lang="en">
<head><title>Privacy Policy</title></head>
<body><main>
<h1>Privacy Policy</h1>
<!-- clauselint-disable-next-line unfilled-placeholder -- the template fills it -->
<p>[Company Name] collects your name.</p>
<p>We keep it as long as necessary. [TBD]</p>
</main></body>
</html>
`;

const shared = "rules:\n  missing-purposes: off\n  unfilled-placeholder: information\nregimes: [core, us-coppa]\n";

const pack = `id: kite
name: House rules of Lumen Kite
disclosures:
  - id: kite-mailbox
    title: the mailbox of our kite desk
languages:
  en:
    vocabulary:
      kite-desk: [desk@lumenkite.example]
    disclosures:
      - id: kite-mailbox
        patterns: [{ id: address, match: kite-desk }]
        snippet: { heading: Kite desk, text: Write to desk@lumenkite.example. }
    wording:
      - { id: kite-necessary, terms: [as long as necessary], reason: nobody can check it }
`;

export const layers: readonly Layer[] = [
  {
    name: "defaults",
    workspace: "one",
    files: { "privacy.md": policy, "privacy.html": page.replace(/<!-- c.*-->\n/, "") },
    effect: {},
  },
  {
    name: "presets",
    workspace: "one",
    files: { "clauselint.config.yaml": "extends: [clauselint:gdpr, clauselint:children]\n", "privacy.md": policy },
    effect: {
      "privacy.md": ["+ missing-legal-basis error", "+ missing-right-portability error", "- missing-purposes warning"],
    },
  },
  {
    name: "file",
    workspace: "one",
    files: {
      ".clauselintrc": "regimes: [core]\nrules: { unfilled-placeholder: information, missing-cookies: off }\n",
      "privacy.md": policy.replaceAll("\n", "\r\n"),
      "sub folder/Datenschutz & Söhne (100%).md": `\uFEFF${policy}`,
    },
    effect: {
      "privacy.md": ["+ unfilled-placeholder information"],
      "sub folder/Datenschutz & Söhne (100%).md": ["+ unfilled-placeholder information"],
    },
  },
  {
    name: "extends",
    workspace: "one",
    files: {
      "clauselint.config.jsonc": '{\n  // Ours.\n  "extends": ["../shared/base.yaml", "@kite/rules"],\n}\n',
      "privacy.md": policy,
    },
    effect: {
      "privacy.md": [
        "- missing-purposes warning",
        "+ missing-recipients hint",
        "+ unfilled-placeholder information",
        "+ missing-notice-language hint",
      ],
    },
  },
  {
    name: "overrides",
    workspace: "one",
    files: {
      "clauselint.config.yml": [
        "overrides:",
        "  - files: [drafts/**]",
        "    rules: { unfilled-placeholder: hint }",
        "  - files: ['**/*.html']",
        "    regimes: [core, eu-gdpr]",
        "",
      ].join("\n"),
      "drafts/privacy.md": policy,
      "site/index.html": page,
    },
    effect: {
      "drafts/privacy.md": ["+ unfilled-placeholder hint"],
      "site/index.html": ["+ missing-legal-basis error"],
    },
  },
  {
    name: "front-matter",
    workspace: "two",
    files: {
      ".clauselintrc.json": '{ "rules": { "missing-contact": "off" } }\n',
      "privacy.md": `---\ntitle: Privacy\nclauselint:\n  rules: { unfilled-placeholder: error, missing-contct: off }\n  regimes: [core]\n---\n${policy}`,
      "notes.md": `---\nclauselint: privacy-policy\n---\n# What we do\n\nWe keep notes about you. [TBD]\n`,
    },
    effect: {
      "privacy.md": ["- missing-contact error", "+ missing-purposes error"],
      "notes.md": ["+ missing-retention error", "+ unfilled-placeholder error"],
    },
    mistakes: ["privacy.md:4:41"],
  },
  {
    name: ".",
    workspace: "two",
    files: {
      "clauselint.config.json": '{ "regimes": ["core"], "rules": { "missing-contact": "off" } }\n',
      "privacy.md": policy,
    },
    effect: { "privacy.md": ["- missing-contact error", "+ missing-purposes error"] },
  },
  {
    name: "locked",
    workspace: "two",
    files: {
      "clauselint.config.yaml":
        "extends: ../shared/strict.yaml\nrules: { unfilled-placeholder: off }\nsuppressions: [{ rule: missing-purposes, reason: later }]\n",
      "privacy.md": `<!-- clauselint-disable-file missing-purposes -- later -->\n${policy}`,
    },
    effect: { "privacy.md": ["+ forbidden-suppression error", "+ missing-purposes error"] },
    mistakes: ["clauselint.config.yaml:2:10", "clauselint.config.yaml:3:16"],
  },
  {
    name: "facts",
    workspace: "two",
    files: {
      "clauselint.config.yaml":
        "regimes: [core, eu-gdpr]\nfacts: { company: Stone Anchor Ltd, transfers: false, dpo: true }\n",
      "privacy.md": policy,
    },
    effect: { "privacy.md": ["+ contradicted-fact error", "+ missing-dpo-contact error"] },
  },
  {
    name: "evidence",
    workspace: "two",
    files: {
      "clauselint.config.yaml": [
        "evidence:",
        "  purposes: { file: legal/purposes.md, quote: to fly kites }",
        "  recipients: { quote: fly kites together }",
        "  effective-date: { quote: words that are gone }",
        "  children-age: { file: legal/gone.md }",
        "  policy-changes: { file: legal/purposes.md, quote: words that are gone }",
        "",
      ].join("\n"),
      "legal/purposes.md": "# Why\n\nWe use it to fly kites.\n",
      "privacy.md": policy,
    },
    effect: { "privacy.md": ["- missing-purposes warning", "- missing-recipients warning", "+ stale-evidence error"] },
  },
  {
    name: "packs",
    workspace: "three",
    files: { "clauselint.config.yaml": "packs: kite.yaml\n", "kite.yaml": pack, "privacy.md": policy },
    effect: { "privacy.md": ["+ house-wording warning", "+ missing-kite-mailbox error"] },
  },
  {
    name: "suppressions",
    workspace: "three",
    files: {
      "clauselint.config.yaml": [
        "suppressions:",
        "  - { rule: unfilled-placeholder, file: '*.md', quote: '[TBD]', reason: the site fills it, until: 2026-12-31 }",
        "  - { rule: missing-purposes, file: '*.md', reason: it is coming, until: 2026-01-31 }",
        "  - { rule: missing-recipients, file: '*.{html,txt}', reason: we have none }",
        "",
      ].join("\n"),
      "privacy.md": `${policy}\n<!-- clauselint-disable weak-retention -->\n\nWe keep it as long as needed.\n\n<!-- clauselint-enable -->\n`,
      "privacy.html": page,
      "privacy.txt": "PRIVACY POLICY\n\nWe collect your name. [TBD]\n",
    },
    effect: {
      "privacy.md": [
        "+ unfilled-placeholder error suppressed",
        "+ expired-suppression warning",
        "+ unexplained-suppression warning",
      ],
      "privacy.html": ["+ unfilled-placeholder error suppressed", "+ missing-recipients warning suppressed"],
      "privacy.txt": ["+ missing-recipients warning suppressed"],
    },
  },
  {
    name: "baseline",
    workspace: "three",
    files: {
      "clauselint.config.yaml": "baseline: known.json\nregimes: [core]\n",
      "privacy.md": `${policy}\nCall us at [phone].\n`,
      "new.md": policy,
    },
    before: { "privacy.md": policy, "new.md": null, "old.md": policy },
    effect: {
      "privacy.md": ["+ missing-purposes error baselined", "+ unfilled-placeholder error baselined"],
      "new.md": ["+ missing-contact error baselined"],
    },
  },
  {
    name: "package",
    workspace: "three",
    files: {
      "package.json":
        '{ "name": "kites", "clauselint": { "regimes": ["core"], "rules": { "missing-purposes": "information" } } }\n',
      "privacy.md": policy,
    },
    effect: { "privacy.md": ["+ missing-purposes information", "- missing-purposes warning"] },
  },
  {
    name: "kinds",
    workspace: "three",
    files: {
      "clauselint.config.yaml": [
        "files:",
        "  - '*.md'",
        "  - { glob: legal/cookies.md, kind: cookie-policy }",
        "  - { glob: legal/fr.md, kind: privacy-policy, language: fr }",
        "ignore: [old/**, '!old/kept.md']",
        "",
      ].join("\n"),
      "privacy.md": policy,
      "legal/cookies.md": "# Things we store\n\nWe store a number. [TBD]\n",
      "legal/fr.md": policy,
      "old/privacy.md": policy,
      "old/kept.md": policy,
    },
    effect: {
      "legal/cookies.md": ["+ missing-effective-date warning", "+ unfilled-placeholder error"],
      "legal/fr.md": ["- missing-purposes warning", "+ unjudged-language information"],
    },
    ignored: ["old/privacy.md"],
  },
];

/** Files beside those of the layers. */
export const around: Readonly<Record<string, string>> = {
  // Above the folders that are open, and in no repository: it holds for none of them.
  "/work/.clauselintrc": "rules: { unfilled-placeholder: off }\n",
  "/work/one/shared/base.yaml": shared,
  "/work/two/shared/strict.yaml":
    "rules: { missing-purposes: error }\nlocked: [unfilled-placeholder, missing-purposes]\n",
  "/work/node_modules/@kite/rules/package.json": '{ "name": "@kite/rules", "clauselint": "./kite.json" }\n',
  "/work/node_modules/@kite/rules/kite.json": '{ "rules": { "missing-recipients": "hint" } }\n',
};
