/** The code units that Windows-1252 has for the bytes 0x80–0x9F; 0 where it has none. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const byteOf = new Map<number, number>();
for (let byte = 0x80; byte <= 0xff; byte += 1) byteOf.set(byte, byte);
for (const [index, code] of windows1252.entries()) if (code !== 0) byteOf.set(code, 0x80 + index);

/** The first bytes of two whose characters policies have: Latin, Greek and Cyrillic. */
const leads = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xce, 0xcf, 0xd0, 0xd1]);

/** UTF-8 that a Mac read as its own, after "‚Ä". */
const macintosh: Readonly<Record<string, string>> = {
  ô: "’",
  ò: "‘",
  ú: "“",
  ù: "”",
  ì: "–",
  î: "—",
  "¶": "…",
  "¢": "•",
};

/** One character that was read as several. */
export interface Misread {
  readonly length: number;
  /** "" for a byte-order mark. */
  readonly repaired: string;
}

/** The character that a byte stands for in Windows-1252, where the text has the bare control character; `undefined` for any other. */
export function bareControl(code: number): string | undefined {
  if (code < 0x80 || code > 0x9f) return undefined;
  const meant = windows1252[code - 0x80] as number;
  return meant === 0 ? undefined : String.fromCharCode(meant);
}

/**
 * UTF-8 that was read as Windows-1252 ("â€™", "Ã©") at `at`; `undefined` where the letters mean themselves.
 * Only what no language writes counts: a capital at the end of a shouted word may have a quotation mark or "®" after it.
 */
export function misreadAt(text: string, at: number, touches: boolean): Misread | undefined {
  const lead = text.charCodeAt(at);
  if (lead === 0x201a && text[at + 1] === "Ä") {
    const repaired = macintosh[text[at + 2] ?? ""];
    return repaired === undefined ? undefined : { length: 3, repaired };
  }
  if (lead === 0xe2) return threeBytes(text, at);
  if (lead === 0xef) return marks(text, at);
  if (lead === 0xf0) return fourBytes(text, at);
  return leads.has(lead) ? twoBytes(text, at, touches) : undefined;
}

function continuation(text: string, at: number): number | undefined {
  const byte = byteOf.get(text.charCodeAt(at));
  return byte !== undefined && byte < 0xc0 ? byte & 0x3f : undefined;
}

function twoBytes(text: string, at: number, touches: boolean): Misread | undefined {
  const lead = text.charCodeAt(at);
  const second = continuation(text, at + 1);
  if (second === undefined) return lostSpace(text, at);
  const before = text[at - 1] ?? "";
  const after = text[at + 2] ?? "";
  const mark = text[at + 1] as string;
  if (!touches) {
    // “NESCAFÅ®”, “MANHÃ”: the capital is a letter of its word, and the mark stands for itself.
    if (/[©ª®°²³¹º™]/.test(mark) && /\p{Lu}/u.test(before)) return undefined;
    if (/[\s‘’‚“”„«»‹›–—…]/.test(mark) && !isWithin(before, mark, after)) return undefined;
  }
  const code = ((lead & 0x1f) << 6) | second;
  return { length: 2, repaired: String.fromCharCode(code) };
}

/** Whether a mark that could stand for itself cannot do so here. */
function isWithin(before: string, mark: string, after: string): boolean {
  if (/\p{Ll}/u.test(before)) return true;
  if (/\s/.test(mark)) return !/[\p{Lu}“"«‘]/u.test(before);
  return /\p{Ll}/u.test(after);
}

/** "Â " and "Ã ", where the no-break space that was their second half has become a plain one. */
function lostSpace(text: string, at: number): Misread | undefined {
  const before = text[at - 1] ?? " ";
  if (text[at + 1] !== " " && text[at + 1] !== undefined) return undefined;
  if (text[at] === "Ã") return /\p{Ll}/u.test(before) ? { length: 1, repaired: "à" } : undefined;
  if (text[at] === "Â" && /[\p{Ll}.,:;!?)]/u.test(before)) return { length: 1, repaired: "" };
  return undefined;
}

function threeBytes(text: string, at: number): Misread | undefined {
  const second = continuation(text, at + 1);
  const third = continuation(text, at + 2);
  if (second === undefined) return undefined;
  if (third === undefined) {
    // The last byte of a closing quotation mark has no character, and many programs drop it.
    return second === 0 && text.lastIndexOf("â€œ", at) >= 0 ? { length: 2, repaired: "”" } : undefined;
  }
  const code = 0x2000 | (second << 6) | third;
  const isCommon = code <= 0x22ff || (code >= 0x2500 && code <= 0x27bf);
  return isCommon ? { length: 3, repaired: String.fromCharCode(code) } : undefined;
}

function marks(text: string, at: number): Misread | undefined {
  const three = text.slice(at, at + 3);
  if (three === "ï»¿") return { length: 3, repaired: "" };
  if (three === "ï¿½") return { length: 3, repaired: "\ufffd" };
  if (three === "ï¬\u0081") return { length: 3, repaired: "fi" };
  return three === "ï¬‚" ? { length: 3, repaired: "fl" } : undefined;
}

function fourBytes(text: string, at: number): Misread | undefined {
  if (text[at + 1] !== "Ÿ") return undefined;
  const third = continuation(text, at + 2);
  const fourth = continuation(text, at + 3);
  if (third === undefined || fourth === undefined) return undefined;
  return { length: 4, repaired: String.fromCodePoint(0x1f000 | (third << 6) | fourth) };
}
