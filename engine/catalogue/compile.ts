import { type CompiledDrafting, compileDrafting, draftingConcept, draftingConcepts } from "../analysis/drafting";
import { type OfferedSnippet, offeredSnippet } from "../analysis/offered-snippets";
import { type CompiledRecognition, compileRecognition, recognitionConcepts } from "../analysis/recognition";
import type { LintConfig } from "../config";
import { compileValueWords, type ValueWords } from "../match/values";
import {
  buildVocabulary,
  extendVocabulary,
  loadVocabulary,
  type Vocabulary,
  type VocabularyData,
} from "../match/vocabulary";
import { buildIndexes, compilePatterns, compilePatternsWith, type LanguagePatterns } from "./compile-patterns";
import type { FactSource, FactWords } from "./fact-model";
import type {
  CatalogueSource,
  ConceptSource,
  DisclosureLaw,
  DisclosureWords,
  LanguageSource,
  NamedPattern,
  PatternSource,
  RegimeSource,
} from "./model";
import type { PackSource } from "./pack-model";
import {
  additionsTo,
  editionOf,
  type LanguageAdditions,
  lawsWith,
  regimesWith,
  withSnippets,
  wordingConcepts,
} from "./packs";

/** The catalogue as the engine uses it: built-in data, merged with an organisation's packs. */
export interface Catalogue {
  /** An ISO day: the day whose law it states. */
  readonly version: string;
  /** Changes with what packs add; "" without packs. */
  readonly edition: string;
  readonly regimes: ReadonlyMap<string, RegimeSource>;
  /** Signal id → what a text does that turns it on, as a clause. */
  readonly signals: ReadonlyMap<string, string>;
  /** What a configuration can state, by id. */
  readonly facts: ReadonlyMap<string, FactSource>;
  readonly disclosures: ReadonlyMap<string, DisclosureLaw>;
  readonly languages: ReadonlyMap<string, Language>;
}

/** A compiled language pack. */
export interface Language {
  readonly id: string;
  /** As the catalogue's. */
  readonly edition: string;
  /** Word ids of the vocabulary. */
  readonly functionWords: ReadonlySet<number>;
  readonly vocabulary: Vocabulary;
  readonly values: ValueWords;
  readonly facts: FactWords;
  readonly patterns: LanguagePatterns;
  readonly disclosures: ReadonlyMap<string, DisclosureWords>;
  /** Concept index that the headings of a disclosure's section contain, by disclosure id. */
  readonly headings: ReadonlyMap<string, number>;
  /** The snippets of all disclosures; only a text with placeholders is compared with them. */
  readonly offered: (facts: LintConfig["facts"]) => readonly OfferedSnippet[];
  readonly recognition: CompiledRecognition;
  readonly drafting: CompiledDrafting;
  /** Concept indices. */
  readonly draftingConcepts: { readonly placeholder: number; readonly lostValue: number };
}

/** The concept that stands for the headings of a disclosure's section. */
export function headingConcept(disclosure: string): string {
  return `heading:${disclosure}`;
}

/**
 * Compiles the catalogue with what packs add to it; `project/packs.ts` has looked at them before.
 * @throws Error naming file and part where the data contradicts itself (an unknown concept, variant or element).
 */
export function compileCatalogue(source: CatalogueSource, packs: readonly PackSource[] = []): Catalogue {
  const disclosures = new Map(lawsWith(packs, source).map((law) => [law.id, law]));
  const facts = new Map(Object.entries(source.facts));
  for (const law of disclosures.values()) checkVariants(law);
  const edition = editionOf(packs);
  return {
    version: source.version,
    edition,
    regimes: new Map(regimesWith(packs, source.regimes).map((regime) => [regime.id, regime])),
    signals: new Map(Object.entries(source.signals)),
    facts,
    disclosures,
    languages: new Map(
      source.languages.map((language) => {
        const additions = additionsTo(language.id, packs);
        const context = { laws: disclosures, facts, edition, additions };
        return [language.id, compileLanguage(withSnippets(language, packs), context)];
      }),
    ),
  };
}

function checkVariants({ id, variants }: DisclosureLaw): void {
  for (const { id: variant, onlyWith } of variants) {
    const lesser = variants.find((other) => other.id === onlyWith?.otherwise);
    if (onlyWith === undefined || (lesser !== undefined && lesser.onlyWith === undefined)) continue;
    throw new Error(`disclosures/${id}.json, variant "${variant}": "${onlyWith.otherwise}" cannot stand for it.`);
  }
}

/** The words of a pack with all that its other files name; what takes longest in loading a pack, so a build does it ahead. */
export function buildWords(source: LanguageSource): VocabularyData {
  return buildVocabulary(
    withoutClash([
      source.vocabulary,
      recognitionConcepts(source.recognition),
      draftingConcepts(source.drafting),
      headingConcepts(source.disclosures),
    ]),
  );
}

