import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CancellationTokenSource, type Diagnostic } from "vscode-languageserver/node";
import { rangeOf, startClient } from "./harness";
import { brokenRule, linterWith, shippedLinter, weaselRule } from "./linters";

const uri = "file:///work/policy.md";
const policy = "# Privacy Policy\n\nA weasel sells your data.\n\nAnother weasel buys it.\n";
const weaselLinter = linterWith(weaselRule);

const codes = (items: readonly Diagnostic[] | undefined) => items?.map(({ code }) => code);

describe("textDocument/diagnostic", () => {
  it("answers with place, rule, page, related places and data", async () => {
    const client = await startClient({ createLinter: weaselLinter });
    await client.open(uri, policy);
    const { kind, items = [] } = await client.pull(uri);
    assert.equal(kind, "full");
    assert.equal(items.length, 1);
    const [{ data, ...shown } = {} as Diagnostic] = items;
    const second = policy.lastIndexOf("weasel") - policy.lastIndexOf("\n", policy.length - 2) - 1;
    assert.deepEqual(shown, {
      range: rangeOf(policy, "weasel"),
      severity: 2,
      code: "weasel",
      codeDescription: { href: "https://github.com/clauselint/clauselint/blob/main/docs/rules/weasel.md" },
      source: "clauselint",
      message: "The text says weasel",
      relatedInformation: [
        {
          location: {
            uri,
            range: { start: { line: 4, character: second }, end: { line: 4, character: second + "weasel".length } },
          },
          message: "And here",
        },
      ],
    });
    assert.equal(data.ruleId, "weasel");
    await client.stop();
  });

  it("says what a policy lacks, in Markdown and in plain text, saved or not", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    const documents = [
      ["file:///work/policy.md", "markdown", "# Privacy Policy\n\nWe collect your name.\n"],
      ["file:///work/policy.txt", "plaintext", "PRIVACY POLICY\n\nWe collect your name.\n"],
      ["untitled:Untitled-1", "markdown", "# Privacy Policy\n"],
      ["vscode-vfs://github/owner/name/privacy.md", "markdown", "# Privacy Policy\r\n\r\nWe collect your name.\r\n"],
    ] as const;
    for (const [address, language, text] of documents) {
      await client.open(address, text, language);
      const { items } = await client.pull(address);
      assert.ok(codes(items)?.includes("missing-retention"), address);
    }
    await client.stop();
  });

  it("follows incremental edits, several at once and across lines", async () => {
    const client = await startClient({ createLinter: weaselLinter });
    await client.open(uri, "# Privacy Policy\n\nA stoat 😀 sells.\n");
    const before = await client.pull(uri);
    assert.deepEqual(before.items, []);
    await client.change(uri, 2, [
      { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } }, text: " weasel" },
      { range: { start: { line: 0, character: 16 }, end: { line: 2, character: 1 } }, text: "\r\n\r\n\r\nOne" },
    ]);
    const text = "# Privacy Policy\r\n\r\n\r\nOne stoat 😀 weasel sells.\n";
    const after = await client.pull(uri, before.resultId);
    assert.equal(after.kind, "full");
    assert.deepEqual(
      after.items?.map(({ range }) => range),
      [rangeOf(text, "weasel")],
    );
    await client.change(uri, 3, [
      { range: { start: { line: 3, character: 13 }, end: { line: 3, character: 19 } }, text: "otter" },
    ]);
    assert.deepEqual((await client.pull(uri, after.resultId)).items, []);
    await client.stop();
  });

  it("says that nothing has changed where nothing has", async () => {
    const client = await startClient({ createLinter: weaselLinter });
    await client.open(uri, policy);
    const { resultId } = await client.pull(uri);
    assert.deepEqual(await client.pull(uri, resultId), { kind: "unchanged", resultId });
    await client.change(uri, 2, [{ text: `${policy}\nMore.\n` }]);
    const later = await client.pull(uri, resultId);
    assert.equal(later.kind, "full");
    assert.notEqual(later.resultId, resultId);
    await client.stop();
  });

  it("refuses a request that an edit has overtaken, and one that was cancelled, and tells the client to ask again", async () => {
    const client = await startClient({ createLinter: weaselLinter });
    await client.open(uri, policy);
    const overtaken = client.pull(uri);
    const refused = assert.rejects(overtaken, { code: -32802 });
    await client.change(uri, 2, [{ text: "# Privacy Policy\n" }]);
    await refused;
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token);
    source.cancel();
    await assert.rejects(cancelled, { code: -32800 });
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.stop();
  });

  it("shows nothing of what is no policy, of another language, and of what is not open", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open("file:///work/README.md", "# Build tools\n\nRun `make` to build everything [TODO].\n");
    assert.deepEqual((await client.pull("file:///work/README.md")).items, []);
    await client.open("file:///work/privacy.ts", "# Privacy Policy\n", "typescript");
    assert.deepEqual((await client.pull("file:///work/privacy.ts")).items, []);
    assert.deepEqual((await client.pull("file:///work/closed.md")).items, []);
    await client.stop();
  });

  it("forgets a document that is closed", async () => {
    const client = await startClient({ createLinter: weaselLinter });
    await client.open(uri, policy);
    assert.equal((await client.pull(uri)).items?.length, 1);
    await client.close(uri);
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.open(uri, "# Privacy Policy\n\nNobody sells it.\n");
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.stop();
  });

  it("makes one finding of a rule that fails, and keeps those of the others", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule, brokenRule) });
    await client.open(uri, policy);
    const { items = [] } = await client.pull(uri);
    assert.deepEqual(codes(items), ["internal-error", "weasel"]);
    assert.match(String(items[0]?.message), /broken.*out of order/);
    assert.equal(items[0]?.codeDescription, undefined);
    await client.stop();
  });
});

