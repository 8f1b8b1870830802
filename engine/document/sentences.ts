import type { Span } from "../span";
import { isAsciiPunctuation, isLetter } from "./characters";

/** Never the end of a sentence. */
const neverLast = words("e.g i.e eg ie vs v viz cf dr mr mrs ms prof hon approx incl esp excl resp messrs");
/** No end of a sentence where a number follows ("Art. 6", "No. 5"). */
const beforeNumber = words(
  "no nos str art arts sec secs sect par para paras fig figs p pp vol ch cl ref reg regs nr abs ext tel cap pt tit rec rule",
);
/** An end of a sentence only where a word follows that begins one. */
const seldomLast = words(
  "inc ltd co corp llc llp plc pty pvt bros jr sr st ave blvd rd dr ste apt dept bldg fl rm hwy cir ln pkwy sq " +
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "a.m p.m am pm ph.d u.s u.k e.u u.n d.c u.s.a u.s.c s.a s.r.l s.l s.p.a b.v n.v a.s l.l.c sp o.o " +
    "cal calif civ stat code mass wash conn colo fla penn tex gov univ intl mgmt min max est seq yahoo",
);
/** Words that begin a sentence far more often than they go on with a name. */
const starters = words(
  "the we you our your if this these those that it its in for when where while please to as all any some by at an a " +
    "however such they their there here what how who why do does is are will on with from under upon unless until " +
    "only each every no not once other additionally furthermore moreover also he she i my one both most many although " +
    "because since during after before except without further personal cookies",
);
/** Words that go on with a sentence, whatever stands before them. */
const continuations = words("and or nor but to with which including such");
const hostEndings = words("com org net io co js gov edu eu uk de app dev md html htm pdf php aspx info biz");

const longestWord = 30;

const label =
  /^(?:(?:section|article|part|chapter|clause|schedule|appendix|annex|step|§)? ?(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5})|[a-z])\)?$/i;

/**
 * Splits visible text into sentences: trimmed spans in order.
 * `breaks` are offsets at which a sentence ends in any case.
 */
export function splitSentences(text: string, breaks: readonly number[]): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let nextBreak = 0;
  const endAt = (end: number): void => {
    add(sentences, text, start, end);
    start = Math.max(start, end);
  };
  const passBreaks = (at: number): void => {
    for (; nextBreak < breaks.length && (breaks[nextBreak] as number) <= at; nextBreak++) {
      endAt(breaks[nextBreak] as number);
    }
  };
  const { length } = text;
  for (let at = 0; at < length; at++) {
    if (!isStop(text.charCodeAt(at))) continue;
    passBreaks(at);
    let afterStops = at + 1;
    while (afterStops < length && isStop(text.charCodeAt(afterStops))) afterStops += 1;
    const end = endOfSentence(text, start, at, afterStops);
    if (end !== undefined) endAt(end);
    at = (end ?? afterStops) - 1;
  }
  passBreaks(length);
  endAt(length);
  return sentences;
}

function add(sentences: Span[], text: string, start: number, end: number): void {
  while (start < end && text.charCodeAt(start) === 0x20) start += 1;
  while (start < end && text.charCodeAt(end - 1) === 0x20) end -= 1;
  if (start >= end) return;
  const last = sentences.at(-1);
  if (last !== undefined && end - start <= 3 && isMarksOnly(text, start, end))
    sentences[sentences.length - 1] = { start: last.start, end };
  else sentences.push({ start, end });
}

function isMarksOnly(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!isAsciiPunctuation(text.charCodeAt(at))) return text.charCodeAt(at) === 0x20;
  return true;
}

/** The offset after the sentence whose stops are from `at` to `afterStops`; `undefined` where they end none. */
function endOfSentence(text: string, start: number, at: number, afterStops: number): number | undefined {
  const stops = afterStops - at;
  let end = afterStops;
  while (end < text.length && isCloser(text.charCodeAt(end))) end += 1;
  if (end >= text.length) return end;
  const question = isQuestionOrExclamation(text, at, afterStops);
  if (text.charCodeAt(end) !== 0x20) return isGlued(text, at, end) ? end : undefined;
  let next = end + 1;
  while (next < text.length && isOpener(text.charCodeAt(next))) next += 1;
  const word = wordBefore(text, start, at);
  if (question) return isLower(text, next) || word === "yahoo" ? undefined : end;
  if (stops > 1 || text.charCodeAt(at) === 0x2026) return isUpper(text, next) ? end : undefined;
  return endsAtStop(text, { start, at, end, next, word }) ? end : undefined;
}

