import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentKey } from "../../server/document-key";

describe("documentKey", () => {
  const cases: readonly [name: string, uri: string, folders: readonly string[], expected: string][] = [
    ["is the path below the folder", "file:///work/policies/a.md", ["file:///work"], "policies/a.md"],
    ["takes the innermost folder", "file:///work/inner/a.md", ["file:///work", "file:///work/inner"], "a.md"],
    [
      "does not take a folder whose name only begins alike",
      "file:///workshop/a.md",
      ["file:///work"],
      "/workshop/a.md",
    ],
    ["is the whole path elsewhere", "file:///home/a.md", [], "/home/a.md"],
    ["minds no closing slash", "file:///work/a.md", ["file:///work/"], "a.md"],
    ["decodes what clients escape", "file:///c%3A/my%20work/caf%C3%A9.md", ["file:///c:/my work"], "café.md"],
    ["minds no case of a drive's letter", "file:///C:/work/a.md", ["file:///c%3A/work"], "a.md"],
    ["writes a drive as the command line does", "file:///c%3A/work/a.md", [], "c:/work/a.md"],
    ["takes an address with a stray per cent sign as it is", "file:///work/100%.md", ["file:///work"], "100%.md"],
    ["knows folders that are no files", "vscode-vfs://github/o/n/a.md", ["vscode-vfs://github/o/n"], "a.md"],
    ["is empty for a draft", "untitled:Untitled-1", ["file:///work"], ""],
  ];
  for (const [name, uri, folders, expected] of cases) {
    it(name, () => assert.equal(documentKey(uri, folders), expected));
  }
});
