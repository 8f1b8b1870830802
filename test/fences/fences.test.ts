import assert from "node:assert/strict";
import { test } from "node:test";
import { buildForBrowser } from "../../scripts/browser-build";
import { checkSources } from "../../scripts/fences";

const ids = new Set(["retention", "children-age"]);

/** What the fences say about one file, as "fence message". */
function check(path: string, text: string): string[] {
  return checkSources(new Map([[path, text]]), ids).map(({ fence, message }) => `${fence} ${message}`);
}

test("a file that keeps to the arrows crosses no fence", () => {
  const allowed: [string, string][] = [
    ["engine/linter.ts", 'import { a } from "./rule";\nimport type { B } from "../engine/span";'],
    ["engine/document/parse.ts", 'import MarkdownIt from "markdown-it";'],
    ["rules/empty-value.ts", 'import type { Rule } from "../engine/rule";'],
    ["project/resolve.ts", 'import { defaultConfig } from "../engine/config";\nimport { parse } from "yaml";'],
    ["server/server.ts", 'import source from "clauselint:catalogue";\nimport { rules } from "../rules/index";'],
    ["server/main-node.ts", 'import { createConnection } from "vscode-languageserver/node";\nimport "node:fs";'],
    ["server/main-worker.ts", 'import { createConnection } from "vscode-languageserver/browser";'],
    ["cli/main.ts", 'import { glob } from "tinyglobby";\nimport { readFile } from "node:fs/promises";'],
    ["client/extension.ts", 'import * as vscode from "vscode";\nimport { ready } from "../server/protocol";'],
    ["client/main-web.ts", 'import { LanguageClient } from "vscode-languageclient/browser";'],
    ["server/protocol.ts", 'import type { DocumentKind } from "../engine/config";'],
  ];
  for (const [path, text] of allowed) assert.deepEqual(check(path, text), [], path);
});

test("each arrow that is not drawn is a violation, whatever the form of the import", () => {
  const forbidden: [string, string, string][] = [
    ["engine/a.ts", 'import { x } from "../rules/index";', "arrows engine/ may not import rules/index"],
    ["engine/a.ts", 'import type { X } from "../server/protocol";', "arrows engine/ may not import server/protocol"],
    ["engine/a/b.ts", 'export * from "../../project/files";', "arrows engine/ may not import project/files"],
    ["engine/a.ts", 'import source from "clauselint:catalogue";', "arrows engine/ may not import catalogue/"],
    ["rules/a.ts", 'import source from "clauselint:catalogue";', "arrows rules/ may not import catalogue/"],
    ["rules/a.ts", 'const x = await import("../project/files");', "arrows rules/ may not import project/files"],
    ["project/a.ts", 'import "../rules/index";', "arrows project/ may not import rules/index"],
    ["project/a.ts", 'type X = import("../cli/options").X;', "arrows project/ may not import cli/options"],
    ["server/a.ts", 'import { run } from "../cli/main";', "arrows server/ may not import cli/main"],
    ["cli/a.ts", 'import { run } from "../server/server";', "arrows cli/ may not import server/server"],
    ["client/a.ts", 'import type { F } from "../engine/finding";', "arrows client/ may not import engine/finding"],
    ["client/a.ts", 'import { s } from "../server/server";', "arrows client/ may not import server/server"],
    [
      "server/protocol.ts",
      'import { severities } from "../engine/finding";',
      "arrows server/protocol.ts is part of the client: it may import engine/ as types only",
    ],
    ["engine/a.ts", 'import x from "../test/fixtures";', "arrows engine/ may not import test/fixtures"],
  ];
  for (const [path, text, expected] of forbidden) assert.deepEqual(check(path, text), [expected], text);
});

