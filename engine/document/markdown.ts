import MarkdownIt from "markdown-it";
import { type Draft, type DraftList, draft } from "./drafts";
import { HtmlReader } from "./html";
import { type Line, skipSpaces, skipSpacesBack } from "./lines";
import { readLines, type Wrapping } from "./plain-text";

/** Depth of nested quotes and lists; deeper ones would cost more than linear time. */
const maxNesting = 20;

const markdown = new MarkdownIt({ html: true, maxNesting });
// Where a definition's link leads is read from the source, if at all.
markdown.normalizeLink = (link) => link;

type Token = ReturnType<typeof markdown.parse>[number];

export interface MarkdownBlocks {
  readonly drafts: Draft[];
  readonly linkLabels: ReadonlySet<string>;
}

/** Reads the block structure of a Markdown text (normalised white space); `lines` are those behind the front matter. */
export function readMarkdown(text: string, lines: readonly Line[], wrapping: Wrapping): MarkdownBlocks {
  const from = lines[0]?.lineStart ?? text.length;
  const tokens: Token[] = [];
  markdown.block.parse(text.slice(from), markdown, {}, tokens);
  const reader = new MarkdownReader(text, lines, wrapping);
  for (const token of tokens) reader.read(token);
  return { drafts: reader.drafts, linkLabels: reader.linkLabels };
}

interface OpenItem {
  readonly list: DraftList;
  first: Draft | undefined;
}

class MarkdownReader {
  readonly drafts: Draft[] = [];
  readonly linkLabels = new Set<string>();
  private readonly html: HtmlReader;
  private readonly lists: DraftList[] = [];
  private readonly items: OpenItem[] = [];
  private quotes = 0;
  /** What the next inline token is the content of. */
  private inlineOf: "paragraph" | "heading" | "cell" = "paragraph";
  private heading: Token | undefined;
  private readonly table = { headers: [] as Draft[], first: undefined as Draft | undefined, column: 0, header: false };
  private cells: { start: number; end: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly wrapping: Wrapping,
  ) {
    this.html = new HtmlReader(text, this.drafts);
  }

  read(token: Token): void {
    switch (token.type) {
      case "blockquote_open":
        this.quotes += 1;
        break;
      case "blockquote_close":
        this.quotes -= 1;
        break;
      case "bullet_list_open":
      case "ordered_list_open":
        this.lists.push({ parent: this.items.at(-1)?.first, depth: this.lists.length + 1 });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        this.lists.pop();
        break;
      case "list_item_open":
        this.items.push({ list: this.lists.at(-1) as DraftList, first: undefined });
        break;
      case "list_item_close":
        this.items.pop();
        break;
      case "heading_open":
        this.inlineOf = "heading";
        this.heading = token;
        break;
      case "paragraph_open":
        this.inlineOf = "paragraph";
        break;
      case "tr_open":
        this.openRow(token);
        break;
      case "thead_open":
        this.table.headers = [];
        this.table.header = true;
        break;
      case "tbody_open":
        this.table.header = false;
        break;
      case "th_open":
      case "td_open":
        this.inlineOf = "cell";
        break;
      case "inline":
        if (this.inlineOf === "cell") this.addCell();
        else if (!this.html.hidden) this.addProse(token);
        break;
      case "html_block":
        this.addHtml(token);
        break;
      case "fence":
      case "code_block":
        this.addCode(token);
        break;
      case "reference_definition":
        this.addReference(token);
        break;
    }
  }

  private line(index: number): Line {
    return this.lines[index] as Line;
  }

  /** The content of a paragraph is the end of its first line, whatever markers of quotes and lists stand before. */
  private addProse(token: Token): void {
    const [from, to] = token.map as [number, number];
    const { content } = token;
    if (content === "") return;
    const first = this.line(from);
    if (this.inlineOf === "heading" && (this.heading as Token).markup.startsWith("#")) {
      const level = (this.heading as Token).markup.length;
      const start = skipSpaces(this.text, this.text.indexOf("#", first.lineStart) + level, first.lineEnd);
      this.add(draft("heading", start, start + content.length, { level, style: "atx", ...this.context() }));
      return;
    }
    const newline = content.indexOf("\n");
    const start = newline < 0 ? first.end - content.length : first.lineEnd - newline;
    const { end } = this.line(to - 1);
    if (this.inlineOf === "heading" && newline < 0 && content.length <= longestUnderlined) {
      const level = (this.heading as Token).markup === "=" ? 1 : 2;
      this.add(draft("heading", start, end, { level, style: "setext", ...this.context() }));
    } else this.addParagraph(start, end, from, to);
  }

