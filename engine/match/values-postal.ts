import type { ProseValue, ValueInput } from "./values";

/** A postcode with its town or state, sure enough to stand alone. */
const sure = [
  // United Kingdom
  /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/g,
  // Canada
  /\b[ABCEGHJ-NPRSTVXY]\d[A-Z][\s-]?\d[A-Z]\d\b/g,
  // Australia
  /\b(?:NSW\s+[12]|(?:VIC|Victoria)\s+[38]|(?:QLD|Queensland)\s+[49]|SA\s+5|WA\s+6|TAS\s+7|ACT\s+(?:0(?=2)|2(?=6|9))|NT\s+0)\d{3}\b/g,
  // United States: state and ZIP code
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,?\s+\d{5}(?:-\d{4})?\b/g,
  /\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\.?,?\s+\d{5}(?:-\d{4})?\b/g,
  // Ireland
  /\b[AC-FHKNPRTV-Y]\d[\dW]\s[AC-FHKNPRTV-Y\d]{4}\b/g,
  /\bSingapore\s+\(?\d{6}\b/g,
  /\b(?:P\.?\s?O\.?|GPO|Post Office)\s?Box\s+\d{1,7}/gi,
  /\b(?:Private|Locked) Bag\s+(?:[A-Z]{1,3}\s?)?\d{1,6}/g,
  /\bPostfach\s+\d/g,
];

/** Half of an address; a street with anything else of one near it, or a town with its code and a country, make one. */
const street =
  /\b(?:\d{1,6}[A-Za-z]?(?:\s?[-–/]\s?\d{1,5})?|One|Two|Three|Five|Ten),?\s+(?:[A-Z\d][\w.'’-]{0,30}\s+){0,4}(?:Street|St|Str|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Bd|Boul|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Parkway|Pkwy|Highway|Hwy|Terrace|Quay|Plaza|Close|Crescent|Gardens|Row|Circle|Loop|Broadway|Alley|Walk|Park|House|Wharf|Mews|Expressway|Turnpike|Pike)\b\.?/g;
const continentalStreet =
  /\b\p{Lu}[\p{L}.-]{1,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|gatan|vägen|torget|laan|straat|gracht|kade|plein|katu|tie|vej|gade|veien|gata|utca)\s?\d{1,4}|\b(?:\d{1,4}(?:[/-]\d{1,4})?,?\s+)?(?:[Rr]ue|[Bb]oulevard|[Aa]venue|[Pp]lace|Via|Viale|Piazza|Calle|Avenida|Plaza|Paseo|Rua|Carrer|ul\.|Ulica)\s+(?:(?:de|du|des|la|le|del|della|dei|di|do|da)\s+){0,2}\p{Lu}[\p{L}.'’-]{1,30}/gu;
const room =
  /\b(?:Suite|Ste\.?|Floor|Level|Unit|Room|Building|Bldg\.?|Apt\.?)\s+#?[A-Z]?\d{1,5}\b|\b\d{1,3}(?:st|nd|rd|th)\s+Floor\b/gi;
const townCode =
  /\b\p{Lu}[\p{L}.]{2,20},?\s+(?:[-–]\s+)?(\d{3}-\d{4}|\d{5}-\d{3}|\d{3}\s\d{3}|\d{4,6})(?:-\d{4})?\b|\b(?:[A-Z]{1,2}-)?(\d{2}-\d{3}|\d{3}\s\d{2}|\d{4,6})(?:\s?[A-Z]{2})?,?\s+\p{Lu}\p{L}{2,20}/gu;

/** A code that may as well be a year says nothing ("in Berlin 2019"). */
function isYear(code: string): boolean {
  return /^(?:19|20)\d\d$/.test(code);
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly half: string;
}

/** How many characters may lie between two parts of one address. */
const reach = 70;

/** Postal addresses in a text with a digit; one value for each group of parts, from its first part to its last. */
export function postalAddresses(input: ValueInput, values: ProseValue[]): void {
  const { text } = input;
  const parts: Part[] = [];
  const add = (pattern: RegExp, half: string) => {
    for (const match of text.matchAll(pattern)) {
      parts.push({ start: match.index, end: match.index + match[0].length, half });
    }
  };
  for (const pattern of sure) add(pattern, "sure");
  add(street, "street");
  add(continentalStreet, "street");
  const streets = parts.filter(({ half }) => half === "street");
  for (const match of text.matchAll(townCode)) {
    const start = match.index;
    const end = start + match[0].length;
    // "Visit 1200 Lake Drive" has a street, and no town.
    const isStreet = streets.some((part) => part.start < end && start < part.end);
    if (!isStreet && !isYear(match[1] ?? match[2] ?? "")) parts.push({ start, end, half: "town" });
  }
  if (parts.length === 0) return;
  add(room, "room");
  const country = input.words.concepts.country ?? -1;
  for (let index = input.tags.concept.indexOf(country); index >= 0; ) {
    const start = input.tokens.start[input.tags.start[index] as number] as number;
    const end = input.tokens.end[(input.tags.end[index] as number) - 1] as number;
    parts.push({ start, end, half: "country" });
    index = input.tags.concept.indexOf(country, index + 1);
  }
  parts.sort((a, b) => a.start - b.start);
  for (let index = 0; index < parts.length; ) {
    const first = parts[index] as Part;
    index += 1;
    // A country may end an address; it begins none.
    if (first.half === "country") continue;
    let { end } = first;
    const halves = new Set([first.half]);
    for (let next = parts[index]; next !== undefined && next.start - end < reach; next = parts[index]) {
      halves.add(next.half);
      end = Math.max(end, next.end);
      index += 1;
    }
    const isStreet = halves.has("street") && halves.size > 1;
    const isTown = halves.has("town") && (halves.has("country") || halves.has("room"));
    if (!halves.has("sure") && !isStreet && !isTown) continue;
    const address = text.slice(first.start, end);
    const type = /\b123 (?:Main|Example|Sample|Any)\b|\bAnytown\b/i.test(address) ? "placeholder" : "postal-address";
    values.push({ type, value: address, start: first.start, end });
  }
}
