import { type CreateLinter, createConfiguration } from "./configuration";
import { helpText } from "./help";
import { type Host, OutputError } from "./host";
import type { OutputFormat, Request } from "./options";
import { readOptions } from "./options";
import { printable } from "./reporters/cells";
import { createColours, wantsColours } from "./reporters/colours";
import { readableWidth } from "./reporters/width";
import { type ExitCode, run } from "./run";
import { catalogueVersion, createShippedLinter } from "./shipped-linter";
import { version } from "./version";

/**
 * Carries out one call of the program, `args` being what stands behind its name; never rejects.
 * `createLinter` is called only where something is to be linted: once, and once for each set of packs.
 */
export async function main(
  args: readonly string[],
  host: Host,
  createLinter: CreateLinter = createShippedLinter,
): Promise<ExitCode> {
  try {
    const request = readOptions(args);
    switch (request.kind) {
      case "help":
        if (request.isAsked) await host.writeOutput(helpText);
        else host.writeError(helpText);
        return request.isAsked ? 0 : 2;
      case "version":
        await host.writeOutput(`${version} (catalogue ${catalogueVersion})\n`);
        return 0;
      case "error":
        host.writeError(`clauselint: ${printable(request.error.message)}; ${printable(request.error.remedy)}\n`);
        return 2;
      case "explain":
        return await explain(host, request.id, request.format);
      case "init": {
        const { initialise } = await import("./config/entry");
        return await initialise(host, request.options, createLinter());
      }
      case "config":
        return await config(host, request, createLinter);
      case "run":
        return await run(host, request.options, createLinter);
    }
  } catch (error) {
    if (error instanceof OutputError) {
      host.writeError(`clauselint: the output cannot be written: ${error.message}; make room for it\n`);
      return 2;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.writeError(`clauselint: internal error; please report it with what follows\n${detail}\n`);
    return 2;
  }
}

async function config(
  host: Host,
  { path, format, ...options }: Extract<Request, { kind: "config" }>,
  createLinter: CreateLinter,
): Promise<ExitCode> {
  const { printConfig } = await import("./config/entry");
  const resolver = await createConfiguration(host, options, createLinter).resolver();
  return printConfig({ host, path, isJson: format === "json", resolver });
}

async function explain(host: Host, id: string | undefined, format: OutputFormat): Promise<ExitCode> {
  // Only this command needs it, and it is large.
  const { explain, explainList, explainListText, explainText } = await import("./explain/explain");
  const text = {
    colours: createColours(wantsColours(host.isTerminal, host.environment)),
    width: readableWidth(host.columns),
  };
  if (id === undefined) {
    const list = explainList();
    await host.writeOutput(format === "json" ? `${JSON.stringify(list)}\n` : explainListText(list, text));
    return 0;
  }
  const found = explain(id);
  if (!("output" in found)) {
    const meant = found.nearest === undefined ? "" : `did you mean ${found.nearest}? `;
    host.writeError(
      `clauselint: there is no disclosure or rule ${printable(JSON.stringify(id))}; ${meant}clauselint explain alone lists all\n`,
    );
    return 2;
  }
  await host.writeOutput(format === "json" ? `${JSON.stringify(found.output)}\n` : explainText(found.output, text));
  return 0;
}
