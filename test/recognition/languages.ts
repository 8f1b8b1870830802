import source from "clauselint:catalogue-with-examples";
import { type Catalogue, compileCatalogue } from "../../engine/catalogue/compile";

/** The shipped languages, without what says which disclosure a sentence makes: recognition needs none of it. */
export function recognitionCatalogue(): Catalogue {
  return compileCatalogue({
    ...source,
    disclosures: [],
    languages: source.languages.map((language) => ({ ...language, disclosures: [] })),
  });
}
