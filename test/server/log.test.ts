import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Client, startClient } from "./harness";
import { linterWith, weaselRule } from "./linters";

const uri = "file:///work/policy.md";

const logged = (client: Client) =>
  client.received
    .filter(({ method }) => method === "window/logMessage")
    .map(({ params }) => (params as { message: string }).message);

async function lintWith(logLevel: string): Promise<readonly string[]> {
  const client = await startClient({ createLinter: linterWith(weaselRule), settings: { logLevel } });
  await client.configure({ logLevel });
  await client.take("workspace/diagnostic/refresh");
  await client.open(uri, "# Privacy Policy\n\nA weasel.\n");
  await client.pull(uri);
  await client.connection.sendRequest("clauselint/setKind", { uri, kind: "poem" });
  await client.settle();
  const messages = logged(client);
  await client.stop();
  return messages;
}

describe("log level", () => {
  it("says how much is logged", async () => {
    const isDebug = (message: string) => message.includes("version 1, privacy-policy, 1 finding(s)");
    const isError = (message: string) => message.includes("clauselint/setKind failed: RangeError: no such kind");
    const debug = await lintWith("debug");
    assert.ok(debug.some(isDebug));
    assert.ok(debug.some(isError));
    const error = await lintWith("error");
    assert.ok(!error.some(isDebug));
    assert.ok(error.some(isError));
  });
});
