import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CodeAction, type Diagnostic, SnippetTextEdit, TextDocumentEdit } from "vscode-languageserver";
import { TextDocument, type TextEdit } from "vscode-languageserver-textdocument";
import { defaultConfig } from "../../engine/config";
import { goToNextPlaceholderCommand } from "../../server/protocol";
import { createLinterThatAsksForEverything } from "../everything-asked";
import { type Client, editorCapabilities, type Options, plainCapabilities, rangeOf, startClient } from "./harness";
import { linterWith, shippedLinter, weaselRule } from "./linters";

const uri = "file:///work/policy.md";
const policy = "# Privacy Policy\n\nA weasel sells your data.\n";

/** Opens the text, and asks for the quick fixes of its findings as an editor does. */
async function openAndAsk(client: Client, text: string, code: string): Promise<CodeAction[]> {
  await client.open(uri, text);
  const { items = [] } = await client.pull(uri);
  const diagnostics = items.filter((item) => item.code === code);
  assert.ok(diagnostics.length > 0, code);
  return ask(client, diagnostics);
}

async function ask(
  client: Client,
  diagnostics: readonly Diagnostic[],
  only?: readonly string[],
): Promise<CodeAction[]> {
  return client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: diagnostics[0]?.range,
    context: { diagnostics, ...(only !== undefined && { only }) },
  });
}

/** The edits of an action in whichever way it carries them. */
function editsOf({ edit }: CodeAction): readonly (TextEdit | SnippetTextEdit)[] {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined) return edit?.changes?.[uri] ?? [];
  assert.ok(TextDocumentEdit.is(change));
  return change.edits;
}

function plainEditsOf(action: CodeAction): TextEdit[] {
  return editsOf(action).map((edit) => {
    assert.ok(!SnippetTextEdit.is(edit));
    return edit;
  });
}

const apply = (text: string, edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, text), [...edits]);

const withoutSnippets: Options = {
  createLinter: shippedLinter,
  capabilities: { ...editorCapabilities, workspace: { workspaceEdit: { documentChanges: true } } },
};

describe("textDocument/codeAction", () => {
  it("offers the fix first and then the suggestions, with tab stops for a client that has them", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule) });
    const [fix, suggestion, ...others] = await openAndAsk(client, policy, "weasel");
    assert.deepEqual(others, []);
    assert.equal(fix?.title, "Write stoat");
    assert.equal(fix?.kind, "quickfix");
    assert.equal(fix?.isPreferred, true);
    assert.equal(fix?.diagnostics?.[0]?.code, "weasel");
    assert.deepEqual(fix?.edit, {
      documentChanges: [
        { textDocument: { uri, version: 1 }, edits: [{ range: rangeOf(policy, "weasel"), newText: "stoat" }] },
      ],
    });
    const { end } = rangeOf(policy, "weasel");
    assert.equal(suggestion?.isPreferred, undefined);
    assert.deepEqual(suggestion?.edit, {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [
            {
              range: { start: end, end },
              snippet: { kind: "snippet", value: " named ${1:[name, e.g. Ann \\}]}, for \\$5" },
            },
          ],
        },
      ],
    });
    await client.stop();
  });

  it("inserts elements into a page of HTML, between two of its own", async () => {
    const client = await startClient(withoutSnippets);
    const text = "<h1>Privacy Policy</h1>\n<p>We collect data.</p>\n<h2>Contact</h2>\n<p>Mail us.</p>\n";
    await client.open(uri, text, "html");
    const { items = [] } = await client.pull(uri);
    const [action] = await ask(
      client,
      items.filter(({ code }) => code === "missing-retention"),
    );
    assert.ok(action !== undefined);
    assert.match(
      apply(text, plainEditsOf(action)),
      /<p>We collect data\.<\/p>\n<h2>How long we keep your data<\/h2>\n<p>We keep \[what is kept[^<>]+<\/p>\n<h2>Contact<\/h2>/,
    );
    await client.stop();
  });

  it("inserts the slots as text for a client without tab stops, and knows the oldest kind of edit", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule), capabilities: plainCapabilities });
    await client.open(uri, policy);
    const { diagnostics } = await client.takeDiagnostics(uri);
    const [, suggestion] = await ask(client, diagnostics);
    const { end } = rangeOf(policy, "weasel");
    assert.deepEqual(suggestion?.edit, {
      changes: { [uri]: [{ range: { start: end, end }, newText: " named [name, e.g. Ann }], for $5" }] },
    });
    await client.stop();
  });

  it("reads the text again where the client sends what is overtaken, or nothing", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule) });
    await client.open(uri, policy);
    const { items = [] } = await client.pull(uri);
    await client.change(uri, 2, [
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "Now " },
    ]);
    const [fix] = await ask(client, items);
    assert.ok(fix !== undefined);
    assert.equal(
      apply(policy.replace("A", "Now A"), plainEditsOf(fix)),
      "# Privacy Policy\n\nNow A stoat sells your data.\n",
    );
    const untold = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 8 } },
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      untold.map(({ title }) => title),
      ["Write stoat", "Say which animal"],
    );
    const elsewhere = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    assert.deepEqual(elsewhere, []);
    await client.stop();
  });

  it("offers quick fixes only where they are wanted", async () => {
    const client = await startClient({ createLinter: linterWith(weaselRule) });
    await client.open(uri, policy);
    const { items = [] } = await client.pull(uri);
    assert.deepEqual(await ask(client, items, ["refactor"]), []);
    assert.equal((await ask(client, items, ["refactor", "quickfix"])).length, 2);
    await client.configure({ enable: false });
    await client.take("workspace/diagnostic/refresh");
    assert.deepEqual(await ask(client, items), []);
    await client.stop();
  });
});

