import type { Contrary, FactCheck } from "../catalogue/fact-model";
import type { DisclosureLaw } from "../catalogue/model";
import type { DocumentKind } from "../config";
import type { FoldedDocument } from "../document/folded";
import { fold } from "../document/folded";
import type { Span } from "../span";
import {
  type ConfiguredFact,
  type ConfiguredFacts,
  type FactConsequence,
  type FoundSignal,
  reasonOf,
  valuesOf,
} from "./configured-facts";
import type { DisclosureFacts, Evidence, FoundValue } from "./model";

/** Words of the text that a fact of the configuration cannot be true with. */
export interface Contradiction {
  readonly fact: ConfiguredFact;
  /** Whether the text says the contrary, or gives another value. */
  readonly kind: "contrary" | "value";
  /** What the text says or gives, for a message. */
  readonly finds: string;
  /** What the fact says, for a message. */
  readonly says: string;
  /** What would be written in place of the words, where they are just the value. */
  readonly instead: string | undefined;
  /** In document order; the first words, and others that say so. */
  readonly spans: readonly [Span, ...Span[]];
}

/** What a contradiction is looked for in. */
export interface FactContext {
  readonly text: string;
  /** Of the document: what it need not say may be about something else in it. */
  readonly kind: DocumentKind;
  readonly laws: ReadonlyMap<string, DisclosureLaw>;
  readonly disclosures: ReadonlyMap<string, DisclosureFacts>;
  readonly signals: ReadonlyMap<string, FoundSignal>;
  /** Every value of the document; asked for where a value is to be anywhere. */
  readonly values: () => readonly FoundValue[];
  readonly words: () => FoldedDocument;
  /** Fact → option → places, in the language of the document. */
  readonly places: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Where the text and the facts of the configuration disagree, in the order of the facts. */
export function findContradictions(configured: ConfiguredFacts, context: FactContext): readonly Contradiction[] {
  if (configured.facts.length === 0) return [];
  const found: Contradiction[] = [];
  for (const consequence of configured.consequences) {
    for (const contrary of consequence.effect.against ?? []) {
      const spans = contrarySpans(contrary, configured, context);
      if (spans === undefined) continue;
      const { fact, effect } = consequence;
      found.push({ fact, kind: "contrary", finds: contrary.finds, says: effect.says, instead: undefined, spans });
    }
  }
  for (const { fact, check } of configured.checks) {
    const other = otherValue(fact, check, configured, context);
    if (other === undefined) continue;
    found.push({
      fact,
      kind: "value",
      finds: check.finds.replace("{found}", () => other.found),
      says: (fact.source.says ?? "").replace("{value}", () => shownValue(fact)),
      instead: other.isPlain ? shownValue(fact) : undefined,
      spans: [other.span],
    });
  }
  return found;
}

function contrarySpans(
  contrary: Contrary,
  configured: ConfiguredFacts,
  context: FactContext,
): Contradiction["spans"] | undefined {
  const spans: Span[] = [];
  for (const signal of contrary.signals ?? []) {
    const span = context.signals.get(signal)?.span;
    if (span !== undefined) spans.push(span);
  }
  const isHome = homeOf(contrary.unlessWithin, configured, context);
  const add = (disclosure: string, counts: (evidence: Evidence) => boolean) => {
    for (const evidence of evidenceOf(disclosure, context)) {
      if (!evidence.unfilled && counts(evidence) && !isHome(evidence)) spans.push(evidence.focus);
    }
  };
  for (const [disclosure, variants] of Object.entries(contrary.variants ?? {})) {
    add(disclosure, ({ variant }) => variants.includes(variant));
  }
  for (const [disclosure, patterns] of Object.entries(contrary.patterns ?? {})) {
    add(disclosure, ({ pattern }) => patterns.includes(pattern));
  }
  const [first, ...others] = apart(spans);
  return first === undefined ? undefined : [first, ...others];
}

function evidenceOf(disclosure: string, { kind, laws, disclosures }: FactContext): readonly Evidence[] {
  if (!laws.get(disclosure)?.kinds.includes(kind)) return [];
  return disclosures.get(disclosure)?.evidence ?? [];
}

/** In document order, each word once. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** Whether a sentence names countries, and only such as lie where another fact places the organisation. */
function homeOf(
  factId: string | undefined,
  { facts }: ConfiguredFacts,
  { places, text }: FactContext,
): (evidence: Evidence) => boolean {
  const value = facts.find(({ id }) => id === factId)?.value;
  const names = factId === undefined || typeof value !== "string" ? undefined : places[factId]?.[value];
  if (names === undefined) return () => false;
  const home = new Set(names.map(placeName));
  return ({ focus, values }) =>
    // "outside the EU" is not within it.
    home.has(placeName(text.slice(focus.start, focus.end))) &&
    values.every(({ type, value: country }) => type !== "country" || home.has(placeName(country)));
}

function placeName(name: string): string {
  return fold(name).text.replace(/^the /, "").replace(/[. ]/g, "");
}

interface OtherValue {
  readonly span: Span;
  /** As the text has it. */
  readonly found: string;
  /** Whether the words are the value and nothing else. */
  readonly isPlain: boolean;
}

/** The first value that is another than the fact's, where the fact's is nowhere; `undefined` where text and fact agree. */
function otherValue(
  fact: ConfiguredFact,
  check: FactCheck,
  { facts }: ConfiguredFacts,
  context: FactContext,
): OtherValue | undefined {
  const evidence = evidenceOf(check.disclosure, context).filter(
    ({ variant, unfilled }) => !unfilled && check.variants.includes(variant),
  );
  if (check.elements === true) return otherElement(fact, check, evidence, context);
  const { values: types = [] } = check;
  const found = evidence.flatMap(({ values }) => values.filter(({ type }) => types.includes(type)));
  // The address of the officer is none of the company.
  const isAnothers = ({ value }: FoundValue) =>
    facts.some((other) => other !== fact && valuesOf(other.value).some((each) => each === value));
  const [first] = found.filter((value) => !isAnothers(value)).sort((a, b) => a.span.start - b.span.start);
  if (first === undefined) return undefined;
  const stated = valuesOf(fact.value).map(String);
  const written = context.text.slice(first.span.start, first.span.end);
  const isPlain = stated.length === 1 && written.toLowerCase() === first.value.toLowerCase();
  if (found.some(({ value }) => stated.some((each) => isSame(each, value)))) return undefined;
  if (first.type === "age") return { span: first.span, found: first.value, isPlain };
  if (stated.some((each) => context.words().find(each) !== undefined)) return undefined;
  const isStated = ({ type, value }: FoundValue) => types.includes(type) && stated.some((each) => isSame(each, value));
  if (context.values().some(isStated)) return undefined;
  return { span: first.span, found: `“${first.value}”`, isPlain };
}

function otherElement(
  { value }: ConfiguredFact,
  { disclosure }: FactCheck,
  evidence: readonly Evidence[],
  { laws }: FactContext,
): OtherValue | undefined {
  const stated = valuesOf(value);
  const named = evidence.filter(({ element }) => element !== undefined);
  if (named.some(({ element }) => stated.includes(element as string))) return undefined;
  const [first] = [...named].sort((a, b) => a.focus.start - b.focus.start);
  if (first === undefined) return undefined;
  const elements = laws.get(disclosure)?.variants.flatMap((variant) => variant.elements ?? []) ?? [];
  const title = elements.find(({ id }) => id === first.element)?.title;
  return title === undefined ? undefined : { span: first.focus, found: title, isPlain: false };
}

/** Whether two values are the same, or one is the beginning, end or part of the other ("Acme" of "Acme GmbH"). */
function isSame(stated: string, found: string): boolean {
  const [a, b] = [comparable(stated), comparable(found)];
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

function comparable(value: string): string {
  return fold(value)
    .text.replace(/^https?:\/\/(?:www\.)?|\/$/g, "")
    .replace(/[.,]+(?=\s|$)/g, "")
    .replace(/\s*,\s*/g, " ");
}

function shownValue({ value, source }: ConfiguredFact): string {
  return valuesOf(value)
    .map((each) => source.options?.[String(each)] ?? String(each).trim().replace(/\s+/g, " "))
    .join(", ");
}

/** Facts that the text contradicts carry nothing: what the text says counts. */
export function isContradicted(consequence: FactConsequence, contradictions: readonly Contradiction[]): boolean {
  return contradictions.some(({ fact, kind }) => kind === "contrary" && fact.id === consequence.fact.id);
}

/** The disclosures, of which those are not applicable that a fact makes so and the text does not speak of. */
export function withoutInapplicable(
  disclosures: ReadonlyMap<string, DisclosureFacts>,
  { consequences }: ConfiguredFacts,
  contradictions: readonly Contradiction[],
): ReadonlyMap<string, DisclosureFacts> {
  const reasons = new Map<string, string>();
  for (const consequence of consequences) {
    if (isContradicted(consequence, contradictions)) continue;
    for (const id of consequence.effect.notApplicable ?? []) {
      if (!reasons.has(id)) reasons.set(id, reasonOf(consequence));
    }
  }
  if (reasons.size === 0) return disclosures;
  return new Map(
    [...disclosures].map(([id, facts]) => {
      const reason = reasons.get(id);
      if (reason === undefined || facts.status !== "missing") return [id, facts];
      const byRegime = new Map(
        [...facts.byRegime].map(([regime, status]) => [regime, { ...status, status: "not-applicable" as const }]),
      );
      return [id, { ...facts, status: "not-applicable", reason, byRegime }];
    }),
  );
}
