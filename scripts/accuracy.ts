// Scores the decisions on labelled documents against their gold labels (docs/accuracy.md).
// Errors are listed for the fitting half only: whoever reads those of the figures half spoils it.
import { join } from "node:path";
import { createShippedLinter } from "../server/shipped-linter";
import { errorList } from "./accuracy-errors";
import { type AccuracyOptions, readAccuracyOptions, usage } from "./accuracy-options";
import { scoreTable, totalList } from "./accuracy-tables";
import { decideAll, outcomesOf } from "./decisions";
import { corpusFolder, type Gold, readGold } from "./gold";

function main(): void {
  let options: AccuracyOptions;
  try {
    options = readAccuracyOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const gold = goldOf(options);
  if (gold === undefined) {
    console.log("accuracy: skipped, there is no corpus (CLAUSELINT_CORPUS names its folder).");
    return;
  }
  const { half } = options;
  const documents = gold.documents.filter((document) => half === "all" || document.half === half);
  console.log(`${half === "all" ? "both halves" : `${half} half`}: ${documents.length} documents`);
  for (const [reason, count] of gold.leftOut) console.log(`left out, of all documents: ${count} (${reason})`);

  const linter = createShippedLinter();
  const labelled = [...new Set(documents.flatMap(({ labels }) => [...labels.keys()]))];
  const asked = labelled.filter((id) => options.ids === undefined || options.ids.includes(id));
  const ids = asked.filter((id) => linter.catalogue.disclosures.has(id));
  const unknown = asked.filter((id) => !ids.includes(id));
  if (unknown.length > 0) console.log(`left out, not in the catalogue yet: ${unknown.join(", ")}`);
  const unlabelled = options.ids?.filter((id) => !labelled.includes(id)) ?? [];
  if (unlabelled.length > 0) console.log(`left out, without labels: ${unlabelled.join(", ")}`);

  const decisions = decideAll(documents, linter);
  const outcomes = new Map(ids.map((id) => [id, outcomesOf(decisions, id)]));
  const labels = new Map(
    ids.map((id) => [id, new Set(documents.flatMap((document) => document.labels.get(id) ?? []))]),
  );
  console.log(`\n${scoreTable(outcomes, labels)}\n\n${totalList(outcomes, labels)}`);
  if (options.errors) console.log(`\n${errorList(decisions, ids)}`);
}

/** `undefined` where the corpus is not there. */
function goldOf({ folder, gold }: AccuracyOptions): Gold | undefined {
  if (folder !== undefined && gold !== undefined) return readGold(folder, gold);
  const corpus = corpusFolder(process.cwd());
  return corpus === undefined ? undefined : readGold(join(corpus, "labelled"), join(corpus, "labelled-gold.jsonl"));
}

main();
