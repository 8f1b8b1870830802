import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import type { DocumentFormat } from "../../engine/document/model";
import { snippetToPlainText } from "../../engine/edits";
import { createLinterThatAsksForEverything } from "../everything-asked";

const linter = createLinterThatAsksForEverything();

const bare: Readonly<Record<DocumentFormat, string>> = {
  markdown: "# Privacy Policy\n\nYour privacy matters to us.\n\n## Changes\n\nSee elsewhere.\n",
  html: "<h1>Privacy Policy</h1>\n<p>Your privacy matters to us.</p>\n<h2>Changes</h2>\n<p>See elsewhere.</p>\n",
  plaintext: "PRIVACY POLICY\n\nYour privacy matters to us.\n\nCHANGES\n\nSee elsewhere.\n",
};

function lint(text: string, format: DocumentFormat) {
  return linter.lint({
    text,
    format,
    config: defaultConfig,
    asOf: "2026-11-22",
    documentKey: "privacy",
  });
}

for (const id of linter.catalogue.disclosures.keys()) {
  for (const format of ["markdown", "html", "plaintext"] as const) {
    test(`the snippet of ${id}, inserted untouched, says nothing yet (${format})`, () => {
      const before = lint(bare[format], format);
      const missing = before.findings.find(({ ruleId }) => ruleId === `missing-${id}`);
      const edit = missing?.suggestions[0]?.edits[0];
      assert.ok(edit, "the missing disclosure has a snippet");
      const inserted = snippetToPlainText(edit.newText);
      const text = bare[format].slice(0, edit.span.start) + inserted + bare[format].slice(edit.span.end);
      const { analysis, findings } = lint(text, format);
      const turnedMet = [...analysis.disclosures.values()]
        .filter(({ status }) => status === "met")
        .map((facts) => facts.id);
      assert.deepEqual(turnedMet, []);
      const slots = [...edit.newText.matchAll(/\$\{\d+:\[/g)].length;
      const placeholders = findings.filter(({ ruleId }) => ruleId === "unfilled-placeholder");
      assert.equal(placeholders.length, slots, text);
      assert.deepEqual(
        findings.filter(({ disclosure }) => disclosure === id).map(({ ruleId }) => ruleId),
        [],
        "no second complaint about the same disclosure",
      );
    });
  }
}
