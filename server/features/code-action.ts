import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { snippetToPlainText } from "../../engine/edits";
import { unfilledPlaceholder } from "../../rules/unfilled-placeholder";
import type { ClientSupport } from "../client-support";
import type { ServerContext } from "../context";
import { touches } from "../convert";
import { type Change, type DiagnosticData, readDiagnosticData } from "../diagnostic-data";
import { runSafe } from "../log";
import {
  type AssertEvidenceArgument,
  assertEvidenceCommand,
  goToNextPlaceholderCommand,
  type SuppressArgument,
  suppressCommand,
} from "../protocol";

/** `textDocument/codeAction`: the fix and the suggestions of the findings in the range. */
export function registerCodeAction(context: ServerContext): void {
  const { connection, log, settings, support } = context;
  if (!support.quickFixes) return;
  connection.onCodeAction((params) =>
    runSafe<CodeAction[]>(log, "textDocument/codeAction", [], async () => {
      if (!wantsQuickFixes(params.context.only)) return [];
      const { uri } = params.textDocument;
      const { enable } = await settings.get(uri);
      if (!enable) return [];
      const found = await diagnosticsAt(params, context);
      const actions = found.flatMap((at) => actionsOf(at, uri, context));
      return found.length === 0 ? await actionsOfSelection(params, context) : actions;
    }),
  );
}

/** A kind that is asked for stands for every kind below it; the empty one for all. */
function wantsQuickFixes(only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
}

interface Found {
  readonly diagnostic: Diagnostic;
  readonly data: DiagnosticData;
}

/**
 * What the client sent back is taken as it is, as long as it is of the current version;
 * otherwise the findings of the current version are what the range is about.
 */
async function diagnosticsAt(
  { textDocument: { uri }, range, context }: CodeActionParams,
  { session }: ServerContext,
): Promise<Found[]> {
  const version = session.version(uri);
  if (version === undefined) return [];
  const sent = context.diagnostics.filter(({ source }) => source === "clauselint").map(found);
  if (sent.length > 0 && sent.every((entry) => entry?.data.version === version))
    return sent.filter((entry) => entry !== undefined);
  const current = (await session.lint(uri))?.diagnostics ?? [];
  return current
    .filter((diagnostic) => touches(diagnostic.range, range))
    .map(found)
    .filter((entry) => entry !== undefined);
}

function found(diagnostic: Diagnostic): Found | undefined {
  const data = readDiagnosticData(diagnostic.data);
  return data === undefined ? undefined : { diagnostic, data };
}

/** Whoever has selected words may know that they say what is missing. */
async function actionsOfSelection(
  { textDocument: { uri }, range: { start, end } }: CodeActionParams,
  { session, support }: ServerContext,
): Promise<CodeAction[]> {
  const isEmpty = start.line === end.line && start.character === end.character;
  if (isEmpty || !support.commands.includes(assertEvidenceCommand)) return [];
  const findings = (await session.lint(uri))?.result.findings ?? [];
  if (!findings.some(({ state, disclosure }) => state === "new" && disclosure !== undefined)) return [];
  const argument: AssertEvidenceArgument = { uri };
  return [commandAction("The selected words make a missing disclosure…", assertEvidenceCommand, argument)];
}

function commandAction(title: string, command: string, argument: unknown, diagnostic?: Diagnostic): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic !== undefined && { diagnostics: [diagnostic] }),
    command: { title, command, arguments: [argument] },
  };
}

function actionsOf({ diagnostic, data }: Found, uri: string, { session, support }: ServerContext): CodeAction[] {
  const actions = data.changes.map(
    (change): CodeAction => ({
      title: change.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: toWorkspaceEdit(change, uri, data.version, support),
    }),
  );
  if (data.ruleId === unfilledPlaceholder.id && support.commands.includes(goToNextPlaceholderCommand)) {
    const title = "Go to the next placeholder";
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: goToNextPlaceholderCommand },
    });
  }
  const isAbout = data.disclosure !== undefined && support.commands.includes(assertEvidenceCommand);
  // Before any suppression: what is said somewhere needs none.
  if (isAbout && data.scope === "document") {
    const argument: AssertEvidenceArgument = { uri, disclosure: data.disclosure };
    actions.push(commandAction(`This is said here… (${data.ruleId})`, assertEvidenceCommand, argument, diagnostic));
  }
  if (support.commands.includes(suppressCommand) && data.mayBeSuppressed === true) {
    const quote = data.scope === "span" ? session.textAt(uri, diagnostic.range) : undefined;
    const argument: SuppressArgument = { uri, rule: data.ruleId, ...(quote !== undefined && { quote }) };
    actions.push(commandAction(`Suppress ${data.ruleId} in the configuration…`, suppressCommand, argument, diagnostic));
  }
  if (support.preferredActions && actions[0]?.edit !== undefined) actions[0].isPreferred = true;
  return actions;
}

/** With tab stops where the client can; elsewhere the slots are inserted as text. */
function toWorkspaceEdit(change: Change, uri: string, version: number, support: ClientSupport): WorkspaceEdit {
  const plain = change.isSnippet
    ? change.edits.map(({ range, newText }): TextEdit => ({ range, newText: snippetToPlainText(newText) }))
    : [...change.edits];
  if (!support.documentChanges) return { changes: { [uri]: plain } };
  const snippets = change.edits.map(
    ({ range, newText }): SnippetTextEdit => ({ range, snippet: { kind: "snippet", value: newText } }),
  );
  return {
    documentChanges: [
      TextDocumentEdit.create({ uri, version }, change.isSnippet && support.snippetEdits ? snippets : plain),
    ],
  };
}
