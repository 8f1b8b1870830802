import assert from "node:assert/strict";
import { posix } from "node:path";
import { before, describe, it } from "node:test";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import type { CreateLinter } from "../../cli/configuration";
import type { LintOutput } from "../../cli/output";
import { formatOf } from "../../project/format";
import { readDiagnosticData } from "../../server/diagnostic-data";
import { pathOf } from "../../server/paths";
import type { DocumentState } from "../../server/protocol";
import { createShippedLinter } from "../../server/shipped-linter";
import { memoryFileSystem, run } from "../cli/harness";
import { editorCapabilities, startClient } from "../server/harness";
import { shippedLinter } from "../server/linters";
import { startWorker } from "../server/worker";
import { around, type Layer, layers } from "./tree";

/** The day of every door. */
const day = "2026-06-01";

/** The catalogue is compiled anew for packs only. */
const createLinter: CreateLinter = (packs = []) => (packs.length === 0 ? shippedLinter() : createShippedLinter(packs));

const home = ({ workspace, name }: Layer) => posix.join("/work", workspace, name);

/** The whole tree by absolute path, with a baseline that the command line has written. */
async function plant(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = { ...around };
  const earlier: Record<string, string> = {};
  for (const layer of layers) {
    for (const [path, text] of Object.entries(layer.files)) files[posix.join(home(layer), path)] = text;
  }
  Object.assign(earlier, files);
  for (const layer of layers) {
    for (const [path, text] of Object.entries(layer.before ?? {})) {
      const at = posix.join(home(layer), path);
      if (text === null) delete earlier[at];
      else earlier[at] = text;
    }
  }
  for (const layer of layers) {
    if (layer.before === undefined) continue;
    const world = { files: earlier, workingDirectory: home(layer), createLinter };
    const { files: written = {}, stderr } = await run(["lint", "--update-baseline"], world);
    assert.equal(stderr, "");
    for (const [path, text] of Object.entries(written)) files[posix.join(home(layer), path)] = text;
  }
  return files;
}

const documentsOf = ({ files }: Layer) => Object.keys(files).filter((path) => /\.(?:md|html|txt)$/.test(path));

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A finding as an editor shows it. */
interface Shown {
  readonly rule: string;
  readonly message: string;
  readonly severity: number;
  readonly fingerprint: string | undefined;
  readonly range: { readonly start: Place; readonly end: Place };
}

/** What one of the doors says of a document. */
interface Reading extends Pick<DocumentState, "kind" | "reason" | "language" | "counts"> {
  readonly findings: readonly Shown[];
}

/** What one of the doors says of the whole tree. */
interface Told {
  /** By absolute path; `undefined` for a document that is left alone. */
  readonly documents: ReadonlyMap<string, Reading | undefined>;
  /** Mistakes in configurations and front matter: "path:line:column: message". */
  readonly mistakes: readonly string[];
}

type Documents = LintOutput["documents"];

/** One call for each open folder, made in it. */
async function commandLine(files: Readonly<Record<string, string>>) {
  const found = new Map<string, Documents[number]>();
  const mistakes: string[] = [];
  for (const workspace of new Set(layers.map((layer) => layer.workspace))) {
    const workingDirectory = posix.join("/work", workspace);
    const named = layers
      .filter((layer) => layer.workspace === workspace)
      .flatMap((layer) => documentsOf(layer).map((path) => posix.join(layer.name, path)));
    const args = ["lint", ...named, "--format", "json"];
    const { stdout, stderr } = await run(args, { files, workingDirectory, createLinter });
    const { documents, summary } = JSON.parse(stdout) as LintOutput;
    for (const each of documents) found.set(posix.join(workingDirectory, each.path), each);
    assert.equal(documents.length + summary.ignored, named.length);
    for (const line of stderr.split("\n").filter((each) => each !== "")) {
      const [, path = "", rest = ""] = /^clauselint: ([^:]+):(.*)$/.exec(line) ?? assert.fail(line);
      mistakes.push(`${posix.join(workingDirectory, path)}:${rest}`);
    }
  }
  return { found, mistakes: mistakes.sort() };
}

const severities = ["error", "warning", "information", "hint"] as const;

