import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { DisclosureFacts, DisclosureStatus } from "../../engine/analysis/model";
import { readAccuracyOptions } from "../../scripts/accuracy-options";
import { scoreTable, totalList } from "../../scripts/accuracy-tables";
import { bootstrap } from "../../scripts/bootstrap";
import { type Decision, isLabelled, outcomesOf } from "../../scripts/decisions";
import { type Half, readGold, readUnlabelled } from "../../scripts/gold";
import { moveList } from "../../scripts/moves";
import { accuracyOf, macroF1, missingFigures, saidFigures, scoreOf, threeWayAccuracyOf } from "../../scripts/scores";
import { groupsOf, totalsOf } from "../../scripts/totals";

function inFolder(files: Readonly<Record<string, string>>, check: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "clauselint-gold-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    check(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function goldLine(file: string, status = "absent"): string {
  return JSON.stringify({ file, labels: { keeping: { status } } });
}

function halves(documents: readonly { readonly file: string; readonly half: Half }[]): Record<string, Half> {
  return Object.fromEntries(documents.map(({ file, half }) => [file, half]));
}

test("numbered files belong to a half by their number, whatever their order", () => {
  const gold = [goldLine("003-a.md"), goldLine("010-b.txt"), goldLine("007-c.md")].join("\n");
  inFolder({ "003-a.md": "a", "010-b.txt": "b", "007-c.md": "c", "gold.jsonl": gold }, (folder) => {
    const { documents } = readGold(folder, join(folder, "gold.jsonl"));
    assert.deepEqual(halves(documents), { "003-a.md": "figures", "010-b.txt": "fitting", "007-c.md": "figures" });
  });
});

test("other files belong to a half by their line in the sorted list, labelled or not, read or not", () => {
  const files = { "b.html": "<p>b</p>", "a.md": "a", "d.md": "d", "c.md": "c", "notes.tsv": "x" };
  inFolder({ ...files, "gold.jsonl": `${goldLine("d.md")}\n${goldLine("a.md")}\n` }, (folder) => {
    const { documents } = readGold(folder, join(folder, "gold.jsonl"));
    assert.deepEqual(halves(documents), { "d.md": "fitting", "a.md": "figures" });
    const all = halves(readUnlabelled(folder).documents);
    assert.equal(all["c.md"], "figures");
    assert.equal(all["d.md"], "fitting");
    assert.equal("notes.tsv" in all, false);
  });
});

test("what cannot be read is counted with the reason", () => {
  inFolder({ "a.pdf": "a", "b.md": "b\0" }, (folder) => {
    writeFileSync(join(folder, "gold.jsonl"), `${goldLine("a.pdf")}\n${goldLine("b.md")}`);
    const { documents, leftOut } = readGold(folder, join(folder, "gold.jsonl"));
    assert.deepEqual(documents, []);
    assert.deepEqual([...leftOut.values()], [1, 1]);
    assert.match([...leftOut.keys()].join(), /\.pdf is no format.*NUL byte/);
  });
});

test("speaking of a thing counts as saying it, and a condition that is not there as missing", () => {
  const decisions = [
    decision("1.md", "weak", "unclear", "present"),
    decision("2.md", "met", "stated", "absent"),
    decision("3.md", "not-applicable", undefined, "absent"),
    decision("4.md", "missing", undefined, "specific"),
    decision("5.md", "met", "stated", undefined),
  ];
  const outcomes = outcomesOf(decisions, "keeping");
  assert.equal(outcomes[4], undefined);
  const score = scoreOf(outcomes);
  assert.deepEqual(
    [score.saidRight, score.saidWrong, score.missingRight, score.missingWrong, score.threeWayRight],
    [1, 1, 1, 1, 1],
  );
  assert.equal(isLabelled("present", { status: "weak", variant: "unclear" }), true);
  assert.equal(isLabelled("vague", { status: "weak", variant: "vague" }), true);
  assert.equal(isLabelled("specific", { status: "met", variant: "criteria" }), false);
  assert.equal(isLabelled("absent", { status: "not-applicable", variant: undefined }), true);
});

test("the figures are those of the textbook", () => {
  const score = { missingRight: 6, missingWrong: 2, saidRight: 9, saidWrong: 3, threeWayRight: 14 };
  assert.deepEqual(missingFigures(score), { precision: 6 / 8, recall: 6 / 9, f1: 12 / 17 });
  assert.deepEqual(saidFigures(score), { precision: 9 / 12, recall: 9 / 11, f1: 18 / 23 });
  assert.equal(macroF1(score), (12 / 17 + 18 / 23) / 2);
  assert.equal(accuracyOf(score), 15 / 20);
  assert.equal(threeWayAccuracyOf(score), 14 / 20);
  assert.equal(macroF1(scoreOf([{ gold: "met", ours: "met" }])), undefined);
});

