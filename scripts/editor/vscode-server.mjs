// Starts VS Code as a server, and shows it in a browser.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launchOptions } from "./browser.mjs";
import { endProcessGroup, onEnd, temporaryFolder } from "./clean-up.mjs";
import { nodePackage, prepareTools } from "./prepare.mjs";

/** What keeps a VS Code under test quiet: nothing is fetched or saved by itself, and nothing covers what a test looks at. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/**
 * A server with a profile of its own, gone at the end. `vsix` is installed before it starts;
 * only with `runsTests` does it obey a page that tells it to run a test suite.
 * `ended` rejects when the server ends by itself.
 */
export async function startServer({ vsix, runsTests = false }) {
  const { node, server } = prepareTools(["node", "server"]);
  const program = join(node, nodePackage, "bin", process.platform === "win32" ? "node.exe" : "node");
  const main = join(server, "code-server", "lib", "vscode", "out", "server-main.js");
  const data = temporaryFolder("server");
  mkdirSync(join(data, "data", "User"), { recursive: true });
  writeFileSync(join(data, "data", "User", "settings.json"), JSON.stringify(quietSettings));
  // Whatever the server leaves behind, it leaves there; and it asks no gallery for extensions.
  const env = { ...process.env, HOME: data, TMPDIR: data, XDG_RUNTIME_DIR: data, EXTENSIONS_GALLERY: "{}" };
  const options = ["--server-data-dir", data, "--accept-server-license-terms", "--disable-telemetry"];
  if (vsix !== undefined) {
    const { status, stdout, stderr } = spawnSync(program, [main, ...options, "--install-extension", vsix], {
      encoding: "utf8",
      env,
    });
    if (status !== 0) throw new Error(`VS Code does not install ${vsix}:\n${stdout}${stderr}`);
  }
  const child = spawn(
    program,
    [
      main,
      ...options,
      ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
      ...["--disable-experiments", "--disable-workspace-trust"],
      ...(runsTests ? ["--enable-smoke-test-driver"] : []),
    ],
    { detached: true, stdio: ["ignore", "pipe", "pipe"], env },
  );
  onEnd(() => endProcessGroup(child));
  let output = "";
  const ended = new Promise((_, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`The VS Code server ended with code ${code}:\n${output}`)));
  });
  const listening = new Promise((resolve) => {
    const read = (chunk) => {
      output = (output + chunk).slice(-10_000);
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(port);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  ended.catch(() => {});
  const address = `127.0.0.1:${await Promise.race([listening, ended])}`;
  return { address, ended };
}

/** An empty page in a browser of its own, which reaches `address` and nothing else. */
export async function openPage(address) {
  const { driver } = prepareTools(["driver"]);
  const { chromium } = createRequire(join(driver, "playwright", "package.json"))("playwright");
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route(
    ({ host, protocol }) => /^(?:https?|wss?):$/.test(protocol) && host !== address,
    (route) => route.abort(),
  );
  return page;
}
