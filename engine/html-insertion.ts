import type { Block, HtmlElement, PolicyDocument } from "./document/model";
import { escapeSnippet } from "./edits";
import { escapeHtml } from "./escape-text";
import { planHeading } from "./heading-style";

/** What goes into a page, and where. */
export interface HtmlRequest {
  /** The heading under which it goes; `undefined` where a new section is made. */
  readonly heading: Block | undefined;
  /** The heading before which a new section goes; `undefined` where it goes to the end. */
  readonly next: Block | undefined;
  /** Of the new section. */
  readonly title: string;
  /** In snippet notation; paragraphs are parted by an empty line. */
  readonly text: string;
  readonly newline: string;
}

/** Text in snippet notation, to be put in at an offset that lies between two elements. */
export interface HtmlInsertion {
  readonly offset: number;
  readonly newText: string;
}

/** Where a snippet goes in a page, as elements of its own: beside others, never into one that holds words, nor into a table. */
export function insertInHtml(document: PolicyDocument, request: HtmlRequest): HtmlInsertion {
  const places = new Places(document);
  const { heading, next } = request;
  if (heading !== undefined) {
    const isRunIn = heading.headingStyle === "run-in";
    return isRunIn ? afterSection(places, heading, request) : underHeading(places, heading, request);
  }
  return next === undefined ? atEnd(places, request) : beforeHeading(places, next, request);
}

/** The outermost element that holds a block and nothing else, or just the block where it shares its element with others. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** Whether the block shares its element, so that line breaks part it from what is before and after it. */
  readonly isBare: boolean;
  readonly parent: HtmlElement;
}

/** Parts of a page that are larger than what goes into them. */
const containers = new Set([
  "",
  "html",
  "body",
  "main",
  "article",
  "section",
  "td",
  "th",
  "li",
  "dd",
  "details",
  "form",
]);

/** What holds paragraphs. */
const flow = new Set([...containers, "div", "blockquote", "center", "fieldset", "header", "footer", "aside"]);

/** Elements in which no paragraph can stand. */
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

const phrasing = new Set(["p", "pre", "address", "dt", "summary", ...headings]);

class Places {
  readonly text: string;
  private readonly blocks: readonly Block[];
  private readonly elements: readonly HtmlElement[];

  constructor(readonly document: PolicyDocument) {
    this.text = document.text;
    this.blocks = document.blocks;
    this.elements = document.page?.elements ?? [];
  }

  get last(): Block | undefined {
    return this.blocks.at(-1);
  }

  of(block: Block): Place {
    const element = this.elements[block.index] as HtmlElement;
    const isOwn = headings.includes(element.name) || this.holdsOnly(element, block);
    if (!isOwn || containers.has(element.name)) return { ...this.withTags(block), isBare: true, parent: element };
    let outer = element;
    let parent = element.parent as HtmlElement;
    while (!containers.has(parent.name) && this.holdsOnly(parent, block)) {
      outer = parent;
      parent = parent.parent as HtmlElement;
    }
    return { ...this.trimmed(outer), isBare: false, parent };
  }

  /** An element without a closing tag ends with its last words. */
  trimmed({ start, contentEnd, end }: HtmlElement): { start: number; end: number } {
    return { start, end: contentEnd < end ? end : this.text.slice(0, end).trimEnd().length };
  }

  /** Whether a block of the element stands behind this one. */
  goesOn(element: HtmlElement, { index }: Block): boolean {
    return (this.blocks[index + 1]?.span.start ?? element.end) < element.end;
  }

  private holdsOnly(element: HtmlElement, block: Block): boolean {
    return this.begins(element, block.index) && !this.goesOn(element, block);
  }

  /** Whether no block of the element stands before the one at an index. */
  begins(element: HtmlElement, index: number): boolean {
    return (this.blocks[index - 1]?.span.end ?? 0) <= element.start;
  }

