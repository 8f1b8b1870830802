import {
  type ConfigPlace,
  defaultConfig,
  type FactValue,
  type LintConfig,
  type RuleSetting,
  type Suppression,
} from "../engine/config";
import { matchesAny } from "./globs";
import type { Layer, Placed, ScopedAssertion, Settings } from "./layer";
import type { LayerTree } from "./load-config";

/** Which kind of layer set a value, the later ones stronger. */
export type LayerName = "defaults" | "preset" | "file" | "override" | "front matter";

/** Where a value comes from. */
export interface Origin {
  readonly layer: LayerName;
  /** `undefined` for defaults. */
  readonly place: ConfigPlace | undefined;
}

/** What a document's configuration says before evidence and baseline are read. */
export interface MergedSettings {
  readonly config: LintConfig;
  /** By the path of the setting in a configuration, for example "rules.missing-retention". */
  readonly origins: ReadonlyMap<string, Origin>;
  /** That of a whole layer, resolved later. */
  readonly evidence: readonly ScopedAssertion[];
}

export interface MergeInput {
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** The same layers as they extend one another. */
  readonly tree: LayerTree | undefined;
  /** Relative to the folder of the configuration; `undefined` where the document lies elsewhere. */
  readonly path: string | undefined;
  readonly frontMatter: Settings | undefined;
}

/** Puts the layers of a document together: defaults, presets, files, overrides for the path, front matter. */
export function mergeSettings({ layers, tree, path, frontMatter }: MergeInput): MergedSettings {
  const merging = new Merging();
  const isFor = (globs: Parameters<typeof matchesAny>[0]) => path !== undefined && matchesAny(globs, path);
  for (const { source, settings } of layers) merging.add(source, settings, isFor);
  if (tree !== undefined) merging.regimes(tree);
  for (const { source, files, inlineConfig, preview } of layers) {
    for (const { glob, kind, language, place } of files) {
      if (path === undefined || !glob.matches(path)) continue;
      if (kind !== undefined) merging.set("kind", kind, { layer: source, place });
      if (language !== undefined) merging.set("language", language, { layer: source, place });
    }
    if (inlineConfig !== undefined) merging.set("inlineConfig", inlineConfig.value, from(source, inlineConfig));
    if (preview !== undefined) merging.set("preview", preview.value, from(source, preview));
  }
  for (const { overrides } of layers) {
    for (const { files, settings } of overrides) if (isFor(files)) merging.add("override", settings, isFor);
  }
  if (frontMatter !== undefined) merging.add("front matter", frontMatter, isFor);
  return merging.finish();
}

function from(layer: LayerName, { place }: Placed<unknown>): Origin {
  return { layer, place };
}

class Merging {
  private readonly config: { -readonly [Key in keyof LintConfig]: LintConfig[Key] } = { ...defaultConfig };
  private readonly origins = new Map<string, Origin>();
  private readonly rules = new Map<string, RuleSetting>();
  private readonly facts = new Map<string, Placed<FactValue>>();
  private readonly variables = new Map<string, string>();
  private readonly evidence: ScopedAssertion[] = [];
  private readonly suppressions: Suppression[] = [];

  set<Key extends "kind" | "language" | "regimes" | "inlineConfig" | "preview">(
    key: Key,
    value: LintConfig[Key],
    origin: Origin,
  ): void {
    this.config[key] = value;
    this.origins.set(key, origin);
  }

  /** Presets and files that are extended side by side add their regimes up; what a file says itself takes their place. */
  regimes(tree: LayerTree): void {
    const found = regimesOf(tree);
    if (found !== undefined) this.set("regimes", found.value, { layer: found.layer, place: found.place });
  }

  add(layer: LayerName, settings: Settings, isFor: (globs: ScopedAssertion["files"]) => boolean): void {
    const { kind, language, regimes } = settings;
    if (kind !== undefined) this.set("kind", kind.value, from(layer, kind));
    if (language !== undefined) this.set("language", language.value, from(layer, language));
    if (regimes !== undefined) this.set("regimes", regimes.value, from(layer, regimes));
    for (const [id, placed] of settings.rules) {
      const below = this.rules.get(id);
      const { severity = below?.severity, options } = placed.value;
      this.rules.set(id, { severity, options: { ...below?.options, ...options } });
      if (placed.value.severity !== undefined) this.origins.set(`rules.${id}`, from(layer, placed));
      for (const name of Object.keys(options)) this.origins.set(`rules.${id}.${name}`, from(layer, placed));
    }
    for (const [id, placed] of settings.facts) {
      this.facts.set(id, placed);
      this.origins.set(`facts.${id}`, from(layer, placed));
    }
    for (const [name, placed] of settings.variables) {
      this.variables.set(name, placed.value);
      this.origins.set(`variables.${name}`, from(layer, placed));
    }
    const holds = ({ files }: { readonly files: ScopedAssertion["files"] }) => files.length === 0 || isFor(files);
    for (const each of settings.evidence) if (holds(each)) this.evidence.push(each);
    for (const each of settings.suppressions) if (holds(each)) this.suppressions.push(each.suppression);
  }

  finish(): MergedSettings {
    const facts = [...this.facts];
    return {
      config: {
        ...this.config,
        ...(this.origins.get("kind")?.layer === "front matter" && { isKindFromFrontMatter: true }),
        rules: Object.fromEntries(this.rules),
        facts: Object.fromEntries(facts.map(([id, { value }]) => [id, value])),
        factPlaces: Object.fromEntries(facts.map(([id, { place }]) => [id, place])),
        variables: Object.fromEntries(this.variables),
        suppressions: this.suppressions,
      },
      origins: this.origins,
      evidence: this.evidence,
    };
  }
}

interface FoundRegimes {
  readonly value: "auto" | readonly string[];
  readonly layer: LayerName;
  readonly place: ConfigPlace;
}

function regimesOf({ layer, bases }: LayerTree): FoundRegimes | undefined {
  const own = layer.settings.regimes;
  if (own !== undefined) return { value: own.value, layer: layer.source, place: own.place };
  const found = bases.map(regimesOf).filter((each) => each !== undefined);
  const pinned = found.flatMap(({ value }) => (value === "auto" ? [] : value));
  const last = found.at(-1);
  if (last === undefined) return undefined;
  return { ...last, value: found.every(({ value }) => value === "auto") ? "auto" : [...new Set(pinned)] };
}

/** The layers of a tree, weakest first, each once. */
export function layersOf(tree: LayerTree | undefined): readonly Layer[] {
  const layers: Layer[] = [];
  const visit = ({ layer, bases }: LayerTree): void => {
    for (const base of bases) visit(base);
    if (!layers.includes(layer)) layers.push(layer);
  };
  if (tree !== undefined) visit(tree);
  return layers;
}
