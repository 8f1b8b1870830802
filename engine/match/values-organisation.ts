import { token } from "./tokens";
import type { ProseValue, ValueInput, ValueWords } from "./values";

/** Words by which organisations are recognised, as written; part of `catalogue/languages/<lang>/values.json`. */
export interface OrganisationWordsSource {
  /** Legal forms, which end a name: "GmbH", "Ltd", "B.V.". */
  readonly forms: readonly string[];
  /** Nouns of which a name is made ("University", "Trust"), with a capital and at least one other word with a capital. */
  readonly nouns: readonly string[];
  /** Words without a capital inside names: "of", "and". */
  readonly links: readonly string[];
  /** Words with a capital, at the beginning of a sentence or in titles, with which no name begins: "The", "This". */
  readonly notFirst: readonly string[];
  /** What a text calls itself: "we", "us", "the company". */
  readonly self: readonly string[];
  /** Words that introduce what a text calls itself: "hereinafter", "collectively". */
  readonly naming: readonly string[];
}

export interface OrganisationWords {
  /** By the id of a form's last word, the forms as written, without a final dot. */
  readonly forms: ReadonlyMap<number, readonly string[]>;
  readonly nouns: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
  readonly notFirst: ReadonlySet<number>;
  readonly self: ReadonlySet<number>;
  readonly naming: ReadonlySet<number>;
}

/** `add` gives the id of a word, which becomes one of the vocabulary's. */
export function compileOrganisationWords(
  source: OrganisationWordsSource,
  add: (word: string) => number,
): OrganisationWords {
  const ids = (words: readonly string[]) => new Set(words.map((word) => add(word.toLowerCase())));
  const forms = new Map<number, string[]>();
  for (const written of source.forms) {
    const form = written.replace(/\.$/, "");
    const id = add((/[\p{L}\p{N}]+$/u.exec(form)?.[0] ?? form).toLowerCase());
    forms.set(id, [...(forms.get(id) ?? []), form]);
  }
  return {
    forms,
    nouns: ids(source.nouns),
    links: ids(source.links),
    notFirst: ids(source.notFirst),
    self: ids(source.self),
    naming: ids(source.naming),
  };
}

type Words = Pick<ValueInput, "text" | "tokens"> & {
  readonly words: Pick<ValueWords, "organisations" | "articles" | "isUnknown">;
};

/** Names with a legal form or of an institution ("Oakmill GmbH", "University of Leeds"), and names that the text gives to itself ("Oakmill (“we”)"). */
export function organisationValues(input: ValueInput): ProseValue[] {
  const values: ProseValue[] = [];
  const { text, tokens } = input;
  const { forms, nouns } = input.words.organisations;
  for (let index = 0; index < tokens.id.length; index++) {
    const id = tokens.id[index] as number;
    const form = forms.get(id);
    if (form !== undefined) withForm(input, index, form, values);
    else if (nouns.has(id) && isCapital(text, tokens.start[index] as number)) withNoun(input, index, values);
    if (id === token.open) ownName(input, index, values);
  }
  return values;
}

/** The most words of a name. */
const longestName = 9;

function withForm(input: Words, index: number, forms: readonly string[], values: ProseValue[]): void {
  const { text, tokens } = input;
  const end = tokens.end[index] as number;
  for (const form of forms) {
    const from = end - form.length;
    const written = text.slice(from, end);
    if (written !== form && written !== form.toUpperCase()) continue;
    if (/[\p{L}\p{N}]/u.test(text[from - 1] ?? "")) continue;
    let last = index - 1;
    while (last >= 0 && (tokens.end[last] as number) > from) last -= 1;
    // The comma of "Oakmill, Inc."
    if (form.length > 2 && tokens.id[last] === token.comma) last -= 1;
    const first = nameEndingAt(input, last) ?? domainEndingAt(input, last);
    if (first === undefined) continue;
    values.push(organisation(text, tokens.start[first] as number, text[end] === "." ? end + 1 : end));
    return;
  }
}

/** "oakmill.io, Inc." */
function domainEndingAt({ text, tokens }: Words, last: number): number | undefined {
  const dot = text.slice(tokens.end[last - 1] ?? 0, tokens.start[last]);
  return last > 0 && /^\.\s?$/.test(dot) ? last - 1 : undefined;
}

/** "University of Leeds", "Leeds Trinity University", "the Lamp Makers' Association" */
function withNoun(input: Words, index: number, values: ProseValue[]): void {
  const { text, tokens } = input;
  let last = index;
  for (let next = index + 1; next < index + longestName && isNamePart(input, next - 1, next); next++) {
    if (!isCapital(text, tokens.start[next] as number)) continue;
    // "Oakmill Games Privacy Policy", and not "Ministry of Information".
    if (last === next - 1 && input.words.organisations.notFirst.has(tokens.id[next] as number)) break;
    // In "Practice Principles" the noun is not what is named.
    if (next === index + 1) return;
    last = next;
  }
  const first = nameEndingAt(input, index) ?? index;
  if (first === last) return;
  values.push(organisation(text, tokens.start[first] as number, tokens.end[last] as number));
}

