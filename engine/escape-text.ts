import type { DocumentFormat } from "./document/model";

/** Text that means itself in a document of the format; `isAtStart`: it begins a line. */
export function escapeText(text: string, format: DocumentFormat, isAtStart: boolean): string {
  switch (format) {
    case "markdown":
      return escapeMarkdown(text, isAtStart);
    case "html":
      return escapeHtml(text);
    default:
      return text;
  }
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** An underscore inside a word, as in an address, means itself anyway. */
function escapeMarkdown(text: string, isAtStart: boolean): string {
  const escaped = text.replace(/[\\`*[\]<>|]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)/gu, "\\$&");
  return isAtStart ? escaped.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[#>+-]/, "\\$&") : escaped;
}
