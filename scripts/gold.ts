import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

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
  readonly text: string;
  /** Disclosure id → the gold label: a variant of the law, "present" or "absent". */
  readonly labels: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, readonly string[]>;
}

interface GoldLine {
  readonly file: string;
  readonly labels: Readonly<Record<string, { readonly status: string; readonly evidence?: readonly string[] }>>;
}

/** The labelled documents of a folder whose format can be read, in the order of the gold file, and how many were left out. */
export function readGold(folder: string, goldFile: string): { documents: readonly GoldDocument[]; leftOut: number } {
  const documents: GoldDocument[] = [];
  let leftOut = 0;
  for (const line of readFileSync(goldFile, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const { file, labels } = JSON.parse(line) as GoldLine;
    if (!/\.(?:md|txt)$/.test(file)) {
      leftOut += 1;
      continue;
    }
    documents.push({
      file,
      half: Number.parseInt(file, 10) % 2 === 0 ? "fitting" : "figures",
      text: readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, ""),
      labels: new Map(Object.entries(labels).map(([id, { status }]) => [id, status])),
      evidence: new Map(Object.entries(labels).map(([id, { evidence }]) => [id, evidence ?? []])),
    });
  }
  return { documents, leftOut };
}

/** What a label or a decision amounts to: said, spoken of, or not said. */
export type ThreeWay = "met" | "weak" | "missing";

const weakLabels = new Set(["vague", "outdated", "no-mechanism", "no-age", "channel"]);

export function threeWayOfLabel(label: string): ThreeWay {
  if (label === "absent") return "missing";
  return weakLabels.has(label) ? "weak" : "met";
}

/** A text that says that its condition is not there says nothing of the thing itself, as the labels have it. */
export function threeWayOfStatus(status: string): ThreeWay {
  return status === "met" || status === "weak" ? status : "missing";
}

export interface Score {
  readonly documents: number;
  /** Of "missing": how often it is rightly said, wrongly said, and not said. */
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  /** How often met / weak / missing is right. */
  readonly threeWayRight: number;
  readonly variantRight: number;
}

export function precision({ truePositive, falsePositive }: Score): number {
  return truePositive + falsePositive === 0 ? 1 : truePositive / (truePositive + falsePositive);
}

export function recall({ truePositive, falseNegative }: Score): number {
  return truePositive + falseNegative === 0 ? 1 : truePositive / (truePositive + falseNegative);
}

export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** How often "missing or not" is right; it says more than F1 where hardly any document lacks the disclosure. */
export function accuracy({ documents, falsePositive, falseNegative }: Score): number {
  return documents === 0 ? 1 : 1 - (falsePositive + falseNegative) / documents;
}
