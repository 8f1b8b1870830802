import type { Draft } from "./drafts";
import { endsWithDate } from "./titles";

/** Lines of an address are not longer than this. */
const longestLine = 60;

/** Most lines that an address has: name, department, street, place, country, telephone, e-mail. */
const mostLines = 10;

/** Puts the lines of an address that stand as paragraphs of their own into one paragraph. */
export function joinAddresses(text: string, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (let index = 0; index < drafts.length; ) {
    const first = drafts[index] as Draft;
    const lines = index === 0 ? 1 : linesOfAddress(text, drafts, index);
    joined.push(first);
    first.end = (drafts[index + lines - 1] as Draft).end;
    index += lines;
  }
  return joined;
}

/** How many drafts from `from` on are lines of one address; 1 where there is none. */
function linesOfAddress(text: string, drafts: readonly Draft[], from: number): number {
  let last = from;
  let numbered = 0;
  let gap: number | undefined;
  for (let index = from; index < from + mostLines; index += 1) {
    const read = drafts[index];
    if (read === undefined || !isLine(text, read)) break;
    if (index > from) {
      const lines = newlines(text, (drafts[index - 1] as Draft).end, read.start);
      // The lines of an address lie at equal distances.
      if (gap !== undefined && lines !== gap) break;
      gap = lines;
    }
    if (/\d/.test(text.slice(read.start, read.end))) {
      numbered += 1;
      last = index;
    } else if (index - last > 2) break;
    else if (numbered > 0 && index === last + 1 && endsRun(text, drafts, index)) last = index;
  }
  return numbered > 0 && last > from ? last - from + 1 : 1;
}

function isLine(text: string, read: Draft): boolean {
  if (read.kind !== "paragraph" || read.quoted || read.item !== undefined || read.end - read.start > longestLine)
    return false;
  const source = text.slice(read.start, read.end);
  return !/[\r\n?!;]|[^.]{30}\.$|:$/.test(source) && /^[^\p{Ll}]/u.test(source) && !endsWithDate(source);
}

function endsRun(text: string, drafts: readonly Draft[], index: number): boolean {
  const next = drafts[index + 1];
  return next === undefined || !isLine(text, next);
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13) count += 1;
  return count;
}
