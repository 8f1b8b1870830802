import type { Span } from "../span";
import { scan } from "./inline";
import type { DocumentFormat, InlineMarkup, Prose } from "./model";
import { visibleText } from "./replacements";
import { splitSentences } from "./sentences";

/** What the projection of a block depends on besides its source. */
export interface ProseOptions {
  /** As `Block.quoted`. */
  readonly quoted: boolean;
  /** As `PolicyDocument.linkLabels`. */
  readonly linkLabels: ReadonlySet<string>;
  /** Markdown where it is not given; in plain text nothing but white space, entities and URLs is resolved. */
  readonly format?: DocumentFormat;
}

/** The words of a block's source as a reader sees them; linear in its length. */
export function project(source: string, options: ProseOptions): Prose {
  const { quoted, linkLabels, format } = options;
  const markdown = format !== "plaintext" && format !== "html";
  const found = scan(source, { quoted, linkLabels, markdown, html: format === "html" });
  const { text, map, breaks } = visibleText(source, found.replacements);
  const markup = found.markup
    .map(({ kind, start, end, innerStart, innerEnd, target }): InlineMarkup => {
      const prose =
        innerEnd > innerStart
          ? trimmed(text, spanInProse(map, text.length, innerStart, innerEnd))
          : emptyAt(offsetInProse(map, text.length, start));
      return { kind, source: { start, end }, prose, target };
    })
    .sort((a, b) => a.source.start - b.source.start || b.source.end - a.source.end);
  return { text, map, markup, sentences: splitSentences(text, breaks) };
}

/**
 * The source of visible words, relative to the block.
 * It begins at the first and ends after the last visible character; markup around them does not belong to it.
 */
export function proseToSource(prose: Prose, span: Span): Span {
  const start = sourceOf(prose.map, span.start);
  if (span.end <= span.start) return emptyAt(start);
  return { start, end: sourceEndOf(prose.map, span.end - 1) };
}

/** The prose that a source span (relative to the block) covers; empty where nothing of it is visible. */
export function sourceToProseSpan(prose: Prose, source: Span): Span {
  return spanInProse(prose.map, prose.text.length, source.start, source.end);
}

function sourceOf(map: readonly number[], offset: number): number {
  const pair = lastPairUpTo(map, 0, offset);
  return (map[pair + 1] as number) + offset - (map[pair] as number);
}

/** After a resolved entity or run of spaces, the map's first pair with the next prose offset tells where it ends. */
function sourceEndOf(map: readonly number[], offset: number): number {
  const pair = lastPairUpTo(map, 0, offset);
  if (map[pair + 2] === offset + 1) return map[pair + 3] as number;
  return (map[pair + 1] as number) + offset - (map[pair] as number) + 1;
}

function spanInProse(map: readonly number[], length: number, start: number, end: number): Span {
  const from = offsetInProse(map, length, start);
  return { start: from, end: Math.max(from, offsetInProse(map, length, end)) };
}

function offsetInProse(map: readonly number[], length: number, offset: number): number {
  const pair = lastPairUpTo(map, 1, offset);
  const next = map[pair + 2] ?? length;
  return Math.min((map[pair] as number) + Math.max(0, offset - (map[pair + 1] as number)), next);
}

/** The index of the last pair whose prose offset (`side` 0) or source offset (1) is at most `offset`, else of the first. */
function lastPairUpTo(map: readonly number[], side: 0 | 1, offset: number): number {
  let low = 0;
  let high = map.length / 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((map[middle * 2 + side] as number) <= offset) low = middle;
    else high = middle;
  }
  return low * 2;
}

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && text.charCodeAt(start) === 0x20) start += 1;
  while (start < end && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return { start, end };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}
