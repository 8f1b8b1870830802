import assert from "node:assert/strict";
import { test } from "node:test";
import sentences from "./law-sentences.json";
import { decide, shippedCatalogue } from "./sample";

interface LawSentence {
  /** "+": it satisfies the disclosure; "-": it does not. */
  readonly sign: string;
  readonly text: string;
  readonly heading?: string;
  readonly note?: string;
}

// Sentences of the source of the law, written before there was any pattern.
for (const [id, list] of Object.entries<readonly LawSentence[]>(sentences)) {
  test(`${id}: the sentences of the law are decided by their signs`, () => {
    const wrong = list.flatMap(({ sign, text, heading, note = "" }) => {
      const { status, evidence } = decide(
        id,
        { text, ...(heading === undefined ? {} : { heading }) },
        shippedCatalogue,
      );
      const patterns = evidence.map(({ pattern }) => pattern).join(", ");
      const matchedBy = patterns === "" ? "nothing" : patterns;
      return (status === "met") === (sign === "+") ? [] : [{ sign, text, note, status, matchedBy }];
    });
    assert.deepEqual(wrong, []);
  });
}
