/**
 * The notation of vocabulary terms, one phrase a string:
 *
 * - `personal data`  words in this order (case does not matter, a hyphen is a space)
 * - `retain~`        the word and its regular inflections (retains, retained, retaining; policy~ gives policies)
 * - `{keep~,hold on to}`  one of several words or phrases
 * - `the?`           a word that may be left out
 * - `*2`             up to two words of any kind
 * - `#`              a number written in digits
 */

export type TermItem =
  | { readonly kind: "words"; readonly phrases: readonly Phrase[]; readonly optional: boolean }
  | { readonly kind: "gap"; readonly max: number }
  | { readonly kind: "number" };

/** Words in order, each with its inflections. */
export type Phrase = readonly (readonly string[])[];

/** @throws Error naming the term where the notation is broken. */
export function parseTerm(term: string): readonly TermItem[] {
  const items: TermItem[] = [];
  for (const part of term
    .trim()
    .replace(/-/g, " ")
    .split(/\s+(?![^{]*\})/)) {
    const gap = /^\*(\d)$/.exec(part);
    if (gap) {
      items.push({ kind: "gap", max: Number(gap[1]) });
      continue;
    }
    if (part === "#") {
      items.push({ kind: "number" });
      continue;
    }
    const optional = part.endsWith("?");
    const body = optional ? part.slice(0, -1) : part;
    const group = /^\{([^{}]+)\}$/.exec(body);
    const phrases = (group ? (group[1] as string).split(",") : [body]).map((phrase) =>
      phrase.trim().split(/\s+/).map(inflect),
    );
    if (phrases.flat(2).some((word) => !/^[\p{L}\p{N}'.,©]+$/u.test(word))) {
      throw new Error(`Vocabulary term "${term}" has a part that cannot be read: "${part}".`);
    }
    items.push({ kind: "words", phrases, optional });
  }
  if (items.length === 0 || items[0]?.kind === "gap" || items.at(-1)?.kind === "gap") {
    throw new Error(`Vocabulary term "${term}" must begin and end with a word.`);
  }
  return items;
}

const vowels = "aeiou";

/** `retain~` → retain, retains, retained, retaining; without the tilde only the word itself. */
export function inflect(word: string): readonly string[] {
  if (!word.endsWith("~")) return [word.toLowerCase()];
  const stem = word.slice(0, -1).toLowerCase();
  const last = stem.at(-1) ?? "";
  const before = stem.at(-2) ?? "";
  if (last === "y" && !vowels.includes(before)) {
    const short = stem.slice(0, -1);
    return [stem, `${short}ies`, `${short}ied`, `${stem}ing`];
  }
  if (last === "e") {
    const short = stem.slice(0, -1);
    return [stem, `${stem}s`, `${stem}d`, `${short}ing`];
  }
  const plural = /(?:s|x|z|ch|sh)$/.test(stem) ? `${stem}es` : `${stem}s`;
  // A short word ending in one vowel and one consonant doubles it: drop, dropped; "transfer" and "submit" too.
  const doubles = /[^aeiou][aeiou][bdgklmnprt]$/.test(stem) ? [`${stem}${last}ed`, `${stem}${last}ing`] : [];
  return [stem, plural, `${stem}ed`, `${stem}ing`, ...doubles];
}
