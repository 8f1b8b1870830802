import source from "clauselint:catalogue-with-examples";
import { analyse } from "../../engine/analysis/analyse";
import type { DisclosureFacts } from "../../engine/analysis/model";
import { type Catalogue, compileCatalogue } from "../../engine/catalogue/compile";
import type { ExampleSource } from "../../engine/catalogue/model";
import { defaultConfig } from "../../engine/config";

/** The catalogue as shipped, with its examples. */
export const catalogueSource = source;

export const shippedCatalogue: Catalogue = compileCatalogue(source);

/** What a policy that consists of an example, under its heading, says about a disclosure. */
export function decide(id: string, { text, heading }: ExampleSource, catalogue: Catalogue): DisclosureFacts {
  const sections = heading === undefined ? [text] : [`## ${heading}`, text];
  const { disclosures } = analyse(
    {
      text: `${["# Privacy Policy", ...sections].join("\n\n")}\n`,
      format: "markdown",
      config: { ...defaultConfig, language: "en" },
      asOf: catalogue.version,
      documentKey: "",
      assumePolicy: true,
    },
    catalogue,
  );
  return disclosures.get(id) as DisclosureFacts;
}

/** Whether a disclosure is decided as its example says. */
export function holdsFor(example: ExampleSource, { status, variant }: DisclosureFacts): boolean {
  return example.variant === undefined ? status === "missing" : variant === example.variant;
}
