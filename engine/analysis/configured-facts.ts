import type { Catalogue } from "../catalogue/compile";
import type { FactCheck, FactEffect, FactSource } from "../catalogue/fact-model";
import type { ConfigPlace, FactValue, LintConfig } from "../config";
import type { Span } from "../span";
import type { FoundClaim } from "./regimes";

/** A fact of the configuration that the catalogue knows. */
export interface ConfiguredFact {
  readonly id: string;
  readonly source: FactSource;
  readonly value: FactValue;
  readonly place: ConfigPlace | undefined;
}

/** What follows from a fact's value. */
export interface FactConsequence {
  readonly fact: ConfiguredFact;
  readonly effect: FactEffect;
}

/** What gives the condition of a duty: the text, the configuration, or both. */
export interface FoundSignal {
  /** The first words of the text that do. */
  readonly span: Span | undefined;
  readonly fact: FactConsequence | undefined;
}

/** The facts of a configuration with all that follows from them; what the catalogue does not know is left out. */
export interface ConfiguredFacts {
  readonly facts: readonly ConfiguredFact[];
  readonly consequences: readonly FactConsequence[];
  readonly checks: readonly { readonly fact: ConfiguredFact; readonly check: FactCheck }[];
}

const noFacts: ConfiguredFacts = { facts: [], consequences: [], checks: [] };

export function configuredFacts(config: LintConfig, { facts: known }: Pick<Catalogue, "facts">): ConfiguredFacts {
  const stated = Object.entries(config.facts);
  if (stated.length === 0) return noFacts;
  const facts = stated.flatMap(([id, value]): ConfiguredFact[] => {
    const source = known.get(id);
    return source === undefined ? [] : [{ id, source, value, place: config.factPlaces?.[id] }];
  });
  return {
    facts,
    consequences: facts.flatMap((fact) =>
      (fact.source.effects ?? [])
        .filter((effect) => holdsFor(effect.when, fact.value))
        .map((effect) => ({ fact, effect })),
    ),
    checks: facts.flatMap((fact) => (fact.source.checks ?? []).map((check) => ({ fact, check }))),
  };
}

function holdsFor(when: FactEffect["when"], value: FactValue): boolean {
  if (when === undefined) return true;
  const wanted: readonly (string | boolean)[] = Array.isArray(when) ? when : [when as string | boolean];
  return valuesOf(value).some((each) => wanted.includes(each as string | boolean));
}

/** One or several values as several. */
export function valuesOf(value: FactValue): readonly (string | boolean | number)[] {
  return Array.isArray(value) ? value : [value as string | boolean | number];
}

/** The conditions of duties, by signal id: those that the text gives, and those that follow from facts. */
export function foundSignals(
  claims: readonly FoundClaim[],
  { consequences }: ConfiguredFacts,
): ReadonlyMap<string, FoundSignal> {
  const found = new Map<string, FoundSignal>();
  for (const { claim, span } of claims) {
    if (claim.kind === "signal" && !found.has(claim.id)) found.set(claim.id, { span, fact: undefined });
  }
  for (const fact of consequences) {
    for (const id of fact.effect.turnsOn ?? []) {
      const known = found.get(id);
      if (known?.fact === undefined) found.set(id, { span: known?.span, fact });
    }
  }
  return found;
}

/** A fact as it is written in a configuration, for messages: "facts.transfers in clauselint.config.yml". */
export function nameOfFact({ id, place }: Pick<ConfiguredFact, "id" | "place">): string {
  return nameOfSetting(`facts.${id}`, place);
}

/** A setting with the file in which it stands, where that is known. */
export function nameOfSetting(key: string, place: ConfigPlace | undefined): string {
  return place === undefined ? key : `${key} in ${place.path.slice(place.path.lastIndexOf("/") + 1)}`;
}

/** Why something follows, for messages: "no personal data goes to other countries (facts.transfers in …)". */
export function reasonOf({ fact, effect }: FactConsequence): string {
  return `${effect.says} (${nameOfFact(fact)})`;
}
