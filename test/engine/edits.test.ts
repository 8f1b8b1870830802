import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { escapeSnippet, snippetToPlainText } from "../../engine/edits";

describe("snippetToPlainText", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["kept for ${1:[period, e.g. 30 days]}.", "kept for [period, e.g. 30 days]."],
    ["${1:[a]} and ${2:[b]}$0", "[a] and [b]"],
    ["$1 ${2}end", " end"],
    ["costs \\$5 \\} \\\\", "costs $5 } \\"],
    ["${1:a \\} b}", "a } b"],
    ["${1:outer ${2:inner} end}", "outer inner end"],
    ["{name} and {{email}}", "{name} and {{email}}"],
    ["${1:[slot]} {kept}", "[slot] {kept}"],
    ["a $ b \\n", "a $ b \\n"],
    ["ends in $", "ends in $"],
    ["ends in \\", "ends in \\"],
    ["", ""],
  ];
  for (const [snippet, plain] of cases) {
    it(`renders ${JSON.stringify(snippet)}`, () => assert.equal(snippetToPlainText(snippet), plain));
  }

  it("undoes the escaping of any text", () => {
    for (const text of ["$1 ${2:x} \\", "\\\\$}", "a{b}c", "${", "😀 \\$"]) {
      assert.equal(snippetToPlainText(escapeSnippet(text)), text);
    }
  });
});
