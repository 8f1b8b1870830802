import type { Language } from "../catalogue/compile";
import type { StatementPattern } from "../catalogue/compile-patterns";
import type { LintConfig } from "../config";
import type { InlineMarkup, Prose } from "../document/model";
import { emptyTokens, type Tokens, token, tokenize } from "../match/tokens";
import { findValues, type ProseValue } from "../match/values";
import { lowerBound } from "../match/values-time";
import { type Edge, type Hits, holds, keyOfValue, type TaggedText, type View } from "../match/view";
import { type Tags, tag } from "../match/vocabulary";
import type { Span } from "../span";
import type { TaggedProse } from "./block-words";
import type { DamagedPlace } from "./damaged-text";
import type { EmptyValue } from "./empty-values";
import type { InvisibleCharacter } from "./invisible-characters";
import { findUntouched } from "./offered-snippets";
import type { Placeholder } from "./placeholders";
import { proseSpan } from "./prose-span";
import { type FoundClaim, readClaims } from "./regimes";
import { type FoundWording, readWordings } from "./wordings";

/** A sentence that says something about a disclosure; spans are prose offsets of its block. */
export interface Statement {
  readonly pattern: StatementPattern;
  readonly sentence: Span;
  readonly focus: Span;
  readonly values: readonly ProseValue[];
  readonly unfilled: boolean;
}

/** Everything that is known of one block; a pure function of its cache key, with all spans relative to the block. */
export interface BlockFacts {
  readonly prose: Prose;
  readonly placeholders: readonly Placeholder[];
  readonly emptyValues: readonly EmptyValue[];
  readonly values: readonly ProseValue[];
  readonly statements: readonly Statement[];
  /** What it claims about the document: regimes, conditions of duties. */
  readonly claims: readonly FoundClaim[];
  /** Words that a house does not use. */
  readonly wordings: readonly FoundWording[];
  readonly damage: readonly DamagedPlace[];
  readonly invisible: readonly InvisibleCharacter[];
}

/** What the statements of a block depend on besides its own words. */
export interface BlockContext {
  readonly language: Language;
  /** The words that introduce a list item, head a table cell or ask the question above; `undefined` where there are none. */
  readonly introduction: TaggedIntroduction | undefined;
  /** Concepts in the headings above. */
  readonly headings: ReadonlySet<number>;
  /** Whether it stands by the title or at the end of the document. */
  readonly edge: Edge | undefined;
  /** Of the configuration: what fills the slots of snippets. */
  readonly facts: LintConfig["facts"];
  /** The block's own prose. */
  readonly tagged: TaggedProse;
  /** Of the language; goes to the block. */
  readonly view: View;
}

export interface TaggedIntroduction extends TaggedProse {
  readonly text: string;
}

/** Finds the values and statements of a block's prose. */
export function readBlock(
  prose: Prose,
  unfilled: readonly Span[],
  context: BlockContext,
): Pick<BlockFacts, "values" | "statements" | "claims" | "wordings"> {
  const { language, introduction, headings, view } = context;
  const shift = introduction === undefined ? 0 : introduction.text.length + 1;
  const tagged = tagText(prose, unfilled, shift, context);
  const statements: Statement[] = [];
  const claims: FoundClaim[] = [];
  const wordings: FoundWording[] = [];
  const untouched = findUntouched(prose.text, unfilled, () => language.offered(context.facts));
  view.enter(tagged, headings, context.edge);
  for (const sentence of prose.sentences) {
    const from = lowerBound(tagged.tokens.start, sentence.start + shift);
    const to = lowerBound(tagged.tokens.start, sentence.end + shift);
    if (from === to) continue;
    view.moveTo(from, to);
    readSentence(view, sentence, shift, { language, isOpen: untouched?.isOpen(sentence) ?? false }, statements);
    for (const { snippet, slot } of untouched?.snippetsOf(sentence) ?? []) {
      const isRead = statements.some(({ pattern }) => pattern.disclosure === snippet.pattern.disclosure);
      if (!isRead) statements.push({ pattern: snippet.pattern, sentence, focus: slot, values: [], unfilled: true });
    }
    if (language.patterns.wording !== undefined) readWordings(view, language.patterns.wording, shift, wordings);
    const found = readClaims(view, language.patterns.claims);
    if (found.length === 0 || isOutOfScope(view, language)) continue;
    for (const { claim, span } of found) {
      claims.push({ claim, span: { start: span.start - shift, end: span.end - shift } });
    }
  }
  const values = tagged.values
    .filter((value) => value.start >= shift && value.type !== "placeholder")
    .map((value) => ({ ...value, start: value.start - shift, end: value.end - shift }));
  return { values, statements, claims, wordings };
}

