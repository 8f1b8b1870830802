import type { DisclosureFacts } from "../engine/analysis/model";
import type { DisclosureLaw, DisclosureWords, ExampleSource } from "../engine/catalogue/model";
import { type DocumentKind, defaultConfig } from "../engine/config";
import type { Linter } from "../engine/linter";
import type { Span } from "../engine/span";
import type { Complaints } from "./problems";

/** A sentence with what a pack says that it is worth, and where in the pack it stands. */
export interface PackExample extends ExampleSource {
  readonly kind: keyof DisclosureWords["examples"];
  readonly law: DisclosureLaw;
  readonly language: string;
  readonly span: Span;
}

/** More examples than that are not tried: each is a document. */
const mostTried = 200;

/** Complains about examples that are not decided as the pack says; its patterns then find other words than it means. */
export function tryExamples(examples: readonly PackExample[], linter: Linter, complaints: Complaints): void {
  for (const example of examples.slice(0, mostTried)) {
    const facts = decide(example, linter);
    const expected = expectedOf(example);
    if (facts === undefined || (facts.status === expected.status && isVariant(facts, expected.variant))) continue;
    const found = facts.variant === undefined ? facts.status : `${facts.status} (${facts.variant})`;
    const wanted = expected.variant === undefined ? expected.status : `${expected.status} (${expected.variant})`;
    complaints.add(
      example.span,
      "invalid-pack",
      `this example is decided as ${found}, and not as ${wanted}`,
      "change the patterns or the example",
    );
  }
}

function isVariant({ variant }: DisclosureFacts, expected: string | undefined): boolean {
  return expected === undefined || variant === expected;
}

/** What says that a condition is not there stands among the weak ones. */
function expectedOf({ kind, law, variant }: PackExample): {
  readonly status: string;
  readonly variant: string | undefined;
} {
  if (kind === "lookalike") return { status: "missing", variant: undefined };
  const worth = law.variants.find(({ id }) => id === variant)?.worth;
  return { status: worth === "not-applicable" ? worth : kind, variant };
}

function decide({ text, heading = "Policy", law, language }: PackExample, linter: Linter): DisclosureFacts | undefined {
  const { analysis } = linter.lint({
    text: `# Policy\n\n## ${heading}\n\n${text}\n`,
    format: "markdown",
    config: { ...defaultConfig, language, kind: (law.kinds[0] ?? "privacy-policy") as DocumentKind },
    asOf: linter.catalogue.version,
    documentKey: "",
  });
  return analysis.disclosures.get(law.id);
}
