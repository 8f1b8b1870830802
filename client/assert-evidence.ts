import { commands, type Disposable, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AssertEvidenceArgument,
  assertEvidenceCommand,
  type DocumentParams,
  type Evidence,
  type MissingDisclosure,
  missingDisclosuresRequest,
  type Passage,
  passagesRequest,
} from "../server/protocol";
import { changeConfiguration } from "./change-configuration";

/**
 * The user tells where a disclosure is made that was not seen: in the words that are selected, else in a sentence,
 * a file or on a page that they choose. It is written to the configuration.
 */
export function registerAssertEvidence(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(
    assertEvidenceCommand,
    async (argument: AssertEvidenceArgument | undefined, given?: Evidence) => {
      const editor = window.activeTextEditor;
      const uri = argument?.uri ?? (editor && client.code2ProtocolConverter.asUri(editor.document.uri));
      if (uri === undefined) return;
      const disclosure = argument?.disclosure ?? (await askForDisclosure(client, { uri }));
      if (disclosure === undefined) return;
      const selected = editor?.document.getText(editor.selection).replace(/\s+/g, " ").trim() ?? "";
      const evidence = given ?? (selected !== "" ? { quote: selected } : await askForEvidence(client, { uri }));
      if (evidence === undefined) return;
      await changeConfiguration(client, { uri, change: { kind: "evidence", disclosure, evidence } });
    },
  );
}

async function askForDisclosure(client: BaseLanguageClient, params: DocumentParams): Promise<string | undefined> {
  const missing = await client.sendRequest<MissingDisclosure[]>(missingDisclosuresRequest, params);
  if (missing.length === 0) {
    void window.showInformationMessage("Clauselint misses no disclosure in this document.");
    return undefined;
  }
  const items = missing.map(({ id, title, status }) => ({ id, label: title, description: `${id}, ${status}` }));
  const chosen = await window.showQuickPick(items, { title: "What do these words say?", matchOnDescription: true });
  return chosen?.id;
}

interface EvidenceItem extends QuickPickItem {
  readonly choose: () => Promise<Evidence | undefined>;
}

async function askForEvidence(client: BaseLanguageClient, params: DocumentParams): Promise<Evidence | undefined> {
  const passages = await client.sendRequest<Passage[]>(passagesRequest, params);
  const never = async () => undefined;
  const items: EvidenceItem[] = [
    { label: "$(file) In another file…", choose: () => askForFile(client) },
    { label: "$(globe) On a page…", choose: askForPage },
    { label: "In this document", kind: QuickPickItemKind.Separator, choose: never },
    ...passages.map(({ text, section }) => ({
      label: text,
      description: section,
      choose: async () => ({ quote: text }),
    })),
  ];
  const chosen = await window.showQuickPick(items, { title: "Where is this said?", matchOnDescription: true });
  return chosen?.choose();
}

async function askForFile({ code2ProtocolConverter }: BaseLanguageClient): Promise<Evidence | undefined> {
  const [file] = (await window.showOpenDialog({ title: "Which file says it?" })) ?? [];
  return file === undefined ? undefined : { file: code2ProtocolConverter.asUri(file) };
}

async function askForPage(): Promise<Evidence | undefined> {
  const url = await window.showInputBox({
    title: "Which page says it?",
    placeHolder: "https://",
    validateInput: (text) => (/^https?:\/\/\S+$/.test(text.trim()) ? undefined : "Give the address of the page."),
  });
  if (url === undefined) return undefined;
  const reason = await window.showInputBox({
    title: "Why is that page enough?",
    prompt: "Nobody looks at the page here, so that the configuration gives the reason.",
    validateInput: (text) => (text.trim() === "" ? "A page needs a reason." : undefined),
  });
  return reason === undefined ? undefined : { url: url.trim(), reason: reason.trim() };
}
