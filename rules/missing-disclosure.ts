import type { Analysis } from "../engine/analysis/analysis";
import { coreRegime } from "../engine/analysis/disclosures";
import type { DisclosureFacts } from "../engine/analysis/model";
import type { DisclosureLaw, DisclosureWords } from "../engine/catalogue/model";
import type { DocumentKind } from "../engine/config";
import type { Reference, Severity } from "../engine/finding";
import { expectedHeading, planInsertion } from "../engine/insertion";
import type { Rule, RuleContext, RuleExample } from "../engine/rule";
import { referencesOf } from "./disclosure-references";

/** The family `missing-<disclosure>`: nothing in the text says what a policy of its kind is expected to tell. */
export function missingDisclosure(law: DisclosureLaw, words: DisclosureWords): Rule {
  // What will be a duty is recommended until then.
  const recommended =
    law.citations.find(({ duty }) => duty === "recommended") ??
    law.citations.find(({ from, when }) => from !== undefined && when === undefined);
  const demands = law.citations.some(({ duty }) => duty !== "recommended");
  const withoutIt = "# «Privacy Policy»\n\nWe collect your name when you order, so that the parcel finds you.\n";
  return {
    id: `missing-${law.id}`,
    summary: `The policy does not say ${law.title}.`,
    why: law.why,
    group: "disclosure",
    severity: law.coreError ? "error" : "warning",
    status: "stable",
    since: "0.1.0",
    kinds: law.kinds as readonly DocumentKind[],
    messages: {
      ...(demands && {
        demanded: "The policy does not say {title}, which {who} {asks} ({citations}); {remedy}",
      }),
      ...(law.core && {
        core: "The policy does not say {title}; no law that the text names asks for it, but readers and regulators look for it; {remedy}",
      }),
      ...(recommended && {
        recommended: "The policy does not say {title}; it is recommended ({citations}); {remedy}",
      }),
    },
    examples: {
      flagged: [
        ...(law.core ? [{ text: withoutIt, messageIds: ["core"] }] : []),
        ...demandedExamples(law, words),
        ...(recommended === undefined
          ? []
          : [{ text: withoutIt, regimes: [recommended.regime], messageIds: ["recommended"] }]),
      ],
      passed: words.examples.met.slice(0, 1).map(({ text, heading }) => ({
        text: `# Privacy Policy\n\n${heading === undefined ? "" : `## ${heading}\n\n`}${text}\n`,
      })),
    },
    check: (context) => check(law, words, context),
  };
}

/** A document of which a regime demands the disclosure: any where the duty is unconditional, else one that turns it on. */
function demandedExamples(law: DisclosureLaw, { rule }: DisclosureWords): readonly RuleExample[] {
  const required = law.citations.find(({ duty }) => duty === "required");
  if (required === undefined) {
    return rule.demanded === undefined ? [] : [{ text: rule.demanded, messageIds: ["demanded"] }];
  }
  const text = "# «Privacy Policy»\n\nThis policy tells how we use your personal data.\n";
  const { regime, from } = required;
  return [{ text, regimes: [regime], messageIds: ["demanded"], ...(from !== undefined && { asOf: from }) }];
}

function check(law: DisclosureLaw, { snippet }: DisclosureWords, { analysis, report }: RuleContext): void {
  const facts = analysis.disclosures.get(law.id);
  if (facts === undefined || facts.status !== "missing") return;
  const references = referencesOf(law, facts);
  const demanding = references.filter(({ duty }) => duty !== "recommended");
  const core = law.core && analysis.regimes.some(({ id }) => id === coreRegime);
  if (demanding.length === 0 && !core && references.length === 0) return;
  const messageId = demanding.length > 0 ? "demanded" : core ? "core" : "recommended";
  const heading = expectedHeading(analysis, law.id);
  const plan = planInsertion(analysis, law.id);
  report({
    messageId,
    data: {
      title: law.title,
      who: regimeNames(analysis, demanding),
      asks: new Set(demanding.map(({ regime }) => regime)).size > 1 ? "ask for" : "asks for",
      citations: (demanding.length > 0 ? demanding : references).map(({ label }) => label).join(", "),
      remedy: heading === undefined ? "add a section that says it" : "say it under this heading",
    },
    span: heading?.span ?? analysis.titleSpan,
    scope: "document",
    disclosure: law.id,
    severity: severityOf(law, analysis, facts, messageId),
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
