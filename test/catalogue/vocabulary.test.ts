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
  const concepts = Object.entries({ ...source, ...recognition.vocabulary });
  test(`${languageId}: every concept is in the texts that contain it`, () => {
    const unseen = concepts.flatMap(([concept, { yes = [] }]) =>
      yes.filter((text) => !contains(concept, text)).map((text) => `${concept}: ${text}`),
    );
    assert.deepEqual(unseen, []);
  });
  test(`${languageId}: no concept is in the texts that do not contain it`, () => {
    const seen = concepts.flatMap(([concept, { no = [] }]) =>
      no.filter((text) => contains(concept, text)).map((text) => `${concept}: ${text}`),
    );
    assert.deepEqual(seen, []);
  });
}
