/** What a path leads to; links are followed. */
export interface FileInfo {
  readonly kind: "file" | "directory";
  /** In bytes; 0 for a directory. */
  readonly size: number;
}

/**
 * The few things that the project needs from a file system, so that Node's, the editor's and a test's map all fit.
 * Paths are absolute and have "/" between their parts.
 */
export interface FileSystem {
  /** `undefined` where there is nothing. Rejects where it cannot be told. */
  stat(path: string): Promise<FileInfo | undefined>;
  /** Rejects where there is no file or it cannot be read; the error's message says why. */
  readFile(path: string): Promise<Uint8Array>;
  /** The names of what a directory holds, in any order; a directory that is a link counts as neither. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "other";
}
