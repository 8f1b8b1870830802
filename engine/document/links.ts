import { labelAt, linkTargetAt, longestLabel, normaliseLabel } from "./brackets";
import type { Emphasis } from "./emphasis";
import type { InlineMarkupKind } from "./model";
import type { Replacements } from "./replacements";

/** Inline markup whose visible part is still a source range. */
export interface FoundMarkup {
  readonly kind: InlineMarkupKind;
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly target: string | undefined;
}

/** What a scan shares with its links. */
export interface LinkContext {
  readonly source: string;
  readonly labels: ReadonlySet<string>;
  readonly replacements: Replacements;
  readonly markup: FoundMarkup[];
  readonly emphasis: Emphasis;
  /** In plain text, a link needs a target that is one at first sight. */
  readonly markdown: boolean;
}

const plainTarget = /^(?:https?:|mailto:|tel:|www\.|#|\.{0,2}\/)/i;

interface Bracket {
  readonly at: number;
  readonly image: boolean;
  /** The replacement that hides the bracket if it opens a link. */
  readonly replacement: number;
  readonly emphasis: Emphasis["last"];
  /** How much markup was known when the bracket opened. */
  readonly markup: number;
  /** Whether another bracket follows, so that the text can be no label. */
  nested: boolean;
}

/** Removes the autolinks from an index on: a URL that is the text of a link is no link of its own. */
export function withoutAutolinks(markup: FoundMarkup[], from: number): void {
  for (const found of markup.splice(from)) if (found.kind !== "autolink") markup.push(found);
}

/** Links and images: the brackets that are open, matched as CommonMark does it. */
export class LinkBrackets {
  private readonly brackets: Bracket[] = [];
  /** Brackets of text below this depth hold a link already, and links do not nest. */
  private inactiveDepth = 0;

  constructor(private readonly context: LinkContext) {}

  /** Takes note of an opening bracket (with the exclamation mark of an image before it); gives the offset after it. */
  open(at: number, image: boolean): number {
    const { replacements, emphasis, markup } = this.context;
    const parent = this.brackets.at(-1);
    if (parent !== undefined) parent.nested = true;
    const replacement = replacements.add(at, at, "");
    this.brackets.push({ at, image, replacement, emphasis: emphasis.last, markup: markup.length, nested: false });
    return at + (image ? 2 : 1);
  }

  /** Closes the last bracket, and reads what makes it a link; gives the offset after all of it. */
  close(at: number): number {
    const bracket = this.brackets.pop();
    if (bracket === undefined) return at + 1;
    const inactive = this.brackets.length < this.inactiveDepth;
    this.inactiveDepth = Math.min(this.inactiveDepth, this.brackets.length);
    if (inactive && !bracket.image) return at + 1;
    const link = this.linkAfter(bracket, at);
    if (link === undefined) return at + 1;
    const { replacements, markup, emphasis } = this.context;
    const start = bracket.at;
    const { end, target } = link;
    emphasis.resolve(bracket.emphasis);
    if (bracket.image) {
      markup.length = Math.min(markup.length, bracket.markup);
      replacements.end[bracket.replacement] = end;
      markup.push({ kind: "image", start, end, innerStart: end, innerEnd: end, target });
      return end;
    }
    replacements.end[bracket.replacement] = start + 1;
    replacements.add(at, end, "");
    withoutAutolinks(markup, bracket.markup);
    markup.push({ kind: "link", start, end, innerStart: start + 1, innerEnd: at, target });
    this.inactiveDepth = this.brackets.length;
    return end;
  }

  private linkAfter(bracket: Bracket, at: number): { target: string | undefined; end: number } | undefined {
    const { source, labels, markdown } = this.context;
    const next = source.charCodeAt(at + 1);
    if (next === 0x28) {
      const inline = linkTargetAt(source, at + 1);
      if (inline !== undefined && (markdown || plainTarget.test(inline.target))) return inline;
    }
    if (labels.size === 0 || !markdown) return undefined;
    const explicit = next === 0x5b ? labelAt(source, at + 1) : undefined;
    if (explicit !== undefined && explicit.label.trim() !== "") {
      return labels.has(normaliseLabel(explicit.label)) ? { target: undefined, end: explicit.end } : undefined;
    }
    const start = bracket.at + (bracket.image ? 2 : 1);
    if (bracket.nested || at - start > longestLabel) return undefined;
    if (!labels.has(normaliseLabel(source.slice(start, at)))) return undefined;
    return { target: undefined, end: explicit?.end ?? at + 1 };
  }
}
