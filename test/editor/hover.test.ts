import { commands, type Hover, type MarkdownString } from "vscode";
import { closeEditors, findingsWhen, openFile, ruleOf } from "./editor";
import { expectDefined, expectMatch } from "./expect";

describe("a hover", () => {
  afterEach(closeEditors);

  it("explains a finding, with the articles that ask for what is missing", async () => {
    const { document } = await openFile("policy.md");
    const found = await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    const { range, message } = expectDefined(
      found.find((finding) => ruleOf(finding) === "missing-retention"),
      "finding of missing-retention",
    );
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, range.start);
    // Without the backslashes that keep the words of a message from becoming markup.
    const shown = hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .map(({ value }) => value.replaceAll("\\", ""))
      .join("\n");
    expectMatch(shown, /GDPR Art\. 13\(2\)\(a\)/);
    expectMatch(shown, new RegExp(message.slice(0, 20).replace(/[^\w ]/g, ".")));
  });
});
