import { type Disposable, type Event, EventEmitter, type TextDocument, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type DocumentState, documentStateNotification } from "../server/protocol";

/** What the server last said of each open document. */
export interface DocumentStates extends Disposable {
  /** `undefined` where the server has not read the document. */
  get(document: TextDocument): DocumentState | undefined;
  readonly onDidChange: Event<void>;
}

/** To be called before the client starts, so that nothing is missed. */
export function createDocumentStates(client: BaseLanguageClient): DocumentStates {
  const states = new Map<string, DocumentState>();
  const changes = new EventEmitter<void>();
  const subscriptions = [
    changes,
    client.onNotification(documentStateNotification, (state: DocumentState) => {
      states.set(state.uri, state);
      changes.fire();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Stopped) return;
      states.clear();
      changes.fire();
    }),
    workspace.onDidCloseTextDocument((document) => void states.delete(document.uri.toString())),
  ];
  return {
    get: (document) => states.get(document.uri.toString()),
    onDidChange: changes.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
