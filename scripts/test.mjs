// Bundles the tests of the named rooms (all where none is named) and runs them with Node's test runner.
// Usage: node scripts/test.mjs [room or path part … | !path part to leave out …]
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildOptions, root } from "../esbuild.mjs";

const filters = process.argv.slice(2).filter((filter) => !filter.startsWith("!"));
const leftOut = process.argv.slice(2).flatMap((filter) => (filter.startsWith("!") ? [filter.slice(1)] : []));
const testFolder = join(root, "test");
const files = readdirSync(testFolder, { recursive: true })
  .map((name) => join("test", String(name)).replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".test.ts") && !name.startsWith("test/editor/"))
  .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
  .filter((name) => !leftOut.some((filter) => name.includes(filter)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches ${filters.join(", ")}.`);
  process.exit(2);
}
const out = join(root, "out", "test", `run-${process.pid}`);
mkdirSync(out, { recursive: true });
// One process for each room, not for each file: starting one and compiling the catalogue takes longer than most files.
const rooms = new Map();
for (const file of files) {
  const [, room] = file.split("/");
  const name = room.endsWith(".ts") ? "top" : room;
  rooms.set(name, [...(rooms.get(name) ?? []), file]);
}
const entryPoints = [...rooms].map(([room, names]) => {
  const entry = join(out, `${room}.ts`);
  writeFileSync(entry, names.map((name) => `import ${JSON.stringify(join(root, name))};\n`).join(""));
  return entry;
});
await build({
  ...buildOptions,
  entryPoints,
  outdir: out,
  outExtension: { ".js": ".cjs" },
  packages: "external",
});
const compiled = entryPoints.map((entry) => entry.replace(/\.ts$/, ".cjs"));
const result = spawnSync(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=spec", ...compiled], {
  cwd: root,
  stdio: "inherit",
});
rmSync(out, { recursive: true, force: true });
process.exit(result.status ?? 1);
