import { commands, Selection, window } from "vscode";
import { closeEditors, findingsWhen, openDraft, openFile, until } from "./editor";
import { expectEqual } from "./expect";

describe("a command", () => {
  afterEach(closeEditors);

  it("goes from placeholder to placeholder, and after the last to the first", async () => {
    const editor = await openFile("policy.md");
    await findingsWhen(editor.document, (rules) => rules.includes("unfilled-placeholder"));
    editor.selection = new Selection(0, 0, 0, 0);
    const visited: string[] = [];
    for (const _ of [1, 2, 3]) {
      const before = editor.selection;
      await commands.executeCommand("clauselint.goToNextPlaceholder");
      await until(window.onDidChangeTextEditorSelection, () => (editor.selection.isEqual(before) ? undefined : true));
      visited.push(editor.document.getText(editor.selection));
    }
    expectEqual(visited, ["[Company Name]", "[support address]", "[Company Name]"]);
  });

  it("sets the kind of a document, and lets reading decide again", async () => {
    const { document } = await openDraft(
      "markdown",
      "# Notes on the sea\n\nWe collect shells, and [company] keeps them.\n",
    );
    await commands.executeCommand("clauselint.setKind", "privacy-policy");
    await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    await commands.executeCommand("clauselint.setKind", "not-a-policy");
    await findingsWhen(document, (rules) => rules.length === 0);
    await commands.executeCommand("clauselint.setKind", "privacy-policy");
    await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    await commands.executeCommand("clauselint.setKind", null);
    await findingsWhen(document, (rules) => rules.length === 0);
  });
});
