import { posix } from "node:path";
import { type Token, tokenize } from "./lexer";

/** One place where the code crosses a line that the architecture draws. */
export interface Violation {
  /** The fence that was crossed; ARCHITECTURE.md names it. */
  readonly fence: "arrows" | "packages" | "purity" | "positions" | "no-disclosure-ids";
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

interface Room {
  /** Rooms whose modules this one may import. */
  readonly imports: readonly string[];
  /** Packages it may import; "node:" stands for every module of Node. */
  readonly packages: readonly string[];
  /** Whether clock, randomness, locale, console and process are banned. */
  readonly isPure: boolean;
}

/** The arrows: every other import between rooms is a violation. */
export const rooms: Readonly<Record<string, Room>> = {
  catalogue: { imports: ["engine"], packages: [], isPure: true },
  engine: { imports: [], packages: ["markdown-it", "htmlparser2"], isPure: true },
  rules: { imports: ["engine"], packages: [], isPure: true },
  project: { imports: ["engine"], packages: ["yaml", "jsonc-parser"], isPure: true },
  server: {
    imports: ["engine", "rules", "catalogue", "project"],
    packages: ["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-languageserver-types"],
    isPure: false,
  },
  cli: { imports: ["engine", "rules", "catalogue", "project"], packages: ["node:", "tinyglobby"], isPure: false },
  client: { imports: [], packages: ["vscode", "vscode-languageclient"], isPure: false },
};

/** Exceptions to the table, by file. */
const extraPackages: Readonly<Record<string, readonly string[]>> = {
  "server/main-node.ts": ["node:", "vscode-languageserver/node"],
  "server/node-file-system.ts": ["node:"],
  "server/main-worker.ts": ["vscode-languageserver/browser"],
  "client/main-node.ts": ["node:", "vscode-languageclient/node"],
  "client/main-web.ts": ["vscode-languageclient/browser"],
};
/** Entry points of a package that only one host has; allowed by `extraPackages` alone. */
const hostEntry = /\/(node|browser)$/;
/** The only file of another room that the client may import. */
const clientDoor = "server/protocol";

/** Checks source files (path relative to the project, with "/" → text) against every fence. */
export function checkSources(files: ReadonlyMap<string, string>, disclosureIds: ReadonlySet<string>): Violation[] {
  const violations: Violation[] = [];
  for (const [path, text] of files) {
    const roomName = path.slice(0, path.indexOf("/"));
    const room = rooms[roomName];
    if (room === undefined) continue;
    const tokens = tokenize(text);
    const report = (fence: Violation["fence"], line: number, message: string) =>
      violations.push({ fence, path, line, message });
    for (const found of importsOf(tokens)) checkImport({ path, roomName, room }, found, report);
    if (room.isPure) checkPurity(tokens, report);
    if (roomName === "server" && path !== "server/convert.ts") checkPositions(tokens, report);
    if (roomName === "engine" || roomName === "rules") checkDisclosureIds(tokens, disclosureIds, report);
  }
  return violations;
}

type Report = (fence: Violation["fence"], line: number, message: string) => void;

interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly isType: boolean;
}

/** Every module that the tokens name: static and dynamic imports, re-exports, `require`, types by `import("…")`. */
function importsOf(tokens: readonly Token[]): Import[] {
  const found: Import[] = [];
  let isType = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "name" && (token.text === "import" || token.text === "export")) {
      isType = tokens[index + 1]?.text === "type";
    }
    if (token.kind !== "string") continue;
    const previous = tokens[index - 1];
    const isCall = previous?.text === "(" && ["import", "require"].includes(tokens[index - 2]?.text ?? "");
    const isStatement = previous?.kind === "name" && (previous.text === "from" || previous.text === "import");
    if (isCall || isStatement) found.push({ specifier: token.text, line: token.line, isType: isType && isStatement });
  }
  return found;
}

interface Place {
  readonly path: string;
  readonly roomName: string;
  readonly room: Room;
}

function checkImport({ path, roomName, room }: Place, found: Import, report: Report): void {
  const { specifier, line } = found;
  if (specifier.startsWith("clauselint:") || specifier.startsWith(".")) {
    const target = specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : "catalogue/";
    const targetRoom = target.split("/")[0] ?? "";
    if (targetRoom === roomName) return;
    if (roomName === "client" && target === clientDoor) return;
    if (path === `${clientDoor}.ts` && !found.isType) {
      report("arrows", line, `${path} is part of the client: it may import ${targetRoom}/ as types only`);
    } else if (!room.imports.includes(targetRoom)) {
      report("arrows", line, `${roomName}/ may not import ${target}`);
    }
    return;
  }
  const extra = extraPackages[path] ?? [];
  const isAllowed = (name: string) =>
    name === "node:" ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);
  if (extra.some(isAllowed)) return;
  if (!room.packages.some(isAllowed) || hostEntry.test(specifier)) {
    report("packages", line, `${path} may not import ${specifier}`);
  }
}

const bannedNames = new Set(
  "Intl console process require globalThis performance crypto setTimeout setInterval queueMicrotask".split(" "),
);

function checkPurity(tokens: readonly Token[], report: Report): void {
  const text = (index: number) => (tokens[index]?.kind === "string" ? undefined : tokens[index]?.text);
  for (const [index, { kind, text: name, line }] of tokens.entries()) {
    if (kind !== "name") continue;
    const isMember = text(index - 1) === ".";
    if (isMember && (/^toLocale/.test(name) || name === "localeCompare")) report("purity", line, `.${name}`);
    if (isMember || text(index + 1) === ":") continue;
    if (bannedNames.has(name)) report("purity", line, name);
    if (name === "Math" && text(index + 2) === "random") report("purity", line, "Math.random");
    if (name !== "Date") continue;
    if (text(index + 1) === "." && text(index + 2) === "now") report("purity", line, "Date.now");
    const isCall = text(index + 1) === "(";
    if (text(index - 1) === "new" ? !isCall || text(index + 2) === ")" : isCall) {
      report("purity", line, "Date without an argument");
    }
  }
}

function checkPositions(tokens: readonly Token[], report: Report): void {
  for (const { kind, text, line } of tokens) {
    if (kind === "name" && (text === "positionAt" || text === "offsetAt")) {
      report("positions", line, `${text} outside server/convert.ts`);
    }
  }
}

function checkDisclosureIds(tokens: readonly Token[], ids: ReadonlySet<string>, report: Report): void {
  for (const { kind, text, line } of tokens) {
    if (kind === "string" && ids.has(text.replace(/^(missing|weak)-/, "")))
      report("no-disclosure-ids", line, `"${text}"`);
  }
}
