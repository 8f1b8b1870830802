import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../project/decode";

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))));

test("UTF-8 is read with and without a byte-order mark, and with any line ends", () => {
  assert.deepEqual(decode(bytes("Größe 🙂\r\nzwei\rdrei\n")), { text: "Größe 🙂\r\nzwei\rdrei\n" });
  assert.deepEqual(decode(bytes([0xef, 0xbb, 0xbf], "# Policy")), { text: "# Policy" });
  assert.deepEqual(decode(bytes([])), { text: "" });
});

test("only the first byte-order mark is none of the text", () => {
  assert.deepEqual(decode(bytes([0xef, 0xbb, 0xbf], "\uFEFFa")), { text: "\uFEFFa" });
});

test("invalid UTF-8 is named with the byte and the line where it begins", () => {
  const invalid: Record<string, readonly number[]> = {
    "a lone continuation byte": [0x80],
    "Latin-1": [0xe9, 0x20],
    "an overlong slash": [0xc0, 0xaf],
    "an overlong sequence of three": [0xe0, 0x80, 0x80],
    "an overlong sequence of four": [0xf0, 0x80, 0x80, 0x80],
    "a surrogate": [0xed, 0xa0, 0x80],
    "beyond U+10FFFF": [0xf4, 0x90, 0x80, 0x80],
    "a sequence that is cut off": [0xe2, 0x82],
    "a byte that never occurs": [0xff],
  };
  for (const [name, sequence] of Object.entries(invalid)) {
    const { error } = decode(bytes("é\r\nb\rc\n🙂", sequence));
    assert.deepEqual(error, { code: "invalid-utf-8", offset: 12, line: 4 }, name);
  }
});

test("the highest and lowest characters of each length are valid", () => {
  const text = "\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\u{10000}\u{10ffff}";
  assert.deepEqual(decode(bytes(text)), { text });
  assert.deepEqual(decode(bytes(text, [0xff])).error, { code: "invalid-utf-8", offset: bytes(text).length, line: 1 });
});

test("what contains a NUL byte is binary, and the other encodings are told by their marks", () => {
  assert.deepEqual(decode(bytes("a\nb", [0])).error, { code: "binary", offset: 3, line: 2 });
  assert.equal(decode(bytes([0xff, 0xfe], [0x61, 0])).error?.code, "utf-16");
  assert.equal(decode(bytes([0xfe, 0xff], [0, 0x61])).error?.code, "utf-16");
  assert.equal(decode(bytes([0xff, 0xfe, 0, 0], [0x61, 0, 0, 0])).error?.code, "utf-32");
  assert.equal(decode(bytes([0, 0, 0xfe, 0xff], [0, 0, 0, 0x61])).error?.code, "utf-32");
});
