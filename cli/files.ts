import { pathBelow } from "../project/document-path";
import { isFoundInFolders } from "../project/format";
import type { Host } from "./host";

/** One thing to read. */
export interface Source {
  /** Absolute; `undefined` for standard input. */
  readonly path: string | undefined;
}

/** Whether a file that was found in a folder, and not named, is to be read. */
export type IsWanted = (path: string) => Promise<boolean>;

/** An argument that leads to nothing. */
export interface Unmatched {
  readonly argument: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Selection {
  /** In the order of the arguments; within one argument by path. Each file once. */
  readonly sources: readonly Source[];
  readonly unmatched: readonly Unmatched[];
}

/** Folders in which nobody's own policies lie. */
const ignoredFolders: readonly string[] = ["node_modules", ".git"];

/** The files that the arguments name: files, folders and globs, and "-" for standard input. */
export async function selectFiles(host: Host, args: readonly string[], isWanted: IsWanted): Promise<Selection> {
  const sources = new Map<string, Source>();
  const unmatched: Unmatched[] = [];
  for (const argument of args) {
    if (argument === "-") {
      sources.set("-", { path: undefined });
      continue;
    }
    const found = await match(host, argument, isWanted);
    if ("message" in found) unmatched.push(found);
    else for (const path of found.paths) sources.set(path, { path });
  }
  return { sources: [...sources.values()], unmatched };
}

/** The path that stands in the output: relative to the working directory where the file lies below it. */
export function displayPath(host: Host, path: string): string {
  return pathBelow(path, [host.workingDirectory]) ?? path;
}

async function match(
  host: Host,
  argument: string,
  isWanted: IsWanted,
): Promise<{ paths: readonly string[] } | Unmatched> {
  const path = host.resolve(argument);
  try {
    // A file may be called "terms[1].md": what exists is meant as it is written.
    const info = await host.fileSystem.stat(path);
    if (info?.kind === "file") return { paths: [path] };
    if (info?.kind === "directory") {
      const paths: string[] = [];
      await walk(host, path, paths);
      const wanted: string[] = [];
      for (const each of paths.sort(byCodeUnit)) if (await isWanted(each)) wanted.push(each);
      if (wanted.length > 0) return { paths: wanted };
      return paths.length === 0
        ? unmatchedBecause(argument, "holds no Markdown, HTML or text file", "name another folder")
        : unmatchedBecause(argument, "holds no file that the configuration does not leave out", "name a file");
    }
    if (!/[*?[\]{}!()]/.test(argument)) {
      return unmatchedBecause(argument, "no such file or folder", "check the path");
    }
    const paths = await host.glob(argument, ignoredFolders);
    if (paths.length > 0) return { paths: [...paths].sort(byCodeUnit) };
    return unmatchedBecause(argument, "matches no file", "check the pattern");
  } catch (error) {
    return unmatchedBecause(
      argument,
      `cannot be looked up: ${error instanceof Error ? error.message : String(error)}`,
      "check that you may read it",
    );
  }
}

function unmatchedBecause(argument: string, message: string, remedy: string): Unmatched {
  return { argument, message, remedy };
}

async function walk(host: Host, folder: string, paths: string[]): Promise<void> {
  for (const { name, kind } of await host.fileSystem.readDirectory(folder)) {
    const path = `${folder === "/" ? "" : folder}/${name}`;
    if (kind === "directory" && !ignoredFolders.includes(name)) await walk(host, path, paths);
    if (kind === "file" && isFoundInFolders(name)) paths.push(path);
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
