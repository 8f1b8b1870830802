import { token } from "./tokens";
import { isCapital } from "./values-organisation";
import { type Hits, noHits, type View } from "./view";

/** More words with a capital in a row are a heading or shouting, and no name. */
const longestName = 8;

/**
 * Runs of words with a capital inside a sentence ("run by Jane Roe"), and at its beginning where there are two or more or
 * the word is one that the vocabulary does not know, without countries and the words of the concept `not-a-name`.
 * Looked for only where a pattern has found all else, since most words with a capital are nobody's name.
 */
export function namesIn(view: View): Hits {
  view.names ??= findNames(view);
  return view.names;
}

function findNames(view: View): Hits {
  const { tokens, text } = view.tagged;
  const { words } = view.vocabulary;
  const isNoName = positionsOf(view, ["not-a-name", "country"]);
  const isPart = (position: number) => {
    const start = tokens.start[view.tokenAt(position)] as number;
    return isCapital(text, start) && /\p{L}/u.test(text[start] as string) && isNoName[position] === 0;
  };
  const hits: number[] = [];
  let capitals = 0;
  for (let position = view.own; position < view.length; ) {
    if (!isPart(position)) {
      position += 1;
      continue;
    }
    let end = position + 1;
    while (end < view.length && isPart(end) && areJoined(view, end)) end += 1;
    capitals += end - position;
    const isFirst = position === view.own;
    const first = text.slice(tokens.start[view.tokenAt(position)], tokens.end[view.tokenAt(position)]);
    const isUnheardOf = words.isUnknown(tokens.id[view.tokenAt(position)] as number) && !isComma(view, position + 1);
    const isName = !isFirst || end - position > 1 || isUnheardOf || /.[\p{Lu}\d]/u.test(first);
    if (end - position <= longestName && isName && (first.length > 1 || end - position > 1)) {
      hits.push(position, end);
    }
    position = end;
  }
  // In a shouted sentence capitals tell nothing.
  return capitals * 2 > view.length - view.own && view.length - view.own > longestName ? noHits : hits;
}

function isComma(view: View, position: number): boolean {
  return view.tagged.tokens.id[view.tokenAt(position)] === token.comma;
}

/** By position, 1 where one of the concepts is. */
function positionsOf(view: View, names: readonly string[]): Uint8Array {
  const positions = new Uint8Array(view.length);
  for (const name of names) {
    const hits = view.concept(view.vocabulary.concepts.get(name) ?? -1);
    for (let index = 0; index < hits.length; index += 2) positions.fill(1, hits[index], hits[index + 1]);
  }
  return positions;
}

function areJoined(view: View, position: number): boolean {
  const { tokens, text } = view.tagged;
  const gap = text.slice(tokens.end[view.tokenAt(position - 1)], tokens.start[view.tokenAt(position)]);
  return /^[ .&+'’/-]{1,3}$/.test(gap) && !/\. /.test(gap);
}
