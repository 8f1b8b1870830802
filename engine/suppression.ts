import type { Analysis } from "./analysis/analysis";
import type { ConfigPlace, LintConfig, Suppression } from "./config";
import { fold } from "./document/folded";
import type { FindingScope } from "./finding";
import { nearest } from "./nearest";
import type { Rule } from "./rule";
import { contains, overlaps, type Span } from "./span";
import { commentWords, isKnown, type NamedRule, readComments, type SuppressionComment } from "./suppression-comments";

/** Why a suppression does not do what it says. */
export type SuppressionProblem =
  | "unknown-rule"
  | "unknown-comment"
  | "no-rule"
  | "no-reason"
  | "locked"
  | "expired"
  | "unused"
  | "nothing-to-enable";

/** One rule of one suppression, with what became of it in a document. */
export interface CheckedSuppression {
  readonly problem: SuppressionProblem;
  /** The words of the comment that show it; `undefined` for a suppression of the configuration. */
  readonly span: Span | undefined;
  /** Where it stands in the configuration. */
  readonly place: ConfigPlace | undefined;
  /** The rule's id, as it is written where there is none of that name; "" where none is named. */
  readonly rule: string;
  /** What was probably meant by an unknown name. */
  readonly meant: string | undefined;
  /** The last day of one that has expired. */
  readonly until: string | undefined;
}

/** What a finding has that decides whether it is suppressed. */
export interface Suppressible {
  readonly ruleId: string;
  readonly scope: FindingScope;
  readonly span: Span;
}

export interface SuppressionInput {
  readonly analysis: Analysis;
  readonly config: LintConfig;
  readonly asOf: string;
  readonly rules: readonly Rule[];
}

export interface Suppressed<Found> {
  readonly suppressed: ReadonlySet<Found>;
  /** In the order of the configuration, then of the document. */
  readonly problems: readonly CheckedSuppression[];
}

/**
 * Finds out which findings are suppressed, by the configuration or by the document's own comments.
 * A finding about the document as a whole is suppressed only by what is about the whole file.
 */
export function applySuppressions<Found extends Suppressible>(
  found: readonly Found[],
  input: SuppressionInput,
): Suppressed<Found> {
  const suppressed = new Set<Found>();
  const problems: CheckedSuppression[] = [];
  for (const suppression of input.config.suppressions) {
    const matches = isMatched(suppression, input.analysis);
    const own = found.filter((finding) => finding.ruleId === suppression.rule && matches(finding));
    const { rule, until, place, onlyHere } = suppression;
    const isExpired = until !== undefined && until < input.asOf;
    if (!isExpired) for (const finding of own) suppressed.add(finding);
    const problem = isExpired ? "expired" : "unused";
    // What is about several documents may be of use in another one.
    const isTold = isExpired ? own.length > 0 || onlyHere === true : own.length === 0 && onlyHere === true;
    if (!isTold) continue;
    problems.push({ problem, span: undefined, place, rule, meant: undefined, until: isExpired ? until : undefined });
  }
  if (input.config.inlineConfig) applyComments(found, input, suppressed, problems);
  return { suppressed, problems };
}

function isMatched({ section, quote }: Suppression, analysis: Analysis): (finding: Suppressible) => boolean {
  if (section === undefined && quote === undefined) return () => true;
  const sections = section === undefined ? undefined : sectionsNamed(section, analysis);
  const quotes = quote === undefined ? undefined : analysis.words().findAll(quote);
  return ({ scope, span }) => {
    if (scope === "document") return false;
    if (sections !== undefined && !sections.some((each) => contains(each, span))) return false;
    return quotes === undefined || quotes.some((each) => overlaps(each, span) || contains(each, span));
  };
}

function sectionsNamed(name: string, analysis: Analysis): readonly Span[] {
  const { blocks, sections } = analysis.document;
  const wanted = withoutNumber(fold(name).text);
  return sections.flatMap(({ heading, span }) => {
    const block = heading === undefined ? undefined : blocks[heading];
    if (block === undefined) return [];
    return withoutNumber(fold(analysis.prose(block).text).text) === wanted ? [span] : [];
  });
}

