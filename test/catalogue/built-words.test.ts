import shipped from "clauselint:catalogue";
import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildWords } from "../../engine/catalogue/compile";
import { emptyTokens, tokenize } from "../../engine/match/tokens";
import { buildVocabulary, loadVocabulary, tag } from "../../engine/match/vocabulary";

test("what is shipped has the words that loading the sources would give", () => {
  for (const [index, language] of source.languages.entries()) {
    const built = shipped.languages[index]?.builtWords;
    const { trie, slots, ...words } = buildWords(language);
    assert.deepEqual({ ...built, trie: undefined, slots: undefined }, { ...words, trie: undefined, slots: undefined });
    assert.deepEqual(Array.from(built?.trie ?? []), Array.from(trie));
    assert.deepEqual(Array.from(built?.slots ?? []), Array.from(slots));
    assert.deepEqual(shipped.languages[index]?.vocabulary, {});
  }
});

/** Which concepts a text contains, as "concept: words". */
function found(terms: Readonly<Record<string, readonly string[]>>, text: string, ends?: number[]): string[] {
  const concepts = Object.fromEntries(Object.entries(terms).map(([name, list]) => [name, { terms: list }]));
  const data = buildVocabulary(concepts);
  const vocabulary = loadVocabulary(JSON.parse(JSON.stringify(data)));
  const tokens = emptyTokens();
  tokenize(text, 0, text.length, vocabulary.words, tokens);
  const { concept, start, end } = tag(vocabulary, tokens, text, ends);
  return concept.map((id, index) => {
    const last = (end[index] as number) - 1;
    return `${vocabulary.names[id]}: ${text.slice(tokens.start[start[index] as number], tokens.end[last])}`;
  });
}

test("terms that go on alike share what follows, and none takes over what is another's", () => {
  const terms = { a: ["{red,blue} house", "red house boat"], b: ["blue house"], c: ["green house boat"] };
  assert.deepEqual(found(terms, "red house boat"), ["a: red house boat"]);
  assert.deepEqual(found(terms, "blue house boat"), ["a: blue house", "b: blue house"]);
  assert.deepEqual(found(terms, "green house boat"), ["c: green house boat"]);
  assert.deepEqual(found(terms, "green house"), []);
});

test("gaps, numbers, optional words and inflections lead on as they are written", () => {
  const terms = { keep: ["keep~ *2 for"], age: ["under? # years"], id: ["# ids"] };
  assert.deepEqual(found(terms, "keeping it here for"), ["keep: keeping it here for"]);
  assert.deepEqual(found(terms, "keeps it right here for"), []);
  assert.deepEqual(found(terms, "under 13 years"), ["age: under 13 years", "age: 13 years"]);
  assert.deepEqual(found(terms, "7 ids; under ids"), ["id: 7 ids"]);
});

test("a term ends with its sentence, whatever the next one begins with", () => {
  const terms = { keep: ["keep *2 it", "keep"], number: ["# days"] };
  assert.deepEqual(found(terms, "We keep. Is it 5 days"), ["keep: keep. Is it", "number: 5 days"]);
  assert.deepEqual(found(terms, "We keep. Is it 5 days", [2, 6]), ["keep: keep", "number: 5 days"]);
  assert.deepEqual(found(terms, "We keep. Is it 5. Days keep it", [2, 5]), ["keep: keep", "keep: keep it"]);
});