/**
 * The pack as it is shipped: without examples, and with all that can be made ahead, so that a short run stays short.
 * @throws Error as `compileCatalogue` does, for what is built is not looked at again before it is used.
 */
export function buildLanguage(source: LanguageSource, laws: ReadonlyMap<string, DisclosureLaw>): LanguageSource {
  const builtWords = buildWords(source);
  const vocabulary = loadVocabulary(builtWords);
  const builtIndexes = buildIndexes(source, vocabulary);
  compilePatterns({ ...source, builtIndexes }, laws, vocabulary);
  const build = (pattern: PatternSource) => ({ built: pattern });
  const buildNamed = (patterns: readonly NamedPattern[]) =>
    patterns.map(({ id, match }) => ({ id, match: build(match) }));
  const { recognition } = source;
  return {
    ...source,
    vocabulary: {},
    builtWords,
    builtIndexes,
    outOfScope: buildNamed(source.outOfScope),
    recognition: {
      ...recognition,
      vocabulary: {},
      body: mapValues(recognition.body, buildNamed),
      againstBody: buildNamed(recognition.againstBody),
      regimes: mapValues(recognition.regimes, (patterns) => patterns.map(build)),
      signals: mapValues(recognition.signals, (patterns) => patterns.map(build)),
    },
    disclosures: source.disclosures.map((words) => ({
      ...words,
      exclude: buildNamed(words.exclude ?? []),
      patterns: words.patterns.map((pattern) => ({ ...pattern, match: build(pattern.match) })),
      examples: { met: [], weak: [], lookalike: [] },
    })),
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

interface LanguageContext {
  readonly laws: ReadonlyMap<string, DisclosureLaw>;
  readonly facts: Catalogue["facts"];
  readonly edition: string;
  readonly additions: LanguageAdditions | undefined;
}

function compileLanguage(source: LanguageSource, context: LanguageContext): Language {
  const { laws, additions } = context;
  const own = loadVocabulary(source.builtWords ?? buildWords(source));
  const functionWords = new Set(source.functionWords.map((word) => own.words.add(word)));
  const values = compileValueWords(source.values, own);
  const vocabulary = additions === undefined ? own : extendVocabulary(own, conceptsOf(additions));
  const { body, ...patterns } =
    additions === undefined
      ? compilePatterns(source, laws, vocabulary)
      : compilePatternsWith(additions, source, laws, { own, all: vocabulary });
  const disclosures = [...source.disclosures, ...(additions?.disclosures ?? [])];
  const headings = new Map(disclosures.map(({ id }) => [id, vocabulary.concepts.get(headingConcept(id)) as number]));
  let offered: { readonly facts: LintConfig["facts"]; readonly snippets: readonly OfferedSnippet[] } | undefined;
  return {
    id: source.id,
    edition: context.edition,
    functionWords,
    vocabulary,
    values,
    facts: source.facts,
    patterns,
    disclosures: new Map(disclosures.map((words) => [words.id, words])),
    headings,
    offered: (stated) => {
      if (offered?.facts !== stated) {
        const facts = { values: stated, sources: context.facts, words: source.facts };
        const snippets = disclosures.map((words) => offeredSnippet(laws.get(words.id) as DisclosureLaw, words, facts));
        offered = { facts: stated, snippets };
      }
      return offered.snippets;
    },
    recognition: compileRecognition(source.recognition, vocabulary, body),
    drafting: compileDrafting(source.drafting),
    draftingConcepts: {
      placeholder: vocabulary.concepts.get(draftingConcept.placeholder) as number,
      lostValue: vocabulary.concepts.get(draftingConcept.lostValue) as number,
    },
  };
}

function conceptsOf({ vocabulary, disclosures, wording }: LanguageAdditions): LanguageSource["vocabulary"] {
  return withoutClash([vocabulary, headingConcepts(disclosures), wordingConcepts(wording)]);
}

function headingConcepts(disclosures: readonly DisclosureWords[]): LanguageSource["vocabulary"] {
  return Object.fromEntries(disclosures.map(({ id, headings }) => [headingConcept(id), { terms: headings }]));
}

/** Two concepts of one name would change each other's meaning without a word. */
function withoutClash(parts: readonly LanguageSource["vocabulary"][]): LanguageSource["vocabulary"] {
  const all: Record<string, ConceptSource> = {};
  for (const part of parts) {
    for (const [name, concept] of Object.entries(part)) {
      if (Object.hasOwn(all, name)) throw new Error(`Two concepts are named "${name}".`);
      all[name] = concept;
    }
  }
  return all;
}
