import type { HtmlTag } from "./html-tokens";
import { isElementName, separatesBlocks } from "./inline-html";

const words = (names: string) => new Set(names.split(" "));

/** Elements without content. */
const empty = words("area base br col embed hr img input link meta param source track wbr");

/** Elements whose text is no prose: programs, drawings, controls, and what leads elsewhere. */
const silent = words(
  "script style noscript template svg math canvas iframe noframes noembed object applet audio video map " +
    "button select datalist option optgroup textarea progress meter nav menuitem xmp",
);

/** Elements of earlier times, and others that a slot is never named like. */
const other = words(
  "applet basefont bgsound blink dir keygen legend marquee meter output plaintext rb rtc slot spacer",
);

/** Roles of what stands around the text of a page. */
const silentRoles = words("navigation search menu menubar toolbar tablist dialog alertdialog listbox tooltip");

/** What a consent tool of the usual makes puts into a page, by id or class. */
const consent =
  /^(?:onetrust-(?:consent-sdk|banner-sdk|pc-sdk)|cybotcookiebotdialog\w*|usercentrics-root|didomi-(?:host|popup)|qc-cmp2-container|truste-consent-track|iubenda-cs-banner|cmplz-cookiebanner(?:-container)?|hs-eu-cookie-confirmation|cookie-law-info-bar|cc-window|cc_banner|cookie-?(?:banner|bar|notice|consent|popup|modal|overlay))$/;

/** Text for machines that read aloud, which is not to be seen. */
const unseen = words("sr-only visually-hidden visuallyhidden screen-reader-text skip-link skip-to-content");

/** Elements that end a paragraph which was left open, and those of which an open one is ended by the next. */
export const headingNames: ReadonlySet<string> = words("h1 h2 h3 h4 h5 h6");

/** Elements beyond which no tag closes anything. */
export const scopes: ReadonlySet<string> = words("td th table caption template object");

/** Elements of `<head>`; any other one ends it. */
export const headNames: ReadonlySet<string> = words("title meta link script style base noscript template head");

/** Whether the element has no content and is never closed. */
export function isEmpty(name: string): boolean {
  return empty.has(name);
}

/** Whether what the element holds is never part of the policy. */
export function isSilent(tag: HtmlTag): boolean {
  if (silent.has(tag.name)) return true;
  const { attributes } = tag;
  if (tag.name === "dialog" && !attributes.has("open")) return true;
  if (attributes.size === 0) return false;
  const hidden = attributes.get("hidden");
  if (hidden !== undefined && hidden.toLowerCase() !== "until-found") return true;
  if (attributes.get("aria-hidden") === "true") return true;
  const style = attributes.get("style");
  if (style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (silentRoles.has(attributes.get("role") ?? "")) return true;
  return hasName(attributes.get("id")) || hasName(attributes.get("class"));
}

function hasName(names: string | undefined): boolean {
  if (
    names === undefined ||
    !/cookie|consent|onetrust|cmp|cc[-_]|usercentrics|didomi|sr-|visually|screen|skip/i.test(names)
  )
    return false;
  return names
    .toLowerCase()
    .split(/\s+/)
    .some((name) => consent.test(name) || unseen.has(name));
}

/** Whether the element ends the paragraph before it. */
export function isBlock(name: string): boolean {
  return separatesBlocks(name) || name === "hr";
}

/**
 * Whether what looks like a tag is a slot that somebody has to fill in: `<company name>`.
 * Names with a hyphen or a colon are those of components and word processors.
 */
export function isSlot({ name, closing, selfClosing, hasValues }: HtmlTag): boolean {
  if (closing || selfClosing || hasValues || /[-:]/.test(name)) return false;
  return !isElementName(name) && !empty.has(name) && !silent.has(name) && !other.has(name);
}

/** Whether the element makes its text bold. */
export function isBold({ name, attributes }: HtmlTag): boolean {
  if (name === "b" || name === "strong") return true;
  const style = attributes.get("style");
  return style !== undefined && /(?:^|[;\s])font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
}
