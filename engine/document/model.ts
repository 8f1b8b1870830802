import type { Span } from "../span";

/** The formats that the engine can read; the caller decides by file name or editor language. */
export type DocumentFormat = "markdown" | "plaintext" | "html";

/**
 * A parsed document: sections ⊃ blocks ⊃ sentences.
 * Parsing never fails; text that fits nothing becomes paragraphs.
 */
export interface PolicyDocument {
  /** The decoded text, without a leading byte-order mark. */
  readonly text: string;
  /** How the text was read: a file of plain text that holds Markdown is read as Markdown. */
  readonly format: DocumentFormat;
  /** `undefined` where the text does not begin with front matter. */
  readonly frontMatter: FrontMatter | undefined;
  /** In document order; they do not overlap. */
  readonly blocks: readonly Block[];
  /** `sections[0]` is the document itself and has no heading; every other one begins with a heading. */
  readonly sections: readonly Section[];
  /** Labels of Markdown link reference definitions and footnotes, normalised (lower case, single spaces). */
  readonly linkLabels: ReadonlySet<string>;
  /** What a page of HTML has besides its text; `undefined` for other formats. */
  readonly page: HtmlPage | undefined;
}

export interface HtmlPage {
  /** The words of `<title>`, entities resolved, with their place; `undefined` where there is none. */
  readonly title: FrontMatterValue | undefined;
  /** As the attribute `lang` of the page names it; `undefined` where it does not. */
  readonly language: string | undefined;
  /** For each block, the innermost element around it, inline ones left out. */
  readonly elements: readonly HtmlElement[];
}

/** An element that can hold paragraphs. All offsets lie between tags. */
export interface HtmlElement {
  /** In lower case; "" for the page as a whole. */
  readonly name: string;
  /** Before its opening tag. */
  readonly start: number;
  /** Behind its opening tag. */
  readonly contentStart: number;
  /** Before its closing tag, or where it ends without one. */
  readonly contentEnd: number;
  /** Behind its closing tag. */
  readonly end: number;
  /** `undefined` only for the page as a whole. */
  readonly parent: HtmlElement | undefined;
}

export interface FrontMatter {
  /** From the opening fence to the end of the closing fence's line. */
  readonly span: Span;
  /** Top-level scalar values by key; anything nested is left out. */
  readonly values: ReadonlyMap<string, FrontMatterValue>;
}

export interface FrontMatterValue {
  readonly value: string;
  /** The value as written, with its quotation marks. */
  readonly span: Span;
}

export type BlockKind = "heading" | "paragraph" | "list-item" | "table-cell" | "code";

/** How a heading was written; snippets are inserted in the document's own style. */
export type HeadingStyle = "atx" | "setext" | "html" | "bold" | "run-in" | "bullet" | "numbered" | "caps" | "plain";

/**
 * A run of prose: one paragraph, one list item's own text (nested items are blocks of their own), one table cell, one heading.
 * Front matter, HTML comments, scripts and styles are no blocks. Code blocks are kept, marked `code`, and never analysed.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Position in `PolicyDocument.blocks`. */
  readonly index: number;
  /** The source of the block, without list markers, heading markers and surrounding white space; inner markup included. */
  readonly span: Span;
  /** Index of the section that the block belongs to; a heading belongs to the section that it opens. */
  readonly section: number;
  /** Heading level 1–6, list depth from 1, otherwise 0. */
  readonly level: number;
  /** Only for headings. */
  readonly headingStyle: HeadingStyle | undefined;
  /** For a list item (or a paragraph after a colon), the block whose sentence introduces it. */
  readonly introducedBy: number | undefined;
  /**
   * For a table cell in the body: the blocks that give its meaning, i.e. its column's header cell and its row's first cell.
   * Also for the items of a list in a cell of HTML.
   */
  readonly tableHeaders: readonly number[];
  /** Whether the lines after the first may begin with `>` markers that are no prose. */
  readonly quoted: boolean;
}

export interface Section {
  readonly index: number;
  /** `undefined` only for the document itself. */
  readonly heading: number | undefined;
  /** Index of the enclosing section; `undefined` only for the document itself. */
  readonly parent: number | undefined;
  /** 0 for the document itself. */
  readonly level: number;
  /** From the heading's line to the end of the last block of the section, subsections included. */
  readonly span: Span;
  /** Whether the heading is a question, so that its words belong to the answer below. */
  readonly isQuestion: boolean;
}

/**
 * The words of a block as a reader sees them: markup, entities and soft wraps are resolved, one space for each wrap.
 * All offsets in here are relative: prose offsets to `text`, source offsets to the start of the block's span,
 * so that the same block text always gives the same projection.
 */
export interface Prose {
  readonly text: string;
  /**
   * Pairs (prose offset, source offset), ascending in both; between two pairs both advance by one per index.
   * A resolved entity or a wrap is a pair at its start and a pair after it.
   */
  readonly map: readonly number[];
  /** Sentences as prose spans, trimmed, in order, covering all visible text. */
  readonly sentences: readonly Span[];
  /** Inline markup that rules must know (what is a link is no placeholder), in source order. */
  readonly markup: readonly InlineMarkup[];
}

export type InlineMarkupKind = "link" | "image" | "autolink" | "code" | "tag" | "comment" | "strong" | "footnote";

export interface InlineMarkup {
  readonly kind: InlineMarkupKind;
  /** The whole construct in the source, relative to the block. */
  readonly source: Span;
  /** What is visible of it, as prose offsets; empty for comments, tags and images. */
  readonly prose: Span;
  /** The target of a link, image or autolink, entities resolved; `undefined` for a reference that has no definition. */
  readonly target: string | undefined;
}
