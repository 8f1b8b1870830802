import source from "clauselint:catalogue-with-examples";
import { analyse } from "../../engine/analysis/analyse";
import type { DisclosureFacts } from "../../engine/analysis/model";
import { type Catalogue, compileCatalogue } from "../../engine/catalogue/compile";
import type { DisclosureLaw, ExampleSource } from "../../engine/catalogue/model";
import { defaultConfig } from "../../engine/config";

/** The catalogue as shipped, with its examples. */
export const catalogueSource = source;

export const shippedCatalogue: Catalogue = compileCatalogue(source);

/** The same catalogue, as if every document gave what its statements need to count in full. */
const supplied = new WeakMap<Catalogue, Catalogue>();

/** What was decided with a catalogue, by the text of the document: several tests ask for the same examples. */
const known = new WeakMap<Catalogue, Map<string, ReadonlyMap<string, DisclosureFacts>>>();

/**
 * What a policy that consists of an example, under its heading, says about a disclosure.
 * A single statement cannot give what stands elsewhere, so that only the examples of a lack are left without it.
 */
export function decide(id: string, example: ExampleSource, catalogue: Catalogue): DisclosureFacts {
  const variants = catalogue.disclosures.get(id)?.variants ?? [];
  const isOfLack = variants.some(({ onlyWith }) => onlyWith !== undefined && onlyWith.otherwise === example.variant);
  return decideAll(example, isOfLack ? catalogue : supply(catalogue)).get(id) as DisclosureFacts;
}

function decideAll({ text, heading }: ExampleSource, catalogue: Catalogue): ReadonlyMap<string, DisclosureFacts> {
  const sections = heading === undefined ? [text] : [`## ${heading}`, text];
  const document = `${["# Privacy Policy", ...sections].join("\n\n")}\n`;
  const decided = known.get(catalogue) ?? new Map<string, ReadonlyMap<string, DisclosureFacts>>();
  known.set(catalogue, decided);
  let disclosures = decided.get(document);
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
    decided.set(document, disclosures);
  }
  return disclosures;
}

function supply(catalogue: Catalogue): Catalogue {
  const before = supplied.get(catalogue);
  if (before !== undefined) return before;
  const disclosures = new Map<string, DisclosureLaw>();
  for (const [id, law] of catalogue.disclosures) {
    const variants = law.variants.map(({ onlyWith: _given, ...variant }) => variant);
    disclosures.set(id, { ...law, variants });
  }
  const made = { ...catalogue, disclosures };
  supplied.set(catalogue, made);
  return made;
}

/** Whether a disclosure is decided as its example says. */
export function holdsFor(example: ExampleSource, { status, variant }: DisclosureFacts): boolean {
  return example.variant === undefined ? status === "missing" : variant === example.variant;
}
