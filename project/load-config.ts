import { nodeOf } from "./config-node";
import type { FileSystem } from "./file-system";
import { findPackage, isPackageName } from "./find-package";
import type { Knowledge } from "./knowledge";
import type { Layer, Placed } from "./layer";
import { parseConfig } from "./parse-config";
import { parentOf, resolvePath } from "./paths";
import { type Complaints, type ConfigFile, type ConfigProblem, complaintsAbout } from "./problems";
import { readConfigFile } from "./read-config-file";
import { type LayerOrigin, readLayer, readReferences } from "./read-layer";
import { createReader, namesToWrite, type Reader } from "./reader";

/** A layer on top of those that it extends. */
export interface LayerTree {
  readonly layer: Layer;
  /** In the order in which they are named. */
  readonly bases: readonly LayerTree[];
}

/** A configuration with everything that it refers to. */
export interface LoadedLayers {
  /** `undefined` where the file itself cannot be read. */
  readonly tree: LayerTree | undefined;
  readonly packs: readonly ConfigFile[];
  readonly knowledge: Knowledge;
  readonly problems: readonly ConfigProblem[];
  /** Every file that was read or looked for. */
  readonly files: readonly string[];
}

/** What a set of packs adds to the names that there are, and what is wrong with them. */
export interface PackKnowledge {
  readonly knowledge: Knowledge;
  readonly problems: readonly ConfigProblem[];
}

export interface LoadOptions {
  readonly fileSystem: FileSystem;
  /** Name behind "clauselint:" → a configuration. */
  readonly presets: Readonly<Record<string, unknown>>;
  /** Whether packages may be looked for: what lies in a workspace that nobody trusts may have come with it. */
  readonly isTrusted: boolean;
  readonly knowledge: (packs: readonly ConfigFile[]) => PackKnowledge;
}

/** How many files may extend one another. */
const mostFiles = 50;

/** A file that has been read, but not understood yet. */
interface Draft {
  readonly reader: Reader;
  readonly node: ReturnType<typeof nodeOf>;
  readonly origin: LayerOrigin;
  readonly bases: readonly Draft[];
}

/** Reads a configuration and what it extends; never rejects. */
export async function loadLayers(path: string, options: LoadOptions): Promise<LoadedLayers> {
  const loading = new Loading(options);
  const draft = await loading.file(path, undefined, []);
  const { packs, files, problems } = loading;
  const known = options.knowledge(packs);
  const finished = new Map<Draft, LayerTree>();
  const finish = (each: Draft): LayerTree => {
    const done = finished.get(each);
    if (done !== undefined) return done;
    const bases = each.bases.map(finish);
    const tree = { layer: readLayer(each.reader, each.node, known.knowledge, each.origin), bases };
    finished.set(each, tree);
    return tree;
  };
  const tree = draft && finish(draft);
  return {
    tree,
    packs,
    knowledge: known.knowledge,
    problems: [...problems, ...known.problems],
    files: [...files],
  };
}

class Loading {
  readonly problems: ConfigProblem[] = [];
  readonly packs: ConfigFile[] = [];
  readonly files = new Set<string>();
  private readonly drafts = new Map<string, Draft | undefined>();

  constructor(private readonly options: LoadOptions) {}

  /** `from` is the place that names the file, `above` the files on the way to it. */
  async file(path: string, from: Placed<string> | undefined, above: readonly string[]): Promise<Draft | undefined> {
    this.files.add(path);
    if (this.drafts.has(path)) return this.drafts.get(path);
    const read = await readConfigFile(this.options.fileSystem, path);
    if ("message" in read) {
      const complaints = complaintsAbout({ path, text: "" }, this.problems);
      if (from === undefined)
        complaints.add({ start: 0, end: 0 }, "unreachable", `the configuration ${read.message}`, read.remedy);
      else this.about(from, "unreachable", `${JSON.stringify(from.value)} ${read.message}`, read.remedy);
      this.drafts.set(path, undefined);
      return undefined;
    }
    const complaints = complaintsAbout(read, this.problems);
    this.texts.set(path, complaints);
    const node = parseConfig(read.text, complaints);
    const folder = parentOf(path) ?? path;
    const origin: LayerOrigin = { source: "file", resolve: (reference) => resolvePath(folder, reference) };
    const draft = node && (await this.draft({ complaints, node, origin, folder, above: [...above, path] }));
    this.drafts.set(path, draft);
    return draft;
  }

