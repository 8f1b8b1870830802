import type { Catalogue, Language } from "../engine/catalogue/compile";
import type { Rule } from "../engine/rule";
import { brokenCrossReference } from "./broken-cross-reference";
import { brokenNumbering } from "./broken-numbering";
import { contradictedFact } from "./contradicted-fact";
import { duplicateHeading } from "./duplicate-heading";
import { emptyValue } from "./empty-value";
import { expiredSuppression } from "./expired-suppression";
import { forbiddenSuppression } from "./forbidden-suppression";
import { houseWording } from "./house-wording";
import { invisibleCharacter } from "./invisible-character";
import { missingDisclosure } from "./missing-disclosure";
import { mojibake } from "./mojibake";
import { staleEvidence } from "./stale-evidence";
import { unexplainedSuppression } from "./unexplained-suppression";
import { unfilledPlaceholder } from "./unfilled-placeholder";
import { unjudgedLanguage } from "./unjudged-language";
import { unknownSuppression } from "./unknown-suppression";
import { unusedSuppression } from "./unused-suppression";
import { vagueLanguage } from "./vague-language";
import { canBeWeak, weakDisclosure } from "./weak-disclosure";

/** What rules are made from. */
export interface RuleCatalogue extends Pick<Catalogue, "disclosures"> {
  readonly languages: ReadonlyMap<string, Pick<Language, "disclosures">>;
}

/** Every rule: the single ones, and the members of the disclosure families for each entry of the catalogue that has words. */
export function createRules(catalogue: RuleCatalogue): readonly Rule[] {
  const laws = [...catalogue.disclosures.values()];
  const example = laws.find(({ coreError }) => coreError)?.id ?? laws[0]?.id ?? "";
  const rules: Rule[] = [
    unfilledPlaceholder,
    emptyValue,
    brokenCrossReference,
    duplicateHeading,
    brokenNumbering,
    mojibake,
    invisibleCharacter,
    contradictedFact,
    staleEvidence(example),
    houseWording,
    vagueLanguage,
    unjudgedLanguage,
    unknownSuppression,
    unexplainedSuppression,
    unusedSuppression,
    expiredSuppression,
    forbiddenSuppression,
  ];
  for (const law of laws) {
    for (const language of catalogue.languages.values()) {
      const words = language.disclosures.get(law.id);
      if (words === undefined) continue;
      rules.push(missingDisclosure(law, words));
      if (canBeWeak(law)) rules.push(weakDisclosure(law, words));
      break;
    }
  }
  return rules;
}
