/**
 * The server knows documents and configurations by decoded addresses ("file:///work/a b.md"): they have "/" between their
 * parts as the paths of the project have, and hold for whatever file system the editor shows.
 * Clients differ in what they escape ("c:" or "c%3A") and in the case of a drive's letter.
 */
export function pathOf(uri: string): string {
  const address = uri.replace(/[?#].*$/, "");
  let decoded = address;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    // A stray per cent sign: the address is taken as it is written.
  }
  return decoded.replace(/^(file:\/\/\/)([A-Z]:)/i, (_, scheme: string, drive: string) => scheme + drive.toLowerCase());
}

/** The address that a client understands, of a path of `pathOf`. */
export function uriOf(path: string): string {
  const [, head = "", rest = ""] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?(.*)$/is.exec(path) ?? [];
  return head + rest.split("/").map(encodeURIComponent).join("/");
}

/** The path as Node's file system takes it; `undefined` for an address that is no file of this machine. */
export function localPathOf(path: string): string | undefined {
  if (!path.startsWith("file://")) return undefined;
  const local = path.slice("file://".length);
  if (!local.startsWith("/")) return `//${local}`;
  return local.replace(/^\/([a-z]:)/i, "$1");
}