/** As an editor shows it: what is suppressed is hidden, what is baselined is a hint and is not counted. */
function asShown({ kind, kindReason, language, findings }: Documents[number]): Reading {
  const place = ({ line, column }: { line: number; column: number }) => ({ line: line - 1, character: column - 1 });
  const count = (severity: (typeof severities)[number]) =>
    findings.filter((finding) => finding.state === "new" && finding.severity === severity).length;
  return {
    ...{ kind, reason: kindReason, language },
    counts: {
      ...{ error: count("error"), warning: count("warning") },
      ...{ information: count("information"), hint: count("hint") },
    },
    findings: findings
      .filter(({ state }) => state !== "suppressed")
      .map(({ ruleId, message, severity, state, fingerprint, start, end }) => ({
        rule: ruleId,
        message,
        severity: severities.indexOf(state === "baselined" ? "hint" : severity) + 1,
        fingerprint,
        range: { start: place(start), end: place(end) },
      })),
  };
}

/** An editor with all documents open, whichever server stands behind it. */
interface Editor {
  notify(method: string, params: unknown): void;
  request<T>(method: string, params: unknown): Promise<T>;
}

/** What the server has said of its own accord. */
class Ears {
  readonly states = new Map<string, DocumentState>();
  readonly published = new Map<string, readonly Diagnostic[]>();
  private listeners: (() => void)[] = [];

  hear(method: string, params: unknown): void {
    if (method === "clauselint/documentState") {
      const state = params as DocumentState;
      this.states.set(state.uri, state);
    } else if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as PublishDiagnosticsParams;
      this.published.set(pathOf(uri), diagnostics);
    }
    for (const listener of this.listeners) listener();
  }

  /** Resolves when there is something to say of as many mistakes as are expected. */
  mistakes(count: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if ([...this.published.values()].flat().length >= count) resolve();
      };
      this.listeners.push(look);
      look();
    });
  }
}

async function throughEditor(
  editor: Editor,
  ears: Ears,
  files: Readonly<Record<string, string>>,
  scheme: string,
  expectedMistakes: number,
): Promise<Told> {
  const documents = new Map<string, Reading | undefined>();
  const own: string[] = [];
  const line = (path: string, { range: { start }, message }: Diagnostic) =>
    `${path}:${start.line + 1}:${start.character + 1}: ${String(message)}`;
  for (const layer of layers) {
    for (const each of documentsOf(layer)) {
      const path = posix.join(home(layer), each);
      const uri = scheme + encodeURI(path);
      // An editor keeps the mark to itself.
      const text = (files[path] ?? "").replace(/^\uFEFF/, "");
      const languageId = formatOf(path);
      editor.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      const { items } = await editor.request<{ items: Diagnostic[] }>("textDocument/diagnostic", {
        textDocument: { uri },
      });
      const state = ears.states.get(uri) ?? assert.fail(uri);
      if (state.isIgnored) {
        assert.deepEqual(items, []);
        documents.set(path, undefined);
        continue;
      }
      const findings = items.filter(({ data }) => data !== undefined);
      own.push(...items.filter(({ data }) => data === undefined).map((each) => line(path, each)));
      documents.set(path, {
        ...{ kind: state.kind, reason: state.reason, language: state.language, counts: state.counts },
        findings: findings.map(({ code, message, severity, range, data }) => ({
          rule: String(code),
          message: String(message),
          severity: severity ?? 0,
          fingerprint: readDiagnosticData(data)?.fingerprint,
          range,
        })),
      });
    }
  }
  await ears.mistakes(expectedMistakes - own.length);
  const published = [...ears.published].flatMap(([uri, all]) =>
    all.map((each) => line(uri.slice(scheme.length), each)),
  );
  return { documents, mistakes: [...own, ...published].sort() };
}

const workspaces = ["one", "two", "three"];

function hello(scheme: string) {
  return {
    processId: null,
    rootUri: null,
    capabilities: editorCapabilities,
    workspaceFolders: workspaces.map((name) => ({ uri: `${scheme}/work/${name}`, name })),
    initializationOptions: { files: true },
  };
}

async function nodeServer(files: Readonly<Record<string, string>>, mistakes: number): Promise<Told> {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text, "utf8")]));
  const client = await startClient({
    createLinter,
    folders: workspaces.map((name) => `file:///work/${name}`),
    fileSystem: memoryFileSystem(bytes),
  });
  client.day = day;
  const ears = new Ears();
  for (const { method, params } of client.received) ears.hear(method, params);
  client.connection.onNotification((method, params) => ears.hear(method, params));
  const editor: Editor = {
    notify: (method, params) => void client.connection.sendNotification(method, params),
    request: (method, params) => client.connection.sendRequest(method, params),
  };
  const told = await throughEditor(editor, ears, files, "file://", mistakes);
  await client.stop();
  return told;
}

