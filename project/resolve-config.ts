import { type Assertion, defaultConfig, type LintConfig } from "../engine/config";
import { type Baseline, formerPath, readBaseline } from "./baseline";
import { pathBelow } from "./document-path";
import type { FileSystem } from "./file-system";
import { baselineName, type ConfigFinder, createConfigFinder, type FoundConfig } from "./find-config";
import { matchesAny } from "./globs";
import type { Knowledge } from "./knowledge";
import { type LoadedLayers, type LoadOptions, loadLayers } from "./load-config";
import { applyLocks, type LockedLayers, withoutWeakening } from "./locks";
import { parentOf, relativePath, resolvePath } from "./paths";
import { type ConfigFile, type ConfigProblem, compareProblems, complaintsAbout } from "./problems";
import { readConfigFile } from "./read-config-file";
import { readOwnSettings } from "./read-front-matter";
import { layersOf, mergeSettings, type Origin } from "./resolve-settings";

/** What holds for one document. */
export interface ResolvedConfig extends Selection {
  readonly config: LintConfig;
  /** Names the document in fingerprints: its path below the configuration; `undefined` where there is none, or it lies elsewhere. */
  readonly documentKey: string | undefined;
  /** The path of the configuration; `undefined` where there is none. */
  readonly configPath: string | undefined;
  readonly packs: readonly ConfigFile[];
  /** Every file that has a say, and every one that would have, were it there: what a watcher has to watch. */
  readonly files: readonly string[];
  /** Documents that count by being there or not: where one is gone, this one may be it under another name. */
  readonly neighbours: readonly string[];
  /** By the path of the setting, for example "rules.missing-retention"; what is not named has its default. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Of configuration, packs, baseline and front matter, by file and place. */
  readonly problems: readonly ConfigProblem[];
}

/** Everything that holds for one document but what its own front matter says. */
export interface DocumentConfig extends Selection {
  /** Takes the front matter of the text into account; nothing is read for it, so that it can be called at every keystroke. */
  resolve(text: string): ResolvedConfig;
}

/** Resolves configurations; remembers every file that it read until it is told to forget. */
export interface Resolver {
  /** Never rejects. */
  load(documentPath: string): Promise<DocumentConfig>;
  /** The configuration that holds for the documents in a folder, as it is written; for what is about no one document. */
  project(folder: string): Promise<Project>;
  /** To be called when one of the `files` has changed: what was read is read again. Where it is broken then, what held before holds on. */
  forget(): void;
}

export interface ResolverOptions extends LoadOptions {
  /** Folders that are open in an editor, or the working directory: how far the search goes outside of a repository. */
  readonly folders: readonly string[];
  /** An absolute path in place of what a search would find. */
  readonly configPath?: string;
  /** An absolute path in place of the baseline that the configuration names. */
  readonly baselinePath?: string;
  /** `false`: neither front matter nor comments of a document are heard. */
  readonly allowsInlineConfig: boolean;
}

