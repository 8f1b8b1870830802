import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue, PatternIndex } from "../../engine/catalogue/compile";
import type { DisclosureWords } from "../../engine/catalogue/model";
import { catalogueSource, decide, holdsFor, shippedCatalogue } from "./sample";

/** The catalogue with other patterns, without compiling all of its words again. */
function withPatterns(languageId: string, change: (patterns: PatternIndex) => PatternIndex): Catalogue {
  const languages = [...shippedCatalogue.languages].map(
    ([id, language]) =>
      [id, id === languageId ? { ...language, patterns: change(language.patterns) } : language] as const,
  );
  return { ...shippedCatalogue, languages: new Map(languages) };
}

function withoutPattern(patterns: PatternIndex, disclosure: string, id: string): PatternIndex {
  const isKept = (pattern: { readonly disclosure: string; readonly id: string }) =>
    pattern.disclosure !== disclosure || pattern.id !== id;
  return {
    ...patterns,
    byTrigger: new Map([...patterns.byTrigger].map(([trigger, list]) => [trigger, list.filter(isKept)])),
    untriggered: patterns.untriggered.filter(isKept),
  };
}

function withoutExclusion(patterns: PatternIndex, disclosure: string, index: number): PatternIndex {
  const kept = (patterns.exclusions.get(disclosure) ?? []).filter((_, at) => at !== index);
  return { ...patterns, exclusions: new Map([...patterns.exclusions, [disclosure, kept]]) };
}

function isNoticed({ id, examples }: DisclosureWords, catalogue: Catalogue): boolean {
  const { met, weak, lookalike } = examples;
  return [...met, ...weak, ...lookalike].some((example) => !holdsFor(example, decide(id, example, catalogue)));
}

for (const { id: language, disclosures } of catalogueSource.languages) {
  for (const words of disclosures) {
    const name = `${language}, ${words.id}`;
    test(`${name}: the examples notice when any one pattern is dropped`, () => {
      assert.equal(isNoticed(words, shippedCatalogue), false, "an example does not hold with all patterns");
      const unnoticed = words.patterns
        .map(({ id }) => id)
        .filter(
          (id) =>
            !isNoticed(
              words,
              withPatterns(language, (all) => withoutPattern(all, words.id, id)),
            ),
        );
      assert.deepEqual(unnoticed, []);
    });
    test(`${name}: the examples notice when any one exclusion is dropped`, () => {
      const unnoticed = (words.exclude ?? [])
        .filter(
          (_, at) =>
            !isNoticed(
              words,
              withPatterns(language, (all) => withoutExclusion(all, words.id, at)),
            ),
        )
        .map(({ id }) => id);
      assert.deepEqual(unnoticed, []);
    });
  }
}
