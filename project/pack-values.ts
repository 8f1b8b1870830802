import { nearest } from "../engine/nearest";
import { type ConfigNode, type MapNode, quoted, shown } from "./config-node";
import type { Complaints, ProblemCode } from "./problems";

/** What the parts of a pack are read with. */
export interface PackContext {
  readonly complaints: Complaints;
  /** Every id and concept of the pack begins with it. */
  readonly id: string;
}

/** More of anything than a pack has that somebody reads. */
export const mostEntries = 500;
const longestText = 2_000;

export function complain(
  { complaints }: Pick<PackContext, "complaints">,
  { span }: Pick<ConfigNode, "span">,
  message: string,
  remedy: string,
  code: ProblemCode = "invalid-pack",
): undefined {
  complaints.add(span, code, message, remedy);
  return undefined;
}

/** The entries of a map by key; keys that are not among `known` are complained about, and so is what is no map. */
export function entriesOf(
  node: ConfigNode,
  context: PackContext,
  known: readonly string[],
): ReadonlyMap<string, ConfigNode> | undefined {
  const map = mapOf(node, context);
  if (map === undefined) return undefined;
  const entries = new Map<string, ConfigNode>();
  for (const { key, keySpan, value } of map.entries) {
    if (known.includes(key)) entries.set(key, value);
    else unknown(context, { span: keySpan }, key, known, "unknown-key");
  }
  return entries;
}

export function mapOf(node: ConfigNode, context: PackContext): MapNode | undefined {
  if (node.kind === "map") return node;
  return complain(context, node, `a map is expected here, and there is ${shown(node)}`, "write names and values");
}

/** The items of a list; nothing where it is omitted. */
export function itemsOf(node: ConfigNode | undefined, context: PackContext, most = mostEntries): readonly ConfigNode[] {
  if (node === undefined) return [];
  if (node.kind !== "list") {
    complain(context, node, `a list is expected here, and there is ${shown(node)}`, "write a list");
    return [];
  }
  if (node.items.length > most) {
    complain(context, node, `the list has more than ${most} entries`, "shorten it", "too-large");
    return [];
  }
  return node.items;
}

/** A text in one line without control characters; `undefined` where it is omitted or complained about. */
export function textOf(node: ConfigNode | undefined, context: PackContext, longest = longestText): string | undefined {
  if (node === undefined) return undefined;
  const value = node.kind === "scalar" && typeof node.value === "number" ? String(node.value) : scalarOf(node);
  if (typeof value !== "string" || value.trim() === "") {
    return complain(context, node, `a text is expected here, and there is ${shown(node)}`, "write a text");
  }
  if (value.length > longest) {
    return complain(context, node, `the text is longer than ${longest} characters`, "shorten it", "too-large");
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(value)) {
    return complain(context, node, "the text has a control character in it", "remove it");
  }
  return value.trim();
}

/** A text for a message: in one line, without a full stop at its end. */
export function phraseOf(node: ConfigNode | undefined, context: PackContext): string | undefined {
  return textOf(node, context, 400)?.replace(/\s+/g, " ").replace(/\.$/, "");
}

export function booleanOf(node: ConfigNode | undefined, context: PackContext): boolean | undefined {
  if (node === undefined) return undefined;
  const value = scalarOf(node);
  if (typeof value === "boolean") return value;
  return complain(context, node, `true or false is expected here, and there is ${shown(node)}`, "write true or false");
}

/** A whole number from `least` to `most`. */
export function integerOf(
  node: ConfigNode | undefined,
  context: PackContext,
  [least, most]: readonly [number, number],
): number | undefined {
  if (node === undefined) return undefined;
  const value = scalarOf(node);
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  const message = `a whole number from ${least} to ${most} is expected here, and there is ${shown(node)}`;
  return complain(context, node, message, "write such a number", "invalid-value");
}

/** One of the known names; `what` they are is for the message. */
export function oneOf<Name extends string>(
  node: ConfigNode | undefined,
  context: PackContext,
  known: readonly Name[],
): Name | undefined {
  const name = textOf(node, context);
  if (name === undefined || node === undefined) return undefined;
  const found = known.find((each) => each === name);
  return found ?? unknown(context, node, name, known, "unknown-name");
}

export function unknown(
  context: Pick<PackContext, "complaints">,
  place: Pick<ConfigNode, "span">,
  name: string,
  known: readonly string[],
  code: ProblemCode,
): undefined {
  const near = nearest(name, known);
  const some = known.length > 12 ? "" : known.join(", ");
  const remedy =
    near === undefined ? (some === "" ? "use a name that exists" : `use one of ${some}`) : `did you mean ${near}?`;
  return complain(context, place, `${quoted(name)} is not known here`, remedy, code);
}

/** A name in small letters, digits and hyphens. */
export function nameOfPart(node: ConfigNode | undefined, context: PackContext): string | undefined {
  const name = textOf(node, context, 80);
  if (name === undefined || node === undefined) return undefined;
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return name;
  const message = `${quoted(name)} is no name`;
  return complain(context, node, message, "write it in small letters and digits, with hyphens between words");
}

/** A name that begins with the pack's id, so that none of the catalogue ever is the same. */
export function ownName(node: ConfigNode | undefined, context: PackContext): string | undefined {
  const name = nameOfPart(node, context);
  if (name === undefined || node === undefined || name.startsWith(`${context.id}-`)) return name;
  const message = `the name ${quoted(name)} does not begin with that of the pack`;
  return complain(context, node, message, `call it ${context.id}-${name}`);
}

/** Complains about a part that has to be there. */
export function required<Value>(
  value: Value | undefined,
  key: string,
  node: ConfigNode,
  context: PackContext,
  entries: ReadonlyMap<string, ConfigNode>,
): Value | undefined {
  // What is there and wrong has been complained about.
  if (value !== undefined || entries.has(key)) return value;
  const place = node.kind === "map" ? (node.entries[0]?.keySpan ?? node.span) : node.span;
  return complain(context, { span: place }, `"${key}" is missing`, `add ${key}`, "missing-key");
}

function scalarOf(node: ConfigNode): string | number | boolean | null | undefined {
  return node.kind === "scalar" ? node.value : undefined;
}
