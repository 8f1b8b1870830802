/**
 * A search for phrases that most blocks have nothing of: places where one could begin are looked up first,
 * and the expression is tried there only.
 */
export interface PhraseSearch {
  /** How a match begins; in lower case where case does not matter. */
  readonly starts: readonly string[];
  readonly ignoresCase: boolean;
  /** Sticky. */
  readonly pattern: RegExp;
}

/** A class like `\\p{L}` that ignores case takes long to compile, and every start of the command line would wait for it. */
export const letters = "A-Za-zß-ÿ";
export const noLetterBefore = `(?<![${letters}])`;
export const noLetterAfter = `(?![${letters}])`;

/** The matches in a text, of which `lower` is the same in lower case, by start of phrase and then by place. */
export function matchesOf(
  { starts, ignoresCase, pattern }: PhraseSearch,
  text: string,
  lower: string,
): readonly RegExpExecArray[] {
  const searched = ignoresCase ? lower : text;
  let found: RegExpExecArray[] | undefined;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] as string;
    for (let at = searched.indexOf(start); at >= 0; at = searched.indexOf(start, at + 1)) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) continue;
      found ??= [];
      found.push(match);
    }
  }
  return found ?? noMatches;
}

const noMatches: readonly RegExpExecArray[] = [];

/** Finds what begins with one of the phrases, whatever their case. */
export function anyCase(phrases: readonly string[], pattern: string): PhraseSearch {
  return { starts: startsOf([...lowerSet(phrases)]), ignoresCase: true, pattern: new RegExp(pattern, "iy") };
}

/** Finds what begins with one of the phrases as they are written. */
export function sameCase(phrases: readonly string[], pattern: string): PhraseSearch {
  return { starts: startsOf(phrases), ignoresCase: false, pattern: new RegExp(pattern, "y") };
}

/** The first two words of each phrase, each once, and none that begins with another one. */
function startsOf(phrases: readonly string[]): readonly string[] {
  const starts = new Set(phrases.map((phrase) => /^\S+(?:\s\S*)?/.exec(phrase)?.[0] ?? phrase));
  return [...starts].filter((start) => ![...starts].some((other) => other !== start && start.startsWith(other)));
}

export function lowerSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

/** An alternation of phrases, the longest first; prose has single spaces. */
export function either(phrases: readonly string[]): string {
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(literal).join("|")})`;
}

function literal(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
