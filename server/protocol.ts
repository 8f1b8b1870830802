import type { Position, Range } from "vscode-languageserver-types";
import type { KindReason } from "../engine/analysis/model";
import type { DocumentKind } from "../engine/config";
import type { Severity } from "../engine/finding";

export type { DocumentKind, KindReason };

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
  /** A language id, or "und". */
  readonly language: string;
  /** Names of the active regimes. */
  readonly regimes: readonly string[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly placeholders: number;
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
}

/** The client's command that a quick fix may ask for; it takes no argument. */
export const goToNextPlaceholderCommand = "clauselint.goToNextPlaceholder";
