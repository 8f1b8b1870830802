import type { ConceptSource } from "../catalogue/model";
import { type Phrase, parseTerm, type TermItem } from "./terms";
import { isNumber, type Tokens, token, WordTable } from "./tokens";

/** Concepts that the engine itself relies on; every language pack has them. */
export const grammarConcepts = ["negation", "negation-cancelled", "clause-break", "being"] as const;

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  number: TrieNode | undefined;
  /** Up to `max` words of any kind may stand before the words of `node`. */
  gaps: { readonly max: number; readonly node: TrieNode }[];
  /** Concepts whose term ends here. */
  concepts: number[];
}

/** The compiled words of one language: one pass tags every concept, whatever their number. */
export interface Vocabulary {
  readonly words: WordTable;
  /** Concept ids (indices) by name. */
  readonly concepts: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly root: TrieNode;
  /** Word ids that begin a term, for a quick no. */
  readonly starts: ReadonlyMap<number, TrieNode>;
}

/** Concept occurrences as parallel arrays, ordered by the first token. */
export interface Tags {
  readonly concept: number[];
  /** First token and the one after the last. */
  readonly start: number[];
  readonly end: number[];
}

function node(): TrieNode {
  return { next: new Map(), number: undefined, gaps: [], concepts: [] };
}

/** @throws Error naming concept and term where a term cannot be read. */
export function compileVocabulary(source: Readonly<Record<string, ConceptSource>>): Vocabulary {
  const words = new WordTable();
  const concepts = new Map<string, number>();
  const names: string[] = [];
  const root = node();
  for (const name of [...grammarConcepts, ...Object.keys(source)]) {
    if (concepts.has(name)) continue;
    concepts.set(name, names.length);
    names.push(name);
  }
  for (const [name, { terms }] of Object.entries(source)) {
    const concept = concepts.get(name) as number;
    for (const term of terms) addTerm([root], parseTerm(term), 0, concept, words);
  }
  return { words, concepts, names, root, starts: root.next };
}

function addTerm(
  from: readonly TrieNode[],
  items: readonly TermItem[],
  at: number,
  concept: number,
  words: WordTable,
): void {
  const item = items[at];
  if (item === undefined) {
    for (const last of from) if (!last.concepts.includes(concept)) last.concepts.push(concept);
    return;
  }
  const reached: TrieNode[] = [];
  for (const current of from) {
    if (item.kind === "gap") {
      const target = node();
      current.gaps.push({ max: item.max, node: target });
      reached.push(target);
    } else if (item.kind === "number") {
      current.number ??= node();
      reached.push(current.number);
    } else {
      for (const phrase of item.phrases) reached.push(...addPhrase(current, phrase, words));
      if (item.optional) reached.push(current);
    }
  }
  addTerm(reached, items, at + 1, concept, words);
}

/** The nodes that the inflections of a phrase lead to. */
function addPhrase(from: TrieNode, phrase: Phrase, words: WordTable): readonly TrieNode[] {
  let reached: readonly TrieNode[] = [from];
  for (const inflections of phrase) {
    reached = reached.flatMap((current) =>
      inflections.map((word) => {
        const id = words.add(word);
        let target = current.next.get(id);
        if (target === undefined) current.next.set(id, (target = node()));
        return target;
      }),
    );
  }
  return reached;
}

/** Tags every concept in the tokens; of one concept at one place only the longest occurrence counts. */
export function tag(vocabulary: Vocabulary, tokens: Tokens, text: string): Tags {
  const tags: Tags = { concept: [], start: [], end: [] };
  const { id } = tokens;
  const { root } = vocabulary;
  for (let index = 0; index < id.length; index++) {
    const first = id[index] as number;
    if (first < token.firstWord) {
      if (first === token.number && root.number) walk(root.number, tokens, text, index + 1, index, tags);
      continue;
    }
    const next = root.next.get(first);
    if (next) walk(next, tokens, text, index + 1, index, tags);
  }
  return tags;
}

function walk(at: TrieNode, tokens: Tokens, text: string, index: number, start: number, tags: Tags): void {
  for (const concept of at.concepts) {
    // A longer occurrence of the same concept from the same word replaces the shorter one.
    let known = tags.concept.length - 1;
    while (known >= 0 && tags.start[known] === start && tags.concept[known] !== concept) known -= 1;
    if (known >= 0 && tags.start[known] === start) {
      if ((tags.end[known] as number) < index) tags.end[known] = index;
    } else {
      tags.concept.push(concept);
      tags.start.push(start);
      tags.end.push(index);
    }
  }
  const id = tokens.id[index];
  if (id === undefined) return;
  if (id >= token.firstWord) {
    const next = at.next.get(id);
    if (next) walk(next, tokens, text, index + 1, start, tags);
  }
  if (at.number && isNumber(text, tokens.start[index] as number)) {
    walk(at.number, tokens, text, index + 1, start, tags);
  }
  for (const gap of at.gaps) {
    for (let skipped = 0; skipped <= gap.max; skipped++) {
      const current = tokens.id[index + skipped];
      if (current === undefined || current === token.bar || current === token.semicolon) break;
      const next = gap.node.next.get(current);
      if (next) walk(next, tokens, text, index + skipped + 1, start, tags);
      if (gap.node.number && isNumber(text, tokens.start[index + skipped] as number)) {
        walk(gap.node.number, tokens, text, index + skipped + 1, start, tags);
      }
      if (skipped < gap.max && (current === token.placeholder || current === token.bar)) break;
    }
  }
}
