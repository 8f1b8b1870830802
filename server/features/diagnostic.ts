import { type DocumentDiagnosticReport, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { ServerContext } from "../context";
import { runSafe } from "../log";

/** `textDocument/diagnostic`: the client asks when it wants to show a document. */
export function registerDiagnostic(context: ServerContext): void {
  const { connection, documents, log, refresh, session, settings } = context;
  /** What the client shows, by address; requests of other features may have read the text since. */
  const shown = new Map<string, string>();
  connection.languages.diagnostics.on((params, token) =>
    runSafe<Answer>(log, "textDocument/diagnostic", { kind: "full", items: [] }, async () => {
      const { uri } = params.textDocument;
      const version = session.version(uri);
      const { enable, run } = await settings.get(uri);
      await nextTurn(context);
      // Both without data: the client asks again if it still wants to know.
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      if (session.version(uri) !== version) return new ResponseError(LSPErrorCodes.ServerCancelled, "overtaken");
      if (!enable) return { kind: "full", items: [], resultId: "disabled" };
      const { previousResultId } = params;
      if (run === "onSave" && session.isDirty(uri) && previousResultId !== undefined) {
        if (shown.get(uri) === previousResultId) return { kind: "unchanged", resultId: previousResultId };
      }
      const linted = await session.lint(uri);
      if (session.version(uri) !== version) return new ResponseError(LSPErrorCodes.ServerCancelled, "overtaken");
      if (linted === undefined) return { kind: "full", items: [] };
      const { resultId, diagnostics } = linted;
      shown.set(uri, resultId);
      if (resultId === previousResultId) return { kind: "unchanged", resultId };
      return { kind: "full", resultId, items: [...diagnostics] };
    }),
  );
  // Not every client asks again after saving, which in this mode is when there is something new.
  documents.onDidSave(({ document: { uri } }) =>
    runSafe(log, "textDocument/didSave", undefined, async () => {
      const { run } = await settings.get(uri);
      if (run === "onSave") refresh(uri);
    }),
  );
  documents.onDidClose(({ document: { uri } }) => void shown.delete(uri));
}

type Answer = DocumentDiagnosticReport | ResponseError<never>;

/** Lets the messages that have already arrived be handled first: one of them may cancel or overtake the request. */
function nextTurn({ host }: ServerContext): Promise<void> {
  return new Promise((resolve) => host.schedule(resolve, 0));
}
