import type { PatternSource } from "../engine/catalogue/model";
import { parseTerm } from "../engine/match/terms";
import { valueTypes } from "../engine/match/view";
import { type ConfigNode, quoted, shown } from "./config-node";
import {
  complain,
  entriesOf,
  integerOf,
  itemsOf,
  mapOf,
  oneOf,
  type PackContext,
  textOf,
  unknown,
} from "./pack-values";

/** What the patterns and terms of one language of a pack can name. */
export interface WordsContext extends PackContext {
  /** The catalogue's and the pack's. */
  readonly concepts: ReadonlySet<string>;
  /** Whether the language has a word that begins with a digit: others would take the place of numbers. */
  readonly knowsNumber: (word: string) => boolean;
  /** How many more terms the pack may have: with a gap each, and without. */
  readonly left: { terms: number; gaps: number };
}

/** A word with which many terms with gaps begin is looked at many times. */
export const mostTerms = { terms: 20_000, gaps: 1_000 };

const longestTerm = 200;
/** In how many ways one term may be written. */
const mostWays = 1_000;
/** Over how many words the gaps of one term may be spread. */
const widestGaps = 100;

/** Terms as the vocabulary wants them; what else stands in addresses ("dpo@acme.eu") parts words, as it does in a text. */
export function termsOf(node: ConfigNode | undefined, context: WordsContext): readonly string[] {
  return itemsOf(node, context, 2_000).flatMap((item) => {
    const written = textOf(item, context, longestTerm);
    const term = written
      ?.replace(/[@/:_.&+]+/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return term === undefined || !isTerm(term, item, context) ? [] : [term];
  });
}

function isTerm(term: string, node: ConfigNode, context: WordsContext): boolean {
  let items: ReturnType<typeof parseTerm>;
  try {
    items = parseTerm(term);
  } catch {
    complain(
      context,
      node,
      `${quoted(term)} is no term`,
      "begin and end it with a word; the notation is on the page about patterns",
      "invalid-pattern",
    );
    return false;
  }
  let ways = 1;
  let gaps = 1;
  for (const item of items) {
    if (item.kind === "gap") gaps *= item.max + 1;
    if (item.kind !== "words") continue;
    const written = item.phrases.reduce((sum, phrase) => sum + phrase.reduce((all, word) => all * word.length, 1), 0);
    ways *= written + (item.optional ? 1 : 0);
    const number = item.phrases.flat(2).find((word) => /^\p{N}/u.test(word) && !context.knowsNumber(word));
    if (number !== undefined) {
      complain(
        context,
        node,
        `${quoted(number)} in a term would hide that number elsewhere`,
        "write # for a number",
        "invalid-pattern",
      );
      return false;
    }
  }
  if (ways > mostWays) {
    complain(
      context,
      node,
      `the term can be written in more than ${mostWays} ways`,
      "make several terms of it",
      "too-large",
    );
    return false;
  }
  context.left.terms -= 1;
  if (gaps > 1) context.left.gaps -= 1;
  if (context.left.terms === -1 || context.left.gaps === -1) {
    const what = context.left.gaps === -1 ? `${mostTerms.gaps} terms with gaps` : `${mostTerms.terms} terms`;
    complain(context, node, `the pack has more than ${what}`, "keep those that are needed", "too-large");
  }
  if (context.left.terms < 0 || context.left.gaps < 0) return false;
  if (gaps > widestGaps) {
    complain(
      context,
      node,
      "the gaps of the term are too wide together",
      "use a pattern with near or before",
      "too-large",
    );
    return false;
  }
  return true;
}

const deepestPattern = 12;
const mostParts = 200;
const widest = 60;

/** The keys of each operator, the one that names it first. */
const operators: Readonly<Record<string, readonly string[]>> = {
  all: ["within"],
  any: [],
  none: [],
  before: ["within", "without"],
  near: ["within"],
  positive: [],
  negative: [],
  apart: ["from"],
  inSection: [],
  edge: ["words"],
  introduced: [],
  begins: ["within"],
  subject: ["verb"],
  object: ["verb"],
};

/** A pattern that names words, so that a sentence without them is passed over. */
export function patternOf(node: ConfigNode | undefined, context: WordsContext): PatternSource | undefined {
  if (node === undefined) return undefined;
  const pattern = partOf(node, context, { left: mostParts }, 0);
  if (pattern === undefined || namesWords(pattern)) return pattern;
  return complain(
    context,
    node,
    "the pattern names no word that a sentence must have",
    "add a concept outside of none",
    "invalid-pattern",
  );
}

interface Budget {
  left: number;
}

function partOf(node: ConfigNode, context: WordsContext, budget: Budget, depth: number): PatternSource | undefined {
  budget.left -= 1;
  if (budget.left < 0 || depth > deepestPattern) {
    if (budget.left === -1 || depth === deepestPattern + 1) {
      complain(
        context,
        node,
        "the pattern has too many parts, or they lie too deep in one another",
        "make several patterns of it",
        "too-large",
      );
    }
    budget.left = Math.min(budget.left, -1);
    return undefined;
  }
  if (node.kind === "scalar") return leafOf(node, context);
  const map = mapOf(node, context);
  if (map === undefined) return undefined;
  const name = Object.keys(operators).find((key) => map.entries.some((entry) => entry.key === key));
  if (name === undefined) {
    const [first] = map.entries;
    const known = Object.keys(operators);
    if (first !== undefined) return unknown(context, { span: first.keySpan }, first.key, known, "invalid-pattern");
    return complain(context, node, "the pattern is empty", `use one of ${known.join(", ")}`, "invalid-pattern");
  }
  const entries = entriesOf(node, context, [name, ...(operators[name] as readonly string[])]);
  if (entries === undefined) return undefined;
  const part = (key: string) => {
    const value = entries.get(key);
    if (value === undefined) {
      complain(context, node, `"${key}" is missing beside "${name}"`, `add ${key}`, "missing-key");
      return undefined;
    }
    return partOf(value, context, budget, depth + 1);
  };
  const parts = (least: number, most: number) => {
    const items = itemsOf(entries.get(name), context, mostParts);
    if (items.length < least || items.length > most) {
      const count = least === most ? `${least}` : `${least} or more`;
      return complain(
        context,
        entries.get(name) ?? node,
        `"${name}" needs ${count} parts`,
        "list them",
        "invalid-pattern",
      );
    }
    const read = items.map((item) => partOf(item, context, budget, depth + 1));
    return read.every((each) => each !== undefined) ? (read as PatternSource[]) : undefined;
  };
  const within = integerOf(entries.get("within"), context, [0, widest]);
  const optional = within === undefined ? {} : { within };
  switch (name) {
    case "all": {
      const all = parts(1, mostParts);
      return all && { all, ...optional };
    }
    case "any": {
      const any = parts(1, mostParts);
      return any && { any };
    }
    case "none": {
      const none = parts(1, mostParts);
      return none && { none };
    }
    case "before": {
      const before = parts(2, mostParts);
      const without = entries.has("without") ? part("without") : undefined;
      return before && { before, ...optional, ...(without !== undefined && { without }) };
    }
    case "near": {
      const near = parts(2, 2);
      if (within === undefined && !entries.has("within")) {
        return complain(context, node, '"within" is missing beside "near"', "add within", "missing-key");
      }
      return near && within !== undefined
        ? { near: near as unknown as [PatternSource, PatternSource], within }
        : undefined;
    }
    case "positive":
    case "negative":
    case "introduced": {
      const inner = part(name);
      return inner && ({ [name]: inner } as unknown as PatternSource);
    }
    case "begins": {
      const begins = part("begins");
      return begins && { begins, ...optional };
    }
    case "apart": {
      const apart = part("apart");
      const from = part("from");
      return apart && from && { apart, from };
    }
    case "inSection": {
      const inSection = entries.get("inSection");
      const concepts = inSection === undefined ? undefined : leafOf(inSection, context, false);
      return concepts === undefined ? undefined : { inSection: concepts };
    }
    case "edge": {
      const edge = oneOf(entries.get("edge"), context, ["opening", "closing"] as const);
      const words = integerOf(entries.get("words"), context, [1, 200]);
      if (!entries.has("words"))
        complain(context, node, '"words" is missing beside "edge"', "add words", "missing-key");
      return edge && words ? { edge, words } : undefined;
    }
    case "subject": {
      const subject = part("subject");
      const verb = part("verb");
      return subject && verb && { subject, verb };
    }
    default: {
      const verb = part("verb");
      const object = part("object");
      return verb && object && { verb, object };
    }
  }
}

/** `concept|@value`: concepts and, save where a heading is meant, values. */
export function leafOf(node: ConfigNode, context: WordsContext, withValues = true): string | undefined {
  const text = textOf(node, context);
  if (text === undefined)
    return node.kind === "scalar"
      ? undefined
      : complain(
          context,
          node,
          `names of concepts are expected here, and there is ${shown(node)}`,
          "write them in one text",
          "invalid-pattern",
        );
  for (const name of text.split("|").map((each) => each.trim())) {
    if (name.startsWith("@") && withValues) {
      const known = ["name", ...valueTypes].map((type) => `@${type}`);
      if (!known.includes(name)) return unknown(context, node, name, known, "invalid-pattern");
    } else if (!context.concepts.has(name)) {
      return unknown(context, node, name, [...context.concepts], "invalid-pattern");
    }
  }
  return text;
}

/** Whether no sentence matches that has none of the words, values or headings that the pattern names. */
function namesWords(pattern: PatternSource): boolean {
  if (typeof pattern === "string") return !pattern.split("|").some((name) => name.trim() === "@name");
  if ("all" in pattern) return pattern.all.some(namesWords);
  if ("any" in pattern) return pattern.any.every(namesWords);
  if ("none" in pattern) return false;
  if ("before" in pattern) return pattern.before.some(namesWords);
  if ("near" in pattern) return pattern.near.some(namesWords);
  if ("positive" in pattern) return namesWords(pattern.positive);
  if ("apart" in pattern) return namesWords(pattern.apart);
  if ("begins" in pattern) return namesWords(pattern.begins);
  if ("subject" in pattern) return namesWords(pattern.subject) || namesWords(pattern.verb);
  if ("object" in pattern) return namesWords(pattern.object) || namesWords(pattern.verb);
  return !("edge" in pattern);
}
