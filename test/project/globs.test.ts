import assert from "node:assert/strict";
import { test } from "node:test";
import { compileGlob, type Glob, matchesAny } from "../../project/globs";

function glob(source: string): Glob {
  const compiled = compileGlob(source);
  assert.ok(!("message" in compiled), source);
  return compiled;
}

const cases: readonly [string, readonly string[], readonly string[]][] = [
  ["*.md", ["a.md", ".md"], ["a/b.md", "a.mdx", "amd"]],
  [
    "policies/**/*.md",
    ["policies/a.md", "policies/x/y/a.md"],
    ["a.md", "policies/a.txt", "policies", "other/policies/a.md"],
  ],
  ["**/*.md", ["a.md", "x/a.md"], ["a.txt"]],
  ["drafts/**", ["drafts/a.md", "drafts/x/a.md"], ["drafts.md", "x/drafts/a.md"]],
  ["**/drafts/**", ["drafts/a.md", "x/drafts/y/a.md"], ["draft/a.md"]],
  ["drafts", ["drafts", "drafts/a.md", "drafts/x/a.md"], ["drafts2/a.md", "x/drafts/a.md"]],
  ["drafts/", ["drafts/a.md"], ["a.md"]],
  ["./legal/cookies.md", ["legal/cookies.md"], ["legal/cookiesxmd"]],
  ["privacy-{de,en}.md", ["privacy-de.md", "privacy-en.md"], ["privacy-fr.md", "privacy-.md"]],
  ["{a,b{1,2}}/*.md", ["a/x.md", "b1/x.md", "b2/x.md"], ["b/x.md", "b3/x.md"]],
  ["v?.md", ["v1.md"], ["v.md", "v12.md", "v/.md"]],
  ["v[0-9].md", ["v1.md"], ["va.md"]],
  ["v[!0-9].md", ["va.md"], ["v1.md", "v/.md"]],
  ["terms\\[1\\].md", ["terms[1].md"], ["terms1.md"]],
  ["a**b", ["ab", "axxb"], ["a/b"]],
  ["**", ["a", "a/b.md"], []],
  ["datenschutz-*.md", ["datenschutz-für-kinder.md"], ["Datenschutz-a.md"]],
];

for (const [source, matching, others] of cases) {
  test(`the pattern ${source}`, () => {
    const { matches } = glob(source);
    for (const path of matching) assert.equal(matches(path), true, path);
    for (const path of others) assert.equal(matches(path), false, path);
  });
}

test("the last pattern that matches decides, and ! takes out", () => {
  const globs = ["legal/**", "!legal/old/**", "legal/old/privacy.md"].map(glob);
  assert.deepEqual(
    ["legal/a.md", "legal/old/a.md", "legal/old/privacy.md", "a.md"].map((path) => matchesAny(globs, path)),
    [true, false, true, false],
  );
});

test("a pattern that cannot be meant is told, with what to write", () => {
  const told = (source: string) => {
    const compiled = compileGlob(source);
    return "message" in compiled ? `${compiled.message}; ${compiled.remedy}` : "nothing";
  };
  assert.equal(told(""), "the pattern is empty; write a path, or leave it out");
  assert.match(told("/etc/*.md"), /begins at the root/);
  assert.match(told("C:/x/*.md"), /begins at the root/);
  assert.match(told("../*.md"), /leads out of the folder/);
  assert.match(told("policies\\a.md"), /backslash .*write "\/"/);
  assert.match(told("a{b"), /a brace does not end/);
  assert.match(told("a[b"), /a bracket does not end/);
  assert.match(told("{{{{{{a}}}}}}"), /braces lie too deep/);
  assert.match(told("a".repeat(2_000)), /has 2000 characters; use at most 1000/);
});

test("no pattern makes matching try the same thing again and again", () => {
  const { matches } = glob(`${"*a".repeat(200)}b`);
  assert.equal(matches(`${"a".repeat(2_000)}c`), false);
  assert.equal(glob(`${"{a,aa}".repeat(150)}b`).matches("a".repeat(250)), false);
  assert.equal(glob(`${"**/a/".repeat(150)}b`).matches(`${"a/".repeat(1_000)}c`), false);
});
