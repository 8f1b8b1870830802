import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { MessageChannel } from "node:worker_threads";
import { type BuildOptions, build } from "esbuild";

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
const browserScope = { setTimeout, clearTimeout, queueMicrotask, crypto, TextEncoder, TextDecoder, atob };

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A client of the web worker. */
export interface WorkerClient {
  notify(method: string, params: unknown): void;
  request<T>(method: string, params: unknown): Promise<T>;
  stop(): void;
}

export interface WorkerOptions {
  /** Answers the requests of the server. */
  readonly answer: (method: string, params: unknown) => unknown;
  readonly hear?: (method: string, params: unknown) => void;
  /** What the clock of the browser shows; the real one where omitted. */
  readonly now?: Date;
}

/** Starts the shipped worker in a scope of its own, and a client that speaks with it. */
export async function startWorker({ answer, hear, now }: WorkerOptions): Promise<WorkerClient> {
  const { port1: port, port2: self } = new MessageChannel();
  const code = await buildWorker();
  const clock = now && { Date: clockAt(now) };
  const scope = createContext({ self, ...browserScope, ...clock });
  new Script(code, { filename: "server-worker.js" }).runInContext(scope);
  const waiting = new Map<number, (result: unknown) => void>();
  port.on("message", ({ id, method, params, result }: Message) => {
    if (method === undefined) {
      if (id !== undefined) waiting.get(id)?.(result);
    } else if (id === undefined) hear?.(method, params);
    else port.postMessage({ jsonrpc: "2.0", id, result: answer(method, params) });
  });
  return {
    notify: (method, params) => port.postMessage({ jsonrpc: "2.0", method, params }),
    request<T>(method: string, params: unknown): Promise<T> {
      const id = waiting.size + 1;
      return new Promise((resolve) => {
        waiting.set(id, (result) => resolve(result as T));
        port.postMessage({ jsonrpc: "2.0", id, method, params });
      });
    },
    stop: () => port.close(),
  };
}

/** Settings that the client does not have. */
export function withoutSettings(_: string, params: unknown): unknown {
  const { items } = (params ?? {}) as { items?: readonly unknown[] };
  return items?.map(() => null) ?? null;
}

function clockAt(now: Date): DateConstructor {
  return class extends Date {
    constructor(...given: readonly [] | ConstructorParameters<DateConstructor>) {
      super(...((given.length === 0 ? [now] : given) as ConstructorParameters<DateConstructor>));
    }
  } as DateConstructor;
}
