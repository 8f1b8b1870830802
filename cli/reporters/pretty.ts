import { isPolicy } from "../../engine/analysis/analyse";
import type { DisclosureFacts, DisclosureStatus, Evidence } from "../../engine/analysis/model";
import { type Finding, type Severity, severities } from "../../engine/finding";
import type { LintResult } from "../../engine/linter";
import type { LintOutput, RelatedOutput } from "../output";
import { askedText } from "./asked";
import { printable, widthOf } from "./cells";
import type { Colours } from "./colours";
import { excerpt } from "./excerpt";
import { createLines, type Lines } from "./lines";
import type { CoverageSummary, LintSummary, Reporter, Write } from "./reporter";
import { readableWidth } from "./width";

export interface PrettyOptions {
  readonly colours: Colours;
  /** How wide the terminal is. */
  readonly columns: number;
  /** Coverage tells what these ask for, where they are given. */
  readonly regimes?: readonly string[] | undefined;
}

/** For people: findings with the line they are about, or a table of the disclosures. */
export function createPrettyReporter(write: Write, { colours, columns, regimes }: PrettyOptions): Reporter {
  const width = readableWidth(columns);
  return {
    lint(path, result, grounds) {
      const findings = result.findings.filter(({ state }) => state === "new");
      if (findings.length === 0) return;
      const lines = createLines(result.analysis.document.text);
      write(`${colours.bold(printable(path))}\n`);
      for (const finding of findings) write(findingText(lines, finding, grounds.get(finding), { width, colours }));
      write("\n");
    },
    coverage(path, result) {
      write(`${colours.bold(printable(path))}  ${colours.dim(headText(result))}\n`);
      const nothing = nothingToShow(result);
      if (nothing !== undefined) write(`${nothing}\n\n`);
      else if (regimes === undefined) write(`${coverageTable(result, width, colours)}\n`);
      else write(`${askedText(result.analysis, { regimes, colours, width })}\n`);
    },
    lintEnd(summary, unmatched) {
      if (unmatched.length > 0) write(`${unmatchedText(unmatched)}\n`);
      write(`${lintSummaryText(summary, colours)}\n`);
    },
    coverageEnd: (summary) => write(`${countText(summary)}\n`),
  };
}

/** What a baseline may forget; one line a document. */
function unmatchedText(unmatched: LintOutput["unmatched"]): string {
  const byPath = new Map<string, string[]>();
  for (const { path, ruleId } of unmatched) byPath.set(path, [...(byPath.get(path) ?? []), ruleId]);
  const lines = [...byPath].map(([path, rules]) => `  ${printable(path)}  ${printable(rules.sort().join(", "))}`);
  const count = `${unmatched.length} ${unmatched.length === 1 ? "entry" : "entries"}`;
  return [`${count} of the baseline match nothing any more; --update-baseline takes them out`, ...lines, ""].join("\n");
}

function findingText(
  lines: Lines,
  finding: Finding,
  ground: RelatedOutput | undefined,
  { width, colours }: { readonly width: number; readonly colours: Colours },
): string {
  const { line, column } = lines.position(finding.span.start);
  const colour = colours[severityColours[finding.severity]];
  const head = [
    `  ${line}:${column}`,
    colour(finding.severity),
    printable(finding.message),
    colours.dim(finding.ruleId),
  ].join("  ");
  const gutter = `    ${line} | `;
  const shown = excerpt(lines, finding.span, width - gutter.length);
  const mark = `${" ".repeat(shown.before)}${colour("^".repeat(shown.width))}`;
  const related = finding.related.map((place) => {
    const at = lines.position(place.span.start);
    return `    ${at.line}:${at.column}  ${printable(place.message)}`;
  });
  return [
    head,
    `${colours.dim(gutter)}${shown.shown}`,
    `${colours.dim(`${" ".repeat(gutter.length - 2)}| `)}${mark}`,
    ...related,
    ...(ground === undefined
      ? []
      : [`    ${printable(ground.path)}:${ground.start.line}:${ground.start.column}  ${printable(ground.message)}`]),
    "",
  ].join("\n");
}

const severityColours = { error: "red", warning: "yellow", information: "blue", hint: "blue" } as const;
const statusColours = { met: "green", weak: "yellow", missing: "red", "not-applicable": "blue" } as const;

