import type { Span } from "../engine/span";

/** A configuration as it is written, in whatever notation: values with their places. */
export type ConfigNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly ConfigNode[];
}

export interface MapNode {
  readonly kind: "map";
  readonly span: Span;
  /** As written; no key is there twice. */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ConfigNode;
}

/** How deep values may lie in one another; no configuration needs as much. */
export const deepest = 40;
/** How many values a configuration may have, with all that its aliases repeat. */
export const mostNodes = 50_000;

/** A text, a number or the like as people wrote it, for messages; long ones are cut. */
export function shown(node: ConfigNode): string {
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  const { value } = node;
  if (value === null) return "nothing";
  if (typeof value !== "string") return String(value);
  return quoted(value);
}

/** A name in quotation marks, cut where it is long. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 57)}…` : name);
}

/** A value that was never written in a file, as a node without a place. */
export function nodeOf(value: unknown): ConfigNode {
  const span = { start: 0, end: 0 };
  if (Array.isArray(value)) return { kind: "list", span, items: value.map(nodeOf) };
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => ({ key, keySpan: span, value: nodeOf(entry) }));
    return { kind: "map", span, entries };
  }
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return { kind: "scalar", span, value: isScalar ? value : null };
}

/** The value of a key; `undefined` where the map has none. */
export function entryOf(node: MapNode, key: string): MapEntry | undefined {
  return node.entries.find((entry) => entry.key === key);
}
