import { createConnection } from "vscode-languageserver/node";
import { localDay } from "../project/local-day";
import { startServer } from "./server";
import { createShippedLinter } from "./shipped-linter";

// The transport is chosen by the arguments: --node-ipc, --stdio, --socket or --pipe.
startServer(createConnection(), {
  createLinter: createShippedLinter,
  today: () => localDay(new Date()),
  schedule(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
});
