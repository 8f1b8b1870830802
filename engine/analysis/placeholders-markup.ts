import type { InlineMarkup } from "../document/model";
import type { PlaceholderSearch } from "./placeholders";
import { isNamed, kindOfSlot } from "./slot-names";

/** Slots that are made of markup: `<Company Name>`, `<mark>company</mark>`, `<span class="placeholder">…</span>`, `__COMPANY__`. */
export function findMarkedUp(search: PlaceholderSearch): void {
  const { prose } = search;
  for (const [index, item] of prose.markup.entries()) {
    if (item.kind === "tag") tag(item, index, search);
    else if (item.kind === "strong") underscored(item, search);
    else if (item.kind === "link" || item.kind === "autolink") target(item, search);
  }
}

/** Elements of HTML whose names name slots as well. */
const elements =
  /^(?:address|data|link|title|time|label|object|map|source|summary|details|form|area|base|body|button|code|main)$/i;

function tag(item: InlineMarkup, index: number, search: PlaceholderSearch): void {
  const { source, prose, words } = search;
  const written = source.slice(item.source.start, item.source.end);
  const content = /^<([^<>=/!?][^<>=]{1,80})>$/.exec(written)?.[1]?.trim();
  if (content !== undefined && !content.endsWith("/") && !elements.test(content)) {
    const name = content.split(/\s/)[0] as string;
    // An element that is closed again is a component, no slot.
    if (kindOfSlot(content, words) === "slot" && !search.isClosed(name)) {
      search.found({ source: item.source }, { kind: "slot", style: "angle-brackets", name: content });
      return;
    }
  }
  const marked = /^<mark\b/i.test(written);
  if (!marked && !/^<\w{1,20}\s[^<>]{0,200}class\s?=\s?["'][^"'<>]{0,100}\bplaceholder\b/i.test(written)) return;
  const close = prose.markup.slice(index + 1, index + 8).find(({ kind, source: other }) => {
    return kind === "tag" && source.startsWith("</", other.start);
  });
  if (close === undefined) return;
  const text = source.slice(item.source.end, close.source.start);
  if (
    text.trim() === "" ||
    text.length > 120 ||
    (marked && kindOfSlot(text.replace(/^\[|\]$/g, ""), words) === undefined)
  )
    return;
  search.found(
    { source: { start: item.source.start, end: close.source.end } },
    { kind: "slot", style: "mark", name: text },
  );
}

/** `__COMPANY__` is bold in Markdown; in the middle of a sentence and in capitals it is a variable. */
function underscored({ source: place, prose: visible }: InlineMarkup, search: PlaceholderSearch): void {
  const { source, text, words, variables } = search;
  const name = /^__([A-Z][A-Z_]{2,40})__$/.exec(source.slice(place.start, place.end))?.[1];
  if (name === undefined || Object.hasOwn(variables, name) || !isNamed(name, words)) return;
  const before = text.slice(Math.max(0, visible.start - 3), visible.start);
  const after = text.slice(visible.end, visible.end + 3);
  if (!name.includes("_") && (!/\p{Ll}\s$/u.test(before) || /^\s?:/.test(after))) return;
  search.found({ source: place }, { kind: "slot", style: "underscores", name });
}

/** A link whose target nobody filled in: `[Contact](mailto:[email])`, `[site](YOUR_URL)`. */
function target({ target: written, source: place }: InlineMarkup, search: PlaceholderSearch): void {
  if (written === undefined) return;
  const name =
    /^(?:mailto:|tel:|https?:\/\/)?(?:\[([^\]]{2,60})\]|\{\{?\s?([\w-]{2,40})\s?\}\}?|((?:YOUR|INSERT)[_A-Z-]{2,40}|(?:your|insert)-[\w-]{2,40}))$/.exec(
      written,
    );
  if (name === null || (name[2] !== undefined && Object.hasOwn(search.variables, name[2]))) return;
  const at = search.source.slice(place.start, place.end).lastIndexOf(written);
  if (at < 0) return;
  const start = place.start + at;
  search.found(
    { source: { start, end: start + written.length } },
    { kind: "slot", style: "brackets", name: name[1] ?? name[2] ?? (name[3] as string) },
  );
}
