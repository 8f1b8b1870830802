import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "./client-support";
import type { Configurations } from "./configurations";
import type { Host } from "./host";
import type { Log } from "./log";
import type { Session } from "./session";
import type { SettingsCache } from "./settings";

/** What a feature works with; every feature registers its handlers on it once. */
export interface ServerContext {
  readonly configurations: Configurations;
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** The addresses of the open folders at the moment. */
  readonly folders: () => readonly string[];
  readonly host: Host;
  readonly log: Log;
  readonly session: Session;
  readonly settings: SettingsCache;
  readonly support: ClientSupport;
  /** Shows the diagnostics anew, of one document or of all: something other than their text has changed. */
  refresh(uri?: string): void;
}
