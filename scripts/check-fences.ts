// Holds the arrows between the rooms; see ARCHITECTURE.md. The tsconfig of each room is the other half (npm run types).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { buildForBrowser } from "./browser-build";
import { checkSources, rooms } from "./fences";

/** The source files of every room, by path relative to `root` with "/". */
function readSources(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const room of Object.keys(rooms)) {
    for (const name of readdirSync(join(root, room), { recursive: true }).map(String).sort()) {
      const path = `${room}/${name.replaceAll("\\", "/")}`;
      if (path.endsWith(".ts") && !path.endsWith(".d.ts")) files.set(path, readFileSync(join(root, path), "utf8"));
    }
  }
  return files;
}

/** The plugins of the project's own build, which resolve the catalogue. */
async function buildPlugins(root: string): Promise<Plugin[]> {
  const { buildOptions } = (await import(pathToFileURL(join(root, "esbuild.mjs")).href)) as {
    buildOptions: { plugins: Plugin[] };
  };
  return buildOptions.plugins;
}

async function main(): Promise<void> {
  const root = process.cwd();
  const ids = readdirSync(join(root, "catalogue", "disclosures")).map((name) => name.replace(/\.json$/, ""));
  const sources = readSources(root);
  const problems = checkSources(sources, new Set(ids)).map(
    ({ path, line, fence, message }) => `${path}:${line}: [${fence}] ${message}`,
  );
  for (const entry of ["server/main-worker.ts", "client/main-web.ts"].filter((path) => existsSync(join(root, path)))) {
    const messages = await buildForBrowser({ entryPoints: [join(root, entry)], plugins: await buildPlugins(root) });
    problems.push(...messages.map((message) => `${entry}: [browser] ${message}`));
  }
  for (const problem of problems) console.error(problem);
  console.log(`fences: ${sources.size} files, ${problems.length} violations`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

void main();
