import type { Connection, InitializeParams } from "vscode-languageserver";
import type { ClientSupport } from "./client-support";

/** The addresses of the folders that are open in the client. */
export interface WorkspaceFolders {
  current(): readonly string[];
  /** Follows the changes from now on; to be called after the client has said that it is initialized. */
  follow(onChange: () => void): void;
}

export function createWorkspaceFolders(
  connection: Connection,
  params: InitializeParams,
  support: ClientSupport,
): WorkspaceFolders {
  const given = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const folders = new Set(given);
  return {
    current: () => [...folders],
    follow(onChange) {
      if (!support.workspaceFolders) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        onChange();
      });
    },
  };
}
