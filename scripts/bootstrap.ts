/** Between these two lie 95 of 100 figures that other documents of the same kind would have given. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const resamples = 1000;
const seed = 20251123;

/**
 * The interval of a figure by drawing documents again, with replacement: `figure` gets the indices of those drawn.
 * The same documents always give the same interval; `undefined` where the figure cannot be taken.
 */
export function bootstrap(
  documents: number,
  figure: (drawn: readonly number[]) => number | undefined,
): Interval | undefined {
  const below = randomNumbers(seed);
  const figures: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const drawn = Array.from({ length: documents }, () => below(documents));
    const value = figure(drawn);
    if (value !== undefined) figures.push(value);
  }
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (figures.length - 1))];
  const [low, high] = [at(0.025), at(0.975)];
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Whole numbers from 0 to below `below` that look random and are the same in every run (Mulberry32). */
function randomNumbers(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
