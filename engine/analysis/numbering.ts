import type { Block, PolicyDocument } from "../document/model";
import type { Span } from "../span";
import type { CompiledReferences } from "./reference-words";

/** The number that a heading or a paragraph begins with, as the document writes it. */
export interface Numbered {
  readonly block: Block;
  /** "7.2" is [7, 2]. */
  readonly parts: readonly number[];
  /** Of the number, without the full stop after it; absolute. */
  readonly span: Span;
}

/** Longer numbers are years and codes. */
const number = /^(\d{1,2}(?:\\?\.\d{1,2}){0,4})(?:\\?[.):]|(?=\s))/;
/** What may stand before the number on the line where nothing is known of the language. */
const plainMarks = /^[\s#>*_]*/;

/** What numbering needs to know of the language; `undefined` where there is no pack. */
type Words = Pick<CompiledReferences, "numberMarks"> | undefined;

/** Every block whose line begins with a number, in document order. */
export function numberedBlocks({ text, blocks }: PolicyDocument, words: Words): readonly Numbered[] {
  const marks = words?.numberMarks ?? plainMarks;
  const found: Numbered[] = [];
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "table-cell") continue;
    const from = lineStart(text, block.span.start, mostMarks);
    const line = text.slice(from, Math.min(block.span.end, block.span.start + 80));
    const inBlock = text.slice(block.span.start, block.span.start + 80);
    const own = numberIn(line, from, marks) ?? numberIn(inBlock, block.span.start, marks);
    if (own !== undefined) found.push({ block, ...own });
  }
  return found;
}

/** A number that does not go on from the one before it. */
export interface NumberingBreak {
  readonly before: Numbered;
  readonly found: Numbered;
  /** As it would be written. */
  readonly expected: string;
}

/** Breaks in the numbers of headings, each row of numbers by itself ("2.1, 2.2"). */
export function numberingBreaks(document: PolicyDocument, words: Words): readonly NumberingBreak[] {
  const rows = new Map<string, Numbered[]>();
  for (const numbered of numberedBlocks(document, words)) {
    if (!hasLiteralNumber(document, numbered.block)) continue;
    const key = `${numbered.block.level}:${numbered.parts.slice(0, -1).join(".")}`;
    const row = rows.get(key) ?? [];
    row.push(numbered);
    rows.set(key, row);
  }
  return [...rows.values()].flatMap(breaksIn).sort((a, b) => a.found.span.start - b.found.span.start);
}

/** A row with several breaks follows an order of its own. */
function breaksIn(row: readonly Numbered[]): readonly NumberingBreak[] {
  const breaks: NumberingBreak[] = [];
  for (let index = 1; index < row.length; index++) {
    const before = row[index - 1] as Numbered;
    const found = row[index] as Numbered;
    const last = before.parts.at(-1) as number;
    const own = found.parts.at(-1) as number;
    // Another list begins.
    if (own === last + 1 || own <= 1) continue;
    breaks.push({ before, found, expected: [...found.parts.slice(0, -1), last + 1].join(".") });
  }
  return row.length >= 3 && breaks.length === 1 ? breaks : [];
}

/** Programs number the items of lists themselves; what is a heading by its marks has its number in its words. */
function hasLiteralNumber({ format }: PolicyDocument, { kind, headingStyle }: Block): boolean {
  if (kind !== "heading") return false;
  return (
    /^(?:atx|setext|html|bold)$/.test(headingStyle ?? "") || (format === "plaintext" && headingStyle === "numbered")
  );
}

function numberIn(line: string, from: number, marks: RegExp): Omit<Numbered, "block"> | undefined {
  const before = marks.exec(line)?.[0] ?? "";
  const match = number.exec(line.slice(before.length));
  const digits = match?.[1];
  if (digits === undefined) return undefined;
  const start = from + before.length;
  return { parts: digits.replaceAll("\\", "").split(".").map(Number), span: { start, end: start + digits.length } };
}

/** In UTF-16 units. */
const mostMarks = 40;

/** Where the line of an offset begins, or so many UTF-16 units before it: a text may be one long line. */
export function lineStart(text: string, offset: number, most: number): number {
  let start = offset;
  while (start > 0 && offset - start < most && !/[\r\n]/.test(text[start - 1] as string)) start -= 1;
  return start;
}
