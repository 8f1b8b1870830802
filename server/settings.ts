import { type Severity, severities } from "../engine/finding";
import { isRecord } from "./is-record";
import { type LogLevel, logLevels } from "./log";

/** The editor settings of section `clauselint`: they choose presentation only, never what a lint finds. */
export interface Settings {
  readonly enable: boolean;
  readonly run: "onType" | "onSave";
  /** Findings below it are not shown. */
  readonly minimumSeverity: Severity;
  /** Of a configuration that holds in place of the nearest one, relative to the folder; "" where the nearest one holds. */
  readonly configPath: string;
  readonly logLevel: LogLevel;
}

export const defaultSettings: Settings = Object.freeze({
  enable: true,
  run: "onType",
  minimumSeverity: "hint",
  configPath: "",
  logLevel: "info",
});

/** Reads what a client sent; whatever is missing or malformed keeps its default. */
export function readSettings(value: unknown): Settings {
  const { enable, run, minimumSeverity, configPath, logLevel } = isRecord(value) ? value : {};
  return {
    enable: typeof enable === "boolean" ? enable : defaultSettings.enable,
    run: run === "onType" || run === "onSave" ? run : defaultSettings.run,
    minimumSeverity: severities.find((severity) => severity === minimumSeverity) ?? defaultSettings.minimumSeverity,
    configPath: typeof configPath === "string" ? configPath.trim() : defaultSettings.configPath,
    logLevel: logLevels.find((level) => level === logLevel) ?? defaultSettings.logLevel,
  };
}

/** The settings by document, asked for once and kept until they change. */
export interface SettingsCache {
  /** Never rejects: where the client does not answer properly, the defaults hold. `undefined` asks for those of no document. */
  get(uri: string | undefined): Promise<Settings>;
  forget(uri: string): void;
  clear(): void;
}

/** `fetch` asks the client; it may reject. */
export function createSettingsCache(
  fetch: (uri: string | undefined) => Promise<unknown>,
  onError: (error: unknown) => void,
): SettingsCache {
  const known = new Map<string | undefined, Promise<Settings>>();
  return {
    get(uri) {
      let settings = known.get(uri);
      if (settings === undefined) {
        settings = fetch(uri)
          .catch(onError)
          .then((value) => readSettings(value));
        known.set(uri, settings);
      }
      return settings;
    },
    forget: (uri) => void known.delete(uri),
    clear: () => known.clear(),
  };
}
