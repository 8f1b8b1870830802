import { joinAddresses } from "./addresses";
import { readFrontMatter } from "./front-matter";
import { findHeadings } from "./headings";
import { readHtml } from "./html-document";
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
  const format = formatOf(text, givenFormat);
  const frontMatter = readFrontMatter(text);
  const normalised = normaliseWhiteSpace(text);
  const from = frontMatter === undefined ? 0 : startOfNextLine(normalised, frontMatter.span.end);
  if (format === "html") return { text, format, frontMatter, linkLabels: new Set(), ...readHtml(text, from) };
  const lines = linesOf(normalised, from);
  const wrapping = wrappingOf(lines);
  const { drafts, linkLabels } =
    format === "markdown"
      ? readMarkdown(normalised, lines, wrapping)
      : { drafts: readLines(normalised, lines, wrapping), linkLabels: new Set<string>() };
  const read = joinAddresses(text, findHeadings(text, drafts, format));
  return { text, format, frontMatter, linkLabels, page: undefined, ...structureOf(text, read) };
}

function startOfNextLine(normalised: string, from: number): number {
  const newline = normalised.indexOf("\n", from);
  return newline < 0 ? normalised.length : newline + 1;
}

/** What the text is, whatever its name says: whole pages of HTML are piped in without any. */
function formatOf(text: string, given: DocumentFormat): DocumentFormat {
  if (given !== "html" && /^\s*(?:<!doctype html|<html)\b/i.test(text.slice(0, 200))) return "html";
  return given === "plaintext" && looksLikeMarkdown(text) ? "markdown" : given;
}

/** Policies in Markdown are often kept or sent in files that are called text; one marked place may be chance. */
function looksLikeMarkdown(text: string): boolean {
  return (text.match(markdownOnly)?.length ?? 0) >= 2;
}

/** Headings, bold lines and links. */
const markdownOnly = /^(?:#{1,6} \S|\*\*[^*\r\n]{2,150}\*\*:?[ \t]*$)|\[[^[\]\r\n]{1,200}\]\(https?:/gm;