function headText({ analysis: { recognition, regimes } }: LintResult): string {
  const parts = isPolicy(recognition.kind) ? [recognition.language, ...regimes.map(({ id }) => id)] : [];
  return [recognition.kind, ...parts].join(", ");
}

interface Row {
  readonly id: string;
  readonly status: DisclosureStatus;
  readonly said: string;
  /** The places of the evidence, or what stands in for them. */
  readonly evidence: readonly string[];
}

/** Why a document has no disclosures to show; `undefined` where it has. */
function nothingToShow({ analysis }: LintResult): string | undefined {
  if (!isPolicy(analysis.recognition.kind)) {
    return "  Not taken for a policy, so nothing was looked for; --assume-policy looks all the same";
  }
  return analysis.disclosures.size === 0
    ? "  There are no words yet for its language, so nothing was looked for"
    : undefined;
}

function coverageTable({ analysis }: LintResult, width: number, colours: Colours): string {
  const lines = createLines(analysis.document.text);
  const facts = [...analysis.disclosures.values()];
  const idWidth = Math.max("disclosure".length, ...facts.map(({ id }) => id.length));
  const saidWidth = Math.max("status".length, ...facts.map((fact) => saidText(fact).length));
  const before = `  ${" ".repeat(idWidth)}  ${" ".repeat(saidWidth)}  `;
  const rows = facts.map(
    (fact): Row => ({
      id: fact.id.padEnd(idWidth),
      status: fact.status,
      said: saidText(fact).padEnd(saidWidth),
      evidence: evidenceTexts(lines, fact, Math.max(30, width - before.length)),
    }),
  );
  const head = `  ${"disclosure".padEnd(idWidth)}  ${"status".padEnd(saidWidth)}  evidence`;
  return [
    colours.dim(head),
    ...rows.flatMap(({ id, status, said, evidence: [first = "", ...others] }) => [
      `  ${id}  ${colours[statusColours[status]](said)}  ${first}`.trimEnd(),
      ...others.map((other) => before + other),
    ]),
    "",
  ].join("\n");
}

function saidText({ status, variant, asserted }: DisclosureFacts): string {
  if (asserted !== undefined) return `${status} (asserted)`;
  return variant === undefined ? status : `${status} (${variant})`;
}

/** What says it best; whatever says it less well does not count, and is in the JSON. */
function evidenceTexts(lines: Lines, facts: DisclosureFacts, width: number): string[] {
  const { evidence, reason, demanded, variant, asserted } = facts;
  const texts =
    asserted !== undefined
      ? []
      : evidence.filter((each) => each.variant === variant).map((each) => evidenceText(lines, each, width));
  if (reason !== undefined) texts.push(printable(reason));
  if (texts.length === 0) texts.push(demanded ? "-" : "- (nothing here asks for it)");
  return texts;
}

function evidenceText(lines: Lines, { focus }: Evidence, width: number): string {
  const line = `line ${lines.position(focus.start).line}: `;
  return line + excerpt(lines, focus, width - widthOf(line)).shown;
}

function lintSummaryText(summary: LintSummary, colours: Colours): string {
  const counted = severities.filter((severity) => summary[severity] > 0);
  const counts = counted.map((severity) =>
    colours[severityColours[severity]](`${summary[severity]} ${severityName(severity, summary[severity])}`),
  );
  const { baselined, suppressed, ignored } = summary;
  const others = [
    ...(baselined > 0 ? [`${baselined} known from the baseline`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(ignored > 0 ? [`${ignored} ${ignored === 1 ? "file" : "files"} left out by the configuration`] : []),
  ];
  if (counts.length > 0) return [countText(summary), ...counts, ...others].join(", ");
  const isNew = baselined + suppressed > 0 ? "no new findings" : "no findings";
  const nothing = [countText(summary), colours.green(isNew), ...others].join(", ");
  return summary.policies > 0 || summary.documents === 0
    ? nothing
    : `${nothing} (nothing was taken for a policy; --assume-policy checks it all the same)`;
}

function countText({ documents, policies }: CoverageSummary): string {
  return `${documents} ${documents === 1 ? "file" : "files"}, ${policies} ${policies === 1 ? "policy" : "policies"}`;
}

function severityName(severity: Severity, count: number): string {
  return severity === "information" || count === 1 ? severity : `${severity}s`;
}
