import { pathBelow } from "../project/document-path";

/**
 * Names a document as the command line would: its path relative to the innermost workspace folder that holds it,
 * else its whole path; "" for what is no file yet.
 */
export function documentKey(uri: string, folders: readonly string[]): string {
  if (/^untitled:/i.test(uri)) return "";
  const document = normalise(uri);
  const below = pathBelow(document, folders.map(normalise));
  if (below !== undefined) return below;
  const path = document.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, "");
  return path.replace(/^\/([a-z]:)/, "$1");
}

/** Clients differ in what they escape ("c:" or "c%3A") and in the case of a drive's letter. */
function normalise(uri: string): string {
  const path = uri.replace(/[?#].*$/, "");
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A stray per cent sign: the address is taken as it is written.
  }
  return decoded.replace(/^(file:\/\/\/)([A-Z]:)/i, (_, scheme: string, drive: string) => scheme + drive.toLowerCase());
}
