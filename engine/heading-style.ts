import type { Block, HeadingStyle, PolicyDocument } from "./document/model";
import type { TextEdit } from "./finding";

/**
 * A heading in the document's own style, level and numbering, up to where its text begins.
 * `next` is the heading before which it goes; `undefined` at the end of the document.
 */
export function newHeading(document: PolicyDocument, next: Block | undefined, title: string, newline: string): string {
  const gap = `${newline}${newline}`;
  const planned = planHeading(document, next, title);
  if (planned === undefined) return `${document.format === "markdown" ? `## ${title}` : title}${gap}`;
  const { style, level, model } = planned;
  if (style === "run-in" && document.format === "markdown") return `**${planned.title}.** `;
  return `${writeHeading(style, level, planned.title, document, model, newline)}${gap}`;
}

/** How a new heading is to be written, and which one it is made after. */
export interface PlannedHeading {
  readonly style: HeadingStyle;
  readonly level: number;
  /** With its number. */
  readonly title: string;
  readonly model: Block;
}

/** As for `newHeading`; `undefined` where the document has no heading. */
export function planHeading(
  document: PolicyDocument,
  next: Block | undefined,
  title: string,
): PlannedHeading | undefined {
  const headings = document.blocks.filter(({ kind }) => kind === "heading");
  const sections = headings.slice(1);
  const model = next ?? mostCommon(sections) ?? headings[0];
  if (model === undefined) return undefined;
  const isOnlyTitle = next === undefined && sections.length === 0;
  const number = isOnlyTitle
    ? ""
    : next === undefined
      ? numberAfter(document, headings, model)
      : numberOf(document, next);
  const level = isOnlyTitle ? 2 : model.level;
  return { style: model.headingStyle ?? "plain", level, title: `${number}${title}`, model };
}

/** Counts up the numbers of `first` and of all main sections after it, to make room for one before it. */
export function renumberFrom(document: PolicyDocument, first: Block): readonly TextEdit[] {
  const from = numberAt(document, first);
  if (from === undefined) return [];
  const edits: TextEdit[] = [];
  let expected = from.value;
  for (const block of document.blocks.slice(first.index)) {
    if (block.kind !== "heading") continue;
    const number = numberAt(document, block);
    if (number === undefined) continue;
    // "7.1" belongs to "7": its first number counts up with it.
    if (number.value !== expected && number.value !== expected - 1) break;
    if (number.value === expected) expected += 1;
    edits.push({ span: number.span, newText: String(number.value + 1) });
  }
  return edits;
}

interface HeadingNumber {
  readonly value: number;
  readonly span: { readonly start: number; readonly end: number };
}

/** The first number of a numbered heading ("7" of "7.1 Contact"); `undefined` for any other heading. */
function numberAt(document: PolicyDocument, heading: Block): HeadingNumber | undefined {
  const number = /^\d{1,2}/.exec(numberOf(document, heading))?.[0];
  if (number === undefined) return undefined;
  const { start } = heading.span;
  return { value: Number(number), span: { start, end: start + number.length } };
}

/** The number of a section that comes after the last one of the model's kind. */
function numberAfter(document: PolicyDocument, headings: readonly Block[], model: Block): string {
  const last = headings.findLast((block) => block.level === model.level && numberAt(document, block) !== undefined);
  if (last === undefined) return "";
  return numberOf(document, last).replace(/^\d{1,2}/, (number) => String(Number(number) + 1));
}

function mostCommon(headings: readonly Block[]): Block | undefined {
  const counts = new Map<string, { count: number; block: Block }>();
  for (const block of headings) {
    const key = `${block.headingStyle}:${block.level}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { count: 1, block });
  }
  let best: { count: number; block: Block } | undefined;
  for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry;
  return best?.block;
}

/** The number with which a heading begins, and what follows it: "7. "; "" where there is none. */
function numberOf(document: PolicyDocument, heading: Block): string {
  const text = document.text.slice(heading.span.start, heading.span.end);
  return /^(?:\d{1,2}(?:\.\d{1,2})*\\?[.)]?|[IVX]{1,5}\.|[A-Z][.)])\s+/.exec(text)?.[0] ?? "";
}

function writeHeading(
  style: HeadingStyle,
  level: number,
  title: string,
  document: PolicyDocument,
  model: Block,
  newline: string,
): string {
  switch (style) {
    case "atx":
      return `${"#".repeat(Math.max(1, level))} ${title}`;
    case "setext":
      return `${title}${newline}${(level === 1 ? "=" : "-").repeat(Math.max(3, title.length))}`;
    case "html":
      return `<h${Math.max(1, level)}>${title.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</h${Math.max(1, level)}>`;
    case "bold":
      return `**${title}**`;
    case "bullet":
      return `${bulletOf(document.text, model)}${title}`;
    case "caps":
      return title.toUpperCase();
    default:
      return title;
  }
}

function bulletOf(text: string, model: Block): string {
  const line = text.slice(startOfLine(text, model.span.start), model.span.start);
  return /^\s*[^\w\s]\s+$/.test(line) ? line : "• ";
}

export function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The end of the heading's last line, underline included. */
export function endOfHeading({ text, format }: PolicyDocument, heading: Block): number {
  const lineEnd = (from: number): number => {
    const rest = /[\r\n]/.exec(text.slice(from));
    return rest === null ? text.length : from + rest.index;
  };
  let end = lineEnd(heading.span.end);
  if (heading.headingStyle === "setext" && format === "markdown") {
    const underline = /^(?:\r\n|\r|\n)[ \t]*(?:=+|-+)[ \t]*/.exec(text.slice(end));
    if (underline) end += underline[0].length;
  }
  return end;
}
