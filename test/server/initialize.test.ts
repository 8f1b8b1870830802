import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RegistrationParams } from "vscode-languageserver";
import { plainCapabilities, startClient } from "./harness";
import { shippedLinter } from "./linters";

describe("initialize", () => {
  it("offers a capable client everything, and lets it pull the diagnostics", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, "clauselint");
    assert.deepEqual(capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ["quickfix"] },
      diagnosticProvider: { identifier: "clauselint", interFileDependencies: false, workspaceDiagnostics: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
    const { registrations } = (await client.take("client/registerCapability")) as RegistrationParams;
    assert.deepEqual(
      registrations.map(({ method, registerOptions }) => ({ method, registerOptions })),
      [{ method: "workspace/didChangeConfiguration", registerOptions: { section: "clauselint" } }],
    );
    await client.stop();
  });

  it("offers a plain client what it can take", async () => {
    const client = await startClient({ createLinter: shippedLinter, capabilities: plainCapabilities });
    const { capabilities } = client.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.ok(capabilities.codeActionProvider);
    await client.settle();
    assert.deepEqual(
      client.received.filter(({ method }) => method === "client/registerCapability"),
      [],
    );
    await client.stop();
  });

  it("offers no quick fixes to a client that knows commands only", async () => {
    const client = await startClient({ createLinter: shippedLinter, capabilities: {} });
    assert.equal(client.initialized.capabilities.codeActionProvider, undefined);
    await client.stop();
  });
});
