import { pathBelow } from "../project/document-path";
import { pathOf } from "./paths";

/**
 * Names a document as the command line would: its path relative to the innermost workspace folder that holds it,
 * else its whole path; "" for what is no file yet.
 */
export function documentKey(uri: string, folders: readonly string[]): string {
  if (isDraft(uri)) return "";
  const document = pathOf(uri);
  const below = pathBelow(document, folders.map(pathOf));
  if (below !== undefined) return below;
  const path = document.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, "");
  return path.replace(/^\/([a-z]:)/, "$1");
}

/** Whether a document is no file yet. */
export function isDraft(uri: string): boolean {
  return /^untitled:/i.test(uri);
}
