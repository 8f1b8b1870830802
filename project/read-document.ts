import type { DocumentFormat } from "../engine/document/model";
import { type DecodeError, decode } from "./decode";
import type { FileSystem } from "./file-system";
import { extensionOf, formatOf, readableExtensions } from "./format";

/** In bytes of a file, or UTF-16 units of an open document: no policy is as long, and others are waiting. */
export const maxFileSize = 32 * 1024 * 1024;

/** Why a document cannot be read: what is the matter, and what to do about it; both without a full stop. */
export interface ReadProblem {
  readonly message: string;
  readonly remedy: string;
}

export type ReadResult =
  /** `text` is without a leading byte-order mark. */
  | { readonly text: string; readonly format: DocumentFormat; readonly problem?: never }
  | { readonly problem: ReadProblem };

/** Reads a file that exists; never rejects. */
export async function readDocument(fileSystem: FileSystem, path: string): Promise<ReadResult> {
  const format = formatOf(path);
  if (format === undefined) return { problem: unknownFormat(path) };
  try {
    const size = (await fileSystem.stat(path))?.size ?? 0;
    if (size > maxFileSize) return { problem: tooLarge(size) };
    return readBytes(await fileSystem.readFile(path), format);
  } catch (error) {
    return {
      problem: {
        message: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        remedy: "check that it exists and that you may read it",
      },
    };
  }
}

/** What a document says whose bytes came from elsewhere than a file. */
export function readBytes(bytes: Uint8Array, format: DocumentFormat): ReadResult {
  if (bytes.length > maxFileSize) return { problem: tooLarge(bytes.length) };
  const { text, error } = decode(bytes);
  return error === undefined ? { text, format } : { problem: undecodable(error) };
}

/** For a name whose extension is none of those that can be read. */
export function unknownFormat(path: string): ReadProblem {
  return {
    message: `${extensionOf(path)} is no format that can be read`,
    remedy: `give its text as Markdown, HTML or plain text (${readableExtensions.join(", ")})`,
  };
}

function tooLarge(size: number): ReadProblem {
  return {
    message: `has ${size} bytes, and at most ${maxFileSize} are read`,
    remedy: "leave it out, or split it",
  };
}

const encodings: Readonly<Record<DecodeError["code"], string>> = {
  "invalid-utf-8": "is not UTF-8",
  binary: "is no text: it contains a NUL byte",
  "utf-16": "is UTF-16, not UTF-8",
  "utf-32": "is UTF-32, not UTF-8",
};

function undecodable({ code, offset, line }: DecodeError): ReadProblem {
  return {
    message: `${encodings[code]} (byte ${offset}, line ${line})`,
    remedy: code === "binary" ? "leave it out" : "save it as UTF-8",
  };
}
