import { joinAddresses } from "./addresses";
import type { Draft } from "./drafts";
import { resolveEntities } from "./entities";
import { findHeadings } from "./headings";
import { type HtmlBlocks, type HtmlParagraph, readHtmlBlocks } from "./html-blocks";
import type { Block, FrontMatterValue, HtmlElement, HtmlPage, Section } from "./model";
import { type Structure, structureOf } from "./structure";

export { htmlMarkup } from "./html-markup";

/** The blocks of a page, and what it has besides. */
export interface HtmlDocument extends Structure {
  readonly page: HtmlPage;
}

/** Reads a page of HTML, from an offset (behind front matter) on. */
export function readHtml(text: string, from: number): HtmlDocument {
  const read = readHtmlBlocks(text, from);
  const paragraphs = ofMain(read.paragraphs);
  const gathered = read.gathered.text();
  const drafts = joinAddresses(
    gathered,
    findHeadings(
      gathered,
      paragraphs.map(({ draft }) => draft),
      "markdown",
    ),
  );
  const { blocks, sections } = structureOf(gathered, drafts);
  const places = placesOf(text, drafts, paragraphs, read);
  const ends = new Map(drafts.map((read, index) => [read.end, (places[index] as Place).span.end]));
  const placed = blocks.map((block, index): Block => ({ ...block, span: (places[index] as Place).span }));
  return {
    blocks: placed,
    sections: sections.map((section) => placeSection(section, text, drafts, places, ends)),
    page: {
      title: titleOf(text, read),
      language: read.language,
      elements: places.map(({ element }) => element),
    },
  };
}

/** So much of a page's text must lie in its main part for the rest to be left out. */
const leastInMain = 0.6;

/** The paragraphs of the main part of a page, where it is marked as such, with the title that stands above it. */
function ofMain(paragraphs: readonly HtmlParagraph[]): readonly HtmlParagraph[] {
  const lengths = new Map<HtmlElement, number>();
  let all = 0;
  for (const { main, run } of paragraphs) {
    const length = run.end - run.start;
    all += length;
    if (main !== undefined) lengths.set(main, (lengths.get(main) ?? 0) + length);
  }
  for (const [main, length] of lengths) {
    if (length < leastInMain * all) continue;
    return paragraphs.filter(({ main: own, draft, run }) => {
      return own === main || (draft.kind === "heading" && draft.level === 1 && run.sourceStart < main.start);
    });
  }
  return paragraphs;
}

interface Place {
  readonly span: { readonly start: number; readonly end: number };
  readonly element: HtmlElement;
}

/** Where the blocks, which have their places in the gathered text, stand in the source. */
function placesOf(
  text: string,
  drafts: readonly Draft[],
  paragraphs: readonly HtmlParagraph[],
  { gathered }: HtmlBlocks,
): Place[] {
  let index = 0;
  return drafts.map((read) => {
    while ((paragraphs[index] as HtmlParagraph).run.end <= read.start) index += 1;
    const { run: first, element } = paragraphs[index] as HtmlParagraph;
    let last = first;
    for (let next = index + 1; last.end < read.end; next += 1) last = (paragraphs[next] as HtmlParagraph).run;
    const isHeading = read.kind === "heading";
    const visible = gathered.sourceOf(read.start);
    const start = isHeading ? visible : read.start > first.start ? withTags(text, visible) : first.sourceStart;
    const end =
      isHeading || read.end < last.end ? Math.min(gathered.sourceEndOf(read.end), last.visibleEnd) : last.sourceEnd;
    return { span: { start, end }, element };
  });
}

const longestTag = 1000;

/** The start of the tags that open right before an offset in the middle of a paragraph. */
function withTags(text: string, offset: number): number {
  let start = offset;
  for (;;) {
    const before = text.slice(Math.max(0, start - longestTag), start);
    const tag = /<(?!br\b)[a-z][^<>]*>\s*$/i.exec(before);
    if (tag === null) return start;
    start -= tag[0].length;
  }
}

/** The section with its place in the source: from before its heading's element. */
function placeSection(
  section: Section,
  text: string,
  drafts: readonly Draft[],
  places: readonly Place[],
  ends: ReadonlyMap<number, number>,
): Section {
  const { heading } = section;
  if (heading === undefined) return { ...section, span: { start: 0, end: text.length } };
  const { element, span } = places[heading] as Place;
  const before = places[heading - 1]?.span.end ?? 0;
  const start = element.start >= before ? Math.min(element.start, span.start) : span.start;
  const end = ends.get(section.span.end) ?? (drafts[heading] as Draft).end;
  return { ...section, span: { start, end } };
}

function titleOf(text: string, { title }: HtmlBlocks): FrontMatterValue | undefined {
  if (title === undefined) return undefined;
  const written = text.slice(title.start, title.end);
  const value = resolveEntities(written).replace(/\s+/g, " ").trim();
  if (value === "") return undefined;
  const start = title.start + written.length - written.trimStart().length;
  return { value, span: { start, end: start + written.trim().length } };
}
