import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type ClientSupport, readClientSupport } from "./client-support";
import { createConfigurations } from "./configurations";
import type { ServerContext } from "./context";
import { registerChangeConfiguration } from "./features/change-configuration";
import { registerCodeAction } from "./features/code-action";
import { createConfigurationFeature } from "./features/configuration";
import { registerDiagnostic } from "./features/diagnostic";
import { createDocumentStateSender, createIgnoredSender } from "./features/document-state";
import { registerHover } from "./features/hover";
import { registerNextPlaceholder } from "./features/next-placeholder";
import { registerPublishDiagnostics } from "./features/publish-diagnostics";
import { registerSetKind } from "./features/set-kind";
import { createFileSystem } from "./file-system";
import type { Host } from "./host";
import { isRecord } from "./is-record";
import { createLog, describe, runSafe } from "./log";
import { createSession } from "./session";
import { createSettingsCache } from "./settings";
import { createWorkspaceFolders } from "./workspace-folders";

/** Serves the connection until it ends; what the server is made of is put together here and nowhere else. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params) => {
    const support = readClientSupport(params);
    assemble(connection, documents, host, params, support);
    return { serverInfo: { name: "clauselint" }, capabilities: capabilitiesFor(support) };
  });
  documents.listen(connection);
  connection.listen();
}

function capabilitiesFor(support: ClientSupport): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    ...(support.quickFixes && { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
    ...(support.pullDiagnostics && {
      diagnosticProvider: { identifier: "clauselint", interFileDependencies: false, workspaceDiagnostics: false },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function assemble(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: Host,
  params: InitializeParams,
  support: ClientSupport,
): void {
  const log = createLog(connection.console);
  const folders = createWorkspaceFolders(connection, params, support);
  // What a client that cannot be asked has told of its own accord.
  let told: unknown = params.initializationOptions;
  const settings = createSettingsCache(
    async (uri) =>
      support.configuration
        ? connection.workspace.getConfiguration({ section: "clauselint", ...(uri !== undefined && { scopeUri: uri }) })
        : told,
    (error) => log.error(`The settings could not be read: ${describe(error)}`),
  );
  const options: unknown = params.initializationOptions;
  const configurations = createConfigurations({
    host,
    fileSystem: createFileSystem(connection, support, host.fileSystem),
    folders: folders.current,
    isTrusted: !isRecord(options) || options.isTrusted !== false,
  });
  const configuration = createConfigurationFeature(() => context);
  const session = createSession({
    ...{ host, log, support, configurations },
    settings: settings.get,
    folders: folders.current,
    onLint: createDocumentStateSender(connection),
    onIgnored: createIgnoredSender(connection),
    onProblems: configuration.problems,
  });
  const context: ServerContext = {
    ...{ configurations, connection, documents, host, log, session, settings, support, refresh },
    folders: folders.current,
  };
  // The session hears of a document before the features do.
  documents.onDidOpen(({ document }) => session.open(document));
  documents.onDidSave(({ document }) => session.saved(document));
  documents.onDidClose(({ document: { uri } }) => {
    session.close(uri);
    settings.forget(uri);
  });
  const publish = support.pullDiagnostics ? undefined : registerPublishDiagnostics(context);
  if (support.pullDiagnostics) registerDiagnostic(context);
  registerCodeAction(context);
  registerChangeConfiguration(context);
  registerHover(context);
  registerSetKind(context);
  registerNextPlaceholder(context);
  configuration.listen();

  function refresh(uri?: string): void {
    if (publish !== undefined) {
      for (const each of uri === undefined ? session.uris() : [uri]) publish(each);
    } else if (support.refreshDiagnostics) {
      connection.languages.diagnostics
        .refresh()
        .catch((error: unknown) => log.warning(`The client did not renew the diagnostics: ${describe(error)}`));
    }
  }

  async function readLogLevel(): Promise<void> {
    log.level = (await settings.get(undefined)).logLevel;
  }

  connection.onDidChangeConfiguration((change) =>
    runSafe(log, "workspace/didChangeConfiguration", undefined, async () => {
      if (isRecord(change?.settings)) told = change.settings.clauselint;
      settings.clear();
      await readLogLevel();
      refresh();
      await configuration.check();
    }),
  );
  connection.onInitialized(() =>
    runSafe(log, "initialized", undefined, async () => {
      folders.follow(() => void runSafe(log, "workspace/didChangeWorkspaceFolders", undefined, configuration.renew));
      if (support.configuration && support.registerConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: "clauselint" });
      }
      await readLogLevel();
      await configuration.start();
      log.info(`Diagnostics are ${support.pullDiagnostics ? "pulled by the client" : "pushed by the server"}`);
    }),
  );
}
