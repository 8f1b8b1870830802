import { type CompiledDrafting, compileDrafting, draftingConcept, draftingConcepts } from "../analysis/drafting";
import { type OfferedSnippet, offeredSnippet } from "../analysis/offered-snippets";
import { type CompiledRecognition, compileRecognition, recognitionConcepts } from "../analysis/recognition";
import type { LintConfig } from "../config";
import { compileValueWords, type ValueWords } from "../match/values";
import { buildVocabulary, loadVocabulary, type Vocabulary, type VocabularyData } from "../match/vocabulary";
import { buildIndexes, compilePatterns, type LanguagePatterns } from "./compile-patterns";
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

/** The catalogue as the engine uses it: built-in data, later merged with an organisation's packs by this same compiler. */
export interface Catalogue {
  readonly version: string;
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

/** @throws Error naming file and part where the data contradicts itself (an unknown concept, variant or element). */
export function compileCatalogue(source: CatalogueSource): Catalogue {
  const disclosures = new Map(source.disclosures.map((law) => [law.id, law]));
  const facts = new Map(Object.entries(source.facts));
  for (const law of source.disclosures) checkVariants(law);
  return {
    version: source.version,
    regimes: new Map(source.regimes.map((regime) => [regime.id, regime])),
    signals: new Map(Object.entries(source.signals)),
    facts,
    disclosures,
    languages: new Map(
      source.languages.map((language) => [language.id, compileLanguage(language, disclosures, facts)]),
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
  const headingTerms = Object.fromEntries(
    source.disclosures.map(({ id, headings }) => [headingConcept(id), { terms: headings }]),
  );
  return buildVocabulary(
    withoutClash([
      source.vocabulary,
      recognitionConcepts(source.recognition),
      draftingConcepts(source.drafting),
      headingTerms,
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

function compileLanguage(
  source: LanguageSource,
  laws: ReadonlyMap<string, DisclosureLaw>,
  sources: Catalogue["facts"],
): Language {
  const vocabulary = loadVocabulary(source.builtWords ?? buildWords(source));
  const { body, ...patterns } = compilePatterns(source, laws, vocabulary);
  const headings = new Map(
    source.disclosures.map(({ id }) => [id, vocabulary.concepts.get(headingConcept(id)) as number]),
  );
  let offered: { readonly facts: LintConfig["facts"]; readonly snippets: readonly OfferedSnippet[] } | undefined;
  return {
    id: source.id,
    functionWords: new Set(source.functionWords.map((word) => vocabulary.words.add(word))),
    vocabulary,
    values: compileValueWords(source.values, vocabulary),
    facts: source.facts,
    patterns,
    disclosures: new Map(source.disclosures.map((words) => [words.id, words])),
    headings,
    offered: (values) => {
      if (offered?.facts !== values) {
        const facts = { values, sources, words: source.facts };
        const snippets = source.disclosures.map((words) =>
          offeredSnippet(laws.get(words.id) as DisclosureLaw, words, facts),
        );
        offered = { facts: values, snippets };
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
