import type { Analysis } from "./analysis/analysis";
import { headingConcept } from "./catalogue/compile";
import type { Block, HeadingStyle, PolicyDocument, Section } from "./document/model";
import { emptyTokens, tokenize } from "./match/tokens";
import { tag, type Vocabulary } from "./match/vocabulary";

/** Where the snippet of a missing disclosure goes, and the text to put there (snippet notation). */
export interface Insertion {
  /** A UTF-16 offset. */
  readonly offset: number;
  readonly newText: string;
  /** The heading under which the snippet goes; `undefined` where a new section is made. */
  readonly heading: Block | undefined;
}

/**
 * The heading under which a disclosure is expected; the deepest and first one that names it.
 * `undefined` where the document has none.
 */
export function expectedHeading(analysis: Analysis, disclosure: string): Block | undefined {
  return headingWith(analysis, headingConcept(disclosure));
}

function headingWith(analysis: Analysis, concept: string): Block | undefined {
  const { document, catalogue, recognition } = analysis;
  const vocabulary = catalogue.languages.get(recognition.language)?.vocabulary;
  const id = vocabulary?.concepts.get(concept);
  if (vocabulary === undefined || id === undefined) return undefined;
  let best: Block | undefined;
  for (const section of document.sections) {
    if (section.heading === undefined) continue;
    const block = document.blocks[section.heading] as Block;
    if (!names(vocabulary, id, analysis.prose(block).text)) continue;
    if (best === undefined || section.level > (document.sections[best.section] as Section).level) best = block;
  }
  return best;
}

function names(vocabulary: Vocabulary, concept: number, text: string): boolean {
  const tokens = emptyTokens();
  tokenize(text, 0, text.length, vocabulary.words, tokens);
  return tag(vocabulary, tokens, text).concept.includes(concept);
}

/** Plans the insertion of a snippet: under the heading where it belongs, else as a new section before contact or changes. */
export function planInsertion(analysis: Analysis, disclosure: string): Insertion | undefined {
  const { document, catalogue, recognition } = analysis;
  const words = catalogue.languages.get(recognition.language)?.disclosures.get(disclosure);
  if (words === undefined) return undefined;
  const newline = /\r\n|\r|\n/.exec(document.text)?.[0] ?? "\n";
  const text = words.snippet.text.replaceAll("\n", newline);
  const heading = expectedHeading(analysis, disclosure);
  if (heading !== undefined && heading.headingStyle !== "run-in") {
    const offset = endOfLine(document.text, heading, document);
    return { offset, newText: `${newline}${newline}${text}`, heading };
  }
  const next = headingWith(analysis, "closing-section");
  const style = styleOf(document, next);
  const title = escapeSnippet(style.write(words.snippet.heading, newline));
  const body = `${title}${newline}${newline}${text}`;
  if (next !== undefined) {
    const offset = startOfLine(document.text, next.span.start);
    return { offset, newText: `${body}${newline}${newline}`, heading: undefined };
  }
  const last = document.text.trimEnd().length;
  const gap = last === 0 ? "" : `${newline}${newline}`;
  return { offset: last, newText: `${gap}${body}`, heading: undefined };
}

/** `$`, `}` and `\` have a meaning in snippets. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

interface WrittenHeading {
  readonly write: (title: string, newline: string) => string;
}

/** The way in which the document writes the headings of its sections: of the following section, else of most. */
function styleOf(document: PolicyDocument, next: Block | undefined): WrittenHeading {
  const headings = document.blocks.filter((block) => block.kind === "heading" && block.headingStyle !== "run-in");
  const sections = headings.slice(1);
  const model = next ?? mostCommon(sections) ?? headings[0];
  if (model === undefined) return { write: (title) => (document.format === "markdown" ? `## ${title}` : title) };
  const level = next === undefined && sections.length === 0 ? 2 : model.level;
  const number = numberOf(document, model);
  return {
    write: (title, newline) =>
      writeHeading(model.headingStyle ?? "plain", level, `${number}${title}`, document, model, newline),
  };
}

function mostCommon(headings: readonly Block[]): Block | undefined {
  const counts = new Map<string, { count: number; block: Block }>();
  for (const block of headings) {
    const key = `${block.headingStyle}:${block.level}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { count: 1, block });
  }
  let best: { count: number; block: Block } | undefined;
  for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry;
  return best?.block;
}

/** "7. " before a section that is numbered "7."; those after it keep their numbers, which a person has to decide on. */
function numberOf(document: PolicyDocument, model: Block): string {
  const text = document.text.slice(model.span.start, model.span.end);
  return /^(?:\d{1,2}(?:\.\d{1,2})*\\?[.)]?|[IVX]{1,5}\.|[A-Z][.)])\s+/.exec(text)?.[0] ?? "";
}

function writeHeading(
  style: HeadingStyle,
  level: number,
  title: string,
  document: PolicyDocument,
  model: Block,
  newline: string,
): string {
  switch (style) {
    case "atx":
      return `${"#".repeat(Math.max(1, level))} ${title}`;
    case "setext":
      return `${title}${newline}${(level === 1 ? "=" : "-").repeat(Math.max(3, title.length))}`;
    case "html":
      return `<h${Math.max(1, level)}>${title.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</h${Math.max(1, level)}>`;
    case "bold":
      return `**${title}**`;
    case "bullet":
      return `${bulletOf(document.text, model)}${title}`;
    case "caps":
      return title.toUpperCase();
    default:
      return title;
  }
}

function bulletOf(text: string, model: Block): string {
  const line = text.slice(startOfLine(text, model.span.start), model.span.start);
  return /^\s*[^\w\s]\s+$/.test(line) ? line : "• ";
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The end of the heading's last line, underline included. */
function endOfLine(text: string, heading: Block, document: PolicyDocument): number {
  const lineEnd = (from: number): number => {
    const rest = /[\r\n]/.exec(text.slice(from));
    return rest === null ? text.length : from + rest.index;
  };
  let end = lineEnd(heading.span.end);
  if (heading.headingStyle === "setext" && document.format === "markdown") {
    const underline = /^(?:\r\n|\r|\n)[ \t]*(?:=+|-+)[ \t]*/.exec(text.slice(end));
    if (underline) end += underline[0].length;
  }
  return end;
}
