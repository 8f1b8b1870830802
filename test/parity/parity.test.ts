import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import type { Host } from "../../cli/host";
import { main } from "../../cli/main";
import type { LintOutput, Range as OutputRange } from "../../cli/output";
import { compileCatalogue } from "../../engine/catalogue/compile";
import type { DocumentFormat } from "../../engine/document/model";
import { createRules } from "../../rules/index";
import { readDiagnosticData } from "../../server/diagnostic-data";
import { type Client, startClient } from "../server/harness";
import { shippedLinter } from "../server/linters";

const day = "2026-03-01";

interface Document {
  /** Relative to the folder that is open in the editor and in which the command is called. */
  readonly path: string;
  readonly format: DocumentFormat;
  readonly text: string;
}

const extensions: Readonly<Record<DocumentFormat, string>> = { markdown: "md", html: "html", plaintext: "txt" };

const page = [
  '<!DOCTYPE html>\n<html lang="en">\n<head><title>Privacy Policy</title></head>\n<body>',
  "<nav>Home</nav>\n<main>\n  <h1>Privacy Policy</h1>\n  <p>We keep your data as long as necessary, [Company Name] says.</p>",
  "  <h2>1. Children</h2>\n  <p>Write to us at .</p>\n  <h2>2. Contact</h2>\n  <p>Mail us.</p>\n</main>\n</body>\n</html>\n",
].join("\n");

/** Every example of every rule, and the policies in `examples/`. */
function documents(): Document[] {
  const found: Document[] = readdirSync("examples")
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({
      path: `examples/${name}`,
      format: "markdown",
      text: readFileSync(join("examples", name), "utf8"),
    }));
  for (const { id, examples } of createRules(compileCatalogue(source))) {
    for (const [index, { text, format = "markdown" }] of [...examples.flagged, ...examples.passed].entries()) {
      const path = `${id}/${index}.${extensions[format]}`;
      found.push({ path, format, text: text.replace(/[«»]/g, "") });
    }
  }
  found.push({ path: "privacy/index.html", format: "html", text: page });
  found.push({ path: "README.md", format: "markdown", text: "# Build tools\n\nRun `make` [TODO: say where].\n" });
  return found;
}

/** What both doors have to agree on; lines and characters from 0. */
interface Shown {
  readonly rule: string;
  readonly message: string;
  readonly severity: number;
  readonly fingerprint: string;
  readonly range: Place;
  readonly related: readonly { readonly message: string; readonly range: Place }[];
  readonly changes: readonly {
    readonly title: string;
    readonly isSnippet: boolean;
    readonly edits: readonly { readonly range: Place; readonly newText: string }[];
  }[];
}

interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function place({ start, end }: OutputRange): Place {
  const position = ({ line, column }: OutputRange["start"]) => ({ line: line - 1, character: column - 1 });
  return { start: position(start), end: position(end) };
}

async function throughCommandLine({ path }: Document, text: string): Promise<Shown[]> {
  let output = "";
  const host: Host = {
    fileSystem: {
      stat: async (name) => (name === `/work/${path}` ? { kind: "file", size: text.length } : undefined),
      readFile: async () => new TextEncoder().encode(text),
      readDirectory: async () => [],
    },
    workingDirectory: "/work",
    environment: {},
    isTerminal: false,
    columns: undefined,
    today: () => day,
    resolve: (name) => `/work/${name}`,
    glob: async () => [],
    readStandardInput: async () => new Uint8Array(),
    ask: async (question) => assert.fail(question),
    writeFile: async (name) => assert.fail(name),
    writeOutput: async (written) => {
      output += written;
    },
    writeError: (written) => assert.fail(written),
  };
  await main(["lint", path, "--format", "json"], host, shippedLinter);
  const { documents } = JSON.parse(output) as LintOutput;
  const [document, ...others] = documents;
  assert.ok(document !== undefined && others.length === 0);
  assert.equal(document.path, path);
  // What is suppressed stands in the JSON only.
  return document.findings
    .filter(({ state }) => state !== "suppressed")
    .map((finding) => ({
      rule: finding.ruleId,
      message: finding.message,
      severity: ["error", "warning", "information", "hint"].indexOf(finding.severity) + 1,
      fingerprint: finding.fingerprint,
      range: place(finding),
      related: finding.related.map((related) => ({ message: related.message, range: place(related) })),
      changes: [...(finding.fix === null ? [] : [{ ...finding.fix, isSnippet: false }]), ...finding.suggestions].map(
        ({ title, isSnippet, edits }) => ({
          title,
          isSnippet,
          edits: edits.map((edit) => ({ range: place(edit), newText: edit.newText })),
        }),
      ),
    }));
}

async function throughServer(client: Client, { path, format }: Document, text: string): Promise<Shown[]> {
  const uri = `file:///work/${path}`;
  await client.open(uri, text, format);
  const { items = [] } = await client.pull(uri);
  await client.close(uri);
  return items.map(({ code, message, severity, range, relatedInformation = [], data }: Diagnostic) => {
    const read = readDiagnosticData(data);
    assert.ok(read !== undefined);
    return {
      rule: String(code),
      message: String(message),
      severity: severity ?? 0,
      fingerprint: read.fingerprint,
      range,
      related: relatedInformation.map((related) => ({ message: related.message, range: related.location.range })),
      changes: read.changes.map(({ title, isSnippet, edits }) => ({ title, isSnippet, edits })),
    };
  });
}

const shapes: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `😀\n\n${text}`,
  (text) => `😀\r\n\r\n${text.replaceAll("\n", "\r\n")}`,
];

describe("editor and command line", () => {
  let client: Client;
  let findings = 0;
  before(async () => {
    client = await startClient({ createLinter: shippedLinter, folders: ["file:///work"] });
  });
  after(() => client.stop());

  for (const [index, document] of documents().entries()) {
    it(`find the same in ${document.path}`, async () => {
      const { text } = document;
      const expected = await throughCommandLine(document, text);
      assert.deepEqual(await throughServer(client, document, text), expected);
      findings += expected.length;
      // What moves places moves them for every rule alike, so that the documents share the ways of it.
      const shape = shapes[index % shapes.length] as (text: string) => string;
      const moved = await throughCommandLine(document, shape(text));
      assert.deepEqual(await throughServer(client, document, shape(text)), moved);
      // A mark is no part of the text that an editor shows.
      assert.deepEqual(await throughCommandLine(document, `\uFEFF${shape(text)}`), moved);
    });
  }

  it("found something to agree on", () => {
    assert.ok(findings > 0);
  });
});
