import type { Span } from "../../engine/span";
import type { Position, Range } from "../output";

/** The lines of one text; asking for a place takes logarithmic time. */
export interface Lines {
  readonly text: string;
  position(offset: number): Position;
  range(span: Span): Range;
  /** The line that holds the offset, without its line end; an offset within a line end belongs to the line before. */
  lineAt(offset: number): Span;
}

export function createLines(text: string): Lines {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  const lineOf = (offset: number) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const position = (offset: number): Position => {
    const line = lineOf(offset);
    return { line: line + 1, column: offset - (starts[line] as number) + 1, offset };
  };
  return {
    text,
    position,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
    lineAt(offset) {
      const line = lineOf(offset);
      const start = starts[line] as number;
      let end = starts[line + 1] ?? text.length;
      if (line + 1 < starts.length) end -= text[end - 2] === "\r" && text[end - 1] === "\n" ? 2 : 1;
      return { start, end };
    },
  };
}
