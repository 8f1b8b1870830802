import type { Linter } from "../engine/linter";

/** What the server needs from the place where it runs; the mains give the real thing, tests a fixed one. */
export interface Host {
  /** Called once, before the first lint. */
  createLinter(): Linter;
  /** The local day, as an ISO day. */
  today(): string;
  /** Runs the task once after the given time, unless it is cancelled before. */
  schedule(task: () => void, milliseconds: number): Scheduled;
}

export interface Scheduled {
  cancel(): void;
}

/** The ISO day of a moment in the local time zone. */
export function localDay(moment: Date): string {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1, 2)}-${pad(moment.getDate(), 2)}`;
}
