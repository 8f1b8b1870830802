import { createLinter, type Linter } from "../../engine/linter";
import type { Rule } from "../../engine/rule";
import { createShippedLinter } from "../../server/shipped-linter";

const shipped = createShippedLinter();

/** The linter as it is shipped; compiled once for all tests of a file. */
export const shippedLinter = (): Linter => shipped;

/** The shipped catalogue with these rules and no others. */
export function linterWith(...rules: readonly Rule[]): () => Linter {
  return () => createLinter({ catalogue: shipped.catalogue, rules });
}

/** A rule for tests of the way that findings take. */
export function testRule(rule: Pick<Rule, "id" | "check"> & Partial<Rule>): Rule {
  return {
    summary: "A rule for tests.",
    why: "Tests need one.",
    group: "style",
    severity: "warning",
    status: "stable",
    since: "0.1.0",
    kinds: ["privacy-policy"],
    messages: { found: "The text says {word}" },
    examples: { flagged: [], passed: [] },
    ...rule,
  };
}

/** Reports every "weasel"; the second and the following are related places of the first. */
export const weaselRule = testRule({
  id: "weasel",
  check({ analysis: { document }, report }) {
    const [first, ...others] = [...document.text.matchAll(/weasel/g)].map(({ index }) => ({
      start: index,
      end: index + "weasel".length,
    }));
    if (first === undefined) return;
    report({
      messageId: "found",
      data: { word: "weasel" },
      span: first,
      scope: "span",
      related: others.map((span) => ({ message: "And here", span })),
      references: [
        { label: "Book of Weasels, p. 7", url: "https://example.org/weasels", regime: undefined, duty: undefined },
      ],
      fix: { title: "Write stoat", edits: [{ span: first, newText: "stoat" }] },
      suggestions: [
        {
          title: "Say which animal",
          edits: [
            { span: { start: first.end, end: first.end }, newText: " named ${1:[name, e.g. Ann \\}]}, for \\$5" },
          ],
          isSnippet: true,
        },
      ],
    });
  },
});

/** Throws on every document. */
export const brokenRule = testRule({
  id: "broken",
  check() {
    throw new Error("out of order");
  },
});
