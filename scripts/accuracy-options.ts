import { parseArgs } from "node:util";

export interface AccuracyOptions {
  /** The folder of documents; that of the labelled policies where omitted. */
  readonly folder: string | undefined;
  /** The gold file; needed where a folder is named. */
  readonly gold: string | undefined;
  readonly half: "fitting" | "figures" | "all";
  /** Only these disclosures; all where omitted. */
  readonly ids: readonly string[] | undefined;
  readonly errors: boolean;
}

export const usage = `Usage: npm run accuracy -- [options]

Scores the decisions on labelled documents; without options, on the fitting half of the labelled policies.

  --folder DIR --gold FILE   other documents, and the JSONL file that labels them
  --half HALF                fitting (default), figures or all; each look at the figures is written down in docs/accuracy.md
  --ids ID,ID                only these disclosures
  --errors                   lists the errors, of the fitting half only
`;

const declared = {
  folder: { type: "string" },
  gold: { type: "string" },
  half: { type: "string", default: "fitting" },
  ids: { type: "string" },
  errors: { type: "boolean", default: false },
} as const;

/** Reads the arguments; throws an error whose message says what is wrong. */
export function readAccuracyOptions(args: readonly string[]): AccuracyOptions {
  const { values } = parseArgs({ args: [...args], options: declared });
  const { folder, gold, half, errors } = values;
  if (half !== "fitting" && half !== "figures" && half !== "all") {
    throw new Error("--half is fitting, figures or all");
  }
  if ((folder === undefined) !== (gold === undefined)) throw new Error("--folder and --gold go together");
  if (errors && half !== "fitting") {
    throw new Error("--errors is for the fitting half only: whoever reads errors of the figures half spoils it");
  }
  return { folder, gold, half, errors, ids: values.ids?.split(",").map((id) => id.trim()) };
}
