/** One line of a text: offsets of its first and behind its last visible character, and of the line itself. */
export interface Line {
  /** Where the line begins, white space included. */
  readonly lineStart: number;
  /** Where its line end begins. */
  readonly lineEnd: number;
  /** Its first visible character; `end` for a blank line. */
  readonly start: number;
  /** Behind its last visible character. */
  readonly end: number;
}

/** The text with white space and line ends that Markdown knows, all offsets unchanged. */
export function normaliseWhiteSpace(text: string): string {
  return text
    .replace(/\r\n/g, " \n")
    .replace(/\r/g, "\n")
    .replace(/[^\S\n\t ]|[\u200b\ufeff\0]/g, " ");
}

/** The lines between `from` and the end of a normalised text. */
export function linesOf(normalised: string, from: number): Line[] {
  const lines: Line[] = [];
  const { length } = normalised;
  for (let lineStart = from; lineStart < length; ) {
    const newline = normalised.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? length : newline;
    const start = skipSpaces(normalised, lineStart, lineEnd);
    lines.push({ lineStart, lineEnd, start, end: skipSpacesBack(normalised, start, lineEnd) });
    lineStart = lineEnd + 1;
  }
  return lines;
}

/** The first index from `from` to `to` that holds no white space of a normalised text. */
export function skipSpaces(normalised: string, from: number, to: number): number {
  while (from < to && isSpace(normalised.charCodeAt(from))) from += 1;
  return from;
}

/** Behind the last character between `from` and `to` that is no white space. */
export function skipSpacesBack(normalised: string, from: number, to: number): number {
  while (to > from && isSpace(normalised.charCodeAt(to - 1))) to -= 1;
  return to;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}
