import type { Language } from "../catalogue/compile";
import type { PolicyDocument } from "../document/model";
import { emptyTokens, token, tokenize } from "../match/tokens";

/** The tag for a language that cannot be told. */
export const undetermined = "und";

/** How much of the text is read for its language, in UTF-16 units. */
const sampled = 24_000;
/** Most texts tell it sooner. */
const sampledFirst = 4_000;
/** Among words in lower case (lists and tables are full of others): running text has three times as many, a related language a third of it. */
const leastFunctionWords = 0.09;
/** Below so many words the share of function words says little. */
const fewWords = 40;
/** Names and dates are no evidence; so many words in lower case of which half are unknown and none is a function word are. */
const evidenceAgainst = 4;

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
  const spoken = spokenLanguage(document, languages);
  const ofPage = tagIn(document.page?.language);
  return ofPage === undefined ? spoken.id : languageOfPage(ofPage, spoken, languages);
}

/** Many pages have the language of the template that they were made from: words that are plainly of another one win. */
function languageOfPage(named: string, spoken: Spoken, languages: readonly Language[]): string {
  const pack = packFor(named, languages);
  if (pack === undefined) return spoken.isPlain ? spoken.id : named;
  return spoken.id === undetermined ? undetermined : pack;
}

function namedInFrontMatter({ frontMatter }: PolicyDocument): string | undefined {
  for (const key of languageKeys) {
    const tag = tagIn(frontMatter?.values.get(key)?.value);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** Whatever is no tag ("English", "auto") decides nothing. */
function tagIn(written: string | undefined): string | undefined {
  const value = written?.trim().replace("_", "-");
  return value !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value) ? value : undefined;
}

/** "en-GB" is read with the pack "en". */
function packFor(tag: string, languages: readonly Language[]): string | undefined {
  const wanted = tag.toLowerCase();
  const primary = wanted.split("-")[0];
  return (languages.find(({ id }) => id.toLowerCase() === wanted) ?? languages.find(({ id }) => id === primary))?.id;
}

interface Spoken {
  readonly id: string;
  /** Whether more text could not change it. */
  readonly isPlain: boolean;
}

const nothing: Spoken = { id: undetermined, isPlain: false };

function spokenLanguage(document: PolicyDocument, languages: readonly Language[]): Spoken {
  const sample = sampleOf(document);
  const opening = bestFit(sample.slice(0, sampledFirst), languages);
  if (opening?.isPlain || sample.length <= sampledFirst) return opening ?? nothing;
  return bestFit(sample, languages) ?? nothing;
}

function sampleOf({ text, frontMatter, format, blocks }: PolicyDocument): string {
  const start = frontMatter?.span.end ?? 0;
  if (format !== "html") return text.slice(start, start + sampled);
  // Scripts and menus speak a language of their own.
  let sample = "";
  for (const { span } of blocks) {
    if (sample.length >= sampled) break;
    sample += `${text.slice(span.start, Math.min(span.end, span.start + 2 * sampled)).replace(/<[^<>]*>|&#?\w{1,12};/g, " ")}\n`;
  }
  return sample.slice(0, sampled);
}

function bestFit(sample: string, languages: readonly Language[]): Spoken | undefined {
  const words = sample.replace(/https?:\/\/[^\s)>\]]{1,400}/g, " ");
  let best: { id: string; isPlain: boolean } | undefined;
  let most = -1;
  for (const language of languages) {
    const counts = count(words, language);
    if (!fits(counts) || counts.functionWords <= most) continue;
    most = counts.functionWords;
    best = { id: language.id, isPlain: most >= 2 * fewWords && most >= 2 * leastFunctionWords * counts.lowerCase };
  }
  return best;
}

interface WordCounts {
  /** Of scripts with capitals. */
  readonly words: number;
  readonly functionWords: number;
  /** Words that do not begin with a capital letter: names do. */
  readonly lowerCase: number;
  readonly unknownLowerCase: number;
  /** Of scripts without capitals. */
  readonly characters: number;
}

/** With too little text and no evidence against it, the first language fits. */
function fits({ words, functionWords, lowerCase, unknownLowerCase, characters }: WordCounts): boolean {
  const isRunningText = functionWords > 0 && functionWords >= leastFunctionWords * lowerCase;
  // A translation in another script may stand beside a text, a few words in front of it.
  if (words >= fewWords || (isRunningText && characters <= words)) return isRunningText;
  if (characters > words) return false;
  return lowerCase < evidenceAgainst ? unknownLowerCase * 2 <= words : unknownLowerCase * 2 < lowerCase;
}

function count(sample: string, language: Language): WordCounts {
  const tokens = emptyTokens();
  tokenize(sample, 0, sample.length, language.vocabulary.words, tokens);
  const counts = { words: 0, functionWords: 0, lowerCase: 0, unknownLowerCase: 0, characters: 0 };
  for (let index = 0; index < tokens.id.length; index++) {
    const id = tokens.id[index] as number;
    if (id !== token.unknown && id < token.firstWord) continue;
    const start = tokens.start[index] as number;
    const letterCase = caseOf(sample, start);
    if (letterCase === "none") counts.characters += (tokens.end[index] as number) - start;
    if (letterCase === "none" || letterCase === "no-letter") continue;
    counts.words += 1;
    if (language.functionWords.has(id)) counts.functionWords += 1;
    if (letterCase === "upper") continue;
    counts.lowerCase += 1;
    if (language.vocabulary.words.isUnknown(id)) counts.unknownLowerCase += 1;
  }
  return counts;
}

/** The case of the letter at an offset; "none" for one of a script without capitals. */
function caseOf(sample: string, at: number): "lower" | "upper" | "none" | "no-letter" {
  const code = sample.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return "lower";
  if (code >= 0x41 && code <= 0x5a) return "upper";
  const letter = sample[at] as string;
  if (!/\p{L}/u.test(letter)) return "no-letter";
  const lower = letter.toLowerCase();
  if (lower === letter.toUpperCase()) return "none";
  return lower === letter ? "lower" : "upper";
}
