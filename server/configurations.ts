import presets from "clauselint:presets";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Linter } from "../engine/linter";
import { innermostFolder } from "../project/document-path";
import type { FileSystem } from "../project/file-system";
import { baselineName, configNames } from "../project/find-config";
import { createPackLinters } from "../project/pack-linters";
import { nameOf, parentOf, resolvePath } from "../project/paths";
import type { ConfigProblem } from "../project/problems";
import { readConfigFile } from "../project/read-config-file";
import { createResolver, type DocumentConfig, type ResolvedConfig, type Resolver } from "../project/resolve-config";
import { type Converter, createConverter } from "./convert";
import { isDraft } from "./document-key";
import type { Host } from "./host";
import { pathOf, uriOf } from "./paths";

/** What holds for each open document, by the same resolver as on the command line. */
export interface Configurations {
  /** Never rejects. `configPath` is what the editor's settings name in place of the nearest configuration; "" for that one. */
  load(uri: string, configPath: string): Promise<DocumentConfig>;
  /** The path by which a document is known to its configuration. */
  placeOf(uri: string): string;
  /** With the packs of a configuration. */
  linterFor(packs: ResolvedConfig["packs"]): Linter;
  /** The text of a file that a configuration is made of, read once; `undefined` where it cannot be read. */
  textOf(path: string): Promise<Converter | undefined>;
  /** What `textOf` has read. */
  knownTextOf(path: string): Converter | undefined;
  /** The mistakes of the configuration that holds for documents directly in an open folder; `configPath` as for `load`. */
  problemsIn(folder: string, configPath: string | undefined): Promise<readonly ConfigProblem[]>;
  /** Notes what a document depends on. */
  watch(resolved: Pick<ResolvedConfig, "files" | "neighbours">): void;
  /** Whether any document depends on the file, or may from now on; or on its being there, where it has come or gone. */
  concerns(path: string, hasComeOrGone: boolean): boolean;
  /** Reads everything anew when it is asked for next. */
  forget(): void;
  /** Packages may be loaded from now on. */
  trust(): void;
  /** Different after everything that may change what holds. */
  readonly generation: number;
}

export interface ConfigurationsOptions {
  readonly host: Host;
  readonly fileSystem: FileSystem;
  /** The addresses of the open folders at the moment. */
  readonly folders: () => readonly string[];
  readonly isTrusted: boolean;
}

export function createConfigurations({ host, fileSystem, folders, isTrusted }: ConfigurationsOptions): Configurations {
  let shipped: Linter | undefined;
  const getShipped = () => {
    shipped ??= host.createLinter();
    return shipped;
  };
  const linters = createPackLinters(getShipped, (packs) => host.createLinter(packs));
  let trusted = isTrusted;
  let generation = 0;
  /** By the path of the configuration that is named, "" for the nearest one. */
  let resolvers = new Map<string, Resolver>();
  let resolversFor = "";
  let texts = new Map<string, Promise<Converter | undefined>>();
  let read = new Map<string, Converter | undefined>();
  const watched = new Set<string>();
  const neighbours = new Set<string>();

  /** A resolver remembers the last good configurations, so that it lives as long as it can. */
  function resolverFor(configPath: string | undefined): Resolver {
    const paths = folders().map(pathOf);
    const circumstances = JSON.stringify([paths, trusted]);
    if (circumstances !== resolversFor) resolvers = new Map();
    resolversFor = circumstances;
    const known = resolvers.get(configPath ?? "");
    if (known !== undefined) return known;
    const made = createResolver({
      fileSystem,
      presets,
      folders: paths,
      ...(configPath !== undefined && { configPath }),
      allowsInlineConfig: true,
      isTrusted: trusted,
      knowledge: linters.knowledge,
    });
    resolvers.set(configPath ?? "", made);
    return made;
  }

  /** A draft is on its way into the first folder. */
  function placeOf(uri: string): string {
    const [first] = folders();
    return isDraft(uri) && first !== undefined ? `${pathOf(first)}/${draftName}` : pathOf(uri);
  }

  /** Relative to the folder of the document. */
  function absolute(uri: string, configPath: string): string | undefined {
    if (configPath === "") return undefined;
    const place = placeOf(uri);
    const own = innermostFolder(place, folders().map(pathOf));
    return resolvePath(own ?? parentOf(place) ?? place, configPath);
  }

  return {
    load: (uri, configPath) => resolverFor(absolute(uri, configPath)).load(placeOf(uri)),
    placeOf,
    linterFor: (packs) => linters.linterFor(packs),
    textOf(path) {
      let reading = texts.get(path);
      if (reading === undefined) {
        const into = read;
        reading = readConfigFile(fileSystem, path).then((file) => {
          const converter =
            "text" in file ? createConverter(TextDocument.create(uriOf(path), "", 0, file.text)) : undefined;
          into.set(path, converter);
          return converter;
        });
        texts.set(path, reading);
      }
      return reading;
    },
    knownTextOf: (path) => read.get(path),
    async problemsIn(folder, configPath) {
      const resolver = resolverFor(configPath ? resolvePath(pathOf(folder), configPath) : undefined);
      const { problems, files } = await resolver.project(pathOf(folder));
      for (const file of files) watched.add(file);
      return problems;
    },
    watch({ files, neighbours: others }) {
      for (const file of files) watched.add(file);
      for (const file of others) neighbours.add(file);
    },
    concerns: (path, hasComeOrGone) =>
      watched.has(path) ||
      (hasComeOrGone && neighbours.has(path)) ||
      [...configNames, baselineName].includes(nameOf(path)),
    forget() {
      generation += 1;
      for (const resolver of resolvers.values()) resolver.forget();
      texts = new Map();
      read = new Map();
    },
    trust() {
      trusted = true;
      generation += 1;
    },
    get generation() {
      return generation;
    },
  };
}

/** No file is called like this. */
const draftName = "<draft>";
