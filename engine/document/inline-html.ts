import { endOfExpression } from "./brackets";
import { isAlphanumeric, isLetter, isSpace } from "./characters";
import { resolveEntities } from "./entities";

/** A tag that a reader does not see. */
export interface InlineTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** `undefined` where the tag has no such attribute. */
  readonly href: string | undefined;
  /** After the closing angle bracket. */
  readonly end: number;
}

const inlineNames =
  "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark nobr picture " +
  "q rp rt ruby s samp select small source span strike strong sub sup svg path textarea time tt u var wbr iframe " +
  "object script style noscript template link meta canvas audio video map area param track embed g use";
const blockNames =
  "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset " +
  "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu " +
  "nav ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul";
const blocks = new Set(blockNames.split(" "));
const known = new Set([...inlineNames.split(" "), ...blocks, "br"]);

/** Whether words before and after a tag of the name belong to different blocks. */
export function separatesBlocks(name: string): boolean {
  return blocks.has(name);
}

/** Whether the name, in lower case, is one of HTML's. */
export function isElementName(name: string): boolean {
  return known.has(name);
}

/**
 * Reads the tag at an opening angle bracket; `undefined` where there is none.
 * An unknown name is a tag only where it looks like one in other ways: "<company name>" is a slot to be filled in.
 * Takes linear time over a whole text, because a tag that fails does so at or before the next angle bracket or quotation mark.
 */
export function tagAt(source: string, at: number): InlineTag | undefined {
  let index = at + 1;
  const closing = source.charCodeAt(index) === 0x2f;
  if (closing) index += 1;
  if (!isLetter(source.charCodeAt(index))) return undefined;
  const nameStart = index;
  while (isNameCharacter(source.charCodeAt(index))) index += 1;
  const name = source.slice(nameStart, index).toLowerCase();
  let href: string | undefined;
  let looksLikeTag = closing || known.has(name);
  for (;;) {
    const spaces = index;
    while (index < source.length && isSpace(source.charCodeAt(index))) index += 1;
    const code = source.charCodeAt(index);
    if (code === 0x3e) return looksLikeTag ? { name, closing, selfClosing: false, href, end: index + 1 } : undefined;
    if (code === 0x2f && source.charCodeAt(index + 1) === 0x3e) {
      return { name, closing, selfClosing: true, href, end: index + 2 };
    }
    if (index === spaces || index >= source.length) return undefined;
    const expression = endOfExpression(source, index);
    if (expression !== undefined) {
      index = expression;
      continue;
    }
    const attribute = index;
    while (isAttributeCharacter(source.charCodeAt(index))) index += 1;
    if (index === attribute) return undefined;
    const attributeName = source.slice(attribute, index);
    let equals = index;
    while (equals < source.length && isSpace(source.charCodeAt(equals))) equals += 1;
    if (source.charCodeAt(equals) !== 0x3d) continue;
    index = equals + 1;
    while (index < source.length && isSpace(source.charCodeAt(index))) index += 1;
    const valueStart = index;
    const end = endOfValue(source, index);
    if (end === undefined) return undefined;
    looksLikeTag = true;
    if (attributeName.length === 4 && attributeName.toLowerCase() === "href") {
      const quoted = source.charCodeAt(valueStart) === 0x22 || source.charCodeAt(valueStart) === 0x27;
      href = resolveEntities(quoted ? source.slice(valueStart + 1, end - 1) : source.slice(valueStart, end));
    }
    index = end;
  }
}

function endOfValue(source: string, at: number): number | undefined {
  const quote = source.charCodeAt(at);
  if (quote === 0x22 || quote === 0x27) {
    for (let index = at + 1; index < source.length; index++) {
      const code = source.charCodeAt(index);
      if (code === quote) return index + 1;
      if (code === 0x7b) index = (endOfExpression(source, index) ?? index + 1) - 1;
    }
    return undefined;
  }
  let index = at;
  while (index < source.length) {
    const code = source.charCodeAt(index);
    // JSX: href={target}
    if (code === 0x7b) {
      const limit = Math.min(source.length, index + 300);
      while (index < limit && source.charCodeAt(index) !== 0x7d) index += 1;
      if (index === limit) return undefined;
      index += 1;
      continue;
    }
    if (isSpace(code) || code === 0x3e || code === 0x3c || code === 0x22 || code === 0x27 || code === 0x60) break;
    index += 1;
  }
  return index === at ? undefined : index;
}

function isNameCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || code === 0x3a || code === 0x2e;
}

function isAttributeCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || code === 0x3a || code === 0x2e || code === 0x5f || code === 0x40;
}
