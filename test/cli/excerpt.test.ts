import assert from "node:assert/strict";
import { test } from "node:test";
import { printable, widthOf } from "../../cli/reporters/cells";
import { wantsColours } from "../../cli/reporters/colours";
import { excerpt } from "../../cli/reporters/excerpt";
import { createLines } from "../../cli/reporters/lines";

/** The excerpt for the text between « and », as it is printed. */
function shown(marked: string, columns = 60): string[] {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace(/[«»]/g, "");
  const result = excerpt(createLines(text), { start, end }, columns);
  assert.ok(widthOf(result.shown) <= columns, `${widthOf(result.shown)} columns: ${result.shown}`);
  return [result.shown, `${" ".repeat(result.before)}${"^".repeat(result.width)}`];
}

test("the focus is underlined in its line", () => {
  assert.deepEqual(shown("one\nWe keep it for «XX days», then not.\nthree"), [
    "We keep it for XX days, then not.",
    "               ^^^^^^^",
  ]);
});

test("indentation is left out, and a tab counts as it is shown", () => {
  assert.deepEqual(shown("\t  a\t«b»"), ["a    b", "     ^"]);
});

test("wide characters take two columns and combining ones none", () => {
  assert.deepEqual(shown("日本 «x»"), ["日本 x", "     ^"]);
  assert.deepEqual(shown("e\u0301 «日本» x"), ["e\u0301 日本 x", "  ^^^^"]);
  assert.deepEqual(shown("🙂«🙂»"), ["🙂🙂", "  ^^"]);
});

test("a long line is shown around the focus, and the ends say so", () => {
  const [line = "", mark = ""] = shown(`${"a".repeat(1e6)} «XX» ${"b".repeat(1e6)}`);
  assert.match(line, /^…a+ XX b+…$/);
  assert.equal(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1), "XX");
});

test("what one side does not need goes to the other", () => {
  const [atStart = ""] = shown(`«XX» ${"b".repeat(100)}`);
  assert.equal(widthOf(atStart), 59);
  const [atEnd = ""] = shown(`${"a".repeat(100)} «XX»`);
  assert.equal(widthOf(atEnd), 59);
});

test("a focus that is longer than the line is shown from its beginning", () => {
  const [line = "", mark = ""] = shown(`before «${"x".repeat(500)}» after`, 20);
  assert.equal(line, `…${"x".repeat(18)}…`);
  assert.equal(mark, ` ${"^".repeat(18)}`);
});

test("a focus over several lines is underlined to the end of the first", () => {
  assert.deepEqual(shown("a «b\r\nc» d"), ["a b", "  ^"]);
});

test("an empty focus, and one at the end of a line, is still marked", () => {
  assert.deepEqual(shown("ab«»c"), ["abc", "  ^"]);
  assert.deepEqual(shown("abc«»\nd"), ["abc", "   ^"]);
});

test("lines end with any of the three line ends, and never within one", () => {
  const lines = createLines("a\r\nb\rc\n\nd");
  const places = [0, 1, 2, 3, 5, 7, 8, 9].map((offset) => lines.position(offset));
  assert.deepEqual(
    places.map(({ line, column }) => `${line}:${column}`),
    ["1:1", "1:2", "1:3", "2:1", "3:1", "4:1", "5:1", "5:2"],
  );
  assert.deepEqual(lines.lineAt(2), { start: 0, end: 1 });
  assert.deepEqual(lines.lineAt(4), { start: 3, end: 4 });
  assert.deepEqual(lines.lineAt(9), { start: 8, end: 9 });
});

test("text cannot steer the terminal", () => {
  assert.equal(printable("a\u001b[31mb\u0007\u009b\u202ec\nd"), "a␛[31mb␇\uFFFD\uFFFDc d");
});

test("colours are for terminals, and the environment has the last word", () => {
  assert.equal(wantsColours(true, {}), true);
  assert.equal(wantsColours(false, {}), false);
  assert.equal(wantsColours(true, { NO_COLOR: "1" }), false);
  assert.equal(wantsColours(true, { NO_COLOR: "" }), true);
  assert.equal(wantsColours(true, { TERM: "dumb" }), false);
  assert.equal(wantsColours(false, { FORCE_COLOR: "1", NO_COLOR: "1" }), true);
  assert.equal(wantsColours(true, { FORCE_COLOR: "0" }), false);
});
