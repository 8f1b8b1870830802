import type { CatalogueSource, DisclosurePatternSource, DisclosureWords, LanguageSource, NamedPattern } from "./model";

/** A range of numbers or of bytes. */
type Range = readonly [from: number, to: number];

/** What is read at once: all but the words of disclosures, and the long lists of numbers. */
interface Header extends Omit<CatalogueSource, "languages"> {
  readonly languages: readonly PackedLanguage[];
}

interface PackedLanguage extends Omit<LanguageSource, "builtWords" | "disclosures"> {
  readonly builtWords: Omit<NonNullable<LanguageSource["builtWords"]>, "words" | "trie" | "slots"> & {
    /** One a line. */
    readonly words: string;
    readonly trie: Range;
    readonly slots: Range;
  };
  readonly disclosures: readonly { readonly id: string; readonly patternCount: number; readonly at: Range }[];
}

/**
 * The catalogue from the bytes that a build packed: `numbers` little-endian integers of 32 bits, then texts in JSON.
 * The words of a disclosure are read when the first of them is asked for, so that a start costs no more with more of them.
 * `decode` gives the letters of a range of bytes, of one byte each.
 */
export function unpack(
  bytes: Uint8Array,
  numbers: number,
  decode: (from: number, to: number) => string,
  header: Range,
): CatalogueSource {
  const start = numbers * 4;
  const parse = ([from, to]: Range): unknown => JSON.parse(decode(start + from, start + to));
  const integers = integersOf(bytes, numbers);
  const { languages, ...rest } = parse(header) as Header;
  return {
    ...rest,
    languages: languages.map(({ builtWords, disclosures, ...language }) => ({
      ...language,
      builtWords: {
        ...builtWords,
        words: builtWords.words.split("\n"),
        trie: integers.subarray(...builtWords.trie),
        slots: integers.subarray(...builtWords.slots),
      },
      disclosures: disclosures.map(
        ({ id, patternCount, at }) => new PackedWords(id, patternCount, () => parse(at) as DisclosureWords),
      ),
    })),
  };
}

function integersOf(bytes: Uint8Array, count: number): Int32Array {
  const isLittleEndian = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;
  if (isLittleEndian && bytes.byteOffset % 4 === 0) return new Int32Array(bytes.buffer, bytes.byteOffset, count);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Int32Array.from({ length: count }, (_, index) => view.getInt32(4 * index, true));
}

class PackedWords implements DisclosureWords {
  private read: DisclosureWords | undefined;

  constructor(
    readonly id: string,
    readonly patternCount: number,
    private readonly parse: () => DisclosureWords,
  ) {}

  get headings(): readonly string[] {
    return this.words.headings;
  }

  get exclude(): readonly NamedPattern[] {
    return this.words.exclude ?? [];
  }

  get patterns(): readonly DisclosurePatternSource[] {
    return this.words.patterns;
  }

  get snippet(): DisclosureWords["snippet"] {
    return this.words.snippet;
  }

  get examples(): DisclosureWords["examples"] {
    return this.words.examples;
  }

  get rule(): DisclosureWords["rule"] {
    return this.words.rule;
  }

  private get words(): DisclosureWords {
    this.read ??= this.parse();
    return this.read;
  }
}
