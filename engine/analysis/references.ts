import { fold } from "../document/folded";
import type { Block, Prose } from "../document/model";
import type { Span } from "../span";
import type { Analysis } from "./analysis";
import { lineStart, numberedBlocks } from "./numbering";
import type { CompiledReferences } from "./reference-words";

/** A place of the text that sends readers to another place of it, which is not there. */
export interface BrokenReference {
  readonly kind: "name" | "number" | "anchor";
  /** As the text has it, without quotation marks and "#". */
  readonly text: string;
  /** Absolute. */
  readonly span: Span;
  /** The heading that is most like it; `undefined` where none is. */
  readonly nearest: string | undefined;
}

type Document = Pick<Analysis, "document" | "prose" | "toSource">;

/** In document order; `words` are those of the document's language. */
export function brokenReferences(analysis: Document, words: CompiledReferences): readonly BrokenReference[] {
  const { document } = analysis;
  const titles = titlesOf(analysis, words);
  const anchors = lazy(() => anchorsOf(analysis));
  const numbers = lazy(() => numbersOf(analysis, words));
  const headings = lazy(() =>
    document.blocks
      .filter(({ kind }) => kind === "heading")
      .map((block) => analysis.prose(block).text.trim())
      .map((text): Heading => ({ text, words: plain(text, words).split(" ") })),
  );
  const broken: BrokenReference[] = [];
  for (const block of document.blocks) {
    if (block.kind === "code") continue;
    const source = document.text.slice(block.span.start, block.span.end);
    const prose = analysis.prose(block);
    for (const { name, span } of linkedAnchors(source, prose)) {
      if (anchors().has(slug(name))) continue;
      const place = { start: block.span.start + span.start, end: block.span.start + span.end };
      broken.push({ kind: "anchor", text: name, span: place, nearest: nearestOf(name, headings(), words) });
    }
    if (block.kind === "heading") continue;
    for (const sentence of prose.sentences) {
      const text = prose.text.slice(sentence.start, sentence.end);
      const place = (start: number, end: number) =>
        analysis.toSource(block, { start: sentence.start + start, end: sentence.start + end });
      for (const { name, start, end } of quotedNames(text, prose, sentence, words)) {
        if (isAmong(name, titles, words)) continue;
        broken.push({ kind: "name", text: name, span: place(start, end), nearest: nearestOf(name, headings(), words) });
      }
      for (const { name, start, end } of namedNumbers(text, words)) {
        if (!isMissing(name, numbers())) continue;
        broken.push({ kind: "number", text: name, span: place(start, end), nearest: undefined });
      }
    }
  }
  return broken.sort((a, b) => a.span.start - b.span.start);
}

/** Sources of anchors: `](#…)` also in plain text, where it is no link, and `href="#…"`. */
const link = /\]\(#([^\s()<>"]{1,200})|<a\s[^<>]{0,200}?href\s{0,3}=\s{0,3}["']?#([^\s"'<>]{1,200})[^<>]{0,200}>/gi;

function linkedAnchors(source: string, { markup }: Prose) {
  const found: { name: string; span: Span }[] = [];
  if (!source.includes("#")) return found;
  const code = markup.filter(({ kind }) => kind === "code");
  for (const match of source.matchAll(link)) {
    const name = match[1] ?? match[2] ?? "";
    // Programs of the page use these: routes, tabs, the top.
    if (/^[!/]|[=/]|^top$/i.test(name) || /\s(?:data-|role|onclick|aria-)/i.test(match[0])) continue;
    const start = match.index + match[0].indexOf(`#${name}`);
    if (code.some(({ source: range }) => range.start <= start && start < range.end)) continue;
    if (slug(name) !== "") found.push({ name, span: { start, end: start + name.length + 1 } });
  }
  return found;
}

const explicit =
  /\s(?:id|name)\s{0,3}=\s{0,3}["']?([^\s"'<>]{1,200})|\{[^{}\r\n]{0,80}?#([^\s{}]{1,200})[^{}\r\n]{0,80}\}/gi;

/** Generators differ in case, in hyphens and in what they leave out; what differs in no letter is the same. */
function slug(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // A "%" that encodes nothing.
  }
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function anchorsOf({ document, prose }: Document): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const match of document.text.matchAll(explicit)) anchors.add(slug(match[1] ?? match[2] ?? ""));
  const counts = new Map<string, number>();
  for (const block of document.blocks) {
    if (block.kind !== "heading") continue;
    const own = slug(prose(block).text.replace(/\{#[^{}]*\}\s*$/, ""));
    const count = counts.get(own) ?? 0;
    counts.set(own, count + 1);
    anchors.add(own);
    // Pandoc drops the number in front.
    anchors.add(own.replace(/^\d+/, ""));
    if (count > 0) anchors.add(`${own}${count}`).add(`${own}${count + 1}`);
    const source = document.text.slice(lineStart(document.text, block.span.start, 10), block.span.end);
    anchors.add(slug(source));
  }
  for (const label of document.linkLabels)
    anchors
      .add(slug(label))
      .add(slug(`fn${label}`))
      .add(slug(`fnref${label}`));
  return anchors;
}

const quoted = /[“„"]([^“”„"]{2,90})[”“"]|[‘'](\p{Lu}[^‘’'“”"]{2,90})[’']/gu;

function* quotedNames(text: string, { markup }: Prose, sentence: Span, words: CompiledReferences) {
  for (const match of text.matchAll(quoted)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 80), start);
    const after = text.slice(end, end + 60);
    const name = (match[1] ?? match[2] ?? "").trim().replace(/[.,;:]+$/, "");
    if (!/^[\d.\s]*\p{Lu}/u.test(name) || name.split(/\s+/).length > 12) continue;
    const isSection = words.sectionBefore.test(before) || words.sectionAfter.test(after);
    if (!isSection && !words.leadBefore.test(before)) continue;
    if (words.elsewhere.test(text) || words.ofAnother.test(after)) continue;
    if (!isSection && words.otherDocument.test(name)) continue;
    const linked = markup.some(
      ({ kind, prose, target }) =>
        kind === "link" && prose.start < sentence.start + end && sentence.start + start < prose.end && !!target,
    );
    if (!linked) yield { name, start, end };
  }
}

