// Type-checks every room by its own tsconfig: what a room may not see is no type there.
// Usage: node scripts/types.mjs [room …]
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../esbuild.mjs";

const rooms = ["engine", "rules", "project", "server", "cli", "client", "scripts", "test"];
const asked = process.argv.slice(2);
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
let failed = 0;
for (const room of rooms.filter((name) => asked.length === 0 || asked.includes(name))) {
  const projects = readdirSync(join(root, room), { recursive: true })
    .map(String)
    .filter((name) => /(^|[\\/])tsconfig(\.\w+)?\.json$/.test(name))
    .sort();
  for (const name of projects) {
    const project = join(room, name);
    const { status } = spawnSync(process.execPath, [tsc, "-p", project], { cwd: root, stdio: "inherit" });
    if (status !== 0) {
      console.error(`types: ${project} failed`);
      failed += 1;
    }
  }
}
console.log(failed === 0 ? "types: every room holds" : `types: ${failed} project(s) failed`);
process.exitCode = failed === 0 ? 0 : 1;
