import assert from "node:assert/strict";
import { test } from "node:test";
import type { PackSource } from "../../engine/catalogue/pack-model";
import { rulePage } from "../../server/rule-page";
import { createShippedLinter } from "../../server/shipped-linter";

const law = createShippedLinter().catalogue.disclosures.get("retention");

test("rules have pages, but for those of packs and the linter's own messages", () => {
  assert.ok(law);
  const words = {
    ...{ id: "acme-periods", headings: [], exclude: [], patterns: [] },
    snippet: { heading: "Periods", text: "As our list says." },
    examples: { met: [], weak: [], lookalike: [] },
    rule: { flagged: [], passed: [] },
  };
  const pack: PackSource = {
    ...{ id: "acme", name: "Acme's house rules" },
    disclosures: [{ ...law, id: "acme-periods" }],
    languages: [{ id: "en", vocabulary: {}, disclosures: [words], wording: [], snippets: {} }],
  };
  const linter = createShippedLinter([pack]);
  assert.ok(linter.rules.some(({ id }) => id === "missing-acme-periods"));
  assert.match(rulePage(linter, "missing-retention") ?? "", /\/missing-retention\.md$/);
  assert.equal(rulePage(linter, "missing-acme-periods"), undefined);
  assert.equal(rulePage(linter, "weak-acme-periods"), undefined);
  assert.equal(rulePage(linter, "internal-error"), undefined);
});
