import type { ConceptSource } from "../catalogue/model";
import { isNumber, type Tokens, token, WordTable } from "./tokens";
import { buildTrie, eachWord, follow, mayLeadOn, stateHead, type Trie } from "./trie";

/** Concepts that the engine itself relies on; every language pack has them. */
export const grammarConcepts = ["negation", "negation-cancelled", "clause-break", "being"] as const;

/** The words of one language in a form that is read at once, and that JSON can carry from the build to where they are used. */
export interface VocabularyData {
  /** Names of the concepts, in the order of their ids. */
  readonly concepts: readonly string[];
  /** In the order of their ids. */
  readonly words: readonly string[];
  /** Where the table of words has each of them. */
  readonly slots: ArrayLike<number>;
  readonly trie: ArrayLike<number>;
  /** The state at which every term begins. */
  readonly root: number;
}

/** The words of one language, ready for use: one pass tags every concept, whatever their number. */
export interface Vocabulary {
  readonly words: WordTable;
  /** Concept ids (indices) by name. */
  readonly concepts: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly trie: Trie;
  /** The state behind the first word of a term, by word id; 0 or `undefined` where no term begins with it. */
  readonly starts: Int32Array;
  /** A place to note by concept where its last tag may be; whoever reads it checks whether it is so. */
  readonly lastTags: Int32Array;
  /** Ids of the concepts that operators rely on. */
  readonly grammar: Grammar;
  /** The state behind a number with which a term begins; 0 where none does. */
  readonly numberStart: number;
  /** Where the terms begin that packs have added; `undefined` where there are none. */
  readonly more: Beginnings | undefined;
}

/** Where terms begin in the trie: by the id of the first word, and for a number. */
interface Beginnings {
  readonly starts: Int32Array;
  readonly numberStart: number;
}

export interface Grammar {
  readonly negation: number;
  readonly cancelled: number;
  readonly clauseBreak: number;
  readonly being: number;
}

/** Concept occurrences as parallel arrays, ordered by the first token. */
export interface Tags {
  readonly concept: number[];
  /** First token and the one after the last. */
  readonly start: number[];
  readonly end: number[];
}

/**
 * Takes long enough that it belongs into a build.
 * @throws Error naming the term where one cannot be read.
 */
export function buildVocabulary(source: Readonly<Record<string, ConceptSource>>): VocabularyData {
  const words = new WordTable();
  const names = [...new Set([...grammarConcepts, ...Object.keys(source)])];
  const ids = new Map(names.map((name, index) => [name, index]));
  const terms = Object.entries(source).flatMap(([name, concept]) =>
    concept.terms.map((term) => [term, ids.get(name) as number] as const),
  );
  const trie = buildTrie(terms, words);
  // Made anew, as loading would make it, and not as it grew.
  return { concepts: names, ...trie, words: words.words, slots: new WordTable(words.words).slotsOfWords() };
}

export function loadVocabulary(data: VocabularyData): Vocabulary {
  const trie = data.trie instanceof Int32Array ? data.trie : Int32Array.from(data.trie);
  const starts = new Int32Array(data.words.length + token.firstWord);
  eachWord(trie, data.root, (word, state) => {
    starts[word] = state;
  });
  return {
    words: new WordTable(data.words, data.slots),
    concepts: new Map(data.concepts.map((name, index) => [name, index])),
    names: data.concepts,
    lastTags: new Int32Array(data.concepts.length),
    grammar: {
      negation: data.concepts.indexOf("negation"),
      cancelled: data.concepts.indexOf("negation-cancelled"),
      clauseBreak: data.concepts.indexOf("clause-break"),
      being: data.concepts.indexOf("being"),
    },
    trie,
    starts,
    numberStart: trie[data.root] as number,
    more: undefined,
  };
}

/**
 * The vocabulary with concepts behind its own, once only. Words that it did not have stay unknown to whatever asks for words that
 * nobody has heard of.
 * @throws Error naming the term where one cannot be read.
 */