async function workerServer(files: Readonly<Record<string, string>>, mistakes: number): Promise<Told> {
  const scheme = "vscode-test-web://mount";
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text, "utf8")]));
  const ears = new Ears();
  const client = await startWorker({
    now: new Date(`${day}T12:00`),
    hear: (method, params) => ears.hear(method, params),
    answer(method, params) {
      const { uri = "", items = [] } = params as { uri?: string; items?: readonly unknown[] };
      const path = decodeURIComponent(uri.slice(scheme.length));
      const file = bytes.get(path);
      if (method === "clauselint/statFile") {
        if (file !== undefined) return { kind: "file", size: file.length };
        return [...bytes.keys()].some((each) => each.startsWith(`${path}/`)) ? { kind: "directory", size: 0 } : null;
      }
      if (method === "clauselint/readFile") return file?.toString("base64");
      if (method === "workspace/configuration") return items.map(() => null);
      return null;
    },
  });
  await client.request("initialize", hello(scheme));
  client.notify("initialized", {});
  const told = await throughEditor(client, ears, files, scheme, mistakes);
  client.stop();
  return told;
}

/** What differs from the findings without any configuration: "+ rule severity", "- rule severity". */
async function effectOf(text: string, path: string, findings: Documents[number]["findings"]): Promise<string[]> {
  const args = ["lint", path, "--no-inline-config", "--format", "json"];
  const { stdout } = await run(args, { files: { [path]: text }, createLinter });
  const { documents } = JSON.parse(stdout) as LintOutput;
  const name = ({ ruleId, severity, state }: Documents[number]["findings"][number]) =>
    `${ruleId} ${severity}${state === "new" ? "" : ` ${state}`}`;
  const before = (documents[0]?.findings ?? []).map(name);
  const after = findings.map(name);
  const count = (all: readonly string[], one: string) => all.filter((each) => each === one).length;
  return [...new Set([...before, ...after])].sort().flatMap((each) => {
    const difference = count(after, each) - count(before, each);
    return difference === 0 ? [] : [`${difference > 0 ? "+" : "-"} ${each}`];
  });
}

describe("a tree with every layer of configuration", () => {
  let files: Readonly<Record<string, string>>;
  let expected: Awaited<ReturnType<typeof commandLine>>;
  before(async () => {
    files = await plant();
    expected = await commandLine(files);
  });

  it("has the folders", () => {
    assert.ok(layers.length > 12);
    for (const { name, effect } of layers.slice(1)) assert.ok(Object.values(effect).flat().length > 0, name);
  });

  for (const layer of layers) {
    it(`has findings that only "${layer.name}" explains`, async () => {
      for (const each of documentsOf(layer)) {
        const path = posix.join(home(layer), each);
        const findings = expected.found.get(path)?.findings;
        if (layer.ignored?.includes(each)) {
          assert.equal(findings, undefined, path);
          continue;
        }
        assert.ok(findings !== undefined, path);
        const effect = await effectOf(files[path] ?? "", path, findings);
        if (layer.name === "defaults") assert.deepEqual(effect, []);
        const wanted = layer.effect[each] ?? [];
        assert.deepEqual(
          wanted.filter((one) => !effect.includes(one)),
          [],
          `${each}: ${effect.join(", ")}`,
        );
      }
    });
  }

  it("has the mistakes that were made in it", () => {
    const places = layers.flatMap((layer) => (layer.mistakes ?? []).map((each) => posix.join(home(layer), each)));
    assert.deepEqual(
      expected.mistakes.map((each) => each.split(":", 3).join(":")),
      places.sort(),
    );
  });

  for (const [name, door] of [
    ["the server on Node", nodeServer],
    ["the server as a web worker", workerServer],
  ] as const) {
    it(`is the same for ${name} as for the command line`, async () => {
      const told = await door(files, expected.mistakes.length);
      for (const [path, reading] of told.documents) {
        const document = expected.found.get(path);
        assert.deepEqual(reading, document && asShown(document), path);
      }
      assert.ok([...expected.found.keys()].every((path) => told.documents.has(path)));
      assert.deepEqual(told.mistakes, expected.mistakes);
    });
  }
});
