/** The innermost of the folders that hold a document, without a closing slash; `undefined` where none does. */
export function innermostFolder(document: string, folders: readonly string[]): string | undefined {
  return folders
    .map((folder) => folder.replace(/\/+$/, ""))
    .filter((folder) => document.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/**
 * The path of a document below the innermost of the folders that hold it; `undefined` where none does.
 * Works on paths and on decoded addresses alike: anything absolute with "/" between its parts.
 */
export function pathBelow(document: string, folders: readonly string[]): string | undefined {
  const folder = innermostFolder(document, folders);
  return folder === undefined ? undefined : document.slice(folder.length + 1);
}
