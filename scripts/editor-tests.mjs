// Runs the tests inside VS Code: one suite in the Node extension host and in the web one, then the user interface.
// Usage: node scripts/editor-tests.mjs [node] [web] [interface]
// Each part prints its own totals as mocha does.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../esbuild.mjs";
import { prepareBrowser } from "./editor/browser.mjs";
import { temporaryFolder } from "./editor/clean-up.mjs";
import { prepareTools } from "./editor/prepare.mjs";

const serverTools = ["node", "server", "driver"];
const parts = {
  node: {
    title: "the Node extension host",
    tools: nodeHostTools,
    run: runNodeHost,
  },
  web: { title: "the web extension host", tools: () => ["web", "driver"], run: runWebHost },
  interface: { title: "the user interface", tools: () => serverTools, run: runInterface },
};
const suite = join(root, "out", "editor-tests", "suite.js");
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}" of the tests in the editor, only ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
const chosen = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));

try {
  const tools = new Set(chosen.flatMap((name) => parts[name].tools()));
  prepareTools([...tools]);
  if (tools.has("driver")) prepareBrowser();
  rmSync(join(root, "out", "screenshots"), { recursive: true, force: true });
  runNode("esbuild.mjs");
  await buildSuite();
} catch (error) {
  // A number of failures, so that nobody takes tests that did not run for tests that passed.
  console.log(`${error.message}\n\n  1 failing`);
  process.exit(1);
}

const failed = [];
for (const name of chosen) {
  const { title, run } = parts[name];
  console.log(`\nTests in ${title}`);
  try {
    await run();
  } catch (error) {
    console.log(error.message);
    failed.push(title);
  }
}
console.log(failed.length === 0 ? "The tests in the editor passed." : `Failures in ${failed.join(", ")}.`);
process.exit(failed.length === 0 ? 0 : 1);

/**
 * Whether VS Code itself is downloaded for the Node extension host, instead of the server from npm.
 * The server is what Linux gets: it needs no display, and npm is reached where VS Code's own download may not be.
 */
function usesDesktop() {
  const { CLAUSELINT_TEST_VSCODE: choice } = process.env;
  if (choice !== undefined && choice !== "desktop" && choice !== "server")
    throw new Error(`CLAUSELINT_TEST_VSCODE is "${choice}"; it may be "desktop" or "server".`);
  return choice === undefined ? process.platform !== "linux" : choice === "desktop";
}

function nodeHostTools() {
  return usesDesktop() ? [] : serverTools;
}

async function buildSuite() {
  await build({
    absWorkingDir: root,
    entryPoints: [join("test", "editor", "index.ts")],
    outfile: suite,
    bundle: true,
    platform: "browser",
    target: "es2022",
    // mocha's browser build sets `module.exports` to itself, so ours has to come last.
    format: "iife",
    globalName: "suite",
    footer: { js: "module.exports = suite;" },
    external: ["vscode"],
    define: { global: "globalThis" },
    sourcemap: "inline",
  });
}

async function runNodeHost() {
  const { runTests } = createRequire(import.meta.url)("@vscode/test-electron");
  const profile = temporaryFolder("profile");
  await runTests({
    ...(usesDesktop() ? {} : { vscodeExecutablePath: join(root, "scripts", "editor", "code.mjs") }),
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [
      copyOfWorkspace(),
      `--user-data-dir=${join(profile, "data")}`,
      `--extensions-dir=${join(profile, "extensions")}`,
    ],
  });
}

async function runWebHost() {
  await runProgram(join("scripts", "editor", "web-host.mjs"), root, suite, copyOfWorkspace());
}

async function runInterface() {
  const vsix = join(temporaryFolder("package"), "clauselint.vsix");
  runNode(join("node_modules", "@vscode", "vsce", "vsce"), "package", "--no-dependencies", "--out", vsix);
  await runProgram(join("test", "editor", "interface.mjs"), vsix);
}

/** The tests change and save files. */
function copyOfWorkspace() {
  const folder = temporaryFolder("workspace");
  cpSync(join(root, "test", "editor", "workspace"), folder, { recursive: true });
  return folder;
}

function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`${args[0]} failed.`);
}

/** The program sees its standard input close when this one ends, however that happens. */
function runProgram(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with code ${code}.`))));
  });
}
