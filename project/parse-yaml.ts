import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { type Span, shift } from "../engine/span";
import { type ConfigNode, deepest, type MapEntry, mostNodes, quoted } from "./config-node";
import type { Complaints } from "./problems";

/**
 * Reads YAML; `undefined` where it is broken, which is complained about.
 * The YAML begins at `offset` of the file that is complained about.
 */
export function parseYaml(text: string, complaints: Complaints, offset = 0): ConfigNode | undefined {
  let document: Document;
  try {
    document = parseDocument(text, { prettyErrors: false, logLevel: "error", schema: "core", uniqueKeys: false });
  } catch {
    // The parser calls itself for each level, so that a file of brackets takes the whole stack.
    const span = { start: offset, end: offset + Math.min(1, text.length) };
    complaints.add(span, "too-large", "the values lie too deep in one another", "write it flatter");
    return undefined;
  }
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) {
    const [start, end] = error.pos;
    const span = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), text.length) };
    const message = `this is no YAML that can be read: ${lowerFirst(error.message)}`;
    complaints.add(shift(span, offset), "syntax", message, "correct it here");
    return undefined;
  }
  if (document.contents === null) return { kind: "map", span: { start: offset, end: offset }, entries: [] };
  const conversion: Conversion = { document, complaints, offset, left: mostNodes, isBroken: false };
  const node = convert(document.contents, conversion, { start: offset, end: offset }, 0);
  return conversion.isBroken ? undefined : node;
}

interface Conversion {
  readonly document: Document;
  readonly complaints: Complaints;
  readonly offset: number;
  left: number;
  isBroken: boolean;
}

function convert(node: unknown, conversion: Conversion, around: Span, depth: number): ConfigNode {
  const { complaints, offset } = conversion;
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
  const span = range ? shift({ start: range[0], end: Math.max(range[1], range[0]) }, offset) : around;
  conversion.left -= 1;
  if (conversion.isBroken || conversion.left < 0 || depth > deepest) {
    if (!conversion.isBroken) {
      const what =
        depth > deepest
          ? "the values lie too deep in one another"
          : "there are too many values, or aliases that repeat them";
      complaints.add(span, "too-large", what, "write it without aliases, or split the file");
    }
    conversion.isBroken = true;
    return { kind: "scalar", span, value: null };
  }
  if (isAlias(node)) {
    const target = node.resolve(conversion.document);
    const converted = convert(target, conversion, span, depth + 1);
    // What is wrong with a repeated value is wrong where it is repeated.
    return { ...converted, span };
  }
  if (isSeq(node)) {
    return { kind: "list", span, items: node.items.map((item) => convert(item, conversion, span, depth + 1)) };
  }
  if (isMap(node)) {
    const entries = new Map<string, MapEntry>();
    for (const { key, value } of node.items) {
      const keyNode = convert(key, conversion, span, depth + 1);
      if (keyNode.kind !== "scalar" || keyNode.value === null) {
        complaints.add(keyNode.span, "syntax", "the name of a setting is missing or is no text", "write it as a word");
        continue;
      }
      const name = String(keyNode.value);
      if (entries.has(name)) {
        complaints.add(keyNode.span, "duplicate-key", `${quoted(name)} is set twice`, "keep one of the two");
        continue;
      }
      const converted = convert(value, conversion, keyNode.span, depth + 1);
      entries.set(name, { key: name, keySpan: keyNode.span, value: converted });
    }
    return { kind: "map", span, entries: [...entries.values()] };
  }
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) {
    return { kind: "scalar", span, value };
  }
  complaints.add(
    span,
    "syntax",
    `${quoted(String(value))} is no text, number or truth value`,
    "put it in quotation marks",
  );
  return { kind: "scalar", span, value: null };
}

function lowerFirst(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/\.$/, "");
}
