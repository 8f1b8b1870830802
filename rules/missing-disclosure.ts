import type { Analysis } from "../engine/analysis/analysis";
import { type FactConsequence, reasonOf } from "../engine/analysis/configured-facts";
import { coreRegime } from "../engine/analysis/disclosures";
import type { DisclosureFacts } from "../engine/analysis/model";
import type { CitationSource, DisclosureLaw, DisclosureWords } from "../engine/catalogue/model";
import type { DocumentKind } from "../engine/config";
import type { Duty, Reference, Severity } from "../engine/finding";
import { expectedHeading, planInsertion } from "../engine/insertion";
import type { Rule, RuleContext, RuleExample } from "../engine/rule";
import { emptyDocument, exampleTitle, regimesOf } from "./disclosure-examples";
import { referencesOf } from "./disclosure-references";

/** The family `missing-<disclosure>`: nothing in the text says what a policy of its kind is expected to tell. */
export function missingDisclosure(law: DisclosureLaw, words: DisclosureWords): Rule {
  let messages: Rule["messages"] | undefined;
  return {
    id: `missing-${law.id}`,
    summary: `The policy does not say ${law.title}.`,
    why: law.why,
    group: "disclosure",
    severity: law.coreError ? "error" : "warning",
    status: "stable",
    since: "0.1.0",
    pack: law.pack,
    kinds: law.kinds as readonly DocumentKind[],
    get messages() {
      messages ??= messagesOf(law, words);
      return messages;
    },
    // Most runs show no examples.
    get examples() {
      return examplesOf(law, words);
    },
    check: (context) => check(law, words, context),
  };
}

function messagesOf(law: DisclosureLaw, words: DisclosureWords): Rule["messages"] {
  const { core, demanded, recommended } = documentsOf(law, words);
  return {
    ...(demanded && {
      demanded: "The policy does not say {title}, which {who} {asks} ({citations}){because}; {remedy}",
    }),
    ...(core && {
      core: "The policy does not say {title}; no law that the text names asks for it, but readers and regulators look for it; {remedy}",
    }),
    ...(recommended && {
      recommended: "The policy does not say {title}; it is recommended ({citations}); {remedy}",
    }),
  };
}

function examplesOf(law: DisclosureLaw, words: DisclosureWords): Rule["examples"] {
  const { core, demanded, recommended } = documentsOf(law, words);
  return {
    flagged: [core, demanded, recommended].filter((example) => example !== undefined),
    passed: words.examples.met.slice(0, 1).map(({ text, heading }) => ({
      text: `# ${exampleTitle(law)}\n\n${heading === undefined ? "" : `## ${heading}\n\n`}${text}\n`,
      // Where nothing asks for it, nothing would be reported anyway.
      ...(!law.core && { regimes: regimesOf(law) }),
    })),
  };
}

/** A document for each message that the law can lead to; `undefined` where it cannot. */
function documentsOf(law: DisclosureLaw, { rule }: DisclosureWords) {
  const text = emptyDocument(law);
  const { citations } = law;
  const core: RuleExample | undefined = law.core ? { text, messageIds: ["core"] } : undefined;

  const required = ofDuty(citations, "required");
  const inForce = required.find(({ from }) => from === undefined) ?? required[0];
  const conditional = ofDuty(citations, "conditional");
  const demanded: RuleExample | undefined =
    inForce !== undefined
      ? { text, regimes: [inForce.regime], messageIds: ["demanded"], ...(inForce.from && { asOf: inForce.from }) }
      : conditional.length > 0
        ? {
            text: rule.demanded ?? text,
            regimes: [...new Set(conditional.map(({ regime }) => regime))],
            messageIds: ["demanded"],
          }
        : undefined;

  // What is required from a later day on is recommended until then.
  const isRequiredNow = (regime: string) => required.some((other) => other.regime === regime && !other.from);
  const recommending =
    ofDuty(citations, "recommended").find(({ regime }) => !isRequiredNow(regime)) ??
    required.find(({ regime, from }) => from !== undefined && !isRequiredNow(regime));
  const recommended: RuleExample | undefined = recommending && {
    text,
    regimes: [recommending.regime],
    messageIds: ["recommended"],
    ...(recommending.from && { asOf: dayOfYearBefore(recommending.from) }),
  };
  return { core, demanded, recommended };
}

