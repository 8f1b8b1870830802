// Finds the Chromium that shows VS Code, or installs Debian's where that is possible without asking.
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { temporaryFolder } from "./clean-up.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** What Playwright's `launch` needs to start the browser of this machine, which leaves nothing behind. */
export function launchOptions() {
  const scratch = temporaryFolder("browser");
  const env = { ...process.env, TMPDIR: scratch, XDG_CONFIG_HOME: scratch, XDG_CACHE_HOME: scratch };
  return { ...prepareBrowser(), headless: true, args: browserArguments(), env };
}

/** Where the browser is; throws what to install where there is none. */
export function prepareBrowser() {
  const { CLAUSELINT_TEST_BROWSER: chosen } = process.env;
  if (chosen) {
    if (isProgram(chosen)) return { executablePath: chosen };
    throw new Error(`CLAUSELINT_TEST_BROWSER names ${chosen}, which is no program.`);
  }
  // Playwright itself knows where Chrome lives on the other two, and says so where it is absent.
  if (process.platform !== "linux") return { channel: "chrome" };
  const executablePath = onPath() ?? (installFromDebian() ? onPath() : undefined);
  if (executablePath !== undefined) return { executablePath };
  throw new Error(
    "The tests in the editor need Chromium. Install it (on Debian: apt-get install chromium), " +
      "or name the program of another Chromium in the variable CLAUSELINT_TEST_BROWSER.",
  );
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Only as root on Debian itself: elsewhere the package differs, and nobody wants to be asked for a password. */
function installFromDebian() {
  if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(osRelease())) return false;
  console.log("Installing Debian's chromium with apt-get, once, about 400 MB on disk.");
  const options = ["-o", "DPkg::Lock::Timeout=120", "-q", "-y"];
  const aptGet = (...args) =>
    spawnSync("apt-get", [...options, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      // Its many lines are of interest only when something goes wrong, and then those of stderr are enough.
      stdio: ["ignore", "ignore", "inherit"],
    }).status === 0;
  // A list that cannot be renewed may be new enough.
  aptGet("update");
  return aptGet("install", "--no-install-recommends", "chromium");
}

function osRelease() {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}

function browserArguments() {
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const still = ["--disable-component-update", "--disable-sync"];
  // Chromium's sandbox does not start as root.
  return [...quiet, ...still, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
}
