/** What the words of a title tell. */
export interface Title {
  readonly words: number;
  readonly caps: boolean;
  readonly question: boolean;
  /** Whether every longer word begins with a capital. */
  readonly capitalised: boolean;
}

/** Reads a line as a title; `undefined` where it is too long, ends like a sentence or holds an address. */
export function titleOf(line: string): Title | undefined {
  if (line.length > 200) return undefined;
  const text = line.replace(/[*_]{1,3}$/, "").trim();
  if (text.length < 3 || text.length > 150 || /[@]|https?:|www\.|\]\(/.test(text)) return undefined;
  if (!/^[^\p{Ll}]/u.test(text) || !/\p{L}{2}/u.test(text)) return undefined;
  const question = text.endsWith("?");
  if (/[,;]$/.test(text) || /[.!?]["”’)]?\s+\p{L}{2}/u.test(text.replace(numbering, ""))) return undefined;
  const words = text.split(/\s+/).length;
  if (/[.!]$/.test(text) && words > 5) return undefined;
  const letters = text.replace(/[^\p{L}]/gu, "");
  return {
    words,
    question,
    capitalised: !/(?<!\p{L})\p{Ll}\p{L}{3}/u.test(text),
    caps: letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
  };
}

const numbering =
  /^(?:(\p{Lu}\p{L}{2,9})\s)?(\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5}|[A-Z])(?:\\?([.):])|(?=\s))\s*(?=[^\s\d])/u;

/** How deep a heading's number is ("1." is 1, "1.2" is 2) and which kind of figures it has. */
export interface Numbering {
  readonly depth: number;
  readonly kind: "arabic" | "roman" | "letter";
  /** Whether the number begins a count. */
  readonly first: boolean;
}

/** Reads the number that a title begins with. */
export function numberingOf(title: string): Numbering | undefined {
  const match = numbering.exec(title);
  if (match === null) return undefined;
  const figures = match[2] as string;
  const word = match[1] !== undefined;
  const punctuated = match[3] !== undefined;
  if (/\d/.test(figures)) {
    const parts = figures.split(".");
    if (!punctuated && !word && parts.length === 1) return undefined;
    return { depth: parts.length, kind: "arabic", first: parts.at(-1) === "1" || parts.at(-1) === "0" };
  }
  if (!punctuated) return undefined;
  if (/^[IVX]+$/.test(figures)) return { depth: 1, kind: "roman", first: figures === "I" };
  return { depth: 1, kind: "letter", first: figures === "A" };
}

/** Whether a line ends with a date, as "Last updated" lines do; a year alone may belong to a title. */
export function endsWithDate(line: string): boolean {
  return /(?:\d\D+|:.*)\b(?:19|20)\d\d\W*$/.test(line);
}

/** A part of a paragraph, relative to it. */
export interface Part {
  readonly start: number;
  readonly text: string;
}

const boldMarks = /^(\*\*\*|\*\*|__|<(?:b|strong)>)/i;

/** The title of a line that is bold from end to end, a colon behind it allowed. */
export function boldLine(line: string): Part | undefined {
  const bold = boldStart(line);
  if (bold === undefined || !/^\s*:?\s*(?:<br\s*\/?>|\\)?\s*$/i.test(line.slice(bold.end))) return undefined;
  return { start: bold.start, text: bold.text };
}

/** A bold title at the start of a paragraph, and where the paragraph goes on. */
export function runIn(paragraph: string): (Part & { readonly end: number }) | undefined {
  const bold = boldStart(paragraph);
  if (bold === undefined) return undefined;
  const title = titleOf(bold.text);
  if (title === undefined || endsWithDate(bold.text)) return undefined;
  const after =
    /^(?:[ \t]*(?:[:.]|\s[-–—](?=\s))|[ \t]*(?:<br\s*\/?>|\\)?[ \t]*[\r\n])?\s*/i.exec(
      paragraph.slice(bold.end),
    )?.[0] ?? "";
  const separated = after.trim() !== "" || /[\r\n]/.test(after);
  const mark = bold.text.at(-1) as string;
  if (!separated && !/[:.?]/.test(mark) && numberingOf(bold.text) === undefined) return undefined;
  const most = title.question ? 16 : mark !== "." ? 10 : 5;
  if (title.words > most) return undefined;
  return { start: bold.start, text: bold.text, end: bold.end + after.length };
}

function boldStart(line: string): (Part & { readonly end: number }) | undefined {
  const open = boldMarks.exec(line)?.[1];
  if (open === undefined) return undefined;
  const close = open.startsWith("<") ? `</${open.slice(1)}` : open;
  const from = open.length;
  const to = (open.startsWith("<") ? line.toLowerCase() : line).indexOf(close.toLowerCase(), from);
  if (to <= from) return undefined;
  const inner = line.slice(from, to);
  const text = inner.trim();
  if (text === "" || /[\r\n]/.test(text)) return undefined;
  return { start: from + inner.indexOf(text), text, end: to + close.length };
}
