import type { Assertion, LintConfig } from "../config";
import { type FoldedDocument, holdsWords, visibleWords } from "../document/folded";
import type { DocumentFormat, PolicyDocument } from "../document/model";
import type { Span } from "../span";
import { nameOfSetting } from "./configured-facts";
import type { DisclosureFacts } from "./model";

/** What became of an assertion in one document. */
export interface CheckedAssertion {
  readonly assertion: Assertion;
  /** Why it no longer holds; `undefined` where it does. */
  readonly stale: "quote" | "file" | "file-quote" | undefined;
  /** Where the document has the quoted words. */
  readonly span: Span | undefined;
}

/** Looks up what the configuration asserts; `words` are asked for only where words of the document are quoted. */
export function checkAssertions(
  assertions: LintConfig["evidence"],
  { format }: PolicyDocument,
  words: () => FoldedDocument,
): readonly CheckedAssertion[] {
  return assertions.map((assertion) => {
    const { quote, file, fileText } = assertion;
    if (file !== undefined) {
      if (fileText === undefined) return { assertion, stale: "file", span: undefined };
      const isThere = quote === undefined || isQuoted(fileText, quote, format);
      return { assertion, stale: isThere ? undefined : "file-quote", span: undefined };
    }
    if (quote === undefined) return { assertion, stale: undefined, span: undefined };
    const span = words().find(quote) ?? words().find(visibleWords(quote, format));
    return { assertion, stale: span === undefined ? "quote" : undefined, span };
  });
}

function isQuoted(fileText: string, quote: string, format: DocumentFormat): boolean {
  const visible = visibleWords(quote, format);
  return [fileText, visibleWords(fileText, "markdown")].some((text) =>
    [quote, visible].some((words) => holdsWords(text, words)),
  );
}

/** The disclosures, of which those are met that hold by an assertion and that the linter does not see met. */
export function withAssertions(
  disclosures: ReadonlyMap<string, DisclosureFacts>,
  checked: readonly CheckedAssertion[],
): ReadonlyMap<string, DisclosureFacts> {
  const holding = new Map<string, CheckedAssertion>();
  for (const each of checked) {
    const { disclosure } = each.assertion;
    if (each.stale === undefined && !holding.has(disclosure)) holding.set(disclosure, each);
  }
  if (holding.size === 0) return disclosures;
  return new Map(
    [...disclosures].map(([id, facts]) => {
      const holds = holding.get(id);
      return [id, holds === undefined ? facts : asserted(facts, holds)];
    }),
  );
}

function asserted(facts: DisclosureFacts, { assertion, span }: CheckedAssertion): DisclosureFacts {
  const isMet = (status: string) => status === "met";
  if (isMet(facts.status) && [...facts.byRegime.values()].every(({ status }) => isMet(status))) return facts;
  const byRegime = new Map(
    [...facts.byRegime].map(([regime, status]) => [regime, { ...status, status: "met" as const }]),
  );
  return {
    ...facts,
    status: "met",
    variant: isMet(facts.status) ? facts.variant : undefined,
    reason: reasonOf(assertion),
    asserted: { assertion, span },
    byRegime,
  };
}

function reasonOf({ disclosure, quote, file, url, reason, place }: Assertion): string {
  const words = quote === undefined ? undefined : `“${shortQuote(quote)}”`;
  const where = file === undefined ? (url ?? words ?? "") : words === undefined ? file : `${words} in ${file}`;
  const why = reason === undefined ? "" : `: ${reason}`;
  return `asserted by ${nameOfSetting(`evidence.${disclosure}`, place)}: ${where}${why}`;
}

/** More of a quotation would hide the message around it. */
const longestShown = 80;

/** A quotation in one line, cut where it is long. */
export function shortQuote(quote: string): string {
  const line = quote.trim().replace(/\s+/g, " ");
  return line.length > longestShown
    ? `${line
        .slice(0, longestShown)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}…`
    : line;
}
