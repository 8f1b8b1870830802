import type { Prose } from "../document/model";
import { proseToSource } from "../document/prose";
import { overlaps, type Span } from "../span";
import { bareControl, misreadAt } from "./misread";

/** What happened to the characters. */
export type DamageKind =
  /** U+FFFD: nobody knows what stood there. */
  | "lost"
  /** UTF-8 that was read in another encoding: "â€™". */
  | "misread"
  /** "name¸ address" */
  | "cedilla"
  /** "don´t" */
  | "accent";

/** Characters that a wrong encoding, or a wrong key, left in place of others. */
export interface DamagedPlace {
  /** Relative to the block's source where found, absolute in an `Analysis`. */
  readonly span: Span;
  readonly kind: DamageKind;
  /** What stood there; `undefined` where that cannot be told. */
  readonly repaired: string | undefined;
}

/** What only damaged text has, or text in other languages. */
const suspicious = /[\u0080-\u0084\u0086-\u009f´`¸ÂÃÄÅÎÏÐÑâïð‚\ufffd]/;

/** How often a text may have been read wrongly, one time upon the other. */
const most = 3;

/** The damaged places of a block in source order. */
export function findDamage(
  source: string,
  prose: Prose,
  /** What may follow an accent that stands for an apostrophe ("t", "re"), in lower case. */
  afterApostrophe: ReadonlySet<string>,
): readonly DamagedPlace[] {
  const { text } = prose;
  if (!suspicious.test(text)) return [];
  const found: DamagedPlace[] = [];
  const hidden = prose.markup.filter(({ kind }) => kind === "code" || kind === "autolink").map((mark) => mark.prose);
  const apostrophe = text.includes("’") ? "’" : "'";
  for (let at = 0; at < text.length; ) {
    const place = placeAt(text, at, { apostrophe, afterApostrophe });
    if (place === undefined) {
      at += 1;
      continue;
    }
    const span = { start: at, end: at + place.length };
    at = span.end;
    if (hidden.some((code) => overlaps(code, span))) continue;
    const written = proseToSource(prose, span);
    // Characters that do not belong together: a tag or emphasis is between them.
    if (/[<>*\]\n]/.test(source.slice(written.start, written.end))) continue;
    const isLost = place.repaired?.includes("\ufffd") ?? true;
    const kind = isLost ? "lost" : place.kind;
    found.push({ span: written, kind, repaired: isLost ? undefined : place.repaired });
  }
  return found;
}

interface Place {
  readonly length: number;
  readonly kind: DamageKind;
  readonly repaired: string | undefined;
}

interface Apostrophes {
  readonly apostrophe: string;
  readonly afterApostrophe: ReadonlySet<string>;
}

function placeAt(text: string, at: number, { apostrophe, afterApostrophe }: Apostrophes): Place | undefined {
  const code = text.charCodeAt(at);
  if (code < 0x80 && code !== 0x60) return undefined;
  if (code === 0xfffd) {
    let end = at + 1;
    while (text.charCodeAt(end) === 0xfffd) end += 1;
    return { length: end - at, kind: "lost", repaired: undefined };
  }
  if (code === 0xb8) {
    return isComma(text, at) ? { length: 1, kind: "cedilla", repaired: "," } : undefined;
  }
  if (code === 0xb4 || code === 0x60) {
    return isApostrophe(text, at, afterApostrophe) ? { length: 1, kind: "accent", repaired: apostrophe } : undefined;
  }
  const misread = misreadRun(text, at);
  if (misread !== undefined) return { ...misread, kind: "misread" };
  const control = bareControl(code);
  return control === undefined ? undefined : { length: 1, kind: "misread", repaired: control };
}

/** Characters that were misread one after the other, and those that are misread still when they are repaired. */
function misreadRun(text: string, start: number): { length: number; repaired: string } | undefined {
  let end = start;
  let repaired = "";
  for (;;) {
    const next = misreadAt(text, end, end > start);
    if (next === undefined) break;
    repaired += next.repaired;
    end += next.length;
  }
  if (end === start) return undefined;
  for (let round = 1; round < most; round += 1) {
    const again = repairedOnce(repaired);
    if (again === repaired) break;
    repaired = again;
  }
  return { length: end - start, repaired };
}

function repairedOnce(text: string): string {
  let repaired = "";
  for (let at = 0; at < text.length; ) {
    const misread = misreadAt(text, at, true);
    repaired += misread?.repaired ?? text.charAt(at);
    at += misread?.length ?? 1;
  }
  return repaired;
}

/** A cedilla by itself is no letter of any language; the one before a letter may belong to that before it ("c¸"). */
function isComma(text: string, at: number): boolean {
  return /[\p{L}\p{N})\]”"’'%.]/u.test(text[at - 1] ?? "") && /[\s)"”’']/.test(text[at + 1] ?? " ");
}

/** "´" or, where it is no mark of code, "`" between letters, before what follows an apostrophe in the language. */
function isApostrophe(text: string, at: number, afterApostrophe: ReadonlySet<string>): boolean {
  if (!/\p{L}/u.test(text[at - 1] ?? "")) return false;
  const word = /^\p{L}{1,12}/u.exec(text.slice(at + 1, at + 14))?.[0] ?? "";
  if (afterApostrophe.has(word.toLowerCase())) return true;
  // "O´Brien", "d´Arc"; behind more letters it may be an accent that lost its letter ("re´sume´").
  return text[at] === "´" && word !== "" && !/\p{L}/u.test(text[at - 2] ?? "");
}
