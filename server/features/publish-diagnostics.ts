import type { ServerContext } from "../context";
import type { Scheduled } from "../host";
import { runSafe } from "../log";

/** How long typing has to pause before the diagnostics are renewed, in milliseconds. */
const pause = 150;

/** `textDocument/publishDiagnostics`, for clients that do not ask by themselves. Returns a function that publishes anew. */
export function registerPublishDiagnostics(context: ServerContext): (uri: string) => void {
  const { connection, documents, host, log, session, settings } = context;
  const waiting = new Map<string, Scheduled>();

  function later(uri: string, milliseconds: number, task: () => Promise<void>): void {
    waiting.get(uri)?.cancel();
    waiting.set(
      uri,
      host.schedule(() => {
        waiting.delete(uri);
        void runSafe(log, "textDocument/publishDiagnostics", undefined, task);
      }, milliseconds),
    );
  }

  async function publish(uri: string): Promise<void> {
    const { enable } = await settings.get(uri);
    const linted = enable ? await session.lint(uri) : undefined;
    // Meanwhile the document may have been closed, and closing has cleared its diagnostics.
    const version = session.version(uri);
    if (version === undefined) return;
    // One that was overtaken is on its way again.
    if (linted !== undefined && linted.converter.version !== version) return;
    const diagnostics = linted?.diagnostics ?? [];
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }

  async function publishWhileTyping(uri: string): Promise<void> {
    const { run } = await settings.get(uri);
    if (run === "onType") await publish(uri);
  }

  documents.onDidOpen(({ document: { uri } }) => later(uri, 0, () => publish(uri)));
  documents.onDidChangeContent(({ document: { uri } }) => {
    // Opening is a change of content, too, and is already on its way.
    if (session.isDirty(uri)) later(uri, pause, () => publishWhileTyping(uri));
  });
  documents.onDidSave(({ document: { uri } }) => later(uri, 0, () => publish(uri)));
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.cancel();
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return (uri) => later(uri, 0, () => publish(uri));
}
