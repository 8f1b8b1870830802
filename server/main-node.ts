import { createConnection } from "vscode-languageserver/node";
import { localDay } from "../project/local-day";
import { nodeFileSystem } from "./node-file-system";
import { startServer } from "./server";
import { createShippedLinter } from "./shipped-linter";

// The transport is chosen by the arguments: --node-ipc, --stdio, --socket or --pipe.
startServer(createConnection(), {
  createLinter: createShippedLinter,
  fileSystem: nodeFileSystem,
  today: () => localDay(new Date()),
  schedule(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
});
