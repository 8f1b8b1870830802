import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DocumentState } from "../../server/protocol";
import { type Client, plainCapabilities, startClient } from "./harness";
import { shippedLinter } from "./linters";

const uri = "file:///work/notes.md";
const notes = "# Minutes of the meeting\n\nWe talked about lunch.\n";

const setKind = (client: Client, kind: string | null, address = uri) =>
  client.connection.sendRequest("clauselint/setKind", { uri: address, kind });
const takeState = async (client: Client) => (await client.take("clauselint/documentState")) as DocumentState;

describe("clauselint/documentState", () => {
  it("tells after every lint what the document is and how it fares", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, "# Privacy Policy\n\nAs the GDPR asks, we tell you this. Write to [address].\n");
    const { items = [] } = await client.pull(uri);
    const count = (severity: number) => items.filter((item) => item.severity === severity).length;
    assert.deepEqual(await takeState(client), {
      uri,
      version: 1,
      kind: "privacy-policy",
      reason: "title",
      isChosen: false,
      isIgnored: false,
      language: "en",
      regimes: ["Clauselint's core set", "EU GDPR"],
      counts: { error: count(1), warning: count(2), information: count(3), hint: count(4) },
      placeholders: 1,
      configuration: null,
    });
    assert.ok(items.length > 0);
    await client.stop();
  });

  it("tells that a document is no policy", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, notes);
    await client.pull(uri);
    const { kind, reason, counts } = await takeState(client);
    assert.equal(kind, "not-a-policy");
    assert.equal(reason, "none");
    assert.deepEqual(counts, { error: 0, warning: 0, information: 0, hint: 0 });
    await client.stop();
  });
});

describe("clauselint/setKind", () => {
  it("makes a policy of what was taken for none, survives edits, and can be taken back", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, notes);
    const before = await client.pull(uri);
    assert.deepEqual(before.items, []);
    assert.equal((await takeState(client)).isChosen, false);

    assert.equal(await setKind(client, "privacy-policy"), true);
    await client.take("workspace/diagnostic/refresh");
    const chosen = await client.pull(uri, before.resultId);
    assert.ok(chosen.items?.some(({ code }) => code === "missing-retention"));
    const state = await takeState(client);
    assert.equal(state.kind, "privacy-policy");
    assert.equal(state.isChosen, true);

    await client.change(uri, 2, [{ text: "# Minutes of another meeting\n\nWe talked about dinner.\n" }]);
    assert.ok((await client.pull(uri)).items?.some(({ code }) => code === "missing-retention"));
    assert.equal((await takeState(client)).isChosen, true);

    assert.equal(await setKind(client, null), true);
    await client.take("workspace/diagnostic/refresh");
    assert.deepEqual((await client.pull(uri)).items, []);
    assert.equal((await takeState(client)).isChosen, false);
    await client.stop();
  });

  it("silences a document that is none, until it is opened again", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, "# Privacy Policy\n");
    assert.ok(((await client.pull(uri)).items ?? []).length > 0);
    await setKind(client, "not-a-policy");
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.close(uri);
    await client.open(uri, "# Privacy Policy\n");
    assert.ok(((await client.pull(uri)).items ?? []).length > 0);
    await client.stop();
  });

  it("shows at once what it changes, where diagnostics wait for saving and where they are pushed", async () => {
    const pulling = await startClient({ createLinter: shippedLinter, settings: { run: "onSave" } });
    await pulling.open(uri, notes);
    await pulling.pull(uri);
    await pulling.change(uri, 2, [{ text: `${notes}\nAnd about tea.\n` }]);
    const { resultId } = await pulling.pull(uri);
    await setKind(pulling, "privacy-policy");
    assert.ok(((await pulling.pull(uri, resultId)).items ?? []).length > 0);
    await pulling.stop();

    const pushed = await startClient({ createLinter: shippedLinter, capabilities: plainCapabilities });
    await pushed.open(uri, notes);
    assert.deepEqual((await pushed.takeDiagnostics(uri)).diagnostics, []);
    await setKind(pushed, "privacy-policy");
    assert.ok((await pushed.takeDiagnostics(uri)).diagnostics.length > 0);
    await pushed.stop();
  });

  it("refuses kinds that there are not and documents that are not open", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, notes);
    assert.equal(await setKind(client, "poem"), false);
    assert.equal(await setKind(client, "terms", "file:///work/closed.md"), false);
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.stop();
  });
});

describe("a document that was recognised", () => {
  it("stays a policy while its title does, whatever is deleted below", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, "# Privacy Policy\n\nWe collect your name.\n");
    await client.pull(uri);
    await client.change(uri, 2, [{ text: "# Privacy Policy\n" }]);
    assert.ok(((await client.pull(uri)).items ?? []).length > 0);
    await client.change(uri, 3, [{ text: "# Minutes of the meeting\n\nWe talked about lunch.\n" }]);
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.stop();
  });
});
