import { type Draft, type DraftList, draft, isFragment } from "./drafts";
import type { DocumentFormat } from "./model";
import { boldLine, endsWithDate, numberingOf, runIn, titleOf } from "./titles";

/** Finds the headings that are written as paragraphs and list items. */
export function findHeadings(text: string, drafts: readonly Draft[], format: DocumentFormat): Draft[] {
  const found: Draft[] = [];
  // A Markdown file without any markup for headings holds plain text, pasted from somewhere.
  const plain = format === "plaintext" || !drafts.some((read) => hasTitleMarkup(text, read));
  /** Lists of which an item was a heading: so are their other titles. */
  const ofSections = new Set<DraftList>();
  for (let index = 0; index < drafts.length; index += 1) {
    const read = drafts[index] as Draft;
    found.push(read);
    if (read.quoted || read.item !== undefined) continue;
    if (read.kind === "list-item") recogniseItem(text, drafts, index, ofSections);
    else if (read.kind === "paragraph") {
      recogniseParagraph(text, drafts, index, plain);
      if (read.kind === "paragraph") split(text, read, found);
    }
  }
  return found;
}

function hasTitleMarkup(text: string, read: Draft): boolean {
  if (read.kind === "heading") return true;
  return (
    read.kind === "paragraph" &&
    read.end - read.start <= longest &&
    boldLine(text.slice(read.start, read.end)) !== undefined
  );
}

