import { type LogOutputChannel, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import {
  assertEvidenceCommand,
  goToNextPlaceholderCommand,
  type InitializationOptions,
  suppressCommand,
} from "../server/protocol";

/** Languages in which policies are written. */
export const languages: readonly string[] = ["markdown", "html", "plaintext"];

/** What the client tells the server, and which documents it shows to it. */
export function createClientOptions(output: LogOutputChannel): LanguageClientOptions {
  // A function, so that a server that is started anew hears how things are by then.
  const initializationOptions = (): InitializationOptions => ({
    commands: [goToNextPlaceholderCommand, assertEvidenceCommand, suppressCommand],
    files: true,
    isTrusted: workspace.isTrusted,
  });
  return {
    documentSelector: [...documentSchemes()].flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    initializationOptions,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: true },
    // What a hover shows quotes the document: it must not run commands or show HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/**
 * Files wherever they are kept, and drafts that are no file yet.
 * Other schemes stand for what nobody edits: output, the old side of a comparison, chat.
 */
function documentSchemes(): ReadonlySet<string> {
  const ofFolders = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
  return new Set(["file", "untitled", "vscode-vfs", "vscode-remote", ...ofFolders]);
}
