import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver";
import { readableExtensions } from "../../project/format";
import type { ConfigProblem } from "../../project/problems";
import type { ServerContext } from "../context";
import { emptyFile, toConfigDiagnostic } from "../convert";
import { runSafe } from "../log";
import { pathOf, uriOf } from "../paths";
import { trustNotification } from "../protocol";

/** What may be a configuration, a pack, a baseline or a file that a configuration names as evidence. */
const watchedFiles = `**/{${[".json", ".jsonc", ".yaml", ".yml", ...readableExtensions].map((each) => `*${each}`).join(",")},.clauselintrc}`;

/** Shows the mistakes of configurations in their own files, and renews everything when one of these files changes. */
export interface ConfigurationFeature {
  /** Notes the mistakes that hold for a document; `undefined` when it is closed. */
  problems(uri: string, problems: readonly ConfigProblem[] | undefined): void;
  /** Looks again for mistakes in what is read already: something else has changed. */
  check(): Promise<void>;
  /** Reads everything anew. */
  renew(): Promise<void>;
  /** Hears what the client tells from now on. */
  listen(): void;
  /** To be called once the client has said that it is initialized. */
  start(): Promise<void>;
}

export function createConfigurationFeature(context: () => ServerContext): ConfigurationFeature {
  /** By the address of a document, "" for the folders. */
  const told = new Map<string, readonly ConfigProblem[]>();
  let shown = new Map<string, string>();
  let isWaiting = false;
  /** One at a time, so that what is older is never told later. */
  let showing: Promise<void> = Promise.resolve();

  function problems(uri: string, found: readonly ConfigProblem[] | undefined): void {
    if (found === undefined || found.length === 0) {
      if (!told.delete(uri)) return;
    } else {
      if (JSON.stringify(told.get(uri)) === JSON.stringify(found)) return;
      told.set(uri, found);
    }
    showSoon();
  }

  /** Many documents tell the same at once. */
  function showSoon(): void {
    if (isWaiting) return;
    isWaiting = true;
    const { host, log } = context();
    host.schedule(() => {
      isWaiting = false;
      showing = showing.then(() => runSafe(log, "textDocument/publishDiagnostics", undefined, show));
    }, 0);
  }

  async function show(): Promise<void> {
    const { configurations, connection } = context();
    const byPath = new Map<string, Map<string, ConfigProblem>>();
    for (const all of told.values()) {
      for (const problem of all) {
        const ofPath = byPath.get(problem.path) ?? new Map<string, ConfigProblem>();
        byPath.set(problem.path, ofPath.set(JSON.stringify(problem), problem));
      }
    }
    const now = new Map<string, string>();
    for (const [path, found] of byPath) {
      // What cannot be read has its mistake at the beginning.
      const file = (await configurations.textOf(path)) ?? emptyFile(path);
      const diagnostics = [...found.values()].map((problem) => toConfigDiagnostic(problem, file));
      const key = JSON.stringify(diagnostics);
      now.set(path, key);
      if (shown.get(path) !== key) await connection.sendDiagnostics({ uri: uriOf(path), diagnostics });
    }
    for (const path of shown.keys()) {
      if (!now.has(path)) await connection.sendDiagnostics({ uri: uriOf(path), diagnostics: [] });
    }
    shown = now;
  }

  async function readFolders(): Promise<void> {
    const { configurations, folders, settings } = context();
    const found: ConfigProblem[] = [];
    for (const folder of folders()) {
      const { enable, configPath } = await settings.get(folder);
      if (enable) found.push(...(await configurations.problemsIn(folder, configPath)));
    }
    problems("", found);
  }

  /** Not every client asks again for every document, and the mistakes are not the documents'. */
  async function check(): Promise<void> {
    const { session } = context();
    await readFolders();
    for (const uri of session.uris()) await session.check(uri);
  }

  async function renew(): Promise<void> {
    const { configurations, log, refresh } = context();
    configurations.forget();
    log.debug("The configurations are read anew");
    refresh();
    await check();
    showSoon();
  }

  return {
    problems,
    check,
    renew,
    listen() {
      const { configurations, connection, documents, log, support } = context();
      connection.onNotification(trustNotification, () =>
        runSafe(log, trustNotification, undefined, () => {
          configurations.trust();
          return renew();
        }),
      );
      connection.onDidChangeWatchedFiles(({ changes }) =>
        runSafe(log, "workspace/didChangeWatchedFiles", undefined, async () => {
          const isConcerned = changes.some(({ uri, type }) =>
            configurations.concerns(pathOf(uri), type !== FileChangeType.Changed),
          );
          if (isConcerned) await renew();
        }),
      );
      // Whoever is not told of changed files can only look again when something is saved.
      if (!support.watchFiles) documents.onDidSave(() => runSafe(log, "textDocument/didSave", undefined, renew));
    },
    async start() {
      const { connection, support } = context();
      if (support.watchFiles) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: watchedFiles }],
        });
      }
      await readFolders();
    },
  };
}
