import source from "clauselint:catalogue";
import { compileCatalogue } from "../engine/catalogue/compile";
import type { PackSource } from "../engine/catalogue/pack-model";
import { createLinter, type Linter } from "../engine/linter";
import { createRules } from "../rules/index";

/** The day whose law the built-in catalogue states, without compiling it. */
export const catalogueVersion = source.version;

/** The linter as it is shipped: the built-in catalogue with what packs add, and every rule. */
export function createShippedLinter(packs: readonly PackSource[] = []): Linter {
  const catalogue = compileCatalogue(source, packs);
  return createLinter({ catalogue, rules: createRules(catalogue) });
}
