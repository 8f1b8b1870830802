import type { Prose } from "../document/model";
import { overlaps, type Span } from "../span";

export type InvisibleKind =
  /** Takes no room: zero-width spaces and joiners. */
  | "zero-width"
  /** A soft hyphen where no word can be divided. */
  | "soft-hyphen"
  /** Turns the direction of the text around. */
  | "direction"
  /** Letters that nobody sees, of the block of tags. */
  | "hidden-text";

/** A character that nobody sees and that programs read. */
export interface InvisibleCharacter {
  /** Relative to the block's source where found, absolute in an `Analysis`. */
  readonly span: Span;
  readonly kind: InvisibleKind;
  /** Its code points as they are printed: "U+200B". */
  readonly name: string;
}

const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0001}-\u{e007f}]+/gu;

/** Scripts that join letters, or are written from right to left. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Mongolian}]/u;

/** The invisible characters of a block that do no work there, in source order. */
export function findInvisible(source: string, prose: Prose): readonly InvisibleCharacter[] {
  if (source.search(invisible) < 0) return [];
  // Whoever writes in such a script needs them, and a line of nothing else is a gap between paragraphs.
  if (joining.test(source) || prose.text.trim() === "") return [];
  const found: InvisibleCharacter[] = [];
  const hidden = prose.markup
    .filter(({ kind }) => kind === "code" || kind === "tag" || kind === "comment")
    .map((mark) => mark.source);
  for (const match of source.matchAll(invisible)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const kind = kindOf(source, span);
    if (kind === undefined || hidden.some((code) => overlaps(code, span))) continue;
    found.push({ span, kind, name: nameOf(match[0]) });
  }
  return found;
}

/** `undefined` where the characters do what they are for. */
function kindOf(source: string, { start, end }: Span): InvisibleKind | undefined {
  const characters = source.slice(start, end);
  const before = source.slice(Math.max(0, start - 2), start);
  const after = source.slice(end, end + 2);
  if (/[\u{e0001}-\u{e007f}]/u.test(characters)) {
    // The flags of England, Scotland and Wales.
    return before === "\u{1f3f4}" ? undefined : "hidden-text";
  }
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(characters)) return "direction";
  const inAddress = isInAddress(source, start, end);
  if (/^\u00ad+$/.test(characters)) {
    // It divides a word at the end of a line, and an address nowhere.
    if (inAddress) return "soft-hyphen";
    return /\p{L}$/u.test(before) && /^[\p{L}\r\n]/u.test(after) ? undefined : "soft-hyphen";
  }
  // Emoji are joined by it.
  if (/\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}]/u.test(before + after)) return undefined;
  // Where a long word may be broken.
  if (/^\u200b$/.test(characters) && !inAddress && /[/_.\-–—|]$/.test(before) && /^\S/.test(after)) return undefined;
  // What keeps a line from being broken.
  if (/^[\u2060\ufeff]$/.test(characters) && /[-–—/]$/.test(before) && /^\S/.test(after)) return undefined;
  return "zero-width";
}

function isInAddress(source: string, start: number, end: number): boolean {
  const before = /[^\s<>()]{0,80}$/.exec(source.slice(Math.max(0, start - 80), start))?.[0] ?? "";
  const after = /^[^\s<>()]{0,80}/.exec(source.slice(end, end + 80))?.[0] ?? "";
  return /@|:\/\/|www\./.test(before + after);
}

function nameOf(characters: string): string {
  const names = new Set(
    [...characters].map((one) => `U+${(one.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`),
  );
  return [...names].slice(0, 3).join(", ");
}
