import type { ConfigProblem } from "../project/problems";
import { displayPath } from "./files";
import type { Host } from "./host";
import { printable } from "./reporters/cells";

/** Tells each mistake of a configuration once, however many documents it holds for. */
export interface ProblemPrinter {
  print(problems: readonly ConfigProblem[]): void;
  readonly hasPrinted: boolean;
}

export function createProblemPrinter(host: Host): ProblemPrinter {
  const printed = new Set<string>();
  return {
    print(problems) {
      for (const { path, line, column, message, remedy } of problems) {
        const place = `${displayPath(host, path)}:${line}:${column}`;
        const text = `clauselint: ${printable(place)}: ${printable(message)}; ${printable(remedy)}\n`;
        if (printed.has(text)) continue;
        printed.add(text);
        host.writeError(text);
      }
    },
    get hasPrinted() {
      return printed.size > 0;
    },
  };
}
