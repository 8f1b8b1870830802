import type { PackSource } from "../engine/catalogue/pack-model";
import { editionOf } from "../engine/catalogue/packs";
import type { Linter } from "../engine/linter";
import { type Knowledge, knowledgeOf } from "./knowledge";
import { readPacks } from "./packs";
import type { ConfigFile, ConfigProblem } from "./problems";

/** Linters by the packs of a configuration; documents with the same packs share one. */
export interface PackLinters {
  /** With the packs that can be used. */
  linterFor(files: readonly ConfigFile[]): Linter;
  /** The names that the packs bring with them, and what is wrong with the packs. */
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
  const read = (files: readonly ConfigFile[]) => readPacks(files, shipped().catalogue);
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
  return {
    linterFor: (files) => (files.length === 0 ? shipped() : linterOf(read(files).packs)),
    knowledge: (files) => {
      if (files.length === 0) return { knowledge: knowledgeOf(shipped()), problems: [] };
      const { packs, problems } = read(files);
      return { knowledge: knowledgeOf(linterOf(packs)), problems };
    },
  };
}
