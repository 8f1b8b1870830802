import type { ConfigValue, RuleSetting } from "../engine/config";
import type { RuleOption } from "../engine/rule";
import { isOptionValue } from "../engine/rule-options";
import { type ConfigNode, quoted, shown } from "./config-node";
import type { KnownRule } from "./knowledge";
import { namesToWrite, type Reader } from "./reader";

/** The options of a rule; those that cannot be used are left out and complained about. */
export function readOptions(
  reader: Reader,
  rule: string,
  declared: KnownRule["options"],
  node: ConfigNode,
): RuleSetting["options"] {
  const options = new Map<string, ConfigValue>();
  for (const { key, keySpan, value } of reader.map(node, `the options of ${rule}`)?.entries ?? []) {
    const option = declared !== undefined && Object.hasOwn(declared, key) ? declared[key] : undefined;
    if (option === undefined) {
      const known = Object.keys(declared ?? {});
      const remedy = known.length === 0 ? "it has none; leave them out" : namesToWrite(key, known);
      reader.complaints.add(keySpan, "unknown-option", `the rule ${rule} has no option ${quoted(key)}`, remedy);
      continue;
    }
    const plain = plainValue(value);
    if (plain !== undefined && isOptionValue(option, plain)) options.set(key, plain);
    else {
      const message = `the option ${key} of ${rule} cannot be ${shown(value)}`;
      reader.complaints.add(value.span, "invalid-value", message, `write ${expected(option)}`);
    }
  }
  return Object.fromEntries(options);
}

function plainValue(node: ConfigNode): unknown {
  if (node.kind === "scalar") return node.value;
  return node.kind === "list" ? node.items.map(plainValue) : undefined;
}

function expected(option: RuleOption): string {
  switch (option.type) {
    case "boolean":
      return "true or false";
    case "integer": {
      const { minimum, maximum } = option;
      const from = minimum === undefined ? "" : ` from ${minimum}`;
      return `a whole number${from}${maximum === undefined ? "" : ` up to ${maximum}`}`;
    }
    case "text":
      return "a text";
    case "choice":
      return `one of ${option.choices.join(", ")}`;
    case "list":
      return "a list of texts";
  }
}
