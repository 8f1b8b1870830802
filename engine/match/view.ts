import type { ValueType } from "../analysis/model";
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

/** Types of values in the order of their keys. */
export const valueTypes: readonly ValueType[] = [
  "duration",
  "age",
  "date",
  "email",
  "postal-address",
  "phone",
  "url",
  "country",
  "law",
  "organisation",
  "own-name",
  "placeholder",
  "variable",
];

/**
 * What a sentence can contain or be in, as one number: the index of a concept; behind all of these, of a type of values;
 * then of a concept in the headings above, and of a place.
 */
export type Key = number;

const places = ["introduced", "opening", "closing"] as const;

/** How many keys there are over a vocabulary. */
function countKeys(vocabulary: Vocabulary): number {
  return keyOfPlace("introduced", vocabulary) + places.length;
}

export function keyOfHeading(concept: number, vocabulary: Vocabulary): Key {
  return vocabulary.names.length + valueTypes.length + concept;
}

/** Below words that introduce it, or near the beginning or the end of the document. */
export function keyOfPlace(place: (typeof places)[number], vocabulary: Vocabulary): Key {
  return 2 * vocabulary.names.length + valueTypes.length + places.indexOf(place);
}

export function keyOfValue(type: ValueType, vocabulary: Vocabulary): Key {
  return vocabulary.names.length + valueTypes.indexOf(type);
}

/** A tagged text: the introducing words of a block (if any), a bar, and the block's own words. */
export interface TaggedText {
  readonly text: string;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly values: readonly ProseValue[];
  /** The first token of the block's own words. */
  readonly ownFrom: number;
}

/** Where a block stands in its document; a short document is all edge. */
export type Edge = "opening" | "closing" | "both";

const noTags: TaggedText = {
  text: "",
  tokens: { id: [], start: [], end: [] },
  tags: { concept: [], start: [], end: [] },
  values: [],
  ownFrom: 0,
};

let lastStamp = 0;

function nextStamp(): number {
  lastStamp += 1;
  return lastStamp;
}

/**
 * Numbers that occurrences of one thing in one sentence take, two for each, before the rest is passed over: no sentence that
 * somebody reads has as many, and operators that compare them with one another stay linear in the text.
 */
const mostOccurrences = 2 * 200;

/** How many words a negation governs if nothing ends its scope before. */
const negationReach = 14;

/**
 * One sentence after another, as the patterns see it. What it costs to go to the next one decides what reading a text costs,
 * so that all of them share one view: it holds for the sentence it was last moved to, and what a pattern found lives on.
 */
export class View {
  tagged = noTags;
  /** Concepts of the headings above. */
  headings: ReadonlySet<number> = new Set();
  /** Where the block stands, `undefined` in the middle of the document. */
  edge: Edge | undefined;
  /** Names that only their capitals tell: see `namesIn`, which sets it on first use. */
  names: Hits | undefined;
  /** The sentence's own tokens. */
  from = 0;
  to = 0;
  /** Positions below this one are introducing words. */
  own = 0;
  /** The number of positions. */
  length = 0;
  /** What the introducing words and the sentence contain, each key once. */
  readonly keys: Key[] = [];
  /** Different for every sentence and way of looking at it. */
  stamp = 0;
  private ignoresPlaceholders = false;
  /** Keys of all sentences of the block. */
  private readonly placeKeys: Key[] = [];
  private readonly rounds: Int32Array;
  private round = 0;
  /** Tags of the introducing words, and of the sentence. */
  private introductionTags = 0;
  private firstTag = 0;
  private lastTag = 0;
  /** Tokens of each value, the first and the one after the last. */
  private readonly valueTokens: number[] = [];
  private negated: number[] | undefined;

  constructor(readonly vocabulary: Vocabulary) {
    this.rounds = new Int32Array(countKeys(vocabulary));
  }

  /** Goes to another block; `moveTo` has to follow before anything is asked. */
  enter(tagged: TaggedText, headings: ReadonlySet<number>, edge?: Edge): void {
    this.tagged = tagged;
    this.headings = headings;
    this.edge = edge;
    this.placeKeys.length = 0;
    for (const concept of headings) this.placeKeys.push(keyOfHeading(concept, this.vocabulary));
    if (tagged.ownFrom > 0) this.placeKeys.push(keyOfPlace("introduced", this.vocabulary));
    if (edge === "opening" || edge === "both") this.placeKeys.push(keyOfPlace("opening", this.vocabulary));
    if (edge === "closing" || edge === "both") this.placeKeys.push(keyOfPlace("closing", this.vocabulary));
    this.own = tagged.ownFrom;
    this.introductionTags = tagged.ownFrom === 0 ? 0 : lowerBound(tagged.tags.start, tagged.ownFrom);
    this.lastTag = this.introductionTags;
    this.valueTokens.length = 0;
    const starts = tagged.tokens.start;
    for (let index = 0; index < tagged.values.length; index++) {
      const { start, end } = tagged.values[index] as ProseValue;
      const first = lowerBound(starts, start);
      this.valueTokens.push(first, Math.max(first + 1, lowerBound(starts, end)));
    }
  }

