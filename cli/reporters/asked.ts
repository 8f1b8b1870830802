import type { Analysis } from "../../engine/analysis/analysis";
import { type FoundSignal, nameOfFact } from "../../engine/analysis/configured-facts";
import type { DisclosureFacts, DisclosureStatus, RegimeStatus } from "../../engine/analysis/model";
import { printable } from "./cells";
import type { Colours } from "./colours";
import { excerpt } from "./excerpt";
import { createLines, type Lines } from "./lines";

/** Whether one of the regimes, of which the core set is one, asks for a disclosure in a document of this kind. */
export function isAsked({ catalogue, recognition }: Analysis, disclosure: string, regimes: readonly string[]): boolean {
  const law = catalogue.disclosures.get(disclosure);
  if (law === undefined || !law.kinds.includes(recognition.kind)) return false;
  return regimes.some((id) =>
    catalogue.regimes.get(id)?.isCore ? law.core : law.citations.some(({ regime }) => regime === id),
  );
}

export interface AskedOptions {
  readonly regimes: readonly string[];
  readonly colours: Colours;
  /** In columns. */
  readonly width: number;
}

interface Asked {
  readonly facts: DisclosureFacts;
  /** `undefined` for the core set, which cites nothing. */
  readonly regime: RegimeStatus | undefined;
}

/** What each of the regimes asks of the document, and where the text says it. */
export function askedText(analysis: Analysis, options: AskedOptions): string {
  return options.regimes.map((id) => regimeText(analysis, id, options)).join("\n");
}

function regimeText(analysis: Analysis, id: string, options: AskedOptions): string {
  const { catalogue, disclosures } = analysis;
  const name = catalogue.regimes.get(id)?.name ?? id;
  const isCore = catalogue.regimes.get(id)?.isCore === true;
  const all = [...disclosures.values()]
    .filter((facts) => isAsked(analysis, facts.id, [id]))
    .map((facts): Asked => ({ facts, regime: isCore ? undefined : facts.byRegime.get(id) }));
  const demanded = all.filter(({ regime }) => regime === undefined || (regime.active && regime.duty !== "recommended"));
  const recommended = all.filter(({ regime }) => regime?.active && regime.duty === "recommended");
  const conditional = all.filter((each) => !demanded.includes(each) && !recommended.includes(each));
  const lines = createLines(analysis.document.text);
  const group = (title: string, group: readonly Asked[]) =>
    group.length === 0
      ? []
      : [
          `  ${options.colours.bold(title)}`,
          ...group.flatMap((asked) => askedLines(asked, analysis, lines, options)),
          "",
        ];
  if (all.length === 0) return `  ${options.colours.bold(`${name} asks for nothing in such a document`)}\n`;
  return [
    ...group(`${name} asks for ${summary(demanded)}`, demanded),
    ...group(`${name} recommends ${summary(recommended)}`, recommended),
    ...group(`${name} asks for ${conditional.length} more under a condition that the text does not give`, conditional),
  ].join("\n");
}

function summary(asked: readonly Asked[]): string {
  const counts: Record<DisclosureStatus, number> = { met: 0, weak: 0, "not-applicable": 0, missing: 0 };
  for (const each of asked) counts[statusOf(each)] += 1;
  const parts = [
    `${counts.met} said`,
    ...(counts.weak > 0 ? [`${counts.weak} too weakly`] : []),
    ...(counts["not-applicable"] > 0 ? [`${counts["not-applicable"]} not applicable`] : []),
    ...(counts.missing > 0 ? [`${counts.missing} missing`] : []),
  ];
  return `${asked.length}: ${parts.join(", ")}`;
}

const statusColours = { met: "green", weak: "yellow", missing: "red", "not-applicable": "blue" } as const;
const statusWidth = "not-applicable".length;
/** Of one disclosure no more places are shown than tell how it is said. */
const shownPlaces = 2;

function statusOf({ facts, regime }: Asked): DisclosureStatus {
  return regime?.status ?? facts.status;
}

function byFact(signal: FoundSignal | undefined): string {
  return signal?.fact === undefined ? "" : `: ${nameOfFact(signal.fact.fact)}`;
}

function askedLines(
  asked: Asked,
  { catalogue, signals }: Analysis,
  lines: Lines,
  { colours, width }: AskedOptions,
): readonly string[] {
  const { facts, regime } = asked;
  const status = statusOf(asked);
  const indent = " ".repeat(statusWidth + 6);
  const best = facts.evidence.filter(({ variant }) => variant === facts.variant).slice(0, shownPlaces);
  const condition = regime?.when === undefined ? undefined : (catalogue.signals.get(regime.when) ?? regime.when);
  const signal = regime?.when === undefined ? undefined : signals.get(regime.when);
  const where = condition === undefined ? "" : `, where ${condition}`;
  const line = signal?.span === undefined ? byFact(signal) : `: line ${lines.position(signal.span.start).line}`;
  return [
    `    ${colours[statusColours[status]](status.padEnd(statusWidth))}  ${facts.id}`,
    ...(regime === undefined
      ? []
      : [indent + colours.dim(printable(`${regime.citation}, ${regime.duty}${where}${line}`))]),
    ...best.map(({ focus }) => {
      const place = `${indent}line ${lines.position(focus.start).line}: `;
      return place + excerpt(lines, focus, Math.max(30, width - place.length)).shown;
    }),
    ...(facts.reason === undefined ? [] : [indent + printable(facts.reason)]),
  ];
}
