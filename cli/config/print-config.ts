import { readConfigFile } from "../../project/read-config-file";
import { readDocument } from "../../project/read-document";
import type { Resolver } from "../../project/resolve-config";
import { createProblemPrinter } from "../config-problems";
import { displayPath } from "../files";
import type { Host } from "../host";
import { createLines, type Lines } from "../reporters/lines";
import { describeConfig } from "./describe";

export interface PrintConfigOptions {
  readonly host: Host;
  /** As given; `undefined` for what holds in the working directory. */
  readonly path: string | undefined;
  readonly isJson: boolean;
  readonly resolver: Resolver;
}

/** Prints what holds for a file or a folder, and returns the exit code. The file need not exist. */
export async function printConfig({ host, path, isJson, resolver }: PrintConfigOptions): Promise<0 | 2> {
  const given = host.resolve(path ?? ".");
  const info = await host.fileSystem.stat(given);
  const isFolder = info?.kind === "directory";
  const document = isFolder ? `${given}/<document>` : given;
  const read = info?.kind === "file" ? await readDocument(host.fileSystem, given) : undefined;
  const text = read?.problem === undefined ? (read?.text ?? "") : "";
  const resolved = (await resolver.load(document)).resolve(text);
  const problems = createProblemPrinter(host);
  problems.print(resolved.problems);
  const lines = new Map<string, Lines>([[document, createLines(text)]]);
  for (const file of resolved.files) {
    const config = await readConfigFile(host.fileSystem, file);
    if ("text" in config) lines.set(file, createLines(config.text));
  }
  const { output, text: shown } = describeConfig({
    path: isFolder ? undefined : displayPath(host, document),
    resolved,
    displayPath: (each) => displayPath(host, each),
    lineOf: ({ path: file, span }) => lines.get(file)?.position(span.start).line ?? 1,
  });
  await host.writeOutput(isJson ? `${JSON.stringify(output)}\n` : shown);
  return problems.hasPrinted ? 2 : 0;
}