describe("settings of pulled diagnostics", () => {
  it("asks the client to pull again when they change, and obeys them", async () => {
    const client = await startClient({ createLinter: weaselLinter });
    await client.open(uri, policy);
    const { items, resultId } = await client.pull(uri);
    assert.equal(items?.length, 1);
    await client.configure({ enable: false });
    await client.take("workspace/diagnostic/refresh");
    const disabled = await client.pull(uri, resultId);
    assert.deepEqual(disabled.items, []);
    await client.configure({ enable: true });
    await client.take("workspace/diagnostic/refresh");
    assert.equal((await client.pull(uri, disabled.resultId)).items?.length, 1);
    await client.stop();
  });

  it("holds them by document", async () => {
    const client = await startClient({
      createLinter: weaselLinter,
      settings: (scope: string | undefined) => ({ enable: scope?.startsWith("file:///quiet/") !== true }),
      folders: ["file:///work", "file:///quiet"],
    });
    for (const address of ["file:///work/a.md", "file:///quiet/a.md"]) await client.open(address, policy);
    assert.equal((await client.pull("file:///work/a.md")).items?.length, 1);
    assert.equal((await client.pull("file:///quiet/a.md")).items?.length, 0);
    await client.stop();
  });

  it("keeps its defaults where the client answers nonsense", async () => {
    const client = await startClient({ createLinter: weaselLinter, settings: { enable: "no", run: 7, logLevel: [] } });
    await client.open(uri, policy);
    assert.equal((await client.pull(uri)).items?.length, 1);
    await client.stop();
  });

  it("waits for saving where it shall, whatever else asks for the text meanwhile", async () => {
    const client = await startClient({ createLinter: weaselLinter, settings: { run: "onSave" } });
    await client.open(uri, policy);
    const { resultId } = await client.pull(uri);
    await client.change(uri, 2, [{ text: "# Privacy Policy\n" }]);
    await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: 3 },
    });
    assert.deepEqual(await client.pull(uri, resultId), { kind: "unchanged", resultId });
    await client.save(uri);
    await client.take("workspace/diagnostic/refresh");
    assert.deepEqual((await client.pull(uri, resultId)).items, []);
    await client.stop();
  });
});

describe("folders", () => {
  it("name a document by its path in the innermost one, so that its findings are the same wherever they lie", async () => {
    const client = await startClient({
      createLinter: shippedLinter,
      folders: ["file:///a", "file:///a/inner", "file:///b"],
    });
    const fingerprints = async (address: string) => {
      await client.open(address, "# Privacy Policy\n\nWe collect your name.\n");
      const { items = [] } = await client.pull(address);
      assert.ok(items.length > 0);
      return items.map(({ data }) => data.fingerprint);
    };
    const inner = await fingerprints("file:///a/inner/policy.md");
    assert.deepEqual(await fingerprints("file:///b/policy.md"), inner);
    assert.notDeepEqual(await fingerprints("file:///a/policies/policy.md"), inner);
    await client.stop();
  });

  it("may come and go", async () => {
    const client = await startClient({ createLinter: shippedLinter, folders: ["file:///a"] });
    const address = "file:///b/policy.md";
    await client.open(address, "# Privacy Policy\n\nWe collect your name.\n");
    const before = await client.pull(address);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: "file:///b", name: "b" }], removed: [{ uri: "file:///a", name: "a" }] },
    });
    await client.take("workspace/diagnostic/refresh");
    const after = await client.pull(address, before.resultId);
    assert.equal(after.kind, "full");
    assert.notDeepEqual(
      after.items?.map(({ data }) => data.fingerprint),
      before.items?.map(({ data }) => data.fingerprint),
    );
    await client.stop();
  });
});
