import type { CitationSource, DisclosureLaw, ElementSource, VariantSource, Worth } from "../engine/catalogue/model";
import { documentKinds } from "../engine/config";
import type { Duty } from "../engine/finding";
import { type ConfigNode, entryOf } from "./config-node";
import {
  booleanOf,
  complain,
  entriesOf,
  itemsOf,
  mapOf,
  nameOfPart,
  oneOf,
  ownName,
  type PackContext,
  phraseOf,
  required,
  textOf,
  unknown,
} from "./pack-values";

/** What the laws of a pack can name. */
export interface LawContext extends PackContext {
  /** Of the pack. */
  readonly name: string;
  readonly regimes: readonly string[];
  readonly signals: readonly string[];
  readonly disclosures: readonly string[];
}

const lawKeys = [
  ...["id", "title", "subject", "what", "why", "variants", "citations"],
  ...["core", "coreError", "kinds", "related", "note"],
];

/** One thing that the house rules want a policy to tell; what a pack leaves out is filled in. */
export function lawOf(node: ConfigNode, context: LawContext): DisclosureLaw | undefined {
  const entries = entriesOf(node, context, lawKeys);
  if (entries === undefined) return undefined;
  const id = required(ownName(entries.get("id"), context), "id", node, context, entries);
  const title = required(phraseOf(entries.get("title"), context), "title", node, context, entries);
  const variants = variantsOf(entries.get("variants"), context);
  const citations = itemsOf(entries.get("citations"), context, 50).flatMap((item) => citationOf(item, context) ?? []);
  const kinds = kindsOf(entries.get("kinds"), context);
  const related = itemsOf(entries.get("related"), context, 50).flatMap(
    (item) => oneOf(item, context, context.disclosures) ?? [],
  );
  const subject = phraseOf(entries.get("subject"), context);
  const what = textOf(entries.get("what"), context);
  const why = textOf(entries.get("why"), context);
  const note = textOf(entries.get("note"), context);
  const core = booleanOf(entries.get("core"), context) ?? false;
  const coreError = booleanOf(entries.get("coreError"), context) ?? false;
  if (id === undefined || title === undefined) return undefined;
  const said: VariantSource = { id: "said", worth: "met", meaning: `The text says ${title}.` };
  const asked = {
    regime: context.id,
    label: context.name,
    duty: "required",
    verified: true,
    source: context.name,
  } as const;
  return {
    ...{ id, title, subject: subject ?? title, core, coreError, related },
    what: what ?? `The text says ${title}.`,
    why: why ?? `${context.name} ask for it.`,
    variants: variants.length > 0 ? variants : [said],
    citations: citations.length > 0 ? citations : [asked],
    kinds: kinds ?? ["privacy-policy", "template"],
    ...(note !== undefined && { note }),
  };
}

/** Kinds of documents; `undefined` where they are omitted. */
export function kindsOf(node: ConfigNode | undefined, context: PackContext) {
  if (node === undefined) return undefined;
  const kinds = documentKinds.filter((kind) => kind !== "not-a-policy");
  return itemsOf(node, context, kinds.length).flatMap((item) => oneOf(item, context, kinds) ?? []);
}

const worths: readonly Worth[] = ["met", "weak", "not-applicable"];

function variantsOf(node: ConfigNode | undefined, context: LawContext): readonly VariantSource[] {
  const items = itemsOf(node, context, 50);
  const variantIds = items.filter((item) => !hasEntry(item, "onlyWith")).flatMap((item) => idOf(item) ?? []);
  return items.flatMap((item) => {
    const keys = ["id", "worth", "meaning", "lacks", "worthByRegime", "elements", "needs", "turnsOn", "onlyWith"];
    const entries = entriesOf(item, context, keys);
    if (entries === undefined) return [];
    const id = required(nameOfPart(entries.get("id"), context), "id", item, context, entries);
    const worth = required(oneOf(entries.get("worth"), context, worths), "worth", item, context, entries);
    const meaning = required(textOf(entries.get("meaning"), context), "meaning", item, context, entries);
    const lacks = messageOf(entries.get("lacks"), context);
    if (worth === "weak") required(lacks, "lacks", item, context, entries);
    const worthByRegime = byRegime(entries.get("worthByRegime"), context, (value) => oneOf(value, context, worths));
    const elements = entries.has("elements") ? elementsOf(entries.get("elements"), context) : undefined;
    const names = elements?.map((element) => element.id) ?? [];
    const needs = byRegime(entries.get("needs"), context, (value) =>
      itemsOf(value, context, 50).flatMap((each) => oneOf(each, context, names) ?? []),
    );
    const turnsOn = entries.has("turnsOn")
      ? itemsOf(entries.get("turnsOn"), context, 50).flatMap((each) => oneOf(each, context, context.signals) ?? [])
      : undefined;
    const onlyWith = entries.has("onlyWith") ? onlyWithOf(entries.get("onlyWith"), context, variantIds) : undefined;
    if (id === undefined || worth === undefined || meaning === undefined) return [];
    return [
      {
        ...{ id, worth, meaning },
        ...(lacks !== undefined && { lacks }),
        ...(worthByRegime !== undefined && { worthByRegime }),
        ...(elements !== undefined && { elements }),
        ...(needs !== undefined && { needs }),
        ...(turnsOn !== undefined && { turnsOn }),
        ...(onlyWith !== undefined && { onlyWith }),
      },
    ];
  });
}

