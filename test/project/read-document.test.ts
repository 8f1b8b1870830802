import assert from "node:assert/strict";
import { test } from "node:test";
import { pathBelow } from "../../project/document-path";
import type { FileSystem } from "../../project/file-system";
import { formatOf, isFoundInFolders } from "../../project/format";
import { localDay } from "../../project/local-day";
import { maxFileSize, readDocument } from "../../project/read-document";

function fileSystem(content: string | Uint8Array, size?: number): FileSystem {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    stat: async () => ({ kind: "file", size: size ?? bytes.length }),
    readFile: async () => bytes,
    readDirectory: async () => [],
  };
}

test("the name decides the format", () => {
  for (const name of ["a.md", "a.MARKDOWN", "/x.y/a.mdown"]) assert.equal(formatOf(name), "markdown", name);
  for (const name of ["a.html", "a.HTM", "a.md.xhtml"]) assert.equal(formatOf(name), "html", name);
  for (const name of ["a.txt", "a.b.Text", "/x.md/PRIVACY", "/.profile"])
    assert.equal(formatOf(name), "plaintext", name);
  for (const name of ["a.htmlx", "a.pdf", "a.md.bak"]) assert.equal(formatOf(name), undefined, name);
});

test("a folder is looked through for files whose extension says that they are text", () => {
  assert.deepEqual(["a.md", "a.txt", "LICENSE", "a.html", "a.css", ".md"].filter(isFoundInFolders), [
    "a.md",
    "a.txt",
    "a.html",
  ]);
});

test("a document is read with its format", async () => {
  assert.deepEqual(await readDocument(fileSystem("\uFEFFHello"), "/a.txt"), { text: "Hello", format: "plaintext" });
});

test("what cannot be read is named with its place and with what to do", async () => {
  const problem = async (path: string, content: string | Uint8Array, size?: number) =>
    (await readDocument(fileSystem(content, size), path)).problem;
  assert.deepEqual(await problem("/a.docx", ""), {
    message: ".docx is no format that can be read",
    remedy: "give its text as Markdown, HTML or plain text (.md, .markdown, .mdown, .html, .htm, .xhtml, .txt, .text)",
  });
  assert.deepEqual(await problem("/a.md", Buffer.from([0x61, 0x0a, 0xff])), {
    message: "is not UTF-8 (byte 2, line 2)",
    remedy: "save it as UTF-8",
  });
  assert.equal((await problem("/a.md", "a\0"))?.message, "is no text: it contains a NUL byte (byte 1, line 1)");
  assert.equal(
    (await problem("/a.md", "", maxFileSize + 1))?.message,
    "has 33554433 bytes, and at most 33554432 are read",
  );
  assert.equal(await problem("/a.md", "", maxFileSize), undefined);
});

test("a file that fails to be read is a problem, not a rejection", async () => {
  const broken: FileSystem = { ...fileSystem(""), readFile: () => Promise.reject(new Error("EIO: i/o error")) };
  assert.equal((await readDocument(broken, "/a.md")).problem?.message, "cannot be read: EIO: i/o error");
});

test("a document is named by its path below the innermost folder", () => {
  assert.equal(pathBelow("/a/b/c.md", ["/a", "/a/b/"]), "c.md");
  assert.equal(pathBelow("/a/bc.md", ["/a/b"]), undefined);
  assert.equal(pathBelow("/a.md", ["/"]), "a.md");
});

test("a day is that of the local calendar", () => {
  assert.equal(localDay(new Date(2026, 0, 2, 0, 0, 1)), "2026-01-02");
  assert.equal(localDay(new Date(2026, 11, 31, 23, 59, 59)), "2026-12-31");
});
