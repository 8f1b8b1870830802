import type { Analysis } from "../../engine/analysis/analysis";
import type { DisclosureFacts, RegimeStatus } from "../../engine/analysis/model";
import type { Finding, TextEdit } from "../../engine/finding";
import type { LintResult } from "../../engine/linter";
import type {
  AssertedOutput,
  CoveredDocument,
  DisclosureOutput,
  DocumentHead,
  EditOutput,
  FindingOutput,
  LintedDocument,
  OutputHead,
  RegimeOutput,
  RelatedOutput,
} from "../output";
import { isAsked } from "./asked";
import { type Grounds, noGrounds } from "./grounds";
import { createLines, type Lines } from "./lines";
import type { CoverageSummary, LintSummary, Reporter, Write } from "./reporter";

/**
 * Prints the documents as they come, one a line, so that no more than one is held.
 * Coverage tells what `regimes` ask for, where they are given.
 */
export function createJsonReporter(write: Write, head: OutputHead, regimes?: readonly string[]): Reporter {
  let count = 0;
  const begin = JSON.stringify(head).slice(0, -1);
  const printDocument = (document: LintedDocument | CoveredDocument) => {
    write(`${count === 0 ? `${begin},"documents":[\n` : ",\n"}${JSON.stringify(document)}`);
    count += 1;
  };
  const printEnd = (end: { readonly summary: LintSummary | CoverageSummary; readonly unmatched?: unknown }) =>
    write(`${count === 0 ? `${begin},"documents":[` : "\n"}],${JSON.stringify(end).slice(1)}\n`);
  return {
    lint: (path, result, grounds) => printDocument(toLintedDocument(path, result, grounds)),
    coverage: (path, { analysis }) => printDocument(toCoveredDocument(path, analysis, regimes)),
    lintEnd: (summary, unmatched) => printEnd({ summary, unmatched }),
    coverageEnd: (summary) => printEnd({ summary }),
  };
}

/** The findings of a document with lines and columns. */
export function toLintedDocument(
  path: string,
  { analysis, findings }: LintResult,
  grounds: Grounds = noGrounds,
): LintedDocument {
  // A document without findings has no places to tell.
  const lines = createLines(findings.length === 0 ? "" : analysis.document.text);
  return {
    ...toHead(path, analysis),
    findings: findings.map((finding) => toFinding(path, lines, finding, grounds.get(finding))),
  };
}

/** What a document says about each disclosure, or about those that `regimes` ask for, with lines and columns. */
export function toCoveredDocument(path: string, analysis: Analysis, regimes?: readonly string[]): CoveredDocument {
  const lines = createLines(analysis.document.text);
  const covered = [...analysis.disclosures].filter(([id]) => regimes === undefined || isAsked(analysis, id, regimes));
  const isShown = (regime: string) => regimes === undefined || regimes.includes(regime);
  return {
    ...toHead(path, analysis),
    disclosures: Object.fromEntries(
      covered.map(([id, facts]) => [
        id,
        {
          ...toDisclosure(path, lines, facts),
          byRegime: Object.fromEntries(
            [...facts.byRegime]
              .filter(([regime]) => isShown(regime))
              .map(([regime, status]) => [regime, toRegime(analysis, lines, status)]),
          ),
        },
      ]),
    ),
  };
}

function toRegime({ catalogue, signals }: Analysis, lines: Lines, regime: RegimeStatus): RegimeOutput {
  const { status, duty, citation, url, active, when } = regime;
  const found = when === undefined ? undefined : signals.get(when);
  const span = found?.span;
  const words = when === undefined ? undefined : catalogue.signals.get(when);
  return {
    ...{ status, duty, citation, url: url ?? null, active },
    condition:
      when === undefined
        ? null
        : {
            signal: when,
            words: words ?? when,
            place: span === undefined ? null : lines.range(span),
            fact: found?.fact?.fact.id ?? null,
          },
  };
}

function toHead(path: string, { recognition, regimes }: Analysis): DocumentHead {
  return {
    path,
    language: recognition.language,
    kind: recognition.kind,
    kindReason: recognition.reason,
    regimes: regimes.map(({ id, from }) => ({ id, from })),
  };
}

function toFinding(path: string, lines: Lines, finding: Finding, ground: RelatedOutput | undefined): FindingOutput {
  const { fix, span } = finding;
  const toEdits = (edits: readonly TextEdit[]): EditOutput[] =>
    edits.map((edit) => ({ ...lines.range(edit.span), newText: edit.newText }));
  return {
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    disclosure: finding.disclosure ?? null,
    scope: finding.scope,
    severity: finding.severity,
    message: finding.message,
    ...lines.range(span),
    fingerprint: finding.fingerprint,
    state: finding.state,
    related: [
      ...finding.related.map((related) => ({ message: related.message, path, ...lines.range(related.span) })),
      ...(ground === undefined ? [] : [ground]),
    ],
    references: finding.references.map(({ label, url, regime, duty }) => ({
      label,
      url: url ?? null,
      regime: regime ?? null,
      duty: duty ?? null,
    })),
    fix: fix === undefined ? null : { title: fix.title, edits: toEdits(fix.edits) },
    suggestions: finding.suggestions.map(({ title, edits, isSnippet }) => ({
      title,
      edits: toEdits(edits),
      isSnippet,
    })),
  };
}

function toDisclosure(path: string, lines: Lines, facts: DisclosureFacts): Omit<DisclosureOutput, "byRegime"> {
  return {
    status: facts.status,
    variant: facts.variant ?? null,
    demanded: facts.demanded,
    reason: facts.reason ?? null,
    asserted: toAsserted(lines, facts),
    evidence: facts.evidence.map(({ span, focus, values }) => ({
      path,
      ...lines.range(span),
      text: lines.text.slice(span.start, span.end),
      focus: lines.range(focus),
      values: values.map((found) => ({
        type: found.type,
        value: found.value,
        ...lines.range(found.span),
        of: found.of ?? null,
      })),
    })),
  };
}

function toAsserted(lines: Lines, { asserted }: DisclosureFacts): AssertedOutput | null {
  if (asserted === undefined) return null;
  const { quote, file, url, reason } = asserted.assertion;
  return {
    quote: quote ?? null,
    file: file ?? null,
    url: url ?? null,
    reason: reason ?? null,
    place: asserted.span === undefined ? null : lines.range(asserted.span),
  };
}
