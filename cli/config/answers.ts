import type { FactSource } from "../../engine/catalogue/fact-model";
import type { FactValue } from "../../engine/config";
import { nodeOf } from "../../project/config-node";
import { type ConfigProblem, complaintsAbout } from "../../project/problems";
import { readFact } from "../../project/read-fact";
import { createReader } from "../../project/reader";

/** What somebody typed for a fact, or what is wrong with it. */
export type Answer = { readonly value: FactValue } | { readonly error: string };

/** Reads an answer as people give it: "yes", "1, 3" for the first and third choice, or the value itself. */
export function readAnswer(id: string, fact: FactSource, text: string): Answer {
  const problems: ConfigProblem[] = [];
  const reader = createReader(complaintsAbout({ path: "", text: "" }, problems));
  const value = readFact(reader, id, fact, nodeOf(meant(fact, text.trim())));
  const [problem] = problems;
  if (problem !== undefined || value === undefined) {
    return { error: problem === undefined ? "that cannot be" : `${problem.message}; ${problem.remedy}` };
  }
  return { value };
}

/** The question with what can be answered, as a person reads it. */
export function questionText(fact: FactSource): string {
  const choices = Object.entries(fact.options ?? {}).map(([id, words], index) => `  ${index + 1}  ${words} (${id})`);
  const hint = hintFor(fact);
  return [`${fact.question}${hint === undefined ? "" : ` (${hint})`}`, ...choices, "> "].join("\n");
}

function hintFor({ type, example }: FactSource): string | undefined {
  switch (type) {
    case "boolean":
      return "yes or no";
    case "choices":
      return "numbers, with commas between them";
    case "choice":
      return "a number";
    case "list":
      return "with commas between them";
    default:
      return example === undefined ? undefined : `for example ${example}`;
  }
}

function meant(fact: FactSource, text: string): unknown {
  switch (fact.type) {
    case "boolean":
      return /^(?:y|yes|true)$/i.test(text) ? true : /^(?:n|no|false)$/i.test(text) ? false : text;
    case "age":
      return /^\d{1,3}$/.test(text) ? Number(text) : text;
    case "choice":
      return chosen(fact, text);
    case "choices":
      return split(text).map((part) => chosen(fact, part));
    case "list":
      return split(text);
    default:
      return text;
  }
}

function split(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function chosen({ options = {} }: FactSource, text: string): string {
  return /^\d{1,2}$/.test(text) ? (Object.keys(options)[Number(text) - 1] ?? text) : text;
}
