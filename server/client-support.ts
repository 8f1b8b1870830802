import { CodeActionKind, type InitializeParams, MarkupKind } from "vscode-languageserver";
import { isRecord } from "./is-record";

/** What the client can do, read once from its capabilities. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly quickFixes: boolean;
  readonly preferredActions: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly workspaceFolders: boolean;
  /** The commands of ours that the client has. */
  readonly commands: readonly string[];
  /** Whether it answers requests for files. */
  readonly files: boolean;
  /** Whether it tells of changed files where it is asked to. */
  readonly watchFiles: boolean;
}

export function readClientSupport({ capabilities, initializationOptions }: InitializeParams): ClientSupport {
  const { textDocument, workspace } = capabilities;
  const pull = textDocument?.diagnostic;
  // A client may describe its diagnostics with either of the two capabilities.
  const diagnostics = { ...textDocument?.publishDiagnostics, ...pull };
  const kinds = textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet;
  return {
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics.relatedInformation === true,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    quickFixes: kinds?.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix) === true,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    commands: readCommands(initializationOptions),
    files: isRecord(initializationOptions) && initializationOptions.files === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

function readCommands(options: unknown): readonly string[] {
  const commands = isRecord(options) ? options.commands : undefined;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === "string") : [];
}
