// Scores the decisions on the labelled policies of the corpus against their gold labels.
// Usage: node scripts/run.mjs score [--errors [disclosure]]
// Errors are listed for the fitting half only: whoever reads those of the figures half spoils it.
import { join } from "node:path";
import { createShippedLinter } from "../server/shipped-linter";
import { type Decision, decideAll, scoreOf } from "./decisions";
import {
  accuracy,
  corpusFolder,
  f1,
  type Half,
  precision,
  readGold,
  recall,
  type Score,
  threeWayOfLabel,
  threeWayOfStatus,
} from "./gold";

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(3);
}

function printScores(half: Half, decisions: readonly Decision[], disclosures: readonly string[]): void {
  const scores = disclosures.map((id) => [id, scoreOf(decisions, id)] as const);
  console.log(`\n${half} half: ${decisions.length} documents`);
  console.log("| disclosure | missing: precision | recall | F1 | accuracy | met / weak / missing | variant |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [id, score] of scores) {
    const cells = [precision(score), recall(score), f1(score), accuracy(score)].map((figure) => figure.toFixed(3));
    const right = [score.threeWayRight, score.variantRight].map((count) => percent(count, score.documents));
    console.log(`| ${[id, ...cells, ...right].join(" | ")} |`);
  }
  const total = (pick: (score: Score) => number) => scores.reduce((sum, [, score]) => sum + pick(score), 0);
  const all = percent(
    total(({ threeWayRight }) => threeWayRight),
    total(({ documents }) => documents),
  );
  console.log(`met / weak / missing over all: ${all}`);
}

function printErrors(decisions: readonly Decision[], disclosures: readonly string[]): void {
  for (const disclosure of disclosures) {
    console.log(`\nerrors of the fitting half: ${disclosure}`);
    for (const { document, facts } of decisions) {
      const label = document.labels.get(disclosure);
      const decided = facts.get(disclosure);
      if (label === undefined || decided === undefined) continue;
      const isRight = threeWayOfLabel(label) === threeWayOfStatus(decided.status);
      if (isRight && (label === "absent" || label === "present" || label === decided.variant)) continue;
      console.log(`- ${document.file}: ${decided.status} (${decided.variant ?? "none"}), labelled ${label}`);
      for (const { span, pattern, focus } of decided.evidence.slice(0, 3)) {
        const text = document.text.slice(span.start, span.end).replace(/\s+/g, " ");
        console.log(`    ours [${pattern}] "${document.text.slice(focus.start, focus.end)}": ${text.slice(0, 400)}`);
      }
      for (const quote of document.evidence.get(disclosure) ?? []) console.log(`    gold ${quote}`);
    }
  }
}

function main(): void {
  const folder = corpusFolder(process.cwd());
  if (folder === undefined) {
    console.log("score: skipped, there is no corpus (CLAUSELINT_CORPUS names its folder).");
    return;
  }
  const linter = createShippedLinter();
  const { documents, leftOut } = readGold(join(folder, "labelled"), join(folder, "labelled-gold.jsonl"));
  console.log(
    `${documents.length} labelled documents; ${leftOut} HTML files are left out, that format is not read yet.`,
  );
  const decisions = decideAll(documents, linter);
  const disclosures = [...linter.catalogue.disclosures.keys()];
  const of = (half: Half) => decisions.filter(({ document }) => document.half === half);
  const at = process.argv.indexOf("--errors");
  printScores("fitting", of("fitting"), disclosures);
  if (at >= 0) {
    const asked = process.argv[at + 1];
    printErrors(of("fitting"), asked === undefined ? disclosures : [asked]);
  } else {
    printScores("figures", of("figures"), disclosures);
  }
}

main();
