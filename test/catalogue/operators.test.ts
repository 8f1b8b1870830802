import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { analyse } from "../../engine/analysis/analyse";
import { buildWords, compileCatalogue } from "../../engine/catalogue/compile";
import type { ConceptSource, LanguageSource, PatternSource } from "../../engine/catalogue/model";
import { defaultConfig } from "../../engine/config";

type Text = string | { readonly heading?: string; readonly introduction?: string; readonly text: string };

interface OperatorExample {
  readonly pattern: PatternSource;
  readonly matches: Text;
  readonly misses: Text;
}

const schema = JSON.parse(readFileSync(join(process.cwd(), "schemas", "disclosure-words.schema.json"), "utf8")) as {
  $defs: Record<string, { "x-examples"?: readonly OperatorExample[]; anyOf?: readonly { $ref: string }[] }>;
  "x-vocabulary": Record<string, ConceptSource>;
};

const { builtWords: _, ...english } = source.languages.find(({ id }) => id === "en") as LanguageSource;
const grammar = Object.fromEntries(
  Object.entries(english.vocabulary).filter(([id]) => /^(negation|negation-cancelled|clause-break|being)$/.test(id)),
);
const frame: LanguageSource = {
  ...english,
  vocabulary: { ...grammar, ...schema["x-vocabulary"] },
  outOfScope: [],
  // Signals may name any concept of the vocabulary, which is not here.
  recognition: { ...english.recognition, signals: {} },
  disclosures: [],
};
const builtWords = buildWords(frame);

/** Whether a document with the text, read with this one pattern, says what the pattern stands for. */
function says(pattern: PatternSource, text: Text): boolean {
  const language: LanguageSource = {
    ...frame,
    builtWords,
    disclosures: [
      {
        id: "sample",
        headings: [],
        patterns: [{ id: "sample", variant: "said", match: pattern }],
        snippet: { heading: "", text: "" },
        examples: { met: [], weak: [], lookalike: [] },
        rule: { flagged: [], passed: [] },
      },
    ],
  };
  const law = {
    id: "sample",
    title: "a sample",
    subject: "a sample",
    what: "",
    why: "",
    variants: [{ id: "said", worth: "met" as const, meaning: "" }],
    citations: [],
    core: true,
    coreError: false,
    kinds: ["privacy-policy"],
    related: [],
  };
  const catalogue = compileCatalogue({ ...source, disclosures: [law], languages: [language] });
  const { heading = "About it", introduction, text: words } = typeof text === "string" ? { text } : text;
  const lines = [
    "# Privacy Policy",
    `## ${heading}`,
    ...(introduction === undefined ? [words] : [introduction, `- ${words}`]),
  ];
  const { disclosures } = analyse(
    {
      text: `${lines.join("\n\n")}\n`,
      format: "markdown",
      config: { ...defaultConfig, language: "en" },
      asOf: "2026-01-01",
      documentKey: "",
      assumePolicy: true,
    },
    catalogue,
  );
  return disclosures.get("sample")?.status === "met";
}

for (const { $ref } of schema.$defs.pattern?.anyOf ?? []) {
  const name = $ref.replace("#/$defs/", "");
  test(`operator ${name}: its two examples in the schema hold`, () => {
    const examples = schema.$defs[name]?.["x-examples"] ?? [];
    assert.equal(examples.length, 2);
    for (const { pattern, matches, misses } of examples) {
      assert.ok(says(pattern, matches), `${JSON.stringify(pattern)} matches ${JSON.stringify(matches)}`);
      assert.ok(!says(pattern, misses), `${JSON.stringify(pattern)} misses ${JSON.stringify(misses)}`);
    }
  });
}
