import { type Disposable, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type DirectoryEntry,
  type FileInfo,
  type FileParams,
  readDirectoryRequest,
  readFileRequest,
  statFileRequest,
} from "../server/protocol";

// Every extension host has it; the types of the client know no host.
declare const btoa: (text: string) => string;

/** Answers the server's requests for files, of whatever file system the editor shows. To be called before the client starts. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  const { fs } = workspace;
  const subscriptions = [
    client.onRequest(statFileRequest, async ({ uri }: FileParams): Promise<FileInfo | null> => {
      try {
        const { type, size } = await fs.stat(Uri.parse(uri, true));
        return (type & FileType.Directory) !== 0 ? { kind: "directory", size: 0 } : { kind: "file", size };
      } catch (error) {
        if (error instanceof FileSystemError && /^(FileNotFound|FileNotADirectory)$/.test(error.code)) return null;
        throw error;
      }
    }),
    client.onRequest(readFileRequest, async ({ uri }: FileParams) => encode(await fs.readFile(Uri.parse(uri, true)))),
    client.onRequest(readDirectoryRequest, async ({ uri }: FileParams): Promise<DirectoryEntry[]> => {
      const entries = await fs.readDirectory(Uri.parse(uri, true));
      return entries.map(([name, type]) => ({
        name,
        kind: type === FileType.Directory ? "directory" : (type & FileType.File) !== 0 ? "file" : "other",
      }));
    }),
  ];
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}

/** Base64, in pieces: a call takes only so many arguments. */
function encode(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(pieces.join(""));
}