describe("the quick fixes of placeholders", () => {
  const draft = "# Privacy Policy\n\nWe keep it short. [NOTE: ask legal about this] We are [Company Name].\n";

  it("remove a note", async () => {
    const client = await startClient({ createLinter: shippedLinter });
    await client.open(uri, draft);
    const { items = [] } = await client.pull(uri);
    const note = items.filter(({ range }) => range.start.character === rangeOf(draft, "[NOTE").start.character);
    const removal = (await ask(client, note)).find(({ title }) => /remove the note/i.test(title));
    assert.ok(removal !== undefined);
    assert.equal(apply(draft, plainEditsOf(removal)), "# Privacy Policy\n\nWe keep it short. We are [Company Name].\n");
    await client.stop();
  });

  it("lead to the next placeholder where the client has the command", async () => {
    const initializationOptions = { commands: [goToNextPlaceholderCommand] };
    const able = await startClient({ createLinter: shippedLinter, initializationOptions });
    const commands = (await openAndAsk(able, draft, "unfilled-placeholder")).flatMap(({ command }) => command ?? []);
    assert.ok(commands.length > 0);
    assert.ok(commands.every(({ command }) => command === goToNextPlaceholderCommand));
    await able.stop();
    const unable = await startClient({ createLinter: shippedLinter });
    const actions = await openAndAsk(unable, draft, "unfilled-placeholder");
    assert.ok(actions.every(({ command }) => command === undefined));
    await unable.stop();
  });
});

describe("the quick fixes of missing disclosures", () => {
  const drafts = {
    "a bare title": "# Privacy Policy\n",
    "sections of its own style":
      "Privacy Policy\n==============\n\n1. What we collect\n------------------\n\nSee below.\n\n2. Changes to this policy\n-------------------------\n\nSee elsewhere.\n",
    "lines that end as on Windows": "# Privacy Policy\r\n\r\n## What we collect\r\n\r\nSee below.\r\n",
  };
  // Each disclosure has to be missing, whoever asks for it.
  const linter = createLinterThatAsksForEverything();
  const createLinter = () => linter;
  const disclosures = [...linter.catalogue.disclosures.keys()];

  for (const [name, text] of Object.entries(drafts)) {
    it(`insert slots that are reported one by one and disclose nothing, in ${name}`, async () => {
      const [withStops, plain] = [
        await startClient({ createLinter }),
        await startClient({ ...withoutSnippets, createLinter }),
      ];
      await withStops.open(uri, text);
      await plain.open(uri, text);
      const { items: missing = [] } = await plain.pull(uri);
      const offered: (readonly [disclosure: string, snippet: CodeAction, plain: CodeAction])[] = [];
      for (const disclosure of disclosures) {
        const diagnostics = missing.filter(({ code }) => code === `missing-${disclosure}`);
        assert.ok(diagnostics.length > 0, disclosure);
        const [snippetAction] = await ask(withStops, diagnostics);
        const [plainAction] = await ask(plain, diagnostics);
        assert.ok(snippetAction !== undefined && plainAction !== undefined);
        offered.push([disclosure, snippetAction, plainAction]);
      }
      for (const [index, [disclosure, snippetAction, plainAction]] of offered.entries()) {
        const [snippet] = editsOf(snippetAction);
        assert.ok(snippet !== undefined && SnippetTextEdit.is(snippet));
        const slots = [...snippet.snippet.value.matchAll(/\$\{\d+:\[/g)].length;
        assert.ok(slots > 0, disclosure);

        const inserted = apply(text, plainEditsOf(plainAction));
        assert.doesNotMatch(inserted, /\$\{/);
        await plain.change(uri, index + 2, [{ text: inserted }]);
        const { items = [] } = await plain.pull(uri);
        const codes = items.map(({ code }) => code);
        assert.equal(codes.filter((code) => code === "unfilled-placeholder").length, slots, inserted);
        assert.ok(
          !codes.includes(`missing-${disclosure}`) && !codes.includes(`weak-${disclosure}`),
          `${disclosure}: ${codes}`,
        );
        const { analysis } = linter.lint({
          text: inserted,
          format: "markdown",
          config: defaultConfig,
          asOf: "2026-03-01",
          documentKey: "",
        });
        const met = [...analysis.disclosures.values()].filter(({ status }) => status === "met");
        assert.deepEqual(
          met.map(({ id }) => id),
          [],
        );
      }
      await withStops.stop();
      await plain.stop();
    });
  }

  it("go below the heading where they belong", async () => {
    const client = await startClient(withoutSnippets);
    const text = "# Privacy Policy\n\n## How long we keep data\n\n## Changes\n\nWe tell you of changes.\n";
    const [action] = await openAndAsk(client, text, "missing-retention");
    assert.ok(action !== undefined);
    const [edit] = plainEditsOf(action);
    assert.deepEqual(edit?.range.start, rangeOf(text, "keep data").end);
    await client.stop();
  });

  it("make a section in the style of the document before the last ones, else at the end", async () => {
    const client = await startClient(withoutSnippets);
    const text =
      "# Privacy Policy\n\n### What we collect\n\nYour name.\n\n### Changes to this policy\n\nWe tell you of changes.\n";
    const [action] = await openAndAsk(client, text, "missing-retention");
    assert.ok(action !== undefined);
    const [edit] = plainEditsOf(action);
    assert.deepEqual(edit?.range.start, rangeOf(text, "### Changes").start);
    assert.match(edit?.newText ?? "", /^### .*\n\n.*\n\n$/s);
    await client.stop();
  });
});
