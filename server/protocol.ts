import type { Position, Range } from "vscode-languageserver-types";
import type { KindReason } from "../engine/analysis/model";
import type { DocumentKind } from "../engine/config";
import type { Severity } from "../engine/finding";
import type { DirectoryEntry, FileInfo } from "../project/file-system";

export type { DirectoryEntry, DocumentKind, FileInfo, KindReason };

/** Server to client, after every lint: what the server takes the document for, and what it found. */
export const documentStateNotification = "clauselint/documentState";

export interface DocumentState {
  readonly uri: string;
  /** The version that was linted. */
  readonly version: number;
  readonly kind: DocumentKind;
  readonly reason: KindReason;
  /** Whether the user chose the kind for this session. */
  readonly isChosen: boolean;
  /** Whether the configuration says that the document is to be left alone; nothing else is known of it then. */
  readonly isIgnored: boolean;
  /** A language id, or "und". */
  readonly language: string;
  /** Names of the active regimes. */
  readonly regimes: readonly string[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly placeholders: number;
  /** The address of the configuration file that holds; `null` where there is none. */
  readonly configuration: string | null;
}

/** Client to server: the user says what the document is. Answers with `true` where the document is open. */
export const setKindRequest = "clauselint/setKind";

export interface SetKindParams {
  readonly uri: string;
  /** `null` lets reading decide again. */
  readonly kind: DocumentKind | null;
}

/** Client to server: answers with the range of the first placeholder that begins at the position or later, else of the first of all, else `null`. */
export const nextPlaceholderRequest = "clauselint/nextPlaceholder";

export interface NextPlaceholderParams {
  readonly uri: string;
  readonly position: Position;
}

export type NextPlaceholderResult = Range | null;

/** What a client tells in `initialize`. */
export interface InitializationOptions {
  /** The commands of ours that the client has; quick fixes use no others. */
  readonly commands?: readonly string[];
  /** Whether the client answers requests for files. */
  readonly files?: boolean;
  /** Whether the user trusts the workspace; `trustNotification` tells when that changes. Trusted where omitted. */
  readonly isTrusted?: boolean;
}

/** Client to server, without parameters: the user trusts the workspace from now on. */
export const trustNotification = "clauselint/trust";

/** The client's command that a quick fix may ask for; it takes no argument. */
export const goToNextPlaceholderCommand = "clauselint.goToNextPlaceholder";

/** Server to client: what is at an address; answers with a `FileInfo`, or `null` where there is nothing. */
export const statFileRequest = "clauselint/statFile";
/** Server to client: answers with the bytes of a file in base64. */
export const readFileRequest = "clauselint/readFile";
/** Server to client: answers with the `DirectoryEntry`s of a folder. */
export const readDirectoryRequest = "clauselint/readDirectory";

export interface FileParams {
  readonly uri: string;
}
