import type { Catalogue } from "../engine/catalogue/compile";
import type { FactEffect, FactSource } from "../engine/catalogue/fact-model";
import { banner, escapeInline, page, table } from "./markdown";

/** The page of everything that a configuration can state about an organisation, and what follows from it. */
export function factPage(catalogue: Catalogue): string {
  return page([
    banner,
    "# Facts",
    "Under `facts` a configuration states what is true of the organisation.\n" +
      "A fact turns duties on or makes them not applicable, fills the slots of what the quick fix inserts, and is checked against the text: where the two disagree, [contradicted-fact](rules/contradicted-fact.md) says so.\n" +
      "A fact never hides what the text itself says.",
    "```yaml\nfacts:\n  company: Acme GmbH\n  contact: privacy@acme.example\n  transfers: false\n```",
    table(
      ["Fact", "What it states", "Value", "What follows"],
      [...catalogue.facts].map(([id, fact]) => [
        `\`${id}\``,
        escapeInline(fact.title),
        kindOfValue(fact),
        [...(fact.effects ?? []).flatMap((effect) => effectText(catalogue, effect)), ...uses(catalogue, id, fact)].join(
          "<br>",
        ),
      ]),
    ),
  ]);
}

function kindOfValue({ type, options, example }: FactSource): string {
  const names = Object.keys(options ?? {}).map((option) => `\`${option}\``);
  const shown = example === undefined ? "" : `, for example \`${example}\``;
  switch (type) {
    case "boolean":
      return "`true` or `false`";
    case "choice":
      return `one of ${names.join(", ")}`;
    case "choices":
      return `one or several of ${names.join(", ")}`;
    case "list":
      return `a text or several${shown}`;
    case "age":
      return `a number of years${shown}`;
    case "day":
      return `a day${shown}`;
    case "email":
      return `an address or several${shown}`;
    default:
      return `${type === "url" ? "a URL" : "a text"}${shown}`;
  }
}

function effectText(catalogue: Catalogue, { when, turnsOn, regimes, notApplicable, against }: FactEffect): string[] {
  const value =
    when === undefined
      ? "any value"
      : [when]
          .flat()
          .map((each) => `\`${each}\``)
          .join(", ");
  const links = (ids: readonly string[]) => ids.map((id) => `[${id}](disclosures/${id}.md)`).join(", ");
  const asked = asking(catalogue, turnsOn ?? []);
  return [
    ...(asked.length > 0 ? [`${value}: turns on the conditional duties of ${links(asked)}`] : []),
    ...(regimes === undefined
      ? []
      : [
          `${value}: judged by ${regimes.map((id) => catalogue.regimes.get(id)?.name ?? id).join(", ")} where \`regimes\` is not set`,
        ]),
    ...(notApplicable === undefined ? [] : [`${value}: ${links(notApplicable)} not applicable`]),
    ...(against === undefined ? [] : [`${value}: checked against the text`]),
  ];
}

/** The disclosures of which a duty depends on one of the signals. */
function asking({ disclosures }: Catalogue, signals: readonly string[]): string[] {
  return [...disclosures.values()]
    .filter(({ citations }) => citations.some(({ when }) => when !== undefined && signals.includes(when)))
    .map(({ id }) => id);
}

function uses({ languages }: Catalogue, fact: string, { checks }: FactSource): string[] {
  const filled = new Set<string>();
  for (const { disclosures } of languages.values()) {
    for (const { id, snippet } of disclosures.values()) {
      if (Object.values(snippet.facts ?? {}).includes(fact)) filled.add(id);
    }
  }
  return [
    ...(checks === undefined ? [] : ["checked against the text"]),
    ...(filled.size === 0
      ? []
      : [`fills the snippet of ${[...filled].map((id) => `[${id}](disclosures/${id}.md)`).join(", ")}`]),
  ];
}
