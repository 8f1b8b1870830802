import { type ExtensionContext, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { registerAssertEvidence } from "./assert-evidence";
import { createClientOptions } from "./client-options";
import { createDocumentStates } from "./document-states";
import { serveFiles } from "./files";
import { registerGoToNextPlaceholder } from "./go-to-next-placeholder";
import { registerRestartServer } from "./restart-server";
import { registerSetKind } from "./set-kind";
import { registerShowOutput } from "./show-output";
import { createStatusItem } from "./status-item";
import { registerSuppress } from "./suppress";
import { tellOfTrust } from "./trust";

/** Makes the client for the place where the extension runs; it is not started yet. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The running extension; everything else is disposed with the context. */
export interface Extension {
  stop(): Promise<void>;
}

/** Starts server, commands and status bar item: the same in every place; resolves when the server answers. */
export async function startExtension(context: ExtensionContext, createClient: CreateClient): Promise<Extension> {
  const output = window.createOutputChannel("Clauselint", { log: true });
  const client = createClient("clauselint", "Clauselint", createClientOptions(output));
  const states = createDocumentStates(client);
  context.subscriptions.push(
    output,
    states,
    serveFiles(client),
    tellOfTrust(client),
    createStatusItem(states),
    registerSetKind(client, states),
    registerGoToNextPlaceholder(client),
    registerAssertEvidence(client),
    registerSuppress(client),
    registerShowOutput(output),
    registerRestartServer(client),
  );
  await client.start();
  return { stop: () => client.stop() };
}
