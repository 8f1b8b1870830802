/** From little to everything. */
export const logLevels = ["error", "warning", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Messages for the output channel of the client; what is above the level is dropped. */
export interface Log {
  level: LogLevel;
  error(message: string): void;
  warning(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

/** The part of a connection's console that is used. */
export interface LogTarget {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  log(message: string): void;
}

export function createLog(target: LogTarget): Log {
  const isOn = (level: LogLevel) => logLevels.indexOf(level) <= logLevels.indexOf(log.level);
  const log: Log = {
    level: "info",
    error: (message) => isOn("error") && target.error(message),
    warning: (message) => isOn("warning") && target.warn(message),
    info: (message) => isOn("info") && target.info(message),
    // The protocol's own debug type is new in 3.18; every client knows "log".
    debug: (message) => isOn("debug") && target.log(message),
  };
  return log;
}

/**
 * Runs one feature; if it throws, that is logged and the fallback is its answer:
 * one broken request must cost neither the server nor the others.
 */
export async function runSafe<T>(log: Log, name: string, fallback: T, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    log.error(`${name} failed: ${describe(error)}`);
    return fallback;
  }
}

/** The stack where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
