import type { DisclosureFacts } from "../engine/analysis/model";
import { defaultConfig } from "../engine/config";
import type { Linter } from "../engine/linter";
import { type GoldDocument, threeWayOfLabel, threeWayOfStatus } from "./gold";
import type { Outcome } from "./scores";

export interface Decision {
  readonly document: GoldDocument;
  readonly facts: ReadonlyMap<string, DisclosureFacts>;
}

/** Decides every disclosure of every document, as `clauselint coverage --assume-policy` does. */
export function decideAll(documents: readonly GoldDocument[], linter: Linter): readonly Decision[] {
  return documents.map((document) => {
    const { analysis } = linter.lint({
      text: document.text,
      format: document.format,
      config: defaultConfig,
      asOf: linter.catalogue.version,
      documentKey: document.file,
      assumePolicy: true,
    });
    return { document, facts: analysis.disclosures };
  });
}

/** For each document what was decided beside what is right; `undefined` where gold or catalogue do not know the disclosure. */
export function outcomesOf(decisions: readonly Decision[], disclosure: string): readonly (Outcome | undefined)[] {
  return decisions.map(({ document, facts }) => {
    const label = document.labels.get(disclosure);
    const decided = facts.get(disclosure);
    if (label === undefined || decided === undefined) return undefined;
    return { gold: threeWayOfLabel(label), ours: threeWayOfStatus(decided.status) };
  });
}

/** Whether a decision gives the label itself, and not only says or does not say the thing. */
export function isLabelled(
  label: string,
  { status, variant }: { readonly status: string; readonly variant: string | undefined },
): boolean {
  const ours = threeWayOfStatus(status);
  // Where the labels know only said or not, speaking of a thing is saying it.
  if (label === "present") return ours !== "missing";
  return ours === threeWayOfLabel(label) && (label === "absent" || variant === label);
}
