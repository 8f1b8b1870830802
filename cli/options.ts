import { parseArgs } from "node:util";
import { type Severity, severities } from "../engine/finding";
import { nearest } from "../engine/nearest";

const runCommands = ["lint", "coverage"] as const;
const commands = [...runCommands, "explain", "config", "init"] as const;
const formats = ["pretty", "json"] as const;
const failingLevels: readonly (Severity | "never")[] = [...severities, "never"];

/** For people, or for programs. */
export type OutputFormat = (typeof formats)[number];

export interface RunOptions {
  readonly command: (typeof runCommands)[number];
  /** As given; empty where none was. */
  readonly patterns: readonly string[];
  readonly format: OutputFormat;
  /** The ids of the regimes that are pinned, as given; `undefined`: the text decides. */
  readonly regimes: readonly string[] | undefined;
  readonly assumePolicy: boolean;
  readonly requirePolicy: boolean;
  /** `undefined` where standard input has no name. */
  readonly stdinFilename: string | undefined;
  /** An ISO day; `undefined`: today. */
  readonly asOf: string | undefined;
  readonly failOn: Severity | "never";
  /** The path of a configuration, as given; `undefined`: the nearest one of each document. */
  readonly config: string | undefined;
  /** `false`: neither front matter nor comments of a document are heard. */
  readonly allowsInlineConfig: boolean;
  /** The path of a baseline, as given; `undefined`: the configuration's. */
  readonly baseline: string | undefined;
  /** Whether the findings of this run are written to the baseline. */
  readonly updatesBaseline: boolean;
}

/** What a configuration is begun with. */
export interface InitOptions {
  /** Names of presets, as given. */
  readonly presets: readonly string[];
  /** "id=value", as given. */
  readonly facts: readonly string[];
  /** Whether what was not given is asked for, where there is a terminal. */
  readonly asks: boolean;
  /** Whether a configuration that is there is replaced. */
  readonly force: boolean;
}

/** What a person typed that cannot be carried out, and what to type instead. */
export interface UsageError {
  readonly message: string;
  readonly remedy: string;
}

export type Request =
  | { readonly kind: "run"; readonly options: RunOptions }
  /** Without an id everything that can be explained is listed. */
  | { readonly kind: "explain"; readonly id: string | undefined; readonly format: OutputFormat }
  /** Without a path what holds for the working directory. */
  | {
      readonly kind: "config";
      readonly path: string | undefined;
      readonly format: OutputFormat;
      readonly config: string | undefined;
      readonly allowsInlineConfig: boolean;
    }
  | { readonly kind: "init"; readonly options: InitOptions }
  /** `isAsked` is false where there was no command, so that there was nothing else to do. */
  | { readonly kind: "help"; readonly isAsked: boolean }
  | { readonly kind: "version" }
  | { readonly kind: "error"; readonly error: UsageError };

