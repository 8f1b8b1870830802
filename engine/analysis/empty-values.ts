import { isLetter, isSpace } from "../document/characters";
import type { Block, InlineMarkup, PolicyDocument, Prose } from "../document/model";
import { proseToSource } from "../document/prose";
import type { Span } from "../span";
import type { CompiledDrafting, CompiledEmptyValues } from "./drafting";
import { matchesOf } from "./phrases";
import { withEscape } from "./placeholders";
import { outermost } from "./prose-ranges";

/** How the text shows that a value is gone. */
export type EmptyValueKind =
  /** "email us at ." */
  | "address"
  /** "our website ( and its subdomains" */
  | "parentheses"
  /** `("we" or "")` */
  | "quotes"
  /** "for up to days" */
  | "number"
  /** "operated by , a company" */
  | "name"
  /** "last updated on ." */
  | "date"
  /** A link without a target. */
  | "link"
  /** "[email protected]": what a page shows in place of an address. */
  | "hidden-address";

/** A place where a value stood or should stand. */
export interface EmptyValue {
  /** The words that show the loss; relative to the block's source where found, absolute in an `Analysis`. */
  readonly span: Span;
  readonly kind: EmptyValueKind;
  /** Whether the block ends with these words, so that the following one may still give the value; see `continuesAfter`. */
  readonly atEnd: boolean;
}

/** The lost values of a block in source order. */
export function findEmptyValues(
  source: string,
  prose: Prose,
  options: {
    readonly words: CompiledDrafting;
    /** Whether the prose has the concept `draftingConcept.lostValue`; omitted where nobody looked. */
    readonly mayHavePhrases?: boolean;
  },
): readonly EmptyValue[] {
  const { text } = prose;
  const { empty } = options.words;
  const found: EmptyValue[] = [];
  const push = (start: number, end: number, kind: EmptyValueKind, atEnd = false) => {
    found.push({ span: withEscape(source, proseToSource(prose, { start, end })), kind, atEnd });
  };
  danglingEnds(prose, empty, push);
  if (text.includes("(")) parentheses(text, empty, push);
  if (/["“]\s?["”]/.test(text)) {
    for (const match of text.matchAll(/(?<=^|[\s(])(?:""|“\s?”|" ")(?=\s?[,).;]|\s(?:and|or)\b|$)/g)) {
      push(match.index, match.index + match[0].length, "quotes");
    }
  }
  // A sign is no word, and may be a unit.
  if ((options.mayHavePhrases ?? true) || text.includes("%")) phrases(text, empty, push);
  emptyLinks(source, prose, found);
  return outermost(found);
}

type Push = (start: number, end: number, kind: EmptyValueKind, atEnd?: boolean) => void;

function phrases(text: string, empty: CompiledEmptyValues, push: Push): void {
  const lower = text.toLowerCase();
  for (const { index, 0: words } of matchesOf(empty.afterAt, text, lower)) {
    if (hasContactVerb(text, index, empty)) push(startOfWords(text, index, 1), index + words.length, "address");
  }
  for (const { index, 0: words } of matchesOf(empty.noNumber, text, lower)) push(index, index + words.length, "number");
  for (const { index, 0: words } of matchesOf(empty.hidden, text, lower)) {
    push(index, index + words.length, "hidden-address");
  }
}

function danglingEnds(prose: Prose, empty: CompiledEmptyValues, push: Push): void {
  const { text } = prose;
  for (let stop = 0; stop < text.length; stop++) {
    if (!isStop(text.charCodeAt(stop)) || !isAfterStop(text.charCodeAt(stop + 1))) continue;
    const end = endBeforeStop(text, stop, empty);
    if (end !== undefined) danglingEnd(prose, end, end < stop, text[stop] as string, empty, push);
  }
  const end = text.trimEnd();
  danglingEnd(prose, end.endsWith(":") ? end.length - 1 : end.length, end.endsWith(":"), "", empty, push);
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x3b || code === 0x29;
}

function isAfterStop(code: number): boolean {
  return isSpace(code) || isStop(code) || code === 0x22 || code === 0x201d;
}

