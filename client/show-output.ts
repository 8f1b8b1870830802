import { commands, type Disposable, type LogOutputChannel } from "vscode";

/** Shows what the server has logged; the setting `clauselint.logLevel` says how much that is. */
export function registerShowOutput(output: LogOutputChannel): Disposable {
  return commands.registerCommand("clauselint.showOutput", () => output.show(true));
}
