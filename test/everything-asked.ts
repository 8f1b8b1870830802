import source from "clauselint:catalogue";
import { compileCatalogue } from "../engine/catalogue/compile";
import { createLinter, type Linter } from "../engine/linter";
import { createRules } from "../rules/index";

/**
 * The shipped linter, but every disclosure belongs to the core set, whatever the kind of the document: each is missing
 * where the text does not say it, however large the catalogue is and whoever asks for what.
 */
export function createLinterThatAsksForEverything(): Linter {
  const shipped = compileCatalogue(source);
  const disclosures = new Map(
    [...shipped.disclosures].map(([id, law]) => [
      id,
      { ...law, core: true, kinds: ["privacy-policy", "cookie-policy", "template"], citations: [] },
    ]),
  );
  const catalogue = { ...shipped, disclosures };
  return createLinter({ catalogue, rules: createRules(catalogue) });
}
