import type { Finding } from "../../engine/finding";
import { type Baseline, type BaselineEntry, writeBaseline } from "../../project/baseline";
import { pathBelow } from "../../project/document-path";
import { baselineName } from "../../project/find-config";
import { parentOf, resolvePath } from "../../project/paths";
import type { Project, Resolver } from "../../project/resolve-config";
import { displayPath } from "../files";
import type { Host } from "../host";
import type { UnmatchedOutput } from "../output";

/** What a run found in one document, as far as baselines care. */
export interface BaselineDocument {
  /** Absolute. */
  readonly path: string;
  /** The name under which the baseline knows it, where that is not its own any more. */
  readonly formerKey: string | undefined;
  readonly findings: readonly Pick<Finding, "ruleId" | "fingerprint" | "state">[];
  readonly unmatched: readonly string[];
}

export interface SettleOptions {
  readonly host: Host;
  readonly resolver: Resolver;
  /** In the order in which they were read. */
  readonly documents: readonly BaselineDocument[];
  readonly isUpdate: boolean;
}

export interface SettledBaselines {
  /** Entries that match nothing any more, of what was read and of what is gone; none after an update. */
  readonly unmatched: readonly UnmatchedOutput[];
  /** What was written, as sentences for people. */
  readonly written: readonly string[];
}

/** Compares a run with the baselines of its documents, and writes these where that is asked for. */
export async function settleBaselines(options: SettleOptions): Promise<SettledBaselines> {
  const { host, resolver, isUpdate } = options;
  const byBaseline = new Map<string, Group>();
  for (const document of options.documents) {
    const project = await resolver.project(parentOf(document.path) ?? document.path);
    const folder = project.folder ?? host.workingDirectory;
    const path = project.baselinePath ?? resolvePath(folder, baselineName);
    const group = byBaseline.get(path) ?? { path, folder, project, documents: new Map<string, BaselineDocument>() };
    group.documents.set(pathBelow(document.path, [folder]) ?? document.path, document);
    byBaseline.set(path, group);
  }
  const unmatched: UnmatchedOutput[] = [];
  const written: string[] = [];
  for (const group of byBaseline.values()) {
    const gone = await goneFrom(host, group);
    if (!isUpdate) {
      unmatched.push(...unmatchedOf(host, group, gone));
      continue;
    }
    const baseline = updated(group, gone);
    await host.writeFile(group.path, writeBaseline(baseline));
    const entries = [...baseline.values()].filter((each) => each.length > 0);
    const count = entries.reduce((sum, each) => sum + each.length, 0);
    const findings = `${count} ${count === 1 ? "finding" : "findings"}`;
    const files = `${entries.length} ${entries.length === 1 ? "file" : "files"}`;
    written.push(`${displayPath(host, group.path)}: ${findings} of ${files} written`);
  }
  return { unmatched, written };
}

/** The documents of one baseline. */
interface Group {
  readonly path: string;
  readonly folder: string;
  readonly project: Project;
  /** By the name that the baseline has for them now. */
  readonly documents: Map<string, BaselineDocument>;
}

/** What the baseline knows and the file system does not, save what was only renamed. */
async function goneFrom({ fileSystem }: Host, { folder, project, documents }: Group): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  const renamed = new Set([...documents.values()].map(({ formerKey }) => formerKey));
  for (const key of project.baseline?.keys() ?? []) {
    if (documents.has(key) || renamed.has(key)) continue;
    // What cannot be told is not forgotten.
    const isThere = await fileSystem.stat(resolvePath(folder, key)).then(
      (info) => info !== undefined,
      () => true,
    );
    if (!isThere) gone.add(key);
  }
  return gone;
}

function unmatchedOf(host: Host, group: Group, gone: ReadonlySet<string>): UnmatchedOutput[] {
  const { folder, project, documents } = group;
  const output = (path: string, { rule, fingerprint }: BaselineEntry): UnmatchedOutput => ({
    path: displayPath(host, path),
    ruleId: rule,
    fingerprint,
  });
  const read = [...documents].flatMap(([key, { path, formerKey, unmatched }]) => {
    const entries = project.baseline?.get(formerKey ?? key) ?? [];
    return entries.filter(({ fingerprint }) => unmatched.includes(fingerprint)).map((entry) => output(path, entry));
  });
  const lost = [...gone].flatMap((key) =>
    (project.baseline?.get(key) ?? []).map((entry) => output(resolvePath(folder, key), entry)),
  );
  return [...read, ...lost];
}

/** What was not read keeps its entries, unless it is gone. */
function updated({ project, documents }: Group, gone: ReadonlySet<string>): Baseline {
  const renamed = new Set([...documents].flatMap(([key, { formerKey }]) => (formerKey === key ? [] : [formerKey])));
  const kept = [...(project.baseline ?? [])].filter(([key]) => !gone.has(key) && !renamed.has(key));
  const baseline = new Map<string, readonly BaselineEntry[]>(kept);
  for (const [key, { findings }] of documents) {
    const known = findings.filter(({ state }) => state !== "suppressed");
    baseline.set(
      key,
      known.map(({ ruleId, fingerprint }) => ({ rule: ruleId, fingerprint })),
    );
  }
  return baseline;
}
