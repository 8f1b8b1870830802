// Bundles one TypeScript script of this folder and runs it in the project's folder.
// Usage: node scripts/run.mjs <script> [argument …]
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildOptions, root } from "../esbuild.mjs";

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  console.error("Usage: node scripts/run.mjs <script> [argument …]");
  process.exit(2);
}
const outfile = join(root, "out", "scripts", `${name}-${process.pid}.cjs`);
await build({
  ...buildOptions,
  entryPoints: [join(root, "scripts", `${name}.ts`)],
  outfile,
  packages: "external",
  sourcemap: "inline",
});
const { status } = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...args], {
  cwd: root,
  stdio: "inherit",
});
rmSync(outfile, { force: true });
process.exitCode = status ?? 1;
