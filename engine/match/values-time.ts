import { isNumber, token } from "./tokens";
import type { ProseValue, ValueInput } from "./values";

/** Ages below and above are no thresholds for children. */
const youngestAge = 3;
const oldestAge = 25;

/** Durations ("30 days", "twelve (12) months", "a fortnight") and ages ("under 13", "16 years old", "18+"). */
export function timeValues(input: ValueInput): ProseValue[] {
  const values: ProseValue[] = [];
  const { tokens, words } = input;
  const { age } = words.concepts;
  let afterAge = -1;
  for (let index = 0; index < tokens.id.length; index++) {
    const id = tokens.id[index] as number;
    if (words.begins[id] !== 1 && !isNumber(input.text, tokens.start[index] as number)) continue;
    const whole = words.units.get(id);
    if (whole?.startsWith("P")) {
      values.push(value("duration", whole, tokens.start[index] as number, tokens.end[index] as number));
      continue;
    }
    const number = numberAt(input, index);
    if (number === undefined) continue;
    const after = afterNumber(input, index);
    const start = tokens.start[index] as number;
    if (Number.isInteger(number) && number >= youngestAge && number <= oldestAge) {
      const end = ageEnd(input, age, { index, after, afterAge });
      if (end !== undefined) {
        afterAge = after;
        values.push(value("age", String(number), start, end));
        continue;
      }
    }
    let unitAt = after;
    while (words.qualifiers.has(tokens.id[unitAt] ?? token.unknown)) unitAt += 1;
    const unit = words.units.get(tokens.id[unitAt] ?? token.unknown);
    if (unit !== undefined && unitAt - after <= 2) {
      values.push(value("duration", duration(number, unit), start, tokens.end[unitAt] as number));
    }
  }
  return values;
}

/** The concepts that make a number an age; a language without them has no ages. */
export interface AgeConcepts {
  /** After a number: "years old". */
  readonly unit: number | undefined;
  /** After a number: "or older". */
  readonly after: number | undefined;
  /** Before a bare number: "under", "aged". */
  readonly before: number | undefined;
  /** Before a number of years, which is a duration otherwise: "children under" 13 years. */
  readonly beforeYears: number | undefined;
  /** Between two ages: "to". */
  readonly range: number | undefined;
  /** What a number counts that is no age: "characters". */
  readonly not: number | undefined;
}

interface AgePlace {
  readonly index: number;
  /** The token after the number. */
  readonly after: number;
  /** The token after the number of the age before this one, -1 where there is none. */
  readonly afterAge: number;
}

/** Where the age that begins with the number at `index` ends; `undefined` where the number is none. */
function ageEnd(input: ValueInput, concepts: AgeConcepts, { index, after, afterAge }: AgePlace): number | undefined {
  const { text, tokens, tags, words } = input;
  const unit = tagFrom(tags, concepts.unit, after) ?? tagFrom(tags, concepts.after, after);
  if (unit !== undefined) return tokens.end[unit - 1];
  const end = tokens.end[after - 1] as number;
  if (text[end] === "+") return end;
  const next = words.units.get(tokens.id[after] ?? token.unknown);
  if (next !== undefined && next !== "Y") return undefined;
  if (tagFrom(tags, concepts.not, after) !== undefined) return undefined;
  const before = next === "Y" ? concepts.beforeYears : concepts.before;
  const dashed = index === afterAge + 1 && tokens.id[afterAge] === token.dash;
  const isRange = index === afterAge || dashed || tagFrom(tags, concepts.range, afterAge) === index;
  // "age limit: 16", "of legal age (18)"
  const mark = tokens.id[index - 1];
  const from = mark === token.colon || mark === token.open ? index - 1 : index;
  if (tagUpTo(tags, before, from) === undefined && !isRange) return undefined;
  return next === "Y" ? tokens.end[after] : end;
}

function value(type: "duration" | "age", text: string, start: number, end: number): ProseValue {
  return { type, value: text, start, end };
}

function duration(number: number, unit: string): string {
  if (unit.startsWith("P")) return number === 1 ? unit : `${number}×${unit}`;
  return unit === "H" || unit === "MIN" || unit === "S" ? `PT${number}${unit[0]}` : `P${number}${unit}`;
}

/** The value of a number in digits or words, or of an article that stands for one. */
function numberAt({ text, tokens, words }: ValueInput, index: number): number | undefined {
  const id = tokens.id[index] as number;
  const start = tokens.start[index] as number;
  if (isNumber(text, start)) {
    const digits = text.slice(start, tokens.end[index] as number).replaceAll(",", "");
    const number = Number(digits);
    return Number.isFinite(number) ? number : undefined;
  }
  if (id < token.firstWord) return undefined;
  const word = words.numbers.get(id);
  if (word !== undefined) return word;
  const before = tokens.id[index - 1] ?? token.unknown;
  return words.articles.has(id) && words.beforeArticle.has(before) ? 1 : undefined;
}

/** The token after a number and its repetition in brackets: "twelve (12)". */
function afterNumber({ text, tokens, words }: ValueInput, index: number): number {
  const inBrackets = tokens.start[index + 2];
  const repeated =
    tokens.id[index + 1] === token.open &&
    tokens.id[index + 3] === token.close &&
    inBrackets !== undefined &&
    (isNumber(text, inBrackets) || words.numbers.has(tokens.id[index + 2] as number));
  return repeated ? index + 4 : index + 1;
}

/** The end of a tag of the concept that begins at the token. */
function tagFrom(tags: ValueInput["tags"], concept: number | undefined, at: number): number | undefined {
  if (concept === undefined) return undefined;
  for (let index = lowerBound(tags.start, at); tags.start[index] === at; index++) {
    if (tags.concept[index] === concept) return tags.end[index];
  }
  return undefined;
}

/** The start of a tag of the concept that ends before the token. */
function tagUpTo(tags: ValueInput["tags"], concept: number | undefined, at: number): number | undefined {
  if (concept === undefined) return undefined;
  const longest = 8;
  for (let index = lowerBound(tags.start, at - longest); (tags.start[index] ?? at) < at; index++) {
    if (tags.concept[index] === concept && tags.end[index] === at) return tags.start[index];
  }
  return undefined;
}

/** The first index whose value is at least `at`; the array ascends. */
export function lowerBound(array: readonly number[], at: number): number {
  let low = 0;
  let high = array.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((array[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
