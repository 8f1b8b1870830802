import type { Pattern } from "./patterns";
import type { Key, View } from "./view";

/** What the patterns of an index need, in a form that a build can make and JSON can carry. */
export interface PatternIndexData {
  /** Sets of keys, each once. */
  readonly sets: readonly (readonly Key[])[];
  /** By pattern: of each of these sets a sentence must have at least one key. */
  readonly needs: readonly (readonly number[])[];
}

/** What an array has that is never gone through as a whole. */
export interface Items<Item> {
  readonly length: number;
  /** `undefined` where there is none. */
  at(index: number): Item | undefined;
}

/** How often a key occurs, for a build to ask for rare ones first. */
export type Frequency = (key: Key) => number;

/** Says what patterns need; the first need of each, by which it is found, is the one that the fewest sentences have. */
export function buildPatternIndex(patterns: readonly Pattern[], frequency: Frequency = () => 1): PatternIndexData {
  const sets: (readonly Key[])[] = [];
  const known = new Map<string, number>();
  const idOf = (keys: readonly Key[]) => {
    const sorted = [...new Set(keys)].sort((a, b) => a - b);
    const name = sorted.join(",");
    let id = known.get(name);
    if (id === undefined) {
      id = sets.length;
      known.set(name, id);
      sets.push(sorted);
    }
    return id;
  };
  const weight = (set: number) => (sets[set] as readonly Key[]).reduce((sum, key) => sum + frequency(key), 0);
  const needs = patterns.map((pattern) =>
    [...new Set(necessary(pattern.needs).map(idOf))].sort((a, b) => weight(a) - weight(b) || a - b),
  );
  return { sets, needs };
}

/** Without the needs that are met wherever a narrower one is. */
function necessary(needs: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  return needs.filter(
    (keys, index) =>
      !needs.some((other, at) => {
        const isNarrower = other.length < keys.length || (other.length === keys.length && at < index);
        return at !== index && isNarrower && other.every((key) => keys.includes(key));
      }),
  );
}

/**
 * Finds for a sentence the patterns of which it has all that they need. It looks at what the sentence contains and never at
 * patterns that have nothing to do with it, so that it costs no more where there are more of them.
 */
export class PatternIndex<Item> {
  /** By key, the sets that have it. */
  private readonly setsOfKey: Lists;
  /** By set, the patterns that are found by it. */
  private readonly foundBy: Lists;
  /** By pattern, its sets; the first is the one by which it is found. */
  private readonly needs: Lists;
  private readonly needNothing: readonly number[];
  /** By set, the last sentence that had one of its keys. */
  private readonly rounds: Int32Array;
  private round = 0;
  /** Sets of the sentence by which patterns are found. */
  private readonly touched: Int32Array;

  constructor(
    readonly items: Items<Item>,
    readonly data: PatternIndexData,
  ) {
    const { sets, needs } = data;
    this.rounds = new Int32Array(sets.length);
    this.touched = new Int32Array(sets.length);
    this.needs = listsOf(needs);
    this.setsOfKey = inverse(sets);
    this.foundBy = inverse(needs.map((all) => all.slice(0, 1)));
    this.needNothing = [...needs.keys()].filter((pattern) => needs[pattern]?.length === 0);
  }

  /** Adds to `found` the items, by their indices, whose patterns may match where the view is now. */
  find(view: View, found: number[]): void {
    const { rounds, touched, foundBy } = this;
    const { ends: endsOfKey, values: sets } = this.setsOfKey;
    const { keys } = view;
    const round = this.round + 1;
    this.round = round;
    let count = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as Key;
      const end = endsOfKey[key + 1] as number;
      for (let index = endsOfKey[key] as number; index < end; index++) {
        const set = sets[index] as number;
        if (rounds[set] === round) continue;
        rounds[set] = round;
        if (foundBy.ends[set] !== foundBy.ends[set + 1]) touched[count++] = set;
      }
    }
    for (let index = 0; index < this.needNothing.length; index++) found.push(this.needNothing[index] as number);
    for (let at = 0; at < count; at++) {
      const set = touched[at] as number;
      const end = foundBy.ends[set + 1] as number;
      for (let index = foundBy.ends[set] as number; index < end; index++) {
        const pattern = foundBy.values[index] as number;
        if (this.hasAll(pattern)) found.push(pattern);
      }
    }
  }

  private hasAll(pattern: number): boolean {
    const { ends, values } = this.needs;
    const end = ends[pattern + 1] as number;
    for (let index = (ends[pattern] as number) + 1; index < end; index++)
      if (this.rounds[values[index] as number] !== this.round) return false;
    return true;
  }
}

/** Lists one after the other: the list at an index goes from the end before it to its own. */
interface Lists {
  readonly ends: Int32Array;
  readonly values: Int32Array;
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const ends = new Int32Array(lists.length + 1);
  for (let index = 0; index < lists.length; index++)
    ends[index + 1] = (ends[index] as number) + (lists[index] as readonly number[]).length;
  return { ends, values: Int32Array.from(lists.flat()) };
}

/** By value, the indices of the lists that have it. */
function inverse(lists: readonly (readonly number[])[]): Lists {
  const indices: number[][] = [];
  for (let index = 0; index < lists.length; index++) {
    for (const value of lists[index] as readonly number[]) {
      while (indices.length <= value) indices.push([]);
      (indices[value] as number[]).push(index);
    }
  }
  return listsOf(indices);
}
