import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyTokens, tokenize, WordTable } from "../../engine/match/tokens";

/** The words that the table knows, as the text is read, each with its place. */
function wordsOf(text: string): readonly string[] {
  const table = new WordTable();
  const names = new Map<number, string>();
  for (const word of ["we", "you", "they", "are", "have", "will", "sold", "user", "don't"])
    names.set(table.add(word), word);
  const tokens = emptyTokens();
  tokenize(text, 0, text.length, table, tokens);
  return tokens.id.map((id, index) => `${names.get(id) ?? "?"}@${tokens.start[index]}-${tokens.end[index]}`);
}

test("a verb drawn together with its subject is read as two words", () => {
  assert.deepEqual(wordsOf("We've sold"), ["we@0-2", "have@2-5", "sold@6-10"]);
  assert.deepEqual(wordsOf("you’re they'll"), ["you@0-3", "are@3-6", "they@7-11", "will@11-14"]);
});

test("other words with an apostrophe stay one", () => {
  assert.deepEqual(wordsOf("don't"), ["don't@0-5"]);
  assert.deepEqual(wordsOf("the user's"), ["?@0-3", "user@4-10"]);
  assert.deepEqual(wordsOf("d'être"), ["?@0-6"]);
});
