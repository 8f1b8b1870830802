/** The word that takes the fewest changes of a letter; `undefined` where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, word.length >> 1) + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** How many letters have to be inserted, removed or replaced, or neighbours to change places. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const current = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (previous[j] as number) + (a[i] === b[j] ? 0 : 1);
      const swapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const best = Math.min(replaced, (previous[j + 1] as number) + 1, (current[j] as number) + 1);
      current.push(swapped ? Math.min(best, (beforePrevious[j - 1] as number) + 1) : best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] as number;
}
