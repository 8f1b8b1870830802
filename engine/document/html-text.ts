import { character, plainClasses, wideClass } from "./characters";
import { entityAt } from "./entities";

/** What `HtmlText` gathers of one paragraph. */
export interface HtmlRun {
  /** Where it stands in the gathered text, the marker of a list item not included. */
  readonly start: number;
  readonly end: number;
  /** Where the marker begins; `start` where there is none. */
  readonly marker: number;
  /** Where it stands in the source, with the inline tags around it. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** Where its last visible character ends in the source. */
  readonly visibleEnd: number;
  /** Whether all of it is bold. */
  readonly isBold: boolean;
  /** Whether it began with a bullet, as pages have them that were made with a word processor. */
  readonly isBulleted: boolean;
}

/** A bullet that begins a paragraph: these marks hardly mean anything else there. */
const bullet = /^[•·●▪▫◦○■□►▶➢➤✓✔❖–—*-](?: |$)/;

/** Whether words begin with a bullet. */
export function beginsWithBullet(words: string): boolean {
  return bullet.test(
    words
      .trimStart()
      .replace(/^&(?:bull|middot);/, "•")
      .replace(/&nbsp;|\s/g, " "),
  );
}

/**
 * The visible text of a page, paragraph by paragraph, as somebody would write it in Markdown: bold from the start of a paragraph
 * is marked, a line break is one. So whatever finds headings and lists in Markdown finds them here.
 */
export class HtmlText {
  private readonly parts: string[] = [];
  private length = 0;
  /** Pairs (offset in the gathered text, offset in the source), as in `Prose.map`. */
  private readonly map: number[] = [];
  private run = "";
  private marker = "";
  private isBulleted = false;
  private sourceStart = -1;
  private sourceEnd = -1;
  private visibleEnd = -1;
  /** Where inline tags before the first visible character begin. */
  private tagStart = -1;
  private isLeadBold = false;
  private gap: "" | " " | "\n" = "";
  private breaks = 0;

  constructor(private readonly source: string) {}

  /** Whether nothing visible was added since the last paragraph ended. */
  get isEmpty(): boolean {
    return this.run === "";
  }

  /** Adds what stands between two tags; `isBold` makes a difference at the start of a paragraph. */
  add(from: number, to: number, isBold: boolean): void {
    const { source } = this;
    for (let at = from; at < to; ) {
      const kind = classOf(source.charCodeAt(at));
      if (kind === character.space) {
        this.space();
        at += 1;
      } else if (kind === character.nothing) at += 1;
      else if (kind === character.ampersand) at = this.entity(at, isBold);
      else {
        const end = this.endOfWords(at, to);
        this.put(source.slice(at, end), at, end, isBold);
        at = end;
      }
    }
  }

  /** Words with single spaces between them, which stand in the gathered text as in the source. */
  private endOfWords(from: number, to: number): number {
    const { source } = this;
    let at = from + 1;
    while (at < to) {
      const code = source.charCodeAt(at);
      if (code !== 0x20) {
        if (isVisible(code)) at += 1;
        else break;
      } else if (at + 1 < to && isVisible(source.charCodeAt(at + 1))) at += 2;
      else break;
    }
    return at;
  }

  private entity(at: number, isBold: boolean): number {
    const entity = entityAt(this.source, at);
    if (entity === undefined) {
      this.put("&", at, at + 1, isBold);
      return at + 1;
    }
    const kind = classOf(entity.text.charCodeAt(0));
    if (kind === character.space) this.space();
    else if (kind !== character.nothing) this.put(entity.text, at, entity.end, isBold);
    return entity.end;
  }

  /** Adds white space. */
  space(): void {
    if (this.gap === "" && this.run !== "") this.gap = " ";
  }

  /** Whether a line break is the last that was added. */
  get isAtBreak(): boolean {
    return this.gap === "\n";
  }

  /** A line break; whether it is the second in a row, so that a paragraph ends. */
  break(): boolean {
    if (this.run === "") return false;
    this.gap = "\n";
    this.breaks += 1;
    return this.breaks > 1;
  }

  /** Takes note of an inline tag that opens. */
  openTag(at: number): void {
    if (this.run === "" && this.tagStart < 0) this.tagStart = at;
  }

  /** Takes note of the end of an inline tag that closes. */
  closeTag(end: number): void {
    if (this.run !== "" && this.gap !== "\n") this.sourceEnd = end;
  }

  /** What stands before the next paragraph, if it is a list item's first. */
  mark(marker: string): void {
    this.marker = marker;
  }

  private put(text: string, start: number, end: number, isBold: boolean): void {
    if (this.run === "") {
      const found = this.marker === "" ? bullet.exec(text)?.[0] : undefined;
      if (found !== undefined) {
        this.marker = "• ";
        this.isBulleted = true;
        this.tagStart = -1;
        if (found.length < text.length) this.put(text.slice(found.length), start + found.length, end, isBold);
        return;
      }
      this.sourceStart = this.tagStart < 0 ? start : this.tagStart;
      this.map.push(this.length, start);
      this.length += this.marker.length;
      this.parts.push(this.marker);
      this.map.push(this.length, start);
      this.isLeadBold = isBold;
      if (isBold) this.run = "**";
    } else {
      if (this.isLeadBold && !isBold) this.endBold();
      this.run += this.gap;
    }
    this.gap = "";
    this.breaks = 0;
    this.map.push(this.length + this.run.length, start);
    this.run += text;
    this.map.push(this.length + this.run.length, end);
    this.sourceEnd = end;
    this.visibleEnd = end;
  }

  private endBold(): void {
    this.run += "**";
    this.isLeadBold = false;
  }

  /** Ends the paragraph; `undefined` where nothing in it can be read. */
  end(): HtmlRun | undefined {
    const isBold = this.isLeadBold;
    if (isBold) this.endBold();
    const { run, sourceStart, sourceEnd, visibleEnd, length, isBulleted } = this;
    const marker = length - this.marker.length;
    this.run = "";
    this.marker = "";
    this.isBulleted = false;
    this.tagStart = -1;
    this.isLeadBold = false;
    this.gap = "";
    this.breaks = 0;
    if (run === "") return undefined;
    this.parts.push(run, "\n\n");
    this.length += run.length + 2;
    if (!/[\p{L}\p{N}_●[{]/u.test(run)) return undefined;
    return { start: length, end: length + run.length, marker, sourceStart, sourceEnd, visibleEnd, isBold, isBulleted };
  }

  /** All that was gathered. */
  text(): string {
    return this.parts.join("");
  }

  /** Where the character at an offset of the gathered text begins in the source. */
  sourceOf(offset: number): number {
    const pair = this.pairUpTo(offset);
    return (this.map[pair + 1] as number) + offset - (this.map[pair] as number);
  }

  /** Where the visible character before an offset of the gathered text ends in the source. */
  sourceEndOf(offset: number): number {
    const pair = this.pairUpTo(offset - 1);
    if (this.map[pair + 2] === offset) return this.map[pair + 3] as number;
    return (this.map[pair + 1] as number) + offset - (this.map[pair] as number);
  }

  private pairUpTo(offset: number): number {
    const { map } = this;
    let low = 0;
    let high = map.length / 2;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((map[middle * 2] as number) <= offset) low = middle;
      else high = middle;
    }
    return low * 2;
  }
}

function classOf(code: number): number {
  return code < 128 ? (plainClasses[code] as number) : wideClass(code);
}

function isVisible(code: number): boolean {
  const kind = classOf(code);
  return kind !== character.space && kind !== character.nothing && kind !== character.ampersand;
}
