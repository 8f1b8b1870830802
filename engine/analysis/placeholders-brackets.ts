import type { CompiledDrafting } from "./drafting";
import type { PlaceholderKind, PlaceholderSearch } from "./placeholders";
import { kindOfSlot } from "./slot-names";

/** Notes may be long; beyond this a bracket is open by mistake. */
const longestNote = 600;
const longestSlot = 160;

/** Slots in square brackets, in angle brackets and guillemets that are visible as such, and in parentheses. */
export function findBracketed(search: PlaceholderSearch): void {
  const { text } = search;
  if (text.includes("[")) squareBrackets(search);
  if (text.includes("<")) delimited(search, /<{1,2}([^<>\n]{2,80})>{1,2}/g, "angle-brackets");
  if (text.includes("«")) delimited(search, /«\s?([^«»\n]{2,60}?)\s?»/g, "guillemets");
  if (text.includes("(")) parentheses(search);
}

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

function squareBrackets(search: PlaceholderSearch): void {
  const brackets = pairs(search.text);
  const kinds = brackets.map((bracket) => kindOfBracket(bracket, search));
  const hasOther = kinds.some((kind) => kind !== undefined);
  let covered = 0;
  for (const [index, bracket] of brackets.entries()) {
    if (bracket.start < covered) continue;
    const conditional = hasOther && search.words.inside.applicability.test(bracket.content.trim());
    const kind = kinds[index] ?? (conditional ? "choice" : undefined);
    if (kind === undefined) continue;
    covered = bracket.end;
    search.found(
      { span: { start: bracket.start, end: bracket.end } },
      { kind, style: "brackets", name: bracket.content },
    );
  }
}

/** Matching brackets with what is between them, in the order in which they open. */
function pairs(text: string): readonly Bracket[] {
  const open: number[] = [];
  const found: Bracket[] = [];
  for (let at = nextBracket(text, 0); at >= 0; at = nextBracket(text, at + 1)) {
    if (text[at] === "[") {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined || at - start > longestNote) continue;
    found.push({ start, end: at + 1, content: text.slice(start + 1, at) });
  }
  return found.sort((a, b) => a.start - b.start);
}

function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x5d) return at;
  }
  return -1;
}

function kindOfBracket({ start, end, content }: Bracket, search: PlaceholderSearch): PlaceholderKind | undefined {
  const { text, words } = search;
  const next = text[end] ?? "";
  if (next === "(" || content.startsWith("^") || content.startsWith("!")) return undefined;
  const trimmed = content.trim();
  // An address in brackets is a value; one on an example's domain is found by that.
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed)) return undefined;
  const unitFollows = words.unitAfter.test(text.slice(end, end + 30));
  if (/^(?:\d{0,4}|[Xx])$/.test(trimmed)) return unitFollows && content !== "" ? "blank" : undefined;
  if (/^(?:[●•○■□_]{1,10}|[_.\s]{3,60}|[Xx]{2,10}|[Xx][Xx/.-]{3,12})$/.test(trimmed)) {
    return trimmed === "..." ? lonely(text, start, end) : "blank";
  }
  if (trimmed === "…" || trimmed === "*")
    return trimmed === "…" ? lonely(text, start, end) : blankInside(text, start, end);
  if (isAttached(text, start, end)) return undefined;
  const kind = kindOfSlot(trimmed, words);
  if (kind === "note") return kind;
  if (trimmed.length > longestSlot || isShown(text, start, end, words)) return undefined;
  const strong = kind === "slot" && words.inside.starter.test(trimmed);
  if (words.inside.alternative.test(trimmed) && !isInQuotation(text, start, end)) return "choice";
  if (!strong && (search.inLink({ start, end }) || isInQuotation(text, start, end))) return undefined;
  if (kind !== undefined) return kind;
  return isLabelled(text, start, end, words) && !/^\W?\d{1,3}\W?$/.test(trimmed) ? "slot" : undefined;
}

/** "[…]" shortens a quotation; alone in a paragraph it is a clause that nobody wrote. */
function lonely(text: string, start: number, end: number): PlaceholderKind | undefined {
  return text.slice(0, start).trim() === "" && /^[\s.]*$/.test(text.slice(end)) ? "blank" : undefined;
}

/** "[*]" is a blank of law firms within a sentence; after a word or at the start it marks a footnote. */
function blankInside(text: string, start: number, end: number): PlaceholderKind | undefined {
  return text[start - 1] === " " && /^(?:\s\p{Ll}|[.,;)])/u.test(text.slice(end, end + 3)) ? "blank" : undefined;
}

