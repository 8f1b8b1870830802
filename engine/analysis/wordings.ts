import type { CompiledWording } from "../catalogue/compile-patterns";
import type { HouseWording } from "../catalogue/packs";
import type { PatternIndex } from "../match/pattern-index";
import { holds, type View } from "../match/view";
import type { Span } from "../span";
import { proseSpan } from "./prose-span";

/** Words that a house does not use; whose offsets they are, whatever gives it tells. */
export interface FoundWording {
  readonly wording: HouseWording;
  readonly span: Span;
}

/** Adds the wordings of the sentence where the view is, with prose offsets of its block; of two that overlap the first counts. */
export function readWordings(
  view: View,
  wordings: PatternIndex<CompiledWording>,
  shift: number,
  into: FoundWording[],
): void {
  const candidates: number[] = [];
  wordings.find(view, candidates);
  for (const index of candidates.sort((a, b) => a - b)) {
    const { source, match, unless } = wordings.items.at(index) as CompiledWording;
    const hits = match(view);
    if (hits.length === 0 || hits === holds) continue;
    if (unless !== undefined && unless(view).length > 0) continue;
    let end = view.own;
    for (let at = 0; at < hits.length; at += 2) {
      const from = hits[at] as number;
      const to = hits[at + 1] as number;
      if (from < end || to > view.length) continue;
      into.push({ wording: source, span: proseSpan(view, [from, to], shift) });
      end = to;
    }
  }
}
