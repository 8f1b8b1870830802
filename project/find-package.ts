import { decode } from "./decode";
import type { FileSystem } from "./file-system";
import { configNames } from "./find-config";
import { nameOf, parentOf, resolvePath } from "./paths";

/** The configuration that a package brings; `undefined` where there is none. */
export interface FoundPackage {
  readonly path: string | undefined;
  /** Every path that was looked at. */
  readonly looked: readonly string[];
}

/**
 * The file of a package that a configuration in `folder` extends: "name", "@scope/name", or either with a path behind it.
 * Without one it is what the "clauselint" of its package.json names, or a file that is called as a configuration is.
 */
export async function findPackage(fileSystem: FileSystem, folder: string, reference: string): Promise<FoundPackage> {
  const looked: string[] = [];
  const parts = reference.split("/");
  const name = parts.slice(0, reference.startsWith("@") ? 2 : 1).join("/");
  const rest = parts.slice(name.split("/").length).join("/");
  const isFile = async (path: string) => {
    looked.push(path);
    try {
      return (await fileSystem.stat(path))?.kind === "file";
    } catch {
      return false;
    }
  };
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if (nameOf(at) === "node_modules") continue;
    const home = resolvePath(at, `node_modules/${name}`);
    if (rest !== "") {
      const path = resolvePath(home, rest);
      if (await isFile(path)) return { path, looked };
      continue;
    }
    const manifest = resolvePath(home, "package.json");
    if (!(await isFile(manifest))) continue;
    const named = await configIn(fileSystem, manifest);
    if (typeof named === "string") return { path: resolvePath(home, named), looked };
    if (named !== undefined) return { path: manifest, looked };
    for (const candidate of configNames) {
      const path = resolvePath(home, candidate);
      if (path !== manifest && (await isFile(path))) return { path, looked };
    }
    return { path: undefined, looked };
  }
  return { path: undefined, looked };
}

/** Whether the text can be the name of a package, with or without a path behind it. */
export function isPackageName(reference: string): boolean {
  return (
    /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*(?:\/[\w.@-]+)*$/i.test(reference) &&
    !/(?:^|\/)\.\.?(?:\/|$)/.test(reference)
  );
}

async function configIn(fileSystem: FileSystem, manifest: string): Promise<unknown> {
  try {
    const { text } = decode(await fileSystem.readFile(manifest));
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null && "clauselint" in value ? value.clauselint : undefined;
  } catch {
    return undefined;
  }
}
