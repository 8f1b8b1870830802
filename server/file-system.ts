import type { Connection } from "vscode-languageserver";
import type { DirectoryEntry, FileInfo, FileSystem } from "../project/file-system";
import type { ClientSupport } from "./client-support";
import { localPathOf, uriOf } from "./paths";
import { type FileParams, readDirectoryRequest, readFileRequest, statFileRequest } from "./protocol";

// Every host has it; the types of this room know no host.
declare const atob: (text: string) => string;

/**
 * The files as the editor sees them: those of this machine at first hand where there is one (`local`, undefined in a browser),
 * all others by asking the client. Paths are those of `pathOf`. Where nobody can be asked, there is nothing.
 */
export function createFileSystem(
  connection: Connection,
  support: ClientSupport,
  local: FileSystem | undefined,
): FileSystem {
  const ask = <Result>(request: string, path: string) =>
    connection.sendRequest<Result>(request, { uri: uriOf(path) } satisfies FileParams);
  const at = (path: string): readonly [FileSystem, string] | undefined => {
    const localPath = localPathOf(path);
    return local === undefined || localPath === undefined ? undefined : [local, localPath];
  };
  return {
    async stat(path) {
      const found = at(path);
      if (found !== undefined) return found[0].stat(found[1]);
      // What has no address, such as a draft outside of every folder, has no files around it.
      if (!support.files || !/^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
      return (await ask<FileInfo | null>(statFileRequest, path)) ?? undefined;
    },
    async readFile(path) {
      const found = at(path);
      if (found !== undefined) return found[0].readFile(found[1]);
      const encoded = atob(await ask<string>(readFileRequest, path));
      return Uint8Array.from(encoded, (character) => character.charCodeAt(0));
    },
    async readDirectory(path) {
      const found = at(path);
      if (found !== undefined) return found[0].readDirectory(found[1]);
      return support.files ? ask<readonly DirectoryEntry[]>(readDirectoryRequest, path) : [];
    },
  };
}
