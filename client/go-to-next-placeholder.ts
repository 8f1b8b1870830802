import { commands, type Disposable, Selection, TextEditorRevealType, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  goToNextPlaceholderCommand,
  type NextPlaceholderParams,
  type NextPlaceholderResult,
  nextPlaceholderRequest,
} from "../server/protocol";

/** Selects the next unfilled placeholder of the active editor; after the last one it begins again. */
export function registerGoToNextPlaceholder(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(goToNextPlaceholderCommand, async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    const { code2ProtocolConverter, protocol2CodeConverter } = client;
    const params: NextPlaceholderParams = {
      uri: code2ProtocolConverter.asUri(editor.document.uri),
      position: code2ProtocolConverter.asPosition(editor.selection.end),
    };
    const next = await client.sendRequest<NextPlaceholderResult>(nextPlaceholderRequest, params);
    if (next === null) {
      void window.showInformationMessage("This document has no unfilled placeholder.");
      return;
    }
    const range = protocol2CodeConverter.asRange(next);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  });
}