  private addParagraph(start: number, end: number, from: number, to: number): void {
    const footnote = /^\[\^([^\]\s]{1,100})\]:[ \t]*/.exec(this.text.slice(start, Math.min(end, start + 110)));
    if (footnote !== null) {
      this.linkLabels.add(`^${(footnote[1] as string).toLowerCase()}`);
      start = skipSpaces(this.text, start + footnote[0].length, end);
      if (start >= end) return;
    } else if (this.items.length === 0 && this.quotes === 0) {
      const lines = this.lines.slice(from, to);
      lines[0] = { ...(lines[0] as Line), start };
      for (const read of readLines(this.text, lines, { ...this.wrapping, keepParagraphs: true }))
        this.drafts.push(read);
      return;
    }
    this.add(draft("paragraph", start, end, this.context()));
  }

  private context(): { quoted: boolean; item: Draft | undefined } {
    return { quoted: this.quotes > 0, item: this.items.at(-1)?.first };
  }

  /** Adds a draft; the first paragraph of a list item becomes the item. */
  private add(read: Draft): void {
    const item = this.items.at(-1);
    if (item !== undefined && item.first === undefined) {
      item.first = read;
      if (read.kind === "paragraph") {
        read.kind = "list-item";
        read.list = item.list;
        read.marker = this.markerBefore(read.start);
      }
    }
    this.drafts.push(read);
  }

  private markerBefore(start: number): number {
    let from = skipSpacesBack(this.text, 0, start);
    while (from > 0 && /[\d.)*+-]/.test(this.text.charAt(from - 1))) from -= 1;
    return from;
  }

  private addHtml(token: Token): void {
    const [from, to] = token.map as [number, number];
    const start = this.text.indexOf("<", this.line(from).lineStart);
    this.html.read(start, this.line(to - 1).end, this.context());
  }

  private addCode(token: Token): void {
    if (this.html.hidden) return;
    const [from, to] = token.map as [number, number];
    const first = this.line(from);
    const { end } = this.line(to - 1);
    if (token.type === "fence") {
      const start = this.text.indexOf(token.markup, first.lineStart);
      this.add(draft("code", start, skipSpacesBack(this.text, start, end), this.context()));
      return;
    }
    // Indented prose, as in an address, is far more common in policies than code is.
    const newline = token.content.indexOf("\n");
    const start = skipSpaces(this.text, Math.max(first.lineStart, first.lineEnd - newline), first.lineEnd);
    if (start < end) this.addParagraph(start, end, from, to);
  }

  private addReference(token: Token): void {
    const label = (token.meta as { label?: unknown } | null)?.label;
    if (typeof label === "string") this.linkLabels.add(label.toLowerCase().replace(/\s+/g, " ").trim());
  }

  private openRow(token: Token): void {
    const [row] = token.map as [number, number];
    this.cells = cellsOf(this.text, this.line(row));
    this.table.column = 0;
    this.table.first = undefined;
  }

  private addCell(): void {
    const { table } = this;
    const cell = this.cells[table.column];
    const column = table.column;
    table.column += 1;
    if (cell === undefined || cell.start >= cell.end || this.html.hidden) return;
    const headers = table.header ? [] : [table.headers[column], table.first].filter((header) => header !== undefined);
    const read = draft("table-cell", cell.start, cell.end, { quoted: this.quotes > 0, tableHeaders: headers });
    if (table.header) table.headers[column] = read;
    else if (column === 0) table.first = read;
    this.drafts.push(read);
  }
}

/** An underline below more than this belongs to a paragraph that a rule follows. */
const longestUnderlined = 160;

/** The trimmed cells of a table row, split at pipes that no backslash escapes. */
function cellsOf(text: string, line: Line): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let { start } = line;
  // Markers of quotes and lists stand before the row.
  const markers = /^(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)+/.exec(text.slice(start, Math.min(line.end, start + 80)));
  if (markers !== null) start = skipSpaces(text, start + markers[0].length, line.end);
  if (text.charAt(start) === "|") start += 1;
  let at = start;
  for (; at < line.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 124) {
      cells.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  if (start < line.end) cells.push(trimmed(text, start, line.end));
  return cells;
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const from = skipSpaces(text, start, end);
  return { start: from, end: skipSpacesBack(text, from, end) };
}
