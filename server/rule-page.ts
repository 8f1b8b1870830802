import type { Linter } from "../engine/linter";

const base = "https://github.com/clauselint/clauselint/blob/main/docs/rules/";

/** The address of the page of a rule; `undefined` for the linter's own messages and rules of packs, which have none. */
export function rulePage(linter: Linter, ruleId: string): string | undefined {
  return linter.rules.some(({ id, pack }) => id === ruleId && pack === undefined) ? `${base}${ruleId}.md` : undefined;
}
