import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import type { FileSystem } from "../../project/file-system";
import {
  assertEvidenceCommand,
  type ChangeConfigurationParams,
  type ChangeConfigurationResult,
  type MissingDisclosure,
  type Passage,
  suppressCommand,
} from "../../server/protocol";
import { type Client, startClient } from "./harness";
import { shippedLinter } from "./linters";

const uri = "file:///work/policies/privacy.md";
const text = "# Privacy Policy\n\n## What we do\n\nWe collect your name. Write to [address].\n";

/** The files of a machine, by path. */
function files(given: Readonly<Record<string, string>>): FileSystem {
  return {
    stat: async (path) =>
      given[path] === undefined ? undefined : { kind: "file", size: new TextEncoder().encode(given[path]).length },
    readFile: async (path) => new TextEncoder().encode(given[path]),
    readDirectory: async () => [],
  };
}

function start(given: Readonly<Record<string, string>> = {}): Promise<Client> {
  return startClient({
    createLinter: shippedLinter,
    folders: ["file:///work"],
    fileSystem: files(given),
    initializationOptions: { commands: [assertEvidenceCommand, suppressCommand] },
  });
}

function change(client: Client, asked: ChangeConfigurationParams["change"]): Promise<ChangeConfigurationResult> {
  const params: ChangeConfigurationParams = { uri, change: asked };
  return client.connection.sendRequest("clauselint/changeConfiguration", params);
}

function actionsFor(client: Client, diagnostics: readonly Diagnostic[], range = diagnostics[0]?.range) {
  return client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics },
  });
}

describe("clauselint/changeConfiguration", () => {
  it("begins a configuration in the folder that is open", async () => {
    const client = await start();
    await client.open(uri, text);
    const asked = { kind: "suppression", rule: "missing-retention", reason: "Said in the app" } as const;
    assert.deepEqual(await change(client, asked), {
      uri: "file:///work/clauselint.config.yaml",
      exists: false,
      text: "suppressions:\n  - rule: missing-retention\n    file: policies/privacy.md\n    reason: Said in the app\n",
    });
    await client.stop();
  });

  it("adds to the nearest configuration, with paths from there", async () => {
    const client = await start({ "/work/policies/.clauselintrc": "regimes: auto # ours\n" });
    await client.open(uri, text);
    const evidence = { file: "file:///work/legal/retention%20plan.md" };
    const result = await change(client, { kind: "evidence", disclosure: "retention", evidence });
    assert.deepEqual(result, {
      uri: "file:///work/policies/.clauselintrc",
      exists: true,
      text: "regimes: auto # ours\nevidence:\n  retention:\n    file: ../legal/retention plan.md\n    files:\n      - privacy.md\n",
    });
    await client.stop();
  });

  it("leaves a broken configuration alone, and says so", async () => {
    const client = await start({ "/work/clauselint.config.json": "{ " });
    await client.open(uri, text);
    const result = await change(client, { kind: "evidence", disclosure: "retention", evidence: { quote: "x" } });
    assert.match(result.problem ?? "", /^clauselint\.config\.json has mistakes/);
    await client.stop();
  });
});

describe("what a configuration can be changed by", () => {
  it("is offered behind the snippet: where it is said, then suppression", async () => {
    const client = await start();
    await client.open(uri, text);
    const { items = [] } = await client.pull(uri);
    const missing = items.filter(({ code }) => code === "missing-retention");
    const titles = (await actionsFor(client, missing)).map(({ title }) => title);
    assert.deepEqual(titles.slice(1), [
      "This is said here… (missing-retention)",
      "Suppress missing-retention in the configuration…",
    ]);
    assert.match(titles[0] ?? "", /^Add /);
    const slot = items.filter(({ code }) => code === "unfilled-placeholder");
    const suppress = (await actionsFor(client, slot)).find(({ command }) => command?.command === suppressCommand);
    assert.deepEqual(suppress?.command?.arguments, [{ uri, rule: "unfilled-placeholder", quote: "[address]" }]);
    await client.stop();
  });

  it("is offered for words that are selected where nothing is found", async () => {
    const client = await start();
    await client.open(uri, text);
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 20 } };
    const [action] = await actionsFor(client, [], range);
    assert.equal(action?.command?.command, assertEvidenceCommand);
    assert.deepEqual(await actionsFor(client, [], { start: range.start, end: range.start }), []);
    await client.stop();
  });

  it("is what is missing, and the sentences of the document", async () => {
    const client = await start();
    await client.open(uri, text);
    const missing = await client.connection.sendRequest<MissingDisclosure[]>("clauselint/missingDisclosures", { uri });
    assert.equal(missing.find(({ id }) => id === "retention")?.status, "missing");
    const passages = await client.connection.sendRequest<Passage[]>("clauselint/passages", { uri });
    assert.deepEqual(passages, [
      { text: "We collect your name.", section: "What we do" },
      { text: "Write to [address].", section: "What we do" },
    ]);
    await client.stop();
  });
});
