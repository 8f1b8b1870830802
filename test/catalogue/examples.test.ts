import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogueSource, decide, shippedCatalogue } from "./sample";

/** A text that says that its condition is not there is listed among the weak ones. */
function expectedStatus(disclosure: string, kind: "met" | "weak" | "lookalike", variant: string | undefined): string {
  if (kind === "lookalike") return "missing";
  const variants = shippedCatalogue.disclosures.get(disclosure)?.variants;
  const worth = variants?.find(({ id }) => id === variant)?.worth;
  return worth === "not-applicable" ? worth : kind;
}

for (const { id: language, disclosures } of catalogueSource.languages) {
  for (const { id, examples } of disclosures) {
    for (const kind of ["met", "weak", "lookalike"] as const) {
      if (examples[kind].length === 0) continue;
      test(`${language}, ${id}, ${kind}: every example is decided as written`, () => {
        const decided = examples[kind].map((example) => {
          const { text, heading, variant } = example;
          const facts = decide(id, example, shippedCatalogue);
          const patterns = facts.evidence.map(({ pattern }) => pattern).join(", ");
          return {
            example: `${heading === undefined ? "" : `[${heading}] `}${text}`,
            expected: `${expectedStatus(id, kind, variant)} ${variant}`,
            actual: `${facts.status} ${facts.variant}`,
            matchedBy: patterns === "" ? "nothing" : patterns,
          };
        });
        assert.deepEqual(
          decided.filter(({ expected, actual }) => actual !== expected),
          [],
        );
      });
    }
  }
}

test("a law with weak variants has four weak examples and a flagged document", () => {
  for (const { disclosures } of catalogueSource.languages) {
    for (const { id, examples, rule } of disclosures) {
      const variants = shippedCatalogue.disclosures.get(id)?.variants;
      if (!variants?.some(({ worth }) => worth === "weak")) continue;
      assert.ok(examples.weak.length >= 4, `${id} has too few weak examples`);
      assert.ok(rule.flagged.length > 0, `${id} has no flagged document`);
    }
  }
});

test("every disclosure has law and words, and no example stands twice", () => {
  for (const { disclosures } of catalogueSource.languages) {
    assert.deepEqual(
      disclosures.map(({ id }) => id),
      catalogueSource.disclosures.map(({ id }) => id),
    );
    for (const { id, examples } of disclosures) {
      const texts = [...examples.met, ...examples.weak, ...examples.lookalike].map(
        ({ text, heading = "" }) => `${heading}: ${text}`,
      );
      assert.equal(new Set(texts).size, texts.length, id);
    }
  }
});