const declared = {
  format: { type: "string" },
  "fail-on": { type: "string" },
  regime: { type: "string" },
  "assume-policy": { type: "boolean" },
  "require-policy": { type: "boolean" },
  "stdin-filename": { type: "string" },
  "as-of": { type: "string" },
  config: { type: "string" },
  "no-inline-config": { type: "boolean" },
  baseline: { type: "string" },
  "update-baseline": { type: "boolean" },
  preset: { type: "string" },
  fact: { type: "string" },
  yes: { type: "boolean", short: "y" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;
type OptionName = keyof typeof declared;
const optionNames = Object.keys(declared);

/** Reads the arguments behind the program's name; the last of an option that is given twice counts. */
export function readOptions(args: readonly string[]): Request {
  const values = new Map<OptionName, string>();
  const positionals: string[] = [];
  const facts: string[] = [];
  // Not strict: unknown options are named by ourselves, with the nearest one that there is.
  const { tokens } = parseArgs({ args: [...args], options: declared, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    if (!isOptionName(token.name)) return fail(unknownOption(token.rawName));
    const needsValue = declared[token.name].type === "string";
    const hasValue = token.value !== undefined && (token.inlineValue === true || !/^-./.test(token.value));
    if (needsValue && !hasValue) {
      return fail({ message: `${token.rawName} needs a value`, remedy: "see clauselint --help" });
    }
    if (!needsValue && token.value !== undefined) {
      return fail({ message: `${token.rawName} takes no value`, remedy: `give ${token.rawName} alone` });
    }
    values.set(token.name, token.value ?? "");
    if (token.name === "fact") facts.push(token.value ?? "");
  }
  if (values.has("help")) return { kind: "help", isAsked: true };
  if (values.has("version")) return { kind: "version" };
  const [command, ...patterns] = positionals;
  if (command === undefined) return { kind: "help", isAsked: false };
  if (!isOneOf(commands, command)) return fail(unknownCommand(command));
  if (command === "init") return readInit(patterns, values, facts);
  if (command === "explain") return readExplain(patterns, values);
  return command === "config" ? readConfig(patterns, values) : readRun(command, patterns, values);
}

function readExplain(ids: readonly string[], values: ReadonlyMap<OptionName, string>): Request {
  const other = [...values.keys()].find((name) => name !== "format");
  if (other !== undefined) return fail({ message: `--${other} means nothing to explain`, remedy: "leave it out" });
  if (ids.length > 1) return fail({ message: "explain takes one id", remedy: "ask for one after the other" });
  const format = values.get("format") ?? "pretty";
  return isOneOf(formats, format)
    ? { kind: "explain", id: ids[0], format }
    : fail(unknownValue("--format", format, formats));
}

const initOptions: readonly OptionName[] = ["preset", "fact", "yes", "force"];

function readInit(
  paths: readonly string[],
  values: ReadonlyMap<OptionName, string>,
  facts: readonly string[],
): Request {
  const other = [...values.keys()].find((name) => !initOptions.includes(name));
  if (other !== undefined) return fail({ message: `--${other} means nothing to init`, remedy: "leave it out" });
  if (paths.length > 0) {
    return fail({ message: "init takes no file", remedy: "call it in the folder where the configuration shall be" });
  }
  const presets = (values.get("preset") ?? "").split(",").map((name) => name.trim().replace(/^clauselint:/, ""));
  const options = { facts, asks: !values.has("yes"), force: values.has("force") };
  return { kind: "init", options: { presets: presets.filter((name) => name !== ""), ...options } };
}

function readConfig(paths: readonly string[], values: ReadonlyMap<OptionName, string>): Request {
  const known: readonly OptionName[] = ["format", "config", "no-inline-config"];
  const other = [...values.keys()].find((name) => !known.includes(name));
  if (other !== undefined) return fail({ message: `--${other} means nothing to config`, remedy: "leave it out" });
  if (paths.length > 1) return fail({ message: "config takes one file", remedy: "ask for one after the other" });
  const format = values.get("format") ?? "pretty";
  if (!isOneOf(formats, format)) return fail(unknownValue("--format", format, formats));
  return { kind: "config", path: paths[0], format, ...configOptions(values) };
}

function configOptions(values: ReadonlyMap<OptionName, string>) {
  return { config: values.get("config"), allowsInlineConfig: !values.has("no-inline-config") };
}

function readRun(
  command: RunOptions["command"],
  patterns: readonly string[],
  values: ReadonlyMap<OptionName, string>,
): Request {
  const other = initOptions.find((name) => values.has(name));
  if (other !== undefined) return fail({ message: `--${other} means nothing to ${command}`, remedy: "leave it out" });
  const format = values.get("format") ?? "pretty";
  if (!isOneOf(formats, format)) return fail(unknownValue("--format", format, formats));
  const failOn = values.get("fail-on") ?? "error";
  if (command !== "lint" && values.has("fail-on")) {
    return fail({ message: `--fail-on means nothing to ${command}`, remedy: "leave it out, or use clauselint lint" });
  }
  if (command !== "lint" && values.has("update-baseline")) {
    return fail({ message: "--update-baseline means nothing to coverage", remedy: "use clauselint lint" });
  }
  if (values.has("update-baseline") && patterns.includes("-") && !values.has("stdin-filename")) {
    return fail({ message: "standard input has no place in a baseline", remedy: "name it with --stdin-filename" });
  }
  if (!isOneOf(failingLevels, failOn)) return fail(unknownValue("--fail-on", failOn, failingLevels));
  const asOf = values.get("as-of");
  if (asOf !== undefined && !isDay(asOf)) {
    return fail({ message: `--as-of ${JSON.stringify(asOf)} is no day`, remedy: "write it as YYYY-MM-DD" });
  }
  const regimes = values
    .get("regime")
    ?.split(",")
    .map((id) => id.trim());
  const stdinFilename = values.get("stdin-filename");
  if (stdinFilename !== undefined && !patterns.includes("-")) {
    return fail({ message: "--stdin-filename names nothing", remedy: 'add "-" to read standard input' });
  }
  return {
    kind: "run",
    options: {
      command,
      patterns,
      format,
      regimes,
      assumePolicy: values.has("assume-policy"),
      requirePolicy: values.has("require-policy"),
      stdinFilename,
      asOf,
      failOn,
      ...configOptions(values),
      baseline: values.get("baseline"),
      updatesBaseline: values.has("update-baseline"),
    },
  };
}

function fail(error: UsageError): Request {
  return { kind: "error", error };
}

function unknownOption(given: string): UsageError {
  const near = nearest(given.replace(/^-+/, ""), optionNames);
  return {
    message: `unknown option ${given}`,
    remedy: near === undefined ? "see clauselint --help" : `did you mean --${near}?`,
  };
}

function unknownCommand(given: string): UsageError {
  const near = nearest(given, commands);
  const remedy =
    near !== undefined
      ? `did you mean clauselint ${near}?`
      : /[./\\*]/.test(given)
        ? `did you mean clauselint lint ${given}?`
        : `there are: ${commands.join(", ")}`;
  return { message: `unknown command ${JSON.stringify(given)}`, remedy };
}

function unknownValue(option: string, given: string, known: readonly string[]): UsageError {
  const near = nearest(given, known);
  return {
    message: `${option} cannot be ${JSON.stringify(given)}`,
    remedy: near === undefined ? `there are: ${known.join(", ")}` : `did you mean ${near}?`,
  };
}

/** Whether it is a day that the calendar has, as YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(declared, name);
}

function isOneOf<T extends string>(known: readonly T[], value: string): value is T {
  return (known as readonly string[]).includes(value);
}
