/**
 * Splits prose into words and punctuation in one pass without allocating a string per word:
 * a word is hashed while it is read and looked up in the word table of a language pack.
 */

/** Ids below `firstWord` are not words of the vocabulary. */
export const token = {
  unknown: 0,
  number: 1,
  comma: 2,
  semicolon: 3,
  colon: 4,
  open: 5,
  close: 6,
  dash: 7,
  /** Between the words that introduce a list item (or head a table cell) and its own words. */
  bar: 8,
  /** One unfilled placeholder, whatever its words. */
  placeholder: 9,
  firstWord: 16,
} as const;

/** Parallel arrays; offsets are prose offsets. */
export interface Tokens {
  readonly id: number[];
  readonly start: number[];
  readonly end: number[];
}

export function emptyTokens(): Tokens {
  return { id: [], start: [], end: [] };
}

const letter = 1;
const digit = 2;
const joiner = 3;

/** Character classes of the first 0x180 code units; beyond them every letter-like code unit counts as a letter. */
const classes = new Uint8Array(0x180);
/** Lower-case forms of the first 0x180 code units. */
const folds = new Uint16Array(0x180);
for (let code = 0; code < 0x180; code++) {
  folds[code] = code;
  if (code >= 0x30 && code <= 0x39) classes[code] = digit;
  else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) classes[code] = letter;
  else if (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) classes[code] = letter;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7)) folds[code] = code + 0x20;
  if (code >= 0x100 && code < 0x138 && code % 2 === 0) folds[code] = code + 1;
}
classes[0x27] = joiner;

function classOf(code: number): number {
  if (code < 0x180) return classes[code] as number;
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc) return joiner;
  if (code < 0x2000) return letter;
  if (code <= 0x2bff || (code >= 0x3000 && code <= 0x303f) || code >= 0xfe00) return 0;
  return letter;
}

/** The code unit that stands for `code` in comparisons: lower case, straight apostrophe. */
export function fold(code: number): number {
  if (code < 0x180) return folds[code] as number;
  return code === 0x2019 || code === 0x2018 || code === 0x02bc ? 0x27 : code;
}

/** The words of one language pack, by hash. Open addressing: a power of two of slots, at most half full. */
export class WordTable {
  readonly words: string[];
  /** Ids from here on are of words that were added after the list was closed. */
  private firstLater = Number.MAX_SAFE_INTEGER;
  private slots: Int32Array;
  private mask: number;

  /** `words`, all different, get their ids in this order; `slots` are what `slotsOfWords` told of the same words. */
  constructor(words: readonly string[] = [], slots?: ArrayLike<number>) {
    this.words = [...words];
    let size = 1024;
    while (size < this.words.length * 3) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    if (slots === undefined) this.insertAll();
    else for (let index = 0; index < slots.length; index++) this.slots[slots[index] as number] = index + 1;
  }

  /** The slot of each word, for a table of the same words to be made without hashing them. */
  slotsOfWords(): number[] {
    const slots: number[] = [];
    for (let slot = 0; slot <= this.mask; slot++) {
      const entry = this.slots[slot] as number;
      if (entry !== 0) slots[entry - 1] = slot;
    }
    return slots;
  }

  /** Words that are added from now on count as unknown to `isUnknown`. */
  closeList(): void {
    this.firstLater = Math.min(this.firstLater, this.words.length + token.firstWord);
  }

  /** Whether the id is of a word that the language pack does not know. */
  isUnknown(id: number): boolean {
    return id === token.unknown || id >= this.firstLater;
  }

  /** The id of a word, which is added if it is new. */
  add(word: string): number {
    const known = this.find(word, 0, word.length, hashOf(word));
    if (known !== token.unknown) return known;
    this.words.push(word);
    if (this.words.length * 2 > this.mask) this.grow();
    else this.insert(word, this.words.length);
    return this.words.length - 1 + token.firstWord;
  }

  /** The id of the word that stands in `text` between the offsets, `token.unknown` where there is none. */
  find(text: string, start: number, end: number, hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const entry = this.slots[slot] as number;
      if (entry === 0) return token.unknown;
      if (same(this.words[entry - 1] as string, text, start, end)) return entry - 1 + token.firstWord;
      slot = (slot + 1) & this.mask;
    }
  }

  private insert(word: string, entry: number): void {
    let slot = hashOf(word) & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = entry;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    this.mask = this.slots.length - 1;
    this.insertAll();
  }

  private insertAll(): void {
    this.words.forEach((word, index) => {
      this.insert(word, index + 1);
    });
  }
}

