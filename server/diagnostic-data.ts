import { TextEdit } from "vscode-languageserver";
import type { FindingScope } from "../engine/finding";
import { isRecord } from "./is-record";

/**
 * What a diagnostic carries to the client and back, so that a quick fix needs no second lint.
 * It holds for `version` only: later the ranges mean other words.
 */
export interface DiagnosticData {
  readonly version: number;
  readonly ruleId: string;
  readonly messageId: string;
  readonly fingerprint: string;
  /** The disclosure that the finding is about; `undefined` where it is about none. */
  readonly disclosure?: string | undefined;
  readonly scope?: FindingScope;
  /** Whether the configuration may suppress it. */
  readonly mayBeSuppressed?: boolean;
  readonly changes: readonly Change[];
}

/** A fix or a suggestion; of a snippet the texts are in snippet notation. */
export interface Change {
  readonly title: string;
  readonly isSnippet: boolean;
  readonly edits: readonly TextEdit[];
}

/** `undefined` where the client sent something else back, or nothing. */
export function readDiagnosticData(value: unknown): DiagnosticData | undefined {
  if (!isRecord(value)) return undefined;
  const { version, ruleId, messageId, fingerprint, disclosure, scope, mayBeSuppressed, changes } = value;
  if (typeof version !== "number" || !Array.isArray(changes) || !changes.every(isChange)) return undefined;
  if (typeof ruleId !== "string" || typeof messageId !== "string" || typeof fingerprint !== "string") return undefined;
  return {
    ...{ version, ruleId, messageId, fingerprint, changes },
    ...(typeof disclosure === "string" && { disclosure }),
    ...((scope === "document" || scope === "section" || scope === "span") && { scope }),
    ...(mayBeSuppressed === true && { mayBeSuppressed }),
  };
}

function isChange(value: unknown): value is Change {
  return (
    isRecord(value) &&
    typeof value.title === "string" &&
    typeof value.isSnippet === "boolean" &&
    Array.isArray(value.edits) &&
    value.edits.every((edit) => TextEdit.is(edit))
  );
}
