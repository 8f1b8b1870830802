// How the tests open documents and wait for what VS Code and the extension do: by events, never by time.
import {
  commands,
  type Diagnostic,
  type Disposable,
  type Event,
  languages,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { expectDefined } from "./expect";

/** Shows a file of the folder that is open. */
export async function openFile(name: string): Promise<TextEditor> {
  const folder = expectDefined(workspace.workspaceFolders?.[0], "open folder");
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)));
}

/** Shows a draft that is no file yet. */
export async function openDraft(language: "markdown" | "plaintext", content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language, content }));
}

/** Closes every editor; what was not saved is lost. */
export async function closeEditors(): Promise<void> {
  while (window.activeTextEditor !== undefined)
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** Waits until the condition holds, looking again whenever the event fires. */
export function until<T>(event: Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let subscription: Disposable | undefined;
    const check = () => {
      try {
        const value = look();
        if (value === undefined) return;
        subscription?.dispose();
        resolve(value);
      } catch (error) {
        subscription?.dispose();
        reject(error);
      }
    };
    subscription = event(check);
    check();
  });
}

/** The findings in a document as soon as they are as asked. */
export function findingsWhen(
  { uri }: TextDocument,
  isAsAsked: (rules: readonly string[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return until(languages.onDidChangeDiagnostics, () => {
    const found = findings(uri);
    return isAsAsked(found.map(ruleOf)) ? found : undefined;
  });
}

/** Our own diagnostics of a document, as they are now. */
export function findings(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === "clauselint");
}

/** The id of the rule, which is the code of the diagnostic. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
