/**
 * The path of a document below the innermost of the folders that hold it; `undefined` where none does.
 * Works on paths and on decoded addresses alike: anything absolute with "/" between its parts.
 */
export function pathBelow(document: string, folders: readonly string[]): string | undefined {
  const holding = folders
    .map((folder) => folder.replace(/\/+$/, ""))
    .filter((folder) => document.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  return holding === undefined ? undefined : document.slice(holding.length + 1);
}