/** The first token of the name that ends with the token; `undefined` where that is no part of a name. */
function nameEndingAt(input: Words, last: number): number | undefined {
  const { text, tokens, words } = input;
  const { notFirst } = words.organisations;
  let first: number | undefined;
  for (let index = last; index >= 0 && index > last - longestName; index--) {
    if (index < last && !isNamePart(input, index, index + 1)) break;
    if (isCapital(text, tokens.start[index] as number)) first = index;
    else if (index === last) return undefined;
  }
  const isYear = (index: number) => /^(?:19|20)\d\d$/.test(text.slice(tokens.start[index], tokens.end[index]));
  // "© 2026 Oakmill Ltd"
  while (first !== undefined && first <= last && (notFirst.has(tokens.id[first] as number) || isYear(first))) {
    first += 1;
    while (first <= last && !isCapital(text, tokens.start[first] as number)) first += 1;
  }
  return first !== undefined && first <= last ? first : undefined;
}

/** Whether one name may hold two tokens that follow each other: only spaces, "&" and the like lie between them. */
function isNamePart({ text, tokens, words }: Words, left: number, right: number): boolean {
  if (right >= tokens.id.length) return false;
  const gap = text.slice(tokens.end[left] as number, tokens.start[right] as number);
  if (gap.length > 3 || !/^[ .&+'’/-]*$/.test(gap) || /\. /.test(gap)) return false;
  return [left, right].every(
    (index) =>
      isCapital(text, tokens.start[index] as number) || words.organisations.links.has(tokens.id[index] as number),
  );
}

/** A word with a capital, or a number. */
export function isCapital(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** The most tokens of the brackets in which a text says what it calls itself, and between them and the name. */
const bracketReach = 30;

/** "Oakmill Lanterns, a Delaware corporation (“Oakmill”, “we” or “us”)" */
function ownName(input: Words, open: number, values: ProseValue[]): void {
  const { text, tokens } = input;
  let close = open + 1;
  while (close < open + bracketReach && tokens.id[close] !== token.close && close < tokens.id.length) close += 1;
  if (tokens.id[close] !== token.close || !namesItself(input, open, close)) return;
  const name = nameBefore(input, open);
  if (name === undefined) return;
  const start = tokens.start[name.first] as number;
  const value = text.slice(start, tokens.end[name.last] as number);
  values.push({ type: "own-name", value, start, end: tokens.end[close] as number });
}

/** "we" in quotation marks or by itself; in "(and our partners)" nothing is named. */
function namesItself({ text, tokens, words }: Words, open: number, close: number): boolean {
  const { self, naming } = words.organisations;
  for (let index = open + 1; index < close; index++) {
    if (!self.has(tokens.id[index] as number)) continue;
    // “we”, “the Company”
    const lead = naming.has(tokens.id[index - 1] as number) ? index - 2 : index - 1;
    const before = text.slice(tokens.end[Math.max(lead, open)] as number, tokens.start[index] as number);
    const after = text.slice(tokens.end[index] as number, tokens.start[index + 1] as number);
    if (/["'”’“‘]/.test(before) && /["'”’“‘]/.test(after)) return true;
    // "(US)" is a country, "(i)" a number.
    if (/^(?:US|i)$/.test(text.slice(tokens.start[index], tokens.end[index]))) continue;
    const isFirst = index === open + 1 || naming.has(tokens.id[index - 1] as number);
    if (isFirst && (index + 1 === close || /[,/&]/.test(after) || self.has(tokens.id[index + 2] as number)))
      return true;
    if (isFirst && tokens.id[index + 1] === token.comma) return true;
  }
  return false;
}

/** The nearest name before the brackets, in the same sentence. */
function nameBefore(input: Words, open: number): { readonly first: number; readonly last: number } | undefined {
  const { text, tokens, words } = input;
  for (let last = open - 1; last >= 0 && last > open - bracketReach; last--) {
    const gap = text.slice(tokens.end[last] as number, tokens.start[last + 1] as number);
    if (/[.!?]\s+$/.test(gap) && !words.organisations.forms.has(tokens.id[last] as number)) return undefined;
    const first = firstOfName(input, last);
    // In "a Delaware corporation" the name is of something else.
    if (first !== undefined && !words.articles.has(tokens.id[first - 1] ?? token.unknown)) return { first, last };
    // A name in small letters is one that no other word is like: "tokio92".
    const isUnheardOf = words.isUnknown(tokens.id[last] as number);
    if (last === open - 1 && isUnheardOf && /\d/.test(text.slice(tokens.start[last], tokens.end[last]))) {
      return { first: last, last };
    }
  }
  return undefined;
}

/** As `nameEndingAt`, past the comma of "Oakmill, Inc.". */
function firstOfName(input: Words, last: number): number | undefined {
  const { tokens, words } = input;
  const isForm = words.organisations.forms.has(tokens.id[last] as number) && tokens.id[last - 1] === token.comma;
  return (isForm ? nameEndingAt(input, last - 2) : undefined) ?? nameEndingAt(input, last);
}

function organisation(text: string, start: number, end: number): ProseValue {
  return { type: "organisation", value: text.slice(start, end), start, end };
}
