import type { ExtensionContext } from "vscode";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import { type Extension, startExtension } from "./extension";

let extension: Extension | undefined;

/** Called by VS Code on a desktop or a remote machine; the server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server/main-node.js");
  const run: NodeModule = { module, transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  extension = await startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
  );
}

/** Called by VS Code before it unloads the extension. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
