import source from "clauselint:catalogue";
import { compileCatalogue } from "../engine/catalogue/compile";
import { createLinter, type Linter } from "../engine/linter";
import { createRules } from "../rules/index";

/** The day whose law the built-in catalogue states, without compiling it. */
export const catalogueVersion = source.version;

/** The linter as it is shipped: the built-in catalogue and every rule. */
export function createShippedLinter(): Linter {
  const catalogue = compileCatalogue(source);
  return createLinter({ catalogue, rules: createRules(catalogue) });
}
