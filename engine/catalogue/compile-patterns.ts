import { bodySources, type KindPattern } from "../analysis/recognition";
import { type ClaimPattern, claimSources } from "../analysis/regimes";
import type { Matcher } from "../match/operators";
import {
  buildPatternIndex,
  type Frequency,
  type Items,
  PatternIndex,
  type PatternIndexData,
} from "../match/pattern-index";
import { compileMatcher, compilePattern, deferred, isBuilt } from "../match/patterns";
import { emptyTokens, tokenize } from "../match/tokens";
import type { Key } from "../match/view";
import { tag, type Vocabulary } from "../match/vocabulary";
import type { DisclosureLaw, DisclosureWords, LanguageSource, PatternSource, VariantSource } from "./model";
import { type HouseWording, joinedIndexes, type LanguageAdditions, movedIndex, wordingPattern } from "./packs";

export interface StatementPattern {
  readonly id: string;
  readonly disclosure: string;
  readonly variant: VariantSource;
  /** Index of the variant in the law, 0 is the best. */
  readonly rank: number;
  readonly element: string | undefined;
  /** Position in its file: of statements that are worth the same, the one with the earlier pattern is shown. */
  readonly position: number;
  readonly match: Matcher;
  /** Whether a heading says it as well. */
  readonly inHeadings: boolean;
  readonly focus: Matcher | undefined;
}

/** The patterns of all sentences of a policy. */
export interface LanguagePatterns {
  readonly statements: PatternIndex<StatementPattern>;
  readonly claims: PatternIndex<ClaimPattern>;
  /** Words that a house does not use; `undefined` where no pack names any. */
  readonly wording: PatternIndex<CompiledWording> | undefined;
  /** What vetoes a sentence for a disclosure. */
  readonly exclusions: (disclosure: string) => readonly Matcher[];
  readonly outOfScope: readonly Matcher[];
}

export interface CompiledWording {
  readonly source: HouseWording;
  readonly match: Matcher;
  /** Where a sentence matches it, the words are right. */
  readonly unless: Matcher | undefined;
}

type Laws = ReadonlyMap<string, DisclosureLaw>;
type Indexes = NonNullable<LanguageSource["builtIndexes"]>;

/** @throws Error naming file and part where the data contradicts itself (an unknown concept, variant or element). */
export function compilePatterns(
  source: LanguageSource,
  laws: Laws,
  vocabulary: Vocabulary,
): LanguagePatterns & { readonly body: PatternIndex<KindPattern> } {
  const matcher = (pattern: PatternSource) => compileMatcher(pattern, vocabulary);
  const { statements, claims, body } = source.builtIndexes ?? buildIndexes(source, vocabulary);
  const patternsOf = (words: DisclosureWords) => statementPatterns(source, words, laws, vocabulary);
  const exclusions = new Map<string, readonly Matcher[]>();
  const words = new Map(source.disclosures.map((disclosure) => [disclosure.id, disclosure]));
  return {
    statements: new PatternIndex(
      source.disclosures.every((disclosure) => disclosure.patternCount !== undefined)
        ? new LazyItems(source.disclosures, patternsOf)
        : source.disclosures.flatMap(patternsOf),
      statements,
    ),
    claims: new PatternIndex(
      claimSources(source.recognition).map(({ claim, match }) => ({ claim, match: matcher(match) })),
      claims,
    ),
    body: new PatternIndex(
      bodySources(source.recognition).map(({ kind, match }) => ({ kind, match: matcher(match) })),
      body,
    ),
    wording: undefined,
    exclusions: (disclosure) => {
      let matchers = exclusions.get(disclosure);
      if (matchers === undefined) {
        matchers = (words.get(disclosure)?.exclude ?? []).map(({ match }) => matcher(match));
        exclusions.set(disclosure, matchers);
      }
      return matchers;
    },
    outOfScope: source.outOfScope.map(({ match }) => matcher(match)),
  };
}

/** As `compilePatterns`, with what packs add: `own` is the vocabulary of the language itself, `all` the one with theirs. */
export function compilePatternsWith(
  additions: LanguageAdditions,
  source: LanguageSource,
  laws: Laws,
  { own, all }: { readonly own: Vocabulary; readonly all: Vocabulary },
): ReturnType<typeof compilePatterns> {
  const indexes = source.builtIndexes ?? buildIndexes(source, own);
  const added = buildStatementIndex({ id: source.id, disclosures: additions.disclosures }, all);
  const builtIndexes = {
    statements: joinedIndexes(movedIndex(indexes.statements, own, all), added),
    claims: movedIndex(indexes.claims, own, all),
    body: movedIndex(indexes.body, own, all),
  };
  const disclosures = [...source.disclosures, ...additions.disclosures];
  const patterns = compilePatterns({ ...source, disclosures, builtIndexes }, laws, all);
  return { ...patterns, wording: compileWording(additions.wording, all) };
}

