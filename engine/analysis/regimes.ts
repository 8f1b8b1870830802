import type { RecognitionSource } from "../catalogue/model";
import type { LintConfig } from "../config";
import { compilePattern, type Pattern } from "../match/patterns";
import type { Presence } from "../match/presence";
import { holds, tokenAt, type View } from "../match/view";
import type { Vocabulary } from "../match/vocabulary";
import type { Span } from "../span";
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

interface ClaimPattern {
  readonly claim: Claim;
  readonly matcher: Pattern;
}

/** The patterns of all claims, by the concepts without which they cannot match. */
export type CompiledClaims = ReadonlyMap<number | string, readonly ClaimPattern[]>;

/** @throws Error naming the claim whose pattern cannot be compiled, or could match any sentence. */
export function compileClaims(source: RecognitionSource, vocabulary: Vocabulary): CompiledClaims {
  const claims = new Map<number | string, ClaimPattern[]>();
  const add = (kind: Claim["kind"], entries: RecognitionSource["regimes"]) => {
    for (const [id, patterns] of Object.entries(entries)) {
      for (const pattern of patterns) {
        const matcher = compilePattern(pattern, vocabulary);
        const { triggers } = matcher;
        const compiled = { claim: { kind, id }, matcher };
        if (triggers === undefined) throw new Error(`The ${kind} "${id}" has a pattern that names no word.`);
        for (const trigger of triggers) {
          const known = claims.get(trigger);
          if (known) known.push(compiled);
          else claims.set(trigger, [compiled]);
        }
      }
    }
  };
  add("regime", source.regimes);
  add("signal", source.signals);
  return claims;
}

const noClaims: readonly ClaimPattern[] = [];

/** The claims of one sentence, each once, with prose offsets of its view. */
export function readClaims(presence: Presence, viewed: () => View, claims: CompiledClaims): FoundClaim[] {
  const found: FoundClaim[] = [];
  for (const concept of presence.concepts) {
    for (const { claim, matcher } of claims.get(concept) ?? noClaims) {
      if (found.some((known) => known.claim.kind === claim.kind && known.claim.id === claim.id)) continue;
      if (!presence.allows(matcher)) continue;
      const view = viewed();
      const hits = matcher.match(view);
      if (hits.length > 0 && hits !== holds)
        found.push({ claim, span: spanOf(view, hits[0] as number, hits[1] as number) });
    }
  }
  return found;
}

/** The words between two positions, of those that are the sentence's own. */
function spanOf(view: View, from: number, to: number): Span {
  const { tokens } = view.tagged;
  const first = tokenAt(view, Math.min(Math.max(from, view.own), view.length - 1));
  const last = tokenAt(view, Math.max(Math.min(to, view.length) - 1, view.own));
  return { start: tokens.start[first] as number, end: tokens.end[Math.max(first, last)] as number };
}

/**
 * The regimes by which a document is judged: the core set first, then by id.
 * `claims` are the document's own, with absolute spans, in document order; `known` are the catalogue's regimes.
 */
export function activeRegimes(
  claims: readonly FoundClaim[],
  config: LintConfig,
  known: ReadonlyMap<string, { readonly isCore?: boolean }>,
): ActiveRegime[] {
  const active = new Map<string, ActiveRegime>();
  if (config.regimes === "auto") {
    for (const [id, { isCore }] of known) if (isCore) active.set(id, { id, from: "default", span: undefined });
    for (const { claim, span } of claims) {
      if (claim.kind === "regime" && known.has(claim.id) && !active.has(claim.id)) {
        active.set(claim.id, { id: claim.id, from: "text", span });
      }
    }
  } else {
    for (const id of config.regimes) if (known.has(id)) active.set(id, { id, from: "configuration", span: undefined });
  }
  const rank = (id: string) => (known.get(id)?.isCore ? 0 : 1);
  return [...active.values()].sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}

/** The conditions that the text itself turns on, by signal id, each with the first words that do. */
export function signals(claims: readonly FoundClaim[]): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const { claim, span } of claims) if (claim.kind === "signal" && !found.has(claim.id)) found.set(claim.id, span);
  return found;
}
