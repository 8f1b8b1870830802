import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { GoldDocument } from "./gold";

/** File → disclosure → status and variant, as the engine and the catalogue of a revision decide. */
export type StatusList = ReadonlyMap<string, ReadonlyMap<string, string>>;

const script = "status-list";
/** More than every decision on a few hundred documents takes up. */
const maxBuffer = 256 * 1024 * 1024;

/**
 * Builds the engine and the catalogue of a revision in a folder of its own and decides the documents with them.
 * Which entries are shipped is taken from the working tree, so that only what a change moved differs.
 * Throws an error whose message says what went wrong.
 */
export function decideWithRevision(root: string, revision: string, documents: readonly GoldDocument[]): StatusList {
  const commit = git(root, "rev-parse", "--verify", "--quiet", `${revision}^{commit}`).toString().trim();
  // Below the project, so that the packages of the project are found from there.
  const folder = join(root, "out", "revisions", `${commit}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("tar", ["-x", "-C", folder], { input: git(root, "archive", "--format=tar", commit), maxBuffer });
    copyFileSync(join(root, "catalogue", "order.json"), join(folder, "catalogue", "order.json"));
    copyFileSync(join(root, "scripts", `${script}.ts`), join(folder, "scripts", `${script}.ts`));
    return decide(folder, documents);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function decide(folder: string, documents: readonly GoldDocument[]): StatusList {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "scripts", "run.mjs"), script], {
    cwd: folder,
    input: JSON.stringify(documents.map(({ file, format, text }) => ({ file, format, text }))),
    maxBuffer,
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`that revision cannot decide the documents:\n${stderr.split("\n").slice(0, 12).join("\n")}`);
  const decided = JSON.parse(stdout) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return new Map(Object.entries(decided).map(([file, statuses]) => [file, new Map(Object.entries(statuses))]));
}

function git(root: string, ...args: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync("git", [...args], { cwd: root, maxBuffer });
  if (status === 0) return stdout;
  throw new Error(`git ${args.join(" ")} failed: ${stderr.toString().trim() || "there is no such revision"}`);
}