const hashStart = 0x811c9dc5;

function hashOf(word: string): number {
  let hash = hashStart;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ fold(word.charCodeAt(index)), 0x01000193);
  return finish(hash);
}

function finish(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}

function same(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) {
    if (word.charCodeAt(index) !== fold(text.charCodeAt(start + index))) return false;
  }
  return true;
}

/**
 * Appends the tokens of `text` between two offsets.
 * Hyphens join nothing ("third-party" is two words); an apostrophe within a word stays, a possessive "'s" is dropped unless the table knows the word with it.
 * A verb drawn together with its subject is two words: "you're" reads as "you are".
 */
export function tokenize(text: string, from: number, to: number, table: WordTable, into: Tokens): void {
  const { id: ids, start: starts, end: ends } = into;
  let index = from;
  while (index < to) {
    const code = text.charCodeAt(index);
    const kind = classOf(code);
    if (kind === letter) {
      const start = index;
      let hash = hashStart;
      let apostrophe = -1;
      let beforeApostrophe = 0;
      let current = code;
      for (;;) {
        hash = Math.imul(hash ^ fold(current), 0x01000193);
        index += 1;
        if (index >= to) break;
        current = text.charCodeAt(index);
        const next = classOf(current);
        if (next === letter) continue;
        if (next === joiner && index + 1 < to && classOf(text.charCodeAt(index + 1)) === letter) {
          apostrophe = index;
          beforeApostrophe = hash;
          continue;
        }
        break;
      }
      const verb = apostrophe === index - 3 ? drawnTogether(text, apostrophe + 1) : undefined;
      if (verb === undefined) {
        let id = table.find(text, start, index, finish(hash));
        if (id === token.unknown && apostrophe > 0 && apostrophe === index - 2) {
          id = table.find(text, start, apostrophe, finish(beforeApostrophe));
        }
        ids.push(id);
        starts.push(start);
        ends.push(index);
      } else {
        ids.push(table.find(text, start, apostrophe, finish(beforeApostrophe)));
        ids.push(table.find(verb, 0, verb.length, hashOf(verb)));
        starts.push(start, apostrophe);
        ends.push(apostrophe, index);
      }
    } else if (kind === digit) {
      const start = index;
      let hash = hashStart;
      do {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
        index += 1;
      } while (index < to && goesOn(text, index, to));
      const known = table.find(text, start, index, finish(hash));
      ids.push(known === token.unknown ? token.number : known);
      starts.push(start);
      ends.push(index);
    } else {
      // The sign is a word: it tells whose a text is, and since when.
      const mark =
        code < 0x80
          ? (marks[code] as number)
          : code === 0xa9
            ? table.find(text, index, index + 1, copyright)
            : dash(code);
      if (mark !== token.unknown) {
        ids.push(mark);
        starts.push(index);
        ends.push(index + 1);
      }
      index += 1;
    }
  }
}

/** The verb that two letters after an apostrophe stand for. */
function drawnTogether(text: string, start: number): string | undefined {
  const first = fold(text.charCodeAt(start));
  const second = fold(text.charCodeAt(start + 1));
  if (second === 0x65) return first === 0x72 ? "are" : first === 0x76 ? "have" : undefined;
  return first === 0x6c && second === 0x6c ? "will" : undefined;
}

/** Whether a number goes on: thousands and decimals belong to it, "1,000", "2.5". */
function goesOn(text: string, index: number, to: number): boolean {
  const code = text.charCodeAt(index);
  if (classOf(code) === digit) return true;
  return (code === 0x2c || code === 0x2e) && index + 1 < to && classOf(text.charCodeAt(index + 1)) === digit;
}

const copyright = hashOf("\u00a9");

function dash(code: number): number {
  return code === 0x2013 || code === 0x2014 ? token.dash : token.unknown;
}

/** Ids of the marks of ASCII that are tokens. */
const marks = new Uint8Array(0x80);
marks[0x2c] = token.comma;
marks[0x3b] = token.semicolon;
marks[0x3a] = token.colon;
marks[0x28] = token.open;
marks[0x29] = token.close;

/** Whether the token at a prose offset begins with a digit. */
export function isNumber(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code >= 0x30 && code <= 0x39;
}
