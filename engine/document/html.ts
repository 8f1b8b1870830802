import { type Draft, type DraftList, draft } from "./drafts";
import { skipSpaces, skipSpacesBack } from "./lines";

/** What surrounds a block of HTML. */
export interface HtmlContext {
  readonly quoted: boolean;
  readonly item: Draft | undefined;
}

/** Elements whose text is no prose. */
const silent = new Set(["script", "style", "template", "noscript", "iframe", "svg", "select", "textarea", "title"]);

/** Elements that stand within a paragraph. */
const inline = new Set(
  (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp small span strike " +
    "strong sub sup time tt u var wbr"
  ).split(" "),
);

interface OpenList {
  readonly list: DraftList;
  item: Draft | undefined;
}

/** Reads HTML blocks in the order of the document; an element may be opened in one block and closed in a later one. */
export class HtmlReader {
  private hiddenBy: { readonly name: string; depth: number } | undefined;
  private readonly lists: OpenList[] = [];
  private headers: Draft[] = [];
  private row: { column: number; first: Draft | undefined } = { column: 0, first: undefined };
  /** The innermost element that decides what the text is. */
  private element = "";
  private runStart = -1;
  private context: HtmlContext = { quoted: false, item: undefined };

  constructor(
    private readonly text: string,
    private readonly drafts: Draft[],
  ) {}

  /** Whether an element with the attribute `hidden` is open. */
  get hidden(): boolean {
    return this.hiddenBy !== undefined;
  }

  read(start: number, end: number, context: HtmlContext): void {
    this.context = context;
    const { text } = this;
    const tag = /<(?:!--|(\/?)([a-zA-Z][a-zA-Z0-9-]*))/g;
    this.runStart = start;
    for (let at = start; at < end; ) {
      tag.lastIndex = at;
      const match = tag.exec(text);
      if (match === null || match.index >= end) break;
      const name = match[2]?.toLowerCase();
      if (name === undefined) {
        const close = text.slice(match.index, end).indexOf("-->", 4);
        at = close < 0 ? end : match.index + close + 3;
        if (skipSpaces(text, this.runStart, match.index) === match.index) this.runStart = at;
        continue;
      }
      const close = endOfTag(text, match.index + match[0].length, end);
      const closing = match[1] === "/";
      at = close;
      if (silent.has(name) && !closing) {
        this.flush(match.index);
        at = endOfElement(text, name, close, end);
        this.runStart = at;
      } else if (this.trackHidden(name, closing, text.slice(match.index, close), match.index)) {
        this.runStart = close;
      } else if (!inline.has(name)) {
        this.flush(match.index);
        this.enter(name, closing);
        this.runStart = close;
      }
    }
    this.flush(end);
  }

  /** Keeps account of elements with `hidden`; says whether the tag belongs to one. */
  private trackHidden(name: string, closing: boolean, tag: string, at: number): boolean {
    const { hiddenBy } = this;
    if (hiddenBy === undefined) {
      if (
        closing ||
        tag.endsWith("/>") ||
        !/\s(?:hidden(?=[\s=>])|style\s*=\s*["']?[^"'>]*display\s*:\s*none)/i.test(tag)
      ) {
        return false;
      }
      this.flush(at);
      this.hiddenBy = { name, depth: 1 };
    } else if (hiddenBy.name === name) {
      hiddenBy.depth += closing ? -1 : 1;
      if (hiddenBy.depth === 0) this.hiddenBy = undefined;
    }
    return true;
  }

  private enter(name: string, closing: boolean): void {
    switch (name) {
      case "ul":
      case "ol":
      case "menu":
        if (closing) this.lists.pop();
        else {
          const parent = this.lists.at(-1)?.item ?? this.context.item;
          this.lists.push({ list: { parent, depth: this.lists.length + 1 }, item: undefined });
        }
        this.element = "";
        return;
      case "li": {
        const open = this.lists.at(-1);
        if (open !== undefined) open.item = undefined;
        this.element = closing ? "" : "li";
        return;
      }
      case "table":
        this.headers = [];
        this.element = "";
        return;
      case "tr":
        this.row = { column: 0, first: undefined };
        this.element = "";
        return;
      case "td":
      case "th":
        if (closing) this.row.column += 1;
        this.element = closing ? "" : name;
        return;
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        this.element = closing ? "" : name;
        return;
      default:
        // Paragraphs within an item or a cell belong to it.
        if (this.element !== "li" && this.element !== "td" && this.element !== "th") this.element = "";
    }
  }

  /** Ends the run of text that leads up to `end`. */
  private flush(end: number): void {
    const { text } = this;
    if (this.hidden || this.runStart < 0) return;
    const start = skipSpaces(text, this.runStart, end);
    const stop = skipSpacesBack(text, start, end);
    this.runStart = end;
    if (start >= stop || !/[\p{L}\p{N}]/u.test(withoutTags(text.slice(start, stop)))) return;
    this.drafts.push(this.draftOf(start, stop));
  }

  private draftOf(start: number, end: number): Draft {
    const { quoted, item } = this.context;
    const { element } = this;
    if (element.startsWith("h")) {
      return draft("heading", start, end, { level: Number(element.slice(1)), style: "html", quoted });
    }
    if (element === "td" || element === "th") return this.cell(start, end);
    const open = this.lists.at(-1);
    if (open === undefined) return draft("paragraph", start, end, { quoted, item });
    if (open.item !== undefined) return draft("paragraph", start, end, { quoted, item: open.item });
    open.item = draft("list-item", start, end, { quoted, list: open.list, marker: start });
    return open.item;
  }

  private cell(start: number, end: number): Draft {
    const { row } = this;
    const header = this.element === "th" && row.first === undefined && row.column === this.headers.length;
    const tableHeaders = header ? [] : [this.headers[row.column], row.first].filter((cell) => cell !== undefined);
    const read = draft("table-cell", start, end, { quoted: this.context.quoted, tableHeaders });
    if (header) this.headers[row.column] = read;
    else if (row.column === 0) row.first ??= read;
    return read;
  }
}

function withoutTags(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>|&[a-z#0-9]{1,10};/gi, " ");
}

/** Behind the `>` of a tag, quoted attribute values passed over. */
function endOfTag(text: string, from: number, end: number): number {
  let quote = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return end;
}

function endOfElement(text: string, name: string, from: number, end: number): number {
  const match = new RegExp(`</${name}[^>]{0,100}>`, "i").exec(text.slice(from, end));
  return match === null ? end : from + match.index + match[0].length;
}