interface Title {
  readonly words: string;
  /** Whether it is marked as one; otherwise it is the beginning of a paragraph, which may be one in all but marks. */
  readonly isMarked: boolean;
}

function titlesOf({ document, prose }: Document, known: CompiledReferences): readonly Title[] {
  const titles: Title[] = [];
  for (const block of document.blocks) {
    if (block.kind === "code") continue;
    const { text, markup } = prose(block);
    const isMarked = block.kind === "heading";
    titles.push({ words: plain(text.slice(0, isMarked ? 200 : 110), known), isMarked });
    for (const { kind, prose: span } of markup) {
      const strong = text.slice(span.start, Math.min(span.end, span.start + 200));
      if (kind === "strong") titles.push({ words: plain(strong, known), isMarked: true });
    }
  }
  return titles;
}

/** Words alone: no number in front, no punctuation, one space between them. */
function plain(text: string, { and, titleNumber }: CompiledReferences): string {
  return fold(text)
    .text.replace(titleNumber, "")
    .replace(/&/g, ` ${and} `)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isAmong(name: string, titles: readonly Title[], known: CompiledReferences): boolean {
  const own = plain(name, known);
  if (own === "") return true;
  return titles.some(({ words, isMarked }) => {
    if (words.startsWith(own)) return true;
    if (!isMarked || words.length <= 3) return false;
    // Titles are quoted without their beginning or end, or with a word more.
    return own.startsWith(`${words} `) || ` ${words} `.includes(` ${own} `);
  });
}

function* namedNumbers(text: string, { numbered, afterLaw, elsewhere, law }: CompiledReferences) {
  for (const match of text.matchAll(numbered)) {
    const name = match.groups?.number;
    if (name === undefined || elsewhere.test(text) || law.test(text)) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    // "Civil Code Section 17", "Section 5 of the Act", "Section 3(b)", "Section 7 GDPR".
    if (/(?:\p{Lu}|§\s?|')[\p{L}.]*\s$/u.test(before) && before.trim().includes(" ")) continue;
    if (afterLaw.test(after)) continue;
    yield { name, start: match.index, end: match.index + match[0].length };
  }
}

interface Numbers {
  /** Every number that a block begins with, and those above it. */
  readonly all: ReadonlySet<string>;
  readonly isNumbered: boolean;
}

function numbersOf({ document }: Document, words: CompiledReferences): Numbers {
  const all = new Set<string>();
  const rows = numberedBlocks(document, words);
  let headings = 0;
  for (const { block, parts } of rows) {
    if (block.kind === "heading") headings += 1;
    for (let length = 1; length <= parts.length; length++) all.add(parts.slice(0, length).join("."));
  }
  // A list that the page numbers itself may have any number.
  return { all, isNumbered: headings >= 3 && !/<ol\b/i.test(document.text) };
}

function isMissing(name: string, { all, isNumbered }: Numbers): boolean {
  const isOfDepth = !name.includes(".") || [...all].some((other) => other.includes("."));
  return isNumbered && isOfDepth && all.has("1") && all.has("2") && !all.has(name);
}

interface Heading {
  readonly text: string;
  readonly words: readonly string[];
}

/** At least half of the words are the same. */
function nearestOf(name: string, headings: readonly Heading[], known: CompiledReferences): string | undefined {
  const own = plain(name.replace(/[-_]+/g, " "), known).split(" ");
  let best: string | undefined;
  let most = 0.5;
  for (const { text, words } of headings) {
    const shared = own.filter((word) => word.length > 1 && words.includes(word)).length;
    const likeness = (2 * shared) / (own.length + words.length);
    if (likeness < most || (likeness === most && best !== undefined)) continue;
    best = text;
    most = likeness;
  }
  return best;
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Headings of the same words and level in the same section, each after the first with the first. */
export function duplicateHeadings({ document, prose }: Document): readonly { first: Block; again: Block }[] {
  const seen = new Map<string, Block>();
  const found: { first: Block; again: Block }[] = [];
  for (const section of document.sections) {
    const block = section.heading === undefined ? undefined : document.blocks[section.heading];
    if (block === undefined || !/^(?:atx|setext|html)$/.test(block.headingStyle ?? "")) continue;
    const words = fold(prose(block).text).text;
    if (!/\p{L}/u.test(words)) continue;
    const key = `${section.parent}:${section.level}:${words}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, block);
    else found.push({ first, again: block });
  }
  return found;
}
