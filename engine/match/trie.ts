import { type Phrase, parseTerm, type TermItem } from "./terms";
import type { WordTable } from "./tokens";

/**
 * The words of every term as an automaton in one array of integers, so that it is ready when it is read.
 * A state is the index of, in this order: the state behind a number (0: none), how many concepts, gaps and words follow,
 * which words may be among them (one bit for all whose ids have the same last five), the concepts whose term ends here, the gaps (how many words may stand before, the state behind), the ids of the words
 * that lead on, ascending, and the states that they lead to.
 */
export type Trie = Int32Array;

/** Numbers at the start of a state, before its lists. */
export const stateHead = 5;

/** Whether a word may lead on; most that do not are told. */
export function mayLeadOn(trie: Trie, state: number, word: number): boolean {
  return (((trie[state + 4] as number) >>> (word & 31)) & 1) === 1;
}

/** The state behind a word, 0 where the word does not lead on. */
export function follow(trie: Trie, state: number, word: number): number {
  if (!mayLeadOn(trie, state, word)) return 0;
  const first = state + stateHead + (trie[state + 1] as number) + 2 * (trie[state + 2] as number);
  const count = trie[state + 3] as number;
  let low = first;
  let high = first + count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trie[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return low < first + count && trie[low] === word ? (trie[low + count] as number) : 0;
}

/** Every word that leads on from a state, with the state behind it. */
export function eachWord(trie: Trie, state: number, visit: (word: number, state: number) => void): void {
  const first = state + stateHead + (trie[state + 1] as number) + 2 * (trie[state + 2] as number);
  const count = trie[state + 3] as number;
  for (let at = first; at < first + count; at++) visit(trie[at] as number, trie[at + count] as number);
}

export interface BuiltTrie {
  readonly trie: readonly number[];
  readonly root: number;
}

/**
 * Builds the automaton of all terms, each with the index of its concept; adds their words to the table.
 * Its states are indices of an array in which it begins at `offset`.
 */
export function buildTrie(
  terms: Iterable<readonly [term: string, concept: number]>,
  words: WordTable,
  offset = 0,
): BuiltTrie {
  const root = node();
  for (const [term, concept] of terms) addTerm([root], parseTerm(term), 0, concept, words);
  const states: Flattened = { trie: [0], offset, known: new Map(), done: new Map() };
  return { root: flatten(root, states), trie: states.trie };
}

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  number: TrieNode | undefined;
  readonly gaps: { readonly max: number; readonly node: TrieNode }[];
  readonly concepts: number[];
}

function node(): TrieNode {
  return { next: new Map(), number: undefined, gaps: [], concepts: [] };
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

interface Flattened {
  readonly trie: number[];
  readonly offset: number;
  /** State by what it consists of: alternatives that go on alike end in one state, which makes it many times smaller. */
  readonly known: Map<string, number>;
  readonly done: Map<TrieNode, number>;
}

function flatten(from: TrieNode, states: Flattened): number {
  const done = states.done.get(from);
  if (done !== undefined) return done;
  const edges = [...from.next].map(([word, target]) => [word, flatten(target, states)] as const);
  edges.sort(([a], [b]) => a - b);
  const gaps = new Set(from.gaps.map((gap) => `${gap.max},${flatten(gap.node, states)}`));
  const state = [
    from.number === undefined ? 0 : flatten(from.number, states),
    from.concepts.length,
    gaps.size,
    edges.length,
    edges.reduce((bits, [word]) => bits | (1 << (word & 31)), 0),
    ...from.concepts,
    ...[...gaps].flatMap((gap) => gap.split(",").map(Number)),
    ...edges.map(([word]) => word),
    ...edges.map(([, target]) => target),
  ];
  const key = state.join(",");
  let index = states.known.get(key);
  if (index === undefined) {
    index = states.offset + states.trie.length;
    states.known.set(key, index);
    for (const value of state) states.trie.push(value);
  }
  states.done.set(from, index);
  return index;
}
