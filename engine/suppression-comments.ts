import type { Analysis } from "./analysis/analysis";
import type { Span } from "./span";

/** How far a comment reaches. */
export type CommentReach = "next-line" | "range" | "file";

/** One rule that a comment names. */
export interface NamedRule {
  /** As written. */
  readonly name: string;
  readonly span: Span;
}

/** A comment in a document that silences rules, or begins or ends silence. */
export interface SuppressionComment {
  /** The whole comment. */
  readonly span: Span;
  /** `undefined`: it ends what others began. */
  readonly reach: CommentReach | undefined;
  /** Of one that ends: none stand for all. */
  readonly rules: readonly NamedRule[];
  /** What stands behind the two hyphens; "" where nothing does. */
  readonly reason: string;
}

/** A comment that begins like one of ours, with a word behind it that means nothing. */
export interface UnknownComment {
  readonly word: NamedRule;
}

/** What a comment can begin with, behind "clauselint-". */
export const commentWords: Readonly<Record<string, CommentReach | undefined>> = {
  "disable-next-line": "next-line",
  disable: "range",
  enable: undefined,
  "disable-file": "file",
};

/** How comments begin and end: those of HTML, and in Markdown those of MDX, which has no others. */
const notations = [
  { open: "<!--", close: "-->" },
  { open: "{/*", close: "*/}" },
] as const;
type Notation = (typeof notations)[number];

/** The comments of a document that are about rules, in order; those in code mean nothing, and plain text has none. */
export function readComments(analysis: Analysis): readonly (SuppressionComment | UnknownComment)[] {
  const { text, format } = analysis.document;
  if (format === "plaintext" || !text.includes("clauselint-")) return [];
  const [html, mdx] = notations;
  const found = commentsIn(analysis, html);
  if (format !== "markdown" || !text.includes(mdx.open)) return found;
  return [...found, ...commentsIn(analysis, mdx)].sort((a, b) => placeOf(a) - placeOf(b));
}

function commentsIn(analysis: Analysis, notation: Notation): (SuppressionComment | UnknownComment)[] {
  const { text, frontMatter } = analysis.document;
  const { open, close } = notation;
  const found: (SuppressionComment | UnknownComment)[] = [];
  const start = frontMatter?.span.end ?? 0;
  for (let at = text.indexOf(open, start); at >= 0; at = text.indexOf(open, at + open.length)) {
    const from = at + open.length;
    const head = /^\s*clauselint-([a-z-]*)/.exec(text.slice(from, from + 76));
    if (head === null || isInCode(analysis, at)) continue;
    const end = text.indexOf(close, from);
    // A comment without end hides the rest of the document; what is in it is no matter.
    if (end < 0) break;
    found.push(readComment(text, { start: at, end: end + close.length }, head, notation));
  }
  return found;
}

function placeOf(comment: SuppressionComment | UnknownComment): number {
  return isKnown(comment) ? comment.span.start : comment.word.span.start;
}

/** Whether something that was read is a comment that means something. */
export function isKnown(comment: SuppressionComment | UnknownComment): comment is SuppressionComment {
  return "reach" in comment;
}

function readComment(
  text: string,
  span: Span,
  head: RegExpExecArray,
  { open, close }: Notation,
): SuppressionComment | UnknownComment {
  const written = head[1] ?? "";
  // "enable-->" has the hyphens of the comment's end.
  const word = written.replace(/-+$/, "");
  const wordStart = span.start + open.length + head[0].length - written.length;
  const bodyStart = wordStart + word.length;
  const named = { name: word, span: { start: wordStart - "clauselint-".length, end: bodyStart } };
  if (!Object.hasOwn(commentWords, word)) return { word: named };
  const body = text.slice(bodyStart, span.end - close.length);
  const hyphens = /(?:^|\s)--(?=\s|$)/.exec(body);
  const list = hyphens === null ? body : body.slice(0, hyphens.index);
  const rules = [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
    name,
    span: { start: bodyStart + index, end: bodyStart + index + name.length },
  }));
  const reason = hyphens === null ? "" : body.slice(hyphens.index + hyphens[0].length).trim();
  return { span, reach: commentWords[word], rules, reason };
}

/** Whether an example is shown there, and nothing is meant. */
function isInCode(analysis: Analysis, offset: number): boolean {
  const block = analysis.document.blocks.find(({ span }) => span.start <= offset && offset < span.end);
  if (block === undefined) return false;
  if (block.kind === "code") return true;
  const relative = offset - block.span.start;
  const markup = analysis.prose(block).markup;
  return markup.some(({ kind, source }) => kind === "code" && source.start <= relative && relative < source.end);
}
