import type { Linter } from "../engine/linter";
import { helpText } from "./help";
import { type Host, OutputError } from "./host";
import { readOptions } from "./options";
import { printable } from "./reporters/cells";
import { type ExitCode, run } from "./run";
import { catalogueVersion, createShippedLinter } from "./shipped-linter";
import { version } from "./version";

/**
 * Carries out one call of the program, `args` being what stands behind its name; never rejects.
 * `createLinter` is called once, and only where something is to be linted.
 */
export async function main(
  args: readonly string[],
  host: Host,
  createLinter: () => Linter = createShippedLinter,
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
