import { Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ChangeConfigurationParams,
  type ChangeConfigurationResult,
  changeConfigurationRequest,
} from "../server/protocol";

// Every extension host has it; the types of the client know no host.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Writes something to the configuration of a document, and offers to show it. */
export async function changeConfiguration(
  client: BaseLanguageClient,
  params: ChangeConfigurationParams,
): Promise<void> {
  const result = await client.sendRequest<ChangeConfigurationResult>(changeConfigurationRequest, params);
  if (result.problem !== undefined) {
    void window.showErrorMessage(`Clauselint: ${result.problem}.`);
    return;
  }
  const uri = Uri.parse(result.uri, true);
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const edit = new WorkspaceEdit();
  if (result.exists) {
    const { isDirty, lineCount } = await workspace.openTextDocument(uri);
    // The server knows what is saved, and what is not would be lost.
    if (isDirty) {
      void window.showErrorMessage(`Clauselint: ${name} has changes that are not saved; save it first.`);
      return;
    }
    edit.replace(uri, new Range(0, 0, lineCount, 0), result.text);
  } else {
    edit.createFile(uri, { contents: new TextEncoder().encode(result.text) });
  }
  // What is not saved does not hold.
  const isWritten = (await workspace.applyEdit(edit)) && (await (await workspace.openTextDocument(uri)).save());
  if (!isWritten) {
    void window.showErrorMessage(`Clauselint: ${name} could not be written.`);
    return;
  }
  const show = "Show It";
  void window.showInformationMessage(`Written to ${name}.`, show).then(async (choice) => {
    if (choice === show) await window.showTextDocument(uri);
  });
}
