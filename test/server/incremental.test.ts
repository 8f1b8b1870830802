import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, startClient } from "./harness";
import { shippedLinter } from "./linters";
import { randomNumbers } from "./random-numbers";

const uri = "file:///work/policy.md";
const title = "# Privacy Policy\n\n";

/** What a person might type, paste or delete around. */
const pieces = [
  "We keep your data for 30 days. ",
  "We keep your data as long as necessary. ",
  "[Company Name]",
  "[NOTE: ask legal]",
  "\n\n## How long we keep data\n\n",
  "\n\nWe share:\n\n- your name\n- your address\n",
  "```\n",
  "😀",
  "\r\n",
  " ",
  "emailing us at\n\n",
];

/** The diagnostics without the version, which differs between a document that was edited and one that was opened. */
async function shown(client: Client): Promise<unknown> {
  const { items = [] } = await client.pull(uri);
  return items.map(({ data, ...item }) => ({ ...item, data: { ...data, version: 0 } }));
}

describe("incremental sync", () => {
  it("gives after every edit what opening the text anew gives", async () => {
    const edited = await startClient({ createLinter: shippedLinter });
    const anew = await startClient({ createLinter: shippedLinter });
    const random = randomNumbers(20260301);
    const mirror = TextDocument.create(uri, "markdown", 1, `${title}We collect your name.\n`);
    await edited.open(uri, mirror.getText());
    let findings = 0;
    for (let version = 2; version < 80; version++) {
      const length = mirror.getText().length;
      const start = title.length + random(length - title.length + 1);
      const end = Math.min(length, start + (random(3) === 0 ? random(60) : 0));
      const text = random(4) === 0 ? "" : (pieces[random(pieces.length)] ?? "");
      const change = { range: { start: mirror.positionAt(start), end: mirror.positionAt(end) }, text };
      TextDocument.update(mirror, [change], version);
      await edited.change(uri, version, [change]);
      await anew.open(uri, mirror.getText());
      const expected = await shown(anew);
      assert.deepEqual(await shown(edited), expected, JSON.stringify(mirror.getText()));
      await anew.close(uri);
      findings += (expected as unknown[]).length;
    }
    assert.ok(findings > 0);
    await edited.stop();
    await anew.stop();
  });
});
