import type { DocumentKind } from "../config";
import type { Block, PolicyDocument } from "../document/model";
import { proseToSource } from "../document/prose";
import { emptyTokens, tokenize } from "../match/tokens";
import { tag } from "../match/vocabulary";
import { type Span, shift } from "../span";
import type { BlockWords } from "./block-words";
import type { CompiledRecognition } from "./recognition";

/**
 * What the title says: it names a kind (with a doubt, or with none), may mean one, is of another genre, or says nothing;
 * `file-name` where only the name of the file may mean one.
 */
export interface TitleReading {
  readonly verdict: "named" | "doubtful" | "weak" | "competing" | "file-name" | "none";
  /** `not-a-policy` where no kind is named or meant. */
  readonly kind: DocumentKind;
  /** The title; `undefined` where the verdict is not about one. */
  readonly span: Span | undefined;
}

/** A title has at most so many words; a line of running text, which may be a title, not as many. */
const longestHeading = 18;
const longestLine = 9;
/** So many lines may stand above the text: the site's name, the title, a date. */
const mostLines = 6;

/** A title that names several kinds is the first of these. */
const precedence: readonly DocumentKind[] = ["template", "privacy-policy", "cookie-policy", "terms", "other-policy"];

const nothing: TitleReading = { verdict: "none", kind: "not-a-policy", span: undefined };

/** Reads front matter's title and the lines above the text, then the first heading, then the file's name. */
export function readTitles(
  document: PolicyDocument,
  words: BlockWords,
  recognition: CompiledRecognition,
  documentKey: string,
): TitleReading {
  const { titles, later } = titlesOf(document, words);
  const readings = titles.map(({ text, span, isCertain }) => {
    const reading = read(text, span, recognition);
    // What stands below the first line may be a menu's.
    return isCertain || reading.verdict !== "competing" ? reading : { ...reading, verdict: "doubtful" as const };
  });
  const known = (verdict: TitleReading["verdict"]) => readings.find((reading) => reading.verdict === verdict);
  const competing = known("competing");
  if (competing !== undefined) return competing;
  const named = known("named");
  if (named !== undefined) {
    // A line of a menu names a kind just as a title does; where they disagree, none of them decides.
    const agree = readings.every(({ verdict, kind }) => verdict !== "named" || kind === named.kind);
    return agree ? named : { ...named, verdict: "weak" };
  }
  const other = known("doubtful") ?? known("weak");
  if (other !== undefined) return other;
  // Below other words, a heading may as well be a chapter's.
  const heading = later && read(later.text, later.span, recognition);
  if (heading?.verdict === "named") return { ...heading, verdict: "weak" };
  const byName = read(fileName(documentKey), { start: 0, end: 0 }, recognition);
  const isMeant = byName.verdict === "named" || byName.verdict === "weak";
  return isMeant ? { verdict: "file-name", kind: byName.kind, span: undefined } : nothing;
}

function fileName(documentKey: string): string {
  return documentKey.slice(documentKey.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

function read(text: string, span: Span, recognition: CompiledRecognition): TitleReading {
  const { vocabulary, titles, weakTitles, competingTitle, doubtfulTitle } = recognition;
  const tokens = emptyTokens();
  tokenize(text, 0, text.length, vocabulary.words, tokens);
  const concepts = tag(vocabulary, tokens, text).concept;
  const best = (kinds: ReadonlyMap<number, DocumentKind>) =>
    precedence.find((kind) => concepts.some((concept) => kinds.get(concept) === kind));
  if (concepts.includes(competingTitle)) return { verdict: "competing", kind: "not-a-policy", span };
  const named = best(titles);
  const kind = named ?? best(weakTitles);
  if (kind === undefined && !concepts.includes(doubtfulTitle)) return nothing;
  if (concepts.includes(doubtfulTitle) || text.trimEnd().endsWith("?")) {
    return { verdict: "doubtful", kind: kind ?? "not-a-policy", span };
  }
  return { verdict: named === undefined ? "weak" : "named", kind: kind as DocumentKind, span };
}

interface Title {
  readonly text: string;
  readonly span: Span;
  /** Whether it is marked as a title, or the first line. */
  readonly isCertain: boolean;
}

function titlesOf(
  document: PolicyDocument,
  words: BlockWords,
): { titles: readonly Title[]; later: Omit<Title, "isCertain"> | undefined } {
  const titles: Title[] = [];
  const inFrontMatter = document.frontMatter?.values.get("title");
  if (inFrontMatter !== undefined)
    titles.push({ text: inFrontMatter.value, span: inFrontMatter.span, isCertain: true });
  const lines = document.blocks.filter(({ kind, quoted }) => kind !== "code" && !quoted).slice(0, 2 * mostLines);
  const text = lines.findIndex((block) => asTitle(document, words, block) === undefined);
  const above = lines.slice(0, text < 0 ? mostLines : Math.min(text, mostLines));
  for (const [index, block] of above.entries()) {
    titles.push({ ...(asTitle(document, words, block) as Title), isCertain: index === 0 || block.kind === "heading" });
  }
  // Its words stand above the text as well, as a rule, and there is where a finding is looked for.
  if (document.page?.title !== undefined) {
    titles.push({ text: document.page.title.value, span: document.page.title.span, isCertain: true });
  }
  const heading = lines.slice(above.length).find(({ kind, level }) => kind === "heading" && level <= 2);
  return { titles, later: heading && asTitle(document, words, heading) };
}

/** The words of a heading, or of a short line that is no sentence. */
function asTitle(document: PolicyDocument, blockWords: BlockWords, block: Block): Omit<Title, "isCertain"> | undefined {
  if (block.kind !== "heading" && block.kind !== "paragraph") return undefined;
  const start = block.span.start;
  const source = document.text.slice(start, Math.min(block.span.end, start + 400));
  const line = block.kind === "heading" ? source : (/^[^\r\n]*/.exec(source)?.[0] ?? "");
  const isWhole = line.length === block.span.end - start;
  const prose = isWhole ? blockWords.prose(block) : blockWords.project(block, line);
  const words = prose.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words > (block.kind === "heading" ? longestHeading : longestLine)) return undefined;
  if (block.kind === "paragraph" && /[.!;,]["'”’]?\s*$/.test(prose.text)) return undefined;
  // The address of a page is none of its words.
  const text = /^\w+:\/\/\S*$/.test(prose.text) ? "" : prose.text;
  return { text, span: shift(proseToSource(prose, { start: 0, end: prose.text.length }), start) };
}
