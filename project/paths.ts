// Paths are absolute and have "/" between their parts; decoded addresses ("file:///work/a.md") are paths too.

/** What a path begins with that has nothing above it: "/", "C:/", "//server/share/", "vscode-vfs://github/". */
function rootOf(path: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/]*\/|[A-Za-z]:\/|\/\/[^/]+\/[^/]+\/|\/)/.exec(path)?.[0] ?? "";
}

/** The folder that holds a file or folder; `undefined` for a root. */
export function parentOf(path: string): string | undefined {
  const root = rootOf(path);
  const rest = withoutSlash(path.slice(root.length));
  if (rest === "") return undefined;
  const cut = rest.lastIndexOf("/");
  return cut < 0 ? root : root + rest.slice(0, cut);
}

/** The path of what a reference leads to from a folder; "..", "." and double slashes are resolved. */
export function resolvePath(folder: string, reference: string): string {
  const from = isAbsolute(reference) ? absolute(folder, reference) : `${folder}/${reference}`;
  const root = rootOf(from);
  const parts: string[] = [];
  for (const part of from.slice(root.length).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return root + parts.join("/");
}

/** How a path is written from a folder: with ".." where it lies elsewhere, whole where it has another root. */
export function relativePath(folder: string, path: string): string {
  const root = rootOf(path);
  if (root !== rootOf(folder)) return path;
  const from = withoutSlash(folder).slice(root.length).split("/").filter(Boolean);
  const to = path.slice(root.length).split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** The name without its folders. */
export function nameOf(path: string): string {
  const rest = withoutSlash(path);
  return rest.slice(rest.lastIndexOf("/") + 1);
}

/** Whether the path is the folder or lies somewhere below it. */
export function isWithin(path: string, folder: string): boolean {
  const start = withoutSlash(folder);
  return withoutSlash(path) === start || path.startsWith(`${start}/`);
}

function isAbsolute(reference: string): boolean {
  return rootOf(reference) !== "";
}

/** A reference from the root stays on the drive or in the file system of the folder. */
function absolute(folder: string, reference: string): string {
  return reference.startsWith("/") && !reference.startsWith("//") ? rootOf(folder) + reference.slice(1) : reference;
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.replace(/(?<!\/)\/+$/, "") : path;
}
