import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";

const root = process.cwd();
const handWritten = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const pages = [
  ...handWritten,
  ...readdirSync(join(root, "docs"), { recursive: true })
    .map((name) => `docs/${String(name).replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".md")),
];
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
};

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The text without fenced code, where links are only examples. */
function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, "");
}

test("every link between the pages leads somewhere", () => {
  for (const page of pages) {
    for (const [, target] of withoutCode(read(page)).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)) {
      const path = posix.join(posix.dirname(page), String(target));
      assert.ok(existsSync(join(root, path)), `${page} links to ${path}`);
    }
  }
});

test("every file and folder that a page names exists", () => {
  const rooms = "catalogue|engine|rules|project|server|cli|client|syntaxes|schemas|scripts|test|docs|examples";
  const named = new RegExp(`\`((?:${rooms})/[\\w./-]*)\``, "g");
  for (const page of handWritten.filter((name) => name !== "CHANGELOG.md")) {
    for (const [, path] of read(page).matchAll(named)) {
      // Tests are named from the folder of tests on.
      const isTest = /\.test\.ts$/.test(String(path)) && !String(path).startsWith("test/");
      assert.ok(existsSync(join(root, isTest ? "test" : "", String(path))), `${page}: ${path}`);
    }
  }
});

test("every check that ARCHITECTURE.md names as a test exists", () => {
  const invariants = read("ARCHITECTURE.md").split("## Invariants")[1]?.split("\n## ")[0] ?? "";
  const tests = [...invariants.matchAll(/`([\w-]+\/[\w-]+\.test\.ts)`/g)].map(([, path]) => String(path));
  assert.ok(tests.length >= 10);
  for (const path of tests) assert.ok(existsSync(join(root, "test", path)), path);
});

test("every script that a page names is in the manifest", () => {
  for (const page of handWritten) {
    for (const [, name] of read(page).matchAll(/npm run ([\w:-]+)/g)) {
      assert.ok(String(name) in manifest.scripts, `${page}: npm run ${name}`);
    }
  }
});

test("every dependency has its reason in ARCHITECTURE.md, and an exact version", () => {
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const rows = [...(read("ARCHITECTURE.md").split("## Dependencies")[1] ?? "").matchAll(/^\| (`[^|]+) \|/gm)]
    .map(([, cell]) => String(cell))
    .flatMap((cell) => {
      const [first = "", ...rest] = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => String(name));
      return [first, ...rest.map((name) => (name.startsWith("-") ? first + name : name))];
    });
  const hasReason = (name: string) => rows.includes(name) || (name.startsWith("@types/") && rows.includes("@types/*"));
  assert.deepEqual(
    Object.keys(dependencies).filter((name) => !hasReason(name)),
    [],
  );
  assert.deepEqual(
    rows.filter((name) => name !== "@types/*" && !(name in dependencies)),
    [],
  );
  for (const [name, version] of Object.entries(dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test("the README's test command is what CI runs", () => {
  const [, command] = /All tests[^`]*```sh\n(.+)\n```/.exec(read("README.md")) ?? [];
  assert.equal(command, "npm ci && npm test");
  assert.equal(read(".ci/run").trim().split("\n").at(-1), command);
});

test("each page of a rule or disclosure is linked from the index", () => {
  const index = read("docs/README.md");
  for (const page of pages.filter((name) => /^docs\/(rules|disclosures)\//.test(name))) {
    assert.ok(index.includes(`](${posix.relative(dirname("docs/README.md"), page)})`), page);
  }
});
