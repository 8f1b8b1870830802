import type { CompiledDrafting } from "./drafting";
import type { PlaceholderKind } from "./placeholders";

/**
 * Whether words between delimiters are a slot, a note or a choice for whoever fills in the text.
 * `undefined`: nothing speaks for it (a citation, an aside, an editor's insertion).
 */
export function kindOfSlot(content: string, words: CompiledDrafting): PlaceholderKind | undefined {
  const { inside } = words;
  const text = content.trim();
  if (text.length < 2 || !/\p{L}{2}/u.test(text)) return undefined;
  if (inside.note.test(text) || inside.workMark.test(text)) return "note";
  if (inside.choice.test(text)) return "choice";
  if (inside.pending.test(text)) return "note";
  if (inside.starter.test(text)) return "slot";
  const name = text.replace(words.article, "");
  const exampleAt = name.search(inside.example);
  if (exampleAt > 0) return "slot";
  if (isNamed(name, words)) return "slot";
  if (isChoice(name)) return "choice";
  return undefined;
}

/** Whether a part of the words ends in a noun for what belongs into slots: "Company name, address", "Name/Contact if required". */
export function isNamed(text: string, words: CompiledDrafting): boolean {
  if (text.length > 80) return false;
  const capitals = !/\p{Ll}/u.test(text);
  return text.split(words.separator).some((part) => {
    const parts = wordsOf(part);
    if (parts.length === 0 || parts.length > 7) return false;
    const end = parts.findIndex((word, index) => index > 0 && words.headEnders.has(word));
    const head = parts[(end < 0 ? parts.length : end) - 1] as string;
    if (isNoun(head, words)) return parts.length > 1 || !words.broadNouns.has(head) || capitals;
    return capitals && parts.some((word) => isNoun(word, words) && !words.broadNouns.has(word));
  });
}

function isNoun(word: string, { nouns }: CompiledDrafting): boolean {
  if (nouns.has(word)) return true;
  if (word.endsWith("ies")) return nouns.has(`${word.slice(0, -3)}y`);
  if (word.endsWith("es") && nouns.has(word.slice(0, -2))) return true;
  return word.endsWith("s") && nouns.has(word.slice(0, -1));
}

/** Words in lower case; "companyName", "COMPANY_NAME" and "company-name" are two words, "e-mail" is one. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/e-mail/gi, "email")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word !== "");
}

/** Alternatives with a slash ("is/is not", "Resend/SendGrid"), or three names with commas between them. */
function isChoice(text: string): boolean {
  if (/\d|@|:|\/\//.test(text) || text.length > 80) return false;
  const bySlash = text.split("/");
  if (bySlash.length > 1) return bySlash.every((part) => /^\s?\p{L}[\p{L}'’ -]{1,30}$/u.test(part));
  const byComma = text.split(", ");
  return byComma.length > 2 && byComma.every((part) => /^\p{Lu}[\p{L}+& ]{1,25}$/u.test(part));
}
