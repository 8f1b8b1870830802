import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Client, plainCapabilities, startClient } from "./harness";
import { linterWith, weaselRule } from "./linters";

const uri = "file:///work/policy.md";
const policy = "# Privacy Policy\n\nA weasel sells your data.\n";
const startPlain = (initializationOptions?: unknown) =>
  startClient({ createLinter: linterWith(weaselRule), capabilities: plainCapabilities, initializationOptions });

/** What was published and not taken yet. */
function published(client: Client): number {
  return client.received.filter(({ method }) => method === "textDocument/publishDiagnostics").length;
}

describe("textDocument/publishDiagnostics", () => {
  it("shows a document that is opened, with its version", async () => {
    const client = await startPlain();
    await client.open(uri, policy);
    const { version, diagnostics } = await client.takeDiagnostics(uri);
    assert.equal(version, 1);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["weasel"],
    );
    await client.stop();
  });

  it("waits until typing pauses, and drops what was overtaken", async () => {
    const client = await startPlain();
    await client.open(uri, policy);
    await client.takeDiagnostics(uri);
    await client.change(uri, 2, [{ text: `${policy}\nMore.` }]);
    await client.change(uri, 3, [{ text: "# Privacy Policy\n" }]);
    await client.settle();
    assert.equal(published(client), 1);
    await client.pause();
    const { version, diagnostics } = await client.takeDiagnostics(uri);
    assert.equal(version, 3);
    assert.deepEqual(diagnostics, []);
    assert.equal(published(client), 2);
    await client.stop();
  });

  it("clears what it showed when the document is closed, and publishes nothing of it later", async () => {
    const client = await startPlain();
    await client.open(uri, policy);
    await client.takeDiagnostics(uri);
    await client.change(uri, 2, [{ text: `${policy}\nMore.` }]);
    await client.close(uri);
    assert.deepEqual(await client.takeDiagnostics(uri), { uri, diagnostics: [] });
    await client.pause();
    await client.settle();
    assert.equal(published(client), 2);
    await client.stop();
  });

  it("waits for saving where it shall", async () => {
    const client = await startPlain({ run: "onSave" });
    await client.open(uri, policy);
    assert.equal((await client.takeDiagnostics(uri)).diagnostics.length, 1);
    await client.change(uri, 2, [{ text: "# Privacy Policy\n" }]);
    await client.pause();
    await client.save(uri);
    const { version, diagnostics } = await client.takeDiagnostics(uri);
    assert.equal(version, 2);
    assert.deepEqual(diagnostics, []);
    assert.equal(published(client), 2);
    await client.stop();
  });

  it("publishes anew when the settings change", async () => {
    const client = await startPlain();
    await client.open(uri, policy);
    assert.equal((await client.takeDiagnostics(uri)).diagnostics.length, 1);
    await client.configure({ enable: false });
    assert.equal((await client.takeDiagnostics(uri)).diagnostics.length, 0);
    await client.configure({ enable: true });
    assert.equal((await client.takeDiagnostics(uri)).diagnostics.length, 1);
    await client.stop();
  });
});