  /** Whether a heading as strong as `block` stands behind it in the element. */
  hasSibling(element: HtmlElement, { index, level }: Block): boolean {
    for (let at = index + 1; at < this.blocks.length; at += 1) {
      const other = this.blocks[at] as Block;
      if (other.span.start >= element.end) return false;
      if (other.kind === "heading" && other.level <= level) return true;
    }
    return false;
  }

  /** The block with the inline tags around it. */
  private withTags({ span }: Block): { start: number; end: number } {
    let { start, end } = span;
    for (;;) {
      const tag = /<(?!br\b)[a-z][^<>]*>\s*$/i.exec(this.text.slice(Math.max(0, start - longestTag), start));
      if (tag === null || !isInline(tag[0])) break;
      start -= tag[0].length;
    }
    for (;;) {
      const tag = /^\s*<\/[a-z][^<>]*>/i.exec(this.text.slice(end, end + longestTag));
      if (tag === null || !isInline(tag[0])) return { start, end };
      end += tag[0].length;
    }
  }

  /** White space at the start of the line of an element that begins one, else "". */
  indentAt(offset: number): string {
    return /(?:^|[\r\n])([ \t]*)$/.exec(this.text.slice(Math.max(0, offset - longestTag), offset))?.[1] ?? "";
  }

  /** What stands between two paragraphs here: an empty line where there is one before the offset. */
  gapAt(offset: number, newline: string): string {
    const isLoose = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(
      this.text.slice(Math.max(0, offset - longestTag), offset),
    );
    return `${isLoose ? newline : ""}${newline}${this.indentAt(offset)}`;
  }
}

const longestTag = 1000;

function isInline(tag: string): boolean {
  return /^\s*<\/?(?:a|abbr|b|big|cite|em|font|i|ins|mark|small|span|strong|sub|sup|u)\b/i.test(tag);
}

function underHeading(places: Places, heading: Block, { text, newline }: HtmlRequest): HtmlInsertion {
  const place = places.of(heading);
  if (!place.isBare) {
    const tag = place.parent.name === "dl" ? "dd" : "p";
    return { offset: place.end, newText: `${places.gapAt(place.start, newline)}${paragraphs(text, newline, tag)}` };
  }
  const breaks = /^(?:\s*<br\b[^<>]*>)*/i.exec(places.text.slice(place.end, place.end + longestTag))?.[0] ?? "";
  const offset = place.end + breaks.length;
  if (phrasing.has(place.parent.name)) {
    return { offset, newText: `${breaks === "" ? "<br>" : ""}${newline}${escaped(text)}<br><br>` };
  }
  return { offset, newText: `${newline}${paragraphs(text, newline)}` };
}

/** Behind everything that belongs to a section whose heading is the beginning of its first paragraph. */
function afterSection(places: Places, heading: Block, { text, newline }: HtmlRequest): HtmlInsertion {
  const { blocks, sections } = places.document;
  const { end } = (sections[heading.section] as (typeof sections)[number]).span;
  const last = blocks.findLast(({ span }) => span.end <= end) ?? heading;
  const { offset, gap, isPhrasing } = behind(places, last, newline);
  if (isPhrasing) return { offset, newText: `<br><br>${newline}${escaped(text)}` };
  return { offset, newText: `${gap}${paragraphs(text, newline)}` };
}

/** The next place behind a block where a paragraph can stand that belongs to none of its lists and tables. */
function behind(
  places: Places,
  block: Block,
  newline: string,
): { readonly offset: number; readonly gap: string; readonly isPhrasing: boolean } {
  const place = places.of(block);
  const isInTable = block.kind === "table-cell" || block.tableHeaders.length > 0;
  const outside = (name: string) =>
    flow.has(name) && name !== "li" && name !== "dd" && (!isInTable || !/^t[dh]$/.test(name));
  if (place.isBare && outside(place.parent.name) && !isInTable) {
    return { offset: place.end, gap: newline, isPhrasing: false };
  }
  // A paragraph that goes on with another section.
  if (place.isBare && phrasing.has(place.parent.name) && places.goesOn(place.parent, block))
    return { offset: place.end, gap: "", isPhrasing: true };
  let { start, end, parent } = place;
  while (!outside(parent.name) || (isInTable && isWithinTable(parent))) {
    ({ start, end } = places.trimmed(parent));
    if (parent.parent === undefined) break;
    parent = parent.parent;
  }
  return { offset: end, gap: places.gapAt(start, newline), isPhrasing: false };
}

