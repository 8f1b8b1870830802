/** Named character references that occur in prose, as "name characters" pairs; spaces and invisible ones are named below. */
const named = new Map<string, string>(
  (
    "amp & lt < gt > quot \" apos ' lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » lsaquo ‹ rsaquo › " +
    "ndash – mdash — horbar ― hellip … bull • middot · centerdot · sect § para ¶ copy © reg ® trade ™ deg ° " +
    "plusmn ± times × divide ÷ minus − frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ ordf ª ordm º micro µ " +
    "cent ¢ pound £ yen ¥ euro € curren ¤ iexcl ¡ iquest ¿ brvbar ¦ uml ¨ macr ¯ acute ´ cedil ¸ not ¬ " +
    "larr ← uarr ↑ rarr → darr ↓ harr ↔ check ✓ checkmark ✓ cross ✗ star ☆ starf ★ dagger † Dagger ‡ permil ‰ " +
    "prime ′ Prime ″ infin ∞ ne ≠ le ≤ ge ≥ asymp ≈ num # excl ! percnt % dollar $ lpar ( rpar ) ast * midast * " +
    "plus + comma , period . sol / colon : semi ; equals = quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] " +
    "lowbar _ UnderBar _ grave ` lcub { lbrace { vert | verbar | rcub } rbrace } hyphen ‐ dash ‐ " +
    "Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë " +
    "Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø " +
    "Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß agrave à aacute á acirc â atilde ã auml ä aring å " +
    "aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï eth ð ntilde ñ ograve ò " +
    "oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý thorn þ yuml ÿ " +
    "OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Yuml Ÿ fnof ƒ " +
    'AMP & LT < GT > QUOT " COPY © REG ®'
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, word, index) => {
      if (index % 2 === 0) pairs.push([word, ""]);
      else (pairs.at(-1) as [string, string])[1] = word;
      return pairs;
    }, []),
);
for (const name of [
  "nbsp",
  "NonBreakingSpace",
  "ensp",
  "emsp",
  "thinsp",
  "hairsp",
  "numsp",
  "puncsp",
  "Tab",
  "NewLine",
]) {
  named.set(name, " ");
}
for (const name of ["shy", "zwj", "zwnj", "lrm", "rlm", "ZeroWidthSpace", "NoBreak"]) named.set(name, "\u200b");

/** Numeric references to the C1 range mean the characters of Windows-1252, as in HTML. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const longestReference = 40;

/**
 * Reads the character reference that begins with the ampersand at `at`.
 * `undefined` where there is none; the characters are as referred to, so white space and invisible ones are still to be resolved.
 */
export function entityAt(source: string, at: number): { readonly text: string; readonly end: number } | undefined {
  let end = at + 1;
  const limit = Math.min(source.length, at + longestReference);
  while (end < limit && isReferenceCharacter(source.charCodeAt(end))) end += 1;
  if (source.charCodeAt(end) !== 0x3b || end === at + 1) return undefined;
  const name = source.slice(at + 1, end);
  const text = name.startsWith("#") ? numeric(name) : named.get(name);
  return text === undefined ? undefined : { text, end: end + 1 };
}

/** The text with every character reference resolved. */
export function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  let result = "";
  let at = 0;
  for (let next = text.indexOf("&"); next >= 0; next = text.indexOf("&", next + 1)) {
    const entity = entityAt(text, next);
    if (entity === undefined) continue;
    result += text.slice(at, next) + entity.text;
    at = entity.end;
  }
  return result + text.slice(at);
}

function isReferenceCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x23
  );
}

function numeric(name: string): string | undefined {
  const match = /^#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number.parseInt(match[2] as string, 16) : Number(match[1]);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] as string;
  return String.fromCodePoint(code);
}
