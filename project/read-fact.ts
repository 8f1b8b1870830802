import type { FactValue } from "../engine/config";
import { type ConfigNode, shown } from "./config-node";
import type { KnownFact } from "./knowledge";
import { isDay, namesToWrite, type Reader } from "./reader";

/** The value of a fact; `undefined` where it cannot be used, which is complained about. */
export function readFact(reader: Reader, id: string, fact: KnownFact, node: ConfigNode): FactValue | undefined {
  const what = `the fact ${id}`;
  const choices = Object.keys(fact.options ?? {});
  const wrong = (expected: string): undefined => {
    const example = fact.example === undefined ? "" : `, for example ${JSON.stringify(fact.example)}`;
    reader.complaints.add(
      node.span,
      "invalid-value",
      `${what} cannot be ${shown(node)}`,
      `write ${expected}${example}`,
    );
  };
  const choice = (item: { readonly span: ConfigNode["span"]; readonly value: string }): string | undefined => {
    if (choices.includes(item.value)) return item.value;
    const message = `${what} cannot be ${JSON.stringify(item.value)}`;
    reader.complaints.add(item.span, "invalid-value", message, namesToWrite(item.value, choices));
    return undefined;
  };
  switch (fact.type) {
    case "boolean":
      return reader.boolean(node, what);
    case "age": {
      const age = node.kind === "scalar" ? node.value : undefined;
      return typeof age === "number" && Number.isInteger(age) && age >= 0 && age <= 120
        ? age
        : wrong("an age in years");
    }
    case "choices":
    case "list": {
      const texts = reader.texts(node, what);
      const values = fact.type === "list" ? texts.map(({ value }) => value) : texts.map(choice);
      return node.kind === "map" || values.includes(undefined)
        ? undefined
        : values.filter((value) => value !== undefined);
    }
  }
  const value = reader.text(node, what);
  if (value === undefined) return undefined;
  switch (fact.type) {
    case "choice":
      return choice({ span: node.span, value });
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? value : wrong("an e-mail address");
    case "url":
      return /^https?:\/\/[^\s/]+/i.test(value) ? value : wrong("an address that begins with https://");
    case "day":
      return isDay(value) ? value : wrong("a day as YYYY-MM-DD");
    case "text":
      return value;
  }
}
