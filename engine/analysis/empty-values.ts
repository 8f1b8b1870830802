import type { Block, PolicyDocument, Prose } from "../document/model";
import { proseToSource } from "../document/prose";
import type { Span } from "../span";
import type { CompiledDrafting } from "./drafting";
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
  /** Whether the block ends with these words, so that the following one may still give the value; see `givesValueAfter`. */
  readonly atEnd: boolean;
}

/** The lost values of a block in source order. */
export function findEmptyValues(
  source: string,
  prose: Prose,
  { words }: { readonly words: CompiledDrafting },
): readonly EmptyValue[] {
  const { text } = prose;
  const found: EmptyValue[] = [];
  const push = (start: number, end: number, kind: EmptyValueKind, atEnd = false) => {
    found.push({ span: proseToSource(prose, { start, end }), kind, atEnd });
  };
  danglingEnds(prose, words, push);
  for (const match of text.matchAll(words.empty.afterAt)) {
    const start = startOfWords(text, match.index, 1);
    if (hasContactVerb(text, match.index, words)) push(start, match.index + match[0].search(/\sat\s/i) + 3, "address");
  }
  if (text.includes("(")) emptyParentheses(text, words, push);
  if (/["“]\s?["”]/.test(text)) {
    for (const match of text.matchAll(/(?<=^|[\s(])(?:""|“\s?”|" ")(?=\s?[,).;]|\s(?:and|or)\b|$)/g)) {
      push(match.index, match.index + match[0].length, "quotes");
    }
  }
  for (const match of text.matchAll(words.empty.noNumber)) push(match.index, match.index + match[0].length, "number");
  for (const match of text.matchAll(words.empty.hidden))
    push(match.index, match.index + match[0].length, "hidden-address");
  emptyLinks(source, prose, found);
  return outermost(found);
}

type Push = (start: number, end: number, kind: EmptyValueKind, atEnd?: boolean) => void;

/** Prepositions that end before a stop, a comma or the end of the block, with the value gone. */
const dangling =
  /(?<![\p{L}\p{N}'’-])(at|by|to|via|through|on|from|in|of|as|is|visit|visiting|call|email|dated)(:?)(\s{0,4})([.,;)](?=\s|$|[.,;)"”])|$)/giu;

function danglingEnds(prose: Prose, words: CompiledDrafting, push: Push): void {
  const { text } = prose;
  const visibleEnd = text.trimEnd().length;
  for (const match of text.matchAll(dangling)) {
    const [whole, , colon, gap, stop] = match as unknown as [string, string, string, string, string];
    const atEnd = stop === "";
    if (atEnd && match.index + whole.trimEnd().length < visibleEnd) continue;
    const endOfWord = match.index + whole.length - stop.length - gap.length - colon.length;
    const before = text.slice(Math.max(0, endOfWord - 160), endOfWord);
    const kind = kindOfLoss(before, gap !== "" || colon !== "", atEnd, stop, words);
    if (kind === undefined || linkTouches(prose, endOfWord, match.index + whole.length)) continue;
    push(startOfWords(text, match.index, 1 + extraWords(before, kind)), endOfWord, kind, atEnd);
  }
}

/**
 * A space or a colon before the stop shows that something stood there; without it the words have to be such that
 * a sentence cannot end with them.
 */
function kindOfLoss(
  before: string,
  gap: boolean,
  atEnd: boolean,
  stop: string,
  words: CompiledDrafting,
): EmptyValueKind | undefined {
  const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("? ")) + 1);
  const { empty } = words;
  const preposition = /\p{L}+$/u.exec(sentence)?.[0].toLowerCase() ?? "";
  const nameTail = empty.nameTail.exec(sentence);
  if (nameTail !== null && !atEnd && (gap || /\b(?:of|dated|as)$/i.test(sentence)) && !(stop === "," && !gap)) {
    return /\d|on$|dated$|effective/i.test(nameTail[0]) ? "date" : /age of$/i.test(nameTail[0]) ? "number" : "name";
  }
  if (empty.relative.test(sentence.replace(/\s\S+$/, ""))) return undefined;
  const tail = empty.tail.test(sentence);
  if (preposition === "at") {
    if (hasContactVerb(sentence, sentence.length, words)) {
      if (stop === "," && !gap && !tail) return undefined;
      return "address";
    }
    return tail && (gap || atEnd) ? "address" : undefined;
  }
  return tail && (gap || atEnd) && stop !== "," ? "address" : undefined;
}

function hasContactVerb(text: string, before: number, { empty }: CompiledDrafting): boolean {
  const from = Math.max(0, before - 140);
  const part = text.slice(from, before);
  const sentence = part.slice(part.lastIndexOf(". ") + 1);
  empty.contactVerb.lastIndex = 0;
  return empty.contactVerb.test(sentence);
}

/** One word more where the word before is only "us": "emailing us at". */
function extraWords(before: string, kind: EmptyValueKind): number {
  return kind === "address" && /\s(?:us|me|it|them)\s\S+$/i.test(before) ? 1 : 0;
}

/** The start of the word that is `count` words before the one at `at`, within the sentence. */
function startOfWords(text: string, at: number, count: number): number {
  let start = at;
  for (let index = 0; index < count; index += 1) {
    const before = /[^\s.,;:()]{1,40}\s{1,3}$/u.exec(text.slice(Math.max(0, start - 44), start));
    if (before === null) return start;
    start -= before[0].length;
  }
  return start;
}

function linkTouches({ markup }: Prose, start: number, end: number): boolean {
  return markup.some(
    ({ kind, prose }) =>
      (kind === "image" || kind === "autolink" || kind === "link") && prose.start >= start && prose.start <= end,
  );
}

function emptyParentheses(text: string, words: CompiledDrafting, push: Push): void {
  const radio = text.split(/\(\s{0,3}\)/).length > 2;
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}”"]\s)\(\s{0,3}\)/gu)) {
    if (!radio) push(startOfWords(text, match.index, 1), match.index + match[0].length, "parentheses");
  }
  for (const match of text.matchAll(words.empty.open)) {
    const end = match.index + match[0].length;
    // Some put a space inside of every parenthesis.
    if (/^[^()]{0,200}\s\)/.test(text.slice(end, end + 202))) continue;
    push(match.index, end, "parentheses");
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
export function givesValueAfter({ blocks, text }: PolicyDocument, block: Block): boolean {
  for (const next of blocks.slice(block.index + 1, block.index + 1 + reach)) {
    const source = text.slice(next.span.start, next.span.end);
    if (next.kind === "code" || next.introducedBy === block.index) return true;
    // What follows under a marked heading or in a paragraph of its own is another matter.
    if (
      source.length > 160 ||
      (next.kind === "heading" && next.headingStyle !== "plain" && next.headingStyle !== "bold")
    )
      return false;
    if (/[@\d]|www\.|https?:|\]\(/i.test(source)) return true;
  }
  return false;
}
