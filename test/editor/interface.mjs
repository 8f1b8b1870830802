// One way through the user interface, with the packed extension in a VS Code that has two folders open.
// Usage: node test/editor/interface.mjs <clauselint.vsix>
// Leaves screenshots in `out/screenshots`, and ends with totals as mocha does.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../esbuild.mjs";
import { temporaryFolder } from "../../scripts/editor/clean-up.mjs";
import { endWithParent, patience } from "../../scripts/editor/host.mjs";
import { openPage, startServer } from "../../scripts/editor/vscode-server.mjs";

const [vsix] = process.argv.slice(2);
const screenshots = join(root, "out", "screenshots");
const folder = temporaryFolder("interface");
const policy = join(folder, "swellnote", "policy.md");

endWithParent();
mkdirSync(screenshots, { recursive: true });
cpSync(join(root, "test", "editor", "workspace"), join(folder, "swellnote"), { recursive: true });
cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
const workspace = join(folder, "both.code-workspace");
writeFileSync(workspace, JSON.stringify({ folders: [{ path: "swellnote" }, { path: "examples" }] }));

const server = await startServer({ vsix });
const page = await openPage(server.address);
page.setDefaultTimeout(120_000);
try {
  await Promise.race([findAndFix(), server.ended, patience()]);
  console.log(
    "\n  the user interface\n    ✔ shows what is wrong in two folders, and a quick fix reaches the disk\n\n  1 passing",
  );
  process.exit(0);
} catch (error) {
  await page.screenshot({ path: join(screenshots, "interface-failed.png") });
  console.log(`${error.message}\nout/screenshots/interface-failed.png shows the window.\n\n  1 failing`);
  process.exit(1);
}

async function findAndFix() {
  await page.goto(`http://${server.address}/?${new URLSearchParams({ workspace })}`);
  await openFromExplorer("swellnote", "policy.md");
  await page.locator(".squiggly-error").first().waitFor();
  await page.locator(".squiggly-warning").first().waitFor();
  await page.locator(".statusbar-item", { hasText: "Privacy policy" }).waitFor();
  await screenshot("1-squiggles");

  await page.keyboard.press("Control+Shift+M");
  const missing = problem("The policy does not say how long personal data is kept");
  await missing.waitFor();
  await screenshot("2-problems");

  // A double click on a problem leads to its words.
  await missing.dblclick();
  await page.locator(".monaco-editor.focused").waitFor();
  // As soon as it is there, the editor knows the quick fixes of the words that it has gone to.
  await page.locator(".lightBulbWidget").first().waitFor();
  await page.keyboard.press("Control+.");
  const fix = page.locator(".action-widget .monaco-list-row", {
    hasText: "Add the section “How long we keep your data”",
  });
  await fix.waitFor();
  await screenshot("3-quick-fixes");
  await fix.click();
  await line("We keep [what is kept").waitFor();
  // The first slot is selected, so that typing fills it.
  await page.keyboard.type("your diary");
  await page.keyboard.press("Tab");
  await line("We keep your diary for [period").waitFor();
  await missing.waitFor({ state: "detached" });
  await problem("[period, e.g. 30 days]").waitFor();
  await screenshot("4-fixed");

  await page.keyboard.press("Control+S");
  await page.locator(".tab.active:not(.dirty)").waitFor();
  const saved = readFileSync(policy, "utf8");
  if (!/\n## How long we keep your data\n\nWe keep your diary for \[period.+\n\n## Changes\n/.test(saved))
    throw new Error(`The file on the disk has not got what the quick fix inserted:\n${saved}`);

  await openFromExplorer("examples", "policy-with-holes.md");
  await problem("“[date]” is a slot").waitFor();
  await page.locator(".squiggly-error").first().waitFor();
  await screenshot("5-second-folder");

  await page.locator(".statusbar-item", { hasText: "Privacy policy" }).click();
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Not a policy" }).click();
  await problem("“[date]” is a slot").waitFor({ state: "detached" });
  await screenshot("6-not-a-policy");
}

function problem(text) {
  return page.locator(".markers-panel .monaco-list-row", { hasText: text });
}

/** A line of the editor, which shows spaces as another character. */
function line(text) {
  return page.locator(".view-line", { hasText: new RegExp(text.replace(/[[\]]/g, "\\$&").replaceAll(" ", "\\s")) });
}

/** Folders of a workspace are closed at first, save the first one. */
async function openFromExplorer(folderName, fileName) {
  const rows = page.locator(".explorer-folders-view .monaco-list-row");
  const folderRow = rows.filter({ hasText: new RegExp(`^${folderName}$`) });
  await folderRow.waitFor();
  if ((await folderRow.getAttribute("aria-expanded")) === "false") await folderRow.click();
  await rows.filter({ hasText: new RegExp(`^${fileName}$`) }).dblclick();
  await page.locator(".tab.active", { hasText: fileName }).waitFor();
}

async function screenshot(name) {
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}
