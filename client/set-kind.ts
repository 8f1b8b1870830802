import { commands, type Disposable, type QuickPickItem, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type DocumentKind, type DocumentState, type SetKindParams, setKindRequest } from "../server/protocol";
import type { DocumentStates } from "./document-states";
import { kindNames } from "./kind-names";

export const setKindCommand = "clauselint.setKind";

/**
 * The user says what the document of the active editor is, until it is closed.
 * Another extension or a key binding may give the kind as argument; `null` lets reading decide again.
 */
export function registerSetKind(client: BaseLanguageClient, states: DocumentStates): Disposable {
  return commands.registerCommand(setKindCommand, async (given: unknown) => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    const kind = given === null || isKind(given) ? given : await askForKind(states.get(document));
    if (kind === undefined) return;
    const params: SetKindParams = { uri: client.code2ProtocolConverter.asUri(document.uri), kind };
    const isOpen = await client.sendRequest<boolean>(setKindRequest, params);
    if (!isOpen) void window.showInformationMessage("Clauselint reads Markdown, HTML and plain text only.");
  });
}

function isKind(value: unknown): value is DocumentKind {
  return typeof value === "string" && Object.hasOwn(kindNames, value);
}

interface KindItem extends QuickPickItem {
  readonly documentKind: DocumentKind | null;
}

/** `undefined` where the user chose nothing. */
async function askForKind(state: DocumentState | undefined): Promise<DocumentKind | null | undefined> {
  const items: KindItem[] = (Object.entries(kindNames) as [DocumentKind, string][]).map(([kind, label]) => ({
    documentKind: kind,
    label,
    ...(state?.kind === kind && { description: state.isChosen ? "chosen" : "recognised" }),
  }));
  items.push({
    documentKind: null,
    label: "Let Clauselint decide",
    ...(state?.isChosen === false && { description: "as now" }),
  });
  const chosen = await window.showQuickPick(items, {
    title: "What is this document?",
    placeHolder: "Holds until the document is closed",
  });
  return chosen?.documentKind;
}
