/** Classes of code units that the projection does not copy as they are; 0 is copied. */
export const character = {
  plain: 0,
  space: 1,
  /** Not to be seen: soft hyphens, zero-width characters, direction marks. */
  nothing: 2,
  ampersand: 3,
  colon: 4,
  stop: 5,
  asterisk: 6,
  backtick: 7,
  openBracket: 8,
  closeBracket: 9,
  less: 10,
  backslash: 11,
  exclamation: 12,
  brace: 13,
} as const;

/** Classes of the ASCII code units in plain text, where no markup is but what cannot be anything else: links with a URL. */
export const plainClasses = new Uint8Array(128);
for (const code of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]) plainClasses[code] = character.space;
plainClasses[0x00] = character.nothing;
plainClasses[0x26] = character.ampersand;
plainClasses[0x3a] = character.colon;
plainClasses[0x2e] = character.stop;
plainClasses[0x21] = character.exclamation;
plainClasses[0x5b] = character.openBracket;
plainClasses[0x5d] = character.closeBracket;
plainClasses[0x3c] = character.less;

/** Classes of the ASCII code units in HTML. */
export const htmlClasses = Uint8Array.from(plainClasses);
htmlClasses[0x7b] = character.brace;

/** Classes of the ASCII code units in Markdown. */
export const markdownClasses = Uint8Array.from(plainClasses);
for (const mark of "*_~") markdownClasses[mark.charCodeAt(0)] = character.asterisk;
markdownClasses[0x60] = character.backtick;
markdownClasses[0x5c] = character.backslash;
markdownClasses[0x7b] = character.brace;

/** The class of a code unit from 0x80 on. */
export function wideClass(code: number): number {
  if (code < 0x2000) {
    if (code === 0xa0 || code === 0x85 || code === 0x1680) return character.space;
    return code === 0xad || code === 0x61c || code === 0x180e ? character.nothing : character.plain;
  }
  if (code <= 0x206f) {
    if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) {
      return character.space;
    }
    const invisible = code <= 0x200f || (code >= 0x202a && code <= 0x202e) || code >= 0x2060;
    return invisible ? character.nothing : character.plain;
  }
  if (code === 0x3000) return character.space;
  return code === 0xfeff ? character.nothing : character.plain;
}

/** Whether a code unit is white space of any kind; what lies outside the text (`NaN`) is too. */
export function isSpace(code: number): boolean {
  if (code < 128) return plainClasses[code] === character.space;
  return Number.isNaN(code) || wideClass(code) === character.space;
}

/** Whether a code unit is an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || isLetter(code);
}

/** Whether a code unit is an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether a code unit is a mark of ASCII, which a backslash can escape. */
export function isAsciiPunctuation(code: number): boolean {
  return code > 0x20 && code < 0x7f && !isAlphanumeric(code);
}

/** Whether a code unit is punctuation or a symbol; decides which emphasis markers open and close. */
export function isPunctuation(code: number): boolean {
  if (code < 0x80) return isAsciiPunctuation(code);
  if (code < 0xc0) return code !== 0xaa && code !== 0xb5 && code !== 0xba && code > 0xa0;
  return (code >= 0x2010 && code <= 0x2bff) || (code >= 0x3001 && code <= 0x3003);
}
