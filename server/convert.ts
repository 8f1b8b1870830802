import {
  type Diagnostic,
  DiagnosticSeverity,
  type TextEdit as LspTextEdit,
  type Position,
  type Range,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding, Severity, TextEdit } from "../engine/finding";
import type { Span } from "../engine/span";
import type { ConfigProblem } from "../project/problems";
import type { ClientSupport } from "./client-support";
import type { DiagnosticData } from "./diagnostic-data";
import { uriOf } from "./paths";

/**
 * Between the engine's offsets and the protocol's positions, for one version of one document:
 * the document is changed in place, so a converter must not outlive the version that it was made for.
 */
export interface Converter {
  readonly uri: string;
  readonly version: number;
  /** The text as the engine reads it: without a leading byte-order mark. */
  readonly text: string;
  /** Offsets beyond the text are clamped; one between `\r` and `\n` is the end of the line. */
  toPosition(offset: number): Position;
  /** Positions beyond a line or the text are clamped. */
  toOffset(position: Position): number;
  toRange(span: Span): Range;
}

const byteOrderMark = "\uFEFF";

export function createConverter(document: TextDocument): Converter {
  const whole = document.getText();
  // Most clients keep the mark to themselves; with the others it is the first character of the first line.
  const hidden = whole.startsWith(byteOrderMark) ? 1 : 0;
  const toPosition = (offset: number) => document.positionAt(Math.max(0, offset) + hidden);
  return {
    uri: document.uri,
    version: document.version,
    text: hidden === 0 ? whole : whole.slice(hidden),
    toPosition,
    toOffset: (position) => Math.max(0, document.offsetAt(position) - hidden),
    toRange: ({ start, end }) => ({ start: toPosition(start), end: toPosition(end) }),
  };
}

/** In place of a file that cannot be read. */
export function emptyFile(path: string): Converter {
  return createConverter(TextDocument.create(uriOf(path), "", 0, ""));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic refers to outside of its document. */
export interface DiagnosticContext {
  /** The address of the rule's page; `undefined` where it has none. */
  readonly page: string | undefined;
  /** The configuration file that the finding rests on. */
  readonly ground?: Converter | undefined;
  /** Whether the configuration may suppress the finding. */
  readonly mayBeSuppressed?: boolean;
}

export function toDiagnostic(
  finding: Finding,
  converter: Converter,
  support: ClientSupport,
  { page, ground, mayBeSuppressed = false }: DiagnosticContext,
): Diagnostic {
  const data: DiagnosticData = {
    version: converter.version,
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    fingerprint: finding.fingerprint,
    ...(finding.disclosure !== undefined && { disclosure: finding.disclosure }),
    scope: finding.scope,
    ...(mayBeSuppressed && { mayBeSuppressed }),
    changes: changesOf(finding).map(({ title, edits, isSnippet }) => ({
      title,
      isSnippet,
      edits: toTextEdits(edits, converter),
    })),
  };
  const related = finding.related.map(({ message, span }) => ({
    location: { uri: converter.uri, range: converter.toRange(span) },
    message,
  }));
  if (ground !== undefined && finding.configPlace !== undefined) {
    const location = { uri: ground.uri, range: ground.toRange(finding.configPlace.span) };
    related.push({ location, message: "The configuration has it here" });
  }
  return {
    range: converter.toRange(finding.span),
    // What was there before fails nothing, and is not in the way.
    severity: severities[finding.state === "baselined" ? "hint" : finding.severity],
    code: finding.ruleId,
    ...(support.codeDescription && page !== undefined && { codeDescription: { href: page } }),
    source: "clauselint",
    message: finding.message,
    ...(support.relatedInformation && related.length > 0 && { relatedInformation: related }),
    data,
  };
}

/** A mistake in a configuration, in the file that has it. */
export function toConfigDiagnostic({ span, code, message, remedy }: ConfigProblem, file: Converter): Diagnostic {
  return {
    range: file.toRange(span),
    severity: DiagnosticSeverity.Error,
    code,
    source: "clauselint",
    message: `${message}; ${remedy}`,
  };
}

export function toTextEdits(edits: readonly TextEdit[], converter: Converter): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: converter.toRange(span), newText }));
}

/** The fix, which may be applied unattended, before what a person has to decide on. */
function changesOf({ fix, suggestions }: Finding) {
  return [...(fix === undefined ? [] : [{ ...fix, isSnippet: false }]), ...suggestions];
}

/** Whether two ranges share a character or touch. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
