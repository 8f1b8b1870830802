import presets from "clauselint:presets";
import type { FileSystem } from "../../project/file-system";
import type { Knowledge } from "../../project/knowledge";
import { knowledgeOf } from "../../project/knowledge";
import type { ConfigProblem } from "../../project/problems";
import { createResolver, type ResolvedConfig, type Resolver, type ResolverOptions } from "../../project/resolve-config";
import { shippedLinter } from "../server/linters";

let known: Knowledge | undefined;

/** The names of the shipped rules and catalogue. */
export function shippedKnowledge(): Knowledge {
  known ??= knowledgeOf(shippedLinter());
  return known;
}

/** Files by absolute path; what is `null` is a folder. */
export type Files = Record<string, string | null>;

/** A file system that is a map, and may be changed while it is used. */
export function mapFileSystem(files: Files): FileSystem {
  const has = (path: string) => Object.hasOwn(files, path) && files[path] !== undefined;
  return {
    async stat(path) {
      const content = has(path) ? files[path] : undefined;
      if (typeof content === "string") return { kind: "file", size: Buffer.byteLength(content) };
      const isFolder = content === null || Object.keys(files).some((each) => each.startsWith(`${path}/`));
      return isFolder ? { kind: "directory", size: 0 } : undefined;
    },
    async readFile(path) {
      const content = has(path) ? files[path] : undefined;
      if (typeof content !== "string") throw new Error(`no such file: ${path}`);
      return Buffer.from(content, "utf8");
    },
    async readDirectory() {
      return [];
    },
  };
}

/** A resolver over a map of files, in a workspace `/work` that is trusted. */
export function resolverOf(files: Files, options: Partial<ResolverOptions> = {}): Resolver {
  return createResolver({
    fileSystem: mapFileSystem(files),
    folders: ["/work"],
    presets,
    isTrusted: true,
    allowsInlineConfig: true,
    knowledge: () => ({ knowledge: shippedKnowledge(), problems: [] }),
    ...options,
  });
}

/** What holds for one of the files. */
export async function resolved(
  files: Files,
  path = "/work/privacy.md",
  options: Partial<ResolverOptions> = {},
): Promise<ResolvedConfig> {
  return (await resolverOf(files, options).load(path)).resolve(files[path] ?? "");
}

/** Problems as the command line prints them. */
export function told(problems: readonly ConfigProblem[]): string[] {
  return problems.map(({ path, line, column, message, remedy }) => `${path}:${line}:${column}: ${message}; ${remedy}`);
}
