import { isAsciiPunctuation, isSpace } from "./characters";
import { resolveEntities } from "./entities";

/** Destinations beyond this many UTF-16 units are no links, so that reading one takes bounded time. */
const longestTarget = 4000;
const longestTitle = 1000;
/** In UTF-16 units, without the brackets. */
export const longestLabel = 999;

/** What follows the closing bracket of an inline link. */
export interface LinkTarget {
  readonly target: string;
  /** After the closing parenthesis. */
  readonly end: number;
}

/** Reads `(target "title")` at an opening parenthesis; `undefined` where it is not one. */
export function linkTargetAt(source: string, at: number): LinkTarget | undefined {
  let index = skipSpaces(source, at + 1);
  const start = index;
  let target: string;
  if (source.charCodeAt(index) === 0x3c) {
    const end = endOfPointed(source, index);
    if (end === undefined) return undefined;
    target = source.slice(start + 1, end - 1);
    index = end;
  } else {
    const end = endOfBare(source, index);
    if (end === undefined) return undefined;
    target = source.slice(start, end);
    index = end;
  }
  const afterTarget = index;
  index = skipSpaces(source, index);
  if (index > afterTarget) {
    const end = endOfTitle(source, index);
    if (end === undefined) return undefined;
    index = skipSpaces(source, end);
  }
  if (source.charCodeAt(index) !== 0x29) return undefined;
  return { target: plainTarget(target), end: index + 1 };
}

/** Reads `[label]` at an opening bracket: its label and the offset after it; `undefined` where there is none. */
export function labelAt(source: string, at: number): { readonly label: string; readonly end: number } | undefined {
  const limit = Math.min(source.length, at + longestLabel + 2);
  for (let index = at + 1; index < limit; index++) {
    const code = source.charCodeAt(index);
    if (code === 0x5b) return undefined;
    if (code === 0x5d) return { label: source.slice(at + 1, index), end: index + 1 };
    if (code === 0x5c) index += 1;
  }
  return undefined;
}

/** The form in which labels are compared. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/** The end of a generator's expression that begins at `at` (`{{ … }}`, `{% … %}`); `undefined` where there is none. */
export function endOfExpression(source: string, at: number): number | undefined {
  if (source.charCodeAt(at) !== 0x7b) return undefined;
  const kind = source.charCodeAt(at + 1);
  if (kind !== 0x7b && kind !== 0x25) return undefined;
  const limit = Math.min(source.length, at + 300);
  for (let index = at + 2; index < limit; index++) {
    const code = source.charCodeAt(index);
    if (code === 0x7b && source.charCodeAt(index + 1) === kind) return undefined;
    if (code === (kind === 0x7b ? 0x7d : 0x25) && source.charCodeAt(index + 1) === 0x7d) return index + 2;
  }
  return undefined;
}

function endOfPointed(source: string, at: number): number | undefined {
  const limit = Math.min(source.length, at + longestTarget);
  for (let index = at + 1; index < limit; index++) {
    const code = source.charCodeAt(index);
    if (code === 0x3e) return index + 1;
    if (code === 0x3c || code === 0x0a || code === 0x0d) return undefined;
    if (code === 0x5c) index += 1;
  }
  return undefined;
}

function endOfBare(source: string, at: number): number | undefined {
  const limit = Math.min(source.length, at + longestTarget);
  let depth = 0;
  for (let index = at; index < limit; index++) {
    const code = source.charCodeAt(index);
    if (code <= 0x20 || code === 0xa0) return depth === 0 ? index : undefined;
    if (code === 0x28) {
      depth += 1;
      if (depth > 32) return undefined;
    } else if (code === 0x29) {
      if (depth === 0) return index;
      depth -= 1;
    } else if (code === 0x5c && isAsciiPunctuation(source.charCodeAt(index + 1))) {
      index += 1;
    } else if (code === 0x7b) {
      index = (endOfExpression(source, index) ?? index + 1) - 1;
    }
  }
  return undefined;
}

/** The offset after a title, or `at` itself where the parenthesis closes without one. */
function endOfTitle(source: string, at: number): number | undefined {
  const open = source.charCodeAt(at);
  if (open !== 0x22 && open !== 0x27 && open !== 0x28) return at;
  const close = open === 0x28 ? 0x29 : open;
  const limit = Math.min(source.length, at + longestTitle);
  for (let index = at + 1; index < limit; index++) {
    const code = source.charCodeAt(index);
    if (code === close) return index + 1;
    if (code === 0x28 && open === 0x28) return undefined;
    if (code === 0x5c) index += 1;
  }
  return undefined;
}

function skipSpaces(source: string, at: number): number {
  while (at < source.length && isSpace(source.charCodeAt(at))) at += 1;
  return at;
}

function plainTarget(target: string): string {
  return resolveEntities(target.includes("\\") ? target.replace(/\\([!-/:-@[-`{-~])/g, "$1") : target);
}
