import type { Span } from "../span";

/** Whether one of the ranges, which are in order and do not overlap, shares a character with `span`. */
export function touches(ranges: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start < end;
}

/** In order of their place, without those that begin within one before them. */
export function outermost<Found extends { readonly span: Span }>(all: readonly Found[]): readonly Found[] {
  const sorted = [...all].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Found[] = [];
  let end = 0;
  for (const found of sorted) {
    if (found.span.start < end || found.span.end <= found.span.start) continue;
    kept.push(found);
    end = found.span.end;
  }
  return kept;
}
