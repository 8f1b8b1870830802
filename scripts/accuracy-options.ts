import { parseArgs } from "node:util";

export interface AccuracyOptions {
  /** The folder of documents; that of the labelled policies where omitted. */
  readonly folder: string | undefined;
  /** The gold file; where a folder is named, only a comparison does without. */
  readonly gold: string | undefined;
  readonly half: "fitting" | "figures" | "all";
  /** Only these disclosures; all where omitted. */
  readonly ids: readonly string[] | undefined;
  readonly errors: boolean;
  /** A revision to compare with, as git names it. */
  readonly against: string | undefined;
  readonly markdown: boolean;
  /** An ISO day, for the page. */
  readonly date: string | undefined;
}

export const usage = `Usage: npm run accuracy -- [options]

Scores the decisions on labelled documents; without options, on the fitting half of the labelled policies.

  --folder DIR --gold FILE   other documents, and the JSONL file that labels them
  --half HALF                fitting (default), figures or all; each look at the figures is written down in docs/accuracy.md
  --ids ID,ID                only these disclosures
  --errors                   lists the errors, of the fitting half only
  --against REV              lists what moved since a revision instead (--gold may be left out; of the figures half, counts only)
  --markdown --date DAY      writes the table into docs/accuracy.md, between the markers of this folder and half
`;

const declared = {
  folder: { type: "string" },
  gold: { type: "string" },
  half: { type: "string", default: "fitting" },
  ids: { type: "string" },
  errors: { type: "boolean", default: false },
  against: { type: "string" },
  markdown: { type: "boolean", default: false },
  date: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the arguments; `undefined` where help is asked for. Throws an error whose message says what is wrong. */
export function readAccuracyOptions(args: readonly string[]): AccuracyOptions | undefined {
  const { values } = parseArgs({ args: [...args], options: declared });
  if (values.help) return undefined;
  const { folder, gold, half, errors, against, markdown, date } = values;
  if (half !== "fitting" && half !== "figures" && half !== "all") {
    throw new Error("--half is fitting, figures or all");
  }
  if (gold !== undefined && folder === undefined) throw new Error("--gold needs --folder");
  if (folder !== undefined && gold === undefined && against === undefined) throw new Error("--folder needs --gold");
  if (errors && half !== "fitting") {
    throw new Error("--errors is for the fitting half only: whoever reads errors of the figures half spoils it");
  }
  if (markdown && (errors || against !== undefined || values.ids !== undefined)) {
    throw new Error("--markdown writes all figures, and nothing else");
  }
  if (markdown !== (date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date))) {
    throw new Error("--markdown and --date YYYY-MM-DD go together");
  }
  return {
    ...{ folder, gold, half, errors, against, markdown, date },
    ids: values.ids?.split(",").map((id) => id.trim()),
  };
}
