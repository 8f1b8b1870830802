import type { Catalogue } from "../catalogue/compile";
import type { CitationSource, DisclosureLaw, VariantSource, Worth } from "../catalogue/model";
import type { DocumentKind } from "../config";
import type { Duty } from "../finding";
import type { FoundSignal } from "./configured-facts";
import type { ActiveRegime, DisclosureFacts, DisclosureStatus, Evidence, RegimeStatus } from "./model";

/** An evidence with what the decision needs besides. */
export interface Candidate extends Evidence {
  /** Index of the variant in the law, 0 is the best. */
  readonly rank: number;
  /** Position of the pattern in its file. */
  readonly position: number;
}

/** What decides besides the words. */
export interface DecisionContext {
  readonly kind: DocumentKind;
  /** An ISO day. */
  readonly asOf: string;
}

/** Status, variant and evidence of every disclosure of the catalogue, in its order. */
export function decideDisclosures(
  catalogue: Catalogue,
  candidates: readonly (Candidate & { readonly disclosure: string })[],
  regimes: readonly ActiveRegime[],
  signals: ReadonlyMap<string, unknown>,
  { kind, asOf }: DecisionContext,
): ReadonlyMap<string, DisclosureFacts> {
  const byDisclosure = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const known = byDisclosure.get(candidate.disclosure);
    if (known) known.push(candidate);
    else byDisclosure.set(candidate.disclosure, [candidate]);
  }
  const facts = new Map<string, DisclosureFacts>();
  for (const [id, law] of catalogue.disclosures) {
    facts.set(id, decide(law, byDisclosure.get(id) ?? [], regimes, signals, { kind, asOf }));
  }
  return facts;
}

/** The conditions that the words of the text turn on, with those that its statements do. */
export function allSignals(
  { disclosures }: Catalogue,
  candidates: readonly (Candidate & { readonly disclosure: string })[],
  found: ReadonlyMap<string, FoundSignal>,
): ReadonlyMap<string, FoundSignal> {
  const signals = new Map(found);
  for (const { disclosure, rank, span } of candidates) {
    for (const signal of disclosures.get(disclosure)?.variants[rank]?.turnsOn ?? []) {
      const known = signals.get(signal);
      if (known?.span === undefined) signals.set(signal, { span, fact: known?.fact });
    }
  }
  return signals;
}

const order: readonly DisclosureStatus[] = ["met", "weak", "not-applicable", "missing"];

function decide(
  law: DisclosureLaw,
  candidates: readonly Candidate[],
  regimes: readonly ActiveRegime[],
  signals: ReadonlyMap<string, unknown>,
  { kind, asOf }: DecisionContext,
): DisclosureFacts {
  const counted = candidates.map((candidate) => asBacked(law, candidate, signals));
  const evidence = bestFirst(law, counted);
  const best = evidence[0];
  const status = best === undefined ? "missing" : worthOf(law, best, undefined);
  const byRegime = new Map<string, RegimeStatus>();
  for (const citation of law.citations) {
    // One citation for each regime decides: the first whose duty is turned on; the strongest duty comes first in the file.
    const active = isActive(citation, regimes, signals);
    if (byRegime.has(citation.regime) && !(active && byRegime.get(citation.regime)?.active === false)) continue;
    byRegime.set(citation.regime, {
      status: regimeStatus(law, evidence, citation.regime),
      duty: dutyOn(citation, asOf),
      citation: citation.label,
      url: citation.url,
      when: citation.duty === "conditional" ? citation.when : undefined,
      active,
    });
  }
  const core = law.core && regimes.some(({ id }) => id === coreRegime);
  const isAsked = core || [...byRegime.values()].some(({ active, duty }) => active && duty !== "recommended");
  return {
    id: law.id,
    status,
    variant: best === undefined ? undefined : shownVariant(law, best),
    // A document of another kind owes nothing of it, whatever law it names.
    demanded: isAsked && law.kinds.includes(kind),
    reason: best?.unfilled ? "its deciding value is an unfilled placeholder" : undefined,
    byRegime,
    evidence,
  };
}

/** Our own rule set, which is not a law. */
export const coreRegime = "core";

/** A statement that needs something which the text gives nowhere counts as its lesser variant. */
function asBacked(law: DisclosureLaw, candidate: Candidate, signals: ReadonlyMap<string, unknown>): Candidate {
  const { onlyWith } = variantOf(law, candidate);
  if (onlyWith === undefined || signals.has(onlyWith.signal)) return candidate;
  const rank = law.variants.findIndex(({ id }) => id === onlyWith.otherwise);
  return { ...candidate, rank, variant: onlyWith.otherwise, element: undefined };
}

/** Best variant first, then document order; a sentence is listed once, with its best variant. */
function bestFirst(law: DisclosureLaw, candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) =>
      order.indexOf(worthOf(law, a, undefined)) - order.indexOf(worthOf(law, b, undefined)) ||
      a.rank - b.rank ||
      Number(a.unfilled) - Number(b.unfilled) ||
      a.position - b.position ||
      a.span.start - b.span.start ||
      a.focus.start - b.focus.start,
  );
  const seen = new Set<string>();
  return sorted.filter(({ span, element }) => {
    const key = `${span.start}:${element ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function variantOf(law: DisclosureLaw, candidate: Candidate): VariantSource {
  return law.variants[candidate.rank] as VariantSource;
}

function worthOf(law: DisclosureLaw, candidate: Candidate, regime: string | undefined): Worth {
  const variant = variantOf(law, candidate);
  if (candidate.unfilled && variant.worth === "met") return "weak";
  if (regime === undefined) return variant.worth;
  const element = variant.elements?.find(({ id }) => id === candidate.element);
  return element?.worthByRegime?.[regime] ?? variant.worthByRegime?.[regime] ?? variant.worth;
}

/** A statement whose value is a slot is shown as the best of the weak variants. */
function shownVariant(law: DisclosureLaw, candidate: Candidate): string {
  const variant = variantOf(law, candidate);
  if (!candidate.unfilled || variant.worth !== "met") return variant.id;
  return law.variants.find(({ worth }) => worth === "weak")?.id ?? variant.id;
}

function regimeStatus(law: DisclosureLaw, evidence: readonly Candidate[], regime: string): DisclosureStatus {
  let best: DisclosureStatus = "missing";
  for (const candidate of evidence) {
    let worth: DisclosureStatus = worthOf(law, candidate, regime);
    const needs = variantOf(law, candidate).needs?.[regime];
    if (worth === "met" && needs) {
      const has = (need: string) => evidence.some(({ element, unfilled }) => element === need && !unfilled);
      if (!needs.every(has)) worth = "weak";
    }
    if (order.indexOf(worth) < order.indexOf(best)) best = worth;
  }
  return best;
}

/** A duty that begins later is a recommendation until then. */
function dutyOn(citation: CitationSource, asOf: string): Duty {
  return citation.from !== undefined && asOf < citation.from ? "recommended" : citation.duty;
}

function isActive(
  citation: CitationSource,
  regimes: readonly ActiveRegime[],
  signals: ReadonlyMap<string, unknown>,
): boolean {
  if (!regimes.some(({ id }) => id === citation.regime)) return false;
  return citation.duty !== "conditional" || citation.when === undefined || signals.has(citation.when);
}
