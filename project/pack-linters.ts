import type { PackSource } from "../engine/catalogue/pack-model";
import { editionOf } from "../engine/catalogue/packs";
import type { Linter } from "../engine/linter";
import { type Knowledge, knowledgeOf } from "./knowledge";
import { tryExamples } from "./pack-examples";
import { readPacks } from "./packs";
import { type ConfigFile, type ConfigProblem, complaintsAbout } from "./problems";

/** Linters by the packs of a configuration; documents with the same packs share one. */
export interface PackLinters {
  /** With the packs that can be used. */
  linterFor(files: readonly ConfigFile[]): Linter;
  /** The names that the packs bring with them, and what is wrong with the packs; an example that is not decided as it says is told, and costs nothing. */
  knowledge(files: readonly ConfigFile[]): {
    readonly knowledge: Knowledge;
    readonly problems: readonly ConfigProblem[];
  };
}

/** How many sets of packs are kept ready: each has the vocabulary of its own. */
const mostKept = 8;

/** `shipped` is the linter without packs, `withPacks` makes one with some. */
export function createPackLinters(
  shipped: () => Linter,
  withPacks: (packs: readonly PackSource[]) => Linter,
): PackLinters {
  const kept = new Map<string, Linter>();
  let known: Known[] = [];
  const linterOf = (packs: readonly PackSource[]): Linter => {
    const edition = editionOf(packs);
    if (edition === "") return shipped();
    const linter = kept.get(edition) ?? withPacks(packs);
    // The one that was asked for last stays longest.
    kept.delete(edition);
    kept.set(edition, linter);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return linter;
  };
  /** Packs are the same for many documents, and each is read once. */
  const read = (files: readonly ConfigFile[]): Known => {
    const before = known.find((each) => areSame(each.files, files));
    if (before !== undefined) return before;
    const { packs, problems, examples } = readPacks(files, shipped().catalogue);
    const linter = linterOf(packs);
    const found = [...problems];
    for (const [file, written] of examples) tryExamples(written, linter, complaintsAbout(file, found));
    const now = { files, linter, problems: found };
    known = [now, ...known].slice(0, mostKept);
    return now;
  };
  return {
    linterFor: (files) => (files.length === 0 ? shipped() : read(files).linter),
    knowledge: (files) => {
      if (files.length === 0) return { knowledge: knowledgeOf(shipped()), problems: [] };
      const { linter, problems } = read(files);
      return { knowledge: knowledgeOf(linter), problems };
    },
  };
}

interface Known {
  readonly files: readonly ConfigFile[];
  readonly linter: Linter;
  readonly problems: readonly ConfigProblem[];
}

function areSame(a: readonly ConfigFile[], b: readonly ConfigFile[]): boolean {
  return (
    a.length === b.length && a.every(({ path, text }, index) => path === b[index]?.path && text === b[index]?.text)
  );
}
