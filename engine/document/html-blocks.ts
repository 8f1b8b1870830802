import { type Draft, type DraftList, draft } from "./drafts";
import { headingNames, headNames, isBlock, isEmpty, isSilent, isSlot, scopes } from "./html-elements";
import { type OpenElement, openElement, pageElement } from "./html-open";
import { OpenElements } from "./html-stack";
import { beginsWithBullet, type HtmlRun, HtmlText } from "./html-text";
import { type HtmlEvents, type HtmlTag, readTokens } from "./html-tokens";
import type { HtmlElement } from "./model";

/** A paragraph of a page; `draft` has its place in the gathered text, `run` that in the source too. */
export interface HtmlParagraph {
  readonly draft: Draft;
  readonly run: HtmlRun;
  readonly element: HtmlElement;
  /** The `<main>` or else the `<article>` around it, the outermost one. */
  readonly main: HtmlElement | undefined;
}

export interface HtmlBlocks {
  readonly paragraphs: readonly HtmlParagraph[];
  readonly gathered: HtmlText;
  /** The place of the words of `<title>`. */
  readonly title: { readonly start: number; readonly end: number } | undefined;
  readonly language: string | undefined;
}

/** Reads the elements of a page, from an offset on, into paragraphs; takes linear time. */
export function readHtmlBlocks(text: string, from: number): HtmlBlocks {
  const reader = new HtmlReader(text, from);
  readTokens(text, from, reader);
  reader.finish();
  return reader;
}

/** What an opening tag closes, if it was left open, and within what. */
const implied: ReadonlyMap<string, { readonly closes: readonly string[]; readonly within: readonly string[] }> =
  new Map(
    [
      { names: ["li"], closes: ["li"], within: ["ul", "ol", "menu", "dir"] },
      { names: ["dt", "dd"], closes: ["dt", "dd"], within: ["dl"] },
      { names: ["td", "th"], closes: ["td", "th"], within: ["tr", "table"] },
      { names: ["tr"], closes: ["td", "th", "tr"], within: ["table"] },
      {
        names: ["tbody", "thead", "tfoot"],
        closes: ["td", "th", "tr", "tbody", "thead", "tfoot", "caption"],
        within: ["table"],
      },
    ].flatMap(({ names, ...rest }) => names.map((name) => [name, rest] as const)),
  );

/** Parts of a table: their closing tags reach beyond cells, up to the table. */
const tableParts: ReadonlySet<string> = new Set(["table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"]);

class HtmlReader implements HtmlEvents, HtmlBlocks {
  readonly paragraphs: HtmlParagraph[] = [];
  readonly gathered: HtmlText;
  title: HtmlBlocks["title"];
  language: string | undefined;
  private readonly page: OpenElement;
  private readonly elements = new OpenElements<OpenElement>((element) => this.closed(element));
  /** What is bold from end to end. */
  private readonly bold = new Set<Draft>();
  private boldDepth = 0;
  /** The list that the paragraphs before make whose bullets are written. */
  private bullets: DraftList | undefined;

  constructor(
    private readonly source: string,
    from: number,
  ) {
    this.gathered = new HtmlText(source);
    this.page = pageElement(from, source.length);
  }

  private get top(): OpenElement {
    return this.elements.top ?? this.page;
  }

  words(start: number, end: number): void {
    if (this.top.name === "title") {
      if (this.top.parent?.name !== "svg") this.title ??= { start, end };
      return;
    }
    // A head that nobody closed ends with the first words.
    if (this.top.name === "head" && /\S/.test(this.source.slice(start, end))) this.closeTop(start);
    const { isSilent: isHidden, isOnlyTitles, holder, isPreformatted } = this.top;
    if (isHidden || (isOnlyTitles && holder.kind !== "heading")) return;
    let from = start;
    if (isPreformatted) {
      // What is set like a typed page has empty lines between its paragraphs.
      for (const { index, 0: gap } of this.source.slice(start, end).matchAll(/\n[ \t\r]*\n\s*/g)) {
        this.add(from, start + index);
        this.flush();
        from = start + index + gap.length;
      }
    }
    this.add(from, end);
  }

  comment(): void {}

  tag(tag: HtmlTag): void {
    if (isSlot(tag)) this.words(tag.start, tag.end);
    else if (tag.name === "br") this.break();
    else if (tag.closing) this.close(tag);
    else this.open(tag);
  }

  /** Closes what is still open at the end of the text. */
  finish(): void {
    this.flush();
    this.closeAt(0, this.source.length);
  }

  private add(start: number, end: number): void {
    const { holder } = this.top;
    if (this.gathered.isAtBreak && beginsWithBullet(this.source.slice(start, Math.min(end, start + 100)))) this.flush();
    if (this.gathered.isEmpty && holder.kind === "item" && holder.first === undefined) {
      this.gathered.mark(holder.list.isOrdered ? `${holder.list.items}. ` : "• ");
    }
    this.gathered.add(start, end, this.boldDepth > 0 && holder.kind !== "heading");
  }

  private break(): void {
    if (this.top.isSilent) return;
    if (this.top.holder.kind === "heading") this.gathered.space();
    else if (this.gathered.break()) this.flush();
  }