function tagText(prose: Prose, unfilled: readonly Span[], shift: number, context: BlockContext): TaggedText {
  const { language, introduction } = context;
  const own = unfilled.length === 0 ? context.tagged : tagWithSlots(prose, unfilled, language);
  const text = introduction === undefined ? prose.text : `${introduction.text}\n${prose.text}`;
  const { tokens, tags } = introduction === undefined ? own : joined(introduction, own, shift);
  const ownFrom = tokens.id.length - own.tokens.id.length;
  const markup: readonly InlineMarkup[] = prose.markup;
  const found = findValues({
    text,
    tokens,
    tags,
    words: language.values,
    markup,
    markupShift: shift,
  });
  const hidden = (value: ProseValue) =>
    unfilled.some((span) => span.start + shift < value.end && value.start < span.end + shift);
  const values: ProseValue[] = unfilled.length === 0 ? [...found] : found.filter((value) => !hidden(value));
  for (const span of unfilled) {
    const start = span.start + shift;
    values.push({ type: "placeholder", value: text.slice(start, span.end + shift), start, end: span.end + shift });
  }
  return { text, tokens, tags, values, ownFrom };
}

/** The slots but for those that hold a date and nothing else: "[27 March 2026]" tells the day in spite of its brackets. */
export function withoutDates(
  { text, markup }: Prose,
  slots: readonly Span[],
  tagged: TaggedProse,
  { values: words }: Language,
): readonly Span[] {
  if (!slots.some(({ start, end }) => /\d{4}/.test(text.slice(start, end)))) return slots;
  const dates = findValues({ text, ...tagged, words, markup, markupShift: 0 }).filter(({ type }) => type === "date");
  const isDate = (slot: Span) =>
    dates.some(
      ({ start, end }) =>
        slot.start <= start &&
        end <= slot.end &&
        !/[\p{L}\d]/u.test(text.slice(slot.start, start) + text.slice(end, slot.end)),
    );
  return slots.filter((slot) => !isDate(slot));
}

/** Tags the block's own words, in which an unfilled slot is one token. */
function tagWithSlots({ text, sentences }: Prose, unfilled: readonly Span[], { vocabulary }: Language): TaggedProse {
  const tokens = emptyTokens();
  let at = 0;
  for (const span of unfilled) {
    if (span.end <= span.start) continue;
    tokenize(text, at, span.start, vocabulary.words, tokens);
    push(tokens, token.placeholder, span.start, span.end);
    at = span.end;
  }
  tokenize(text, at, text.length, vocabulary.words, tokens);
  const ends = sentences.map((sentence) => lowerBound(tokens.start, sentence.end));
  return { tokens, tags: tag(vocabulary, tokens, text, ends) };
}

/** The introduction, a bar, which no term goes across, and the block's own words, whose offsets shift. */
function joined(introduction: TaggedIntroduction, own: TaggedProse, shift: number): TaggedProse {
  const tokens = copyOf(introduction.tokens);
  push(tokens, token.bar, introduction.text.length, shift);
  const count = tokens.id.length;
  for (let index = 0; index < own.tokens.id.length; index++) {
    push(
      tokens,
      own.tokens.id[index] as number,
      (own.tokens.start[index] as number) + shift,
      (own.tokens.end[index] as number) + shift,
    );
  }
  const { concept, start, end } = introduction.tags;
  const tags: Tags = { concept: concept.slice(), start: start.slice(), end: end.slice() };
  for (let index = 0; index < own.tags.concept.length; index++) {
    tags.concept.push(own.tags.concept[index] as number);
    tags.start.push((own.tags.start[index] as number) + count);
    tags.end.push((own.tags.end[index] as number) + count);
  }
  return { tokens, tags };
}

