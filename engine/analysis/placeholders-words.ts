import { isPlaceholderDomain } from "./placeholder-domains";
import type { PlaceholderKind, PlaceholderSearch, PlaceholderStyle } from "./placeholders";

/** Placeholders without delimiters: blanks, marks of unfinished work, filler, what programs left, made-up values. */
export function findLooseWords(search: PlaceholderSearch): void {
  const { text, words } = search;
  const each = (pattern: RegExp, kind: PlaceholderKind, style: PlaceholderStyle = "words") => {
    for (const match of text.matchAll(pattern)) report(search, match.index, match[0], kind, style);
  };
  if (text.includes("___")) each(/(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])/gu, "blank", "blank-line");
  if (/\.{6}|…{3}/.test(text)) each(/(?:\.{6,}|…{3,})(?!\s*\d)/g, "blank", "leader-dots");
  if (/[Xx]{2}/.test(text)) lettersForDigits(search);
  if (text.includes("X")) each(words.search.letterForNumber, "blank", "letters-for-digits");
  each(words.search.looseNote, "note");
  each(words.search.workMark, "note");
  each(words.search.pending, "note");
  each(words.search.filler, "filler");
  each(words.search.artefact, "artefact");
  each(words.search.lostValue, "artefact");
  each(words.search.command, "slot");
  each(words.search.bareName, "slot");
  if (/\p{Ll}/u.test(text) || text.length < 60) {
    each(words.search.capitalCommand, "slot");
    yourNames(search);
  }
  each(words.search.sampleName, "sample-name");
  each(words.search.sampleAddress, "sample", "address");
  if (/\d{3}/.test(text)) each(samplePhone, "sample", "address");
  if (text.includes(".")) sampleAddresses(search);
}

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

/** "Your Company Name" in a sentence; as a heading or in a list of data it may be the reader's. */
function yourNames(search: PlaceholderSearch): void {
  const { text, words } = search;
  for (const match of text.matchAll(words.search.yourName)) {
    const oneWord = !/\s/.test(match[0]);
    const end = match.index + match[0].length;
    const inSentence =
      /\p{Ll}/u.test(text[match.index - 2] ?? "") || /^(?:['’]s)?\s\(?["“]?\p{Ll}/u.test(text.slice(end, end + 6));
    const capitals = match[0] === match[0].toUpperCase();
    if (oneWord || (inSentence && (!capitals || /\p{Ll}/u.test(text))))
      report(search, match.index, match[0], "slot", "words");
  }
}

/** Made-up e-mail and web addresses that are given as real ones. */
function sampleAddresses(search: PlaceholderSearch): void {
  const { text, words, prose, source } = search;
  for (const match of text.matchAll(
    /(?<![\w@.+-])(?:([\w.+-]{1,64})@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})(?![\w@])/g,
  )) {
    const [whole, local, host] = match as unknown as [string, string | undefined, string];
    if (!isPlaceholderDomain(host) && !(local !== undefined && isSampleLocalPart(local))) continue;
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (words.showsExample.test(before)) continue;
    const lead = /([\p{L}]+)[\s:(]{1,3}(?:https?:\/\/)?(?:www\.)?$/u.exec(before)?.[1]?.toLowerCase();
    if (local === undefined && before.trim() !== "" && !(lead !== undefined && words.contactLeads.has(lead))) continue;
    report(search, match.index, whole, "sample", "address");
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

function isSampleLocalPart(local: string): boolean {
  return /^(?:x{2,}|your[-_.]?(?:e-?mail|name|company|business|address)|insert[-_.]?\w{0,20})$/i.test(local);
}
