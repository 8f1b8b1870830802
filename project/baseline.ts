import { fingerprintVersion } from "../engine/fingerprint";
import { entryOf } from "./config-node";
import { parseJson } from "./parse-json";
import type { Complaints } from "./problems";
import { createReader } from "./reader";

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly rule: string;
  readonly fingerprint: string;
}

/** By path, relative to the folder of the configuration (or of the baseline, where there is none). */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** Reads what `writeBaseline` wrote; what is wrong with it is complained about. */
export function readBaseline(text: string, complaints: Complaints): Baseline {
  const documents = new Map<string, readonly BaselineEntry[]>();
  const reader = createReader(complaints);
  const node = parseJson(text, complaints);
  const map = node === undefined ? undefined : reader.map(node, "a baseline");
  if (map === undefined) return documents;
  const update = "write it anew with clauselint lint --update-baseline";
  for (const [key, expected] of [
    ["version", 1],
    ["fingerprint", fingerprintVersion],
  ] as const) {
    const found = entryOf(map, key)?.value;
    if (found?.kind === "scalar" && found.value === expected) continue;
    const span = found?.span ?? { start: map.span.start, end: map.span.start + 1 };
    complaints.add(span, "unsupported", `the baseline has not the ${key} ${expected} that is read here`, update);
    return documents;
  }
  const entries = entryOf(map, "documents")?.value;
  for (const { key, value } of entries === undefined ? [] : (reader.map(entries, "documents")?.entries ?? [])) {
    const known: BaselineEntry[] = [];
    for (const item of value.kind === "list" ? value.items : reader.list(value, `the findings of ${key}`)) {
      const entry = reader.map(item, "a finding of the baseline");
      const rule = entry && entryOf(entry, "rule");
      const fingerprint = entry && entryOf(entry, "fingerprint");
      if (rule?.value.kind === "scalar" && fingerprint?.value.kind === "scalar") {
        known.push({ rule: String(rule.value.value), fingerprint: String(fingerprint.value.value) });
      } else if (entry !== undefined) {
        complaints.add(entry.span, "missing-key", "the finding has no rule or no fingerprint", update);
      }
    }
    documents.set(key, known);
  }
  return documents;
}

/**
 * The text of a baseline: one line a finding, in an order that depends on nothing but the findings, so that diffs are small.
 * A document without findings is named as well, so that it is not taken for one that was renamed.
 */
export function writeBaseline(baseline: Baseline): string {
  const paths = [...baseline].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = paths.map(([path, entries]) => {
    const sorted = [...entries].sort((a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
    const findings = sorted.map(({ rule, fingerprint }) => `      ${JSON.stringify({ rule, fingerprint })}`);
    if (findings.length === 0) return `    ${JSON.stringify(path)}: []`;
    return `    ${JSON.stringify(path)}: [\n${findings.join(",\n")}\n    ]`;
  });
  const documents = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  return `{\n  "version": 1,\n  "fingerprint": ${fingerprintVersion},\n  "documents": ${documents}\n}\n`;
}

/**
 * The path under which the baseline knows a document: its own, or that of a file which is gone and was the same one.
 * That is told by the name, where it moved, or by the folder, where it was renamed; where that is not certain, nothing is.
 */
export function formerPath(path: string, known: readonly string[], gone: readonly string[]): string | undefined {
  if (known.includes(path)) return path;
  const sameName = gone.filter((other) => lastPart(other) === lastPart(path));
  if (sameName.length === 1) return sameName[0];
  const folder = path.slice(0, path.length - lastPart(path).length);
  const sameFolder = gone.filter((other) => other === folder + lastPart(other));
  return sameName.length === 0 && sameFolder.length === 1 ? sameFolder[0] : undefined;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