function copyOf({ id, start, end }: Tokens): Tokens {
  return { id: id.slice(), start: start.slice(), end: end.slice() };
}

function push(tokens: Tokens, id: number, start: number, end: number): void {
  tokens.id.push(id);
  tokens.start.push(start);
  tokens.end.push(end);
}

function isOutOfScope(view: View, { patterns }: Language): boolean {
  return patterns.outOfScope.some((match) => match(view).length > 0);
}

/** Adds the statements of the sentence where the view is. */
function readSentence(
  view: View,
  sentence: Span,
  shift: number,
  { language, isOpen }: { readonly language: Language; readonly isOpen: boolean },
  into: Statement[],
): void {
  const { statements, exclusions } = language.patterns;
  const candidates: number[] = [];
  statements.find(view, candidates);
  if (candidates.length === 0) return;
  let aside: boolean | undefined;
  const vetoed = new Map<string, boolean>();
  for (const index of candidates.sort((a, b) => a - b)) {
    const pattern = statements.items.at(index) as StatementPattern;
    const hits = pattern.match(view);
    if (hits.length === 0) continue;
    const own = ownHit(hits, view);
    if (own === undefined) continue;
    aside ??= isOutOfScope(view, language);
    if (aside) return;
    let veto = vetoed.get(pattern.disclosure);
    if (veto === undefined) {
      veto = exclusions(pattern.disclosure).some((match) => match(view).length > 0);
      vetoed.set(pattern.disclosure, veto);
    }
    if (veto) continue;
    const focusHits = pattern.focus?.(view);
    const focus = (focusHits && within(focusHits, own, view)) ?? own;
    const span = inside(proseSpan(view, focus, shift), sentence);
    const values = view.tagged.values.filter(
      (value) => value.start >= sentence.start + shift && value.end <= sentence.end + shift,
    );
    into.push({
      pattern,
      sentence,
      focus: span,
      values: values
        .filter((value) => value.type !== "placeholder")
        .map((value) => ({ ...value, start: value.start - shift, end: value.end - shift })),
      // What is too little and still has a slot is not finished: the slot is reported, and that is enough.
      unfilled:
        isOpen || (pattern.variant.worth === "weak" ? hasPlaceholder(view) : dependsOnPlaceholder(pattern, view)),
    });
  }
}

/** A match counts for a block only with words of the block itself; what lies in the introduction is cut off. */
function ownHit(hits: Hits, view: View): readonly [number, number] | undefined {
  if (hits === holds) return [view.own, view.length];
  for (let index = 0; index < hits.length; index += 2) {
    const end = hits[index + 1] as number;
    if (end > view.own) return [Math.max(hits[index] as number, view.own), end];
  }
  return undefined;
}

/** The first focus occurrence inside the match, else the first in the sentence's own words. */
function within(focus: Hits, match: readonly [number, number], view: View): readonly [number, number] | undefined {
  let fallback: readonly [number, number] | undefined;
  for (let index = 0; index < focus.length; index += 2) {
    const hit = [focus[index] as number, focus[index + 1] as number] as const;
    if (hit[0] < view.own) continue;
    if (hit[0] >= match[0] && hit[1] <= match[1]) return hit;
    fallback ??= hit;
  }
  return fallback;
}

function hasPlaceholder(view: View): boolean {
  return view.has(keyOfValue("placeholder", view.vocabulary));
}

/** A slot whose text holds a full stop ends outside of the sentence in which it begins. */
function inside(span: Span, sentence: Span): Span {
  return { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) };
}

/** Whether the match is there only because an unfilled slot stands for a value. */
function dependsOnPlaceholder(pattern: StatementPattern, view: View): boolean {
  if (!hasPlaceholder(view)) return false;
  return view.withoutPlaceholders(pattern.match).length === 0;
}
