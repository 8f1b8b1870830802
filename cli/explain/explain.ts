import source from "clauselint:catalogue-to-explain";
import type { CitationSource, DisclosureLaw, DisclosureWords, ExampleSource } from "../../engine/catalogue/model";
import { nearest } from "../../engine/nearest";
import type { Rule, RuleExample } from "../../engine/rule";
import { createRules } from "../../rules/index";
import type {
  ExampleOutput,
  ExplainedCitation,
  ExplainedDisclosure,
  ExplainedRule,
  ExplainedWords,
  ExplainListOutput,
  ExplainOutput,
  RuleExampleOutput,
} from "../output";
import { version } from "../version";

export { explainListText, explainText } from "./text";

// This is a bundle of its own: it holds all examples, and no other command needs them.

const laws: ReadonlyMap<string, DisclosureLaw> = new Map(source.disclosures.map((law) => [law.id, law]));
const languages = new Map(
  source.languages.map(({ id, disclosures }) => [
    id,
    { disclosures: new Map(disclosures.map((words) => [words.id, words])) },
  ]),
);
const rules: ReadonlyMap<string, Rule> = new Map(
  createRules({ disclosures: laws, languages }).map((rule) => [rule.id, rule]),
);
const head = { version: 1, tool: version, catalogue: source.version } as const;

/** The entry of a disclosure or of a rule in words; `nearest` is what may have been meant where there is none. */
export function explain(id: string): { readonly output: ExplainOutput } | { readonly nearest: string | undefined } {
  const law = laws.get(id);
  if (law !== undefined) return { output: { ...head, id, disclosure: toDisclosure(law), rule: null } };
  const rule = rules.get(id);
  if (rule === undefined) return { nearest: nearest(id, [...laws.keys(), ...rules.keys()]) };
  const about = [...laws.values()].find((each) => rulesOf(each).includes(id));
  return { output: { ...head, id, disclosure: about === undefined ? null : toDisclosure(about), rule: toRule(rule) } };
}

/** Everything that can be explained. */
export function explainList(): ExplainListOutput {
  return {
    ...head,
    disclosures: [...laws.values()].map(({ id, title }) => ({ id, title })),
    rules: [...rules.values()].map(({ id, summary }) => ({ id, summary })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function rulesOf({ id }: DisclosureLaw): readonly string[] {
  return [`missing-${id}`, `weak-${id}`].filter((rule) => rules.has(rule));
}

function toDisclosure(law: DisclosureLaw): ExplainedDisclosure {
  const words = [...languages].flatMap(([language, { disclosures }]) => {
    const own = disclosures.get(law.id);
    return own === undefined ? [] : [[language, toWords(own)] as const];
  });
  return {
    id: law.id,
    title: law.title,
    what: law.what,
    why: law.why,
    core: law.core,
    kinds: law.kinds as ExplainedDisclosure["kinds"],
    variants: law.variants.map((variant) => ({
      id: variant.id,
      worth: variant.worth,
      meaning: variant.meaning,
      lacks: variant.lacks ?? null,
      worthByRegime: variant.worthByRegime ?? {},
      elements: (variant.elements ?? []).map(({ id, title, worthByRegime = {} }) => ({ id, title, worthByRegime })),
      needs: variant.needs ?? {},
    })),
    citations: law.citations.map(toCitation),
    words: Object.fromEntries(words),
    related: law.related.filter((id) => laws.has(id)),
    rules: rulesOf(law),
    note: law.note ?? null,
  };
}

function toCitation({ regime, label, url, duty, when, from, verified, source: place, note }: CitationSource) {
  const citation: ExplainedCitation = {
    regime,
    regimeName: source.regimes.find(({ id }) => id === regime)?.name ?? regime,
    label,
    url: url ?? null,
    duty,
    condition: when === undefined ? null : { signal: when, words: source.signals[when] ?? when },
    from: from ?? null,
    verified,
    source: place,
    note: note ?? null,
  };
  return citation;
}

function toWords({ snippet: { heading, text }, examples: { met, weak, lookalike } }: DisclosureWords): ExplainedWords {
  return {
    snippet: { heading, text },
    examples: { met: met.map(toExample), weak: weak.map(toExample), lookalike: lookalike.map(toExample) },
  };
}

function toExample({ text, variant, heading, note }: ExampleSource): ExampleOutput {
  return { text, variant: variant ?? null, heading: heading ?? null, note: note ?? null };
}

function toRule({ id, summary, why, severity, status, since, kinds, messages, examples }: Rule): ExplainedRule {
  return {
    ...{ id, summary, why, severity, status, since, kinds, messages },
    examples: { flagged: examples.flagged.map(toRuleExample), passed: examples.passed.map(toRuleExample) },
  };
}

function toRuleExample({ text, format = "markdown", regimes = "auto" }: RuleExample): RuleExampleOutput {
  return { text, format, regimes: regimes === "auto" ? null : regimes };
}
