import { readFrontMatter } from "../engine/document/front-matter";
import { decode } from "./decode";
import type { FileSystem } from "./file-system";
import { isWithin, parentOf } from "./paths";

/** What a configuration can be called, the first that is there counts; a package.json counts where it has a "clauselint". */
export const configNames: readonly string[] = [
  "clauselint.config.json",
  "clauselint.config.jsonc",
  "clauselint.config.yaml",
  "clauselint.config.yml",
  ".clauselintrc",
  ".clauselintrc.json",
  ".clauselintrc.jsonc",
  ".clauselintrc.yaml",
  ".clauselintrc.yml",
  "package.json",
];

/** What a configuration is called that we begin. */
export const newConfigName = "clauselint.config.yaml";

/** What the baseline is called where no configuration names another one. */
export const baselineName = "clauselint.baseline.json";

/** Where the search for a configuration led. */
export interface FoundConfig {
  /** `undefined`: there is none. */
  readonly path: string | undefined;
  /** Configurations in the same folder, which do not count. */
  readonly others: readonly string[];
  /** A baseline beside the documents where there is no configuration at all. */
  readonly baseline: string | undefined;
  /** Every path that would have led elsewhere, had it been there or not: what a watcher has to watch. */
  readonly looked: readonly string[];
}

/** Finds the configuration that holds for the documents in a folder; remembers what it saw until it is made anew. */
export type ConfigFinder = (folder: string) => Promise<FoundConfig>;

/**
 * The nearest configuration counts, upwards to the root of the repository.
 * Outside of a repository it is looked for up to the one of `folders` that holds the document, or everywhere above it.
 */
export function createConfigFinder(fileSystem: FileSystem, folders: readonly string[]): ConfigFinder {
  const seen = new Map<string, Promise<Seen>>();
  const look = (folder: string) => {
    let known = seen.get(folder);
    if (known === undefined) seen.set(folder, (known = lookIn(fileSystem, folder)));
    return known;
  };
  return async (folder) => {
    const looked: string[] = [];
    const isInside = folders.some((each) => isWithin(folder, each));
    const isReached = (at: string) => !isInside || folders.some((each) => isWithin(at, each));
    let found: { readonly seen: Seen; readonly isReached: boolean } | undefined;
    let baseline: { readonly path: string; readonly isReached: boolean } | undefined;
    let isRepository = false;
    for (let at: string | undefined = folder; at !== undefined && !isRepository; at = parentOf(at)) {
      const here: Seen = await look(at);
      looked.push(...here.looked);
      isRepository = here.isRepository;
      if (here.baseline !== undefined) baseline ??= { path: here.baseline, isReached: isReached(at) };
      if (here.configs.length === 0) continue;
      found ??= { seen: here, isReached: isReached(at) };
      if (found.isReached) break;
    }
    const counts = (where: { readonly isReached: boolean } | undefined) => where?.isReached === true || isRepository;
    const [path, ...others] = found !== undefined && counts(found) ? found.seen.configs : [];
    const lone = path === undefined && counts(baseline) ? baseline?.path : undefined;
    return { path, others, baseline: lone, looked };
  };
}

/**
 * Whether the text begins with front matter that may set something for Clauselint.
 * What it sets is read by the resolver only, for that takes a parser.
 */
export function mayConfigureItself(text: string): boolean {
  if (!text.startsWith("---") && !text.startsWith("+++")) return false;
  const end = readFrontMatter(text)?.span.end ?? 0;
  return /^(?:\[?clauselint\b|["']clauselint["']\s*:)/m.test(text.slice(0, end));
}

interface Seen {
  /** In the order of `configNames`. */
  readonly configs: readonly string[];
  readonly baseline: string | undefined;
  readonly isRepository: boolean;
  readonly looked: readonly string[];
}

async function lookIn(fileSystem: FileSystem, folder: string): Promise<Seen> {
  const at = (name: string) => (folder.endsWith("/") ? folder + name : `${folder}/${name}`);
  const looked = [...configNames, baselineName].map(at);
  const [isRepository = false, ...there] = await Promise.all(
    [at(".git"), ...looked].map((path) => isThere(fileSystem, path)),
  );
  const present = looked.filter((_, index) => there[index]);
  const configs: string[] = [];
  for (const path of present) {
    if (path === at(baselineName)) continue;
    if (path === at("package.json") && !(await hasOwnKey(fileSystem, path))) continue;
    configs.push(path);
  }
  const baseline = present.includes(at(baselineName)) ? at(baselineName) : undefined;
  return { configs, baseline, isRepository, looked };
}

/** What cannot be told counts as nothing: a folder above that nobody may read is no reason to stop. */
async function isThere(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    return (await fileSystem.stat(path)) !== undefined;
  } catch {
    return false;
  }
}

/** A package.json that is broken is its owner's business. */
async function hasOwnKey(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    const { text } = decode(await fileSystem.readFile(path));
    if (text === undefined || !text.includes('"clauselint"')) return false;
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && Object.hasOwn(value, "clauselint");
  } catch {
    return false;
  }
}
