import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Position } from "vscode-languageserver";
import { rangeOf, startClient } from "./harness";
import { shippedLinter } from "./linters";

const uri = "file:///work/policy.md";

describe("clauselint/nextPlaceholder", () => {
  it("goes from one to the next, and from the last to the first", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    const text = "# Privacy Policy\n\nWe are [Company Name][street]. 😀 Write to [email address].\n";
    await client.open(uri, text);
    const next = (position: Position) => client.connection.sendRequest("clauselint/nextPlaceholder", { uri, position });
    const [first, second, third] = ["[Company Name]", "[street]", "[email address]"].map((words) =>
      rangeOf(text, words),
    );
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    assert.deepEqual(await next({ line: 0, character: 0 }), first);
    assert.deepEqual(await next(first.start), first);
    assert.deepEqual(await next(first.end), second);
    assert.deepEqual(await next(second.end), third);
    assert.deepEqual(await next(third.end), first);
    await client.stop();
  });

  it("finds none in a policy that has none, nor in what is no policy", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    for (const text of ["# Privacy Policy\n\nWe keep it short.\n", "# Lunch\n\nBring [name of dish].\n"]) {
      await client.open(uri, text);
      const position = { line: 0, character: 0 };
      assert.equal(await client.connection.sendRequest("clauselint/nextPlaceholder", { uri, position }), null);
      await client.close(uri);
    }
    await client.stop();
  });
});
