// What has to be undone however the program ends: the last registered first.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tasks = new Set();

/** `undo` is synchronous, since it also runs while the process exits; the returned function runs it early. */
export function onEnd(undo) {
  const task = () => {
    if (tasks.delete(task)) undo();
  };
  tasks.add(task);
  return task;
}

/** A new temporary folder that is gone at the end. */
export function temporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `clauselint-${name}-`)));
  onEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Ends a process that was started with `detached: true`, and all that it started itself. */
export function endProcessGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // It is what was wanted if the group is gone already.
    if (error.code !== "ESRCH") throw error;
  }
}

process.on("exit", () => {
  for (const task of [...tasks].reverse()) {
    try {
      task();
    } catch (error) {
      console.error(String(error));
    }
  }
});
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
])
  process.on(signal, () => process.exit(128 + number));
