import type { Pattern } from "./patterns";
import type { ProseValue } from "./values";
import { lowerBound } from "./values-time";
import type { TaggedText } from "./view";
import type { Vocabulary } from "./vocabulary";

/**
 * The concepts and values of one sentence after another: what a look at each costs decides what reading a text costs,
 * since most sentences have nothing that a pattern could match, and need no view.
 */
export class Presence {
  /** The concepts of the sentence, in the order in which a view has them. */
  readonly concepts: number[] = [];
  /** The types of its values, likewise. */
  readonly values: string[] = [];
  /** By concept, the last round in which it was there. */
  private readonly rounds: Int32Array;
  private round = 0;

  constructor(vocabulary: Vocabulary) {
    this.rounds = new Int32Array(vocabulary.names.length);
  }

  /** Looks at the introducing words and at the tokens `from` to `to`. */
  read(tagged: TaggedText, from: number, to: number): void {
    this.round += 1;
    this.concepts.length = 0;
    this.values.length = 0;
    if (tagged.ownFrom > 0) this.addConcepts(tagged, 0, tagged.ownFrom);
    this.addConcepts(tagged, from, to);
    for (const value of tagged.values) {
      if (isWithin(tagged, value, from, to) && !this.values.includes(value.type)) this.values.push(value.type);
    }
  }

  /** Whether all is there without which the pattern cannot match. */
  allows({ requires }: Pattern): boolean {
    for (const keys of requires) if (!this.hasAny(keys)) return false;
    return true;
  }

  private hasAny(keys: readonly (number | string)[]): boolean {
    for (const key of keys) {
      if (typeof key === "number" ? this.rounds[key] === this.round : this.hasValue(key)) return true;
    }
    return false;
  }

  /** `key` is a trigger of a pattern: "@" and a type. */
  private hasValue(key: string): boolean {
    return this.values.length > 0 && this.values.includes(key.slice(1));
  }

  private addConcepts({ tags }: TaggedText, first: number, last: number): void {
    const { concept: concepts, start: starts } = tags;
    for (let index = lowerBound(starts, first); index < starts.length && (starts[index] as number) < last; index++) {
      const concept = concepts[index] as number;
      if (this.rounds[concept] === this.round) continue;
      this.rounds[concept] = this.round;
      this.concepts.push(concept);
    }
  }
}

/** Whether a value begins in the introducing words or in the tokens `from` to `to`. */
export function isWithin({ tokens, ownFrom }: TaggedText, value: ProseValue, from: number, to: number): boolean {
  const start = lowerBound(tokens.start, value.start);
  return start < ownFrom || (start >= from && start < to);
}
