import type { Language } from "../catalogue/compile";
import type { PolicyDocument } from "../document/model";
import { emptyTokens, token, tokenize } from "../match/tokens";

/** The tag for a language that cannot be told. */
export const undetermined = "und";

/** How much of the text is read for its language, in UTF-16 units. */
const sampled = 24_000;
/** Below so many words the share of function words says little. */
const fewWords = 40;
/** Running text has three times as many function words; a text in a related language not half of it. */
const leastFunctionWords = 0.13;
/** In a text of few words, the share of words that the language pack knows at all. */
const leastKnownWords = 0.15;

/** Keys of front matter that name the language of the page. */
const languageKeys = ["lang", "language", "locale"];

/**
 * The id of the language pack that fits, the tag that configuration or front matter names where no pack does,
 * or "und". Configuration decides before front matter, and that before the words.
 */
export function recogniseLanguage(
  document: PolicyDocument,
  languages: readonly Language[],
  configured: string | undefined,
): string {
  const named = configured ?? namedInFrontMatter(document);
  if (named !== undefined) return packFor(named, languages) ?? named;
  return spokenLanguage(document, languages);
}

function namedInFrontMatter({ frontMatter }: PolicyDocument): string | undefined {
  for (const key of languageKeys) {
    const value = frontMatter?.values.get(key)?.value.trim().replace("_", "-");
    // Whatever is no tag ("English", "auto") decides nothing.
    if (value !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value)) return value;
  }
  return undefined;
}

/** "en-GB" is read with the pack "en". */
function packFor(tag: string, languages: readonly Language[]): string | undefined {
  const wanted = tag.toLowerCase();
  const primary = wanted.split("-")[0];
  return (languages.find(({ id }) => id.toLowerCase() === wanted) ?? languages.find(({ id }) => id === primary))?.id;
}

function spokenLanguage({ text, frontMatter }: PolicyDocument, languages: readonly Language[]): string {
  const start = frontMatter?.span.end ?? 0;
  const sample = text.slice(start, start + sampled).replace(/https?:\/\/[^\s)>\]]{1,400}/g, " ");
  let best: string | undefined;
  let bestShare = 0;
  let words = 0;
  for (const language of languages) {
    const shares = count(sample, language);
    words = shares.words;
    const fits = words < fewWords ? shares.known >= leastKnownWords : shares.functionWords >= leastFunctionWords;
    if (fits && shares.functionWords + shares.known > bestShare) {
      best = language.id;
      bestShare = shares.functionWords + shares.known;
    }
  }
  // A name and a date are no evidence against any language.
  if (best === undefined && words < 4 && !foreignScript.test(sample)) return languages[0]?.id ?? undetermined;
  return best ?? undetermined;
}

const foreignScript = /[^\p{Script=Latin}\P{L}]/u;

function count(sample: string, language: Language): { words: number; functionWords: number; known: number } {
  const tokens = emptyTokens();
  tokenize(sample, 0, sample.length, language.vocabulary.words, tokens);
  let words = 0;
  let functionWords = 0;
  let known = 0;
  for (let index = 0; index < tokens.id.length; index++) {
    const id = tokens.id[index] as number;
    if (id !== token.unknown && id < token.firstWord) continue;
    words += 1;
    if (id !== token.unknown) known += 1;
    if (language.functionWords.has(id)) functionWords += 1;
  }
  return { words, functionWords: functionWords / Math.max(1, words), known: known / Math.max(1, words) };
}
