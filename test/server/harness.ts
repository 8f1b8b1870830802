import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  CodeActionKind,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  MarkupKind,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import type { Linter } from "../../engine/linter";
import type { FileSystem } from "../../project/file-system";
import type { Host } from "../../server/host";
import { startServer } from "../../server/server";

/** What VS Code can do, as far as the server asks. */
export const editorCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      isPreferredSupport: true,
      dataSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.Empty, CodeActionKind.QuickFix] } },
    },
    hover: { contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] },
  },
};

/** A client that can do next to nothing. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } } },
  },
};

export interface Received {
  readonly method: string;
  readonly params: unknown;
}

export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Everything that the server has sent of its own accord, oldest first. */
  readonly received: readonly Received[];
  /** The settings of section `clauselint` with which the client answers; a function gives those of an address. */
  settings: unknown;
  /** The day that the server believes in. */
  day: string;
  /** Resolves with the next message of this method that was not taken yet. */
  take(method: string): Promise<unknown>;
  takeDiagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  /** Resolves when the server has handled everything that was sent before. */
  settle(): Promise<void>;
  /** Runs what the server has put off until typing pauses. */
  pause(): Promise<void>;
  configure(settings: unknown): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Promise<void>;
  save(uri: string): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<{ kind: string; resultId?: string; items?: Diagnostic[] }>;
  stop(): Promise<void>;
}

export interface Options {
  readonly createLinter: () => Linter;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  readonly fileSystem?: FileSystem;
}

/** Starts the real server over two streams, and a client that has said hello to it. */
export async function startClient(options: Options): Promise<Client> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const putOff = new Set<() => void>();
  const host: Host = {
    createLinter: options.createLinter,
    fileSystem: options.fileSystem,
    today: () => client.day,
    schedule(task, milliseconds) {
      if (milliseconds === 0) {
        const immediate = setImmediate(task);
        return { cancel: () => clearImmediate(immediate) };
      }
      putOff.add(task);
      return { cancel: () => putOff.delete(task) };
    },
  };
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);

  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const received: Received[] = [];
  const taken = new Set<Received>();
  const listeners = new Set<() => void>();
  const hear = (method: string, params: unknown) => {
    received.push({ method, params });
    for (const listener of [...listeners]) listener();
  };
  connection.onNotification((method, params) => hear(method, params));
  connection.onRequest((method, params) => {
    hear(method, params);
    if (method !== "workspace/configuration") return null;
    const { items } = params as unknown as { items: { scopeUri?: string }[] };
    const { settings } = client;
    return items.map(({ scopeUri }) => (typeof settings === "function" ? settings(scopeUri) : settings));
  });
  connection.listen();

  function take(method: string, isWanted: (params: unknown) => boolean = () => true): Promise<unknown> {
    return new Promise((resolve) => {
      const look = () => {
        const message = received.find((one) => one.method === method && !taken.has(one) && isWanted(one.params));
        if (message === undefined) return;
        taken.add(message);
        listeners.delete(look);
        resolve(message.params);
      };
      listeners.add(look);
      look();
    });
  }

  const client = {
    connection,
    received,
    settings: (options.settings ?? null) as unknown,
    day: "2026-03-01",
    take,
    takeDiagnostics: async (uri: string) =>
      (await take(
        "textDocument/publishDiagnostics",
        (params) => (params as PublishDiagnosticsParams).uri === uri,
      )) as PublishDiagnosticsParams,
    settle: async () => void (await connection.sendRequest("clauselint/nextPlaceholder", { uri: "untitled:none" })),
    async pause() {
      await client.settle();
      const tasks = [...putOff];
      putOff.clear();
      for (const task of tasks) task();
    },
    configure(settings: unknown) {
      client.settings = settings;
      return connection.sendNotification("workspace/didChangeConfiguration", { settings: { clauselint: settings } });
    },
    open: (uri: string, text: string, languageId = "markdown") =>
      connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri: string, version: number, contentChanges: readonly TextDocumentContentChangeEvent[]) =>
      connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    save: (uri: string) => connection.sendNotification("textDocument/didSave", { textDocument: { uri } }),
    close: (uri: string) => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    pull: (uri: string, previousResultId?: string) =>
      connection.sendRequest<{ kind: string; resultId?: string; items?: Diagnostic[] }>("textDocument/diagnostic", {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    // No `exit`: the server would end the process of the tests with it.
    async stop() {
      // What the server is about to ask is asked before nobody is there to answer.
      for (let heard = -1; heard < received.length; await client.settle()) heard = received.length;
      await connection.sendRequest("shutdown");
      connection.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? editorCapabilities,
    workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  return Object.assign(client, { initialized });
}

/** The range of the first occurrence of the words; for texts with plain line feeds only. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  const position = (offset: number) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  return { start: position(start), end: position(start + words.length) };
}
