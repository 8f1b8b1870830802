import { isWithin } from "./presence";
import { type Tokens, token } from "./tokens";
import type { ProseValue } from "./values";
import { lowerBound } from "./values-time";
import type { Tags, Vocabulary } from "./vocabulary";

/**
 * Occurrences as a flat list of pairs (first position, position after the last), ascending by start.
 * A position counts the tokens of the view: first the introducing words, then the sentence's own.
 */
export type Hits = readonly number[];

export const noHits: Hits = Object.freeze([]);
/** The result of a constraint that holds without words of its own ("not in this section"). */
export const holds: Hits = Object.freeze([-1, -1]);

/** A tagged text: the introducing words of a block (if any), a bar, and the block's own words. */
export interface TaggedText {
  readonly text: string;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly values: readonly ProseValue[];
  /** The first token of the block's own words. */
  readonly ownFrom: number;
}

/** One sentence as the patterns see it. */
export interface View {
  readonly tagged: TaggedText;
  readonly vocabulary: Vocabulary;
  /** The sentence's own tokens. */
  readonly from: number;
  readonly to: number;
  /** Positions below this one are introducing words. */
  readonly own: number;
  /** The number of positions. */
  readonly length: number;
  /** Concepts of the headings above. */
  readonly headings: ReadonlySet<number>;
  /** Occurrences by concept, filled when the view is made. */
  readonly byConcept: ReadonlyMap<number, number[]>;
  readonly byValue: ReadonlyMap<string, number[]>;
  /** Half-open ranges of positions that a negation governs; computed on first use. */
  negated: readonly number[] | undefined;
}

export function makeView(
  tagged: TaggedText,
  vocabulary: Vocabulary,
  headings: ReadonlySet<number>,
  from: number,
  to: number,
): View {
  const own = tagged.ownFrom;
  const byConcept = new Map<number, number[]>();
  const { tags, tokens } = tagged;
  const collect = (first: number, last: number, shift: number) => {
    for (let index = lowerBound(tags.start, first); index < tags.start.length; index++) {
      const start = tags.start[index] as number;
      if (start >= last) break;
      const concept = tags.concept[index] as number;
      const known = byConcept.get(concept);
      if (known) known.push(start + shift, (tags.end[index] as number) + shift);
      else byConcept.set(concept, [start + shift, (tags.end[index] as number) + shift]);
    }
  };
  collect(0, own, 0);
  collect(from, to, own - from);
  const byValue = new Map<string, number[]>();
  for (const value of tagged.values) {
    if (!isWithin(tagged, value, from, to)) continue;
    const start = lowerBound(tokens.start, value.start);
    const end = Math.max(start + 1, lowerBound(tokens.start, value.end));
    const shift = start < own ? 0 : own - from;
    const known = byValue.get(value.type);
    if (known) known.push(start + shift, end + shift);
    else byValue.set(value.type, [start + shift, end + shift]);
  }
  return {
    tagged,
    vocabulary,
    from,
    to,
    own,
    length: own + to - from,
    headings,
    byConcept,
    byValue,
    negated: undefined,
  };
}

/** The token at a position of the view. */
export function tokenAt(view: View, position: number): number {
  return position < view.own ? position : position - view.own + view.from;
}

/** How many words a negation governs if nothing ends its scope before. */
const negationReach = 14;

/** Whether the position lies in the scope of a negation ("we do not knowingly collect …", "no … is kept"). */
export function isNegated(view: View, position: number): boolean {
  view.negated ??= negationScopes(view);
  for (let index = 0; index < view.negated.length; index += 2) {
    if ((view.negated[index] as number) <= position && position < (view.negated[index + 1] as number)) return true;
  }
  return false;
}

function negationScopes(view: View): number[] {
  const scopes: number[] = [];
  const { vocabulary, byConcept } = view;
  const of = (name: string): Hits => byConcept.get(vocabulary.concepts.get(name) as number) ?? noHits;
  const cancelled = of("negation-cancelled");
  const breaks = of("clause-break");
  const negations = of("negation");
  for (let index = 0; index < negations.length; index += 2) {
    const start = negations[index] as number;
    if (covers(cancelled, start)) continue;
    let end = Math.min(view.length, (negations[index + 1] as number) + negationReach);
    for (let at = 0; at < breaks.length; at += 2) {
      const stop = breaks[at] as number;
      if (stop > start && stop < end) end = stop;
    }
    for (let position = start + 1; position < end; position++) {
      const id = view.tagged.tokens.id[tokenAt(view, position)];
      if (id === token.semicolon || id === token.colon) end = position;
    }
    scopes.push(start, end);
  }
  return scopes;
}

function covers(hits: Hits, position: number): boolean {
  for (let index = 0; index < hits.length; index += 2) {
    if ((hits[index] as number) <= position && position < (hits[index + 1] as number)) return true;
  }
  return false;
}
