import { isAlphanumeric, isLetter, isSpace } from "./characters";

/** A URL as it stands in running text. */
export interface BareUrl {
  readonly start: number;
  readonly end: number;
}

const schemes = ["https", "http", "ftp"];

/** The URL whose colon is at `colon`; `undefined` where no known scheme with "//" is around it. */
export function urlAtColon(source: string, colon: number): BareUrl | undefined {
  if (source.charCodeAt(colon + 1) !== 0x2f || source.charCodeAt(colon + 2) !== 0x2f) return undefined;
  for (const scheme of schemes) {
    const start = colon - scheme.length;
    if (start < 0 || source.slice(start, colon).toLowerCase() !== scheme) continue;
    if (isAlphanumeric(source.charCodeAt(start - 1))) return undefined;
    const end = endOfUrl(source, colon + 3);
    return end > colon + 3 ? { start, end } : undefined;
  }
  return undefined;
}

/** The URL without a scheme whose first full stop is at `stop` ("www.…"). */
export function urlAtStop(source: string, stop: number): BareUrl | undefined {
  const start = stop - 3;
  if (start < 0 || source.slice(start, stop).toLowerCase() !== "www") return undefined;
  const before = source.charCodeAt(start - 1);
  if (isAlphanumeric(before) || before === 0x2e || before === 0x2f) return undefined;
  if (!isAlphanumeric(source.charCodeAt(stop + 1))) return undefined;
  const end = endOfUrl(source, stop + 1);
  return source.slice(stop + 1, end).includes(".") ? { start, end } : undefined;
}

/** The target of `<…>` with a URL or an e-mail address in it, and the offset after it. */
export function autolinkAt(source: string, at: number): { readonly target: string; readonly end: number } | undefined {
  if (!isAlphanumeric(source.charCodeAt(at + 1))) return undefined;
  let colon = -1;
  let address = -1;
  const limit = Math.min(source.length, at + 2000);
  for (let index = at + 1; index < limit; index++) {
    const code = source.charCodeAt(index);
    if (code === 0x3e) {
      const inner = source.slice(at + 1, index);
      if (colon > at + 2 && isScheme(source, at + 1, colon)) return { target: inner, end: index + 1 };
      if (address > 0 && colon < 0 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+$/.test(inner)) {
        return { target: `mailto:${inner}`, end: index + 1 };
      }
      return undefined;
    }
    if (code === 0x3c || isSpace(code)) return undefined;
    if (code === 0x3a && colon < 0) colon = index;
    if (code === 0x40 && address < 0) address = index;
  }
  return undefined;
}

function isScheme(source: string, start: number, colon: number): boolean {
  if (colon - start > 32 || !isLetter(source.charCodeAt(start))) return false;
  for (let index = start; index < colon; index++) {
    const code = source.charCodeAt(index);
    if (!isAlphanumeric(code) && code !== 0x2b && code !== 0x2d && code !== 0x2e) return false;
  }
  return true;
}

/** Where the URL ends: without the punctuation of the sentence around it. */
function endOfUrl(source: string, from: number): number {
  let end = from;
  let open = 0;
  for (; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (isSpace(code) || endsUrl(code)) break;
    if (code === 0x2a && source.charCodeAt(end + 1) === 0x2a) break;
    if (code === 0x28) open += 1;
    else if (code === 0x29 && open-- === 0) break;
  }
  while (end > from && trailing(source.charCodeAt(end - 1))) end -= 1;
  return end;
}

function endsUrl(code: number): boolean {
  switch (code) {
    case 0x22: // "
    case 0x3c: // <
    case 0x3e: // >
    case 0x5b: // [
    case 0x5c: // \
    case 0x5d: // ]
    case 0x60: // `
    case 0x7c: // |
    case 0x7d: // }
    case 0x201c:
    case 0x201d:
    case 0x2019:
    case 0xbb:
      return true;
    default:
      return false;
  }
}

function trailing(code: number): boolean {
  switch (code) {
    case 0x21: // !
    case 0x27: // '
    case 0x2a: // *
    case 0x2c: // ,
    case 0x2e: // .
    case 0x3a: // :
    case 0x3b: // ;
    case 0x3f: // ?
    case 0x5f: // _
    case 0x7e: // ~
      return true;
    default:
      return false;
  }
}