  private open(tag: HtmlTag): void {
    const { name } = tag;
    const block = isBlock(name);
    if (block) {
      this.flush();
      this.closeImplied(name, tag.start);
    }
    if (this.top.name === "head" && !headNames.has(name)) this.closeTop(tag.start);
    if (name === "html" || name === "body") {
      this.language ??= tag.attributes.get("lang") ?? tag.attributes.get("xml:lang");
    }
    const parent = this.top;
    if (!block && !parent.isSilent && !isSilent(tag)) this.gathered.openTag(tag.start);
    if (isEmpty(name) || (tag.selfClosing && name !== "script" && name !== "style")) return;
    const opened = openElement(tag, parent, this.source.length);
    if (opened.isBold) this.boldDepth += 1;
    this.elements.push(opened);
  }

  private close({ name, start, end }: HtmlTag): void {
    const block = isBlock(name);
    if (block) this.flush();
    if (this.elements.takeTooDeep(name)) return;
    if (name === "body" || name === "html") {
      // What follows is shown all the same.
      const index = this.elements.find(name, () => false);
      if (index >= 0) Object.assign(this.elements.open[index] as OpenElement, { contentEnd: start, end });
    } else if (block) this.closeBlock(name, start, end);
    else this.closeInline(name, start, end);
  }

  private closeBlock(name: string, start: number, end: number): void {
    const { open } = this.elements;
    const isLimit = tableParts.has(name)
      ? (element: OpenElement) => element.name === "table"
      : (element: OpenElement) => scopes.has(element.name);
    let index = this.elements.find(name, isLimit);
    // `<h2>…</h3>` is closed all the same.
    if (index < 0 && headingNames.has(name)) index = open.findLastIndex((element) => headingNames.has(element.name));
    if (index < 0) return;
    const closed = open[index] as OpenElement;
    this.closeAt(index, start);
    closed.end = end;
  }

  private closeInline(name: string, start: number, end: number): void {
    const { open } = this.elements;
    const index = this.elements.find(name, (element) => scopes.has(element.name));
    if (index < 0) return;
    const closed = open[index] as OpenElement;
    for (let at = index + 1; at < open.length; at += 1) {
      if (!(open[at] as OpenElement).isBlock) continue;
      // Paragraphs that were opened within are still open: it only stops to be bold.
      if (closed.isBold) this.boldDepth -= 1;
      closed.isBold = false;
      return;
    }
    this.closeAt(index, start);
    if (!closed.isSilent) this.gathered.closeTag(end);
  }

  private closeImplied(name: string, at: number): void {
    const rule = implied.get(name);
    if (rule !== undefined) {
      for (const other of rule.closes) {
        const index = this.elements.find(other, (element) => rule.within.includes(element.name));
        if (index >= 0) this.closeAt(index, at);
      }
    }
    const paragraph = this.elements.find("p", (element) => scopes.has(element.name));
    if (paragraph >= 0) this.closeAt(paragraph, at);
    if (headingNames.has(name) && headingNames.has(this.top.name)) this.closeTop(at);
  }

  private closeTop(at: number): void {
    this.closeAt(this.elements.open.length - 1, at);
  }

  /** Closes the element at an index and those within it, none of which has a closing tag before `at`. */
  private closeAt(index: number, at: number): void {
    const { open } = this.elements;
    for (let inner = index; inner < open.length; inner += 1) {
      const element = open[inner] as OpenElement;
      element.contentEnd = Math.min(element.contentEnd, at);
      element.end = Math.min(element.end, at);
    }
    this.elements.closeFrom(index);
  }

  private closed(element: OpenElement): void {
    if (element.isBold) this.boldDepth -= 1;
    if (element.name === "table") element.table?.close((read) => this.bold.has(read));
  }

  /** Ends the paragraph. */
  private flush(): void {
    const run = this.gathered.end();
    if (run === undefined) return;
    const { top } = this;
    const isBulleted = run.isBulleted && top.holder.kind === "text";
    this.bullets = isBulleted ? (this.bullets ?? { parent: undefined, depth: 1 }) : undefined;
    const read = this.draftOf(run, top);
    if (run.isBold) this.bold.add(read);
    top.cell?.drafts.push(read);
    this.paragraphs.push({ draft: read, run, element: top.block ?? this.page, main: top.main });
  }

  private draftOf({ start, end, marker }: HtmlRun, { holder, cell }: OpenElement): Draft {
    const tableHeaders = cell?.headers ?? [];
    switch (holder.kind) {
      case "heading":
        return draft("heading", start, end, { level: holder.level, style: "html" });
      case "item": {
        if (holder.first !== undefined) return draft("paragraph", start, end, { item: holder.first, tableHeaders });
        holder.first = draft("list-item", start, end, { list: holder.list.draftList, marker, tableHeaders });
        return holder.first;
      }
      case "term":
        holder.terms.last = draft("paragraph", start, end);
        return holder.terms.last;
      case "description":
        return draft("paragraph", start, end, { item: holder.terms.last, tableHeaders });
      default:
        if (this.bullets !== undefined)
          return draft("list-item", start, end, { list: this.bullets, marker, tableHeaders });
        return draft("paragraph", start, end, { tableHeaders });
    }
  }
}
