import type { DisclosureLaw } from "../engine/catalogue/model";

const titles: Readonly<Record<string, string>> = {
  "privacy-policy": "Privacy Policy",
  "cookie-policy": "Cookie Policy",
  terms: "Terms of Service",
  "other-policy": "Code of Conduct",
};

/** The title of a document that is expected to say the thing. */
export function exampleTitle({ kinds }: DisclosureLaw): string {
  return kinds.flatMap((kind) => titles[kind] ?? [])[0] ?? "Privacy Policy";
}

/** A document of the right kind that discloses nothing, its title marked. */
export function emptyDocument(law: DisclosureLaw): string {
  return `# «${exampleTitle(law)}»\n\nYour privacy matters to us.\n`;
}

/** Every regime that the law of a disclosure names, each once. */
export function regimesOf({ citations }: DisclosureLaw): readonly string[] {
  return [...new Set(citations.map(({ regime }) => regime))];
}
