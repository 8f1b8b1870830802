import { readdir, readFile, stat } from "node:fs/promises";
import type { DirectoryEntry, FileSystem } from "../project/file-system";

/** The file system of the machine that the server runs on; what is not there is no error, whatever cannot be told is. */
export const nodeFileSystem: FileSystem = {
  async stat(path) {
    try {
      const stats = await stat(path);
      return stats.isDirectory() ? { kind: "directory", size: 0 } : { kind: "file", size: stats.size };
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  },
  readFile: (path) => readFile(path),
  async readDirectory(path) {
    return (await readdir(path, { withFileTypes: true })).map((entry): DirectoryEntry => {
      if (entry.isDirectory()) return { name: entry.name, kind: "directory" };
      return { name: entry.name, kind: entry.isFile() ? "file" : "other" };
    });
  },
};

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
