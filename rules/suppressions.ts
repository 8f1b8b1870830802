import type { RuleContext } from "../engine/rule";
import type { SuppressionProblem } from "../engine/suppression";

/** Reports suppressions that have one of the problems, each under a message of that name. */
export function reportSuppressions(
  { analysis, suppressions, report }: RuleContext,
  problems: readonly SuppressionProblem[],
): void {
  for (const { problem, span, place, rule, meant, until } of suppressions) {
    if (!problems.includes(problem)) continue;
    report({
      messageId: problem,
      data: {
        rule,
        until: until ?? "",
        meant: meant === undefined ? "; correct it, or remove the comment" : `; did you mean ${meant}?`,
      },
      span: span ?? analysis.titleSpan,
      scope: span === undefined ? "document" : "span",
      configPlace: place,
    });
  }
}
