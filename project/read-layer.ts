import type { ConfigNode, MapEntry } from "./config-node";
import type { FilePattern } from "./globs";
import type { Knowledge } from "./knowledge";
import type { Layer, Override, Placed, References } from "./layer";
import { readKind, readLanguage, readRuleId, settingsReader } from "./read-settings";
import type { Reader, TextNode } from "./reader";

/** Where a layer comes from. */
export interface LayerOrigin {
  readonly source: Layer["source"];
  /** The absolute path of a reference to another file. */
  readonly resolve: (reference: string) => string;
}

/** What a configuration extends, and the packs that it names. */
export function readReferences(reader: Reader, node: ConfigNode, { resolve }: LayerOrigin): References {
  const placed = ({ span, value }: TextNode): Placed<string> => ({ value, place: reader.place(span) });
  const texts = (key: string) => {
    const entry = node.kind === "map" ? node.entries.find((each) => each.key === key) : undefined;
    return entry === undefined ? [] : reader.texts(entry.value, key).map(placed);
  };
  const packs = texts("packs").filter((pack) => isUsablePath(reader, pack));
  return { extends: texts("extends"), packs: packs.map(({ value, place }) => ({ value: resolve(value), place })) };
}

/** A whole configuration, without what it refers to; whatever is wrong in it is left out and complained about. */
export function readLayer(reader: Reader, node: ConfigNode, knowledge: Knowledge, origin: LayerOrigin): Layer {
  const place = { isFrontMatter: false, resolve: origin.resolve };
  const { settings, keys } = settingsReader(reader, knowledge, place);
  const files: FilePattern[] = [];
  const ignore: Layer["ignore"][number][] = [];
  const overrides: Override[] = [];
  const locked: Placed<string>[] = [];
  const layer: { -readonly [Key in keyof Layer]: Layer[Key] } = {
    source: origin.source,
    file: reader.complaints.file,
    settings,
    files,
    ignore,
    overrides,
    locked,
  };
  const boolean = (key: "inlineConfig" | "preview") => (entry: MapEntry) => {
    const value = reader.boolean(entry.value, key);
    if (value !== undefined) layer[key] = { value, place: reader.place(entry.keySpan) };
  };
  const readBefore = () => undefined;
  const map = reader.map(node, "a configuration");
  if (map === undefined) return layer;
  reader.keys(map, "in a configuration", {
    extends: readBefore,
    packs: readBefore,
    files: ({ value }) => files.push(...readFiles(reader, value, knowledge)),
    ignore: ({ value }) => ignore.push(...reader.globs(value, "ignore")),
    overrides({ value }) {
      for (const item of reader.list(value, "overrides")) {
        const override = readOverride(reader, item, knowledge, origin);
        if (override !== undefined) overrides.push(override);
      }
    },
    locked({ value }) {
      for (const text of reader.texts(value, "locked")) {
        const id = readRuleId(reader, text, knowledge);
        if (id !== undefined) locked.push({ value: id, place: reader.place(text.span) });
      }
    },
    baseline({ value }) {
      const path = reader.text(value, "baseline");
      const placed = path === undefined ? undefined : { value: path, place: reader.place(value.span) };
      if (placed === undefined || !isUsablePath(reader, placed)) return;
      layer.baseline = { value: origin.resolve(placed.value), place: placed.place };
    },
    inlineConfig: boolean("inlineConfig"),
    preview: boolean("preview"),
    ...keys,
    description: ({ value }) => void reader.text(value, "description"),
    $schema: ({ value }) => void reader.text(value, "$schema"),
  });
  return layer;
}

/** Paths are written alike on every system. */
export function isUsablePath(reader: Reader, { value, place }: Placed<string>): boolean {
  if (!value.includes("\\") && !value.includes("\0")) return true;
  reader.complaints.add(place.span, "invalid-path", "there is a backslash in the path", 'write "/" between folders');
  return false;
}

function readFiles(reader: Reader, node: ConfigNode, knowledge: Knowledge): FilePattern[] {
  return reader.list(node, "files").flatMap((item): FilePattern[] => {
    if (item.kind !== "map") {
      const text = reader.text(item, "an entry of files");
      const glob = text === undefined ? undefined : reader.glob({ span: item.span, value: text });
      return glob === undefined ? [] : [{ glob, kind: undefined, language: undefined, place: reader.place(item.span) }];
    }
    const read: { -readonly [Key in keyof FilePattern]?: FilePattern[Key] | undefined } = {};
    reader.keys(item, "in an entry of files", {
      glob({ value }) {
        const text = reader.text(value, "glob");
        read.glob = text === undefined ? undefined : reader.glob({ span: value.span, value: text });
      },
      kind({ value }) {
        read.kind = readKind(reader, value, knowledge);
      },
      language({ value }) {
        read.language = readLanguage(reader, value);
      },
    });
    if (!item.entries.some(({ key }) => key === "glob")) {
      reader.complaints.add(
        item.span,
        "missing-key",
        "the entry of files has no glob",
        "name the files that it is about",
      );
    }
    return read.glob === undefined
      ? []
      : [{ glob: read.glob, kind: read.kind, language: read.language, place: reader.place(item.span) }];
  });
}

function readOverride(
  reader: Reader,
  node: ConfigNode,
  knowledge: Knowledge,
  { resolve }: LayerOrigin,
): Override | undefined {
  const map = reader.map(node, "an override");
  if (map === undefined) return undefined;
  const { settings, keys } = settingsReader(reader, knowledge, { isFrontMatter: false, resolve });
  let files: Override["files"] = [];
  reader.keys(map, "in an override", {
    files({ value }) {
      files = reader.globs(value, "files");
    },
    ...keys,
  });
  if (!map.entries.some(({ key }) => key === "files")) {
    reader.complaints.add(map.span, "missing-key", "the override has no files", "name the files that it is about");
  }
  return files.length === 0 ? undefined : { files, settings };
}
