// Type-checks every room by its own tsconfig: what a room may not see is no type there.
// Usage: node scripts/types.mjs [room …]
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "../esbuild.mjs";

const rooms = ["engine", "rules", "project", "server", "cli", "client", "scripts", "test"];
const asked = process.argv.slice(2);
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const projects = rooms
  .filter((name) => asked.length === 0 || asked.includes(name))
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true })
      .map(String)
      .filter((name) => /(^|[\\/])tsconfig(\.\w+)?\.json$/.test(name))
      .sort()
      .map((name) => join(room, name)),
  );
let failed = 0;

/** Checks one project after the other, as long as there is one left. */
async function work() {
  for (let project = projects.shift(); project !== undefined; project = projects.shift()) {
    const { error, stdout, stderr } = await new Promise((resolve) => {
      // What a room's check found is kept for the next one, which looks again only at what has changed.
      const kept = join("out", "type-checks", `${project.replace(/[\\/]/g, "-")}.tsbuildinfo`);
      const check = [tsc, "-p", project, "--incremental", "--tsBuildInfoFile", kept];
      execFile(process.execPath, check, { cwd: root }, (error, stdout, stderr) => resolve({ error, stdout, stderr }));
    });
    if (error === null) continue;
    process.stdout.write(stdout);
    process.stderr.write(`${stderr}types: ${project} failed\n`);
    failed += 1;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(failed === 0 ? "types: every room holds" : `types: ${failed} project(s) failed`);
process.exitCode = failed === 0 ? 0 : 1;
