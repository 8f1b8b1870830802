import { posix } from "node:path";
import type { Host } from "../../cli/host";
import { main } from "../../cli/main";
import type { Linter } from "../../engine/linter";
import type { DirectoryEntry, FileSystem } from "../../project/file-system";

export interface World {
  /** `/work` where omitted. */
  readonly workingDirectory?: string;
  /** Path below the working directory, or an absolute one → content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly createLinter?: () => Linter;
  /** What a person at the terminal answers, one after the other; nobody is there without. */
  readonly answers?: readonly string[];
}

export interface Outcome {
  /** What was written to files, by path below the working directory; omitted where nothing was. */
  readonly files?: Readonly<Record<string, string>>;
  readonly code: number;
  /** The questions that were asked; omitted where none was. */
  readonly asked?: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in process, in a world of its own; its today is 1 June 2026. */
export async function run(args: readonly string[], world: World = {}): Promise<Outcome> {
  const output: string[] = [];
  const errors: string[] = [];
  const host = createHost(world, output, errors);
  const code = await (world.createLinter === undefined ? main(args, host) : main(args, host, world.createLinter));
  return {
    code,
    stdout: output.join(""),
    stderr: errors.join(""),
    ...(Object.keys(host.written).length > 0 && { files: host.written }),
    ...(host.asked.length > 0 && { asked: host.asked }),
  };
}

function createHost(
  world: World,
  output: string[],
  errors: string[],
): Host & { readonly written: Readonly<Record<string, string>>; readonly asked: readonly string[] } {
  const written: Record<string, string> = {};
  const asked: string[] = [];
  const answers = [...(world.answers ?? [])];
  const { workingDirectory = "/work" } = world;
  const resolve = (path: string) => posix.resolve(workingDirectory, path);
  const files = new Map(Object.entries(world.files ?? {}).map(([path, content]) => [resolve(path), bytes(content)]));
  return {
    written,
    asked,
    fileSystem: memoryFileSystem(files),
    workingDirectory,
    environment: world.environment ?? {},
    isTerminal: world.isTerminal ?? false,
    columns: world.columns,
    today: () => "2026-06-01",
    resolve,
    // Enough of a glob for what is tested here; the real one has a test of its own.
    async glob(pattern) {
      const [before = "", after = ""] = resolve(pattern).split("*");
      return [...files.keys()].filter((path) => path.startsWith(before) && path.endsWith(after)).reverse();
    },
    readStandardInput: async () => bytes(world.stdin ?? ""),
    async ask(question) {
      asked.push(question);
      return answers.shift();
    },
    async writeFile(path, text) {
      files.set(path, bytes(text));
      written[posix.relative(workingDirectory, path)] = text;
    },
    writeOutput: async (text) => void output.push(text),
    writeError: (text) => void errors.push(text),
  };
}

/** A file system that is a map by absolute path. */
export function memoryFileSystem(files: ReadonlyMap<string, Uint8Array>): FileSystem {
  return {
    async stat(path) {
      const file = files.get(path);
      if (file !== undefined) return { kind: "file", size: file.length };
      return entriesOf(files, path).length > 0 ? { kind: "directory", size: 0 } : undefined;
    },
    async readFile(path) {
      const file = files.get(path);
      if (file === undefined) throw new Error(`ENOENT: ${path}`);
      return file;
    },
    readDirectory: async (path) => entriesOf(files, path),
  };
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content, "utf8") : content;
}

function entriesOf(files: ReadonlyMap<string, Uint8Array>, folder: string): DirectoryEntry[] {
  const entries = new Map<string, DirectoryEntry>();
  const prefix = folder === "/" ? "/" : `${folder}/`;
  for (const path of files.keys()) {
    if (!path.startsWith(prefix)) continue;
    const [name = "", ...below] = path.slice(prefix.length).split("/");
    entries.set(name, { name, kind: below.length > 0 ? "directory" : "file" });
  }
  // Not sorted, as a real directory is not.
  return [...entries.values()].reverse();
}