function isWithinTable(element: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = element; at !== undefined; at = at.parent)
    if (at.name === "table") return true;
  return false;
}

function beforeHeading(places: Places, next: Block, request: HtmlRequest): HtmlInsertion {
  const { newline } = request;
  let { start, isBare, parent } = places.of(next);
  let isItem = false;
  if (isBare && phrasing.has(parent.name)) {
    const { title, text } = request;
    const written = planHeading(places.document, next, title)?.title ?? title;
    return {
      offset: start,
      newText: `<strong>${escaped(escapeSnippet(written))}</strong><br>${newline}${escaped(text)}<br><br>${newline}`,
    };
  }
  // Out of what begins with the heading and holds its section only; an item of a list is one of its own.
  while (!isItem && parent.parent !== undefined && !/^(?:|html|body|main|article|td|th)$/.test(parent.name)) {
    const isListItem = parent.name === "li";
    if (!places.begins(parent, next.index) || (isBare && !isListItem) || places.hasSibling(parent, next)) break;
    isItem = isListItem;
    start = parent.start;
    isBare = false;
    parent = parent.parent;
  }
  const gap = places.gapAt(start, newline);
  const section = newSection(places.document, next, request, gap, parent.name === "dl");
  return { offset: start, newText: `${isItem ? `<li>${section}</li>` : section}${isBare ? newline : gap}` };
}

function atEnd(places: Places, request: HtmlRequest): HtmlInsertion {
  const { last, text, document } = places;
  const { newline } = request;
  if (last === undefined) {
    const close = /<\/(?:main|article|body|html)\s*>/i.exec(text);
    const offset = close === null ? text.trimEnd().length : close.index;
    const before = offset === 0 || close !== null ? "" : newline;
    return {
      offset,
      newText: `${before}${newSection(document, undefined, request, newline, false)}${close === null ? "" : newline}`,
    };
  }
  const { offset, gap } = behind(places, last, newline);
  return { offset, newText: `${gap}${newSection(document, undefined, request, gap, false)}` };
}

function newSection(
  document: PolicyDocument,
  next: Block | undefined,
  { title, text, newline }: HtmlRequest,
  gap: string,
  isTerm: boolean,
): string {
  const planned = planHeading(document, next, title);
  const written = escaped(escapeSnippet(planned?.title ?? title));
  if (isTerm) return `<dt>${written}</dt>${gap}${paragraphs(text, newline, "dd")}`;
  const body = paragraphs(text, newline);
  switch (planned?.style) {
    case undefined:
      return `<h2>${written}</h2>${gap}${body}`;
    case "html": {
      const level = Math.max(1, planned?.level ?? 2);
      return `<h${level}>${written}</h${level}>${gap}${body}`;
    }
    case "run-in":
      return body.replace("<p>", `<p><strong>${written}.</strong> `);
    case "caps":
      return `<p>${written.toUpperCase()}</p>${gap}${body}`;
    default:
      return `<p><strong>${written}</strong></p>${gap}${body}`;
  }
}

/** Text of several paragraphs, each in an element of its own. */
function paragraphs(text: string, newline: string, tag: "p" | "dd" = "p"): string {
  return text
    .split(`${newline}${newline}`)
    .map((paragraph) => `<${tag}>${escaped(paragraph)}</${tag}>`)
    .join(newline);
}

/** The notation of snippets has no use for these characters. */
function escaped(snippet: string): string {
  return escapeHtml(snippet);
}