function hasEntry(node: ConfigNode, key: string): boolean {
  return node.kind === "map" && entryOf(node, key) !== undefined;
}

function idOf(node: ConfigNode): string | undefined {
  const id = node.kind === "map" ? entryOf(node, "id")?.value : undefined;
  return id?.kind === "scalar" && typeof id.value === "string" ? id.value : undefined;
}

/** `lesser`: the variants that can stand for one that does not count in full. */
function onlyWithOf(
  node: ConfigNode | undefined,
  context: LawContext,
  lesser: readonly string[],
): VariantSource["onlyWith"] {
  const entries = node === undefined ? undefined : entriesOf(node, context, ["signal", "otherwise"]);
  if (entries === undefined || node === undefined) return undefined;
  const signal = required(oneOf(entries.get("signal"), context, context.signals), "signal", node, context, entries);
  const otherwise = required(oneOf(entries.get("otherwise"), context, lesser), "otherwise", node, context, entries);
  return signal === undefined || otherwise === undefined ? undefined : { signal, otherwise };
}

function elementsOf(node: ConfigNode | undefined, context: LawContext): readonly ElementSource[] {
  return itemsOf(node, context, 50).flatMap((item) => {
    const entries = entriesOf(item, context, ["id", "title", "worthByRegime"]);
    if (entries === undefined) return [];
    const id = required(nameOfPart(entries.get("id"), context), "id", item, context, entries);
    const title = required(phraseOf(entries.get("title"), context), "title", item, context, entries);
    const worthByRegime = byRegime(entries.get("worthByRegime"), context, (value) => oneOf(value, context, worths));
    if (id === undefined || title === undefined) return [];
    return [{ id, title, ...(worthByRegime !== undefined && { worthByRegime }) }];
  });
}

/** A phrase that becomes a message, in which braces would stand for a value. */
function messageOf(node: ConfigNode | undefined, context: PackContext): string | undefined {
  const text = phraseOf(node, context);
  if (text === undefined || node === undefined || !/[{}]/.test(text)) return text;
  return complain(context, node, "there are braces in the text of a message", "write it without them");
}

function byRegime<Value>(
  node: ConfigNode | undefined,
  context: LawContext,
  read: (value: ConfigNode) => Value | undefined,
): Readonly<Record<string, Value>> | undefined {
  const map = node === undefined ? undefined : mapOf(node, context);
  if (map === undefined) return undefined;
  const known = [...context.regimes, context.id];
  return Object.fromEntries(
    map.entries.flatMap(({ key, keySpan, value }) => {
      if (!known.includes(key)) unknown(context, { span: keySpan }, key, known, "unknown-name");
      const found = read(value);
      return found === undefined || !known.includes(key) ? [] : [[key, found] as const];
    }),
  );
}

const duties: readonly Duty[] = ["required", "conditional", "recommended"];

function citationOf(node: ConfigNode, context: LawContext): CitationSource | undefined {
  const keys = ["regime", "label", "url", "duty", "when", "from", "verified", "source", "note"];
  const entries = entriesOf(node, context, keys);
  if (entries === undefined) return undefined;
  const regime = oneOf(entries.get("regime"), context, [context.id, ...context.regimes]);
  const label = required(phraseOf(entries.get("label"), context), "label", node, context, entries);
  const url = urlOf(entries.get("url"), context);
  const duty = oneOf(entries.get("duty"), context, duties) ?? "required";
  const when = oneOf(entries.get("when"), context, context.signals);
  if (duty === "conditional") required(when, "when", node, context, entries);
  const from = dayOf(entries.get("from"), context);
  const verified = booleanOf(entries.get("verified"), context) ?? false;
  const source = textOf(entries.get("source"), context) ?? context.name;
  const note = textOf(entries.get("note"), context);
  if (label === undefined) return undefined;
  return {
    ...{ regime: regime ?? context.id, label, duty, verified, source },
    ...(url !== undefined && { url }),
    ...(when !== undefined && { when }),
    ...(from !== undefined && { from }),
    ...(note !== undefined && { note }),
  };
}

function urlOf(node: ConfigNode | undefined, context: PackContext): string | undefined {
  const url = textOf(node, context);
  if (url === undefined || node === undefined || /^https:\/\/[^\s<>"]+$/.test(url)) return url;
  return complain(
    context,
    node,
    "this is no address that begins with https://",
    "write the whole address",
    "invalid-value",
  );
}

function dayOf(node: ConfigNode | undefined, context: PackContext): string | undefined {
  const day = textOf(node, context);
  if (day === undefined || node === undefined || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day))
    return day;
  return complain(context, node, "this is no day", "write it as YYYY-MM-DD", "invalid-value");
}
