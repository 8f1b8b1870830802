import type { Span } from "../../engine/span";
import { type Cell, cellOf } from "./cells";
import type { Lines } from "./lines";

/** A line of the source, or the part of it around the focus, and what to write below it. */
export interface Excerpt {
  readonly shown: string;
  /** Columns of `shown` before the focus. */
  readonly before: number;
  /** Columns of the focus within `shown`; at least 1. */
  readonly width: number;
}

/** Shows the line where the focus begins in at most `columns` columns; what is left out is marked by "…". */
export function excerpt(lines: Lines, focus: Span, columns: number): Excerpt {
  const { text } = lines;
  const line = lines.lineAt(focus.start);
  const start = Math.min(focus.start, line.end);
  // No more than so much of a line is looked at: it may be a megabyte long.
  const reach = 2 * columns;
  const inFocus = take(text, start, Math.min(Math.max(focus.end, start), line.end, start + reach), columns - 2);
  const takeBefore = (room: number) => takeBack(text, Math.max(line.start, start - reach), start, room);
  const takeAfter = (room: number) => take(text, inFocus.end, Math.min(line.end, inFocus.end + reach), room);
  // The room left is shared out evenly, and what one side does not need goes to the other.
  const free = columns - 2 - inFocus.width;
  const before = takeBefore(Math.max(free >> 1, free - takeAfter(free).width));
  const after = takeAfter(free - before.width);
  const isCut = before.start > line.start;
  const indented = before.shown.length;
  const shownBefore = isCut ? before.shown : before.shown.replace(/^ +/, "");
  return {
    shown:
      `${isCut ? "…" : ""}${shownBefore}${inFocus.shown}${after.shown}${after.end < line.end ? "…" : ""}`.trimEnd(),
    before: (isCut ? 1 : 0) + before.width - (indented - shownBefore.length),
    width: Math.max(1, inFocus.width),
  };
}

interface Taken extends Cell {
  readonly start: number;
  readonly end: number;
}

/** Whole characters from `start` on, not beyond `end`, in at most `columns` columns. */
function take(text: string, start: number, end: number, columns: number): Taken {
  let shown = "";
  let width = 0;
  let at = start;
  while (at < end) {
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    const cell = cellOf(character);
    if (width + cell.width > columns) break;
    shown += cell.shown;
    width += cell.width;
    at += character.length;
  }
  return { shown, width, start, end: at };
}

/** Whole characters that end at `end`, not before `start`, in at most `columns` columns. */
function takeBack(text: string, start: number, end: number, columns: number): Taken {
  const parts: string[] = [];
  let width = 0;
  let at = end;
  while (at > start) {
    const isPair = at - 2 >= start && (text.codePointAt(at - 2) as number) > 0xffff;
    const cell = cellOf(text.slice(at - (isPair ? 2 : 1), at));
    if (width + cell.width > columns) break;
    parts.push(cell.shown);
    width += cell.width;
    at -= isPair ? 2 : 1;
  }
  return { shown: parts.reverse().join(""), width, start: at, end };
}
