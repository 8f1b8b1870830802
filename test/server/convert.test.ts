import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../../engine/finding";
import { readClientSupport } from "../../server/client-support";
import { createConverter, toDiagnostic, touches } from "../../server/convert";
import { readDiagnosticData } from "../../server/diagnostic-data";
import { editorCapabilities, plainCapabilities } from "./harness";
import { randomNumbers } from "./random-numbers";

function converterOf(text: string) {
  return createConverter(TextDocument.create("file:///policy.md", "markdown", 1, text));
}

const pieces = [
  "a",
  "kept for ",
  "\n",
  "\r\n",
  "\r",
  "😀",
  "\u{1F468}\u200D\u{1F469}",
  "e\u0301",
  "漢",
  "\t",
  "\uFEFF",
  "\uD800",
  "",
];

describe("converter", () => {
  it("gives every offset back, save between \\r and \\n, where it is the end of the line", () => {
    const random = randomNumbers(20260301);
    let between = 0;
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join("");
      const converter = converterOf(text);
      for (let offset = 0; offset <= converter.text.length; offset++) {
        const isBetween = converter.text[offset - 1] === "\r" && converter.text[offset] === "\n";
        if (isBetween) between += 1;
        const back = converter.toOffset(converter.toPosition(offset));
        assert.equal(back, isBetween ? offset - 1 : offset, JSON.stringify({ text, offset }));
      }
    }
    assert.ok(between > 0);
  });

  it("counts lines as the protocol does", () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 200; round++) {
      const text = `x${Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join("")}`;
      const converter = converterOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        if (text[offset - 1] === "\r" && text[offset] === "\n") continue;
        const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
        const expected = { line: lines.length - 1, character: lines.at(-1)?.length };
        assert.deepEqual(converter.toPosition(offset), expected, JSON.stringify({ text, offset }));
      }
    }
  });

  it("counts UTF-16 units on a line with surrogate pairs", () => {
    const text = "😀 kept for XX days";
    assert.deepEqual(converterOf(text).toRange({ start: text.indexOf("XX"), end: text.indexOf("XX") + 2 }), {
      start: { line: 0, character: 12 },
      end: { line: 0, character: 14 },
    });
  });

  it("hides a leading byte-order mark from the engine, and counts it for the client", () => {
    const converter = converterOf("\uFEFFkept\nXX");
    assert.equal(converter.text, "kept\nXX");
    assert.deepEqual(converter.toPosition(0), { line: 0, character: 1 });
    assert.deepEqual(converter.toPosition(4), { line: 0, character: 5 });
    assert.deepEqual(converter.toPosition(5), { line: 1, character: 0 });
    assert.equal(converter.toOffset({ line: 0, character: 0 }), 0);
    assert.equal(converter.toOffset({ line: 0, character: 1 }), 0);
    assert.equal(converter.toOffset({ line: 1, character: 1 }), 6);
  });

  it("clamps what lies outside", () => {
    const converter = converterOf("one\r\ntwo");
    assert.equal(converter.toOffset({ line: 0, character: 99 }), 3);
    assert.equal(converter.toOffset({ line: 99, character: 0 }), 8);
    assert.equal(converter.toOffset({ line: -1, character: -1 }), 0);
    assert.deepEqual(converter.toPosition(99), { line: 1, character: 3 });
    assert.deepEqual(converter.toPosition(-1), { line: 0, character: 0 });
  });
});

const finding: Finding = {
  ruleId: "some-rule",
  messageId: "some-message",
  disclosure: undefined,
  scope: "span",
  severity: "information",
  message: "The text says something",
  span: { start: 4, end: 7 },
  related: [{ message: "And here", span: { start: 0, end: 3 } }],
  configPlace: undefined,
  references: [],
  fix: { title: "Fix it", edits: [{ span: { start: 4, end: 4 }, newText: "$5 " }] },
  suggestions: [{ title: "Say it", edits: [{ span: { start: 7, end: 7 }, newText: "${1:[x]}" }], isSnippet: true }],
  fingerprint: "0123",
  state: "new",
};
const support = (capabilities: typeof editorCapabilities) =>
  readClientSupport({ processId: null, rootUri: null, capabilities });

describe("toDiagnostic", () => {
  it("carries place, rule, page, related places and changes", () => {
    const converter = converterOf("one\ntwo");
    assert.deepEqual(
      toDiagnostic(finding, converter, support(editorCapabilities), { page: "https://example.org/some-rule.md" }),
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
        severity: 3,
        code: "some-rule",
        codeDescription: { href: "https://example.org/some-rule.md" },
        source: "clauselint",
        message: "The text says something",
        relatedInformation: [
          {
            location: {
              uri: "file:///policy.md",
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
            },
            message: "And here",
          },
        ],
        data: {
          version: 1,
          ruleId: "some-rule",
          messageId: "some-message",
          fingerprint: "0123",
          scope: "span",
          changes: [
            {
              title: "Fix it",
              isSnippet: false,
              edits: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: "$5 " }],
            },
            {
              title: "Say it",
              isSnippet: true,
              edits: [
                { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, newText: "${1:[x]}" },
              ],
            },
          ],
        },
      },
    );
  });

  it("leaves out what the client does not know, and the page of a message that has none", () => {
    const plain = toDiagnostic(finding, converterOf("one\ntwo"), support(plainCapabilities), {
      page: "https://example.org/",
    });
    assert.deepEqual(Object.keys(plain).sort(), ["code", "data", "message", "range", "severity", "source"]);
    const pageless = toDiagnostic(finding, converterOf("one\ntwo"), support(editorCapabilities), { page: undefined });
    assert.equal(pageless.codeDescription, undefined);
  });

  it("maps every severity", () => {
    const mapped = (["error", "warning", "information", "hint"] as const).map(
      (severity) =>
        toDiagnostic({ ...finding, severity }, converterOf("one\ntwo"), support({}), { page: undefined }).severity,
    );
    assert.deepEqual(mapped, [1, 2, 3, 4]);
  });

  it("writes data that comes back whole from a client, and is refused when it is something else", () => {
    const { data } = toDiagnostic(finding, converterOf("one\ntwo"), support(editorCapabilities), { page: undefined });
    assert.deepEqual(readDiagnosticData(JSON.parse(JSON.stringify(data))), data);
    for (const other of [
      undefined,
      null,
      7,
      {},
      { ...data, changes: [{}] },
      { ...data, version: "1" },
      { ...data, ruleId: 1 },
    ]) {
      assert.equal(readDiagnosticData(other), undefined);
    }
  });
});

describe("touches", () => {
  const range = (start: number, end: number) => ({
    start: { line: 1, character: start },
    end: { line: 1, character: end },
  });
  it("holds for ranges that share a character or meet", () => {
    assert.ok(touches(range(2, 4), range(3, 9)));
    assert.ok(touches(range(2, 4), range(4, 4)));
    assert.ok(touches(range(4, 4), range(2, 4)));
    assert.ok(!touches(range(2, 4), range(5, 6)));
    assert.ok(!touches({ start: { line: 0, character: 0 }, end: { line: 0, character: 9 } }, range(2, 4)));
  });
});