test("each package in the wrong room is a violation", () => {
  const forbidden: [string, string][] = [
    ["engine/a.ts", "node:fs"],
    ["engine/a.ts", "vscode"],
    ["engine/a.ts", "vscode-languageserver-types"],
    ["rules/a.ts", "markdown-it"],
    ["project/a.ts", "node:path"],
    ["project/a.ts", "tinyglobby"],
    ["server/server.ts", "node:url"],
    ["server/server.ts", "vscode-languageserver/node"],
    ["server/main-worker.ts", "vscode-languageserver/node"],
    ["server/main-worker.ts", "node:worker_threads"],
    ["cli/main.ts", "vscode-languageserver"],
    ["client/commands.ts", "vscode-languageclient/node"],
    ["client/main-web.ts", "node:path"],
  ];
  for (const [path, specifier] of forbidden) {
    const expected = [`packages ${path} may not import ${specifier}`];
    assert.deepEqual(check(path, `import * as x from "${specifier}";`), expected);
  }
  assert.deepEqual(check("engine/a.ts", 'const fs = require("node:fs");'), [
    "packages engine/a.ts may not import node:fs",
    "purity require",
  ]);
});

test("clock, randomness, locale, console and process are banned in the pure rooms only", () => {
  const banned: [string, string][] = [
    ["const t = Date.now();", "Date.now"],
    ["const t = new Date();", "Date without an argument"],
    ["const t = new Date;", "Date without an argument"],
    ["const t = Date();", "Date without an argument"],
    ["const n = Math.random();", "Math.random"],
    ["const s = n.toLocaleString();", ".toLocaleString"],
    ["const s = n?.toLocaleUpperCase();", ".toLocaleUpperCase"],
    ["list.sort((a, b) => a.localeCompare(b));", ".localeCompare"],
    ["const c = new Intl.Collator();", "Intl"],
    ["console.error(1);", "console"],
    ["const p = process.cwd();", "process"],
    ["const g = globalThis;", "globalThis"],
    ["const now = performance.now();", "performance"],
    ["setTimeout(run, 1);", "setTimeout"],
    ["const s = `${`${Date.now()}`}`;", "Date.now"],
  ];
  for (const [text, expected] of banned) {
    for (const room of ["engine", "rules", "project"]) {
      assert.deepEqual(check(`${room}/a.ts`, text), [`purity ${expected}`], text);
    }
    assert.deepEqual(check("cli/a.ts", text), [], text);
  }
});

test("the words of comments, strings and regular expressions are no code", () => {
  const text = [
    "// console.log(Date.now()) and import x from '../rules/index'",
    "/* process.exit(); new Date() */",
    'const a = "console.log"; const b = `Math.random()`;',
    "const c = /['\"`]process[/]/.test(a) ? 1 / 2 : new Date(0);",
    "const d = { process: 1, console: 2 }.process;",
    'const e = Date.UTC(2026, 1) + Date.parse("2026-01-01");',
  ].join("\n");
  assert.deepEqual(check("engine/a.ts", text), []);
});

test("a disclosure's id is no literal in the engine or the rules", () => {
  assert.deepEqual(check("engine/a.ts", 'if (id === "retention") run();'), ['no-disclosure-ids "retention"']);
  assert.deepEqual(check("rules/a.ts", "const x = `children-age`;"), ['no-disclosure-ids "children-age"']);
  assert.deepEqual(check("rules/a.ts", "const x = 'missing-retention';"), ['no-disclosure-ids "missing-retention"']);
  assert.deepEqual(check("rules/a.ts", 'const x = "the retention of data";'), []);
  assert.deepEqual(check("cli/a.ts", 'const x = "retention";'), []);
});

test("positions are converted in one file of the server", () => {
  const text = "const p = document.positionAt(3);";
  assert.deepEqual(check("server/features/hover.ts", text), ["positions positionAt outside server/convert.ts"]);
  assert.deepEqual(check("server/convert.ts", text), []);
});

test("a violation names its line", () => {
  const text = 'import { x } from "./x";\n\nconst a = `one\ntwo`;\nconst t = Date.now();\n';
  assert.deepEqual(checkSources(new Map([["engine/a.ts", text]]), ids), [
    { fence: "purity", path: "engine/a.ts", line: 5, message: "Date.now" },
  ]);
});

test("a bundle for the browser takes no module of Node", async () => {
  const bad = { contents: 'export { readFileSync } from "node:fs";', resolveDir: process.cwd(), loader: "ts" as const };
  const [problem] = await buildForBrowser({ stdin: bad });
  assert.match(problem ?? "", /Could not resolve "node:fs"/);
  const good = { contents: 'export { severities } from "./engine/finding";', resolveDir: process.cwd() };
  assert.deepEqual(await buildForBrowser({ stdin: { ...good, loader: "ts" } }), []);
});
