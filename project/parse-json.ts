import { type Node, type ParseError, parseTree } from "jsonc-parser";
import type { Span } from "../engine/span";
import { type ConfigNode, deepest, type MapEntry, mostNodes, quoted } from "./config-node";
import type { Complaints } from "./problems";

/** Reads JSON, comments and trailing commas allowed; `undefined` where it is broken, which is complained about. */
export function parseJson(text: string, complaints: Complaints): ConfigNode | undefined {
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser calls itself for each level, so that a file of brackets takes the whole stack.
    return tooDeep({ start: 0, end: Math.min(1, text.length) }, complaints);
  }
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    // Trailing white space tells nobody where to look.
    const start = Math.min(error?.offset ?? 0, Math.max(text.trimEnd().length - 1, 0));
    const what = words[error?.error ?? 4] ?? "something is wrong";
    complaints.add(
      { start, end: Math.min(start + Math.max(error?.length ?? 1, 1), text.length) },
      "syntax",
      `this is no JSON that can be read: ${what}`,
      "correct it here",
    );
    return undefined;
  }
  const conversion: Conversion = { complaints, left: mostNodes, isBroken: false };
  const node = convert(tree, conversion, 0);
  return conversion.isBroken ? undefined : node;
}

function tooDeep(span: Span, complaints: Complaints): undefined {
  complaints.add(span, "too-large", "the values lie too deep in one another", "write it flatter");
}

/** By the number of the parser's error. */
const words: Readonly<Record<number, string>> = {
  1: "there is a word that JSON does not know",
  2: "this is no number",
  3: "the name of a setting in quotation marks is expected",
  4: "a value is expected",
  5: "a colon is expected",
  6: "a comma is expected",
  7: "a closing brace is missing",
  8: "a closing bracket is missing",
  9: "something follows behind the end",
  10: "comments are not allowed here",
  11: "a comment does not end",
  12: "a quotation mark is missing at the end of a text",
  13: "a number does not end",
  14: "there is a broken \\u in a text",
  15: "there is an unknown escape in a text",
  16: "there is a character that cannot stand in a text",
};

interface Conversion {
  readonly complaints: Complaints;
  left: number;
  isBroken: boolean;
}

function convert(node: Node, conversion: Conversion, depth: number): ConfigNode {
  const { complaints } = conversion;
  const span = spanOf(node);
  conversion.left -= 1;
  if (conversion.isBroken || conversion.left < 0 || depth > deepest) {
    if (!conversion.isBroken && depth > deepest) tooDeep(span, complaints);
    else if (!conversion.isBroken) complaints.add(span, "too-large", "there are too many values", "split the file");
    conversion.isBroken = true;
    return { kind: "scalar", span, value: null };
  }
  if (node.type === "array") {
    return { kind: "list", span, items: (node.children ?? []).map((child) => convert(child, conversion, depth + 1)) };
  }
  if (node.type !== "object") return { kind: "scalar", span, value: node.value as string | number | boolean | null };
  const entries = new Map<string, MapEntry>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (entries.has(name)) {
      complaints.add(spanOf(key), "duplicate-key", `${quoted(name)} is set twice`, "keep one of the two");
    } else {
      entries.set(name, { key: name, keySpan: spanOf(key), value: convert(value, conversion, depth + 1) });
    }
  }
  return { kind: "map", span, entries: [...entries.values()] };
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
