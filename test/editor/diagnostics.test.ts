import { Position, WorkspaceEdit, workspace } from "vscode";
import { closeEditors, findings, findingsWhen, openDraft, openFile, ruleOf } from "./editor";
import { expectEqual } from "./expect";

describe("diagnostics", () => {
  afterEach(closeEditors);

  it("appear in a Markdown file, at the words they are about", async () => {
    const { document } = await openFile("policy.md");
    const found = await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    const placeholders = found.filter((finding) => ruleOf(finding) === "unfilled-placeholder");
    expectEqual(
      placeholders.map(({ range }) => document.getText(range)),
      ["[Company Name]", "[support address]"],
    );
    const [missing] = found.filter((finding) => ruleOf(finding) === "missing-retention");
    expectEqual(missing?.range.start.line, 0);
  });

  it("appear in a plain text file", async () => {
    const { document } = await openFile("policy.txt");
    const found = await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    const local = found.filter((finding) => ["unfilled-placeholder", "empty-value"].includes(ruleOf(finding)));
    expectEqual(
      local.map((finding) => [ruleOf(finding), document.getText(finding.range)]),
      [
        ["unfilled-placeholder", "[date]"],
        ["empty-value", "emailing us at"],
      ],
    );
  });

  it("appear in a page of HTML, where a visitor would read the words", async () => {
    const { document } = await openFile("policy.html");
    const found = await findingsWhen(document, (rules) => rules.includes("missing-contact"));
    expectEqual(found.map(ruleOf).includes("missing-retention"), false);
    const placeholders = found.filter((finding) => ruleOf(finding) === "unfilled-placeholder");
    expectEqual(
      placeholders.map(({ range }) => document.getText(range)),
      ["[Company Name]"],
    );
  });

  it("appear in a draft that is no file yet, and follow what is typed", async () => {
    const { document } = await openDraft(
      "markdown",
      "# Privacy Policy\n\nWe collect your name and your e-mail address.\n",
    );
    await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(3).range.end, "\nWe delete your account data 30 days after you leave.\n");
    await workspace.applyEdit(edit);
    await findingsWhen(document, (rules) => rules.length > 0 && !rules.includes("missing-retention"));
  });

  it("stay away from a README until it becomes a policy, and go when it is none again", async () => {
    const { document } = await openFile("README.md");
    const policy = await openFile("policy.md");
    await findingsWhen(policy.document, (rules) => rules.length > 0);
    expectEqual(findings(document.uri).map(ruleOf), []);

    const title = document.lineAt(0).range;
    const rename = async (text: string) => {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(0).range, text);
      await workspace.applyEdit(edit);
    };
    expectEqual(title.start, new Position(0, 0));
    await openFile("README.md");
    await rename("# Privacy Policy of Swellnote");
    await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    await rename("# Swellnote");
    await findingsWhen(document, (rules) => rules.length === 0);
  });
});
