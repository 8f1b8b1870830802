import { isAlphanumeric, isLetter } from "../document/characters";
import { matchesOf, type PhraseSearch } from "./phrases";
import { isPlaceholderDomain } from "./placeholder-domains";
import type { PlaceholderKind, PlaceholderSearch, PlaceholderStyle } from "./placeholders";

/** Placeholders without delimiters: blanks, marks of unfinished work, filler, what programs left, made-up values. */
export function findLooseWords(search: PlaceholderSearch): void {
  const { text, words } = search;
  const each = (matches: Iterable<RegExpExecArray>, kind: PlaceholderKind, style: PlaceholderStyle = "words") => {
    for (const match of matches) report(search, match.index, match[0], kind, style);
  };
  // A longer one is a line to write on, in a form that belongs to the policy.
  if (text.includes("___")) each(text.matchAll(/(?<![\p{L}\p{N}_])_{3,13}(?![\p{L}\p{N}_])/gu), "blank", "blank-line");
  if (/\.{6}|…{3}/.test(text)) {
    each(text.matchAll(/(?<!\.)\.{6,200}(?!\.)(?!\s?\d)|(?<!…)…{3,60}(?!…)/g), "blank", "leader-dots");
  }
  if (/[Xx]{2}/.test(text)) lettersForDigits(search);
  if (/555|123|000/.test(text)) each(text.matchAll(samplePhone), "sample", "address");
  sampleAddresses(search);
  each(matchesOf(words.letterForNumber, text, text), "blank", "letters-for-digits");
  if (/[A-Z]{3}\s[A-Z]/.test(text) && (/[a-z]/.test(text) || text.length < 60)) {
    // Between capitals, "INSERT" and what follows it are words like any other.
    each(matchesOf(words.capitalCommand, text, text), "slot");
  }
  const hasCommand = text.includes(" here");
  if (!hasCommand && !search.mayHavePhrases && !isGlued.test(text)) return;
  const lower = text.toLowerCase();
  const phrases = (phrase: PhraseSearch) => matchesOf(phrase, text, lower);
  if (hasCommand) commands(search, lower);
  each(phrases(words.looseNote), "note");
  each(phrases(words.workMark), "note");
  each(standingAlone(text, phrases(words.pending)), "note");
  each(phrases(words.filler), "filler");
  each(phrases(words.artefact), "artefact");
  each(phrases(words.lostValue), "artefact");
  each(phrases(words.bareName), "slot");
  each(phrases(words.sampleName), "sample-name");
  each(phrases(words.sampleAddress), "sample", "address");
  if (/[a-z]/.test(text)) yourNames(search);
}

/** "YourCompany" is one word. */
const isGlued = /[a-z][A-Z]|[A-Z]{8}/;

const samplePhone =
  /(?<![\d.-])(?:\(?555\)?[-. ]?555[-. ]5555|555-5555|(?:\+?1[-. ]?)?\(?123\)?[-. ]?456[-. ]?7890|(?:\+\d{1,2}[-. ])?\(?000\)?[-. ]000[-. ]0000|\+1[-. ]000(?:[-. ]0{3,7}){0,2})(?![\d-])/g;

function report(
  search: PlaceholderSearch,
  start: number,
  text: string,
  kind: PlaceholderKind,
  style: PlaceholderStyle,
): void {
  search.found({ span: { start, end: start + text.length } }, { kind, style, name: text });
}

/** "XX days", "XX/XX/XXXX", "20XX", "XXXX"; a Roman number, a cookie's name or a size is none. */
function lettersForDigits(search: PlaceholderSearch): void {
  const { text, words } = search;
  const pattern =
    /(?<![\p{L}\p{N}_&#@.-])(?:\+?\d{0,2}|20|19)(?:X{2,12}(?:[ ./-]{1,2}X{2,12}){0,5}|x{2,12}(?:[./-]x{2,12}){0,5})(?![\p{L}\p{N}_@-])/gu;
  for (const match of text.matchAll(pattern)) {
    const [whole] = match;
    const before = /([\p{L}]+)[\s:]{1,3}$/u
      .exec(text.slice(Math.max(0, match.index - 20), match.index))?.[1]
      ?.toLowerCase();
    if (before !== undefined && words.numberedParts.has(before)) continue;
    const after = text.slice(match.index + whole.length, match.index + whole.length + 30);
    const certain =
      words.unitAfter.test(after) ||
      /[./-]/.test(whole) ||
      /^(?:20|19)XX$/.test(whole) ||
      /X{4}/.test(whole) ||
      (whole === whole.toUpperCase() && before !== undefined && words.beforeValue.has(before));
    if (certain) report(search, match.index, whole, "blank", "letters-for-digits");
  }
}

/** What is still to come stands after a colon, in parentheses or alone; within a sentence it is a phrase like any other. */
function* standingAlone(text: string, matches: Iterable<RegExpExecArray>): Generator<RegExpExecArray> {
  for (const match of matches) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 3), match.index).trimEnd();
    if ((before === "" || /[:(]$/.test(before)) && /^\s?(?:[).;]|$)/.test(text.slice(end, end + 2))) yield match;
  }
}

