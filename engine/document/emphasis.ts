import { isAlphanumeric, isPunctuation, isSpace } from "./characters";
import type { Replacements } from "./replacements";

/** A run of emphasis markers that may still open or close something. */
interface DelimiterRun {
  readonly code: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Replacements that hide the markers used for closing (at the left) and for opening (at the right). */
  readonly closing: number;
  readonly opening: number;
  remaining: number;
  previous: DelimiterRun | undefined;
  next: DelimiterRun | undefined;
}

/** Reports strong emphasis: the whole construct and what is inside the markers. */
export type OnStrong = (start: number, end: number, innerStart: number, innerEnd: number) => void;

const underscore = 0x5f;
const tilde = 0x7e;

/** The stack of emphasis markers, matched as CommonMark does it: in linear time. */
export class Emphasis {
  last: DelimiterRun | undefined;

  constructor(
    private readonly source: string,
    private readonly replacements: Replacements,
    private readonly onStrong: OnStrong,
  ) {}

  /** Reads the run of markers at `at`; gives the offset after it. */
  read(at: number): number {
    const { source } = this;
    const code = source.charCodeAt(at);
    let end = at + 1;
    while (source.charCodeAt(end) === code) end += 1;
    const length = end - at;
    if (length > 3 || (code === tilde && length !== 2)) return end;
    const before = source.charCodeAt(at - 1);
    const after = source.charCodeAt(end);
    // A blank to be filled in is no emphasis, though its underscores could pair with those of another blank.
    if (code === underscore && length === 3 && !isWord(before) && !isWord(after)) return end;
    const leftFlanking = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
    const rightFlanking = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
    // "**Who we are.**We" is meant as strong emphasis, though CommonMark wants a space after it.
    const strong = code !== underscore && length > 1;
    const canOpen = strong
      ? !isSpace(after)
      : leftFlanking && (code !== underscore || !rightFlanking || isPunctuation(before));
    const canClose = strong
      ? !isSpace(before)
      : rightFlanking && (code !== underscore || !leftFlanking || isPunctuation(after));
    if (!canOpen && !canClose) return end;
    const run: DelimiterRun = {
      code,
      length,
      canOpen,
      canClose,
      closing: this.replacements.add(at, at, ""),
      opening: this.replacements.add(end, end, ""),
      remaining: length,
      previous: this.last,
      next: undefined,
    };
    if (this.last !== undefined) this.last.next = run;
    this.last = run;
    return end;
  }

  /** Matches the markers after `bottom` (all where it is `undefined`) and forgets them. */
  resolve(bottom: DelimiterRun | undefined): void {
    /** For each kind of closer, the place before which no opener is left for it. */
    const searched = new Map<number, number>();
    const from = bottom === undefined ? 0 : bottom.opening + 1;
    let closer = bottom === undefined ? this.first() : bottom.next;
    while (closer !== undefined) {
      if (!closer.canClose) {
        closer = closer.next;
        continue;
      }
      const key = closer.code * 8 + (closer.canOpen ? 4 : 0) + (closer.length % 3);
      const opener = findOpener(closer, searched.get(key) ?? from);
      if (opener !== undefined) {
        this.match(opener, closer);
        if (closer.remaining === 0) {
          const { next } = closer;
          this.remove(closer);
          closer = next;
        }
        continue;
      }
      searched.set(key, closer.opening);
      const { next } = closer;
      if (!closer.canOpen) this.remove(closer);
      closer = next;
    }
    this.last = bottom;
    if (bottom !== undefined) bottom.next = undefined;
  }

  private first(): DelimiterRun | undefined {
    let run = this.last;
    while (run?.previous !== undefined) run = run.previous;
    return run;
  }

  private match(opener: DelimiterRun, closer: DelimiterRun): void {
    const used = opener.remaining >= 2 && closer.remaining >= 2 ? 2 : 1;
    const { start, end } = this.replacements;
    const innerStart = start[opener.opening] as number;
    const innerEnd = end[closer.closing] as number;
    start[opener.opening] = innerStart - used;
    end[closer.closing] = innerEnd + used;
    opener.remaining -= used;
    closer.remaining -= used;
    opener.next = closer;
    closer.previous = opener;
    if (used === 2 && closer.code !== tilde) this.onStrong(innerStart - 2, innerEnd + 2, innerStart, innerEnd);
    if (opener.remaining === 0) this.remove(opener);
  }

  private remove(run: DelimiterRun): void {
    if (run.previous !== undefined) run.previous.next = run.next;
    if (run.next !== undefined) run.next.previous = run.previous;
    else this.last = run.previous;
  }
}

function findOpener(closer: DelimiterRun, floor: number): DelimiterRun | undefined {
  for (let run = closer.previous; run !== undefined && run.opening >= floor; run = run.previous) {
    if (run.code === closer.code && run.canOpen && fits(run, closer)) return run;
  }
  return undefined;
}

/** CommonMark's "multiple of 3" rule, which tells `**a*b*c**` from `*a**b*`. */
function fits(opener: DelimiterRun, closer: DelimiterRun): boolean {
  if (!opener.canClose && !closer.canOpen) return true;
  if ((opener.length + closer.length) % 3 !== 0) return true;
  return opener.length % 3 === 0 && closer.length % 3 === 0;
}

function isWord(code: number): boolean {
  return isAlphanumeric(code) || (code > 0x7f && !isSpace(code) && !isPunctuation(code));
}
