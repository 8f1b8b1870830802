import type { DraftingWords } from "./drafting-words";
import { either, noLetterAfter, noLetterBefore } from "./phrases";

/** Expressions over the words around a reference. */
export interface CompiledReferences {
  readonly sectionBefore: RegExp;
  readonly sectionAfter: RegExp;
  readonly leadBefore: RegExp;
  readonly elsewhere: RegExp;
  readonly ofAnother: RegExp;
  readonly otherDocument: RegExp;
  /** Global; the group `number`. */
  readonly numbered: RegExp;
  readonly law: RegExp;
  /** What follows the number of a law. */
  readonly afterLaw: RegExp;
  /** What may stand before the number on the line of a heading. */
  readonly numberMarks: RegExp;
  /** The number at the start of a folded title. */
  readonly titleNumber: RegExp;
  /** What "&" stands for. */
  readonly and: string;
}

/** Made when a rule first asks for it. */
export function compileReferences({ references: words }: DraftingWords): CompiledReferences {
  const whole = (phrases: readonly string[]) => `${noLetterBefore}${either(phrases)}${noLetterAfter}`;
  const of = `${either(words.ofWords)}\\s(?!${either(words.thisDocument)}${noLetterAfter})`;
  return {
    sectionBefore: new RegExp(`${noLetterBefore}${either(words.parts)}(?:\\s${either(words.titled)}|,)?\\s$`, "i"),
    sectionAfter: new RegExp(`^[\\s,.]{1,2}${either(words.parts)}${noLetterAfter}`, "i"),
    leadBefore: new RegExp(`${noLetterBefore}${either(words.leads)}\\s(?:the\\s)?$`, "i"),
    elsewhere: new RegExp(whole(words.elsewhere), "i"),
    ofAnother: new RegExp(`^[\\s,.]{0,2}(?:${either(words.parts)}\\s)?${of}`, "i"),
    otherDocument: new RegExp(whole(words.otherDocuments), "i"),
    numbered: new RegExp(
      `${noLetterBefore}${either(words.parts)}\\s(?<number>\\d{1,2}(?:\\.\\d{1,2}){0,3})(?![\\d%])`,
      "gi",
    ),
    law: new RegExp(whole(words.laws), "i"),
    afterLaw: new RegExp(
      `^(?:[\\d.]*\\d|[(-]|\\s+${either(words.ofLaw)}\\s+(?!${either(words.these)})|\\s+\\p{Lu}|\\s*${either(words.andFollowing)})`,
      "u",
    ),
    numberMarks: new RegExp(`^[\\s#>*_]*(?:${either(words.numbered)}\\s)?`, "i"),
    titleNumber: new RegExp(`^(?:${either(words.numbered)} )?[\\divx]{1,4}(?:[.)]\\d{0,2})*\\s`),
    and: words.and[0] ?? "&",
  };
}
