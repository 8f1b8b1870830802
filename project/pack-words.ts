import type {
  ConceptSource,
  DisclosureLaw,
  DisclosurePatternSource,
  DisclosureWords,
  ExampleSource,
  NamedPattern,
  SnippetSource,
  VariantSource,
} from "../engine/catalogue/model";
import type { WordingSource } from "../engine/catalogue/pack-model";
import { type Severity, severities } from "../engine/finding";
import { type ConfigNode, quoted } from "./config-node";
import type { PackExample } from "./pack-examples";
import { kindsOf } from "./pack-laws";
import { leafOf, patternOf, termsOf, type WordsContext } from "./pack-patterns";
import {
  booleanOf,
  complain,
  entriesOf,
  itemsOf,
  mapOf,
  mostEntries,
  nameOfPart,
  oneOf,
  ownName,
  phraseOf,
  required,
  textOf,
  unknown,
} from "./pack-values";

/** What the words of a pack's disclosures can name. */
export interface DisclosureWordsContext extends WordsContext {
  /** The pack's laws that can be read, by id. */
  readonly laws: ReadonlyMap<string, DisclosureLaw>;
  /** The catalogue's disclosures. */
  readonly disclosures: readonly string[];
  readonly facts: readonly string[];
  /** Notes every example, to be tried once all is read. */
  readonly examples: Omit<PackExample, "language">[];
}

/** The concepts of a pack; a list is short for their terms. */
export function vocabularyOf(
  node: ConfigNode | undefined,
  context: WordsContext,
): Readonly<Record<string, ConceptSource>> {
  const map = node === undefined ? undefined : mapOf(node, context);
  if (map === undefined) return {};
  if (map.entries.length > mostEntries) {
    complain(context, map, `there are more than ${mostEntries} concepts`, "split the pack", "too-large");
    return {};
  }
  return Object.fromEntries(
    map.entries.flatMap(({ key, keySpan, value }) => {
      const name = ownName({ kind: "scalar", span: keySpan, value: key }, context);
      const concept = value.kind === "list" ? { terms: termsOf(value, context) } : conceptOf(value, context);
      return name === undefined || concept === undefined ? [] : [[name, concept] as const];
    }),
  );
}

function conceptOf(node: ConfigNode, context: WordsContext): ConceptSource | undefined {
  const entries = entriesOf(node, context, ["terms", "yes", "no"]);
  if (entries === undefined) return undefined;
  for (const key of ["yes", "no"]) for (const item of itemsOf(entries.get(key), context)) textOf(item, context);
  const terms = entries.has("terms") ? termsOf(entries.get("terms"), context) : undefined;
  return required(terms, "terms", node, context, entries) && { terms: terms ?? [] };
}

const wordsKeys = ["id", "headings", "exclude", "patterns", "snippet", "examples", "rule"];

/** The words by which one of the pack's disclosures is said. */
export function wordsOf(node: ConfigNode, context: DisclosureWordsContext): DisclosureWords | undefined {
  const entries = entriesOf(node, context, wordsKeys);
  if (entries === undefined) return undefined;
  const law = lawFor(entries.get("id"), node, context, entries);
  const headings = termsOf(entries.get("headings"), context);
  const exclude = itemsOf(entries.get("exclude"), context).flatMap((item) => namedPatternOf(item, context) ?? []);
  const list = entries.get("patterns");
  const patterns = itemsOf(list, context, 100).flatMap((item) => disclosurePatternOf(item, law, context) ?? []);
  required(list, "patterns", node, context, entries);
  if (list?.kind === "list" && list.items.length === 0) complain(context, list, "there is no pattern", "add one");
  const snippet = entries.has("snippet") ? snippetOf(entries.get("snippet") as ConfigNode, context) : undefined;
  required(snippet, "snippet", node, context, entries);
  const examples = examplesOf(entries.get("examples"), law, context);
  if (law === undefined || snippet === undefined) return undefined;
  return { id: law.id, headings, exclude, patterns, snippet, examples, rule: { flagged: [], passed: [] } };
}

function lawFor(
  id: ConfigNode | undefined,
  node: ConfigNode,
  context: DisclosureWordsContext,
  entries: ReadonlyMap<string, ConfigNode>,
): DisclosureLaw | undefined {
  const name = required(textOf(id, context), "id", node, context, entries);
  if (name === undefined || id === undefined) return undefined;
  const law = context.laws.get(name);
  if (law !== undefined) return law;
  const message = `the pack has no disclosure ${quoted(name)} under "disclosures"`;
  return complain(context, id, message, "say there what it is", "unknown-disclosure");
}

function namedPatternOf(node: ConfigNode, context: WordsContext): NamedPattern | undefined {
  const entries = entriesOf(node, context, ["id", "match"]);
  if (entries === undefined) return undefined;
  const id = required(nameOfPart(entries.get("id"), context), "id", node, context, entries);
  const match = required(patternOf(entries.get("match"), context), "match", node, context, entries);
  return id === undefined || match === undefined ? undefined : { id, match };
}