  private readonly texts = new Map<string, Complaints>();

  private about({ place }: Placed<string>, ...[code, message, remedy]: [ConfigProblem["code"], string, string]): void {
    const complaints = this.texts.get(place.path) ?? complaintsAbout({ path: place.path, text: "" }, this.problems);
    complaints.add(place.span, code, message, remedy);
  }

  private async draft(read: {
    readonly complaints: Complaints;
    readonly node: Draft["node"];
    readonly origin: LayerOrigin;
    readonly folder: string;
    readonly above: readonly string[];
  }): Promise<Draft> {
    const reader = createReader(read.complaints);
    const references = readReferences(reader, read.node, read.origin);
    for (const pack of references.packs) await this.pack(pack);
    const bases: Draft[] = [];
    for (const each of references.extends) {
      const base = await this.base(each, read.folder, read.above);
      if (base !== undefined) bases.push(base);
    }
    return { reader, node: read.node, origin: read.origin, bases };
  }

  private async base(from: Placed<string>, folder: string, above: readonly string[]): Promise<Draft | undefined> {
    const { value } = from;
    const shown = JSON.stringify(value);
    if (value.startsWith("clauselint:")) return this.preset(from);
    const isPath = /^(?:\.{1,2}(?:\/|$)|\/|[A-Za-z]:\/)/.test(value);
    if (value.includes("\\")) {
      this.about(from, "invalid-path", "there is a backslash in the path", 'write "/" between folders');
      return undefined;
    }
    let path = isPath ? resolvePath(folder, value) : undefined;
    if (!isPath) {
      if (!isPackageName(value)) {
        this.about(from, "unreachable", `${shown} is no name of a package`, 'write a path that begins with "./"');
        return undefined;
      }
      if (!this.options.isTrusted) {
        const remedy = "trust the workspace, or extend a file of it";
        this.about(from, "untrusted-workspace", `${shown} is not loaded: the workspace is not trusted`, remedy);
        return undefined;
      }
      const found = await findPackage(this.options.fileSystem, folder, value);
      for (const each of found.looked) this.files.add(each);
      path = found.path;
    }
    if (path === undefined) {
      const remedy = /\.(?:jsonc?|ya?ml)$/i.test(value)
        ? `write "./${value}" for a file`
        : `install it, or write a preset such as "clauselint:${Object.keys(this.options.presets)[0]}"`;
      this.about(from, "unreachable", `there is no package ${shown} that has a configuration`, remedy);
      return undefined;
    }
    if (above.includes(path)) {
      this.about(from, "extends-cycle", `${shown} extends this file itself`, "take one of the two out");
      return undefined;
    }
    if (above.length >= mostFiles) {
      this.about(from, "too-large", `more than ${mostFiles} files extend one another`, "put some of them together");
      return undefined;
    }
    return this.file(path, from, above);
  }

  private async preset(from: Placed<string>): Promise<Draft | undefined> {
    const { presets } = this.options;
    const name = from.value.slice("clauselint:".length);
    const path = from.value;
    if (!Object.hasOwn(presets, name)) {
      const known = Object.keys(presets);
      const remedy = namesToWrite(name, known).replace("did you mean ", "did you mean clauselint:");
      this.about(from, "unreachable", `there is no preset ${JSON.stringify(path)}`, remedy);
      return undefined;
    }
    if (this.drafts.has(path)) return this.drafts.get(path);
    const origin: LayerOrigin = { source: "preset", resolve: (reference) => reference };
    const complaints = complaintsAbout({ path, text: "" }, this.problems);
    const draft = await this.draft({ complaints, node: nodeOf(presets[name]), origin, folder: "", above: [] });
    this.drafts.set(path, draft);
    return draft;
  }

  private async pack(from: Placed<string>): Promise<void> {
    this.files.add(from.value);
    if (this.packs.some(({ path }) => path === from.value)) return;
    const read = await readConfigFile(this.options.fileSystem, from.value, maxPackSize);
    if ("message" in read) this.about(from, "unreachable", `the pack ${read.message}`, read.remedy);
    else this.packs.push(read);
  }
}

/** In bytes. */
const maxPackSize = 4 * 1024 * 1024;
