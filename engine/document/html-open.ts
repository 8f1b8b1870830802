import type { Draft, DraftList } from "./drafts";
import { headingNames, isBlock, isBold, isSilent } from "./html-elements";
import { type HtmlCell, HtmlTable } from "./html-tables";
import type { HtmlTag } from "./html-tokens";
import type { HtmlElement } from "./model";

/** What a paragraph is by the elements around it. */
export type Holder =
  | { readonly kind: "heading"; readonly level: number }
  | { readonly kind: "item"; readonly list: HtmlList; first: Draft | undefined }
  | { readonly kind: "term" | "description"; readonly terms: { last: Draft | undefined } }
  | { readonly kind: "text" };

/** A list that is being read. */
export interface HtmlList {
  readonly draftList: DraftList;
  readonly isOrdered: boolean;
  /** How many items were opened. */
  items: number;
}

/** An element that is open, with what it takes over from those around it. */
export interface OpenElement extends HtmlElement {
  contentEnd: number;
  end: number;
  readonly isBlock: boolean;
  /** Itself or the nearest element around it that is no inline one; `undefined` for the page. */
  readonly block: HtmlElement | undefined;
  isBold: boolean;
  /** Whether nothing in it is text of the policy. */
  readonly isSilent: boolean;
  /** Whether only headings in it are: the head of a page holds its title among other things. */
  readonly isOnlyTitles: boolean;
  readonly isPreformatted: boolean;
  readonly holder: Holder;
  readonly list: HtmlList | undefined;
  readonly terms: { last: Draft | undefined } | undefined;
  readonly table: HtmlTable | undefined;
  readonly cell: HtmlCell | undefined;
  /** As in `HtmlParagraph`. */
  readonly main: HtmlElement | undefined;
  /** Whether it lies in a part of the page that may have a header of its own. */
  readonly isInSection: boolean;
}

/** What is around all elements. */
export function pageElement(start: number, end: number): OpenElement {
  return {
    name: "",
    start,
    contentStart: start,
    contentEnd: end,
    end,
    parent: undefined,
    block: undefined,
    isBlock: true,
    isBold: false,
    isSilent: false,
    isOnlyTitles: false,
    isPreformatted: false,
    holder: { kind: "text" },
    list: undefined,
    terms: undefined,
    table: undefined,
    cell: undefined,
    main: undefined,
    isInSection: false,
  };
}

const lists: ReadonlySet<string> = new Set(["ul", "ol", "menu", "dir"]);

/** The element that a tag opens within another one; `length` is that of the text. */
export function openElement(tag: HtmlTag, outer: OpenElement, length: number): OpenElement {
  const { name, attributes } = tag;
  const role = attributes.get("role") ?? "";
  const isMain = name === "main" || role === "main" || name === "article";
  const isAround = outer.main === undefined && !isMain;
  // The titles of what unfolds are buttons, as a rule.
  const isTitle = name === "button" && outer.holder.kind === "heading";
  const isOwn =
    (isSilent(tag) && !isTitle) || (isAround && isMarginal(name, role)) || name === "head" || name === "title";
  const isHidden = outer.isSilent || isOwn;
  const block = isBlock(name);
  const opened: { -readonly [Key in keyof OpenElement]: OpenElement[Key] } = {
    ...outer,
    name,
    start: tag.start,
    contentStart: tag.end,
    contentEnd: length,
    end: length,
    parent: outer.block ?? (outer.parent === undefined ? outer : outer.parent),
    isBlock: block,
    isBold: !isHidden && isBold(tag),
    isSilent: isHidden,
    isOnlyTitles: outer.isOnlyTitles || (isAround && !outer.isInSection && (name === "header" || role === "banner")),
    isPreformatted: outer.isPreformatted || name === "pre",
    isInSection: outer.isInSection || isMain || name === "section",
  };
  if (block) opened.block = opened;
  if (isMain) opened.main ??= opened;
  if (!isHidden) {
    if (name === "table" || outer.table !== undefined) placeInTable(tag, role, outer, opened);
    hold(tag, role, outer, opened);
  }
  return opened;
}

/** Whether the element stands beside the text of a page, unless it is part of an article. */
function isMarginal(name: string, role: string): boolean {
  return name === "footer" || name === "aside" || role === "contentinfo" || role === "complementary";
}

type Writable = { -readonly [Key in keyof OpenElement]: OpenElement[Key] };

function placeInTable({ name, attributes }: HtmlTag, role: string, outer: OpenElement, opened: Writable): void {
  const { table } = outer;
  if (name === "table") {
    if (table !== undefined) table.isLayout = true;
    opened.table = new HtmlTable();
    opened.table.isLayout = role === "presentation" || role === "none";
    opened.cell = undefined;
    opened.list = undefined;
    opened.holder = { kind: "text" };
  } else if (table === undefined) return;
  else if (name === "thead" || name === "tbody" || name === "tfoot") table.isInHead = name === "thead";
  else if (name === "tr") table.openRow();
  else if (name === "td" || name === "th") {
    const [columns, rows] = [count(attributes.get("colspan")), count(attributes.get("rowspan"))];
    opened.cell = table.openCell(name === "th", columns, rows);
    opened.list = undefined;
    opened.holder = { kind: "text" };
  }
}

function hold({ name, attributes }: HtmlTag, role: string, outer: OpenElement, opened: Writable): void {
  const { holder, list, terms } = outer;
  if (headingNames.has(name) || role === "heading") {
    const level = headingNames.has(name) ? Number(name.charAt(1)) : count(attributes.get("aria-level") ?? "2");
    opened.holder = { kind: "heading", level: Math.min(6, level) };
    if (outer.table !== undefined) outer.table.isLayout = true;
  } else if (name === "summary") opened.holder = { kind: "heading", level: 0 };
  else if (lists.has(name)) {
    const parent = holder.kind === "item" ? holder.first : undefined;
    const depth = (list?.draftList.depth ?? 0) + 1;
    opened.list = { draftList: { parent, depth }, isOrdered: name === "ol", items: 0 };
  } else if (name === "li" && list !== undefined) {
    list.items += 1;
    opened.holder = { kind: "item", list, first: undefined };
  } else if (name === "dl") opened.terms = { last: undefined };
  else if (name === "dt" && terms !== undefined) opened.holder = { kind: "term", terms };
  else if (name === "dd" && terms !== undefined) opened.holder = { kind: "description", terms };
}

/** A number of columns, rows or the like that an attribute gives; 1 where it gives none. */
function count(value: string | undefined): number {
  const number = Number.parseInt(value ?? "", 10);
  return number >= 1 ? Math.min(number, 1000) : 1;
}
