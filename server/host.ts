import type { PackSource } from "../engine/catalogue/pack-model";
import type { Linter } from "../engine/linter";
import type { FileSystem } from "../project/file-system";

/** What the server needs from the place where it runs; the mains give the real thing, tests a fixed one. */
export interface Host {
  /** The linter as it is shipped, or with packs; called before the first lint, and once for each set of packs. */
  createLinter(packs?: readonly PackSource[]): Linter;
  /** The files of the machine that the server runs on; `undefined` in a browser. */
  readonly fileSystem: FileSystem | undefined;
  /** The local day, as an ISO day. */
  today(): string;
  /** Runs the task once after the given time, unless it is cancelled before. */
  schedule(task: () => void, milliseconds: number): Scheduled;
}

export interface Scheduled {
  cancel(): void;
}
