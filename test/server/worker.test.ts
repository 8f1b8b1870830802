import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import { editorCapabilities } from "./harness";
import { startWorker, withoutSettings } from "./worker";

describe("the server as a web worker", () => {
  it("lints where there is nothing of Node", async (test) => {
    const client = await startWorker({ answer: withoutSettings });
    test.after(client.stop);
    const { capabilities } = await client.request<{ capabilities: object }>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: editorCapabilities,
    });
    assert.ok("diagnosticProvider" in capabilities);
    client.notify("initialized", {});
    const uri = "vscode-vfs://github/owner/name/PRIVACY.md";
    client.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text: "# Privacy Policy\n\nWe collect your name.\n" },
    });
    const { items } = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    assert.ok(items.some(({ code }) => code === "missing-retention"));
    const page = { uri: "vscode-vfs://github/owner/name/privacy.html", languageId: "html", version: 1 };
    const text = "<h1>Privacy Policy</h1><p>We keep your data for 30 days, [Company Name] says.";
    client.notify("textDocument/didOpen", { textDocument: { ...page, text } });
    const ofPage = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: page });
    const codes = ofPage.items.map(({ code }) => code);
    assert.ok(codes.includes("unfilled-placeholder") && !codes.includes("missing-retention"), codes.join());
  });
});
