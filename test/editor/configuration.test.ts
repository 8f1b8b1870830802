import {
  type CodeAction,
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import { closeEditors, findingsWhen, openFile, ruleOf, until } from "./editor";
import { expectDefined, expectEqual, expectMatch } from "./expect";

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

function configuration(): Uri {
  const folder = expectDefined(workspace.workspaceFolders?.[0], "open folder");
  return Uri.joinPath(folder.uri, "clauselint.config.yaml");
}

async function write(text: string): Promise<void> {
  await workspace.fs.writeFile(configuration(), new TextEncoder().encode(text));
}

async function read(): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(configuration()));
}

/** Ends where there is none as well. */
async function remove(): Promise<void> {
  try {
    await workspace.fs.delete(configuration());
  } catch {
    // It is gone already.
  }
}

/** The command of a quick fix for the finding of a rule. */
async function commandOf(document: TextDocument, rule: string, title: string) {
  const found = await findingsWhen(document, (rules) => rules.includes(rule));
  const finding = expectDefined(
    found.find((one) => ruleOf(one) === rule),
    rule,
  );
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
    CodeActionKind.QuickFix.value,
  );
  const action = expectDefined(
    actions.find((one) => one.title === title),
    `"${title}" among ${actions.map((one) => one.title).join(", ")}`,
  );
  return expectDefined(action.command, "command");
}

describe("a configuration file", () => {
  afterEach(async () => {
    await closeEditors();
    await remove();
  });

  it("renews the findings of open documents when it is written, changed and deleted", async () => {
    const { document } = await openFile("policy.md");
    await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    await write("rules:\n  missing-retention: off\n");
    await findingsWhen(document, (rules) => rules.length > 0 && !rules.includes("missing-retention"));
    await write("rules:\n  missing-retention: hint\n");
    const found = await findingsWhen(document, (rules) => rules.includes("missing-retention"));
    const severity = found.find((one) => ruleOf(one) === "missing-retention")?.severity;
    expectEqual(severity, DiagnosticSeverity.Hint);
    await remove();
    await until(languages.onDidChangeDiagnostics, () =>
      languages
        .getDiagnostics(document.uri)
        .some((one) => ruleOf(one) === "missing-retention" && one.severity === DiagnosticSeverity.Error)
        ? true
        : undefined,
    );
  });

  it("shows its own mistakes, and what held before holds on", async () => {
    const { document } = await openFile("policy.md");
    await write("rules:\n  missing-retention: off\n");
    await findingsWhen(document, (rules) => rules.length > 0 && !rules.includes("missing-retention"));
    await write("rules:\n  missing-retention: off\n  missing-retentoin: off\n");
    const problems = await until(languages.onDidChangeDiagnostics, () => {
      const shown = languages.getDiagnostics(configuration()).filter(({ source }) => source === "clauselint");
      return shown.length > 0 ? shown : undefined;
    });
    expectEqual(problems[0]?.range.start.line, 2);
    expectMatch(problems[0]?.message ?? "", /missing-retention/);
    await findingsWhen(document, (rules) => rules.length > 0 && !rules.includes("missing-retention"));
  });

  it("is written by the quick fix that suppresses, with the reason", async () => {
    const { document } = await openFile("policy.md");
    const { command, arguments: given = [] } = await commandOf(
      document,
      "missing-retention",
      "Suppress missing-retention in the configuration…",
    );
    await commands.executeCommand(command, ...given, "Said in the app");
    await findingsWhen(document, (rules) => rules.length > 0 && !rules.includes("missing-retention"));
    expectEqual(
      await read(),
      "suppressions:\n  - rule: missing-retention\n    file: policy.md\n    reason: Said in the app\n",
    );
  });

  it("is written by the quick fix that says where a disclosure is made", async () => {
    const { document } = await openFile("policy.md");
    const { command, arguments: given = [] } = await commandOf(
      document,
      "missing-retention",
      "This is said here… (missing-retention)",
    );
    await commands.executeCommand(command, ...given, { url: "https://example.org/retention", reason: "Linked below" });
    await findingsWhen(document, (rules) => rules.length > 0 && !rules.includes("missing-retention"));
    expectMatch(await read(), /^evidence:\n {2}retention:\n {4}url: https:\/\/example.org\/retention\n/);
  });
});
