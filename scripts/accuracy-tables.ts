import { bootstrap, type Interval } from "./bootstrap";
import { table } from "./markdown";
import { accuracyOf, classesOf, macroF1, missingFigures, saidFigures, scoreOf, threeWayAccuracyOf } from "./scores";
import { fewest, type Groups, groupsOf, type Outcomes, type Totals, totalsOf } from "./totals";

/** Disclosure id → every label that the documents give it. */
export type Labels = ReadonlyMap<string, ReadonlySet<string>>;

/** A Markdown table of the figures of each disclosure. */
export function scoreTable(outcomes: Outcomes, labels: Labels): string {
  const { threeWay } = groupsOf(outcomes, labels);
  const rows = [...outcomes].map(([id, each]) => {
    const score = scoreOf(each);
    const [missing, said, classes] = [missingFigures(score), saidFigures(score), classesOf(score)];
    const interval = bootstrap(each.length, (drawn) => macroF1(scoreOf(drawn.map((index) => each[index]))));
    return [
      id,
      `${classes.said} / ${classes.missing}`,
      ...[missing.precision, missing.recall, missing.f1, said.precision, said.recall, said.f1].map(figure),
      `${figure(macroF1(score))}${range(interval)}`,
      figure(accuracyOf(score)),
      threeWay.includes(id) ? figure(threeWayAccuracyOf(score)) : "",
    ];
  });
  return table(
    [
      "disclosure",
      "said / missing",
      "missing: precision",
      "recall",
      "F1",
      "said: precision",
      "recall",
      "F1",
      "macro-F1",
      "accuracy",
      "three-way",
    ],
    rows,
  );
}

/** A Markdown list of the figures over all disclosures. */
export function totalList(outcomes: Outcomes, labels: Labels): string {
  const groups = groupsOf(outcomes, labels);
  const documents = Math.max(0, ...[...outcomes.values()].map(({ length }) => length));
  const totals = totalsOf(scoresOf(outcomes), groups);
  const line = (name: string, ids: readonly string[], key: keyof Totals) => {
    if (ids.length === 0) return [];
    const interval = bootstrap(documents, (drawn) => totalsOf(scoresOf(outcomes, drawn), groups)[key]);
    return [`- ${name.replace("#", counted(ids))}: ${figure(totals[key])}${range(interval)}`];
  };
  const { all, inMean, asLowest, threeWay } = groups;
  return [
    ...line(`macro-F1, mean over # with at least ${fewest.inMean} of each class`, inMean, "macroF1"),
    ...line(
      `lowest macro-F1 of # with at least ${fewest.asLowest} of each class${lowestName(outcomes, groups)}`,
      asLowest,
      "lowestMacroF1",
    ),
    ...line("accuracy over #", all, "accuracy"),
    ...line("three-way accuracy, mean over #", threeWay, "threeWay"),
  ].join("\n");
}

function lowestName(outcomes: Outcomes, { asLowest }: Groups): string {
  const of = (id: string) => macroF1(scoreOf(outcomes.get(id) ?? [])) ?? 1;
  const [lowest] = [...asLowest].sort((a, b) => of(a) - of(b));
  return lowest === undefined ? "" : `, ${lowest}`;
}

function scoresOf(outcomes: Outcomes, drawn?: readonly number[]) {
  return new Map(
    [...outcomes].map(([id, each]) => [id, scoreOf(drawn === undefined ? each : drawn.map((index) => each[index]))]),
  );
}

function counted(ids: readonly string[]): string {
  return `${ids.length} ${ids.length === 1 ? "disclosure" : "disclosures"}`;
}

function figure(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}

function range(interval: Interval | undefined): string {
  return interval === undefined ? "" : ` (${figure(interval.low)}–${figure(interval.high)})`;
}
