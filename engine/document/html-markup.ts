import { resolveEntities } from "./entities";
import { isBlock, isEmpty, isSilent, isSlot } from "./html-elements";
import { type HtmlTag, readTokens } from "./html-tokens";
import type { InlineTag } from "./inline-html";

/** What is no visible text in the source of a block. */
export interface HtmlMark {
  readonly start: number;
  readonly end: number;
  /** `undefined` for a comment, and for an element with all that it holds, none of which is to be seen. */
  readonly tag: InlineTag | undefined;
  /** Whether words before and after it are two words, since it ends a line or a paragraph. */
  readonly isGap: boolean;
}

/** The tags and comments of a block in order; what is hidden is one of them. */
export function htmlMarkup(source: string): readonly HtmlMark[] {
  const found: HtmlMark[] = [];
  let hidden: { readonly name: string; readonly start: number; depth: number } | undefined;
  readTokens(source, 0, {
    words: () => {},
    comment(start, end) {
      if (hidden === undefined) found.push({ start, end, tag: undefined, isGap: false });
    },
    tag(tag) {
      const { name, closing, start, end } = tag;
      if (hidden !== undefined) {
        if (name !== hidden.name || tag.selfClosing) return;
        hidden.depth += closing ? -1 : 1;
        if (hidden.depth > 0) return;
        found.push({ start: hidden.start, end, tag: undefined, isGap: isBlock(name) });
        hidden = undefined;
      } else if (!closing && !tag.selfClosing && !isEmpty(name) && isSilent(tag)) hidden = { name, start, depth: 1 };
      else if (!isSlot(tag)) found.push({ start, end, tag: toInline(tag), isGap: isBlock(name) || name === "br" });
    },
  });
  if (hidden !== undefined) found.push({ start: hidden.start, end: source.length, tag: undefined, isGap: false });
  return found;
}

function toInline({ name, closing, selfClosing, end, attributes }: HtmlTag): InlineTag {
  const href = attributes.get("href");
  return { name, closing, selfClosing, end, href: href === undefined ? undefined : resolveEntities(href) };
}
