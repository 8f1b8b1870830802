import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { localDay } from "../project/local-day";
import { startServer } from "./server";
import { createShippedLinter } from "./shipped-linter";

declare const self: DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  createLinter: createShippedLinter,
  fileSystem: undefined,
  today: () => localDay(new Date()),
  schedule(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
});
