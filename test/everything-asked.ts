import source from "clauselint:catalogue";
import { compileCatalogue } from "../engine/catalogue/compile";
import type { LintConfig } from "../engine/config";
import { createLinter, type Linter } from "../engine/linter";
import { createRules } from "../rules/index";

const law = "everywhere";

/**
 * The shipped linter, but with one regime that requires every disclosure of every kind of document, so that each is
 * missing where the text does not say it, however large the catalogue is.
 */
export function createLinterThatAsksForEverything(): Linter {
  const shipped = compileCatalogue(source);
  const citation = {
    regime: law,
    label: "Law of Everywhere s. 1",
    duty: "required",
    verified: false,
    source: "tests",
  } as const;
  const disclosures = new Map(
    [...shipped.disclosures].map(([id, entry]) => [
      id,
      { ...entry, core: false, kinds: ["privacy-policy", "cookie-policy", "template"], citations: [citation] },
    ]),
  );
  const catalogue = { ...shipped, disclosures, regimes: new Map([[law, { id: law, name: "Law of Everywhere" }]]) };
  return createLinter({ catalogue, rules: createRules(catalogue) });
}

/** What turns its regime on. */
export const everythingAsked: Pick<LintConfig, "regimes"> = { regimes: [law] };
