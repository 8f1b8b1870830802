import { decode } from "./decode";
import type { FileSystem } from "./file-system";
import type { ConfigFile } from "./problems";

/** In bytes: no configuration is as long, and reading one takes time. */
const maxConfigSize = 512 * 1024;

/** Why a file that a configuration needs cannot be read; the words continue "the file …". */
export interface UnreadableFile {
  readonly message: string;
  readonly remedy: string;
}

/** Reads a configuration, or what it refers to; never rejects. */
export async function readConfigFile(
  fileSystem: FileSystem,
  path: string,
  maxSize = maxConfigSize,
): Promise<ConfigFile | UnreadableFile> {
  try {
    const info = await fileSystem.stat(path);
    if (info === undefined) return { message: "does not exist", remedy: "check the path" };
    if (info.kind === "directory") return { message: "is a folder", remedy: "name a file, or rename the folder" };
    if (info.size > maxSize) {
      return { message: `has ${info.size} bytes, and at most ${maxSize} are read`, remedy: "split it" };
    }
    const { text, error } = decode(await fileSystem.readFile(path));
    if (error !== undefined) return { message: `is not UTF-8 (line ${error.line})`, remedy: "save it as UTF-8" };
    return { path, text };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { message: `cannot be read: ${detail}`, remedy: "check that you may read it" };
  }
}
