import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { type Extension, startExtension } from "./extension";

let extension: Extension | undefined;

/** Called by VS Code in a browser; the server is a web worker, a new one with every start. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/main-worker.js").toString(true);
  let worker: Worker | undefined;
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(script);
    // Not the worker itself: the extension host's own kind of worker is not recognised as one behind a promise.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  extension = await startExtension(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
}

/** Called by VS Code before it unloads the extension. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
