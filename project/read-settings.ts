import type { Assertion, DocumentKind, FactValue, RuleSetting, Suppression } from "../engine/config";
import { type Severity, severities } from "../engine/finding";
import { type ConfigNode, entryOf, type MapEntry, quoted, shown } from "./config-node";
import type { Glob } from "./globs";
import type { Knowledge } from "./knowledge";
import type { Placed, ScopedAssertion, ScopedSuppression, Settings } from "./layer";
import { readFact } from "./read-fact";
import { readOptions } from "./read-options";
import { namesToWrite, type Reader } from "./reader";

/** Where settings stand: what is possible differs a little. */
export interface SettingsPlace {
  /** In front matter everything is about one document. */
  readonly isFrontMatter: boolean;
  /** The absolute path of a reference to another file. */
  readonly resolve: (reference: string) => string;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What stands in every place where settings can be: an object that is filled, and the functions that fill it, by key. */
export function settingsReader(reader: Reader, knowledge: Knowledge, place: SettingsPlace) {
  const rules = new Map<string, Placed<RuleSetting>>();
  const facts = new Map<string, Placed<FactValue>>();
  const variables = new Map<string, Placed<string>>();
  const evidence: ScopedAssertion[] = [];
  const suppressions: ScopedSuppression[] = [];
  const settings: Mutable<Settings> = { rules, facts, variables, evidence, suppressions };
  const keys: Record<string, (entry: MapEntry) => void> = {
    kind({ value, keySpan }) {
      const kind = readKind(reader, value, knowledge);
      if (kind !== undefined) settings.kind = { value: kind, place: reader.place(keySpan) };
    },
    language({ value, keySpan }) {
      const language = readLanguage(reader, value);
      if (language !== undefined) settings.language = { value: language, place: reader.place(keySpan) };
    },
    regimes({ value, keySpan }) {
      const isAuto = value.kind === "scalar" && value.value === "auto";
      const ids = isAuto ? "auto" : readRegimes(reader, value, knowledge);
      if (ids !== undefined) settings.regimes = { value: ids, place: reader.place(keySpan) };
    },
    rules({ value }) {
      for (const entry of reader.map(value, "rules")?.entries ?? []) {
        const id = readRuleId(reader, { span: entry.keySpan, value: entry.key }, knowledge);
        const setting = id === undefined ? undefined : readRule(reader, id, entry.value, knowledge);
        if (id !== undefined && setting !== undefined) {
          rules.set(id, { value: setting, place: reader.place(entry.keySpan) });
        }
      }
    },
    facts({ value }) {
      for (const { key, keySpan, value: node } of reader.map(value, "facts")?.entries ?? []) {
        const id = reader.name({ span: keySpan, value: key }, "fact", [...knowledge.facts.keys()], "unknown-fact");
        const known = id === undefined ? undefined : knowledge.facts.get(id);
        if (id === undefined || known === undefined) continue;
        const fact = readFact(reader, id, known, node);
        if (fact !== undefined) facts.set(id, { value: fact, place: reader.place(keySpan) });
      }
    },
    variables({ value }) {
      for (const { key, keySpan, value: node } of reader.map(value, "variables")?.entries ?? []) {
        const type = reader.text(node, `the variable ${quoted(key)}`);
        if (type !== undefined) variables.set(key, { value: type, place: reader.place(keySpan) });
      }
    },
    evidence({ value }) {
      for (const { key, keySpan, value: node } of reader.map(value, "evidence")?.entries ?? []) {
        const name = { span: keySpan, value: key };
        const id = reader.name(name, "disclosure", knowledge.disclosures, "unknown-disclosure");
        if (id === undefined) continue;
        for (const item of node.kind === "list" ? node.items : [node]) {
          const read = readAssertion(reader, id, item, place);
          if (read !== undefined) evidence.push(read);
        }
      }
    },
    suppressions({ value }) {
      for (const item of reader.list(value, "suppressions")) {
        const read = readSuppression(reader, item, knowledge, place);
        if (read !== undefined) suppressions.push(read);
      }
    },
  };
  return { settings: settings as Settings, keys };
}

/** A document kind. */
export function readKind(reader: Reader, node: ConfigNode, knowledge: Knowledge): DocumentKind | undefined {
  const value = reader.text(node, "kind");
  if (value === undefined) return undefined;
  const kind = knowledge.kinds.find((known) => known === value);
  return kind ?? (reader.name({ span: node.span, value }, "kind", knowledge.kinds, "unknown-name") as undefined);
}

/** A language tag. */
export function readLanguage(reader: Reader, node: ConfigNode): string | undefined {
  const value = reader.text(node, "language");
  if (value === undefined || /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}$/.test(value)) return value;
  reader.complaints.add(
    node.span,
    "invalid-value",
    `${quoted(value)} is no language tag`,
    'write one like "en" or "de-AT"',
  );
  return undefined;
}