/** A configuration with its baseline. */
export interface Project {
  readonly configPath: string | undefined;
  /** What patterns and the paths of a baseline are relative to; `undefined` where there is neither. */
  readonly folder: string | undefined;
  readonly layers: LoadedLayers | undefined;
  readonly locked: LockedLayers;
  readonly knowledge: Knowledge;
  readonly baseline: Baseline | undefined;
  /** Where the baseline lies, or would; `undefined` where there is neither baseline nor configuration. */
  readonly baselinePath: string | undefined;
  readonly files: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

/** A resolver over a file system. */
export function createResolver(options: ResolverOptions): Resolver {
  const { fileSystem } = options;
  /** The last that had no mistakes, by path. */
  const good = new Map<string, Project>();
  let find: ConfigFinder = createConfigFinder(fileSystem, options.folders);
  let projects = new Map<string, Promise<Project>>();
  let texts = new Map<string, Promise<string | undefined>>();
  /** By the path of the baseline. */
  let gone = new Map<string, Promise<readonly string[]>>();

  const project = async (folder: string): Promise<Project> => {
    const found = await foundFor(folder);
    const key = found.path ?? found.baseline ?? "";
    const known = projects.get(key);
    const reading = known ?? readProject(found, options);
    if (known === undefined) projects.set(key, reading);
    const read = await reading;
    const before = good.get(key);
    if (read.problems.length === 0) good.set(key, read);
    const files = [...found.looked, ...read.files];
    return read.problems.length > 0 && before !== undefined
      ? { ...before, problems: read.problems, files: [...new Set([...files, ...before.files])] }
      : { ...read, files: [...new Set(files)] };
  };
  const foundFor = async (folder: string): Promise<FoundConfig> =>
    options.configPath === undefined
      ? find(folder)
      : { path: options.configPath, others: [], baseline: undefined, looked: [] };
  const textOf = (path: string): Promise<string | undefined> => {
    const known = texts.get(path);
    const reading = known ?? readConfigFile(fileSystem, path).then((read) => ("text" in read ? read.text : undefined));
    if (known === undefined) texts.set(path, reading);
    return reading;
  };
  /** Asked for by every document that the baseline does not know, and the same for all. */
  const goneFrom = (own: Project): Promise<readonly string[]> => {
    const key = own.baselinePath ?? "";
    const known = gone.get(key);
    const looking = known ?? missingFrom(fileSystem, own);
    if (known === undefined) gone.set(key, looking);
    return looking;
  };
  return {
    project,
    async load(documentPath) {
      const own = await project(parentOf(documentPath) ?? documentPath);
      const documentKey = own.folder === undefined ? undefined : pathBelow(documentPath, [own.folder]);
      const baseline = documentKey === undefined ? undefined : await baselineOf(own, documentKey, goneFrom);
      const evidenceFiles = layersOf(own.layers?.tree)
        .flatMap(({ settings, overrides }) => [settings, ...overrides.map((each) => each.settings)])
        .flatMap(({ evidence }) => evidence.flatMap(({ assertion }) => assertion.file ?? []));
      const evidence = new Map<string, string | undefined>();
      for (const path of evidenceFiles) evidence.set(path, await textOf(path));
      const selection = selectionOf(own.locked, documentKey);
      const input = { documentPath, documentKey, selection, baseline, evidence };
      return { ...selection, resolve: (text) => resolve(own, options, { ...input, text }) };
    },
    forget() {
      find = createConfigFinder(fileSystem, options.folders);
      projects = new Map();
      texts = new Map();
      gone = new Map();
    },
  };
}

async function readProject(found: FoundConfig, options: ResolverOptions): Promise<Project> {
  const { fileSystem } = options;
  const layers = found.path === undefined ? undefined : await loadLayers(found.path, options);
  const knowledge = layers?.knowledge ?? options.knowledge([]).knowledge;
  const locked = applyLocks(layersOf(layers?.tree), knowledge);
  const problems = [...(layers?.problems ?? []), ...locked.problems];
  const at = found.path ?? options.baselinePath ?? found.baseline;
  const folder = at === undefined ? undefined : parentOf(at);
  const files = [...(layers?.files ?? [])];
  if (found.path !== undefined && found.others.length > 0) {
    const others = found.others.map((other) => other.slice(other.lastIndexOf("/") + 1)).join(" and ");
    const message = `there is another configuration beside this one, which does not count: ${others}`;
    complaintsAbout({ path: found.path, text: "" }, problems).add(
      { start: 0, end: 0 },
      "ambiguous-configuration",
      message,
      "put them together in one file",
    );
  }
  const named = locked.layers.findLast((layer) => layer.baseline !== undefined)?.baseline;
  const baselinePath =
    options.baselinePath ?? named?.value ?? (folder === undefined ? undefined : resolvePath(folder, baselineName));
  let baseline: Baseline | undefined;
  if (baselinePath !== undefined) {
    files.push(baselinePath);
    const read = await readConfigFile(fileSystem, baselinePath, maxBaselineSize);
    if ("text" in read) baseline = readBaseline(read.text, complaintsAbout(read, problems));
    else if (read.message !== missing) {
      const message = `the baseline ${read.message}`;
      const by =
        named === undefined ? undefined : locked.layers.find(({ file: { path } }) => path === named.place.path);
      const file = by?.file ?? { path: baselinePath, text: "" };
      const span = named?.place.span ?? { start: 0, end: 0 };
      complaintsAbout(file, problems).add(span, "unreachable", message, read.remedy);
    }
  }
  return {
    ...{ configPath: found.path, folder, layers, locked, knowledge, baseline, baselinePath, files },
    problems: problems.sort(compareProblems),
  };
}

/** In bytes. */
const maxBaselineSize = 32 * 1024 * 1024;
/** A baseline that is not written yet is no mistake. */
const missing = "does not exist";

/** What the baseline knows of a document, and the name under which it does. */
interface DocumentBaseline {
  readonly key: string;
  readonly fingerprints: ReadonlySet<string>;
  readonly neighbours: readonly string[];
}

async function baselineOf(
  project: Project,
  documentKey: string,
  goneFrom: (project: Project) => Promise<readonly string[]>,
): Promise<DocumentBaseline | undefined> {
  const { baseline, folder = "" } = project;
  if (baseline === undefined) return undefined;
  const isKnown = baseline.has(documentKey);
  const gone = isKnown ? [] : await goneFrom(project);
  const key = formerPath(documentKey, [...baseline.keys()], gone) ?? documentKey;
  const entries = baseline.get(key) ?? [];
  const neighbours = isKnown ? [] : [...baseline.keys()].map((path) => resolvePath(folder, path));
  return { key, fingerprints: new Set(entries.map(({ fingerprint }) => fingerprint)), neighbours };
}

/** What the baseline knows and the file system does not. */
async function missingFrom(fileSystem: FileSystem, { baseline, folder = "" }: Project): Promise<readonly string[]> {
  const paths = [...(baseline?.keys() ?? [])];
  const isThere = async (path: string) => {
    try {
      return (await fileSystem.stat(resolvePath(folder, path))) !== undefined;
    } catch {
      // What cannot be told is no reason to give its findings to another document.
      return true;
    }
  };
  const there = await Promise.all(paths.map(isThere));
  return paths.filter((_, index) => there[index] === false);
}

interface DocumentInput {
  readonly documentPath: string;
  readonly documentKey: string | undefined;
  readonly selection: Selection;
  readonly text: string;
  readonly baseline: DocumentBaseline | undefined;
  readonly evidence: ReadonlyMap<string, string | undefined>;
}

function resolve(project: Project, options: ResolverOptions, input: DocumentInput): ResolvedConfig {
  const { layers, locked, knowledge } = project;
  const { documentPath, documentKey, selection, text } = input;
  const problems: ConfigProblem[] = [];
  const isHeard = options.allowsInlineConfig && mergedInline(locked) !== false;
  const own = isHeard ? readOwnSettings(documentPath, text, knowledge, problems) : undefined;
  const document = { path: documentPath, text };
  const frontMatter = own && withoutWeakening(own, locked.locks, document, problems);
  const merged = mergeSettings({ layers: locked.layers, tree: layers?.tree, path: documentKey, frontMatter });
  const evidence = merged.evidence.map(({ assertion }): Assertion => {
    const { file: path } = assertion;
    if (path === undefined) return assertion;
    // What people and fingerprints are told is the same wherever the folder lies.
    const file = project.folder === undefined ? path : relativePath(project.folder, path);
    return { ...assertion, file, fileText: input.evidence.get(path) };
  });
  return {
    config: {
      ...merged.config,
      evidence,
      locked: [...locked.locks.keys()],
      inlineConfig: isHeard,
      baseline: input.baseline?.fingerprints,
      baselineKey: input.baseline?.key,
    },
    ...selection,
    documentKey,
    configPath: project.configPath,
    packs: layers?.packs ?? [],
    files: [...new Set([...project.files, ...input.evidence.keys()])],
    neighbours: input.baseline?.neighbours ?? [],
    origins: merged.origins,
    problems: [...project.problems, ...problems],
  };
}

/** Whether a configuration names a document. */
export interface Selection {
  /** Whether it says that the document is to be left alone. */
  readonly isIgnored: boolean;
  /** Whether `files` names it; `undefined` where the configuration has no `files`. */
  readonly isListed: boolean | undefined;
}

function selectionOf({ layers }: LockedLayers, path: string | undefined): Selection {
  const ignore = layers.flatMap((layer) => layer.ignore);
  const listed = layers.flatMap(({ files }) => files.map(({ glob }) => glob));
  return {
    isIgnored: path !== undefined && matchesAny(ignore, path),
    isListed: listed.length === 0 ? undefined : path !== undefined && matchesAny(listed, path),
  };
}

function mergedInline({ layers }: LockedLayers): boolean {
  return (
    layers.findLast(({ inlineConfig }) => inlineConfig !== undefined)?.inlineConfig?.value ?? defaultConfig.inlineConfig
  );
}
