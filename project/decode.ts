/** Why bytes are no text, and the first place that shows it. */
export interface DecodeError {
  readonly code: "invalid-utf-8" | "binary" | "utf-16" | "utf-32";
  /** Of the first byte that does not belong in text, from 0. */
  readonly offset: number;
  /** The line of that byte, from 1. */
  readonly line: number;
}

export type Decoded =
  /** Without a leading byte-order mark. */
  { readonly text: string; readonly error?: never } | { readonly text?: never; readonly error: DecodeError };

// Every host has it; the types of the pure rooms know no host.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** Reads UTF-8, with or without a byte-order mark; nothing is guessed or replaced. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { error: { code: marked, offset: 0, line: 1 } };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { error: { code: "binary", offset: nul, line: lineOf(bytes, nul) } };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstInvalid(bytes);
    return { error: { code: "invalid-utf-8", offset, line: lineOf(bytes, offset) } };
  }
}

/** A mark of UTF-32 (little endian) begins with that of UTF-16, so it is looked for first. */
function byteOrderMark([a, b, c, d]: Uint8Array): "utf-16" | "utf-32" | undefined {
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return "utf-32";
  }
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? "utf-16" : undefined;
}

/** The offset of the first sequence that is no UTF-8: the byte at which a decoder stops. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** The length of the well-formed sequence at `at`; 0 where there is none (Unicode Standard, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // The second byte's range excludes overlong forms, surrogates and what lies beyond U+10FFFF.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < lowest || second > highest) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    const isReturn = bytes[at] === 0x0d && bytes[at + 1] !== 0x0a;
    if (isReturn || bytes[at] === 0x0a) line += 1;
  }
  return line;
}
