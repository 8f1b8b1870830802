import { fingerprint } from "../fingerprint";
import type { PatternIndexData } from "../match/pattern-index";
import { valueTypes } from "../match/view";
import type { Vocabulary } from "../match/vocabulary";
import type {
  CatalogueSource,
  ConceptSource,
  DisclosureWords,
  LanguageSource,
  PatternSource,
  RegimeSource,
  SnippetSource,
} from "./model";
import type { PackLanguage, PackSource, WordingSource } from "./pack-model";

/** A wording with the pack that it is from. */
export interface HouseWording extends WordingSource {
  readonly pack: Pick<PackSource, "id" | "name">;
}

/** All that packs add to one language. */
export interface LanguageAdditions {
  readonly vocabulary: Readonly<Record<string, ConceptSource>>;
  readonly disclosures: readonly DisclosureWords[];
  readonly wording: readonly HouseWording[];
}

/** The concept that stands for the terms of a wording. */
export function wordingConcept(wording: string): string {
  return `wording:${wording}`;
}

/** What finds the words of a wording, which has `terms`, `match` or both. */
export function wordingPattern({ id, terms, match }: WordingSource): PatternSource {
  if (terms === undefined) return match ?? { any: [] };
  return match === undefined ? wordingConcept(id) : { any: [wordingConcept(id), match] };
}

/** Changes with whatever a set of packs says; "" for none. */
export function editionOf(packs: readonly PackSource[]): string {
  return packs.length === 0 ? "" : fingerprint([JSON.stringify(packs)]);
}

/** The catalogue's regimes, and each pack as a regime that always holds. */
export function regimesWith(packs: readonly PackSource[], regimes: readonly RegimeSource[]): readonly RegimeSource[] {
  return [...regimes, ...packs.map(({ id, name }) => ({ id, name, isPack: true }))];
}

/** A language with the snippets of packs in the place of its own. */
export function withSnippets(language: LanguageSource, packs: readonly PackSource[]): LanguageSource {
  const snippets = new Map(partsOf(packs, language.id).flatMap(({ part }) => Object.entries(part.snippets)));
  if (snippets.size === 0) return language;
  const disclosures = language.disclosures.map((words) => {
    const snippet = snippets.get(words.id);
    return snippet === undefined ? words : withSnippet(words, snippet);
  });
  return { ...language, disclosures };
}

/** The words stay as they are, read when they are asked for. */
function withSnippet(words: DisclosureWords, snippet: SnippetSource): DisclosureWords {
  return Object.create(words, { snippet: { value: snippet, enumerable: true } }) as DisclosureWords;
}

/** What packs add to a language; `undefined` where they add nothing. */
export function additionsTo(language: string, packs: readonly PackSource[]): LanguageAdditions | undefined {
  const parts = partsOf(packs, language);
  if (parts.length === 0) return undefined;
  return {
    vocabulary: Object.assign({}, ...parts.map(({ part }) => part.vocabulary)),
    disclosures: parts.flatMap(({ part }) =>
      part.disclosures.map((words) => ({ ...words, patternCount: words.patterns.length })),
    ),
    wording: parts.flatMap(({ pack, part }) =>
      part.wording.map((wording) => ({ ...wording, pack: { id: pack.id, name: pack.name } })),
    ),
  };
}

function partsOf(packs: readonly PackSource[], language: string): { pack: PackSource; part: PackLanguage }[] {
  return packs.flatMap((pack) => pack.languages.filter(({ id }) => id === language).map((part) => ({ pack, part })));
}

/** The concepts of wordings that are written as terms. */
export function wordingConcepts(wording: readonly WordingSource[]): Record<string, ConceptSource> {
  return Object.fromEntries(
    wording.flatMap(({ id, terms }) => (terms === undefined ? [] : [[wordingConcept(id), { terms }]])),
  );
}

/** An index over `from`, for the concepts of `to`, behind which all other keys have moved. */
export function movedIndex({ sets, needs }: PatternIndexData, from: Vocabulary, to: Vocabulary): PatternIndexData {
  const concepts = from.names.length;
  const more = to.names.length - concepts;
  if (more === 0) return { sets, needs };
  const headingsEnd = 2 * concepts + valueTypes.length;
  const moved = (key: number) => (key < concepts ? key : key < headingsEnd ? key + more : key + 2 * more);
  return { sets: sets.map((keys) => keys.map(moved)), needs };
}

/** The patterns of one index and behind them those of another. */
export function joinedIndexes(first: PatternIndexData, second: PatternIndexData): PatternIndexData {
  const shift = first.sets.length;
  return {
    sets: [...first.sets, ...second.sets],
    needs: [...first.needs, ...second.needs.map((sets) => sets.map((set) => set + shift))],
  };
}

/** The catalogue's disclosures and behind them those of packs. */
export function lawsWith(packs: readonly PackSource[], { disclosures }: Pick<CatalogueSource, "disclosures">) {
  const added = packs.flatMap((pack) => pack.disclosures.map((law) => ({ ...law, pack: pack.id })));
  return [...disclosures, ...added];
}
