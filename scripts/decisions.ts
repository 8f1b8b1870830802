import type { DisclosureFacts } from "../engine/analysis/model";
import { defaultConfig } from "../engine/config";
import type { Linter } from "../engine/linter";
import { type GoldDocument, type Score, threeWayOfLabel, threeWayOfStatus } from "./gold";

export interface Decision {
  readonly document: GoldDocument;
  readonly facts: ReadonlyMap<string, DisclosureFacts>;
}

/** Decides every disclosure of every document, as `clauselint coverage --assume-policy` does. */
export function decideAll(documents: readonly GoldDocument[], linter: Linter): readonly Decision[] {
  return documents.map((document) => {
    const { analysis } = linter.lint({
      text: document.text,
      format: document.file.endsWith(".md") ? "markdown" : "plaintext",
      config: defaultConfig,
      asOf: linter.catalogue.version,
      documentKey: document.file,
      assumePolicy: true,
    });
    return { document, facts: analysis.disclosures };
  });
}

export function scoreOf(decisions: readonly Decision[], disclosure: string): Score {
  const score = {
    documents: 0,
    truePositive: 0,
    falsePositive: 0,
    falseNegative: 0,
    threeWayRight: 0,
    variantRight: 0,
  };
  for (const { document, facts } of decisions) {
    const label = document.labels.get(disclosure);
    const decided = facts.get(disclosure);
    if (label === undefined || decided === undefined) continue;
    const gold = threeWayOfLabel(label);
    const ours = threeWayOfStatus(decided.status);
    score.documents += 1;
    if (ours === "missing" && gold === "missing") score.truePositive += 1;
    if (ours === "missing" && gold !== "missing") score.falsePositive += 1;
    if (ours !== "missing" && gold === "missing") score.falseNegative += 1;
    if (ours === gold) score.threeWayRight += 1;
    if (ours === gold && (gold === "missing" || label === "present" || decided.variant === label)) {
      score.variantRight += 1;
    }
  }
  return score;
}
