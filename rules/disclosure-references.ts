import type { DisclosureFacts } from "../engine/analysis/model";
import type { DisclosureLaw } from "../engine/catalogue/model";
import type { Duty, Reference } from "../engine/finding";

const strength: readonly Duty[] = ["required", "conditional", "recommended"];

/** The citations of the regimes that are active for the document, the strongest duty first. */
export function referencesOf(law: DisclosureLaw, facts: DisclosureFacts): readonly Reference[] {
  const references: Reference[] = [];
  for (const citation of law.citations) {
    const status = facts.byRegime.get(citation.regime);
    if (status?.active !== true || status.citation !== citation.label) continue;
    references.push({ label: citation.label, url: citation.url, regime: citation.regime, duty: status.duty });
  }
  return references.sort((a, b) => strength.indexOf(a.duty as Duty) - strength.indexOf(b.duty as Duty));
}
