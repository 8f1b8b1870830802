/** What a scanner found to be no visible text, in ascending order of its starts; an empty range has no effect. */
export class Replacements {
  readonly start: number[] = [];
  readonly end: number[] = [];
  /** What stands for the range: nothing, one space, or the characters of an entity. */
  readonly text: string[] = [];
  /** Indices of replacements that end a sentence in any case. */
  readonly breaks = new Set<number>();

  /** The index of the new entry, which may be widened as long as entries stay in order. */
  add(start: number, end: number, text: string): number {
    this.start.push(start);
    this.end.push(end);
    this.text.push(text);
    return this.start.length - 1;
  }
}

/** The visible text with its map (as in `Prose`), and the prose offsets at which a sentence ends in any case. */
export interface Visible {
  readonly text: string;
  readonly map: readonly number[];
  readonly breaks: readonly number[];
}

/** Applies replacements; spaces that come together in this way become one, and none is left at either end. */
export function visibleText(source: string, replacements: Replacements): Visible {
  const count = replacements.start.length;
  if (count === 0 && !source.startsWith(" ") && !source.endsWith(" ")) return { text: source, map: [0, 0], breaks: [] };
  const output = new Output(source);
  for (let index = 0; index < count; index++) {
    const start = Math.max(replacements.start[index] as number, output.at);
    const end = replacements.end[index] as number;
    if (end <= start) continue;
    output.copy(start);
    output.replace(end, replacements.text[index] as string);
    if (replacements.breaks.has(index)) output.breaks.push(output.length);
  }
  output.copy(source.length);
  return output.finish();
}

class Output {
  at = 0;
  /** Of the text so far. */
  length = 0;
  /** Joined at the end: a string that grows piece by piece is slow to read. */
  private readonly parts: string[] = [];
  readonly breaks: number[] = [];
  private readonly map: number[] = [0, 0];
  /** Also true at the start, where a space would be the first character. */
  private endsWithSpace = true;

  constructor(private readonly source: string) {}

  copy(to: number): void {
    if (this.at >= to) return;
    if (this.endsWithSpace && this.source.charCodeAt(this.at) === 0x20) this.hide(this.at + 1);
    if (this.at >= to) return;
    this.parts.push(this.source.slice(this.at, to));
    this.length += to - this.at;
    this.endsWithSpace = this.source.charCodeAt(to - 1) === 0x20;
    this.at = to;
  }

  replace(end: number, text: string): void {
    if (text === "" || (text === " " && this.endsWithSpace)) {
      this.hide(end);
      return;
    }
    if (text.length !== end - this.at) {
      const { map } = this;
      if (map[map.length - 2] !== this.length) map.push(this.length, this.at);
      map.push(this.length + text.length, end);
    }
    this.parts.push(text);
    this.length += text.length;
    this.endsWithSpace = text === " ";
    this.at = end;
  }

  finish(): Visible {
    const { map, breaks } = this;
    const joined = this.parts.join("");
    if (!joined.endsWith(" ")) return { text: joined, map, breaks };
    const text = joined.slice(0, -1);
    let size = map.length;
    let last: number | undefined;
    while (size > 0 && (map[size - 2] as number) > text.length) {
      last ??= map[size - 1];
      size -= 2;
    }
    map.length = size;
    if (last === undefined) return { text, map, breaks };
    if (map[size - 2] !== text.length)
      map.push(text.length, (map[size - 1] as number) + text.length - (map[size - 2] as number));
    if (map[map.length - 4] === text.length) map[map.length - 1] = last;
    else map.push(text.length, last);
    return { text, map, breaks };
  }

  /** What is hidden has a pair at its start and a pair after it, with the same prose offset; neighbours share them. */
  private hide(end: number): void {
    const { map } = this;
    const size = map.length;
    const here = this.length;
    if (map[size - 2] !== here) map.push(here, this.at, here, end);
    else if (map[size - 4] === here) map[size - 1] = end;
    else map.push(here, end);
    this.at = end;
  }
}
