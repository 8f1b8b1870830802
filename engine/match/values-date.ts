import type { ProseValue, ValueInput } from "./values";

/** "25 May 2018", "May 25th, 2018", "May 2018", "25.05.2018", "2018-05-25", "05/2018", "2018-05"; a date without its year is none. */
export function dateValues(input: ValueInput): ProseValue[] {
  const values: ProseValue[] = [];
  const { text, tokens, words } = input;
  for (let index = 0; index < tokens.id.length; index++) {
    const month = words.months.get(tokens.id[index] as number);
    if (month !== undefined) dateAround(input, index, month, values);
  }
  if (/\d\s?[./-]\s?\d/.test(text)) numericDates(text, values);
  return values;
}

/** How far the parts of a date may lie from its month, in UTF-16 units. */
const reach = 24;

function dateAround({ text, tokens, words }: ValueInput, index: number, month: number, values: ProseValue[]): void {
  const start = tokens.start[index] as number;
  const end = tokens.end[index] as number;
  const head = text.slice(Math.max(0, start - reach), start);
  const tail = text.slice(end, end + reach);
  // "25th May", "the 25th day of May"
  const dayBefore = /(?<![\d.,])(\d{1,2})(?:\s?\p{L}{2})?[\s.,-]{1,3}(?:\p{L}{2,3}\s+){0,2}$/u.exec(head);
  const after = /^[\s.,-]{0,3}(?:(\d{1,2})(?:\s?\p{L}{2})?[\s.,-]{1,3})?((?:19|20)\d\d)(?!\d)/u.exec(tail);
  if (after) {
    const written = dayInWords({ tokens, words }, index);
    const day = Number(dayBefore?.[1] ?? after[1] ?? written?.day ?? 0);
    const from = dayBefore ? start - dayBefore[0].length : (written?.start ?? start);
    push(values, { year: Number(after[2]), month, day }, from, end + after[0].length);
    return;
  }
  // "01-Jan-18"
  const short = dayBefore && /^-(\d\d)(?![\d-])/.exec(tail);
  if (short && head.endsWith("-")) {
    const date = { year: 2000 + Number(short[1]), month, day: Number(dayBefore[1]) };
    push(values, date, start - dayBefore[0].length, end + short[0].length);
    return;
  }
  // "2018, May 25"
  const yearBefore = /(?<![\d.,])((?:19|20)\d\d)[\s.,-]{1,3}$/.exec(head);
  const dayAfter = /^[\s.,-]{1,3}(\d{1,2})(?!\d)/.exec(tail);
  if (yearBefore && dayAfter) {
    const date = { year: Number(yearBefore[1]), month, day: Number(dayAfter[1]) };
    push(values, date, start - yearBefore[0].length, end + dayAfter[0].length);
  }
}

/** "the third of June" */
function dayInWords(
  { tokens, words }: Pick<ValueInput, "tokens" | "words">,
  month: number,
): { day: number; start: number } | undefined {
  for (let index = month - 1; index >= Math.max(0, month - 3); index--) {
    const day = words.ordinals.get(tokens.id[index] as number);
    if (day === undefined) continue;
    const tens = words.numbers.get(tokens.id[index - 1] ?? -1);
    const isCompound = day < 10 && (tens === 20 || tens === 30);
    return { day: isCompound ? tens + day : day, start: tokens.start[isCompound ? index - 1 : index] as number };
  }
  return undefined;
}

function numericDates(text: string, values: ProseValue[]): void {
  for (const match of text.matchAll(/(?<![\w./-])((?:19|20)\d\d)([-/.]\s?)(\d{1,2})\2(\d{1,2})(?!\d)/g)) {
    const date = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
    if (isDay(date)) push(values, date, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(
    /(?<![\w./-])(\d{1,2})(\s?[-/.]\s?)(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d]|[-/.]\d)/g,
  )) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const year = match[4] as string;
    // "4.2.11" is a version, and "1-2-11" a number of some kind.
    const isShort = year.length === 2;
    if (isShort && !(match[2]?.trim() === "/" || /^\d\d\.\d\d\./.test(match[0]))) continue;
    const full = Number(year) + (isShort ? 2000 : 0);
    const end = match.index + match[0].length;
    const dayFirst = { year: full, month: second, day: first };
    const monthFirst = { year: full, month: first, day: second };
    if (isDay(dayFirst) && isDay(monthFirst) && first !== second) {
      // Which is the day depends on the country of the reader.
      values.push({ type: "date", value: match[0], start: match.index, end });
    } else if (isDay(dayFirst)) push(values, dayFirst, match.index, end);
    else if (isDay(monthFirst)) push(values, monthFirst, match.index, end);
  }
  for (const match of text.matchAll(/(?<![\w./-])(0?[1-9]|1[0-2])\s?[/-]\s?((?:19|20)\d\d)(?![\d/-])/g)) {
    const date = { year: Number(match[2]), month: Number(match[1]), day: 0 };
    push(values, date, match.index, match.index + match[0].length);
  }
  // "2018-05", "05.2018"
  for (const match of text.matchAll(/(?<![\w./-])(20\d\d)-(0[1-9]|1[0-2])(?![\d./-])/g)) {
    const date = { year: Number(match[1]), month: Number(match[2]), day: 0 };
    push(values, date, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(/(?<![\w./-])(0[1-9]|1[0-2])\.(20\d\d)(?![\d/-])/g)) {
    const date = { year: Number(match[2]), month: Number(match[1]), day: 0 };
    push(values, date, match.index, match.index + match[0].length);
  }
}

interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** 0 where the text gives none. */
  readonly day: number;
}

function isDay({ month, day }: CalendarDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function push(values: ProseValue[], { year, month, day }: CalendarDate, start: number, end: number): void {
  const parts = [String(year), pad(month), ...(day >= 1 && day <= 31 ? [pad(day)] : [])];
  values.push({ type: "date", value: parts.join("-"), start, end });
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
