import source from "clauselint:catalogue-with-examples";
import { compileCatalogue } from "../engine/catalogue/compile";
import { createLinter, type Linter } from "../engine/linter";
import { createRules } from "../rules/index";

const named: readonly string[] = ["retention", "transfer-mechanism", "children-age", "contact"];

/** A linter that knows these four disclosures and no others, for tests that say all there is to report on a text. */
export function createLinterOfFour(): Linter {
  const catalogue = compileCatalogue({
    ...source,
    disclosures: source.disclosures.filter(({ id }) => named.includes(id)),
    languages: source.languages.map((language) => ({
      ...language,
      disclosures: language.disclosures.filter(({ id }) => named.includes(id)),
    })),
  });
  return createLinter({ catalogue, rules: createRules(catalogue) });
}
