import { type Disposable, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { trustNotification } from "../server/protocol";

/** Tells the server when the user begins to trust the workspace: a trust is only ever granted. */
export function tellOfTrust(client: BaseLanguageClient): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustNotification));
}
