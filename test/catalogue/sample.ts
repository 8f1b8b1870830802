import source from "clauselint:catalogue-with-examples";
import { analyse } from "../../engine/analysis/analyse";
import type { DisclosureFacts } from "../../engine/analysis/model";
import { type Catalogue, compileCatalogue } from "../../engine/catalogue/compile";
import type { ExampleSource } from "../../engine/catalogue/model";
import { defaultConfig } from "../../engine/config";

/** The catalogue as shipped, with its examples. */
export const catalogueSource = source;

export const shippedCatalogue: Catalogue = compileCatalogue(source);

/** What was decided with the shipped catalogue, by the text of the document: several tests ask for the same examples. */
const known = new Map<string, ReadonlyMap<string, DisclosureFacts>>();

/** What a policy that consists of an example, under its heading, says about a disclosure. */
export function decide(id: string, { text, heading }: ExampleSource, catalogue: Catalogue): DisclosureFacts {
  const sections = heading === undefined ? [text] : [`## ${heading}`, text];
  const document = `${["# Privacy Policy", ...sections].join("\n\n")}\n`;
  let disclosures = catalogue === shippedCatalogue ? known.get(document) : undefined;
  if (disclosures === undefined) {
    disclosures = analyse(
      {
        text: document,
        format: "markdown",
        config: { ...defaultConfig, language: "en" },
        asOf: catalogue.version,
        documentKey: "",
        assumePolicy: true,
      },
      catalogue,
    ).disclosures;
    if (catalogue === shippedCatalogue) known.set(document, disclosures);
  }
  return disclosures.get(id) as DisclosureFacts;
}

/** Whether a disclosure is decided as its example says. */
export function holdsFor(example: ExampleSource, { status, variant }: DisclosureFacts): boolean {
  return example.variant === undefined ? status === "missing" : variant === example.variant;
}