function ofDuty(citations: readonly CitationSource[], duty: Duty): readonly CitationSource[] {
  return citations.filter((citation) => citation.duty === duty);
}

function dayOfYearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}-01-01`;
}

function check(law: DisclosureLaw, { snippet }: DisclosureWords, { analysis, report }: RuleContext): void {
  const facts = analysis.disclosures.get(law.id);
  if (facts === undefined || facts.status !== "missing") return;
  const references = referencesOf(law, facts);
  const demanding = references.filter(({ duty }) => duty !== "recommended");
  const core = law.core && analysis.regimes.some(({ id }) => id === coreRegime);
  if (demanding.length === 0 && !core && references.length === 0) return;
  const messageId = demanding.length > 0 ? "demanded" : core ? "core" : "recommended";
  const fact = turnedOnBy(analysis, facts);
  const heading = expectedHeading(analysis, law.id);
  const plan = planInsertion(analysis, law.id);
  report({
    messageId,
    data: {
      title: law.title,
      who: regimeNames(analysis, demanding),
      asks: new Set(demanding.map(({ regime }) => regime)).size > 1 ? "ask for" : "asks for",
      citations: (demanding.length > 0 ? demanding : references).map(({ label }) => label).join(", "),
      because: fact === undefined ? "" : `, because ${reasonOf(fact)}`,
      remedy: heading === undefined ? "add a section that says it" : "say it under this heading",
    },
    span: heading?.span ?? analysis.titleSpan,
    scope: "document",
    disclosure: law.id,
    severity: fact === undefined ? severityOf(law, analysis, facts, messageId) : "error",
    configPlace: fact?.fact.place,
    references,
    suggestions:
      plan === undefined
        ? []
        : [
            {
              title:
                plan.heading === undefined
                  ? `Add the section “${snippet.heading}”`
                  : `Add to this section ${law.title}`,
              edits: plan.edits,
              isSnippet: true,
            },
          ],
  });
}

/** The fact of the configuration that gives the condition of a duty; `undefined` where no duty depends on one. */
function turnedOnBy({ signals }: Analysis, { byRegime }: DisclosureFacts): FactConsequence | undefined {
  const needed = [...byRegime.values()].filter(({ active, duty }) => active && duty !== "recommended");
  // What is asked for anyway is not asked for because of a fact.
  if (needed.some(({ duty }) => duty === "required")) return undefined;
  for (const { when } of needed) {
    const signal = when === undefined ? undefined : signals.get(when);
    if (signal?.span === undefined && signal?.fact !== undefined) return signal.fact;
  }
  return undefined;
}

function regimeNames(analysis: Analysis, references: readonly Reference[]): string {
  const names = new Set(references.map(({ regime }) => analysis.catalogue.regimes.get(regime ?? "")?.name ?? ""));
  const list = [...names];
  return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
}

/** Pinned regimes make errors; what the text only claims makes warnings, save the two disclosures that no policy can do without. */
function severityOf(law: DisclosureLaw, analysis: Analysis, facts: DisclosureFacts, messageId: string): Severity {
  if (messageId === "recommended") return "hint";
  if (law.coreError && law.core) return "error";
  const pinned = analysis.regimes.some(({ id, from }) => {
    if (from !== "configuration") return false;
    if (id === coreRegime) return law.core;
    const status = facts.byRegime.get(id);
    return status?.active === true && status.duty !== "recommended";
  });
  return pinned ? "error" : "warning";
}
