import type { ThreeWay } from "./gold";

/** What was decided about one disclosure of one document, beside what is right. */
export interface Outcome {
  readonly gold: ThreeWay;
  readonly ours: ThreeWay;
}

/** Counts of documents: rightly and wrongly said to be missing, rightly and wrongly said to be said. */
export interface Score {
  readonly missingRight: number;
  readonly missingWrong: number;
  /** `met` and `weak` alike: how well a thing is said is what three-way accuracy tells. */
  readonly saidRight: number;
  readonly saidWrong: number;
  /** How often met / weak / missing is right. */
  readonly threeWayRight: number;
}

export function scoreOf(outcomes: Iterable<Outcome | undefined>): Score {
  const score = { missingRight: 0, missingWrong: 0, saidRight: 0, saidWrong: 0, threeWayRight: 0 };
  for (const outcome of outcomes) {
    if (outcome === undefined) continue;
    const { gold, ours } = outcome;
    if (ours === "missing") score[gold === "missing" ? "missingRight" : "missingWrong"] += 1;
    else score[gold === "missing" ? "saidWrong" : "saidRight"] += 1;
    if (ours === gold) score.threeWayRight += 1;
  }
  return score;
}

export function documentsOf({ missingRight, missingWrong, saidRight, saidWrong }: Score): number {
  return missingRight + missingWrong + saidRight + saidWrong;
}

/** How many documents of each class there are by the labels. */
export function classesOf(score: Score): { readonly said: number; readonly missing: number } {
  return { said: score.saidRight + score.missingWrong, missing: score.missingRight + score.saidWrong };
}

/** Each figure is `undefined` where there is nothing to divide by. */
export interface ClassFigures {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
}

export function missingFigures({ missingRight, missingWrong, saidWrong }: Score): ClassFigures {
  return figuresOf(missingRight, missingWrong, saidWrong);
}

export function saidFigures({ saidRight, saidWrong, missingWrong }: Score): ClassFigures {
  return figuresOf(saidRight, saidWrong, missingWrong);
}

/** The mean of F1 of said and F1 of missing; `undefined` where one of the classes is neither there nor decided. */
export function macroF1(score: Score): number | undefined {
  return mean([saidFigures(score).f1, missingFigures(score).f1]);
}

/** How often "said or missing" is right. */
export function accuracyOf(score: Score): number | undefined {
  return quotient(score.saidRight + score.missingRight, documentsOf(score));
}

export function threeWayAccuracyOf(score: Score): number | undefined {
  return quotient(score.threeWayRight, documentsOf(score));
}

/** `undefined` where one of the numbers is, or where there is none. */
export function mean(numbers: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const number of numbers) {
    if (number === undefined) return undefined;
    sum += number;
  }
  return quotient(sum, numbers.length);
}

function figuresOf(right: number, wrong: number, overlooked: number): ClassFigures {
  return {
    precision: quotient(right, right + wrong),
    recall: quotient(right, right + overlooked),
    f1: quotient(2 * right, 2 * right + wrong + overlooked),
  };
}

function quotient(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
