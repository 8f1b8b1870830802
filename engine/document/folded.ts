import type { Span } from "../span";
import type { Block, PolicyDocument, Prose } from "./model";
import { parse } from "./parse";
import { project } from "./prose";

/** Text in which white space, case, and the forms of quotation marks and dashes make no difference. */
export interface FoldedText {
  readonly text: string;
  /** For each character, the offset of the one that it stands for. */
  readonly offsets: Int32Array;
}

const folds: Readonly<Record<string, string>> = {
  "'": "‘’‚‛′`",
  '"': "“”„‟«»″",
  "-": "‐‑‒–—−",
  "": "\u00ad\u200b\u200c\u200d\u2060\ufeff",
};

const space = 0x20;
const ellipsis = 0x2026;
/** Code units of characters that stand for another one, or for none (0). */
const known = new Map(
  Object.entries(folds).flatMap(([fold, characters]) =>
    [...characters].map((character) => [character.charCodeAt(0), fold === "" ? 0 : fold.charCodeAt(0)] as const),
  ),
);
/** For the first 0x80 code units, what they stand for. */
const ascii = Uint16Array.from({ length: 0x80 }, (_, code) => foldedCode(code));

/** One space for each run of white space, none at the ends; linear in the text. */
export function fold(text: string): FoldedText {
  // An ellipsis is three dots.
  const most = text.includes("…") ? 3 * text.length : text.length;
  const codes = new Uint16Array(most);
  const offsets = new Int32Array(most);
  let length = 0;
  let gap = -1;
  const push = (code: number, offset: number) => {
    codes[length] = code;
    offsets[length] = offset;
    length += 1;
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const folded = code < 0x80 ? (ascii[code] as number) : foldedCode(code);
    if (folded === space) {
      if (gap < 0) gap = index;
      continue;
    }
    if (folded === 0) continue;
    if (gap >= 0 && length > 0) push(space, gap);
    gap = -1;
    push(folded, index);
    if (code !== ellipsis) continue;
    push(folded, index);
    push(folded, index);
  }
  return { text: textOf(codes.subarray(0, length)), offsets: offsets.subarray(0, length) };
}

function foldedCode(code: number): number {
  if (code === ellipsis) return 0x2e;
  const stands = known.get(code);
  if (stands !== undefined) return stands;
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return space;
  const lower = character.toLowerCase();
  // A capital that has two letters as its small one stays as it is.
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** As many code units at a time as a call takes arguments. */
const atOnce = 8_192;

function textOf(codes: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += atOnce) {
    parts.push(String.fromCharCode(...codes.subarray(at, at + atOnce)));
  }
  return parts.join("");
}

/** The visible words of a document one block after the other, to look words up in. */
export interface FoldedDocument {
  /** Where the words stand, whatever their markup; the first place, `undefined` where they are not. */
  find(words: string): Span | undefined;
  /** Every place, none within another. */
  findAll(words: string): readonly Span[];
}

/** `prose` gives the projection of a block, whose offsets are relative to the block. */
export function foldDocument(
  { blocks }: PolicyDocument,
  prose: (block: Block) => Prose,
  toSource: (block: Block, span: Span) => Span,
): FoldedDocument {
  const read: Block[] = [];
  const folded: FoldedText[] = [];
  /** Where each block begins in the whole. */
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    if (block.kind === "code") continue;
    const words = fold(prose(block).text);
    if (words.text === "") continue;
    read.push(block);
    folded.push(words);
    starts.push(length);
    length += words.text.length + 1;
  }
  const whole = folded.map(({ text }) => text).join(" ");
  const placeOf = (offset: number): Span => {
    const index = lastUpTo(starts, offset);
    const start = (folded[index] as FoldedText).offsets[offset - (starts[index] as number)] as number;
    return toSource(read[index] as Block, { start, end: start + 1 });
  };
  const findFrom = (text: string, from: number): { readonly at: number; readonly span: Span } | undefined => {
    const at = indexOf(whole, text, from);
    return at === undefined
      ? undefined
      : { at, span: { start: placeOf(at).start, end: placeOf(at + text.length - 1).end } };
  };
  return {
    find: (words) => findFrom(fold(words).text, 0)?.span,
    findAll: (words) => {
      const { text } = fold(words);
      const spans: Span[] = [];
      for (let found = findFrom(text, 0); found !== undefined; found = findFrom(text, found.at + text.length)) {
        spans.push(found.span);
      }
      return spans;
    },
  };
}

/** The visible words of a text, as they would be read in a document of the format. */
export function visibleWords(text: string, format: PolicyDocument["format"]): string {
  const document = parse(text, format);
  const { linkLabels } = document;
  const words = document.blocks.map(
    ({ span, quoted }) => project(text.slice(span.start, span.end), { quoted, linkLabels, format }).text,
  );
  return words.join(" ");
}

/** Whether a text holds words, folded alike. */
export function holdsWords(text: string, words: string): boolean {
  return indexOf(fold(text).text, fold(words).text) !== undefined;
}

function lastUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Where whole words of a text are these words: Knuth, Morris and Pratt's search, since a library's takes the product of both
 * lengths for a text like "aaaa…".
 */
function indexOf(text: string, words: string, from = 0): number | undefined {
  if (words === "") return undefined;
  const failure = failuresOf(words);
  let matched = 0;
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    while (matched > 0 && words.charCodeAt(matched) !== code) matched = failure[matched - 1] as number;
    if (words.charCodeAt(matched) === code) matched += 1;
    if (matched < words.length) continue;
    const start = index + 1 - words.length;
    if (isWholeWord(text, start, index + 1)) return start;
    matched = failure[matched - 1] as number;
  }
  return undefined;
}

/** For each beginning of the words, how long the longest of their beginnings is with which it ends. */
function failuresOf(words: string): Int32Array {
  const failure = new Int32Array(words.length);
  let matched = 0;
  for (let index = 1; index < words.length; index++) {
    const code = words.charCodeAt(index);
    while (matched > 0 && words.charCodeAt(matched) !== code) matched = failure[matched - 1] as number;
    if (words.charCodeAt(matched) === code) matched += 1;
    failure[index] = matched;
  }
  return failure;
}

function isWholeWord(text: string, start: number, end: number): boolean {
  const isInside = (at: number) => at > 0 && at < text.length && isLetter(text, at - 1) && isLetter(text, at);
  return !isInside(start) && !isInside(end);
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] as string);
}
