import { joinAddresses } from "./addresses";
import { readFrontMatter } from "./front-matter";
import { findHeadings } from "./headings";
import { linesOf, normaliseWhiteSpace } from "./lines";
import { readMarkdown } from "./markdown";
import type { DocumentFormat, PolicyDocument } from "./model";
import { readLines, wrappingOf } from "./plain-text";
import { structureOf } from "./structure";

/**
 * Reads a text into sections and blocks; any text is a document.
 * The document's format is the one that the text turns out to have.
 */
export function parse(text: string, givenFormat: DocumentFormat): PolicyDocument {
  const format = givenFormat === "plaintext" && looksLikeMarkdown(text) ? "markdown" : givenFormat;
  const frontMatter = readFrontMatter(text);
  const normalised = normaliseWhiteSpace(text);
  const lines = linesOf(normalised, frontMatter === undefined ? 0 : startOfNextLine(normalised, frontMatter.span.end));
  const wrapping = wrappingOf(lines);
  const { drafts, linkLabels } =
    format === "markdown"
      ? readMarkdown(normalised, lines, wrapping)
      : { drafts: readLines(normalised, lines, wrapping), linkLabels: new Set<string>() };
  const read = joinAddresses(text, findHeadings(text, drafts, format));
  return { text, format, frontMatter, linkLabels, ...structureOf(text, read) };
}

function startOfNextLine(normalised: string, from: number): number {
  const newline = normalised.indexOf("\n", from);
  return newline < 0 ? normalised.length : newline + 1;
}

/** Policies in Markdown are often kept or sent in files that are called text; one marked place may be chance. */
function looksLikeMarkdown(text: string): boolean {
  return (text.match(markdownOnly)?.length ?? 0) >= 2;
}

/** Headings, bold lines and links. */
const markdownOnly = /^(?:#{1,6} \S|\*\*[^*\r\n]{2,150}\*\*:?[ \t]*$)|\[[^[\]\r\n]{1,200}\]\(https?:/gm;
