import { type Draft, type DraftList, draft } from "./drafts";
import type { Line } from "./lines";

/** How a document breaks its lines. */
export interface Wrapping {
  /** The width at which lines are wrapped by hand; `undefined` where each line is a paragraph. */
  readonly width: number | undefined;
  /** Whether lines that are not separated by a blank one belong together unless one begins a list item, as in Markdown. */
  readonly keepParagraphs?: boolean;
}

/** Lines of this length were not broken by hand. */
const unwrapped = 160;

/** Decides by the lengths of the lines whether the text is wrapped. */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  let long = 0;
  let all = 0;
  const lengths: number[] = [];
  for (const { start, end } of lines) {
    const length = end - start;
    if (length === 0) continue;
    all += length;
    if (length > unwrapped) long += length;
    else lengths.push(length);
  }
  if (long * 3 > all) return { width: undefined };
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return { width: width < 40 ? undefined : width };
}

interface OpenList {
  readonly list: DraftList;
  readonly kind: string;
  readonly indent: number;
  item: Draft;
  /** Where the text of the item begins in its line. */
  textIndent: number;
}

/** Reads lines without Markdown's block structure into paragraphs, list items and underlined headings. */
export function readLines(text: string, lines: readonly Line[], wrapping: Wrapping): Draft[] {
  const drafts: Draft[] = [];
  const lists: OpenList[] = [];
  let current: Draft | undefined;
  let previous: Line | undefined;
  /** A line that holds a bullet only; its text is on the next one. */
  let bullet: { readonly marker: Marker; readonly line: Line } | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    const { start, end } = line;
    if (start === end || isAttributeList(text, line)) {
      current = undefined;
      continue;
    }
    if (bullet !== undefined) {
      current = addItem(drafts, lists, { ...bullet.marker, end: start }, { ...bullet.line, end });
      bullet = undefined;
      previous = line;
      continue;
    }
    if (isBullet(text, line)) {
      bullet = { marker: { kind: text.slice(start, end), end }, line };
      current = undefined;
      continue;
    }
    if (isRule(text, line)) {
      const underline = text.charAt(start);
      if (current !== undefined && current.start === previous?.start && (underline === "=" || underline === "-")) {
        Object.assign(current, { kind: "heading", style: "setext", level: underline === "=" ? 1 : 2, list: undefined });
      }
      current = undefined;
      continue;
    }
    const marker = markerOf(text, line);
    if (marker !== undefined) {
      current = addItem(drafts, lists, marker, line);
    } else if (
      current !== undefined &&
      previous !== undefined &&
      joins(text, previous, line, lines[index + 1], wrapping)
    ) {
      current.end = end;
    } else {
      const open = lists.at(-1);
      const indent = start - line.lineStart;
      const item = open !== undefined && indent >= open.textIndent && indent > 0 ? open.item : undefined;
      if (item === undefined) lists.length = 0;
      current = draft("paragraph", start, end, { item });
      drafts.push(current);
    }
    previous = line;
  }
  return drafts;
}

function addItem(drafts: Draft[], lists: OpenList[], marker: Marker, line: Line): Draft {
  const indent = line.start - line.lineStart;
  const known = lists.findLastIndex((open) => open.kind === marker.kind && Math.abs(open.indent - indent) <= 1);
  if (known >= 0) lists.length = known + 1;
  else while (lists.length > 0 && (lists.at(-1) as OpenList).indent > indent) lists.pop();
  const item = draft("list-item", marker.end, line.end, { marker: line.start });
  if (known < 0) {
    const parent = lists.at(-1)?.item;
    const list = { parent, depth: lists.length + 1 };
    lists.push({ list, kind: marker.kind, indent, item, textIndent: 0 });
  }
  const open = lists.at(-1) as OpenList;
  open.item = item;
  open.textIndent = marker.end - line.lineStart;
  item.list = open.list;
  drafts.push(item);
  return item;
}

interface Marker {
  readonly kind: string;
  /** Where the text of the item begins. */
  readonly end: number;
}

const markers: readonly (readonly [string | undefined, RegExp])[] = [
  [undefined, /^([•·●▪▫◦○■□►▶➢➤✓✔❖\uf0b7\uf0a7–—*+-]|o(?=\s{2}))\s+(?=\S)/],
  [undefined, /^([•●▪◦■])(?=\p{L})/u],
  ["1.", /^\d{1,3}\.\s+(?=\S)/],
  ["1)", /^\(?\d{1,3}\)\s+(?=\S)/],
  ["i)", /^\(?[ivx]{2,5}\)\s+(?=\S)/],
  ["a)", /^\(?[a-z]\)\s+(?=\S)/],
  ["A)", /^\(?[A-Z]\)\s+(?=\S)/],
  ["a.", /^[a-z]\.\s+(?=\S)/],
];

function markerOf(text: string, line: Line): Marker | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + 40));
  for (const [kind, pattern] of markers) {
    const match = pattern.exec(head);
    if (match !== null) return { kind: kind ?? (match[1] as string), end: line.start + match[0].length };
  }
  return undefined;
}

/** Whether the line is a bullet and nothing else. */
function isBullet(text: string, { start, end }: Line): boolean {
  return end - start === 1 && /[•·●▪■o\uf0b7\uf0a7]/.test(text.charAt(start));
}

/** Attributes that some Markdown dialects give a paragraph on a line of their own, such as `{: #retention }`. */
function isAttributeList(text: string, { start, end }: Line): boolean {
  return text.startsWith("{:", start) && text.charAt(end - 1) === "}";
}

/** Whether the line consists of three or more marks that only draw a line. */
function isRule(text: string, { start, end }: Line): boolean {
  if (end - start < 3) return false;
  for (let at = start; at < end; at += 1) if (!"=-_*~#/+. ".includes(text.charAt(at))) return false;
  return true;
}

/** Whether `line` goes on with what `previous` begins. */
function joins(text: string, previous: Line, line: Line, next: Line | undefined, wrapping: Wrapping): boolean {
  if (wrapping.keepParagraphs) return true;
  const ended = /[.!?:;]["'”’)\]]*$/.test(text.slice(Math.max(previous.start, previous.end - 4), previous.end));
  const lower = /^["'“‘(]?\p{Ll}/u.test(text.slice(line.start, line.start + 3));
  const { width } = wrapping;
  if (width === undefined) {
    return !ended && lower && (previous.end - previous.start > 30 || line.end - line.start > 60);
  }
  if (!ended && (lower || isOpenEnd(text, previous))) return true;
  if (ended && next !== undefined && isTitleAbove(text, line, next, width)) return false;
  const word = /^\S{1,40}/.exec(text.slice(line.start, line.start + 40))?.[0].length ?? 0;
  return previous.end - previous.start + 1 + word >= width * 0.85;
}

/** Whether a line ends with a word that never ends a title or a sentence. */
function isOpenEnd(text: string, { start, end }: Line): boolean {
  return /\s(?:an?|the|of|to|and|or|with|for|by|in|on|at|from|that|which|your|our|their|its|any|these|such)$/.test(
    text.slice(Math.max(start, end - 8), end),
  );
}

/** Whether a line looks like a title that stands above a paragraph, without a blank line around. */
function isTitleAbove(text: string, line: Line, next: Line, width: number): boolean {
  if (line.end - line.start > width * 0.6 || next.start === next.end) return false;
  return (
    /^\p{Lu}[^.,;:!]*$/u.test(text.slice(line.start, line.end)) &&
    /^\p{Lu}/u.test(text.slice(next.start, next.start + 2))
  );
}
