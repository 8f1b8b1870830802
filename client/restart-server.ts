import { commands, type Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Ends the server and starts it anew, for when it hangs; nothing but chosen kinds is lost. */
export function registerRestartServer(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("clauselint.restartServer", async () => {
    await client.stop();
    await client.start();
  });
}