/** "[t]he", "dpo[at]host", "arr[index]": a part of a word. A placeholder before "'s" or an "s" is not. */
function isAttached(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[start - 1] ?? "") || /^(?:\p{Ll}{2}|@\p{L}|=)/u.test(text.slice(end, end + 2));
}

/** Whether the bracket stands in an aside that only shows what something looks like: `(e.g., [user] deleted "[title]")`. */
function isShown(text: string, start: number, end: number, { inside }: CompiledDrafting): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const aside = before.slice(before.lastIndexOf("(") + 1);
  if (!before.includes("(") || aside.includes(")")) return false;
  const mark = inside.example.exec(aside.slice(0, 16));
  if (mark === null || mark.index > 1) return false;
  const rest = `${aside.slice(mark[0].length + 1)}${text.slice(end, end + 200).split(")")[0]}`;
  return /\p{L}/u.test(rest.replace(/\[[^\]]{0,80}\]/g, ""));
}

/** Whether the bracket is an editor's word within a quotation; a quotation of the bracket alone is a defined term. */
function isInQuotation(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 300);
  const before = text.slice(from, start);
  const after = text.slice(end, end + 300);
  const curly = before.lastIndexOf("“");
  if (curly >= 0 && !before.includes("”", curly))
    return after.includes("”") && wordsAround(before.slice(curly + 1), after, "”");
  const straight = before.split('"').length % 2 === 0 && after.includes('"');
  return straight && from === 0 && wordsAround(before.slice(before.lastIndexOf('"') + 1), after, '"');
}

function wordsAround(before: string, after: string, close: string): boolean {
  return /\p{L}{2}/u.test(before) || /\p{L}{2}/u.test(after.slice(0, after.indexOf(close)));
}

/** "Last updated: [24/05/2023]", "Phone: [+1 …]": brackets that are all that a label gives. */
function isLabelled(text: string, start: number, end: number, words: CompiledDrafting): boolean {
  if (!/^[\s.,;]*$/.test(text.slice(end, end + 200))) return false;
  const label = /(?:^|[\s(])([\p{L}-]{3,20})\s?:\s{0,2}$/u.exec(text.slice(Math.max(0, start - 40), start));
  if (label === null) return false;
  const word = (label[1] as string).toLowerCase().replace("e-mail", "email");
  return words.dateLabels.has(word) || (words.nouns.has(word) && !words.broadNouns.has(word));
}

function delimited(search: PlaceholderSearch, pattern: RegExp, style: "angle-brackets" | "guillemets"): void {
  for (const match of search.text.matchAll(pattern)) {
    const content = match[1] as string;
    const around = `${search.text[match.index - 1] ?? ""}${search.text[match.index + match[0].length] ?? ""}`;
    if (style === "angle-brackets" && search.isClosed(content.split(" ")[0] as string)) continue;
    if (/[@=%/]|^[!?<]/.test(content) || /[\p{L}\p{N}]/u.test(around[0] ?? "")) continue;
    const kind =
      /^[\p{L}\p{N}_ -]{2,40}$/u.test(content) && match[0].startsWith("<<")
        ? "slot"
        : kindOfSlot(content, search.words);
    if (kind === undefined) continue;
    search.found({ span: { start: match.index, end: match.index + match[0].length } }, { kind, style, name: content });
  }
}

function parentheses(search: PlaceholderSearch): void {
  const { text, words } = search;
  const { inside } = words;
  for (const match of text.matchAll(/\(([^()[\]]{2,80})\)/g)) {
    const content = (match[1] as string).trim();
    const span = { start: match.index, end: match.index + match[0].length };
    const report = (kind: PlaceholderKind) => search.found({ span }, { kind, style: "parentheses", name: content });
    const lower = content.toLowerCase();
    if (/[A-Z]{3}/.test(content) && inside.workMark.test(content)) report("note");
    else if (words.parenthesisStarts.has(firstWord(lower)) && inside.slotInParentheses.test(content)) report("slot");
    else if (words.nameWords.has(lower.slice(lower.lastIndexOf(" ") + 1)) && inside.nameInParentheses.test(content)) {
      if (words.beforeName.test(text.slice(Math.max(0, span.start - 20), span.start))) report("slot");
    } else if (words.bareLinks.has(lower) && !search.inLink(span)) report("slot");
  }
}

function firstWord(text: string): string {
  const space = text.indexOf(" ");
  return space < 0 ? text : text.slice(0, space);
}