/** A list item that stands alone above prose is a heading with a number or a bullet. */
function recogniseItem(text: string, drafts: readonly Draft[], index: number, ofSections: Set<DraftList>): void {
  const read = drafts[index] as Draft;
  const next = drafts[index + 1];
  if (read.list?.parent !== undefined || read.marker === undefined || next === undefined) return;
  const source = text.slice(read.start, Math.min(read.end, read.start + longest + 1));
  const title = titleOf(boldLine(source)?.text ?? source);
  if (title === undefined) return;
  const numbered = /^\(?[\da-zA-Z]/.test(text.slice(read.marker, read.start));
  const previous = drafts[index - 1];
  if (next.item === read || next.list?.parent === read) {
    // A numbered title with its section as the rest of the item.
    const section = next.item === read && title.words <= 10 && next.end - next.start > longest;
    if (!numbered || !(title.caps || section || ofSections.has(read.list as DraftList))) return;
    ofSections.add(read.list as DraftList);
  } else if (isNear(text, previous, read)) {
    // A list of sentences that ends with a title: the next heading has the same bullet.
    if (!isProse(text, next) || next.kind === "list-item" || !/[.;!]$/.test(text.slice(previous.start, previous.end)))
      return;
  } else {
    if (next.item !== undefined || next.list === read.list || source.endsWith(":")) return;
    if (numbered ? next.kind !== "list-item" && !standsAbove(text, drafts, index) : !isSection(text, previous, next))
      return;
  }
  if (numbered) read.start = read.marker;
  become(read, numbered ? "numbered" : "bullet");
}

/** Whether prose follows a bullet that no colon announces. */
function isSection(text: string, previous: Draft | undefined, next: Draft): boolean {
  if (next.kind !== "paragraph" || !isProse(text, next)) return false;
  return previous?.kind !== "paragraph" || text.charAt(previous.end - 1) !== ":";
}

/** Whether the item before belongs to the same list; in Markdown, each paragraph with a foreign bullet is a list. */
function isNear(text: string, previous: Draft | undefined, read: Draft): previous is Draft {
  if (previous?.kind !== "list-item" || previous.marker === undefined || read.marker === undefined) return false;
  return previous.list === read.list || text.charAt(previous.marker) === text.charAt(read.marker);
}

function recogniseParagraph(text: string, drafts: readonly Draft[], index: number, plain: boolean): void {
  const read = drafts[index] as Draft;
  const source = text.slice(read.start, Math.min(read.end, read.start + longest + 1));
  if (source.length > longest || /[\n\r]/.test(source)) return;
  const next = drafts[index + 1];
  const bold = boldLine(source);
  if (bold !== undefined) {
    if (titleOf(bold.text) === undefined || endsWithDate(bold.text)) return;
    read.start += bold.start;
    read.end = read.start + bold.text.length;
    become(read, "bold");
    return;
  }
  const title = titleOf(source);
  if (title === undefined || next === undefined) return;
  if (numberingOf(source) !== undefined) {
    if (title.words <= 14 && !isSimilar(text, next, read)) become(read, "numbered");
  } else if (title.caps) {
    if (!/\d/.test(source) && standsAbove(text, drafts, index)) become(read, "caps");
  } else if (title.question) {
    if (title.words <= 18 && isProse(text, next)) become(read, "plain");
  } else if (source.endsWith(":")) {
    if (title.words <= 8 && title.capitalised && next.kind === "paragraph" && isProse(text, next))
      become(read, "plain");
  } else if ((plain || index === 0) && title.words <= 10 && !/\d|;|: |\.$/.test(source) && source.length > 3) {
    if (next.kind === "list-item" && !title.capitalised) return;
    if (index === 0 || (isProse(text, next) && !continues(text, next) && !endsList(text, drafts, index)))
      become(read, "plain");
  }
}

/** Whether a line of capitals stands above prose or one more title; several in a row are a menu. */
function standsAbove(text: string, drafts: readonly Draft[], index: number): boolean {
  const next = drafts[index + 1] as Draft;
  if (next.kind !== "paragraph" || isProse(text, next)) return true;
  // However short, a sentence in lower case is no further title.
  if (/\p{Ll}[.!?]$/u.test(text.slice(Math.max(next.start, next.end - 2), next.end))) return true;
  const after = drafts[index + 2];
  const title = titleOf(text.slice(next.start, Math.min(next.end, next.start + longest)));
  return title !== undefined && after !== undefined && (after.kind !== "paragraph" || isProse(text, after));
}

/** Whether the block begins in the middle of a sentence. */
function continues(text: string, block: Draft): boolean {
  return block.kind === "paragraph" && /^\p{Ll}/u.test(text.slice(block.start, block.start + 2));
}

/** Whether the block is the last of several short lines that belong together: a list without bullets, or an address. */
function endsList(text: string, drafts: readonly Draft[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - longestRun; at -= 1) {
    const above = drafts[at] as Draft;
    if (above.kind !== "paragraph") return false;
    if (!isFragment(text, above, 250)) return at < index - 1 && text.charAt(above.end - 1) === ":";
    const source = text.slice(above.start, above.end);
    if (at === index - 1 && /\d/.test(source) && !endsWithDate(source)) return true;
  }
  return false;
}

/** Longer runs of short lines are menus. */
const longestRun = 30;

const longest = 200;

function become(read: Draft, style: Exclude<Draft["style"], undefined>): void {
  read.kind = "heading";
  read.style = style;
  read.list = undefined;
  read.marker = undefined;
}

/** Separates a bold title at the start of a paragraph from the paragraph. */
function split(text: string, read: Draft, found: Draft[]): void {
  const head = runIn(text.slice(read.start, Math.min(read.end, read.start + longest)));
  if (head === undefined || read.start + head.end >= read.end) return;
  const rest = draft("paragraph", read.start + head.end, read.end);
  read.end = read.start + head.start + head.text.length;
  read.start += head.start;
  become(read, "run-in");
  found.push(rest);
}

/** Whether the block is what a heading stands above: sentences, a list or a table, no further title. */
function isProse(text: string, block: Draft): boolean {
  if (block.kind !== "paragraph") return block.kind !== "heading";
  const length = block.end - block.start;
  if (length >= 100 || text.charAt(block.end - 1) === ":") return true;
  return (
    length >= 30 &&
    /[.!?:;]["'”’)\]*_]*$/.test(text.slice(block.end - 6, block.end)) &&
    titleOf(text.slice(block.start, block.end))?.question !== true
  );
}

function isSimilar(text: string, block: Draft, read: Draft): boolean {
  const own = numberingOf(text.slice(read.start, read.end));
  const other = numberingOf(text.slice(block.start, Math.min(block.end, block.start + longest)));
  return own !== undefined && other !== undefined && own.depth === other.depth && own.kind === other.kind;
}
