import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DocumentFormat } from "../engine/document/model";
import { formatOf, isFoundInFolders } from "../project/format";
import { readBytes } from "../project/read-document";

/** The folder of real policies; `undefined` where it is not there (`CLAUSELINT_CORPUS` names another place). */
export function corpusFolder(root: string): string | undefined {
  const folder = process.env.CLAUSELINT_CORPUS ?? join(root, "..", "shared", "corpus");
  return existsSync(folder) ? folder : undefined;
}

/** Whether rules may be fitted to a document, or only figures taken from it (the corpus's README). */
export type Half = "fitting" | "figures";

export interface GoldDocument {
  readonly file: string;
  readonly half: Half;
  readonly format: DocumentFormat;
  readonly text: string;
  /** Disclosure id → the gold label: a variant of the law, "present" or "absent". */
  readonly labels: ReadonlyMap<string, string>;
  /** Disclosure id → words of the document that show the label, where the gold file gives any. */
  readonly quotes: ReadonlyMap<string, readonly string[]>;
}

export interface Gold {
  /** In the order of the gold file, or of the names. */
  readonly documents: readonly GoldDocument[];
  /** How many files cannot be read, by the reason. */
  readonly leftOut: ReadonlyMap<string, number>;
}

interface GoldLine {
  readonly file: string;
  readonly labels: Readonly<Record<string, { readonly status: string; readonly evidence?: readonly string[] }>>;
}

/** Reads the documents of a folder that a gold file labels: one JSON object a line, each with `file` and `labels`. */
export function readGold(folder: string, goldFile: string): Gold {
  const lines = readFileSync(goldFile, "utf8").split("\n");
  return readLines(
    folder,
    lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as GoldLine),
  );
}

/** Reads the documents of a folder that nobody has labelled. */
export function readUnlabelled(folder: string): Gold {
  return readLines(
    folder,
    documentsIn(folder).map((file) => ({ file, labels: {} })),
  );
}

function readLines(folder: string, lines: readonly GoldLine[]): Gold {
  const halfOf = halves(
    folder,
    lines.map(({ file }) => file),
  );
  const documents: GoldDocument[] = [];
  const leftOut = new Map<string, number>();
  for (const { file, labels } of lines) {
    const format = formatOf(file);
    const read = format && readBytes(readFileSync(join(folder, file)), format);
    if (read === undefined || read.problem !== undefined) {
      const reason = read?.problem?.message ?? `${file.slice(file.lastIndexOf("."))} is no format that is read yet`;
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      continue;
    }
    documents.push({
      file,
      half: halfOf(file),
      format: read.format,
      text: read.text,
      labels: new Map(Object.entries(labels).map(([id, { status }]) => [id, status])),
      quotes: new Map(Object.entries(labels).map(([id, { evidence }]) => [id, evidence ?? []])),
    });
  }
  return { documents, leftOut };
}

/**
 * Files that are numbered (`007-name.md`) belong to a half by their number, others by their line, from 1, in the sorted
 * list of the folder's documents: even ones are for fitting.
 */
function halves(folder: string, files: readonly string[]): (file: string) => Half {
  const halfOf = (number: number): Half => (number % 2 === 0 ? "fitting" : "figures");
  if (files.every((file) => /^\d+-/.test(file))) return (file) => halfOf(Number.parseInt(file, 10));
  const listed = [...new Set([...files, ...documentsIn(folder)])].sort();
  const lines = new Map(listed.map((name, index) => [name, index + 1]));
  return (file) => halfOf(lines.get(file) ?? 1);
}

/** HTML counts whether it is read or not, so that a half does not depend on the formats that are. */
function documentsIn(folder: string): readonly string[] {
  const isDocument = (name: string) => isFoundInFolders(resolve(folder, name)) || /\.x?html?$/i.test(name);
  return readdirSync(folder).filter(isDocument).sort();
}

/** What a label or a decision amounts to: said, spoken of, or not said. */
export type ThreeWay = "met" | "weak" | "missing";

/** Labels that stand for speaking of a thing without saying it. */
export const weakLabels: ReadonlySet<string> = new Set(["vague", "outdated", "no-mechanism", "no-age", "channel"]);

export function threeWayOfLabel(label: string): ThreeWay {
  if (label === "absent") return "missing";
  return weakLabels.has(label) ? "weak" : "met";
}

/** A text that says that its condition is not there says nothing of the thing itself, as the labels have it. */
export function threeWayOfStatus(status: string): ThreeWay {
  return status === "met" || status === "weak" ? status : "missing";
}