/** Numbers of headings change whenever a section is put in. */
function withoutNumber(heading: string): string {
  return heading.replace(/^(?:§ ?)?[\dIVXivx]{0,8}(?:\.\d{1,4}){0,5}[.):]? /, "").replace(/[.:?]$/, "");
}

function applyComments<Found extends Suppressible>(
  found: readonly Found[],
  input: SuppressionInput,
  suppressed: Set<Found>,
  problems: CheckedSuppression[],
): void {
  const comments = readComments(input.analysis);
  if (comments.length === 0) return;
  const ids = new Map(input.rules.flatMap(({ id, formerIds = [] }) => [id, ...formerIds].map((name) => [name, id])));
  const add = (problem: SuppressionProblem, span: Span, rule = "", meant?: string) =>
    problems.push({ problem, span, place: undefined, rule, meant, until: undefined });
  for (const [index, comment] of comments.entries()) {
    if (!isKnown(comment)) {
      const { name, span: word } = comment.word;
      add("unknown-comment", word, name, nearest(name, Object.keys(commentWords)));
      continue;
    }
    const { rules, reach, reason, span } = comment;
    const known = rules.filter((rule) => ids.has(rule.name));
    for (const rule of rules)
      if (!ids.has(rule.name)) add("unknown-rule", rule.span, rule.name, nearestRule(rule.name, ids));
    if (reach === undefined) {
      if (!endsAnything(comment, comments.slice(0, index).filter(isKnown))) add("nothing-to-enable", span);
      continue;
    }
    if (rules.length === 0) add("no-rule", span);
    else if (reason === "") add("no-reason", span);
    else {
      const later = comments.slice(index + 1).filter(isKnown);
      for (const rule of known) {
        const id = ids.get(rule.name) as string;
        if (input.config.locked?.includes(id)) {
          add("locked", rule.span, id);
          continue;
        }
        const where = reachOf(comment, rule, later, input.analysis);
        const own = found.filter(
          ({ ruleId, scope, span: { start } }) =>
            ruleId === id &&
            (where === undefined || (scope !== "document" && where.start <= start && start < where.end)),
        );
        for (const finding of own) suppressed.add(finding);
        if (own.length === 0) add("unused", rule.span, id);
      }
    }
  }
}

function nearestRule(name: string, ids: ReadonlyMap<string, string>): string | undefined {
  return name.length > 100 ? undefined : nearest(name.toLowerCase(), [...ids.keys()]);
}

function endsAnything({ rules }: SuppressionComment, before: readonly SuppressionComment[]): boolean {
  const last = before.findLast(
    (other) =>
      (other.reach === "range" || other.reach === undefined) && (sharesRule(other.rules, rules) || rules.length === 0),
  );
  return last?.reach === "range";
}

function sharesRule(some: readonly NamedRule[], others: readonly NamedRule[]): boolean {
  return some.length === 0 || some.some(({ name }) => others.some((other) => other.name === name));
}

/** Where a comment silences a rule; `undefined`: everywhere. */
function reachOf(
  { reach, span }: SuppressionComment,
  rule: NamedRule,
  later: readonly SuppressionComment[],
  analysis: Analysis,
): Span | undefined {
  if (reach === "file") return undefined;
  if (reach === "next-line") return nextLine(span.end, analysis);
  const end = later.find((other) => other.reach === undefined && sharesRule(other.rules, [rule]));
  return { start: span.end, end: end?.span.start ?? analysis.document.text.length + 1 };
}

/** The next line that a reader sees: within the block around the comment, or the first one of the next block. */
function nextLine(offset: number, { document: { text, blocks } }: Analysis): Span {
  const within = blocks.find(({ span }) => span.start < offset && offset < span.end);
  const lineEnd = endOfLine(text, offset);
  const start =
    within !== undefined && lineEnd < within.span.end
      ? lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1)
      : (blocks.find(({ span }) => span.start >= offset)?.span.start ?? text.length);
  return { start, end: Math.max(endOfLine(text, start), start + 1) };
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}
