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

/** The client's command that asks where a disclosure is made, and has that written to the configuration. */
export const assertEvidenceCommand = "clauselint.assertEvidence";

export interface AssertEvidenceArgument {
  readonly uri: string;
  /** `undefined` lets the user choose among the missing ones. */
  readonly disclosure?: string | undefined;
}

/** The client's command that asks why findings are to be suppressed, and has that written to the configuration. */
export const suppressCommand = "clauselint.suppress";

export interface SuppressArgument {
  readonly uri: string;
  readonly rule: string;
  /** The words that the finding is about; `undefined` where it is about the document as a whole. */
  readonly quote?: string | undefined;
}

/** Client to server: what the text lacks or says too little of; answers with `MissingDisclosure`s. */
export const missingDisclosuresRequest = "clauselint/missingDisclosures";
/** Client to server: answers with the `Passage`s of a document, to choose from. */
export const passagesRequest = "clauselint/passages";

export interface DocumentParams {
  readonly uri: string;
}

export interface MissingDisclosure {
  readonly id: string;
  /** A noun phrase. */
  readonly title: string;
  readonly status: "missing" | "weak";
}

/** A sentence of the document as a reader sees it. */
export interface Passage {
  readonly text: string;
  /** The heading above; "" where there is none. */
  readonly section: string;
}

/** Client to server: how the configuration of a document reads with something added; the client writes it. */
export const changeConfigurationRequest = "clauselint/changeConfiguration";

export interface ChangeConfigurationParams {
  readonly uri: string;
  readonly change:
    | { readonly kind: "evidence"; readonly disclosure: string; readonly evidence: Evidence }
    | {
        readonly kind: "suppression";
        readonly rule: string;
        readonly quote?: string | undefined;
        readonly reason: string;
      };
}

/** Where a disclosure is made: in words of the document, in another file (by its address), or on a page. */
export type Evidence =
  | { readonly quote: string }
  | { readonly file: string }
  | { readonly url: string; readonly reason: string };

export type ChangeConfigurationResult =
  /** The address of the configuration file, whether it is there already, and its new text. */
  | { readonly uri: string; readonly exists: boolean; readonly text: string; readonly problem?: never }
  /** Why nothing can be added, and what to do; no full stop at the end. */
  | { readonly problem: string };
