import type { ConfigValue } from "./config";
import type { OptionReader, Rule, RuleOption } from "./rule";

/** A reader of the rule's options; a configured value of the wrong type counts as none, for the resolver has reported it. */
export function readRuleOptions(rule: Rule, configured: Readonly<Record<string, ConfigValue>>): OptionReader {
  const read = (name: string, types: readonly RuleOption["type"][]): ConfigValue => {
    const option = rule.options !== undefined && Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (option === undefined || !types.includes(option.type)) {
      throw new Error(`${rule.id} declares no ${types.join(" or ")} "${name}" among its options`);
    }
    const value = Object.hasOwn(configured, name) ? configured[name] : undefined;
    return value !== undefined && isOptionValue(option, value) ? value : option.default;
  };
  return {
    boolean: (name) => read(name, ["boolean"]) as boolean,
    integer: (name) => read(name, ["integer"]) as number,
    text: (name) => read(name, ["text", "choice"]) as string,
    list: (name) => read(name, ["list"]) as readonly string[],
  };
}

/** Whether a value is one that the option can have. */
export function isOptionValue(option: RuleOption, value: unknown): value is ConfigValue {
  switch (option.type) {
    case "boolean":
      return typeof value === "boolean";
    case "integer": {
      const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = option;
      return Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
    }
    case "text":
      return typeof value === "string";
    case "choice":
      return typeof value === "string" && option.choices.includes(value);
    case "list":
      return Array.isArray(value) && value.every((entry) => typeof entry === "string");
  }
}
