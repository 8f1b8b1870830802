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

/** Pages whose sections are made in other ways. */
const pages: Readonly<Record<string, string>> = {
  "bold lines":
    "<p><b>Privacy Policy</b></p><p>Your privacy matters to us.</p><p><b>Changes</b></p><p>See elsewhere.</p>",
  "line breaks":
    "<h1>Privacy Policy</h1><p>Your privacy matters to us.<br><br><b>Changes</b><br>See elsewhere, there is more to read there.</p>",
  "bold beginnings":
    "<h1>Privacy Policy</h1><p><b>Us.</b> Your privacy matters to us.</p><p><b>Changes.</b> See elsewhere.</p>",
  "items of a list":
    "<h1>Privacy Policy</h1><ol><li><h2>Us</h2><p>Your privacy matters to us.</p></li><li><h2>Changes</h2><p>See.</p></li></ol>",
  "numbers in elements of their own":
    "<main><h1>Privacy Policy</h1><section><h2>1. Us</h2>Your privacy matters to us.</section><section><h2>2. Changes</h2>See.</section></main>",
  "a table at the end":
    "<h1>Privacy Policy</h1><h2>Us</h2><table><tr><th>What</th></tr><tr><td>Matters to us</td></tr></table>",
  "nothing but a title": "<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1></body></html>",
};

for (const id of linter.catalogue.disclosures.keys()) {
  for (const format of ["markdown", "html", "plaintext"] as const) {
    test(`the snippet of ${id}, inserted untouched, says nothing yet (${format})`, () => {
      saysNothing(id, bare[format], format);
    });
  }
}

for (const [name, page] of Object.entries(pages)) {
  test(`no snippet, inserted untouched into a page with ${name}, says anything yet`, () => {
    for (const id of linter.catalogue.disclosures.keys()) saysNothing(id, page, "html");
  });
}

function saysNothing(id: string, draft: string, format: DocumentFormat): void {
  const before = lint(draft, format);
  const missing = before.findings.find(({ ruleId }) => ruleId === `missing-${id}`);
  const edit = missing?.suggestions[0]?.edits[0];
  assert.ok(edit, "the missing disclosure has a snippet");
  const inserted = snippetToPlainText(edit.newText);
  const text = draft.slice(0, edit.span.start) + inserted + draft.slice(edit.span.end);
  const { analysis, findings } = lint(text, format);
  const turnedMet = [...analysis.disclosures.values()]
    .filter(({ status }) => status === "met")
    .map((facts) => facts.id);
  assert.deepEqual(turnedMet, [], text);
  const slots = [...edit.newText.matchAll(/\$\{\d+:\[/g)].length;
  const placeholders = findings.filter(({ ruleId }) => ruleId === "unfilled-placeholder");
  assert.equal(placeholders.length, slots, text);
  assert.deepEqual(
    findings.filter(({ disclosure }) => disclosure === id).map(({ ruleId }) => ruleId),
    [],
    `no second complaint about the same disclosure: ${text}`,
  );
}
