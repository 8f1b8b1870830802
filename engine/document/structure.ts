import { type Draft, type DraftList, isFragment } from "./drafts";
import type { Block, Section } from "./model";
import { numberingOf } from "./titles";

/** Blocks and sections of a document. */
export interface Structure {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

interface OpenSection {
  readonly index: number;
  readonly level: number;
  /** How strong a heading without a written level is: the smaller, the higher up; 0 for a written one. */
  readonly rank: number;
  readonly kind: string;
}

/** Nests sections, and gives every block its section and introduction. */
export function structureOf(text: string, drafts: readonly Draft[]): Structure {
  const indexes = new Map<Draft, number>(drafts.map((read, index) => [read, index]));
  const introducers = introducersOf(text, drafts);
  const sections: { -readonly [key in keyof Section]: Section[key] }[] = [
    {
      index: 0,
      heading: undefined,
      parent: undefined,
      level: 0,
      span: { start: 0, end: text.length },
      isQuestion: false,
    },
  ];
  const open: OpenSection[] = [{ index: 0, level: 0, rank: 0, kind: "" }];
  const ends: number[] = [text.length];
  const lineStarts = new LineStarts(text);
  const blocks = drafts.map((read, index): Block => {
    let level = read.list?.depth ?? 0;
    if (read.kind === "heading") {
      const source = text.slice(read.start, read.end);
      const section = place(open, read, source, index === 0);
      const parent = (open.at(-1) as OpenSection).index;
      open.push({ ...section, index: sections.length });
      level = section.level;
      const start = lineStarts.before(read.start);
      sections.push({
        index: sections.length,
        heading: index,
        parent,
        level,
        span: { start, end: read.end },
        isQuestion: /\?["”’)*_\s]*$/.test(source),
      });
      ends.push(read.end);
    }
    const section = (open.at(-1) as OpenSection).index;
    ends[section] = Math.max(ends[section] as number, read.end);
    const introducer = introducers.get(read);
    return {
      kind: read.kind,
      index,
      span: { start: read.start, end: read.end },
      section,
      level,
      headingStyle: read.style,
      introducedBy: introducer === undefined ? undefined : indexes.get(introducer),
      tableHeaders: read.tableHeaders.map((header) => indexes.get(header)).filter((header) => header !== undefined),
      quoted: read.quoted,
    };
  });
  for (let index = sections.length - 1; index > 0; index -= 1) {
    const section = sections[index] as (typeof sections)[number];
    const end = ends[index] as number;
    section.span = { start: section.span.start, end };
    const parent = section.parent as number;
    ends[parent] = Math.max(ends[parent] as number, end);
  }
  return { blocks, sections };
}

/** Closes the sections that the heading ends, and gives the level of the one that it opens. */
function place(open: OpenSection[], read: Draft, source: string, isFirst: boolean): Omit<OpenSection, "index"> {
  if (read.level > 0) {
    while ((open.at(-1) as OpenSection).level >= read.level) open.pop();
    return { level: read.level, rank: 0, kind: read.style ?? "" };
  }
  const numbering = numberingOf(source);
  if (isFirst && numbering === undefined && !source.endsWith("?")) return { level: 1, rank: 0, kind: "title" };
  const kind = numbering === undefined ? "" : `${numbering.kind}${numbering.depth}`;
  let rank = rankOf(read, numbering?.depth);
  const same = open.findLastIndex((section) => section.rank > 0 && section.kind === kind && kind !== "");
  if (same > 0) {
    open.length = same + 1;
    rank = (open.pop() as OpenSection).rank;
  } else {
    while ((open.at(-1) as OpenSection).rank > rank) open.pop();
    const top = open.at(-1) as OpenSection;
    if (top.rank === rank) {
      if (numbering?.first && top.kind !== "") rank += 0.25;
      else open.pop();
    }
  }
  const top = open.at(-1) as OpenSection;
  return { level: Math.min(6, Math.max(2, top.level + 1)), rank, kind };
}

function rankOf(read: Draft, depth: number | undefined): number {
  if (read.style === "run-in") return 9;
  if (depth !== undefined) return depth;
  return read.style === "caps" ? 1 : 5;
}

/** What introduces each list item and each paragraph that continues another block. */
function introducersOf(text: string, drafts: readonly Draft[]): Map<Draft, Draft> {
  const introducers = new Map<Draft, Draft>();
  const ofList = new Map<DraftList, Draft | undefined>();
  drafts.forEach((read, index) => {
    const previous = drafts[index - 1];
    let introducer: Draft | undefined;
    if (read.list !== undefined) {
      if (!ofList.has(read.list)) ofList.set(read.list, introducerOfList(text, read.list, drafts, index, ofList));
      introducer = ofList.get(read.list);
    } else if (read.kind === "paragraph") {
      const item = read.item?.kind === "heading" ? undefined : read.item;
      introducer = item ?? introducerOfParagraph(text, read, previous, introducers);
    }
    if (introducer !== undefined) introducers.set(read, introducer);
  });
  return introducers;
}

/** The block with a colon above, also for the paragraphs that make a list without bullets below it. */
function introducerOfParagraph(
  text: string,
  read: Draft,
  previous: Draft | undefined,
  introducers: ReadonlyMap<Draft, Draft>,
): Draft | undefined {
  if (previous === undefined || !isText(previous)) return undefined;
  if (endsWithColon(text, previous)) return previous;
  if (previous.kind !== "paragraph" || previous.item !== undefined) return undefined;
  const goesOn =
    /[;,](?:\s\p{L}{2,3})?$/u.test(text.slice(previous.end - 5, previous.end)) ||
    (isFragment(text, previous, 300) && isFragment(text, read, 300));
  return goesOn ? introducers.get(previous) : undefined;
}

function introducerOfList(
  text: string,
  { parent }: DraftList,
  drafts: readonly Draft[],
  index: number,
  ofList: ReadonlyMap<DraftList, Draft | undefined>,
): Draft | undefined {
  if (parent !== undefined && parent.kind !== "heading") return parent;
  const previous = drafts[index - 1];
  if (previous === undefined) return undefined;
  if (previous.kind === "paragraph") {
    // An item that lost its bullet parts one list into two.
    const above = drafts[index - 2]?.list;
    const parted = above !== undefined && previous.end - previous.start < 200 && !endsWithColon(text, previous);
    return (parted ? ofList.get(above) : undefined) ?? previous;
  }
  if (previous.kind !== "heading" && previous.kind !== "list-item") return undefined;
  if (endsWithColon(text, previous)) return previous;
  return previous.list === undefined ? undefined : ofList.get(previous.list);
}

function isText(read: Draft): boolean {
  return read.kind === "paragraph" || read.kind === "list-item";
}

/** Whether the block's visible text ends with a colon, or one follows right behind it. */
function endsWithColon(text: string, { start, end }: Draft): boolean {
  const tail = text.slice(Math.max(start, end - 20), end + 4);
  return (
    /:(?:[*_"'”’)\s]|<\/?\w{1,6}\s?\/?>)*$/.test(text.slice(Math.max(start, end - 20), end)) ||
    /^[*_]{1,3}\s?:/.test(tail.slice(-4))
  );
}

/** Finds the starts of lines for ascending offsets; looking back from each would be quadratic in a long line. */
class LineStarts {
  private start = 0;
  private seen = 0;

  constructor(private readonly text: string) {}

  before(offset: number): number {
    for (; this.seen < offset; this.seen += 1) {
      const code = this.text.charCodeAt(this.seen);
      if (code === 10 || code === 13) this.start = this.seen + 1;
    }
    return this.start;
  }
}
