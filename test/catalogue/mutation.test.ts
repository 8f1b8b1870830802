import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue } from "../../engine/catalogue/compile";
import type { LanguagePatterns, StatementPattern } from "../../engine/catalogue/compile-patterns";
import type { DisclosureWords, ExampleSource } from "../../engine/catalogue/model";
import { PatternIndex } from "../../engine/match/pattern-index";
import { catalogueSource, decide, holdsFor, shippedCatalogue } from "./sample";

/** The catalogue with other patterns, without compiling all of its words again. */
function withPatterns(languageId: string, change: (patterns: LanguagePatterns) => LanguagePatterns): Catalogue {
  const languages = [...shippedCatalogue.languages].map(
    ([id, language]) =>
      [id, id === languageId ? { ...language, patterns: change(language.patterns) } : language] as const,
  );
  return { ...shippedCatalogue, languages: new Map(languages) };
}

function withoutPattern(patterns: LanguagePatterns, disclosure: string, id: string): LanguagePatterns {
  const { items, data } = patterns.statements;
  const kept = Array.from(data.needs.keys()).filter((index) => {
    const item = items.at(index);
    return item?.disclosure !== disclosure || item.id !== id;
  });
  const statements = kept.map((index) => items.at(index) as StatementPattern);
  const needs = kept.map((index) => data.needs[index] as readonly number[]);
  return { ...patterns, statements: new PatternIndex(statements, { ...data, needs }) };
}

function withoutExclusion(patterns: LanguagePatterns, disclosure: string, index: number): LanguagePatterns {
  const kept = patterns.exclusions(disclosure).filter((_, at) => at !== index);
  return { ...patterns, exclusions: (id) => (id === disclosure ? kept : patterns.exclusions(id)) };
}

function examplesOf({ examples: { met, weak, lookalike } }: DisclosureWords): readonly ExampleSource[] {
  return [...met, ...weak, ...lookalike];
}

for (const { id: language, disclosures } of catalogueSource.languages) {
  for (const words of disclosures) {
    const name = `${language}, ${words.id}`;
    const isNoticed = (
      examples: readonly ExampleSource[],
      change: (patterns: LanguagePatterns) => LanguagePatterns,
    ) => {
      const catalogue = withPatterns(language, change);
      return examples.some((example) => !holdsFor(example, decide(words.id, example, catalogue)));
    };
    test(`${name}: the examples notice when any one pattern is dropped`, () => {
      const decided = examplesOf(words).map((example) => ({
        example,
        facts: decide(words.id, example, shippedCatalogue),
      }));
      for (const { example, facts } of decided) assert.ok(holdsFor(example, facts), example.text);
      const unnoticed = words.patterns
        .map(({ id }) => id)
        .filter((id) => {
          // Only where the pattern counts for something can an example notice that it is gone.
          const concerned = decided.filter(({ facts }) => facts.evidence.some(({ pattern }) => pattern === id));
          const examples = concerned.map(({ example }) => example);
          return !isNoticed(examples, (all) => withoutPattern(all, words.id, id));
        });
      assert.deepEqual(unnoticed, []);
    });
    test(`${name}: the examples notice when any one exclusion is dropped`, () => {
      const unnoticed = (words.exclude ?? [])
        .filter((_, at) => !isNoticed(examplesOf(words), (all) => withoutExclusion(all, words.id, at)))
        .map(({ id }) => id);
      assert.deepEqual(unnoticed, []);
    });
  }
}
