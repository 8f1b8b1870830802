import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type Extension, startExtension } from "./extension";

let extension: Extension | undefined;

/** Called by VS Code in a browser; the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/main-worker.js");
  const worker = new Worker(script.toString(true));
  context.subscriptions.push({ dispose: () => worker.terminate() });
  extension = await startExtension(context, (id, name, options) => new LanguageClient(id, name, worker, options));
}

/** Called by VS Code before it unloads the extension. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
