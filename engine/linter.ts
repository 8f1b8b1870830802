import { analyse, isPolicy } from "./analysis/analyse";
import type { Analysis } from "./analysis/analysis";
import type { AnalysisCache } from "./analysis/cache";
import type { Catalogue } from "./catalogue/compile";
import type { DocumentKind, LintConfig } from "./config";
import type { DocumentFormat } from "./document/model";
import { type Finding, type Report, type Severity, severities } from "./finding";
import { fingerprint, normaliseWords } from "./fingerprint";
import type { Rule } from "./rule";
import { readRuleOptions } from "./rule-options";
import { applySuppressions, type CheckedSuppression } from "./suppression";

/** Everything that a lint depends on; the same input always gives the same result. */
export interface LintInput {
  /** The decoded text without a leading byte-order mark. */
  readonly text: string;
  readonly format: DocumentFormat;
  readonly config: LintConfig;
  /** An ISO day: what is "today" for the rules. */
  readonly asOf: string;
  /** Names the document in fingerprints and helps to recognise it: a path relative to the workspace, with "/"; "" where there is none. */
  readonly documentKey: string;
  /** Skips the question whether the document is a policy: it is a privacy policy unless its own title says another kind. */
  readonly assumePolicy?: boolean;
  /** In the editor: the kind that the document had before this edit; it stays until the title changes. */
  readonly previousKind?: DocumentKind;
}

export interface LintResult {
  readonly analysis: Analysis;
  /** In a total order: by place, then severity, rule and message. */
  readonly findings: readonly Finding[];
  /** Fingerprints of the baseline that no finding has any more, in its order. */
  readonly unmatchedBaseline: readonly string[];
}

type Checked = Omit<LintResult, "analysis">;

export interface Linter {
  readonly catalogue: Catalogue;
  /** All rules, the families' members included, in the order of their ids. */
  readonly rules: readonly Rule[];
  /** Never throws: a rule that does becomes one `internal-error` finding. */
  lint(input: LintInput, cache?: AnalysisCache): LintResult;
}

export interface LinterOptions {
  readonly catalogue: Catalogue;
  readonly rules: readonly Rule[];
}

/** The one way from text to findings, for the editor and the command line alike. */
export function createLinter({ catalogue, rules }: LinterOptions): Linter {
  const sorted = [...rules].sort((a, b) => compare(a.id, b.id));
  return Object.freeze({
    catalogue,
    rules: sorted,
    lint(input: LintInput, cache?: AnalysisCache): LintResult {
      const analysis = analyse(input, catalogue, cache);
      if (isPolicy(analysis.recognition.kind)) return { analysis, ...check(input, analysis, sorted) };
      return { analysis, findings: [], unmatchedBaseline: [...(input.config.baseline ?? [])] };
    },
  });
}

/** A finding before it is known what else was found. */
type Found = Omit<Finding, "fingerprint" | "state">;

function check(input: LintInput, analysis: Analysis, rules: readonly Rule[]): Checked {
  const { config } = input;
  const first = rules.filter(({ runsLast }) => runsLast !== true).flatMap((rule) => runRule(rule, input, analysis, []));
  const { suppressed, problems } = applySuppressions(first, { analysis, config, asOf: input.asOf, rules });
  const last =
    problems.length === 0
      ? []
      : rules.filter(({ runsLast }) => runsLast).flatMap((rule) => runRule(rule, input, analysis, problems));
  return settle([...first, ...last].sort(order), suppressed, input, { analysis, rules });
}

function runRule(
  rule: Rule,
  { config, asOf }: LintInput,
  analysis: Analysis,
  suppressions: readonly CheckedSuppression[],
): Found[] {
  const setting = Object.hasOwn(config.rules, rule.id) ? config.rules[rule.id] : undefined;
  const configured = setting?.severity;
  if (configured === "off") return [];
  if (configured === undefined && rule.status === "preview" && !config.preview) return [];
  if (!rule.kinds.includes(analysis.recognition.kind)) return [];
  const own: Found[] = [];
  try {
    rule.check({
      analysis,
      asOf,
      options: readRuleOptions(rule, setting?.options ?? {}),
      suppressions,
      report: (report) => own.push(toFinding(rule, report, configured)),
    });
    return own;
  } catch (error) {
    // One broken rule must not cost the findings of the others.
    return [internalError(rule, analysis, error)];
  }
}

function toFinding(rule: Rule, report: Report, configured: Severity | undefined): Found {
  const template = rule.messages[report.messageId];
  if (template === undefined) throw new Error(`no message "${report.messageId}"`);
  return {
    ruleId: rule.id,
    messageId: report.messageId,
    disclosure: report.disclosure,
    scope: report.scope,
    severity: configured ?? report.severity ?? rule.severity,
    message: fill(template, report.data ?? {}),
    span: report.span,
    related: report.related ?? [],
    configPlace: report.configPlace,
    references: report.references ?? [],
    fix: report.fix,
    suggestions: report.suggestions ?? [],
  };
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`no value for {${name}}`);
    return value;
  });
}

function internalError(rule: Rule, analysis: Analysis, error: unknown): Found {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    ...plain(analysis),
    ruleId: "internal-error",
    messageId: "rule-failed",
    severity: "error",
    message: `The rule ${rule.id} failed on this document and reported nothing: ${detail}. Please report it with the document`,
  };
}

function plain(analysis: Analysis) {
  return {
    disclosure: undefined,
    scope: "document" as const,
    span: analysis.titleSpan,
    related: [],
    configPlace: undefined,
    references: [],
    fix: undefined,
    suggestions: [],
  };
}

/** Names each finding, and tells what suppressions and baseline make of it. */
function settle(
  found: readonly Found[],
  suppressed: ReadonlySet<Found>,
  { config, documentKey }: LintInput,
  { analysis, rules }: { readonly analysis: Analysis; readonly rules: readonly Rule[] },
): Checked {
  const ordinals = new Map<string, number>();
  const unmatched = new Set(config.baseline);
  const findings = found.map((finding): Finding => {
    const { ruleId, messageId, disclosure = "", scope, span } = finding;
    const words = scope === "span" ? normaliseWords(analysis.document.text.slice(span.start, span.end)) : undefined;
    const print = (rule: string, key: string, ordinal: number) =>
      fingerprint([rule, messageId, disclosure, scope, words ?? key, String(ordinal)]);
    const identity = [ruleId, messageId, disclosure, scope, words ?? documentKey].join("\u0000");
    const ordinal = ordinals.get(identity) ?? 0;
    ordinals.set(identity, ordinal + 1);
    let isKnown = false;
    if (config.baseline !== undefined) {
      // The baseline may be older than the names of the document and of the rule.
      const names = [ruleId, ...(rules.find(({ id }) => id === ruleId)?.formerIds ?? [])];
      for (const name of names) {
        const known = print(name, config.baselineKey ?? documentKey, ordinal);
        if (config.baseline.has(known)) isKnown = true;
        unmatched.delete(known);
      }
    }
    const state = suppressed.has(finding) ? "suppressed" : isKnown ? "baselined" : "new";
    return { ...finding, fingerprint: print(ruleId, documentKey, ordinal), state };
  });
  return { findings, unmatchedBaseline: [...unmatched] };
}

function order(a: Found, b: Found): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.messageId, b.messageId) ||
    compare(a.message, b.message)
  );
}

/** By code unit, so that the order does not depend on a locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
