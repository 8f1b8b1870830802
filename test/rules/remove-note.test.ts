import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import { createShippedLinter } from "../../server/shipped-linter";

const linter = createShippedLinter();

/** The document after the note's suggestion was applied. */
function withoutNote(text: string): string {
  const { findings } = linter.lint({
    text,
    format: "markdown",
    config: { ...defaultConfig, language: "en" },
    asOf: "2026-11-22",
    documentKey: "privacy.md",
  });
  const note = findings.find(({ ruleId, messageId }) => ruleId === "unfilled-placeholder" && messageId === "note");
  assert.equal(note?.suggestions[0]?.title, "Remove the note");
  const edit = note.suggestions[0].edits[0];
  assert.ok(edit);
  return text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ["a paragraph of its own", "One.\n\n[NOTE: ask]\n\nTwo.\n", "One.\n\nTwo.\n"],
  ["a paragraph of its own, with CRLF", "One.\r\n\r\n[NOTE: ask]\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"],
  ["a line within a paragraph", "One.\n[NOTE: ask]\nTwo.\n", "One.\nTwo.\n"],
  ["within a sentence", "We keep [NOTE: ask] your name.\n", "We keep your name.\n"],
  ["before a stop", "We keep your name [NOTE: ask].\n", "We keep your name.\n"],
  ["at the end of a line", "We keep your name. [NOTE: ask]\nTwo.\n", "We keep your name.\nTwo.\n"],
  ["at the start of a line", "[NOTE: ask] We keep your name.\n", "We keep your name.\n"],
  ["a list item of its own", "- one\n- [NOTE: ask]\n- two\n", "- one\n- two\n"],
  ["at the start of a list item", "- one\n- [NOTE: ask] two\n", "- one\n- two\n"],
  ["at the end of the document", "We keep your name.\n\n[NOTE: ask]", "We keep your name.\n\n"],
  ["escaped", "We keep \\[NOTE: ask\\] your name.\n", "We keep your name.\n"],
];

for (const [name, before, after] of cases) {
  test(`the note is removed with the space that only it needed: ${name}`, () => {
    const title = "# Privacy Policy\n\n";
    assert.equal(withoutNote(title + before), title + after);
  });
}
