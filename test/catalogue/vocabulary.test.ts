import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyTokens, tokenize } from "../../engine/match/tokens";
import { tag } from "../../engine/match/vocabulary";
import { catalogueSource, shippedCatalogue } from "./sample";

for (const { id: languageId, vocabulary: source, recognition } of catalogueSource.languages) {
  const vocabulary = shippedCatalogue.languages.get(languageId)!.vocabulary;
  const contains = (concept: string, text: string) => {
    const tokens = emptyTokens();
    tokenize(text, 0, text.length, vocabulary.words, tokens);
    return tag(vocabulary, tokens, text).concept.some((index) => vocabulary.names[index] === concept);
  };
  for (const [concept, { yes = [], no = [] }] of Object.entries({ ...source, ...recognition.vocabulary })) {
    test(`${languageId}, concept ${concept}: what it contains and what it does not`, () => {
      for (const text of yes) assert.ok(contains(concept, text), `"${text}" contains it`);
      for (const text of no) assert.ok(!contains(concept, text), `"${text}" does not contain it`);
    });
  }
}
