import type { BuiltPattern, PatternSource } from "../catalogue/model";
import type { Matcher } from "./operators";
import * as operators from "./operators";
import type { Vocabulary } from "./vocabulary";

/** A compiled pattern: what it matches, and the concepts or values without which it cannot. */
export interface Pattern {
  readonly match: Matcher;
  /** At least one of these keys ("concept index" or "@value type") occurs in every sentence that matches; `undefined`: no such set is known. */
  readonly triggers: readonly (number | string)[] | undefined;
  /** Of each of these lists at least one key occurs in every sentence that matches: a look that costs less than matching. */
  readonly requires: readonly (readonly (number | string)[])[];
}

/**
 * Compiles a pattern expression against a vocabulary.
 * @throws Error naming the part where a concept is unknown or an operator is not one of the closed set.
 */
export function compilePattern(source: PatternSource, vocabulary: Vocabulary): Pattern {
  if (typeof source === "string") return leaf(source, vocabulary);
  const compileAll = (parts: readonly PatternSource[]) => parts.map((part) => compilePattern(part, vocabulary));
  if ("built" in source) {
    let compiled: Pattern | undefined;
    const pattern = () => (compiled ??= compilePattern(source.built, vocabulary));
    return {
      match: (view) => pattern().match(view),
      triggers: source.triggers ?? undefined,
      get requires() {
        return pattern().requires;
      },
    };
  }
  if ("all" in source) {
    const parts = compileAll(source.all);
    return {
      match: operators.all(
        parts.map((part) => part.match),
        source.within,
      ),
      ...needsEach(parts),
    };
  }
  if ("any" in source) {
    const parts = compileAll(source.any);
    const triggers = union(parts);
    return {
      match: operators.any(parts.map((part) => part.match)),
      triggers,
      requires: triggers === undefined ? [] : [triggers],
    };
  }
  if ("none" in source) {
    const parts = compileAll(source.none);
    return { match: operators.none(parts.map((part) => part.match)), ...needsNothing };
  }
  if ("before" in source) {
    const parts = compileAll(source.before);
    const without = source.without === undefined ? undefined : compilePattern(source.without, vocabulary).match;
    const match = operators.before(
      parts.map((part) => part.match),
      source.within ?? 12,
      without,
    );
    return { match, ...needsEach(parts) };
  }
  if ("near" in source) {
    const parts = compileAll(source.near);
    return {
      match: operators.near(
        parts.map((part) => part.match),
        source.within,
      ),
      ...needsEach(parts),
    };
  }
  if ("positive" in source) {
    const part = compilePattern(source.positive, vocabulary);
    return { match: operators.polarity(part.match, false), ...needsEach([part]) };
  }
  if ("negative" in source) {
    const part = compilePattern(source.negative, vocabulary);
    return { match: operators.polarity(part.match, true), ...needsEach([part]) };
  }
  if ("apart" in source) {
    const part = compilePattern(source.apart, vocabulary);
    const from = compilePattern(source.from, vocabulary);
    return { match: operators.apart(part.match, from.match), ...needsEach([part]) };
  }
  if ("inSection" in source) {
    return { match: operators.inSection(conceptIds(source.inSection, vocabulary)), ...needsNothing };
  }
  if ("introduced" in source) {
    const part = compilePattern(source.introduced, vocabulary);
    return { match: operators.introduced(part.match), ...needsEach([part]) };
  }
  if ("begins" in source) {
    const part = compilePattern(source.begins, vocabulary);
    return { match: operators.begins(part.match, source.within ?? 0), ...needsEach([part]) };
  }
  if ("subject" in source) {
    const subject = compilePattern(source.subject, vocabulary);
    const verb = compilePattern(source.verb, vocabulary);
    return { match: operators.subjectOf(subject.match, verb.match), ...needsEach([subject, verb]) };
  }
  if ("object" in source) {
    const verb = compilePattern(source.verb, vocabulary);
    const object = compilePattern(source.object, vocabulary);
    return { match: operators.objectOf(verb.match, object.match), ...needsEach([verb, object]) };
  }
  throw new Error(`Unknown pattern operator in ${JSON.stringify(source)}.`);
}

/** The pattern with its triggers, which a build tells so that a run compiles it only where a sentence has one of them. */
export function buildPattern(source: PatternSource, vocabulary: Vocabulary): BuiltPattern {
  return { built: source, triggers: compilePattern(source, vocabulary).triggers ?? null };
}

export function isBuilt(source: PatternSource): source is BuiltPattern {
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
  const names = source.split("|").map((name) => name.trim());
  const concepts: number[] = [];
  const values: string[] = [];
  for (const name of names) {
    if (name.startsWith("@")) values.push(name.slice(1));
    else concepts.push(...conceptIds(name, vocabulary));
  }
  // An unfilled slot stands for a value of any type; such a statement is never `met`.
  if (values.length > 0) values.push("placeholder");
  const triggers = [...concepts, ...values.map((value) => `@${value}`)];
  return { match: operators.leaf(concepts, values), triggers, requires: [triggers] };
}

function conceptIds(source: string, vocabulary: Vocabulary): number[] {
  return source.split("|").map((name) => {
    const id = vocabulary.concepts.get(name.trim());
    if (id === undefined) throw new Error(`Unknown concept "${name.trim()}".`);
    return id;
  });
}

type Needs = Pick<Pattern, "triggers" | "requires">;

const needsNothing: Needs = { triggers: undefined, requires: [] };

/** What a pattern needs that matches only where all its parts do. */
function needsEach(parts: readonly Pattern[]): Needs {
  return { triggers: narrowest(parts), requires: parts.flatMap(({ requires }) => requires) };
}

function narrowest(parts: readonly Pattern[]): Pattern["triggers"] {
  let best: Pattern["triggers"];
  for (const { triggers } of parts) {
    if (triggers !== undefined && (best === undefined || triggers.length < best.length)) best = triggers;
  }
  return best;
}

function union(parts: readonly Pattern[]): Pattern["triggers"] {
  const all = new Set<number | string>();
  for (const { triggers } of parts) {
    if (triggers === undefined) return undefined;
    for (const trigger of triggers) all.add(trigger);
  }
  return [...all];
}