  /** Goes to the sentence of the tokens `from` to `to`, which lies behind the one before. */
  moveTo(from: number, to: number): void {
    const { tags } = this.tagged;
    this.from = from;
    this.to = to;
    this.length = this.own + to - from;
    this.negated = undefined;
    this.names = undefined;
    this.round += 1;
    this.stamp = nextStamp();
    this.keys.length = 0;
    for (let index = 0; index < this.placeKeys.length; index++) this.see(this.placeKeys[index] as Key);
    let tag = this.lastTag;
    while (tag < tags.start.length && (tags.start[tag] as number) < from) tag += 1;
    this.firstTag = tag;
    for (let index = 0; index < this.introductionTags; index++) this.see(tags.concept[index] as number);
    while (tag < tags.start.length && (tags.start[tag] as number) < to) {
      this.see(tags.concept[tag] as number);
      tag += 1;
    }
    this.lastTag = tag;
    const { values } = this.tagged;
    for (let index = 0; index < values.length; index++) {
      if (this.isWithin(this.valueTokens[2 * index] as number))
        this.see(keyOfValue((values[index] as ProseValue).type, this.vocabulary));
    }
  }

  /** What a pattern would find if no slot stood for a value. */
  withoutPlaceholders(match: (view: View) => Hits): Hits {
    this.ignoresPlaceholders = true;
    this.stamp = nextStamp();
    const hits = match(this);
    this.ignoresPlaceholders = false;
    this.stamp = nextStamp();
    return hits;
  }

  has(key: Key): boolean {
    return this.rounds[key] === this.round;
  }

  /** Where a concept occurs. */
  concept(concept: number): Hits {
    if (this.rounds[concept] !== this.round) return noHits;
    const hits: number[] = [];
    this.addConcept(concept, hits);
    return hits;
  }

  addConcept(concept: number, hits: number[]): void {
    if (this.rounds[concept] !== this.round) return;
    const { concept: concepts, start, end } = this.tagged.tags;
    const most = hits.length + mostOccurrences;
    for (let tag = 0; tag < this.introductionTags; tag++)
      if (concepts[tag] === concept) hits.push(start[tag] as number, end[tag] as number);
    const shift = this.own - this.from;
    for (let tag = this.firstTag; tag < this.lastTag && hits.length < most; tag++)
      if (concepts[tag] === concept) hits.push((start[tag] as number) + shift, (end[tag] as number) + shift);
  }

  addValue(type: ValueType, hits: number[]): void {
    if (!this.has(keyOfValue(type, this.vocabulary)) || (this.ignoresPlaceholders && type === "placeholder")) return;
    const { values } = this.tagged;
    const most = hits.length + mostOccurrences;
    for (let index = 0; index < values.length && hits.length < most; index++) {
      if ((values[index] as ProseValue).type !== type) continue;
      const start = this.valueTokens[2 * index] as number;
      if (!this.isWithin(start)) continue;
      const shift = start < this.own ? 0 : this.own - this.from;
      hits.push(start + shift, (this.valueTokens[2 * index + 1] as number) + shift);
    }
  }

  /** The token at a position. */
  tokenAt(position: number): number {
    return position < this.own ? position : position - this.own + this.from;
  }

  /** Whether the position lies in the scope of a negation ("we do not knowingly collect …", "no … is kept"). */
  isNegated(position: number): boolean {
    this.negated ??= negationScopes(this);
    const scopes = this.negated;
    for (let index = 0; index < scopes.length; index += 2)
      if ((scopes[index] as number) <= position && position < (scopes[index + 1] as number)) return true;
    return false;
  }

  private see(key: Key): void {
    if (this.rounds[key] === this.round) return;
    this.rounds[key] = this.round;
    this.keys.push(key);
  }

  private isWithin(token: number): boolean {
    return token < this.own || (token >= this.from && token < this.to);
  }
}

/** Half-open ranges of positions that a negation governs. */
function negationScopes(view: View): number[] {
  const { negation, cancelled: cancelling, clauseBreak } = view.vocabulary.grammar;
  const scopes: number[] = [];
  const negations = view.concept(negation);
  if (negations.length === 0) return scopes;
  const cancelled = view.concept(cancelling);
  const breaks = view.concept(clauseBreak);
  for (let index = 0; index < negations.length; index += 2) {
    const start = negations[index] as number;
    if (covers(cancelled, start)) continue;
    let end = Math.min(view.length, (negations[index + 1] as number) + negationReach);
    for (let at = 0; at < breaks.length; at += 2) {
      const stop = breaks[at] as number;
      if (stop > start && stop < end) end = stop;
    }
    for (let position = start + 1; position < end; position++) {
      const id = view.tagged.tokens.id[view.tokenAt(position)];
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
