import { CodeActionKind, type InitializeParams, MarkupKind } from "vscode-languageserver";

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
}

export function readClientSupport({ capabilities }: InitializeParams): ClientSupport {
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
  };
}
