import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compileCatalogue } from "../../engine/catalogue/compile";
import { editionOf } from "../../engine/catalogue/packs";
import { defaultConfig } from "../../engine/config";
import type { Finding } from "../../engine/finding";
import { createLinter, type Linter } from "../../engine/linter";
import type { Rule, RuleExample } from "../../engine/rule";
import type { Span } from "../../engine/span";
import { decode } from "../../project/decode";
import { createRules } from "../../rules/index";

const catalogue = compileCatalogue(source);
const rules = createRules(catalogue);
const linter = createLinter({ catalogue, rules });

interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The example without its « and », and what they enclose. */
function readMarks(example: string): Marked {
  const spans: Span[] = [];
  let text = "";
  let start = 0;
  for (const part of example.split(/([«»])/)) {
    if (part === "«") start = text.length;
    else if (part === "»") spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** Ways in which a document may differ without meaning anything else. */
const shapes: Readonly<Record<string, (marked: string) => string>> = {
  "as it stands": (marked) => marked,
  "with CRLF": (marked) => marked.replaceAll("\n", "\r\n"),
  // As bytes, the way a file comes in: decoding takes the mark off, and no span may move for it.
  "after a byte-order mark": (marked) => {
    const { text } = decode(new TextEncoder().encode(`\uFEFF${marked}`));
    assert.ok(text !== undefined);
    return text;
  },
  "with an emoji in a line before": (marked) => `🍪 x\n\n${marked}`,
};

const linters = new Map([["", linter]]);

/** The linter with the house rules of an example. */
function linterWith(packs: RuleExample["packs"] = []): Linter {
  const edition = editionOf(packs);
  let found = linters.get(edition);
  if (found === undefined) {
    const withPacks = compileCatalogue(source, packs);
    found = createLinter({ catalogue: withPacks, rules: createRules(withPacks) });
    linters.set(edition, found);
  }
  return found;
}

function findingsOf(
  rule: Rule,
  text: string,
  {
    format,
    regimes = "auto",
    kind,
    language = "en",
    options,
    facts = {},
    evidence = [],
    suppressions = [],
    locked = [],
    packs,
    asOf,
  }: RuleExample,
): readonly Finding[] {
  const { findings, analysis } = linterWith(packs).lint({
    text,
    format: format ?? "markdown",
    config: {
      ...defaultConfig,
      preview: true,
      kind,
      language,
      regimes,
      facts,
      evidence,
      suppressions,
      locked,
      ...(options !== undefined && { rules: { [rule.id]: { severity: undefined, options } } }),
    },
    asOf: asOf ?? catalogue.version,
    documentKey: "privacy.md",
  });
  assert.notEqual(analysis.recognition.kind, "not-a-policy", text);
  const broken = findings.find(({ ruleId }) => ruleId === "internal-error");
  assert.equal(broken, undefined, broken?.message);
  return findings.filter(({ ruleId }) => ruleId === rule.id);
}

function checkFinding(finding: Finding, text: string): void {
  assert.ok(!/\{\w+\}|undefined|\.$/.test(withoutQuotations(finding.message)), finding.message);
  const changes = [...finding.suggestions, ...(finding.fix === undefined ? [] : [finding.fix])];
  for (const { title, edits } of changes) {
    assert.ok(title.length > 0 && edits.length > 0);
    for (const { span } of edits) {
      assert.ok(
        0 <= span.start && span.start <= span.end && span.end <= text.length,
        `${title}: ${JSON.stringify(span)}`,
      );
    }
  }
  for (const { span } of finding.related) assert.ok(0 <= span.start && span.end <= text.length);
}

/** What a message quotes from the document may look like anything. */
function withoutQuotations(message: string): string {
  return message.replace(/“[^”]*”/g, "");
}

for (const rule of rules) {
  const { flagged, passed } = rule.examples;
  for (const [shape, reshape] of Object.entries(shapes)) {
    test(`${rule.id}: flagged examples ${shape}`, () => {
      for (const example of flagged) {
        const { text, spans } = readMarks(reshape(example.text));
        const findings = findingsOf(rule, text, example);
        assert.deepEqual(
          findings.map(({ span }) => text.slice(span.start, span.end)),
          spans.map(({ start, end }) => text.slice(start, end)),
          text,
        );
        assert.deepEqual(
          findings.map(({ span }) => span),
          spans,
          text,
        );
        const expected = example.messageIds ?? findings.map(() => Object.keys(rule.messages)[0]);
        assert.deepEqual(
          findings.map(({ messageId }) => messageId),
          expected,
          text,
        );
        for (const finding of findings) checkFinding(finding, text);
      }
    });

    test(`${rule.id}: passed examples ${shape}`, () => {
      for (const example of passed) {
        const text = reshape(example.text);
        assert.deepEqual(
          findingsOf(rule, text, example).map(({ span }) => text.slice(span.start, span.end)),
          [],
          text,
        );
      }
    });
  }
}

test("every rule has examples of both kinds, and its flagged ones use each of its messages", () => {
  for (const { id, examples, messages } of rules) {
    assert.ok(examples.flagged.length > 0, `${id} has no flagged example`);
    assert.ok(examples.passed.length > 0, `${id} has no passed example`);
    const [first] = Object.keys(messages);
    const used = new Set(examples.flagged.flatMap(({ messageIds }) => messageIds ?? [first as string]));
    assert.deepEqual([...used].sort(), Object.keys(messages).sort(), id);
  }
});

test("each rule is named by its file, or by its family's", () => {
  const files = new Set(readdirSync(join(process.cwd(), "rules")).map((name) => name.replace(/\.ts$/, "")));
  for (const { id } of rules) {
    const family = /^(missing|weak)-(.+)$/.exec(id);
    const isMember = family !== null && catalogue.disclosures.has(family[2] as string);
    assert.ok(files.has(isMember ? `${family[1]}-disclosure` : id), id);
  }
});
