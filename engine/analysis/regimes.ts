import type { PatternSource, RecognitionSource, RegimeSource } from "../catalogue/model";
import type { LintConfig } from "../config";
import type { Matcher } from "../match/operators";
import type { PatternIndex } from "../match/pattern-index";
import { holds, type View } from "../match/view";
import type { Span } from "../span";
import type { ConfiguredFacts } from "./configured-facts";
import type { ActiveRegime } from "./model";

/** What a sentence claims about the document: that a regime holds for it, or that the condition of a duty is there. */
export interface Claim {
  readonly kind: "regime" | "signal";
  /** Of the regime or the signal. */
  readonly id: string;
}

/** A claim and its words; whose offsets they are, the function that gives it tells. */
export interface FoundClaim {
  readonly claim: Claim;
  readonly span: Span;
}

export interface ClaimPattern {
  readonly claim: Claim;
  readonly match: Matcher;
}

/** The patterns of all claims, in the order of the files. */
export function claimSources({
  regimes,
  signals,
}: RecognitionSource): readonly { readonly claim: Claim; readonly match: PatternSource }[] {
  const of = (kind: Claim["kind"], entries: RecognitionSource["regimes"]) =>
    Object.entries(entries).flatMap(([id, patterns]) => patterns.map((match) => ({ claim: { kind, id }, match })));
  return [...of("regime", regimes), ...of("signal", signals)];
}

/** The claims of the sentence where the view is, each once, at the first words that make it, with prose offsets of its view. */
export function readClaims(view: View, claims: PatternIndex<ClaimPattern>): readonly FoundClaim[] {
  const candidates: number[] = [];
  claims.find(view, candidates);
  if (candidates.length === 0) return noClaims;
  const found: FoundClaim[] = [];
  for (const index of candidates.sort((a, b) => a - b)) {
    const { claim, match } = claims.items.at(index) as ClaimPattern;
    const hits = match(view);
    if (hits.length === 0 || hits === holds) continue;
    const span = spanOf(view, hits[0] as number, hits[1] as number);
    const known = found.findIndex(({ claim: { kind, id } }) => kind === claim.kind && id === claim.id);
    if (known < 0) found.push({ claim, span });
    else if (span.start < (found[known] as FoundClaim).span.start) found[known] = { claim, span };
  }
  return found;
}

const noClaims: readonly FoundClaim[] = [];

/** The words between two positions, of those that are the sentence's own. */
function spanOf(view: View, from: number, to: number): Span {
  const { tokens } = view.tagged;
  const first = view.tokenAt(Math.min(Math.max(from, view.own), view.length - 1));
  const last = view.tokenAt(Math.max(Math.min(to, view.length) - 1, view.own));
  return { start: tokens.start[first] as number, end: tokens.end[Math.max(first, last)] as number };
}

/**
 * The regimes by which a document is judged: the core set first, then by id.
 * `claims` are the document's own, with absolute spans, in document order; `known` are the catalogue's regimes.
 * A fact may bring one in where the configuration names none; the house rules of packs always hold.
 */
export function activeRegimes(
  claims: readonly FoundClaim[],
  config: LintConfig,
  known: ReadonlyMap<string, Pick<RegimeSource, "isCore" | "isPack">>,
  { consequences }: Pick<ConfiguredFacts, "consequences">,
): ActiveRegime[] {
  const active = new Map<string, ActiveRegime>();
  if (config.regimes === "auto") {
    for (const [id, { isCore }] of known) if (isCore) active.set(id, { id, from: "default", span: undefined });
    for (const { effect } of consequences) {
      for (const id of effect.regimes ?? []) active.set(id, { id, from: "configuration", span: undefined });
    }
    for (const { claim, span } of claims) {
      if (claim.kind === "regime" && known.has(claim.id) && !active.has(claim.id)) {
        active.set(claim.id, { id: claim.id, from: "text", span });
      }
    }
  } else {
    for (const id of config.regimes) if (known.has(id)) active.set(id, { id, from: "configuration", span: undefined });
  }
  for (const [id, { isPack }] of known) if (isPack) active.set(id, { id, from: "configuration", span: undefined });
  const rank = (id: string) => (known.get(id)?.isCore ? 0 : 1);
  return [...active.values()].sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}
