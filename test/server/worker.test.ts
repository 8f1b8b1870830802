import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { type BuildOptions, build } from "esbuild";
import type { Diagnostic } from "vscode-languageserver";
import { editorCapabilities } from "./harness";

/** The web worker as it is shipped, built into memory. */
async function buildWorker(): Promise<string> {
  const project = (await import(pathToFileURL(join(process.cwd(), "esbuild.mjs")).href)) as {
    buildOptions: BuildOptions;
    bundles: readonly (BuildOptions & { entry: string; out: string })[];
  };
  const bundle = project.bundles.find(({ entry }) => entry === "server/main-worker.ts");
  assert.ok(bundle !== undefined);
  const { entry, out: _, ...options } = bundle;
  const { outputFiles } = await build({
    ...project.buildOptions,
    ...options,
    entryPoints: [entry],
    sourcemap: false,
    write: false,
  });
  const [file, ...others] = outputFiles;
  assert.ok(file !== undefined && others.length === 0);
  return file.text;
}

/** What a worker's global scope has in a browser, as far as the server uses it; nothing of Node. */
function startWorker(code: string, self: MessagePort): void {
  const scope = { self, setTimeout, clearTimeout, queueMicrotask, crypto, TextEncoder, TextDecoder, atob };
  new Script(code, { filename: "server-worker.js" }).runInContext(createContext(scope));
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

/** Sends requests, and answers those of the server as a client without settings does. */
function speakWith(port: MessagePort) {
  const waiting = new Map<number, (result: unknown) => void>();
  port.on("message", ({ id, method, params, result }: Message) => {
    if (id === undefined) return;
    if (method === undefined) waiting.get(id)?.(result);
    else port.postMessage({ jsonrpc: "2.0", id, result: params?.items?.map(() => null) ?? null });
  });
  return {
    notify: (method: string, params: unknown) => port.postMessage({ jsonrpc: "2.0", method, params }),
    request<T>(method: string, params: unknown): Promise<T> {
      const id = waiting.size + 1;
      return new Promise((resolve) => {
        waiting.set(id, (result) => resolve(result as T));
        port.postMessage({ jsonrpc: "2.0", id, method, params });
      });
    },
  };
}

describe("the server as a web worker", () => {
  it("lints where there is nothing of Node", async (test) => {
    const { port1, port2 } = new MessageChannel();
    test.after(() => port1.close());
    startWorker(await buildWorker(), port2);
    const client = speakWith(port1);
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
