import type { ValueType } from "../analysis/model";
import type { InlineMarkup } from "../document/model";
import { type Tokens, token } from "./tokens";
import { contactValues } from "./values-contact";
import { dateValues } from "./values-date";
import {
  compileOrganisationWords,
  type OrganisationWords,
  type OrganisationWordsSource,
  organisationValues,
} from "./values-organisation";
import { type AgeConcepts, timeValues } from "./values-time";
import type { Tags, Vocabulary } from "./vocabulary";

/** A value in prose, before it has a place in the document. */
export interface ProseValue {
  readonly type: ValueType;
  readonly value: string;
  /** Prose offsets. */
  readonly start: number;
  readonly end: number;
}

/** Number words and units of a language: `catalogue/languages/<lang>/values.json`. */
export interface ValueWordsSource {
  /** Number words with their value. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Unit words (all inflections) with the ISO 8601 letter or, for whole durations, the ISO duration ("fortnight": "P14D"). */
  readonly units: Readonly<Record<string, string>>;
  /** Words that may stand between number and unit ("30 calendar days"). */
  readonly qualifiers: readonly string[];
  /** Articles that stand for one, and the words after which they do ("for a year", but not "twice a year"). */
  readonly articles: readonly string[];
  readonly beforeArticle: readonly string[];
  /** Value type → words that are such a value only in capitals ("US", which is a pronoun otherwise). */
  readonly capitals: Readonly<Record<string, readonly string[]>>;
  /** Names of months and their abbreviations, from 1. */
  readonly months: Readonly<Record<string, number>>;
  /** "third"; of a compound the last word only. */
  readonly ordinals: Readonly<Record<string, number>>;
  readonly organisations: OrganisationWordsSource;
}

export interface ValueWords {
  /** By word id. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly units: ReadonlyMap<number, string>;
  readonly qualifiers: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
  readonly beforeArticle: ReadonlySet<number>;
  readonly capitals: ReadonlyMap<number, ValueType>;
  readonly months: ReadonlyMap<number, number>;
  readonly ordinals: ReadonlyMap<number, number>;
  readonly organisations: OrganisationWords;
  /** Concept indices; `undefined` where the language has no such concept. */
  readonly concepts: {
    readonly age: AgeConcepts;
    readonly country: number | undefined;
    readonly law: number | undefined;
  };
  /** By word id, 1 where a value may begin; besides, one begins with a number in digits. All others need no further look. */
  readonly begins: Uint8Array;
  /** Whether the id is of a word that the language does not know. */
  readonly isUnknown: (id: number) => boolean;
}

export function compileValueWords(source: ValueWordsSource, vocabulary: Vocabulary): ValueWords {
  const ids = (words: readonly string[]) => new Set(words.map((word) => vocabulary.words.add(word)));
  const byId = (values: Readonly<Record<string, number>>) =>
    new Map(Object.entries(values).map(([word, value]) => [vocabulary.words.add(word), value]));
  const words = {
    numbers: byId(source.numbers),
    units: new Map(Object.entries(source.units).map(([word, unit]) => [vocabulary.words.add(word), unit])),
    qualifiers: ids(source.qualifiers),
    articles: ids(source.articles),
    beforeArticle: ids(source.beforeArticle),
    capitals: new Map(
      Object.entries(source.capitals).flatMap(([type, words]) =>
        words.map((word) => [vocabulary.words.add(word.toLowerCase()), type as ValueType] as const),
      ),
    ),
    months: byId(source.months),
    ordinals: byId(source.ordinals),
    organisations: compileOrganisationWords(source.organisations, (word) => vocabulary.words.add(word)),
  };
  const begins = new Uint8Array(vocabulary.words.words.length + token.firstWord);
  begins[token.number] = 1;
  for (const kind of [words.numbers, words.units, words.articles, words.capitals])
    for (const id of kind.keys()) begins[id] = 1;
  const concept = (name: string) => vocabulary.concepts.get(name);
  const age: AgeConcepts = {
    unit: concept("age-unit"),
    after: concept("age-after"),
    before: concept("age-before"),
    beforeYears: concept("age-before-years"),
    range: concept("age-range"),
    not: concept("not-an-age"),
  };
  return {
    ...words,
    begins,
    concepts: { age, country: concept("country"), law: concept("law") },
    isUnknown: (id) => vocabulary.words.isUnknown(id),
  };
}

export interface ValueInput {
  readonly text: string;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly words: ValueWords;
  readonly markup: readonly InlineMarkup[];
  /** Added to the prose offsets of `markup`. */
  readonly markupShift: number;
}

/** Every value of a text, in order of their start; values of different types may overlap. */
export function findValues(input: ValueInput): readonly ProseValue[] {
  const values = [
    ...timeValues(input),
    ...dateValues(input),
    ...contactValues(input),
    ...conceptValues(input),
    ...capitalValues(input),
    ...organisationValues(input),
  ];
  return values.length < 2 ? values : values.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Concepts whose every occurrence is a value of the type of the same name. */
const valueConcepts = ["country", "law"] as const;

function conceptValues({ text, tokens, tags, words }: ValueInput): ProseValue[] {
  const values: ProseValue[] = [];
  for (const type of valueConcepts) {
    const concept = words.concepts[type];
    if (concept === undefined) continue;
    for (let index = tags.concept.indexOf(concept); index >= 0; index = tags.concept.indexOf(concept, index + 1)) {
      const start = tokens.start[tags.start[index] as number] as number;
      const end = tokens.end[(tags.end[index] as number) - 1] as number;
      values.push({ type, value: text.slice(start, end), start, end });
    }
  }
  return values;
}

/** Words in capitals, except where everything around them is in capitals too ("CONTACT US"). */
function capitalValues({ text, tokens, words }: ValueInput): ProseValue[] {
  const values: ProseValue[] = [];
  const isShouted = (index: number) => {
    const start = tokens.start[index];
    const word = start === undefined ? "" : text.slice(start, tokens.end[index]);
    return /^\p{Lu}{2,}$/u.test(word) && !words.capitals.has(tokens.id[index] as number);
  };
  for (let index = 0; index < tokens.id.length; index++) {
    if (words.begins[tokens.id[index] as number] !== 1) continue;
    const type = words.capitals.get(tokens.id[index] as number);
    if (type === undefined) continue;
    const start = tokens.start[index] as number;
    const end = tokens.end[index] as number;
    const value = text.slice(start, end);
    if (value !== value.toUpperCase() || (isShouted(index - 1) && text[start - 1] === " ")) continue;
    values.push({ type, value, start, end });
  }
  return values;
}