/** Where the words before a stop end that has a space or a colon before it, or a word that hardly ever ends a sentence. */
function endBeforeStop(text: string, stop: number, empty: CompiledEmptyValues): number | undefined {
  let end = stop;
  while (end > 0 && stop - end < 3 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  if (text.charCodeAt(end - 1) === 0x3a) return end - 1;
  if (end < stop) return end;
  const last = text[stop - 1];
  if (last === undefined || !empty.suspectLetters.includes(last.toLowerCase())) return undefined;
  return empty.suspectEnd.test(text.slice(Math.max(0, stop - 40), stop)) ? stop : undefined;
}

/** Looks at what ends at `end`, before a stop ("" at the end of the block). */
function danglingEnd(
  prose: Prose,
  end: number,
  gap: boolean,
  stop: string,
  empty: CompiledEmptyValues,
  push: Push,
): void {
  const { text } = prose;
  if (!empty.lastWords.has(lastWord(text, end))) return;
  const before = text.slice(Math.max(0, end - 160), end);
  const kind = kindOfLoss(before, gap, stop, empty);
  if (kind === undefined || linkBegins(prose, end, end + 5)) return;
  const words = empty.longTail.test(before) ? 3 : 2;
  push(startOfWords(text, end, words), end, kind, stop === "");
}

/** The word of at least two letters that ends at `end`, in lower case; "" where none does. */
function lastWord(text: string, end: number): string {
  let start = end;
  while (end - start < 20 && isWordLetter(text.charCodeAt(start - 1))) start -= 1;
  return end - start < 2 ? "" : text.slice(start, end).toLowerCase();
}

function isWordLetter(code: number): boolean {
  return isLetter(code) || (code >= 0xdf && code <= 0xff);
}

/**
 * A space or a colon before the stop shows that something stood there; without it the words have to be such that
 * a sentence cannot end with them.
 */
function kindOfLoss(
  before: string,
  gap: boolean,
  stop: string,
  empty: CompiledEmptyValues,
): EmptyValueKind | undefined {
  const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("? ")) + 1);
  const atEnd = stop === "";
  const isOpen = gap || (stop !== "," && empty.unstranded.test(sentence));
  if (empty.dateTail.test(sentence) && (isOpen || atEnd)) return "date";
  if (empty.numberTail.test(sentence) && isOpen && !atEnd) return "number";
  if (empty.nameTail.test(sentence) && isOpen && !atEnd) return "name";
  const isAt = empty.addressPreposition.test(sentence);
  const tail = empty.contactTail.test(sentence);
  if (!isAt && !tail) return undefined;
  if (empty.relative.test(sentence.replace(/\s\S+$/, ""))) return undefined;
  if (tail) return gap || atEnd || (isAt && (stop !== "," || empty.contactVerb.test(sentence))) ? "address" : undefined;
  // "our information practices at": a noun before the preposition, and a verb that wants an address before it.
  return (gap || atEnd) && empty.contactVerb.test(sentence) && !empty.stranding.test(sentence) ? "address" : undefined;
}

function hasContactVerb(text: string, end: number, { contactVerb }: CompiledEmptyValues): boolean {
  const part = text.slice(Math.max(0, end - 140), end);
  return contactVerb.test(part.slice(part.lastIndexOf(". ") + 1));
}

/** The start of the word that is `count` words before the one at `at`, within the sentence. */
function startOfWords(text: string, at: number, count: number): number {
  let start = at;
  for (let index = 0; index < count; index += 1) {
    const before = /[^\s.,;:()]{1,40}\s{0,3}$/u.exec(text.slice(Math.max(0, start - 44), start));
    if (before === null) return start;
    start -= before[0].length;
  }
  return start;
}

function linkBegins({ markup }: Prose, start: number, end: number): boolean {
  for (let index = firstFrom(markup, start); index < markup.length; index += 1) {
    const { kind, prose } = markup[index] as InlineMarkup;
    if (prose.start > end) return false;
    if (kind === "image" || kind === "autolink" || kind === "link") return true;
  }
  return false;
}

/** The index of the first markup that is visible at or after `offset`. */
function firstFrom(markup: readonly InlineMarkup[], offset: number): number {
  let low = 0;
  let high = markup.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((markup[middle] as InlineMarkup).prose.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function parentheses(text: string, empty: CompiledEmptyValues, push: Push): void {
  let radioButtons: boolean | undefined;
  for (let at = text.indexOf("("); at >= 0; at = text.indexOf("(", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (!isSpace(next) && !isStop(next)) continue;
    const inside = text.slice(at + 1, at + 210);
    const before = text.slice(Math.max(0, at - 30), at);
    const nothing = /^\s{0,3}\)/.exec(inside);
    if (nothing !== null && /[\p{L}\p{N}”"]\s$/u.test(before)) {
      radioButtons ??= text.split(/\(\s{0,3}\)/).length > 2;
      if (!radioButtons) push(startOfWords(text, at, 1), at + 1 + nothing[0].length, "parentheses");
      continue;
    }
    const follower = empty.openFollower.exec(inside);
    if (follower === null || !empty.openNoun.test(before)) continue;
    // Some put a space inside of every parenthesis.
    if (/^[^()]{0,200}\s\)/.test(inside)) continue;
    push(startOfWords(text, at, 1), at + 1 + follower[0].length, "parentheses");
  }
}

function emptyLinks(source: string, prose: Prose, found: EmptyValue[]): void {
  for (const { kind, target, source: span } of prose.markup) {
    if (kind !== "link" || target === undefined) continue;
    if (/^(?:mailto:|tel:|https?:\/\/)?$/i.test(target.trim()) && /\(|href/i.test(source.slice(span.start, span.end))) {
      found.push({ span, kind: "link", atEnd: false });
    } else if (target.includes("/cdn-cgi/l/email-protection")) {
      found.push({ span, kind: "hidden-address", atEnd: false });
    }
  }
}

/** How far an address may lie below the words that announce it, in blocks. */
const reach = 4;

/** Whether the blocks after one that breaks off ("write to us at") go on with an address. */
export function continuesAfter({ blocks, text }: PolicyDocument, block: Block): boolean {
  for (const next of blocks.slice(block.index + 1, block.index + 1 + reach)) {
    const source = text.slice(next.span.start, next.span.end);
    if (next.kind === "code" || next.introducedBy === block.index) return true;
    // What follows under a marked heading or in a paragraph of its own is another matter.
    if (source.length > 160 || isMarkedHeading(next)) return false;
    if (/[@\d[{<]|www\.|https?:|:\s/i.test(source)) return true;
  }
  return false;
}

/** A heading that cannot be a line of an address. */
function isMarkedHeading({ kind, headingStyle }: Block): boolean {
  return kind === "heading" && /^(?:atx|setext|html|numbered|caps)$/.test(headingStyle ?? "");
}
