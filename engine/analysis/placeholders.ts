import type { InlineMarkup, Prose } from "../document/model";
import { proseToSource } from "../document/prose";
import type { Span } from "../span";
import type { CompiledDrafting } from "./drafting";
import { findBracketed } from "./placeholders-brackets";
import { findMarkedUp } from "./placeholders-markup";
import { findVariables } from "./placeholders-variables";
import { findLooseWords } from "./placeholders-words";
import { outermost, touches } from "./prose-ranges";

/** What somebody has to do about a placeholder; the messages of the rule go by it. */
export type PlaceholderKind =
  /** A named slot: fill it in. */
  | "slot"
  /** A blank without a name: "____", "[●]", "XX days". */
  | "blank"
  /** A note of the author to themselves or to a colleague. */
  | "note"
  /** Alternatives between which nobody decided. */
  | "choice"
  /** A made-up value: example.com, 555-555-5555. */
  | "sample"
  /** A made-up name of a company, which may be somebody's real one. */
  | "sample-name"
  /** Filler text. */
  | "filler"
  /** What a program or a word processor printed instead of a value. */
  | "artefact";

export type PlaceholderStyle =
  | "brackets"
  | "angle-brackets"
  | "guillemets"
  | "parentheses"
  | "braces"
  | "dollar"
  | "percent"
  | "hashes"
  | "at-signs"
  | "underscores"
  | "mark"
  | "words"
  | "blank-line"
  | "leader-dots"
  | "letters-for-digits"
  | "address";

export interface Placeholder {
  /** Relative to the block's source where found, absolute in an `Analysis`; brackets and other delimiters included. */
  readonly span: Span;
  readonly kind: PlaceholderKind;
  readonly style: PlaceholderStyle;
  /** What stands between the delimiters, with single spaces: "company name". */
  readonly name: string;
}

export interface PlaceholderOptions {
  readonly words: CompiledDrafting;
  /** Generator variables that stand for a value, by name. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether the prose has the concept `draftingConcept.placeholder`; omitted where nobody looked. */
  readonly mayHavePhrases?: boolean;
}

/** What the finders look at, and where they put what they find. */
export interface PlaceholderSearch extends PlaceholderOptions {
  readonly source: string;
  readonly prose: Prose;
  /** The prose's text. */
  readonly text: string;
  /** Whether prose belongs to the text of a link. */
  readonly inLink: (span: Span) => boolean;
  /** Whether an element of this name is closed somewhere in the block, so that `<Name>` is a component and no slot. */
  readonly isClosed: (element: string) => boolean;
  /** `place` is a span in the prose or, where the words are not visible as they stand, in the block's source. */
  readonly found: (place: { readonly span: Span } | { readonly source: Span }, what: Omit<Placeholder, "span">) => void;
}

/**
 * The unfilled placeholders of a block in source order, none within another.
 * What a generator fills in later (dotted names, filters, tags, shortcodes) is a value and not found here.
 */
export function findPlaceholders(source: string, prose: Prose, options: PlaceholderOptions): readonly Placeholder[] {
  const all: Placeholder[] = [];
  const { markup } = prose;
  const proseOf = (kinds: readonly InlineMarkup["kind"][]) =>
    markup.length === 0 ? [] : markup.filter(({ kind }) => kinds.includes(kind)).map((item) => item.prose);
  const code = proseOf(["code"]);
  const links = proseOf(["link", "autolink", "footnote"]);
  let closed: ReadonlySet<string> | undefined;
  const search: PlaceholderSearch = {
    words: options.words,
    variables: options.variables,
    mayHavePhrases: options.mayHavePhrases ?? true,
    source,
    prose,
    text: prose.text,
    isClosed: (element) => {
      closed ??= new Set(Array.from(source.matchAll(/<\/([\w.-]{1,60})/g), ([, name]) => name as string));
      return closed.has(element);
    },
    inLink: (span) => touches(links, span),
    found: (place, what) => {
      if ("span" in place && touches(code, place.span)) return;
      const span = "span" in place ? withEscape(source, proseToSource(prose, place.span)) : place.source;
      all.push({ ...what, name: what.name.replace(/\s+/g, " ").trim(), span });
    },
  };
  findBracketed(search);
  findVariables(search);
  findLooseWords(search);
  findMarkedUp(search);
  return outermost(all);
}

/** A backslash before the first delimiter belongs to the placeholder, so that removing one leaves none behind. */
export function withEscape(source: string, span: Span): Span {
  const escaped = source[span.start - 1] === "\\" && /[[\]{}<>$#_*]/.test(source[span.start] ?? "");
  return escaped ? { start: span.start - 1, end: span.end } : span;
}
