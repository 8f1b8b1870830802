import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalogue } from "../../engine/catalogue/compile";
import type { LanguagePatterns, StatementPattern } from "../../engine/catalogue/compile-patterns";
import type { DisclosureLaw, DisclosureWords, ExampleSource } from "../../engine/catalogue/model";
import type { Matcher } from "../../engine/match/operators";
import { PatternIndex } from "../../engine/match/pattern-index";
import { catalogueSource, decide, holdsFor, shippedCatalogue } from "./sample";

/** The catalogue with one disclosure and other patterns, without compiling all of its words again. */
function withPatterns(
  disclosure: string,
  languageId: string,
  change: (patterns: LanguagePatterns) => LanguagePatterns,
): Catalogue {
  const languages = [...shippedCatalogue.languages].map(
    ([id, language]) =>
      [id, id === languageId ? { ...language, patterns: change(language.patterns) } : language] as const,
  );
  const law = shippedCatalogue.disclosures.get(disclosure) as DisclosureLaw;
  return { ...shippedCatalogue, disclosures: new Map([[disclosure, law]]), languages: new Map(languages) };
}

/** Keeps of all statements only those of one disclosure, for no other decides it. */
function onlyOf(patterns: LanguagePatterns, disclosure: string, without?: string): LanguagePatterns {
  const { items, data } = patterns.statements;
  const kept = Array.from(data.needs.keys()).filter((index) => {
    const item = items.at(index);
    return item?.disclosure === disclosure && item.id !== without;
  });
  const statements = kept.map((index) => items.at(index) as StatementPattern);
  const needs = kept.map((index) => data.needs[index] as readonly number[]);
  return { ...patterns, statements: new PatternIndex(statements, { ...data, needs }) };
}

/** Puts others in the place of a disclosure's exclusions. */
function withExclusions(patterns: LanguagePatterns, disclosure: string, all: readonly Matcher[]): LanguagePatterns {
  return { ...patterns, exclusions: (id) => (id === disclosure ? all : patterns.exclusions(id)) };
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
      const catalogue = withPatterns(words.id, language, change);
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
          return !isNoticed(examples, (all) => onlyOf(all, words.id, id));
        });
      assert.deepEqual(unnoticed, []);
    });
    test(`${name}: the examples notice when any one exclusion is dropped`, () => {
      const vetoing = new Set<number>();
      const watched = withPatterns(words.id, language, (all) => {
        const exclusions = all.exclusions(words.id).map((match, at): Matcher => {
          return (view) => {
            const hits = match(view);
            if (hits.length > 0) vetoing.add(at);
            return hits;
          };
        });
        return withExclusions(onlyOf(all, words.id), words.id, exclusions);
      });
      // Only where the exclusion takes something away can an example notice that it is gone.
      const vetoed = (words.exclude === undefined ? [] : examplesOf(words)).map((example) => {
        vetoing.clear();
        decide(words.id, example, watched);
        return { example, by: [...vetoing] };
      });
      const unnoticed = (words.exclude ?? [])
        .filter((_, at) => {
          const concerned = vetoed.filter(({ by }) => by.includes(at)).map(({ example }) => example);
          return !isNoticed(concerned, (all) => {
            const kept = all.exclusions(words.id).filter((_, index) => index !== at);
            return withExclusions(onlyOf(all, words.id), words.id, kept);
          });
        })
        .map(({ id }) => id);
      assert.deepEqual(unnoticed, []);
    });
  }
}
