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
  const needs = patterns.map(({ needs }) =>
    [...new Set(needs.map(idOf))].sort((a, b) => weight(a) - weight(b) || a - b),
  );
  return { sets, needs };
}

/**
 * Finds for a sentence the patterns of which it has all that they need. It looks at what the sentence contains and never at
 * patterns that have nothing to do with it, so that it costs no more where there are more of them.
 */
export class PatternIndex<Item> {
  /** By key, the sets that have it. */
  private readonly setsOfKey: (number[] | undefined)[] = [];
  /** By set, the patterns that are found by it. */
  private readonly foundBy: (number[] | undefined)[];
  private readonly needs: readonly (readonly number[])[];
  private readonly needNothing: number[] = [];
  /** By set, the last sentence that had one of its keys. */
  private readonly rounds: Int32Array;
  private round = 0;

  constructor(
    readonly items: Items<Item>,
    readonly data: PatternIndexData,
  ) {
    const { sets, needs } = data;
    this.needs = needs;
    this.rounds = new Int32Array(sets.length);
    this.foundBy = new Array(sets.length).fill(undefined);
    for (let pattern = 0; pattern < needs.length; pattern++) {
      const first = (needs[pattern] as readonly number[])[0];
      if (first === undefined) this.needNothing.push(pattern);
      else append(this.foundBy, first, pattern);
    }
    for (let set = 0; set < sets.length; set++) {
      for (const key of sets[set] as readonly Key[]) append(this.setsOfKey, key, set);
    }
  }

  /** Adds to `found` the items, by their indices, whose patterns may match where the view is now. */
  find(view: View, found: number[]): void {
    const { rounds } = this;
    const { keys } = view;
    const touched: number[] = [];
    this.round += 1;
    for (let at = 0; at < keys.length; at++) {
      const sets = this.setsOfKey[keys[at] as Key];
      if (sets === undefined) continue;
      for (let index = 0; index < sets.length; index++) {
        const set = sets[index] as number;
        if (rounds[set] === this.round) continue;
        rounds[set] = this.round;
        if (this.foundBy[set] !== undefined) touched.push(set);
      }
    }
    for (let index = 0; index < this.needNothing.length; index++) found.push(this.needNothing[index] as number);
    for (let at = 0; at < touched.length; at++) {
      const patterns = this.foundBy[touched[at] as number] as number[];
      for (let index = 0; index < patterns.length; index++) {
        const pattern = patterns[index] as number;
        if (this.hasAll(this.needs[pattern] as readonly number[])) found.push(pattern);
      }
    }
  }

  private hasAll(needs: readonly number[]): boolean {
    for (let index = 1; index < needs.length; index++)
      if (this.rounds[needs[index] as number] !== this.round) return false;
    return true;
  }
}

function append(lists: (number[] | undefined)[], at: number, value: number): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [value];
  else list.push(value);
}
