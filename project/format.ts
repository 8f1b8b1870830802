import type { DocumentFormat } from "../engine/document/model";

const formats: ReadonlyMap<string, DocumentFormat> = new Map([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".mdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".txt", "plaintext"],
  [".text", "plaintext"],
]);

/** What file names can end with to be read, for messages. */
export const readableExtensions: readonly string[] = [...formats.keys()];

/**
 * The format of a file by its name alone, so that it never depends on what the file says.
 * A name without an extension is plain text; `undefined` where the extension is none that can be read.
 */
export function formatOf(path: string): DocumentFormat | undefined {
  const extension = extensionOf(path);
  return extension === "" ? "plaintext" : formats.get(extension);
}

/** Whether a folder's files of this name are looked at: only those whose extension says that they are text. */
export function isFoundInFolders(path: string): boolean {
  return formats.has(extensionOf(path));
}

/** Lower case, with its dot; "" where the name has none (".profile" has none). */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}
