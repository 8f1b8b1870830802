import { type DocumentKind, documentKinds } from "../engine/config";
import type { Severity } from "../engine/finding";
import type { Linter } from "../engine/linter";
import type { RuleOption } from "../engine/rule";

/** The names that a configuration may use, and what may be said of each. */
export interface Knowledge {
  /** By id. */
  readonly rules: ReadonlyMap<string, KnownRule>;
  /** Ids under which rules were known in earlier versions → today's. */
  readonly formerRules: ReadonlyMap<string, string>;
  readonly regimes: readonly string[];
  readonly disclosures: readonly string[];
  readonly facts: ReadonlyMap<string, KnownFact>;
  readonly kinds: readonly DocumentKind[];
}

export interface KnownRule {
  readonly severity: Severity;
  /** By name; none where omitted. */
  readonly options?: Readonly<Record<string, RuleOption>>;
}

export interface KnownFact {
  readonly type: "text" | "email" | "url" | "boolean" | "choice" | "choices" | "list" | "age" | "day";
  /** A noun phrase. */
  readonly title: string;
  readonly example?: string;
  /** For choices: the values that there are. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The names that a linter knows. */
export function knowledgeOf({ rules, catalogue }: Pick<Linter, "rules" | "catalogue">): Knowledge {
  const former = rules.flatMap(({ id, formerIds = [] }) => formerIds.map((old): [string, string] => [old, id]));
  return {
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    formerRules: new Map(former),
    regimes: [...catalogue.regimes.keys()],
    disclosures: [...catalogue.disclosures.keys()],
    facts: catalogue.facts,
    kinds: documentKinds,
  };
}
