import type { Finding } from "../engine/finding";
import { readConfigFile } from "../project/read-config-file";
import { displayPath } from "./files";
import type { Host } from "./host";
import type { RelatedOutput } from "./output";
import { type Grounds, noGrounds } from "./reporters/grounds";
import { createLines, type Lines } from "./reporters/lines";

/** Looks up the places in configuration files; one that has gone since has none. */
export async function findGrounds(host: Host, findings: readonly Finding[]): Promise<Grounds> {
  if (findings.every(({ configPlace }) => configPlace === undefined)) return noGrounds;
  const files = new Map<string, Lines | undefined>();
  const grounds = new Map<Finding, RelatedOutput>();
  for (const finding of findings) {
    if (finding.configPlace === undefined) continue;
    const { path, span } = finding.configPlace;
    if (!files.has(path)) {
      const read = await readConfigFile(host.fileSystem, path);
      files.set(path, "text" in read ? createLines(read.text) : undefined);
    }
    const lines = files.get(path);
    if (lines === undefined) continue;
    grounds.set(finding, {
      message: "The configuration has it here",
      path: displayPath(host, path),
      ...lines.range(span),
    });
  }
  return grounds;
}