function readRegimes(reader: Reader, node: ConfigNode, { regimes }: Knowledge): readonly string[] | undefined {
  const ids = reader.texts(node, "regimes").map((text) => reader.name(text, "regime", regimes, "unknown-name"));
  // With one of them unknown nobody can tell what was meant by the rest.
  if (node.kind === "map" || ids.includes(undefined)) return undefined;
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Today's id of a rule. */
export function readRuleId(
  reader: Reader,
  node: { readonly span: ConfigNode["span"]; readonly value: string },
  { rules, formerRules }: Knowledge,
): string | undefined {
  if (rules.has(node.value)) return node.value;
  return formerRules.get(node.value) ?? reader.name(node, "rule", [...rules.keys()], "unknown-rule");
}

function readRule(reader: Reader, id: string, node: ConfigNode, knowledge: Knowledge): RuleSetting | undefined {
  const [first, second, ...more] = node.kind === "list" ? node.items : [node];
  const isSeverity = first?.kind === "scalar";
  const optionNode = isSeverity ? second : first;
  if (first === undefined || more.length > 0 || (!isSeverity && second !== undefined)) {
    const remedy = "write a severity, options in braces, or a list of both";
    reader.complaints.add(node.span, "invalid-value", `the rule ${id} cannot be ${shown(node)}`, remedy);
    return undefined;
  }
  const severity = isSeverity ? readSeverity(reader, id, first) : undefined;
  if (isSeverity && severity === undefined) return undefined;
  const options = optionNode === undefined ? {} : readOptions(reader, id, knowledge.rules.get(id)?.options, optionNode);
  return { severity, options };
}

const levels = ["off", ...[...severities].reverse()];
/** What other linters call them. */
const otherNames: Readonly<Record<string, string>> = {
  info: "information",
  warn: "warning",
  suggestion: "hint",
  none: "off",
  disable: "off",
  disabled: "off",
  false: "off",
  "0": "off",
  "1": "warning",
  "2": "error",
};

function readSeverity(reader: Reader, id: string, node: ConfigNode): Severity | "off" | undefined {
  const value = node.kind === "scalar" && node.value !== null ? String(node.value) : "";
  if (levels.includes(value)) return value as Severity | "off";
  const meant = Object.hasOwn(otherNames, value.toLowerCase()) ? otherNames[value.toLowerCase()] : undefined;
  const isEmptyValue = node.kind === "scalar" && node.value === null;
  reader.complaints.add(
    node.span,
    "invalid-value",
    isEmptyValue ? `the rule ${id} has no value` : `the severity of ${id} cannot be ${shown(node)}`,
    meant === undefined ? namesToWrite(value, levels) : `write ${meant}`,
  );
  return undefined;
}

function readAssertion(
  reader: Reader,
  disclosure: string,
  node: ConfigNode,
  place: SettingsPlace,
): ScopedAssertion | undefined {
  const map = reader.map(node, `the evidence for ${disclosure}`);
  if (map === undefined) return undefined;
  const assertion: Mutable<Assertion> = { disclosure, place: reader.place(map.span) };
  let files: readonly Glob[] = [];
  const text = (key: "quote" | "url" | "reason") => (entry: MapEntry) => {
    const value = reader.text(entry.value, key);
    if (value !== undefined) assertion[key] = value;
  };
  reader.keys(map, `in the evidence for ${disclosure}`, {
    quote: text("quote"),
    url: text("url"),
    reason: text("reason"),
    ...(!place.isFrontMatter && {
      file({ value }: MapEntry) {
        const file = reader.text(value, "file");
        if (file !== undefined) assertion.file = place.resolve(file);
      },
      files({ value }: MapEntry) {
        files = reader.globs(value, "files");
      },
    }),
  });
  const has = (key: string) => entryOf(map, key) !== undefined;
  const message = !["quote", "file", "url"].some(has)
    ? `the evidence for ${disclosure} does not say where it stands`
    : has("url") && (has("quote") || has("file"))
      ? `the evidence for ${disclosure} has a page and something else besides`
      : undefined;
  if (message !== undefined) {
    reader.complaints.add(
      map.span,
      "missing-key",
      message,
      "give a quote, a file (with or without a quote of it), or a url",
    );
    return undefined;
  }
  if (has("url") && !has("reason")) {
    const remedy = "add a reason: why the page is enough, since nobody looks at it here";
    reader.complaints.add(map.span, "missing-key", `the evidence for ${disclosure} is a page without a reason`, remedy);
    return undefined;
  }
  return (assertion.quote ?? assertion.file ?? assertion.url) ? { assertion, files } : undefined;
}

function readSuppression(
  reader: Reader,
  node: ConfigNode,
  knowledge: Knowledge,
  place: SettingsPlace,
): ScopedSuppression | undefined {
  const map = reader.map(node, "a suppression");
  if (map === undefined) return undefined;
  const read: Partial<Mutable<Suppression>> = {};
  let files: readonly Glob[] = [];
  const text = (key: "section" | "quote" | "reason") => (entry: MapEntry) => {
    const value = reader.text(entry.value, key);
    if (value !== undefined) read[key] = value;
  };
  reader.keys(map, "in a suppression", {
    rule({ value }) {
      const name = reader.text(value, "rule");
      const id = name === undefined ? undefined : readRuleId(reader, { span: value.span, value: name }, knowledge);
      if (id !== undefined) read.rule = id;
    },
    section: text("section"),
    quote: text("quote"),
    reason: text("reason"),
    until({ value }) {
      const until = reader.day(value, "until");
      if (until !== undefined) read.until = until;
    },
    ...(!place.isFrontMatter && {
      file({ value }: MapEntry) {
        files = reader.globs(value, "file");
      },
    }),
  });
  for (const [key, remedy] of [
    ["rule", "name the rule whose findings are meant"],
    ["reason", "say why: whoever reads this next year will ask"],
  ] as const) {
    if (entryOf(map, key) !== undefined) continue;
    reader.complaints.add(map.span, "missing-key", `the suppression has no ${key}`, remedy);
  }
  const { rule, reason } = read;
  if (rule === undefined || reason === undefined) return undefined;
  const [only] = files;
  const onlyHere = place.isFrontMatter || (files.length === 1 && only?.isOneFile === true);
  return {
    suppression: { ...read, rule, reason, ...(onlyHere && { onlyHere }), place: reader.place(map.span) },
    files,
  };
}
