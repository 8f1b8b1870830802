import { fstatSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { DirectoryEntry, FileInfo, FileSystem } from "../project/file-system";
import { localDay } from "../project/local-day";
import { type Host, OutputError } from "./host";

/** The process that the command line runs in. */
export function createNodeHost(): Host {
  const output = createOutput();
  return {
    fileSystem: nodeFileSystem,
    workingDirectory: slashed(process.cwd()),
    environment: process.env,
    isTerminal: output.isTerminal,
    columns: output.isTerminal ? process.stdout.columns : undefined,
    today: () => localDay(new Date()),
    resolve: (path) => slashed(resolve(path)),
    async glob(pattern, ignored) {
      const { glob } = await import("tinyglobby");
      // What stands before the first wildcard was named by the user; only below it folders are ignored.
      const parts = slashed(pattern).split("/");
      const wildcard = parts.findIndex((part) => /[*?[\]{}!()\\]/.test(part));
      const cwd = resolve(`${parts.slice(0, wildcard).join("/")}${wildcard > 0 ? "/" : ""}`);
      const ignore = ignored.map((folder) => `**/${folder}/**`);
      return (await glob(parts.slice(wildcard).join("/"), { cwd, absolute: true, ignore })).map(slashed);
    },
    async readStandardInput() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    async ask(question) {
      if (process.stdin.isTTY !== true || !output.isTerminal) return undefined;
      const { createInterface } = await import("node:readline");
      const asking = createInterface({ input: process.stdin, output: process.stdout });
      return new Promise((answer) => {
        asking.once("close", () => answer(undefined));
        asking.question(question, (text) => {
          answer(text);
          asking.close();
        });
      });
    },
    writeFile: async (path, text) => writeFileSync(path, text),
    writeOutput: output.write,
    writeError: (text) => void process.stderr.write(text),
  };
}

/**
 * Writes to files and pipes without Node's stream for it, which takes longer to load than a short policy to lint.
 * Terminals, and pipes that are full for the moment, get the stream.
 */
function createOutput(): { readonly isTerminal: boolean; write(text: string): Promise<void> } {
  const isTerminal = fstatSync(1).isCharacterDevice() && process.stdout.isTTY === true;
  let stream = isTerminal ? process.stdout : undefined;
  let isClosed = false;
  // Whoever reads may stop reading (`| head`); that is no error of ours, and there is nobody left to tell.
  const close = () => {
    isClosed = true;
  };
  stream?.on("error", close);
  /** What could not be written at once. */
  const writeAtOnce = (bytes: Uint8Array): Uint8Array => {
    try {
      while (bytes.length > 0) bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const code = codeOf(error);
      // A pipe that takes no more at the moment is left to the stream, which waits.
      if (code === "EPIPE" || code === "EOF") close();
      else if (code !== "EAGAIN") throw new OutputError(error instanceof Error ? error.message : String(error));
    }
    return bytes;
  };
  return {
    isTerminal,
    async write(text) {
      const bytes = Buffer.from(text);
      const rest = isClosed || stream !== undefined ? bytes : writeAtOnce(bytes);
      if (isClosed || rest.length === 0) return;
      stream ??= process.stdout.on("error", close);
      await new Promise<void>((done) => stream?.write(rest, () => done()));
    },
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Synchronous underneath: there is nothing else to do meanwhile, and starting threads for it would cost more. */
const nodeFileSystem: FileSystem = {
  async stat(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && infoOf(stats);
  },
  async readFile(path) {
    return readFileSync(path);
  },
  async readDirectory(path) {
    return readdirSync(path, { withFileTypes: true }).map((entry): DirectoryEntry => {
      if (entry.isDirectory()) return { name: entry.name, kind: "directory" };
      const isFile = entry.isFile() || (entry.isSymbolicLink() && isFileBehind(`${path}/${entry.name}`));
      return { name: entry.name, kind: isFile ? "file" : "other" };
    });
  },
};

function infoOf(stats: { isDirectory(): boolean; readonly size: number }): FileInfo {
  return stats.isDirectory() ? { kind: "directory", size: 0 } : { kind: "file", size: stats.size };
}

function isFileBehind(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function slashed(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
