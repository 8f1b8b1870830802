import type { FileSystem } from "../project/file-system";

/** Everything that the command line needs from the place where it runs. */
export interface Host {
  readonly fileSystem: FileSystem;
  /** Absolute, with "/" between its parts. */
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** How many columns the terminal has; `undefined` where there is none. */
  readonly columns: number | undefined;
  /** The local day, as an ISO day. */
  today(): string;
  /** The absolute path, with "/" between its parts, of one that was given on the command line. */
  resolve(path: string): string;
  /** The absolute paths of the files that match a pattern, in any order; what lies in `ignored` folders does not. */
  glob(pattern: string, ignored: readonly string[]): Promise<readonly string[]>;
  readStandardInput(): Promise<Uint8Array>;
  /** Asks a person; `undefined` where nobody is at a terminal, or does not want to answer any more. */
  ask(question: string): Promise<string | undefined>;
  /** Writes a file; what was there is replaced. Rejects where that is not possible. */
  writeFile(path: string, text: string): Promise<void>;
  /**
   * Resolves when the text is on its way, so that a slow reader is waited for; also where the reader has stopped reading.
   * Rejects with an `OutputError` where the text cannot be written.
   */
  writeOutput(text: string): Promise<void>;
  writeError(text: string): void;
}

/** Findings were lost on their way out: the disk is full, for example. */
export class OutputError extends Error {}
