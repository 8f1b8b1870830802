import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileGlob, globOf } from "../../project/globs";
import { relativePath, resolvePath } from "../../project/paths";

describe("relativePath", () => {
  const cases: readonly [folder: string, path: string, expected: string][] = [
    ["/work", "/work/policies/a.md", "policies/a.md"],
    ["/work/policies", "/work/a.md", "../a.md"],
    ["/work/policies/eu", "/work/legal/a.md", "../../legal/a.md"],
    ["/", "/a.md", "a.md"],
    ["file:///work", "file:///work/a b.md", "a b.md"],
    ["vscode-vfs://github/o/n/docs", "vscode-vfs://github/o/n/a.md", "../a.md"],
    ["c:/work", "d:/a.md", "d:/a.md"],
  ];
  for (const [folder, path, expected] of cases) {
    it(`is ${expected} from ${folder}`, () => {
      assert.equal(relativePath(folder, path), expected);
      assert.equal(resolvePath(folder, expected), path);
    });
  }
});

describe("globOf", () => {
  for (const path of ["policies/a.md", "terms[1].md", "!new.md", "{a,b}.md", "what?.md", "**.md"]) {
    it(`matches ${path} and nothing else`, () => {
      const glob = compileGlob(globOf(path));
      assert.ok("matches" in glob);
      assert.equal(glob.matches(path), true);
      for (const other of ["policies/b.md", "terms1.md", "new.md", "a.md", "whats.md", "x.md"]) {
        assert.equal(glob.matches(other), false, other);
      }
    });
  }
});
