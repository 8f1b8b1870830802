import type { ValueType } from "../analysis/model";
import { namesIn } from "./names";
import { token } from "./tokens";
import { type Edge, type Hits, holds, noHits, type View } from "./view";

/** Where a pattern matches in a sentence; empty where it does not. */
export type Matcher = (view: View) => Hits;

/** More occurrences than this in one sentence add nothing; the limit keeps every operator linear in the text. */
const mostHits = 24;

export function leaf(concepts: readonly number[], values: readonly ValueType[]): Matcher {
  if (concepts.length === 1 && values.length === 0) {
    const concept = concepts[0] as number;
    return (view) => view.concept(concept);
  }
  return (view) => {
    const hits: number[] = [];
    for (let index = 0; index < concepts.length; index++) view.addConcept(concepts[index] as number, hits);
    for (let index = 0; index < values.length; index++) view.addValue(values[index] as ValueType, hits);
    return sorted(hits);
  };
}

/** Sorts by start and end, in place: the lists are short, and mostly sorted. */
function sorted(hits: number[]): Hits {
  for (let index = 2; index < hits.length; index += 2) {
    const start = hits[index] as number;
    const end = hits[index + 1] as number;
    let at = index;
    while (at > 0 && isAfter(hits[at - 2] as number, hits[at - 1] as number, start, end)) {
      hits[at] = hits[at - 2] as number;
      hits[at + 1] = hits[at - 1] as number;
      at -= 2;
    }
    hits[at] = start;
    hits[at + 1] = end;
  }
  if (hits.length > 2 * mostHits) hits.length = 2 * mostHits;
  return hits;
}

function isAfter(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return start > otherStart || (start === otherStart && end > otherEnd);
}

/** Words with a capital besides: they are looked for only where a pattern has found all else. */
export function leafWithNames(rest: Matcher): Matcher {
  return (view) => sorted([...rest(view), ...namesIn(view)]);
}

export function any(parts: readonly Matcher[]): Matcher {
  return (view) => {
    const hits: number[] = [];
    for (let index = 0; index < parts.length; index++) {
      const found = (parts[index] as Matcher)(view);
      if (found === holds) return holds;
      for (let at = 0; at < found.length; at++) hits.push(found[at] as number);
    }
    return sorted(hits);
  };
}

/** Every part occurs; with `within`, all of them in one window of so many words. */
export function all(parts: readonly Matcher[], within: number | undefined): Matcher {
  return (view) => {
    const found: Hits[] = [];
    for (let index = 0; index < parts.length; index++) {
      const hits = (parts[index] as Matcher)(view);
      if (hits.length === 0) return noHits;
      if (hits !== holds) found.push(hits);
    }
    return found.length === 0 ? holds : windows(found, within ?? Number.POSITIVE_INFINITY);
  };
}

/** For each occurrence of the first list the closest ones of the others, kept if they fit into the window. */
function windows(lists: readonly Hits[], within: number): Hits {
  const first = lists[0] as Hits;
  const hits: number[] = [];
  for (let index = 0; index < first.length && hits.length < mostHits * 2; index += 2) {
    let start = first[index] as number;
    let end = first[index + 1] as number;
    for (let list = 1; list < lists.length; list++) {
      const other = lists[list] as Hits;
      let best = 0;
      let bestDistance = Number.POSITIVE_INFINITY;
      for (let at = 0; at < other.length; at += 2) {
        const distance = Math.max((other[at] as number) - end, start - (other[at + 1] as number), 0);
        if (distance < bestDistance) {
          best = at;
          bestDistance = distance;
        }
      }
      start = Math.min(start, other[best] as number);
      end = Math.max(end, other[best + 1] as number);
    }
    if (end - start <= within) hits.push(start, end);
  }
  return hits;
}

export function near(parts: readonly Matcher[], within: number): Matcher {
  // The gap between the two is what counts, not their own length.
  return (view) => {
    const [left, right] = [parts[0]?.(view) ?? noHits, parts[1]?.(view) ?? noHits];
    const hits: number[] = [];
    for (let a = 0; a < left.length; a += 2) {
      for (let b = 0; b < right.length && hits.length < mostHits * 2; b += 2) {
        const gap = Math.max(
          (right[b] as number) - (left[a + 1] as number),
          (left[a] as number) - (right[b + 1] as number),
        );
        if (gap > within) continue;
        hits.push(
          Math.min(left[a] as number, right[b] as number),
          Math.max(left[a + 1] as number, right[b + 1] as number),
        );
      }
    }
    return hits;
  };
}

export function none(parts: readonly Matcher[]): Matcher {
  return (view) => {
    for (let index = 0; index < parts.length; index++) if ((parts[index] as Matcher)(view).length > 0) return noHits;
    return holds;
  };
}

/** The parts in this order, at most `within` words between one and the next, none of `without` in the gaps. */
export function before(parts: readonly Matcher[], within: number, without: Matcher | undefined): Matcher {
  return (view) => {
    let chains = parts[0]?.(view) ?? noHits;
    let blocked: Hits | undefined;
    for (let part = 1; part < parts.length && chains.length > 0; part++) {
      const next = (parts[part] as Matcher)(view);
      if (next === holds) continue;
      if (next.length === 0) return noHits;
      if (without) blocked ??= without(view);
      const joined: number[] = [];
      for (let at = 0; at < next.length && joined.length < mostHits * 2; at += 2) {
        const start = next[at] as number;
        // The latest chain that ends before this occurrence makes the shortest gap.
        for (let chain = chains.length - 2; chain >= 0; chain -= 2) {
          const end = chains[chain + 1] as number;
          if (end > start) continue;
          if (start - end > within) continue;
          if (blocked && crosses(blocked, end, start)) continue;
          joined.push(chains[chain] as number, next[at + 1] as number);
          break;
        }
      }
      chains = joined;
    }
    return chains;
  };
}

