import type { ValueType } from "../analysis/model";
import type { PatternSource } from "../catalogue/model";
import type { Matcher } from "./operators";
import * as operators from "./operators";
import { type Hits, type Key, keyOfHeading, keyOfPlace, keyOfValue, noHits, valueTypes } from "./view";
import type { Vocabulary } from "./vocabulary";

/** A compiled pattern: what it matches, and what it cannot do without. */
export interface Pattern {
  readonly match: Matcher;
  /** Of each of these lists at least one key occurs in every sentence that matches: a look that costs less than matching. */
  readonly needs: readonly (readonly Key[])[];
}

/**
 * Compiles a pattern expression against a vocabulary.
 * @throws Error naming the part where a concept is unknown or an operator is not one of the closed set.
 */
export function compilePattern(source: PatternSource, vocabulary: Vocabulary): Pattern {
  const known = knownPatterns(vocabulary);
  const key = typeof source === "string" ? source : JSON.stringify(source);
  let pattern = known.get(key);
  if (pattern === undefined) {
    const { match, needs } = compile(source, vocabulary);
    pattern = { match: onceForEach(match), needs };
    known.set(key, pattern);
  }
  return pattern;
}

/** Patterns have many parts in common, which a sentence is asked for once. */
function onceForEach(match: Matcher): Matcher {
  let stamp = 0;
  let hits: Hits = noHits;
  return (view) => {
    if (view.stamp !== stamp) {
      stamp = view.stamp;
      hits = match(view);
    }
    return hits;
  };
}

const patternsOf = new WeakMap<Vocabulary, Map<string, Pattern>>();

function knownPatterns(vocabulary: Vocabulary): Map<string, Pattern> {
  let known = patternsOf.get(vocabulary);
  if (known === undefined) patternsOf.set(vocabulary, (known = new Map()));
  return known;
}

function compile(source: PatternSource, vocabulary: Vocabulary): Pattern {
  if (typeof source === "string") return leaf(source, vocabulary);
  if ("built" in source) return compilePattern(source.built, vocabulary);
  const compileAll = (parts: readonly PatternSource[]) => parts.map((part) => compilePattern(part, vocabulary));
  if ("all" in source) {
    const parts = compileAll(source.all);
    return {
      match: operators.all(
        parts.map((part) => part.match),
        source.within,
      ),
      needs: needsEach(parts),
    };
  }
  if ("any" in source) {
    const parts = compileAll(source.any);
    return { match: operators.any(parts.map((part) => part.match)), needs: needsAny(parts) };
  }
  if ("none" in source) {
    const parts = compileAll(source.none);
    return { match: operators.none(parts.map((part) => part.match)), needs: [] };
  }
  if ("before" in source) {
    const parts = compileAll(source.before);
    const without = source.without === undefined ? undefined : compilePattern(source.without, vocabulary).match;
    const match = operators.before(
      parts.map((part) => part.match),
      source.within ?? 12,
      without,
    );
    return { match, needs: needsEach(parts) };
  }
  if ("near" in source) {
    const parts = compileAll(source.near);
    return {
      match: operators.near(
        parts.map((part) => part.match),
        source.within,
      ),
      needs: needsEach(parts),
    };
  }
  if ("positive" in source) {
    const part = compilePattern(source.positive, vocabulary);
    return { match: operators.polarity(part.match, false), needs: needsEach([part]) };
  }
  if ("negative" in source) {
    const part = compilePattern(source.negative, vocabulary);
    return { match: operators.polarity(part.match, true), needs: [...part.needs, [vocabulary.grammar.negation]] };
  }
  if ("apart" in source) {
    const part = compilePattern(source.apart, vocabulary);
    const from = compilePattern(source.from, vocabulary);
    return { match: operators.apart(part.match, from.match), needs: needsEach([part]) };
  }
  if ("inSection" in source) {
    const concepts = conceptIds(source.inSection, vocabulary);
    return {
      match: operators.inSection(concepts),
      needs: [concepts.map((concept) => keyOfHeading(concept, vocabulary))],
    };
  }
  if ("edge" in source) {
    return { match: operators.atEdge(source.edge, source.words), needs: [[keyOfPlace(source.edge, vocabulary)]] };
  }
  if ("introduced" in source) {
    const part = compilePattern(source.introduced, vocabulary);
    return { match: operators.introduced(part.match), needs: [...part.needs, [keyOfPlace("introduced", vocabulary)]] };
  }
  if ("begins" in source) {
    const part = compilePattern(source.begins, vocabulary);
    return { match: operators.begins(part.match, source.within ?? 0), needs: needsEach([part]) };
  }
  if ("subject" in source) {
    const subject = compilePattern(source.subject, vocabulary);
    const verb = compilePattern(source.verb, vocabulary);
    return { match: operators.subjectOf(subject.match, verb.match), needs: needsEach([subject, verb]) };
  }
  if ("object" in source) {
    const verb = compilePattern(source.verb, vocabulary);
    const object = compilePattern(source.object, vocabulary);
    return { match: operators.objectOf(verb.match, object.match), needs: needsEach([verb, object]) };
  }
  throw new Error(`Unknown pattern operator in ${JSON.stringify(source)}.`);
}

