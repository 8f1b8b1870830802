import assert from "node:assert/strict";
import { test } from "node:test";
import { decide, shippedCatalogue } from "./sample";

test("a slot with a full stop in it is underlined within its sentence", () => {
  const { evidence } = decide("effective-date", { text: "Last updated: {{ DATE. Update it. }}" }, shippedCatalogue);
  assert.ok(evidence.length > 0);
  for (const { span, focus } of evidence) {
    assert.ok(span.start <= focus.start && focus.start < focus.end && focus.end <= span.end);
  }
});