test("totals are taken over the disclosures that have enough of each class", () => {
  const many = (count: number, gold: "met" | "missing", ours: "met" | "missing") =>
    Array.from({ length: count }, () => ({ gold, ours }));
  const outcomes = new Map([
    ["often", [...many(12, "met", "met"), ...many(12, "missing", "missing"), ...many(2, "missing", "met")]],
    ["rare", [...many(20, "met", "met"), ...many(6, "missing", "met")]],
    ["never", many(26, "met", "met")],
  ]);
  const groups = groupsOf(outcomes, new Map([["rare", new Set(["specific", "vague", "absent"])]]));
  assert.deepEqual(groups.inMean, ["often", "rare"]);
  assert.deepEqual(groups.asLowest, ["often"]);
  assert.deepEqual(groups.threeWay, ["rare"]);
  const scores = new Map([...outcomes].map(([id, each]) => [id, scoreOf(each)]));
  const { macroF1: mean, lowestMacroF1, accuracy } = totalsOf(scores, groups);
  const often = (24 / 26 + 24 / 26) / 2;
  assert.equal(lowestMacroF1, often);
  // "missing" was never decided for `rare`: its F1 is 0.
  assert.equal(mean, (often + (40 / 46 + 0) / 2) / 2);
  assert.equal(accuracy, (24 + 20 + 26) / (26 * 3));
  assert.match(scoreTable(outcomes, new Map()), /^\| often \| 12 \/ 14 \| 1\.000 \| 0\.857 \| 0\.923 \|/m);
  assert.match(totalList(outcomes, new Map()), /^- lowest macro-F1 of 1 disclosure .*, often: 0\.923 \(/m);
});

test("an interval encloses its figure, is the same each time, and is a point where all documents agree", () => {
  const share = (values: readonly number[]) => (drawn: readonly number[]) =>
    drawn.reduce((sum, index) => sum + (values[index] ?? 0), 0) / drawn.length;
  const mixed = share([0, 1, 1, 1, 0, 1, 1, 1, 1, 0]);
  const interval = bootstrap(10, mixed);
  assert.ok(interval && 0.3 < interval.low && interval.low < 0.7 && 0.7 < interval.high && interval.high <= 1);
  assert.deepEqual(bootstrap(10, mixed), interval);
  assert.deepEqual(bootstrap(3, share([1, 1, 1])), { low: 1, high: 1 });
  assert.equal(
    bootstrap(3, () => undefined),
    undefined,
  );
});

test("moves name the documents of the fitting half, and only count those of the figures half", () => {
  const decisions = [
    decision("002-a.md", "met", "specific", "specific"),
    decision("003-b.md", "missing", undefined, "vague"),
    decision("004-c.md", "met", "specific", "specific"),
  ];
  const before = new Map([
    ["002-a.md", new Map([["keeping", "missing"]])],
    ["003-b.md", new Map([["keeping", "weak vague"]])],
    ["004-c.md", new Map([["keeping", "met specific"]])],
  ]);
  const list = moveList(decisions, before, ["keeping", "new-one"]);
  assert.equal(
    list,
    [
      "moved: 2 decisions on 2 documents",
      "not in the catalogue before: new-one",
      "",
      "keeping: 2 moved (1 better, 1 worse)",
      "- 002-a.md: missing → met specific, labelled specific: better",
    ].join("\n"),
  );
});

test("errors and the figures half do not go together, and a page needs its day", () => {
  assert.equal(readAccuracyOptions([])?.half, "fitting");
  assert.throws(() => readAccuracyOptions(["--errors", "--half", "figures"]), /fitting half only/);
  assert.throws(() => readAccuracyOptions(["--errors", "--half", "all"]), /fitting half only/);
  assert.throws(() => readAccuracyOptions(["--half", "odd"]), /fitting, figures or all/);
  assert.throws(() => readAccuracyOptions(["--folder", "x"]), /--folder needs --gold/);
  assert.throws(() => readAccuracyOptions(["--markdown", "--date", "today"]), /go together/);
  assert.throws(() => readAccuracyOptions(["--markdown", "--date", "2026-11-25", "--ids", "x"]), /all figures/);
  assert.deepEqual(readAccuracyOptions(["--ids", "a, b"])?.ids, ["a", "b"]);
});

function decision(
  file: string,
  status: DisclosureStatus,
  variant: string | undefined,
  label: string | undefined,
): Decision {
  const facts: DisclosureFacts = {
    ...{ id: "keeping", status, variant, demanded: true, reason: undefined },
    ...{ byRegime: new Map(), evidence: [] },
  };
  return {
    document: {
      file,
      half: Number.parseInt(file, 10) % 2 === 0 ? "fitting" : "figures",
      format: "markdown",
      text: "",
      labels: new Map(label === undefined ? [] : [["keeping", label]]),
      quotes: new Map(),
    },
    facts: new Map([["keeping", facts]]),
  };
}