export function extendVocabulary(
  vocabulary: Vocabulary,
  concepts: Readonly<Record<string, ConceptSource>>,
): Vocabulary {
  const { words } = vocabulary;
  const names = [...vocabulary.names, ...Object.keys(concepts)];
  const ids = new Map(names.map((name, index) => [name, index]));
  words.closeList();
  const terms = Object.entries(concepts).flatMap(([name, concept]) =>
    concept.terms.map((term) => [term, ids.get(name) as number] as const),
  );
  const shift = vocabulary.trie.length;
  const added = buildTrie(terms, words, shift);
  const trie = new Int32Array(shift + added.trie.length);
  trie.set(vocabulary.trie);
  trie.set(added.trie, shift);
  const starts = new Int32Array(words.words.length + token.firstWord);
  eachWord(trie, added.root, (word, state) => {
    starts[word] = state;
  });
  return {
    ...vocabulary,
    names,
    concepts: ids,
    lastTags: new Int32Array(names.length),
    trie,
    more: { starts, numberStart: trie[added.root] as number },
  };
}

/** What a walk through the trie reads and writes. */
interface Walk {
  readonly trie: Trie;
  readonly tokens: Tokens;
  readonly text: string;
  readonly tags: Tags;
  /** By concept, where its last tag may be. */
  readonly last: Int32Array;
  /** The token before which every term ends. */
  limit: number;
}

/**
 * Tags every concept in the tokens; of one concept at one place only the longest occurrence counts.
 * `ends`: the tokens, ascending, before which a sentence ends, and with it every term.
 */
export function tag(vocabulary: Vocabulary, tokens: Tokens, text: string, ends: readonly number[] = []): Tags {
  const { id } = tokens;
  const { numberStart, starts, trie, more } = vocabulary;
  const run: Walk = {
    trie,
    tokens,
    text,
    tags: { concept: [], start: [], end: [] },
    last: vocabulary.lastTags,
    limit: ends[0] ?? id.length,
  };
  let end = 0;
  for (let index = 0; index < id.length; index++) {
    while (index >= run.limit) {
      end += 1;
      run.limit = ends[end] ?? id.length;
    }
    const first = id[index] as number;
    const state = first === token.number ? numberStart : (starts[first] ?? 0);
    if (state !== 0) walk(run, state, index + 1, index);
    if (more === undefined) continue;
    const another = first === token.number ? more.numberStart : (more.starts[first] ?? 0);
    if (another !== 0) walk(run, another, index + 1, index);
  }
  return run.tags;
}

function walk(run: Walk, state: number, index: number, start: number): void {
  const { trie, tokens, limit } = run;
  const { id } = tokens;
  const concepts = state + stateHead;
  const gaps = concepts + (trie[state + 1] as number);
  for (let at = concepts; at < gaps; at++) keep(run, trie[at] as number, start, index);
  if (index >= limit) return;
  const next = id[index] as number;
  if (leadsOn(trie, state, next)) step(run, state, next, index, start);
  const afterGaps = gaps + 2 * (trie[state + 2] as number);
  for (let gap = gaps; gap < afterGaps; gap += 2) {
    const last = Math.min(index + (trie[gap] as number), limit - 1);
    const behind = trie[gap + 1] as number;
    for (let at = index; at <= last; at++) {
      const current = id[at] as number;
      if (current === token.bar || current === token.semicolon) break;
      if (leadsOn(trie, behind, current)) step(run, behind, current, at, start);
      if (at < last && current === token.placeholder) break;
    }
  }
}

/** A look that tells most tokens that lead nowhere. */
function leadsOn(trie: Trie, state: number, id: number): boolean {
  return (id >= token.firstWord && mayLeadOn(trie, state, id)) || trie[state] !== 0;
}

/** Goes on from a state by the token at `index`, whose id is `current`, as a word and as a number. */
function step(run: Walk, state: number, current: number, index: number, start: number): void {
  const { trie } = run;
  if (current >= token.firstWord) {
    const next = follow(trie, state, current);
    if (next !== 0) walk(run, next, index + 1, start);
  }
  const number = trie[state] as number;
  if (number !== 0 && isNumber(run.text, run.tokens.start[index] as number)) walk(run, number, index + 1, start);
}

/** A longer occurrence of the same concept from the same word replaces the shorter one. */
function keep({ tags, last }: Walk, concept: number, start: number, end: number): void {
  const known = last[concept] as number;
  if (known < tags.start.length && tags.start[known] === start && tags.concept[known] === concept) {
    if ((tags.end[known] as number) < end) tags.end[known] = end;
    return;
  }
  last[concept] = tags.concept.length;
  tags.concept.push(concept);
  tags.start.push(start);
  tags.end.push(end);
}
