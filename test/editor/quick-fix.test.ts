import { type CodeAction, CodeActionKind, commands, type TextEditor, window, workspace } from "vscode";
import { closeEditors, findingsWhen, openDraft, openFile, ruleOf, until } from "./editor";
import { expectDefined, expectEqual, expectMatch } from "./expect";

/** The quick fix that adds the section on retention, as soon as the section is missed. */
async function addSection({ document }: TextEditor): Promise<void> {
  const found = await findingsWhen(document, (rules) => rules.includes("missing-retention"));
  const finding = found.find((one) => ruleOf(one) === "missing-retention");
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding?.range,
    CodeActionKind.QuickFix.value,
  );
  const title = "Add the section “How long we keep your data”";
  const action = expectDefined(
    actions.find((one) => one.title === title),
    `"${title}" among ${actions.map((one) => one.title).join(", ")}`,
  );
  expectEqual(await workspace.applyEdit(expectDefined(action.edit, "edit")), true);
}

/** The text of the selection as soon as it is a slot, other than the one before. */
function selectedSlot(editor: TextEditor, before = ""): Promise<string> {
  return until(window.onDidChangeTextEditorSelection, () => {
    const text = editor.document.getText(editor.selection);
    return text !== before && /^\[.+\]$/.test(text) ? text : undefined;
  });
}

describe("a quick fix", () => {
  afterEach(closeEditors);

  it("inserts a section with tab stops before the closing ones, and each slot is a finding until it is filled", async () => {
    const editor = await openFile("policy.md");
    const { document } = editor;
    await addSection(editor);

    const headings = document.getText().match(/^## .+$/gm);
    expectEqual(headings?.slice(2, 4), ["## How long we keep your data", "## Changes"]);
    const section = document.getText().split(/^## /m)[3] ?? "";
    const slots = section.match(/\[[^\]]+\]/g) ?? [];
    expectEqual(slots.length > 1, true, "the snippet has slots");

    expectEqual(await selectedSlot(editor), slots[0] ?? "");
    await commands.executeCommand("jumpToNextSnippetPlaceholder");
    expectEqual(await selectedSlot(editor, slots[0]), slots[1] ?? "");

    const found = await findingsWhen(document, (rules) => !rules.includes("missing-retention"));
    const marked = found
      .filter((finding) => ruleOf(finding) === "unfilled-placeholder")
      .map(({ range }) => document.getText(range));
    expectEqual(
      marked.filter((text) => section.includes(text)),
      slots,
    );
  });

  it("writes a section of plain text as the document writes its own", async () => {
    const text = `PRIVACY POLICY

We collect your name and your e-mail address when you create an account, and use them to run the service.

CHILDREN

We ask parents to watch what their children do online.

CONTACT

Write to privacy@kelpline.io with any question about your personal data.
`;
    const editor = await openDraft("plaintext", text);
    await addSection(editor);
    const lines = editor.document.getText().split("\n");
    const heading = lines.findIndex((line) => /^HOW LONG/.test(line));
    expectMatch(lines.slice(heading).join("\n"), /^HOW LONG WE KEEP YOUR DATA\n\nWe keep \[[^\n]+\n\nCONTACT\n/);
  });
});
