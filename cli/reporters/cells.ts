// Text as a terminal shows it: how many columns a character takes, and what may not reach the terminal as it is.

/** What one character looks like, and in how many columns. */
export interface Cell {
  readonly shown: string;
  readonly width: number;
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]$/u;
// Characters that turn the direction of what follows would show another text than there is.
const directions = /^[\u202A-\u202E\u2066-\u2069]$/;

/** The cell of a character, which is one code point. */
export function cellOf(character: string): Cell {
  const code = character.codePointAt(0) as number;
  if (code >= 0x20 && code < 0x7f) return { shown: character, width: 1 };
  if (character === "\t") return { shown: "    ", width: 4 };
  // U+2400 and what follows are pictures of the control characters.
  if (code < 0x20) return { shown: String.fromCharCode(0x2400 + code), width: 1 };
  if (code === 0x7f) return { shown: "\u2421", width: 1 };
  if (code < 0xa0 || directions.test(character) || (code >= 0xd800 && code <= 0xdfff)) {
    return { shown: "\uFFFD", width: 1 };
  }
  if (zeroWidth.test(character)) return { shown: character, width: 0 };
  return { shown: character, width: wide.test(character) ? 2 : 1 };
}

/** One line of text that cannot steer the terminal. */
export function printable(text: string): string {
  let shown = "";
  for (const character of text) shown += character === "\n" ? " " : cellOf(character).shown;
  return shown;
}

/** In columns. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cellOf(character).width;
  return width;
}
