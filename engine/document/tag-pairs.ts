import type { InlineTag } from "./inline-html";
import { type FoundMarkup, withoutAutolinks } from "./links";
import type { InlineMarkupKind } from "./model";

interface OpenTag {
  readonly name: string;
  readonly start: number;
  readonly innerStart: number;
  readonly href: string | undefined;
  /** How much markup was known before. */
  readonly markup: number;
}

/** Tags whose content matters as a whole. */
const kinds = new Map<string, InlineMarkupKind>([
  ["a", "link"],
  ["b", "strong"],
  ["strong", "strong"],
  ["code", "code"],
]);

/** Reports tags as inline markup: those that enclose a link, code or strong emphasis in pairs, others one by one. */
export class TagPairs {
  private readonly open: OpenTag[] = [];
  /** How many tags of each name are open. */
  private readonly counts = new Map<string, number>();

  constructor(private readonly markup: FoundMarkup[]) {}

  /** Takes the tag that begins at `start`. */
  take(tag: InlineTag, start: number): void {
    const { name, end, href } = tag;
    const kind = kinds.get(name);
    if (kind === undefined || tag.selfClosing) {
      this.single(start, end);
    } else if (tag.closing) {
      const opening = this.close(name);
      if (opening === undefined) this.single(start, end);
      else this.pair(kind, opening, start, end);
    } else {
      // Links do not nest: the next one ends the one that was left open.
      const unclosed = name === "a" ? this.close(name) : undefined;
      if (unclosed !== undefined) this.single(unclosed.start, unclosed.innerStart);
      this.open.push({ name, start, innerStart: end, href, markup: this.markup.length });
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
  }

  /** Reports what was never closed. */
  finish(): void {
    for (const { start, innerStart } of this.open) this.single(start, innerStart);
  }

  private pair(kind: InlineMarkupKind, opening: OpenTag, innerEnd: number, end: number): void {
    const { name, start, innerStart, href } = opening;
    if (name === "a") withoutAutolinks(this.markup, opening.markup);
    const isAnchor = name === "a" && href === undefined;
    this.markup.push({ kind: isAnchor ? "tag" : kind, start, end, innerStart, innerEnd, target: href });
  }

  private single(start: number, end: number): void {
    this.markup.push({ kind: "tag", start, end, innerStart: end, innerEnd: end, target: undefined });
  }

  /** The last open tag of the name; those opened after it are closed with it. */
  private close(name: string): OpenTag | undefined {
    if (!this.counts.get(name)) return undefined;
    for (;;) {
      const tag = this.open.pop() as OpenTag;
      this.counts.set(tag.name, (this.counts.get(tag.name) as number) - 1);
      if (tag.name === name) return tag;
      this.single(tag.start, tag.innerStart);
    }
  }
}