function compileWording(
  wording: readonly HouseWording[],
  vocabulary: Vocabulary,
): PatternIndex<CompiledWording> | undefined {
  if (wording.length === 0) return undefined;
  const patterns = wording.map((source) => compilePattern(wordingPattern(source), vocabulary));
  const items = wording.map((source, index): CompiledWording => {
    const { match } = patterns[index] as (typeof patterns)[number];
    const unless = source.unless === undefined ? undefined : compilePattern(source.unless, vocabulary).match;
    return { source, match, unless };
  });
  return new PatternIndex(items, buildPatternIndex(patterns));
}

/** The patterns of disclosures one after the other, made where one of them is asked for. */
class LazyItems implements Items<StatementPattern> {
  readonly length: number;
  private readonly ends: readonly number[];
  private readonly made: (readonly StatementPattern[] | undefined)[] = [];

  constructor(
    private readonly disclosures: readonly DisclosureWords[],
    private readonly patternsOf: (words: DisclosureWords) => readonly StatementPattern[],
  ) {
    let end = 0;
    this.ends = disclosures.map(({ patternCount = 0 }) => (end += patternCount));
    this.length = end;
  }

  at(index: number): StatementPattern | undefined {
    let disclosure = 0;
    while (disclosure < this.ends.length && (this.ends[disclosure] as number) <= index) disclosure += 1;
    const words = this.disclosures[disclosure];
    if (words === undefined) return undefined;
    let patterns = this.made[disclosure];
    if (patterns === undefined) this.made[disclosure] = patterns = this.patternsOf(words);
    return patterns[index - (this.ends[disclosure] as number) + patterns.length];
  }
}

/**
 * What the patterns of a pack need.
 * @throws Error naming file and part where a pattern has an unknown concept, or one of claims or kinds could match any sentence.
 */
export function buildIndexes(source: LanguageSource, vocabulary: Vocabulary): Indexes {
  const index = (name: string, patterns: readonly { readonly match: PatternSource }[]): PatternIndexData => {
    const compiled = patterns.map(({ match }) => compilePattern(match, vocabulary));
    if (compiled.some(({ needs }) => needs.length === 0)) throw new Error(`A pattern of ${name} names no word.`);
    return buildPatternIndex(compiled);
  };
  return {
    statements: buildStatementIndex(source, vocabulary),
    claims: index("regimes and signals", claimSources(source.recognition)),
    body: index("kinds", bodySources(source.recognition)),
  };
}

function buildStatementIndex(source: WordsOfLanguage, vocabulary: Vocabulary): PatternIndexData {
  const statements = source.disclosures.flatMap((words) =>
    words.patterns.map((pattern) => {
      try {
        return compilePattern(pattern.match, vocabulary);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${placeOf(source, words, pattern.id)}: ${reason}`);
      }
    }),
  );
  return buildPatternIndex(statements, frequencies(source, vocabulary));
}

type WordsOfLanguage = Pick<LanguageSource, "id" | "disclosures">;

/** How many of all examples have a key; what no example shows is about where a text stands, and rare. */
function frequencies({ disclosures }: WordsOfLanguage, vocabulary: Vocabulary): Frequency {
  const counts = new Map<Key, number>();
  for (const { examples } of disclosures) {
    for (const { text } of [...examples.met, ...examples.weak, ...examples.lookalike]) {
      const tokens = emptyTokens();
      tokenize(text, 0, text.length, vocabulary.words, tokens);
      for (const key of new Set(tag(vocabulary, tokens, text).concept)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (key) => counts.get(key) ?? (key < vocabulary.names.length ? 1 : 20);
}

function statementPatterns(
  source: LanguageSource,
  words: DisclosureWords,
  laws: Laws,
  vocabulary: Vocabulary,
): readonly StatementPattern[] {
  const law = laws.get(words.id);
  if (law === undefined)
    throw new Error(`languages/${source.id}/disclosures/${words.id}.json has no entry in disclosures/.`);
  return words.patterns.map(({ id, variant: name, element, match, headings, focus }, position) => {
    const rank = law.variants.findIndex((variant) => variant.id === name);
    const variant = law.variants[rank];
    if (variant === undefined) throw new Error(`${placeOf(source, words, id)}: unknown variant "${name}".`);
    if (element !== undefined && !variant.elements?.some((known) => known.id === element))
      throw new Error(`${placeOf(source, words, id)}: unknown element "${element}".`);
    return {
      id,
      disclosure: words.id,
      variant,
      rank,
      element,
      position,
      match: compileMatcher(match, vocabulary),
      inHeadings: headings ?? false,
      focus: focus === undefined ? undefined : focusOf(focus, match, vocabulary),
    };
  });
}

/** Of a pattern that is built the focus was looked at too, and few sentences ask for it. */
function focusOf(focus: string, match: PatternSource, vocabulary: Vocabulary): Matcher {
  const compile = () => compilePattern(focus, vocabulary).match;
  return isBuilt(match) ? deferred(compile) : compile();
}

function placeOf({ id }: WordsOfLanguage, words: DisclosureWords, pattern: string): string {
  return `languages/${id}/disclosures/${words.id}.json, pattern "${pattern}"`;
}
