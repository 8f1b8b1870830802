import type { PackSource } from "../engine/catalogue/pack-model";
import { defaultConfig } from "../engine/config";
import type { Linter } from "../engine/linter";
import { createConfigFinder, mayConfigureItself } from "../project/find-config";
import type { PackLinters } from "../project/pack-linters";
import { parentOf } from "../project/paths";
import type { DocumentConfig, ResolvedConfig, Resolver, Selection } from "../project/resolve-config";
import type { Host } from "./host";

/** The configurations of a run; what reads them is loaded when there is the first. */
export interface Configuration {
  /** Without packs. */
  readonly linter: Linter;
  /** `undefined` for standard input that has no name. */
  load(path: string | undefined): Promise<LoadedDocument>;
  resolver(): Promise<Resolver>;
  /** The linter with the packs of a configuration. */
  linterFor(packs: ResolvedConfig["packs"]): Promise<Linter>;
}

/** Makes the linter; with packs, what they add is in it. */
export type CreateLinter = (packs?: readonly PackSource[]) => Linter;

interface Loaded {
  readonly resolver: Resolver;
  readonly linters: PackLinters;
}

/** What holds for a document. */
export interface LoadedDocument extends Selection {
  /** With the front matter of the text. */
  resolve(text: string): Promise<ResolvedConfig>;
}

export interface ConfigurationOptions {
  /** As given on the command line; `undefined`: the nearest one counts. */
  readonly config: string | undefined;
  readonly allowsInlineConfig: boolean;
  /** As given on the command line; `undefined`: that of the configuration. */
  readonly baseline?: string | undefined;
}

/** What stands for the name of standard input that has none. */
export const unnamed = "<stdin>";

export function createConfiguration(
  host: Host,
  { config, allowsInlineConfig, baseline }: ConfigurationOptions,
  createLinter: CreateLinter,
): Configuration {
  const linter = createLinter();
  const { fileSystem, workingDirectory } = host;
  const folders = [workingDirectory];
  const find = createConfigFinder(fileSystem, folders);
  let loading: Promise<Loaded> | undefined;
  const load = () => {
    loading ??= import("./config/entry").then(({ createShippedResolver, createPackLinters }) => {
      const linters = createPackLinters(() => linter, createLinter);
      const resolver = createShippedResolver({
        fileSystem,
        folders,
        ...(config !== undefined && { configPath: host.resolve(config) }),
        ...(baseline !== undefined && { baselinePath: host.resolve(baseline) }),
        allowsInlineConfig,
        isTrusted: true,
        knowledge: linters.knowledge,
      });
      return { resolver, linters };
    });
    return loading;
  };
  const resolver = async () => (await load()).resolver;
  const withoutFile = (path: string): LoadedDocument => ({
    ...nothingSelected,
    resolve: async (text) =>
      allowsInlineConfig && mayConfigureItself(text)
        ? (await (await resolver()).load(path)).resolve(text)
        : { ...unconfigured, config: { ...defaultConfig, inlineConfig: allowsInlineConfig } },
  });
  return {
    linter,
    resolver,
    linterFor: async (packs) => (packs.length === 0 ? linter : (await load()).linters.linterFor(packs)),
    async load(given) {
      const path = given ?? `${workingDirectory}/${unnamed}`;
      if (config === undefined && baseline === undefined) {
        const found = await find(parentOf(path) ?? path);
        if (found.path === undefined && found.baseline === undefined) return withoutFile(path);
      }
      const loaded: DocumentConfig = await (await resolver()).load(path);
      return { ...loaded, resolve: async (text) => loaded.resolve(text) };
    },
  };
}

const nothingSelected: Selection = { isIgnored: false, isListed: undefined };

const unconfigured: Omit<ResolvedConfig, "config"> = {
  ...nothingSelected,
  documentKey: undefined,
  configPath: undefined,
  packs: [],
  files: [],
  neighbours: [],
  origins: new Map(),
  problems: [],
};
