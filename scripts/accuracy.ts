// Scores the decisions on labelled documents against their gold labels, or lists what a change moved (docs/accuracy.md).
// Errors are listed for the fitting half only: whoever reads those of the figures half spoils it.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Linter } from "../engine/linter";
import { createShippedLinter } from "../server/shipped-linter";
import { errorList } from "./accuracy-errors";
import { type AccuracyOptions, readAccuracyOptions, usage } from "./accuracy-options";
import { scoreTable, totalList } from "./accuracy-tables";
import { decideAll, outcomesOf } from "./decisions";
import { corpusFolder, type Gold, type GoldDocument, readGold, readUnlabelled } from "./gold";
import { replaceBetween } from "./markdown";
import { moveList } from "./moves";
import { decideWithRevision } from "./revision";

const page = "docs/accuracy.md";

interface Task {
  readonly options: AccuracyOptions;
  /** The name of the folder. */
  readonly set: string;
  /** Of the half that was asked for. */
  readonly documents: readonly GoldDocument[];
  readonly leftOut: Gold["leftOut"];
  readonly linter: Linter;
}

function main(): void {
  try {
    const options = readAccuracyOptions(process.argv.slice(2));
    if (options === undefined) {
      console.log(usage);
      return;
    }
    const corpus = corpusFolder(process.cwd());
    if (options.folder === undefined && corpus === undefined) {
      console.log("accuracy: skipped, there is no corpus (CLAUSELINT_CORPUS names its folder).");
      return;
    }
    const folder = options.folder ?? join(corpus ?? "", "labelled");
    const { documents, leftOut } = goldOf(options, folder, corpus ?? "");
    run({
      options,
      set: basename(folder),
      documents: documents.filter(({ half }) => options.half === "all" || half === options.half),
      leftOut,
      linter: createShippedLinter(),
    });
  } catch (error) {
    console.error(`accuracy: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

function goldOf({ folder, gold }: AccuracyOptions, path: string, corpus: string): Gold {
  if (folder === undefined) return readGold(path, join(corpus, "labelled-gold.jsonl"));
  return gold === undefined ? readUnlabelled(path) : readGold(path, gold);
}

function run(task: Task): void {
  const { options, documents, linter } = task;
  const decisions = decideAll(documents, linter);
  const inCatalogue = [...linter.catalogue.disclosures.keys()];
  if (options.against !== undefined) {
    console.log(introduction(task));
    const before = decideWithRevision(process.cwd(), options.against, documents);
    console.log(moveList(decisions, before, options.ids ?? inCatalogue));
    return;
  }
  const labelled = [...new Set(documents.flatMap(({ labels }) => [...labels.keys()]))];
  const ids = (options.ids ?? labelled).filter((id) => labelled.includes(id) && inCatalogue.includes(id));
  const outcomes = new Map(ids.map((id) => [id, outcomesOf(decisions, id)]));
  const labels = new Map(
    ids.map((id) => [id, new Set(documents.flatMap((document) => document.labels.get(id) ?? []))]),
  );
  const unknown = (options.ids ?? labelled).filter((id) => !ids.includes(id));
  const report = [
    introduction(task),
    unknown.length > 0 && `Left out, without labels or not in the catalogue yet: ${unknown.join(", ")}.`,
    scoreTable(outcomes, labels),
    totalList(outcomes, labels),
    options.errors && errorList(decisions, ids),
  ];
  const text = report.filter((part) => part !== false).join("\n\n");
  if (options.markdown) writePage(task, text);
  else console.log(text);
}

/** What was measured on, in a line or two that also stand on the page. */
function introduction({ options, set, documents, leftOut, linter }: Task): string {
  const half = options.half === "all" ? "both halves" : `the ${options.half} half`;
  const when =
    options.date === undefined ? "" : `On ${options.date}, with the catalogue of ${linter.catalogue.version}: `;
  const others = [...leftOut].map(([reason, count]) => `${count} (${reason})`);
  return [
    `${when}${documents.length} documents, ${half} of \`${set}\`.`,
    ...(others.length === 0 ? [] : [`Left out, of both halves: ${others.join(", ")}.`]),
  ].join("\n");
}

function writePage({ options, set }: Task, text: string): void {
  const path = join(process.cwd(), page);
  const name = `accuracy-${set}-${options.half}`;
  writeFileSync(path, replaceBetween(readFileSync(path, "utf8"), page, name, text));
  console.log(`accuracy: ${page} is written (${name}).`);
}

main();