/** A matcher for a pattern; one that a build has compiled before is compiled when it is first asked. */
export function compileMatcher(source: PatternSource, vocabulary: Vocabulary): Matcher {
  if (typeof source === "string" || !("built" in source)) return compilePattern(source, vocabulary).match;
  return deferred(() => compilePattern(source.built, vocabulary).match);
}

export function isBuilt(source: PatternSource): boolean {
  return typeof source !== "string" && "built" in source;
}

/** A matcher that is made when it is first asked. */
export function deferred(make: () => Matcher): Matcher {
  let match: Matcher | undefined;
  return (view) => {
    match ??= make();
    return match(view);
  };
}

/** `a|b|@duration`: concepts and values, any of them. */
function leaf(source: string, vocabulary: Vocabulary): Pattern {
  const concepts: number[] = [];
  const values: ValueType[] = [];
  let named = false;
  for (const name of source.split("|").map((name) => name.trim())) {
    if (name === "@name") named = true;
    else if (!name.startsWith("@")) concepts.push(...conceptIds(name, vocabulary));
    else {
      const type = valueTypes.find((known) => known === name.slice(1));
      if (type === undefined) throw new Error(`Unknown type of value "${name}".`);
      values.push(type);
    }
  }
  // An unfilled slot stands for a value of any type; such a statement is never `met`.
  if (values.length > 0 || named) values.push("placeholder");
  const keys = [...concepts, ...values.map((type) => keyOfValue(type, vocabulary))];
  const match = operators.leaf(concepts, values);
  return named ? { match: operators.leafWithNames(match), needs: [] } : { match, needs: [keys] };
}

function conceptIds(source: string, vocabulary: Vocabulary): number[] {
  return source.split("|").map((name) => {
    const id = vocabulary.concepts.get(name.trim());
    if (id === undefined) throw new Error(`Unknown concept "${name.trim()}".`);
    return id;
  });
}

/** What a pattern needs that matches only where all its parts do. */
function needsEach(parts: readonly Pattern[]): Pattern["needs"] {
  return parts.flatMap(({ needs }) => needs);
}

/**
 * What a pattern needs that matches where one of its parts does: for each need of the first part, something of it or of a
 * need of each other part, of those that have most in common.
 */
function needsAny(parts: readonly Pattern[]): Pattern["needs"] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  let all = first.needs;
  for (const { needs } of others) {
    if (needs.length === 0) return [];
    all = all.map((keys) => {
      const unions = needs.map((other) => [...new Set([...keys, ...other])]);
      return unions.reduce((best, union) => (union.length < best.length ? union : best));
    });
  }
  return all;
}