function disclosurePatternOf(
  node: ConfigNode,
  law: DisclosureLaw | undefined,
  context: WordsContext,
): DisclosurePatternSource | undefined {
  const entries = entriesOf(node, context, ["id", "variant", "element", "match", "headings", "focus"]);
  if (entries === undefined) return undefined;
  const id = required(nameOfPart(entries.get("id"), context), "id", node, context, entries);
  const match = required(patternOf(entries.get("match"), context), "match", node, context, entries);
  const variants = law?.variants ?? [];
  const names = variants.map((each) => each.id);
  const variant = entries.has("variant") ? oneOf(entries.get("variant"), context, names) : names[0];
  const elements = variants.find((each) => each.id === variant)?.elements ?? [];
  const element = oneOf(
    entries.get("element"),
    context,
    elements.map((each) => each.id),
  );
  const headings = booleanOf(entries.get("headings"), context);
  const focusNode = entries.get("focus");
  const focus = focusNode === undefined ? undefined : leafOf(focusNode, context);
  if (id === undefined || match === undefined || variant === undefined) return undefined;
  return {
    ...{ id, variant, match },
    ...(element !== undefined && { element }),
    ...(headings !== undefined && { headings }),
    ...(focus !== undefined && { focus }),
  };
}

function snippetOf(node: ConfigNode, context: DisclosureWordsContext): SnippetSource | undefined {
  const entries = entriesOf(node, context, ["heading", "text", "facts"]);
  if (entries === undefined) return undefined;
  const heading = required(phraseOf(entries.get("heading"), context), "heading", node, context, entries);
  const text = required(textOf(entries.get("text"), context), "text", node, context, entries);
  const map = entries.has("facts") ? mapOf(entries.get("facts") as ConfigNode, context) : undefined;
  const facts = map?.entries.flatMap(({ key, keySpan, value }) => {
    if (text !== undefined && !text.includes(`\${${key}:[`)) {
      const message = `the text has no tab stop ${quoted(key)}`;
      complain(context, { span: keySpan }, message, "name one that is there");
    }
    const fact = oneOf(value, context, context.facts);
    return fact === undefined ? [] : [[key, fact] as const];
  });
  if (heading === undefined || text === undefined) return undefined;
  return { heading, text, ...(facts !== undefined && { facts: Object.fromEntries(facts) }) };
}

function examplesOf(
  node: ConfigNode | undefined,
  law: DisclosureLaw | undefined,
  context: DisclosureWordsContext,
): DisclosureWords["examples"] {
  const entries = node === undefined ? undefined : entriesOf(node, context, ["met", "weak", "lookalike"]);
  const read = (kind: keyof DisclosureWords["examples"]) =>
    itemsOf(entries?.get(kind), context).flatMap((item) => {
      const example = exampleOf(item, law?.variants ?? [], context);
      if (example === undefined) return [];
      if (law !== undefined) context.examples.push({ ...example, kind, law, span: item.span });
      return [example];
    });
  return { met: read("met"), weak: read("weak"), lookalike: read("lookalike") };
}

function exampleOf(
  node: ConfigNode,
  variants: readonly VariantSource[],
  context: WordsContext,
): ExampleSource | undefined {
  const entries = entriesOf(node, context, ["text", "variant", "heading", "note"]);
  if (entries === undefined) return undefined;
  const text = required(textOf(entries.get("text"), context), "text", node, context, entries);
  const names = variants.map(({ id }) => id);
  const variant = oneOf(entries.get("variant"), context, names);
  const heading = textOf(entries.get("heading"), context);
  textOf(entries.get("note"), context);
  if (text === undefined) return undefined;
  return { text, ...(variant !== undefined && { variant }), ...(heading !== undefined && { heading }) };
}

/** The snippets that take the place of the catalogue's. */
export function snippetsOf(
  node: ConfigNode | undefined,
  context: DisclosureWordsContext,
): Readonly<Record<string, SnippetSource>> {
  const map = node === undefined ? undefined : mapOf(node, context);
  return Object.fromEntries(
    (map?.entries ?? []).flatMap(({ key, keySpan, value }) => {
      if (!context.disclosures.includes(key)) {
        unknown(context, { span: keySpan }, key, context.disclosures, "unknown-disclosure");
      }
      const snippet = snippetOf(value, context);
      return snippet === undefined ? [] : [[key, snippet] as const];
    }),
  );
}

const wordingKeys = ["id", "terms", "match", "unless", "instead", "sameMeaning", "reason", "severity", "kinds"];

/** Words that the house does not use. */
export function wordingOf(node: ConfigNode, context: WordsContext): WordingSource | undefined {
  const entries = entriesOf(node, context, wordingKeys);
  if (entries === undefined) return undefined;
  const id = required(ownName(entries.get("id"), context), "id", node, context, entries);
  const reason = required(phraseOf(entries.get("reason"), context), "reason", node, context, entries);
  const terms = entries.has("terms") ? termsOf(entries.get("terms"), context) : undefined;
  const match = patternOf(entries.get("match"), context);
  const unless = patternOf(entries.get("unless"), context);
  const instead = phraseOf(entries.get("instead"), context);
  const sameMeaning = booleanOf(entries.get("sameMeaning"), context);
  const severity = oneOf<Severity>(entries.get("severity"), context, severities);
  const kinds = kindsOf(entries.get("kinds"), context);
  if (!entries.has("terms") && !entries.has("match")) required(undefined, "terms", node, context, entries);
  if (id === undefined || reason === undefined) return undefined;
  return {
    ...{ id, reason },
    ...(terms !== undefined && terms.length > 0 && { terms }),
    ...(match !== undefined && { match }),
    ...(unless !== undefined && { unless }),
    ...(instead !== undefined && { instead }),
    ...(sameMeaning !== undefined && { sameMeaning }),
    ...(severity !== undefined && { severity }),
    ...(kinds !== undefined && { kinds }),
  };
}
