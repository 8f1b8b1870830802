import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Hover, MarkupContent, Position } from "vscode-languageserver";
import { type Client, plainCapabilities, rangeOf, startClient } from "./harness";
import { linterWith, shippedLinter, weaselRule } from "./linters";

const uri = "file:///work/policy.md";
const policy = "# Privacy Policy\n\nA weasel_of_ours sells your data.\n";

function hover(client: Client, position: Position): Promise<Hover | null> {
  return client.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
}

describe("textDocument/hover", () => {
  it("explains a finding with its reason, its sources and its page", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule) });
    await client.open(uri, policy);
    assert.deepEqual(await hover(client, { line: 2, character: 4 }), {
      contents: {
        kind: "markdown",
        value: [
          "**The text says weasel**",
          "Tests need one.",
          "- [Book of Weasels, p\\. 7](<https://example.org/weasels>)",
          "[weasel](https://github.com/clauselint/clauselint/blob/main/docs/rules/weasel.md)",
        ].join("\n\n"),
      },
      range: rangeOf(policy, "weasel"),
    });
    await client.stop();
  });

  it("names the articles that ask for what is missing", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(
      uri,
      "# Privacy Policy\n\nAs the GDPR requires, we tell you what we do with your personal data.\n",
    );
    const shown = await hover(client, { line: 0, character: 4 });
    assert.ok(shown !== null);
    const { value } = shown.contents as MarkupContent;
    assert.match(value, /GDPR Art\\\. 13\\\(2\\\)\\\(a\\\).*\(required\)/);
    assert.match(value, /missing-retention\.md/);
    await client.stop();
  });

  it("says nothing where nothing was found, nor where it is turned off", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule) });
    await client.open(uri, policy);
    assert.equal(await hover(client, { line: 2, character: 20 }), null);
    await client.configure({ enable: false });
    await client.take("workspace/diagnostic/refresh");
    assert.equal(await hover(client, { line: 2, character: 4 }), null);
    await client.stop();
  });

  it("writes plain text for a client that shows no Markdown", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule), capabilities: plainCapabilities });
    await client.open(uri, policy);
    assert.deepEqual((await hover(client, { line: 2, character: 4 }))?.contents, {
      kind: "plaintext",
      value: [
        "The text says weasel",
        "Tests need one.",
        "- Book of Weasels, p. 7, https://example.org/weasels",
        "weasel: https://github.com/clauselint/clauselint/blob/main/docs/rules/weasel.md",
      ].join("\n"),
    });
    await client.stop();
  });
});
