import type { ConceptSource, PatternSource } from "../engine/catalogue/model";
import { banner, escapeInline, fence, page, table } from "./markdown";

type Text = string | { readonly heading?: string; readonly introduction?: string; readonly text: string };

/** What `schemas/disclosure-words.schema.json` says about the pattern language. */
export interface PatternSchema {
  readonly $defs: Readonly<Record<string, OperatorSchema>>;
  readonly "x-vocabulary": Readonly<Record<string, ConceptSource>>;
}

interface OperatorSchema {
  readonly title?: string;
  readonly description?: string;
  readonly anyOf?: readonly { readonly $ref: string }[];
  readonly "x-examples"?: readonly { readonly pattern: PatternSource; readonly matches: Text; readonly misses: Text }[];
}

/** The reference of the pattern language; `terms` is the description of the term notation. */
export function patternPage(schema: PatternSchema, terms: string): string {
  const operators = (schema.$defs.pattern?.anyOf ?? []).map(({ $ref }) => $ref.replace("#/$defs/", ""));
  return page([
    banner,
    "# The pattern language",
    "How the files in `catalogue/languages/` say what a sentence has to contain. There is nothing beyond this page: the set of operators is closed, and each takes time linear in the sentence.",
    "## Terms",
    terms,
    "## Operators",
    "The examples use these concepts, each standing for the terms beside it:",
    table(
      ["Concept", "Terms"],
      Object.entries(schema["x-vocabulary"]).map(([id, concept]) => [`\`${id}\``, concept.terms.map(code).join(", ")]),
    ),
    ...operators.flatMap((name) => {
      const { title, description, "x-examples": examples } = schema.$defs[name] ?? {};
      return [
        `### ${title ?? `\`${name}\``}`,
        description,
        ...(examples ?? []).flatMap(({ pattern, matches, misses }) => [
          fence(JSON.stringify(pattern), "json"),
          `- matches ${inWords(matches)}\n- does not match ${inWords(misses)}`,
        ]),
      ];
    }),
  ]);
}

function code(text: string): string {
  return `\`${text}\``;
}

function inWords(text: Text): string {
  if (typeof text === "string") return `“${escapeInline(text)}”`;
  const where = [
    text.heading === undefined ? "" : ` under the heading “${escapeInline(text.heading)}”`,
    text.introduction === undefined ? "" : ` in a list after “${escapeInline(text.introduction)}”`,
  ];
  return `“${escapeInline(text.text)}”${where.join("")}`;
}
