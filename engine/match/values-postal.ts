import type { ProseValue, ValueInput } from "./values";

/** A postcode with its town or state, sure enough to stand alone. */
const sure = [
  // United Kingdom
  /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/g,
  // Canada
  /\b[ABCEGHJ-NPRSTVXY]\d[A-Z][\s-]?\d[A-Z]\d\b/g,
  // Australia
  /\b(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT|Victoria|Queensland)\s+\d{4}\b/g,
  // United States: state and ZIP code
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,?\s+\d{5}(?:-\d{4})?\b/g,
  /\b(?:P\.?\s?O\.?|GPO|Post Office)\s?Box\s+\d{1,7}/gi,
  /\bPostfach\s+\d/g,
];

/** Half of an address; two different halves near each other make one. */
const street =
  /\b(?:\d{1,6}[A-Za-z]?(?:\s?[-–/]\s?\d{1,5})?|One|Two|Three|Five|Ten),?\s+(?:[A-Z\d][\w.'’-]{0,30}\s+){0,4}(?:Street|St|Str|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Bd|Boul|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Parkway|Pkwy|Highway|Hwy|Terrace|Quay|Plaza|Close|Crescent|Gardens|Row|Circle|Loop|Broadway|Alley|Walk|Park|House|Wharf|Mews|Expressway|Turnpike|Pike)\b\.?/g;
const continentalStreet =
  /\b\p{Lu}[\p{L}.-]{1,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|gatan|vägen|laan|straat|gracht|kade|plein|katu|utca)\s?\d{1,4}|\b(?:\d{1,4}(?:[/-]\d{1,4})?,?\s+)?(?:[Rr]ue|[Bb]oulevard|[Aa]venue|[Pp]lace|Via|Viale|Piazza|Calle|Avenida|Plaza|Paseo|Rua|Carrer|ul\.|Ulica)\s+(?:(?:de|du|des|la|le|del|della|dei|di|do|da)\s+){0,2}\p{Lu}[\p{L}.'’-]{1,30}/gu;
const room =
  /\b(?:Suite|Ste\.?|Floor|Level|Unit|Room|Building|Bldg\.?|Apt\.?)\s+#?[A-Z]?\d{1,5}\b|\b\d{1,3}(?:st|nd|rd|th)\s+Floor\b/gi;
const townCode =
  /\b\p{Lu}[\p{L}.]{2,20},?\s+\d{5}(?:-\d{4})?\b|\b(?:[A-Z]{1,2}-)?\d{4,6}(?:\s?[A-Z]{2})?,?\s+\p{Lu}\p{L}{2,20}/gu;

/** Postal addresses; one value for each group of parts, from its first part to its last. */
export function postalAddresses(input: ValueInput, values: ProseValue[]): void {
  const { text } = input;
  if (!/\d/.test(text)) return;
  const parts: { start: number; end: number; half: string }[] = [];
  const add = (pattern: RegExp, half: string) => {
    for (const match of text.matchAll(pattern)) {
      parts.push({ start: match.index, end: match.index + match[0].length, half });
    }
  };
  for (const pattern of sure) add(pattern, "sure");
  add(street, "street");
  add(continentalStreet, "street");
  if (parts.length === 0) return;
  add(room, "room");
  add(townCode, "town");
  const country = input.vocabulary.concepts.get("country");
  for (let index = input.tags.concept.indexOf(country ?? -1); index >= 0; ) {
    const start = input.tokens.start[input.tags.start[index] as number] as number;
    const end = input.tokens.end[(input.tags.end[index] as number) - 1] as number;
    parts.push({ start, end, half: "country" });
    index = input.tags.concept.indexOf(country ?? -1, index + 1);
  }
  parts.sort((a, b) => a.start - b.start);
  const reach = 70;
  for (let index = 0; index < parts.length; ) {
    const group = [parts[index] as (typeof parts)[number]];
    let end = group[0]?.end as number;
    index += 1;
    while (index < parts.length && (parts[index] as (typeof parts)[number]).start - end < reach) {
      const part = parts[index] as (typeof parts)[number];
      group.push(part);
      end = Math.max(end, part.end);
      index += 1;
    }
    const halves = new Set(group.map((part) => part.half));
    const enough = halves.has("sure") || (halves.has("street") && halves.size > 1);
    const start = group[0]?.start as number;
    if (!enough) continue;
    const unreal = /\b123 (?:Main|Example|Sample|Any)\b|\bAnytown\b/i.test(text.slice(start, end));
    values.push({ type: unreal ? "placeholder" : "postal-address", value: text.slice(start, end), start, end });
  }
}
