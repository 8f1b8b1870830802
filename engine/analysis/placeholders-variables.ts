import type { PlaceholderSearch, PlaceholderStyle } from "./placeholders";
import { isNamed, kindOfSlot } from "./slot-names";

/**
 * Variables that no generator will fill: bare names in braces, `$NAME`, `%NAME%`, `#NAME#`, `@@NAME@@`, `%s`.
 * Dotted names, filters, calls, tags and shortcodes are a generator's values, and so is what the configuration declares.
 */
export function findVariables(search: PlaceholderSearch): void {
  const { text } = search;
  if (text.includes("{")) braces(search);
  if (text.includes("$")) named(search, /(?<![\w$])\$([A-Z][A-Z_]{2,40})(?![\w$])/g, "dollar");
  if (text.includes("%")) {
    named(search, /(?<![\w%])%{1,2}([A-Za-z][\w]{2,40})%{1,2}(?![\w%])/g, "percent");
    for (const match of text.matchAll(/(?<![\w%])%(?:\d\$)?[sd@](?![\w%])/g)) {
      search.found(spanOf(match), { kind: "artefact", style: "percent", name: match[0] });
    }
  }
  if (text.includes("#")) named(search, /(?<![\w#&])#{1,2}([A-Z][A-Z_ ]{2,40})#{1,2}(?![\w#])/g, "hashes");
  if (text.includes("@@")) named(search, /(?<![\w@])@@([A-Za-z][\w ]{1,40})@@(?![\w@])/g, "at-signs");
}

/** Words of template languages that are no names. */
const keywords =
  /^(?:else|end|endif|endfor|endunless|this|children|content|yield|body|toc|true|false|break|continue)$/i;

/** A field of a word processor. */
const wordField = /^\s*(?:MERGEFIELD|DOCPROPERTY|FILLIN|ASK|REF|DATE|HYPERLINK)\b/;

function braces(search: PlaceholderSearch): void {
  const { text, words } = search;
  const pattern = /(\$?\{{1,3})([^{}\n]{1,120})(\}{1,3})/g;
  for (const match of text.matchAll(pattern)) {
    const [whole, open, content, close] = match as unknown as [string, string, string, string];
    const name = content.replace(/^[~-]?\s+|\s+[~-]?$/g, "").trim();
    if (open.replace("$", "").length !== close.length || declared(name, search) || keywords.test(name)) continue;
    const style = open.startsWith("$") ? "dollar" : "braces";
    const place = spanOf(match);
    if (wordField.test(content)) search.found(place, { kind: "artefact", style, name });
    else if (isBareName(name)) {
      // A single brace within a path or a word is part of an address or of code.
      const around = `${text[match.index - 1] ?? ""}${text[match.index + whole.length] ?? ""}`;
      if (close.length === 1 && (/[\w/=&-]/.test(around) || name.length < 2)) continue;
      search.found(place, { kind: "slot", style, name });
    } else if (/^[\p{L}\p{N}'’ ,/:_.-]+$/u.test(name) && name.includes(" ") && !/\w\.\w|^\W/.test(name)) {
      const kind = kindOfSlot(name, words);
      if (kind !== undefined) search.found(place, { kind, style, name });
    }
  }
}

function isBareName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name);
}

function declared(name: string, { variables }: PlaceholderSearch): boolean {
  return Object.hasOwn(variables, name);
}

/** Delimiters that are common in prose too: only around a name that names a slot, or one with an underscore. */
function named(search: PlaceholderSearch, pattern: RegExp, style: PlaceholderStyle): void {
  for (const match of search.text.matchAll(pattern)) {
    const name = match[1] as string;
    if (declared(name, search) || !isNamed(name, search.words)) continue;
    search.found(spanOf(match), { kind: "slot", style, name });
  }
}

function spanOf(match: RegExpMatchArray): { span: { start: number; end: number } } {
  const start = match.index as number;
  return { span: { start, end: start + match[0].length } };
}
