import type { Catalogue } from "../../engine/catalogue/compile";
import type { FactEffect } from "../../engine/catalogue/fact-model";
import type { DocumentKind, FactValue } from "../../engine/config";
import { globOf } from "../../project/globs";
import { yamlList, yamlScalar } from "../../project/write-yaml";

/** A policy that lies in the folder. */
export interface FoundPolicy {
  /** Relative to the configuration. */
  readonly path: string;
  readonly kind: DocumentKind;
  /** The laws that it names, and where. */
  readonly claimed: readonly { readonly id: string; readonly line: number }[];
}

export interface InitialText {
  readonly catalogue: Pick<Catalogue, "facts" | "regimes">;
  /** Names behind "clauselint:". */
  readonly presets: readonly string[];
  readonly facts: ReadonlyMap<string, FactValue>;
  readonly policies: readonly FoundPolicy[];
}

/** With more of them, patterns are easier to read than paths. */
const mostPaths = 20;

/** A configuration with what is known, and comments that say what else can be said. */
export function initialText({ catalogue, presets, facts, policies }: InitialText): string {
  return [
    "# Configuration of Clauselint: https://github.com/clauselint/clauselint#configuration",
    "# `clauselint config <file>` prints what holds for a file, and which line says so.",
    "",
    ...extendsLines(presets),
    ...fileLines(policies),
    ...regimeLines(catalogue, presets, facts, policies),
    ...factLines(catalogue, facts),
    ...ruleLines,
  ].join("\n");
}

function extendsLines(presets: readonly string[]): string[] {
  if (presets.length === 0) return [];
  return [`extends: ${yamlList(presets.map((name) => `clauselint:${name}`))}`, ""];
}

function fileLines(policies: readonly FoundPolicy[]): string[] {
  const head =
    "# Which files are read where a folder is named; others are left out. Their kind is decided by reading, unless it stands here.";
  if (policies.length === 0) {
    return [head, "# files:", "#   - policies/**/*.md", "#   - { glob: legal/cookies.md, kind: cookie-policy }", ""];
  }
  const lines =
    policies.length <= mostPaths
      ? policies.map(({ path, kind }) => `  - ${yamlScalar(globOf(path))} # ${kind}`)
      : [...new Set(policies.map(({ path }) => patternOf(path)))].map((pattern) => `  - ${yamlScalar(pattern)}`);
  return [head, "files:", ...lines, "# ignore: [drafts/**]", ""];
}

/** All files of the same extension in and below the folder. */
function patternOf(path: string): string {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return `${globOf(folder)}**/*${path.slice(path.lastIndexOf("."))}`;
}

function regimeLines(
  { facts: known, regimes }: InitialText["catalogue"],
  presets: readonly string[],
  facts: InitialText["facts"],
  policies: readonly FoundPolicy[],
): string[] {
  const head = "# The laws by which to judge; what they demand is an error where it is missing.";
  if (presets.length > 0) return [head, "# Without this line those of the presets.", "# regimes: [core, eu-gdpr]", ""];
  const reasons = new Map<string, string>();
  for (const { path, claimed } of policies) {
    for (const { id, line } of claimed) if (!reasons.has(id)) reasons.set(id, `named in ${path}:${line}`);
  }
  for (const [id, value] of facts) {
    for (const effect of known.get(id)?.effects ?? []) {
      if (!holds(effect, value)) continue;
      for (const regime of effect.regimes ?? []) if (!reasons.has(regime)) reasons.set(regime, `follows from ${id}`);
    }
  }
  if (reasons.size === 0) {
    return [head, '# "auto": the core set, and what the text itself claims to follow.', "regimes: auto", ""];
  }
  const lines = [...reasons].map(([id, reason]) => `  - ${id} # ${regimes.get(id)?.name ?? id}: ${reason}`);
  return [head, "regimes:", "  - core", ...lines, ""];
}

function holds({ when }: FactEffect, value: FactValue): boolean {
  if (when === undefined) return true;
  const wanted = Array.isArray(when) ? when : [when];
  return (Array.isArray(value) ? value : [value]).some((each) => wanted.includes(each));
}

function factLines({ facts: known }: InitialText["catalogue"], facts: InitialText["facts"]): string[] {
  const stated = [...known].filter(([id]) => facts.has(id));
  const others = [...known].filter(([id]) => !facts.has(id));
  const line = (id: string, value: unknown) => `  ${id}: ${Array.isArray(value) ? yamlList(value) : yamlScalar(value)}`;
  return [
    "# What is known of the organisation: it decides which duties there are, fills snippets, and is held against the text.",
    ...(stated.length === 0 ? ["# facts:"] : ["facts:"]),
    ...stated.map(([id, { title }]) => `${line(id, facts.get(id))} # ${title}`),
    ...others.map(([id, { type, title, example, options = {} }]) => {
      const choices = Object.keys(options);
      const value = type === "boolean" ? true : type === "age" ? 16 : (example ?? choices[0] ?? "…");
      return `# ${line(id, value)} # ${title}`;
    }),
    "",
  ];
}

const ruleLines = [
  "# How grave the findings of a rule are: off, hint, information, warning or error.",
  "# rules:",
  "#   unfilled-placeholder: warning",
  "",
  "# Settings for some of the files only.",
  "# overrides:",
  "#   - files: [drafts/**]",
  "#     rules: { unfilled-placeholder: hint }",
  "",
  "# Where a policy says what the linter does not see.",
  "# evidence:",
  "#   retention: { quote: the words that say it }",
  "",
  "# Findings that somebody has looked at.",
  "# suppressions:",
  "#   - { rule: unfilled-placeholder, file: policies/privacy.md, reason: why, until: 2027-12-31 }",
  "",
];
