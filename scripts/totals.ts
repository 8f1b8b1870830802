import { weakLabels } from "./gold";
import { accuracyOf, classesOf, macroF1, mean, type Outcome, type Score, scoreOf, threeWayAccuracyOf } from "./scores";

/** Disclosure id → what was decided on each document, in the same order for every disclosure. */
export type Outcomes = ReadonlyMap<string, readonly (Outcome | undefined)[]>;

/** How many documents of each class a disclosure needs to count in the mean, and to count as the lowest. */
export const fewest = { inMean: 6, asLowest: 12 };

/** Which disclosures each total is taken over, fixed by all documents before any of them is drawn again. */
export interface Groups {
  readonly all: readonly string[];
  readonly inMean: readonly string[];
  readonly asLowest: readonly string[];
  /** Those whose labels tell weak ways of saying the thing from others. */
  readonly threeWay: readonly string[];
}

/** Each figure is `undefined` where nothing was counted. */
export interface Totals {
  readonly macroF1: number | undefined;
  readonly lowestMacroF1: number | undefined;
  readonly accuracy: number | undefined;
  readonly threeWay: number | undefined;
}

export function groupsOf(outcomes: Outcomes, labels: ReadonlyMap<string, ReadonlySet<string>>): Groups {
  const all = [...outcomes.keys()];
  const classes = new Map([...outcomes].map(([id, each]) => [id, classesOf(scoreOf(each))]));
  const withAtLeast = (count: number) =>
    all.filter((id) => {
      const { said, missing } = classes.get(id) ?? { said: 0, missing: 0 };
      return Math.min(said, missing) >= count;
    });
  return {
    all,
    inMean: withAtLeast(fewest.inMean),
    asLowest: withAtLeast(fewest.asLowest),
    threeWay: all.filter((id) => [...(labels.get(id) ?? [])].some((label) => weakLabels.has(label))),
  };
}

export function totalsOf(scores: ReadonlyMap<string, Score>, groups: Groups): Totals {
  const over = (ids: readonly string[]) => ids.flatMap((id) => scores.get(id) ?? []);
  const lowest = over(groups.asLowest).flatMap((score) => macroF1(score) ?? []);
  return {
    macroF1: mean(over(groups.inMean).map(macroF1)),
    lowestMacroF1: lowest.length === 0 ? undefined : Math.min(...lowest),
    accuracy: accuracyOf(sum(over(groups.all))),
    threeWay: mean(over(groups.threeWay).map(threeWayAccuracyOf)),
  };
}

function sum(scores: readonly Score[]): Score {
  const total = { missingRight: 0, missingWrong: 0, saidRight: 0, saidWrong: 0, threeWayRight: 0 };
  for (const score of scores) {
    for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key];
  }
  return total;
}
