#!/usr/bin/env node
// Stands in for desktop VS Code where that cannot be had: takes the command line that `@vscode/test-electron` gives
// to `code`, runs the tests in the Node extension host of a VS Code server, and exits with their result.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createLog, endWithParent, patience } from "./host.mjs";
import { openPage, startServer } from "./vscode-server.mjs";

const screenshots = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "out", "screenshots");
const text = { type: "string" };
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: text, extensionTestsPath: text, "extensions-dir": text, "user-data-dir": text },
});
const log = createLog(console.log);

endWithParent();
try {
  process.exit(await runTests());
} catch (error) {
  log.explain(error);
  process.exit(1);
}

async function runTests() {
  const server = await startServer({ runsTests: true });
  const page = await openPage(server.address);
  await page.exposeFunction("codeAutomationLog", (_level, args) => log.hear(args));
  const result = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  const remote = (path) => `vscode-remote://${server.address}${path}`;
  const payload = JSON.stringify([
    ["extensionDevelopmentPath", remote(values.extensionDevelopmentPath)],
    ["extensionTestsPath", remote(values.extensionTestsPath)],
    ["enableProposedApi", ""],
    ["skipWelcome", "true"],
  ]);
  await page.goto(`http://${server.address}/?${new URLSearchParams({ folder: positionals[0], payload })}`);
  try {
    const code = await Promise.race([result, server.ended, patience()]);
    if (code === 0) return 0;
    throw new Error(`The tests ended with ${code}; out/screenshots/node-host-failed.png shows the window.`);
  } catch (error) {
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, "node-host-failed.png") });
    throw error;
  }
}
