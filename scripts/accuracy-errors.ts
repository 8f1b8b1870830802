import type { DisclosureFacts } from "../engine/analysis/model";
import { type Decision, isLabelled } from "./decisions";
import { threeWayOfLabel, threeWayOfStatus } from "./gold";

const shownEvidence = 3;
const shownCharacters = 400;

/** Every decision that is not as labelled, with the sentences that decided and the words that the label rests on. */
export function errorList(decisions: readonly Decision[], disclosures: readonly string[]): string {
  return disclosures.map((id) => errorsOf(decisions, id)).join("\n\n");
}

/** What kind of error it is, the worst first. */
const kinds = ["said or missing", "met or weak", "another variant"] as const;

function errorsOf(decisions: readonly Decision[], disclosure: string): string {
  const errors = decisions.flatMap(({ document, facts }) => {
    const label = document.labels.get(disclosure);
    const decided = facts.get(disclosure);
    return label === undefined || decided === undefined || isLabelled(label, decided)
      ? []
      : [{ document, label, decided, kind: kindOf(label, decided) }];
  });
  errors.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const lines = errors.flatMap(({ document, label, decided, kind }) => [
    `- ${kind}: ${document.file}: ${[decided.status, decided.variant].filter(Boolean).join(" ")}, labelled ${label}`,
    ...decided.evidence.slice(0, shownEvidence).map(({ span, pattern, focus }) => {
      const [words, sentence] = [focus, span].map(({ start, end }) => oneLine(document.text.slice(start, end)));
      return `    ours [${pattern}] «${words}» in: ${sentence}`;
    }),
    ...(document.quotes.get(disclosure) ?? []).map((quote) => `    gold ${oneLine(quote)}`),
  ]);
  return [`errors of the fitting half, ${disclosure}: ${errors.length}`, ...lines].join("\n");
}

function kindOf(label: string, { status }: DisclosureFacts): (typeof kinds)[number] {
  const [gold, ours] = [threeWayOfLabel(label), threeWayOfStatus(status)];
  if (gold === ours) return "another variant";
  return gold === "missing" || ours === "missing" ? "said or missing" : "met or weak";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, shownCharacters);
}
