import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import type { LintResult } from "../../engine/linter";
import { formatOf, isFoundInFolders } from "../../project/format";
import { decideAll, outcomesOf } from "../../scripts/decisions";
import { corpusFolder, readGold } from "../../scripts/gold";
import { accuracyOf, mean, missingFigures, scoreOf, threeWayAccuracyOf } from "../../scripts/scores";
import { createShippedLinter } from "../../server/shipped-linter";

const folder = corpusFolder(process.cwd());
if (folder === undefined) console.log("corpus tests: skipped, there is no corpus (CLAUSELINT_CORPUS names its folder)");
else {
  const linter = createShippedLinter();
  const read = (path: string) => readFileSync(join(folder, path), "utf8").replace(/^\uFEFF/, "");
  const lint = (path: string, assumePolicy = false, config = defaultConfig): LintResult =>
    linter.lint({
      text: read(path),
      format: formatOf(path) ?? "plaintext",
      config,
      asOf: linter.catalogue.version,
      documentKey: path,
      assumePolicy,
    });

  interface Seed {
    readonly file: string;
    /** Disclosure → status, with the variant where there is one. */
    readonly statuses: Readonly<Record<string, string>>;
    /** The words of every finding of the drafting rules, in order. */
    readonly drafting: readonly string[];
  }
  const seeds: readonly Seed[] = [
    {
      file: "000_edc560bbde953e77.txt",
      statuses: {
        retention: "missing",
        "transfer-mechanism": "missing",
        "children-age": "missing",
        contact: "missing",
      },
      drafting: [],
    },
    {
      file: "001_3a679d3689a579f5.txt",
      statuses: {
        retention: "missing",
        "transfer-mechanism": "weak no-mechanism",
        "children-age": "missing",
        contact: "missing",
      },
      drafting: [],
    },
    {
      file: "002_c8903092fb598143.txt",
      statuses: {
        retention: "met criteria",
        "transfer-mechanism": "weak outdated",
        "children-age": "met age",
        contact: "met address",
      },
      drafting: [],
    },
    {
      file: "003_b66be87dc46281f3.txt",
      statuses: {
        retention: "met criteria",
        "transfer-mechanism": "weak no-mechanism",
        "children-age": "met age",
        contact: "met address",
      },
      drafting: ["[NOTE: To be completed with data transfer mechanism when implemented]"],
    },
    {
      file: "004_b5359d00582a9f7c.txt",
      statuses: {
        retention: "missing",
        "transfer-mechanism": "missing",
        "children-age": "missing",
        contact: "weak channel",
      },
      drafting: ["website ( and", "emailing us at", "practices at"],
    },
  ];
  for (const { file, statuses, drafting } of seeds) {
    test(`seed ${file.slice(0, 3)} is decided as the table says`, () => {
      const { analysis, findings } = lint(join("seeds", file));
      const decided = Object.fromEntries(
        Object.keys(statuses).map((id) => {
          const facts = analysis.disclosures.get(id);
          return [id, [facts?.status, facts?.variant].filter((part) => part !== undefined).join(" ")];
        }),
      );
      assert.deepEqual(decided, statuses);
      const words = findings
        .filter(({ ruleId }) => ruleId === "unfilled-placeholder" || ruleId === "empty-value")
        .map(({ span }) => analysis.document.text.slice(span.start, span.end));
      assert.deepEqual(words, drafting);
    });
  }

  test("seed 001: the weak transfer is underlined at the words that speak of it", () => {
    const { analysis, findings } = lint(join("seeds", "001_3a679d3689a579f5.txt"));
    const weak = findings.find(({ disclosure, scope }) => disclosure === "transfer-mechanism" && scope === "span");
    assert.ok(weak);
    const sentence = analysis.disclosures.get("transfer-mechanism")?.evidence[0]?.span;
    assert.ok(sentence && sentence.start <= weak.span.start && weak.span.end <= sentence.end);
    assert.match(analysis.document.text.slice(sentence.start, sentence.end), /under certain legal frameworks/);
  });

  test("nothing is reported on documents that are no policies", () => {
    const reported = readdirSync(join(folder, "non-policies"))
      .filter(isFoundInFolders)
      .filter((name) => lint(join("non-policies", name)).findings.length > 0);
    assert.deepEqual(reported, []);
  });

  test("no regime, not even one that is pinned, asks other documents for what a privacy policy owes", () => {
    const config = { ...defaultConfig, regimes: [...linter.catalogue.regimes.keys()] };
    const ofCookiePolicy = new Set(["cookie-duration-access", "cookies", "effective-date"]);
    const asked = ["non-policies", "other-policies"].flatMap((part) =>
      readdirSync(join(folder, part))
        .filter(isFoundInFolders)
        .flatMap((name) => {
          const { analysis, findings } = lint(join(part, name), false, config);
          const isCookiePolicy = analysis.recognition.kind === "cookie-policy";
          return findings
            .filter(({ disclosure = "" }) => disclosure !== "" && !(isCookiePolicy && ofCookiePolicy.has(disclosure)))
            .map(({ ruleId }) => `${name}: ${ruleId}`);
        }),
    );
    assert.deepEqual(asked, []);
  });

  test("every evidence and every finding lies within its text", () => {
    for (const part of ["seeds", "labelled", "unlabelled", "templates", "other-policies"]) {
      for (const name of readdirSync(join(folder, part)).filter(isFoundInFolders)) {
        const { analysis, findings } = lint(join(part, name), true);
        const { length } = analysis.document.text;
        for (const { evidence } of analysis.disclosures.values()) {
          for (const { span, focus } of evidence) {
            assert.ok(0 <= span.start && span.start < span.end && span.end <= length, name);
            assert.ok(span.start <= focus.start && focus.start < focus.end && focus.end <= span.end, name);
          }
        }
        for (const { span } of findings)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= length, name);
      }
    }
  });

  // Never the figures half: each run of the tests would be one more look at it.
  test("the fitting half of the labelled policies is decided as well as it was", () => {
    const gold = readGold(join(folder, "labelled"), join(folder, "labelled-gold.jsonl"));
    const decisions = decideAll(
      gold.documents.filter(({ half }) => half === "fitting"),
      linter,
    );
    const scores = new Map(
      ["retention", "transfer-mechanism", "children-age", "contact"].map((id) => [
        id,
        scoreOf(outcomesOf(decisions, id)),
      ]),
    );
    for (const id of ["retention", "transfer-mechanism", "children-age"]) {
      const score = scores.get(id);
      const f1 = score && missingFigures(score).f1;
      assert.ok(f1 !== undefined && f1 >= 0.95, `F1 of missing ${id}: ${f1}`);
    }
    // So few policies lack a contact that F1 of `missing` would say nothing: here it is how often said or not said is right.
    const contact = scores.get("contact");
    const right = contact && accuracyOf(contact);
    assert.ok(right !== undefined && right >= 0.97, `accuracy of contact: ${right}`);
    const threeWay = mean([...scores.values()].map(threeWayAccuracyOf));
    assert.ok(threeWay !== undefined && threeWay >= 0.95, `met / weak / missing: ${threeWay}`);
  });
}
