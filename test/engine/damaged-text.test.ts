import assert from "node:assert/strict";
import { test } from "node:test";
import { findDamage } from "../../engine/analysis/damaged-text";
import { project } from "../../engine/document/prose";

function damage(source: string): string[] {
  const prose = project(source, { quoted: false, linkLabels: new Set() });
  return findDamage(source, prose, new Set(["t", "s"])).map(
    ({ span, repaired }) => `${source.slice(span.start, span.end)} ${repaired ?? "?"}`,
  );
}

test("what was misread is repaired, however often", () => {
  assert.deepEqual(damage("Itâ€™s JosÃ©"), ["â€™ ’", "Ã© é"]);
  assert.deepEqual(damage("Donâ€šÃ„Ã´t"), ["â€šÃ„Ã´ ’"]);
  assert.deepEqual(damage("don\u0092t"), ["\u0092 ’"]);
});

test("what is gone has no repair", () => {
  assert.deepEqual(damage("don\ufffdt and donï¿½t"), ["\ufffd ?", "ï¿½ ?"]);
});

test("letters that mean themselves are no damage", () => {
  for (const text of ["NÃO É, MANHÃ”", "Åse och Ärlig", "« fermé\u00a0»", "Franc¸ois", "re´sume´", "`donâ€™t`"]) {
    assert.deepEqual(damage(text), [], text);
  }
});
