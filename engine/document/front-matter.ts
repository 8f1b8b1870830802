import type { FrontMatter, FrontMatterValue } from "./model";

/** Reads the block between `---` (YAML) or `+++` (TOML) lines at the very start of a text. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const opening = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (opening === null) return undefined;
  const fence = opening[1] as string;
  const toml = fence === "+++";
  const values = new Map<string, FrontMatterValue>();
  let nested = false;
  let hasNestedKey = false;
  for (let start = opening[0].length; start < text.length; ) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    const trimmed = line.trimEnd();
    if (trimmed === fence || (trimmed === "..." && !toml)) {
      // A rule between two paragraphs looks alike, but has no keys above it.
      return values.size > 0 || hasNestedKey || start === opening[0].length
        ? { span: { start: 0, end }, values }
        : undefined;
    }
    if (toml && line.startsWith("[")) nested = true;
    if (!toml && isNestedKey(text, start, end)) hasNestedKey = true;
    const entry = nested ? undefined : readEntry(line, toml);
    if (entry !== undefined && !values.has(entry.key)) {
      const from = start + entry.from;
      values.set(entry.key, { value: unquote(entry.raw), span: { start: from, end: from + entry.raw.length } });
    } else if (!toml && values.size === 0 && !looksNested(trimmed)) {
      return undefined;
    }
    start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}

/** Whether a line is a key with settings of its own: in braces, or indented in the next line. */
function isNestedKey(text: string, start: number, end: number): boolean {
  if (/^["']?[A-Za-z][\w-]*["']?:[ \t]+\{.*\}[ \t]*$/.test(text.slice(start, end))) return true;
  if (!/^["']?[A-Za-z][\w-]*["']?:[ \t]*$/.test(text.slice(start, end))) return false;
  const next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  return /^(?:[ \t]+\S|- )/.test(text.slice(next, next + 40));
}

/** Whether a line of YAML that gives no scalar may still be YAML: blank, comment, nested, or a key with something nested. */
function looksNested(line: string): boolean {
  return line === "" || /^(?:#|\s|- |["'\w][^:]*:)/.test(line);
}

interface Entry {
  readonly key: string;
  readonly raw: string;
  readonly from: number;
}

function readEntry(line: string, toml: boolean): Entry | undefined {
  const head = (toml ? /^(["']?)([\w.-]+)\1\s*=\s*/ : /^(["']?)([\w.-]+)\1\s*:\s+/).exec(line);
  if (head === null) return undefined;
  const raw = scalar(line.slice(head[0].length));
  if (raw === undefined) return undefined;
  return { key: head[2] as string, raw, from: head[0].length };
}

function scalar(rest: string): string | undefined {
  const quote = rest.charAt(0);
  if (quote === '"' || quote === "'") {
    let end = 1;
    while (end < rest.length && rest.charAt(end) !== quote) end += quote === '"' && rest.charAt(end) === "\\" ? 2 : 1;
    return end < rest.length ? rest.slice(0, end + 1) : undefined;
  }
  const comment = rest.search(/\s#/);
  const raw = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return raw === "" || "[{|>&*!#".includes(raw.charAt(0)) ? undefined : raw;
}

function unquote(raw: string): string {
  const quote = raw.charAt(0);
  if (raw.length < 2 || (quote !== '"' && quote !== "'")) return raw;
  const inner = raw.slice(1, -1);
  return quote === '"' ? inner.replace(/\\(["\\])/g, "$1") : inner.replaceAll("''", "'");
}
