import type { View } from "../match/view";
import type { Span } from "../span";

/** The prose offsets in its block of the words between two positions, of those that are the sentence's own. */
export function proseSpan(view: View, hit: readonly [number, number], shift: number): Span {
  const { tokens } = view.tagged;
  const last = Math.min(view.length, hit[1]) - 1;
  return {
    start: (tokens.start[view.tokenAt(Math.max(hit[0], view.own))] as number) - shift,
    end: (tokens.end[view.tokenAt(Math.max(last, view.own))] as number) - shift,
  };
}
