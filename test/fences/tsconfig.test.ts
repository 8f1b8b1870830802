import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = process.cwd();
const out = join(root, "out");

/** Type-checks `source` as a file outside the room, under the room's tsconfig and the given options; what tsc prints. */
function typeCheck(tsconfig: string, source: readonly string[], compilerOptions: Record<string, string>): string {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, "fence-"));
  try {
    writeFileSync(join(folder, "violation.ts"), source.join("\n"));
    const config = { extends: join(root, tsconfig), include: ["*.ts"], exclude: [], compilerOptions };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    return spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder, encoding: "utf8" })
      .stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The number of the first error by line (1-based). */
function errorsUnder(tsconfig: string, source: readonly string[]): Map<number, string> {
  const errors = new Map<number, string>();
  const printed = typeCheck(tsconfig, source, { rootDir: root });
  for (const [, line, code] of printed.matchAll(/violation\.ts\((\d+),\d+\): error (TS\d+)/g)) {
    if (!errors.has(Number(line))) errors.set(Number(line), String(code));
  }
  return errors;
}

const source = [
  "console.log(1);",
  "export const a = process.argv;",
  "export const b = document.title;",
  'import { readFileSync } from "node:fs";',
  "export const c = [readFileSync, Array.from(new Set([1])).toSorted()];",
  "setTimeout(() => {}, 1);",
  "export const d = postMessage;",
];
const unknownName = /^TS(2304|2580|2584|2591)$/;
const unknownModule = /^TS(2307|2591)$/;

for (const room of ["engine", "rules", "project", "server"]) {
  test(`the types of ${room}/ know neither Node nor the browser`, () => {
    const errors = errorsUnder(`${room}/tsconfig.json`, source);
    assert.deepEqual([...errors.keys()], [1, 2, 3, 4, 6, 7]);
    for (const line of [1, 2, 3, 6, 7]) assert.match(errors.get(line) ?? "", unknownName, source[line - 1]);
    assert.match(errors.get(4) ?? "", unknownModule);
  });
}

test("the types of the worker's entry know the worker but neither Node nor the page", () => {
  const errors = errorsUnder("server/tsconfig.worker.json", source);
  assert.deepEqual([...errors.keys()], [2, 3, 4]);
});

test("the types of the client know no Node outside its Node entry", () => {
  assert.deepEqual([...errorsUnder("client/tsconfig.json", source).keys()], [1, 2, 3, 4, 6, 7]);
  assert.deepEqual([...errorsUnder("client/tsconfig.web.json", source).keys()], [2, 3, 4]);
  assert.deepEqual([...errorsUnder("client/tsconfig.node.json", source).keys()], [3, 7]);
});

test("the types of the command line know Node but no page", () => {
  assert.deepEqual([...errorsUnder("cli/tsconfig.json", source).keys()], [3, 7]);
});

test("a file outside the engine is no source of the engine", () => {
  assert.match(typeCheck("engine/tsconfig.json", ["export const x = 1;"], {}), /error TS6059/);
  assert.equal(typeCheck("rules/tsconfig.json", ["export const x = 1;"], {}), "");
});