function crosses(hits: Hits, from: number, to: number): boolean {
  for (let index = 0; index < hits.length; index += 2) {
    if ((hits[index] as number) >= from && (hits[index + 1] as number) <= to) return true;
  }
  return false;
}

/** Occurrences inside (or outside) the scope of a negation. */
export function polarity(part: Matcher, negated: boolean): Matcher {
  return (view) => {
    const hits = part(view);
    if (hits.length === 0 || hits === holds) return hits;
    const kept: number[] = [];
    for (let index = 0; index < hits.length; index += 2) {
      // A word that is itself a negation ("nobody") counts by what governs it from before.
      if (view.isNegated(hits[index] as number) === negated)
        kept.push(hits[index] as number, hits[index + 1] as number);
    }
    return kept;
  };
}

/** Occurrences that share no word with any of the others ("keep" but not in "keep in mind"). */
export function apart(part: Matcher, from: Matcher): Matcher {
  return (view) => {
    const hits = part(view);
    if (hits.length === 0 || hits === holds) return hits;
    const others = from(view);
    if (others.length === 0) return hits;
    const kept: number[] = [];
    for (let index = 0; index < hits.length; index += 2) {
      const start = hits[index] as number;
      const end = hits[index + 1] as number;
      if (!touches(others, start, end)) kept.push(start, end);
    }
    return kept;
  };
}

function touches(hits: Hits, from: number, to: number): boolean {
  for (let index = 0; index < hits.length; index += 2) {
    if ((hits[index] as number) < to && (hits[index + 1] as number) > from) return true;
  }
  return false;
}

export function inSection(concepts: readonly number[]): Matcher {
  return ({ headings }) => (concepts.some((concept) => headings.has(concept)) ? holds : noHits);
}

/** The block stands by the title or at the end, and has at most so many tokens. */
export function atEdge(edge: Edge, tokens: number): Matcher {
  return (view) => {
    const isThere = view.edge === edge || view.edge === "both";
    return isThere && view.tagged.tokens.id.length - view.own <= tokens ? holds : noHits;
  };
}

/** Only occurrences in the words that introduce the list item, head the table cell or ask the question. */
export function introduced(part: Matcher): Matcher {
  return (view) => {
    const hits = part(view);
    const kept: number[] = [];
    for (let index = 0; index < hits.length; index += 2) {
      if ((hits[index + 1] as number) <= view.own) kept.push(hits[index] as number, hits[index + 1] as number);
    }
    return kept;
  };
}

/** Only occurrences that begin the sentence's own words, after at most `within` of them. */
export function begins(part: Matcher, within: number): Matcher {
  return (view) => {
    const hits = part(view);
    const kept: number[] = [];
    for (let index = 0; index < hits.length; index += 2) {
      const start = hits[index] as number;
      if (start >= view.own && start - view.own <= within) kept.push(start, hits[index + 1] as number);
    }
    return kept;
  };
}

/** How far a subject or an object may stand from its verb. */
const argumentReach = 14;

export function isClauseEnd(view: View, position: number): boolean {
  const id = view.tagged.tokens.id[view.tokenAt(position)];
  return id === token.semicolon || id === token.colon;
}

function sameClause(view: View, from: number, to: number): boolean {
  for (let position = from; position < to; position++) if (isClauseEnd(view, position)) return false;
  return true;
}

/** The nearest subject before each verb, in the same clause. */
export function subjectOf(subject: Matcher, verb: Matcher): Matcher {
  return (view) => {
    const subjects = subject(view);
    const verbs = verb(view);
    const hits: number[] = [];
    for (let at = 0; at < verbs.length; at += 2) {
      for (let index = subjects.length - 2; index >= 0; index -= 2) {
        const gap = (verbs[at] as number) - (subjects[index + 1] as number);
        if (gap < 0) continue;
        if (gap <= argumentReach && sameClause(view, subjects[index + 1] as number, verbs[at] as number)) {
          hits.push(subjects[index] as number, verbs[at + 1] as number);
        }
        break;
      }
    }
    return hits;
  };
}

/** An object after its verb, or before a verb in the passive ("data … is kept"). */
export function objectOf(verb: Matcher, object: Matcher): Matcher {
  return (view) => {
    const verbs = verb(view);
    const objects = object(view);
    const being = view.concept(view.vocabulary.grammar.being);
    const hits: number[] = [];
    for (let at = 0; at < verbs.length; at += 2) {
      const start = verbs[at] as number;
      const end = verbs[at + 1] as number;
      for (let index = 0; index < objects.length; index += 2) {
        const from = objects[index] as number;
        const to = objects[index + 1] as number;
        const follows = from >= end && from - end <= argumentReach && sameClause(view, end, from);
        const precedes =
          to <= start && start - to <= argumentReach && sameClause(view, to, start) && passive(being, start);
        if (follows || precedes) {
          hits.push(Math.min(start, from), Math.max(end, to));
          break;
        }
      }
    }
    return hits;
  };
}

function passive(being: Hits, verb: number): boolean {
  for (let index = 0; index < being.length; index += 2) {
    const gap = verb - (being[index + 1] as number);
    if (gap >= 0 && gap <= 3) return true;
  }
  return false;
}