function isQuestionOrExclamation(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text[at] === "?" || text[at] === "!") return true;
  return false;
}

interface Stop {
  readonly start: number;
  readonly at: number;
  readonly end: number;
  /** The first letter, digit or other mark after the space and opening quotation marks or brackets. */
  readonly next: number;
  /** The word before the stop in lower case, with the stops within ("u.s"). */
  readonly word: string;
}

function endsAtStop(text: string, { start, at, end, next, word }: Stop): boolean {
  if (neverLast.has(word) && (word !== "v" || isUpper(text, at - 1))) return false;
  if (isLower(text, next)) {
    // Written without capitals: only between plain words.
    const after = wordAfter(text, next);
    if (next > end + 1 || continuations.has(after) || hostEndings.has(after)) return false;
    return (
      end === at + 1 && word.length > 2 && /^[a-z]+$/.test(text.slice(at - word.length, at)) && !isAbbreviation(word)
    );
  }
  if (isLabel(text, start, at)) return false;
  const code = text.charCodeAt(next);
  // "Lindenstr. 12"
  if ((beforeNumber.has(word) || word.endsWith("str")) && (isDigit(code) || code === 0xa7 || code === 0x23))
    return false;
  const initial = word.length === 1 && isUpper(text, at - 1);
  if (initial || seldomLast.has(word) || /^(?:[a-z]\.)+[a-z]$/.test(word)) {
    return text.charCodeAt(end + 1) !== 0x28 && starters.has(wordAfter(text, next));
  }
  return true;
}

function isAbbreviation(word: string): boolean {
  return word === "etc" || seldomLast.has(word) || beforeNumber.has(word);
}

/** "1.", "2.3.", "a.", "iv.", "Section 2.": what numbers the sentence belongs to it. */
function isLabel(text: string, start: number, at: number): boolean {
  if (at - start > 24) return false;
  while (start < at && (text.charCodeAt(start) === 0x20 || isOpener(text.charCodeAt(start)))) start += 1;
  return at - start <= 16 && label.test(text.slice(start, at));
}

/** Whether a space is missing after the stop ("data.We"); not in hosts, file names and names with capitals inside. */
function isGlued(text: string, at: number, end: number): boolean {
  if (!isUpper(text, end)) return false;
  const closed = isCloser(text.charCodeAt(at - 1)) || end > at + 1;
  if (!closed && !isLower(text, at - 1)) return false;
  if (!closed && !isLower(text, at - 2)) return false;
  const after = wordAfter(text, end);
  if (hostEndings.has(after)) return false;
  const starter = starters.has(after);
  const afterWord = end + after.length;
  const inName = text[afterWord] === "/" || (text[afterWord] === "." && text[afterWord + 1] !== " ");
  if (!starter && (after.length < 2 || !isLower(text, end + 1) || inName)) return false;
  for (let index = at - 1; index >= 0 && index > at - 80; index--) {
    const code = text.charCodeAt(index);
    if (code === 0x20) break;
    if (code === 0x2f || code === 0x40) return starter && !text.startsWith("/", end + after.length);
    if (code === 0x2e) return starter;
  }
  return true;
}

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  const limit = Math.max(start, at - longestWord);
  while (from > limit && (isLetter(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === 0x2e)) from -= 1;
  return text.slice(from, at).toLowerCase();
}

function wordAfter(text: string, at: number): string {
  let end = at;
  const limit = Math.min(text.length, at + longestWord);
  while (end < limit && isLetter(text.charCodeAt(end))) end += 1;
  return text.slice(at, end).toLowerCase();
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x3f || code === 0x21 || code === 0x2026;
}

function isCloser(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xbb
  );
}

function isOpener(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x201c ||
    code === 0x2018 ||
    code === 0xab ||
    code === 0x2a ||
    code === 0x2022
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff);
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
