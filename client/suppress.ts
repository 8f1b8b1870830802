import { commands, type Disposable, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type SuppressArgument, suppressCommand } from "../server/protocol";
import { changeConfiguration } from "./change-configuration";

/** Asks why a finding is to be suppressed, and has that written to the configuration; a quick fix gives the argument. */
export function registerSuppress(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(suppressCommand, async ({ uri, rule, quote }: SuppressArgument, given?: unknown) => {
    const reason = typeof given === "string" ? given : await askForReason(rule);
    if (reason === undefined) return;
    await changeConfiguration(client, { uri, change: { kind: "suppression", rule, quote, reason } });
  });
}

/** `undefined` where the user thought better of it. */
function askForReason(rule: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: `Suppress ${rule} in this document`,
    prompt: "Why? Whoever reads the configuration next year will ask.",
    validateInput: (text) => (text.trim() === "" ? "A suppression needs a reason." : undefined),
  });
}
