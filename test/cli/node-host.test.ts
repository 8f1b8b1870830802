import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { selectFiles } from "../../cli/files";
import type { Host } from "../../cli/host";
import { createNodeHost } from "../../cli/node-host";

let folder = "";
let host: Host;

before(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "clauselint-"))).replaceAll("\\", "/");
  for (const path of [
    "b.md",
    "a/privacy.md",
    "a/B.txt",
    "a/c/d.markdown",
    "a/x.html",
    "node_modules/m/e.md",
    "terms[1].md",
  ]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "# Privacy Policy\n");
  }
  host = createNodeHost();
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function select(...args: string[]) {
  const { sources, unmatched } = await selectFiles(
    host,
    args.map((arg) => `${folder}/${arg}`),
    async () => true,
  );
  assert.deepEqual(unmatched, []);
  return sources.map(({ path }) => path?.slice(folder.length + 1));
}

test("a folder gives its text files, in the order of their paths", async () => {
  assert.deepEqual(await select("a"), ["a/B.txt", "a/c/d.markdown", "a/privacy.md", "a/x.html"]);
  assert.deepEqual(await select("."), ["a/B.txt", "a/c/d.markdown", "a/privacy.md", "a/x.html", "b.md", "terms[1].md"]);
});

test("a glob gives what it matches, in the order of their paths", async () => {
  assert.deepEqual(await select("**/*.md"), ["a/privacy.md", "b.md", "terms[1].md"]);
  assert.deepEqual(await select("a/{privacy,x}.*"), ["a/privacy.md", "a/x.html"]);
});

test("a file whose name looks like a pattern is that file", async () => {
  assert.deepEqual(await select("terms[1].md"), ["terms[1].md"]);
});

test("links to files are followed, links to folders are not, so that there is no circle", async () => {
  symlinkSync(join(folder, "b.md"), join(folder, "a", "c", "link.md"));
  symlinkSync(folder, join(folder, "a", "c", "circle"), "junction");
  symlinkSync(join(folder, "gone.md"), join(folder, "a", "c", "broken.md"));
  assert.deepEqual(await select("a/c"), ["a/c/d.markdown", "a/c/link.md"]);
});

test("today is a day of the local calendar", () => {
  const now = new Date();
  assert.equal(host.today().slice(0, 4), String(now.getFullYear()));
  assert.match(host.today(), /^\d{4}-\d\d-\d\d$/);
});
