import type { FactSource, FactWords } from "./catalogue/fact-model";
import type { SnippetSource } from "./catalogue/model";
import type { FactValue } from "./config";
import type { DocumentFormat } from "./document/model";
import { escapeSnippet } from "./edits";
import { escapeText } from "./escape-text";

/** What fills the slots of snippets. */
export interface StatedFacts {
  /** By id, as configured. */
  readonly values: Readonly<Record<string, FactValue>>;
  readonly sources: ReadonlyMap<string, FactSource>;
  readonly words: FactWords;
}

/** A snippet in which what the configuration states stands in place of slots, as text that means itself in the format. */
export function fillSnippet(snippet: SnippetSource, facts: StatedFacts, format: DocumentFormat): string {
  return filled(snippet, facts, (text, offset) => {
    // A page's elements are escaped where they are made.
    const isAtStart = offset === 0 || snippet.text[offset - 1] === "\n";
    const written = format === "html" ? text : escapeText(text, format, isAtStart);
    return escapeSnippet(written);
  });
}

/** The same snippet as it is read in a document of any format. */
export function readSnippet(snippet: SnippetSource, facts: StatedFacts): string {
  return filled(snippet, facts, escapeSnippet);
}

function filled(
  { text, facts: slots }: SnippetSource,
  { values, sources, words }: StatedFacts,
  write: (text: string, offset: number) => string,
): string {
  if (slots === undefined) return text;
  return text.replace(/\$\{(\d+):\[[^\]]*\]\}/g, (stop, number: string, offset: number) => {
    const id = Object.hasOwn(slots, number) ? (slots[number] as string) : undefined;
    if (id === undefined || !Object.hasOwn(values, id)) return stop;
    const source = sources.get(id);
    const written = source === undefined ? undefined : writtenFact(id, source, values[id] as FactValue, words);
    return written === undefined ? stop : write(written, offset);
  });
}

/** The words that state a fact in a language; `undefined` where it has none for it. */
function writtenFact(id: string, { type }: FactSource, value: FactValue, words: FactWords): string | undefined {
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  switch (type) {
    case "boolean":
      return undefined;
    case "choice":
    case "choices": {
      const options = words.options[id];
      const written = values.map((option) => options?.[option]);
      return written.every((each) => each !== undefined) ? inWords(written as string[], words) : undefined;
    }
    case "day":
      return values.length === 1 ? dayInWords(values[0] as string, words) : undefined;
    case "email":
      return inOneLine(values[0] ?? "");
    default:
      return inWords(values.map(inOneLine), words);
  }
}

function inWords(parts: readonly string[], { list }: FactWords): string | undefined {
  const written = parts.filter((part) => part !== "");
  const last = written.at(-1);
  if (last === undefined) return undefined;
  return written.length === 1 ? last : `${written.slice(0, -1).join(list.between)}${list.last}${last}`;
}

function dayInWords(day: string, { day: template, months }: FactWords): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = months[Number(parts?.[2]) - 1];
  if (parts === null || month === undefined) return undefined;
  const values: Readonly<Record<string, string>> = { day: String(Number(parts[3])), month, year: String(parts[1]) };
  return template.replace(/\{(day|month|year)\}/g, (_, name: string) => values[name] as string);
}

/** An address over several lines is one over several commas. */
function inOneLine(text: string): string {
  return text
    .split(/[\r\n]/)
    .map((line) => line.trim().replace(/,$/, "").replace(/\s+/g, " "))
    .filter((line) => line !== "")
    .join(", ");
}
