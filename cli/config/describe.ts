import type { ConfigPlace, LintConfig } from "../../engine/config";
import type { ResolvedConfig } from "../../project/resolve-config";
import type { Origin } from "../../project/resolve-settings";
import type { ConfigOutput, OriginOutput } from "./config-output";

/** A resolved configuration for people or programs. */
export interface DescribedConfig {
  readonly output: ConfigOutput;
  readonly text: string;
}

export interface DescribeOptions {
  /** As printed; `undefined` where no document was named. */
  readonly path: string | undefined;
  readonly resolved: ResolvedConfig;
  /** How paths are printed. */
  readonly displayPath: (path: string) => string;
  /** Line of a place. */
  readonly lineOf: (place: ConfigPlace) => number;
}

/** Tells what holds, and which layer set it. */
export function describeConfig(options: DescribeOptions): DescribedConfig {
  const { path, resolved, displayPath } = options;
  const { config, configPath, origins } = resolved;
  const originOf = (key: string) => toOrigin(origins.get(key), options);
  const rows: Row[] = [];
  for (const [key, value] of Object.entries(valuesOf(config))) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      rows.push({ key, value, origin: originOf(key) });
      continue;
    }
    for (const [name, inner] of Object.entries(value)) {
      rows.push({ key: `${key}.${name}`, value: inner, origin: originOf(`${key}.${name}`) });
    }
  }
  for (const [id, { options: settings }] of Object.entries(config.rules)) {
    for (const [name, value] of Object.entries(settings)) {
      const key = `rules.${id}.${name}`;
      rows.push({ key, value, origin: originOf(key) });
    }
  }
  const output: ConfigOutput = {
    version: 1,
    path: path ?? null,
    config: configPath === undefined ? null : displayPath(configPath),
    ignored: resolved.isIgnored,
    listed: resolved.isListed ?? null,
    settings: rows.map(({ key, value, origin }) => ({ key, value, origin })),
    evidence: config.evidence.map(({ place, file, fileText: _, ...assertion }) => ({
      ...assertion,
      ...(file !== undefined && { file: displayPath(file) }),
      place: place === undefined ? null : toPlace(place, options),
    })),
    suppressions: config.suppressions.map(({ place, ...suppression }) => ({
      ...suppression,
      place: place === undefined ? null : toPlace(place, options),
    })),
    baseline: config.baseline === undefined ? null : config.baseline.size,
    packs: resolved.packs.map((pack) => displayPath(pack.path)),
    files: resolved.files.map(displayPath),
  };
  return { output, text: textOf(output) };
}

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly origin: OriginOutput;
}

function valuesOf({ kind, language, regimes, rules, facts, variables, inlineConfig, preview }: LintConfig) {
  const severities = Object.entries(rules).filter(([, { severity }]) => severity !== undefined);
  return {
    kind: kind ?? null,
    language: language ?? null,
    regimes,
    rules: Object.fromEntries(severities.map(([id, { severity }]) => [id, severity])),
    facts,
    variables,
    inlineConfig,
    preview,
  };
}

function toOrigin(origin: Origin | undefined, options: DescribeOptions): OriginOutput {
  if (origin?.place === undefined) return { layer: origin?.layer ?? "defaults", path: null, line: null };
  return { layer: origin.layer, ...toPlace(origin.place, options) };
}

function toPlace(place: ConfigPlace, { displayPath, lineOf }: DescribeOptions) {
  const isPreset = place.path.startsWith("clauselint:");
  return { path: displayPath(place.path), line: isPreset ? null : lineOf(place) };
}

function textOf({
  path,
  config,
  ignored,
  listed,
  settings,
  evidence,
  suppressions,
  baseline,
  packs,
}: ConfigOutput): string {
  const head = [
    path === null
      ? []
      : [`document       ${path}${ignored ? " (ignored)" : listed === false ? " (not among files)" : ""}`],
    [`configuration  ${config ?? "none"}`],
    baseline === null ? [] : [`baseline       ${baseline} ${baseline === 1 ? "finding" : "findings"}`],
    packs.map((pack) => `pack           ${pack}`),
  ].flat();
  const rows = [
    ...settings.map(({ key, value, origin }) => [
      key,
      value === null ? "decided by reading" : written(value),
      originText(origin),
    ]),
    ...evidence.map(({ disclosure, place, ...rest }) => [`evidence.${disclosure}`, written(rest), placeText(place)]),
    ...suppressions.map(({ rule, place, ...rest }) => [`suppressions ${rule}`, written(rest), placeText(place)]),
  ];
  const width = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
  const [first, second] = [Math.min(width(0), 50), Math.min(width(1), 60)];
  const lines = rows.map(([key = "", value = "", origin = ""]) =>
    `${key.padEnd(first)}  ${value.padEnd(second)}  ${origin}`.trimEnd(),
  );
  return `${[...head, "", ...lines].join("\n")}\n`;
}

function written(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function originText({ layer, path, line }: OriginOutput): string {
  return path === null ? layer : `${layer} ${placeText({ path, line })}`;
}

function placeText(place: { readonly path: string; readonly line: number | null } | null): string {
  if (place === null) return "";
  return place.line === null ? place.path : `${place.path}:${place.line}`;
}