/** "Insert your address here." */
function commands(search: PlaceholderSearch, lower: string): void {
  const { text, words } = search;
  for (const match of matchesOf(words.command, text, lower)) {
    const from = match.index + match[0].length - 1;
    const rest = words.endOfCommand.exec(text.slice(from, from + 70));
    if (rest !== null) report(search, match.index, match[0].slice(0, -1) + rest[0], "slot", "words");
  }
}

/** "Your Company Name" in a sentence, "YOUR COMPANY", "YourCompany"; as a heading or in a list it may be the reader's. */
function yourNames(search: PlaceholderSearch): void {
  const { text, words } = search;
  for (const { index: start, 0: first } of matchesOf(words.readersWord, text, text)) {
    const next = /\s?\/?\s?([A-Z][a-z]+|[A-Z]{2,}(?![a-z]))/y;
    next.lastIndex = start + first.length;
    let end = 0;
    let count = 0;
    for (let match = next.exec(text); match !== null && count < 3; match = next.exec(text)) {
      const word = (match[1] as string).toLowerCase();
      if (!words.owners.has(word) && (count === 0 || !words.fields.has(word))) break;
      end = match.index + match[0].length;
      count += 1;
    }
    if (count === 0 || /^(?:[\p{L}\d@-]|\.\S)/u.test(text.slice(end, end + 2))) continue;
    const written = text.slice(start, end);
    const isOneWord = !/\s/.test(written);
    const isCapital = first === first.toUpperCase();
    const inSentence =
      /\p{Ll}/u.test(text[start - 2] ?? "") || /^(?:['’]s)?\s\(?["“]?\p{Ll}/u.test(text.slice(end, end + 6));
    if (isOneWord || (inSentence && (count > 1 || isCapital))) report(search, start, written, "slot", "words");
  }
}

/** Made-up e-mail and web addresses that are given as real ones. */
function sampleAddresses(search: PlaceholderSearch): void {
  const { text, words, prose, source } = search;
  let read = 0;
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", dot + 1)) {
    if (dot <= read || !isLetter(text.charCodeAt(dot + 1)) || !isHostPart(text.charCodeAt(dot - 1))) continue;
    const { start, at, end } = addressAround(text, dot - 1);
    read = Math.max(end, dot + 2);
    const local = at < 0 ? undefined : text.slice(start, at);
    if (!isPlaceholderDomain(text.slice(at + 1 || start, end)) && !(local !== undefined && isSampleLocalPart(local)))
      continue;
    const before = text.slice(Math.max(0, start - 80), start);
    if (words.showsExample.test(before)) continue;
    const lead = /([\p{L}]+)[\s:(]{1,3}(?:https?:\/\/)?$/u.exec(before)?.[1]?.toLowerCase();
    if (local === undefined && before.trim() !== "" && !(lead !== undefined && words.contactLeads.has(lead))) continue;
    report(search, start, text.slice(start, end), "sample", "address");
  }
  for (const { kind, target, source: place, prose: visible } of prose.markup) {
    if (target === undefined || kind === "image" || kind === "code") continue;
    const host = /^(?:https?:\/\/|mailto:[^@\s]{0,64}@)([\w.-]{3,253})/i.exec(target)?.[1];
    if (host === undefined || !isPlaceholderDomain(host) || text.slice(visible.start, visible.end).includes(host))
      continue;
    if (words.showsExample.test(text.slice(Math.max(0, visible.start - 80), visible.start))) continue;
    const at = source.slice(place.start, place.end).indexOf(target);
    const start = at < 0 ? place.start : place.start + at;
    search.found(
      { source: { start, end: at < 0 ? place.end : start + target.length } },
      { kind: "sample", style: "address", name: target },
    );
  }
}

function isHostPart(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || code === 0x5f;
}

/** The host with its local part, if it has one, around a dot; `at` is -1 where it has none. */
function addressAround(text: string, dot: number): { start: number; at: number; end: number } {
  let start = dot;
  let end = dot + 1;
  while (start > 0 && /[\w.+@-]/.test(text[start - 1] as string) && dot - start < 330) start -= 1;
  while (end < text.length && /[\w.@-]/.test(text[end] as string) && end - dot < 260) end += 1;
  while (/[.-]/.test(text[end - 1] as string)) end -= 1;
  return { start, at: text.slice(start, end).indexOf("@") < 0 ? -1 : start + text.slice(start, end).indexOf("@"), end };
}

function isSampleLocalPart(local: string): boolean {
  return /^(?:x{2,}|your[-_.]?(?:e-?mail|name|company|business|address)|insert[-_.]?\w{0,20})$/i.test(local);
}
