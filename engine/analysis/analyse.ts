import type { Catalogue, Language } from "../catalogue/compile";
import type { DocumentKind, LintConfig } from "../config";
import type { Block, PolicyDocument, Prose, Section } from "../document/model";
import { parse } from "../document/parse";
import { proseToSource, sourceToProseSpan } from "../document/prose";
import type { LintInput } from "../linter";
import { type Edge, View } from "../match/view";
import type { Vocabulary } from "../match/vocabulary";
import { type Span, shift } from "../span";
import type { Analysis } from "./analysis";
import { BlockWords, tagProse } from "./block-words";
import type { AnalysisCache } from "./cache";
import { type Candidate, decideDisclosures } from "./disclosures";
import { continuesAfter, type EmptyValue, findEmptyValues } from "./empty-values";
import { recogniseLanguage } from "./language";
import type { FoundValue, Recognition } from "./model";
import { findPlaceholders, type Placeholder } from "./placeholders";
import { recogniseKind } from "./recognition";
import { activeRegimes, type FoundClaim, signals } from "./regimes";
import { type BlockFacts, readBlock, type TaggedIntroduction, withoutDates } from "./statements";

/** Reads a document once: what it is, and, if it is a policy, everything that the rules need to know of it. */
export function analyse(input: LintInput, catalogue: Catalogue, cache?: AnalysisCache): Analysis {
  const document = parse(input.text, input.format);
  const languageId = recogniseLanguage(document, [...catalogue.languages.values()], input.config.language);
  const language = catalogue.languages.get(languageId);
  const words = new BlockWords(document);
  const recognition = recogniseKind(document, languageId, language?.recognition, {
    words,
    configured: input.config.kind,
    assumePolicy: input.assumePolicy ?? false,
    previousKind: input.previousKind,
    documentKey: input.documentKey,
  });
  const titleSpan = placeOfTitle(document, recognition);
  const reader = new BlockReader(document, words, language, input.config, titleSpan.start, cache);
  const shared = {
    document,
    catalogue,
    config: input.config,
    recognition,
    titleSpan,
    prose: (block: Block) => reader.facts(block).prose,
    toSource: (block: Block, prose: Span) => toSource(block, reader.facts(block).prose, prose),
  };
  if (!isPolicy(recognition.kind)) {
    return { ...shared, regimes: [], signals: new Map(), disclosures: new Map(), placeholders: [], emptyValues: [] };
  }
  const { candidates, placeholders, emptyValues, claims } = gather(document, reader);
  const regimes = activeRegimes(claims, input.config, catalogue.regimes);
  words.forgetTags();
  cache?.endOfAnalysis();
  const found = signals(claims);
  const { kind } = recognition;
  const disclosures =
    language === undefined
      ? new Map()
      : decideDisclosures(catalogue, candidates, regimes, found, { kind, asOf: input.asOf });
  return { ...shared, regimes, signals: found, disclosures, placeholders, emptyValues };
}

/** Whether documents of the kind are linted at all. */
export function isPolicy(kind: DocumentKind): boolean {
  return kind !== "not-a-policy";
}

interface Gathered {
  readonly candidates: readonly (Candidate & { readonly disclosure: string })[];
  readonly placeholders: readonly Placeholder[];
  readonly emptyValues: readonly EmptyValue[];
  readonly claims: readonly FoundClaim[];
}

function gather(document: PolicyDocument, reader: BlockReader): Gathered {
  const candidates: (Candidate & { disclosure: string })[] = [];
  const placeholders: Placeholder[] = [];
  const emptyValues: EmptyValue[] = [];
  const claims: FoundClaim[] = [];
  for (const block of document.blocks) {
    if (block.kind === "code") continue;
    const facts = reader.facts(block);
    const { start } = block.span;
    for (const placeholder of facts.placeholders)
      placeholders.push({ ...placeholder, span: shift(placeholder.span, start) });
    for (const empty of facts.emptyValues) {
      if (empty.atEnd && continuesAfter(document, block)) continue;
      emptyValues.push({ ...empty, span: shift(empty.span, start) });
    }
    const place = (span: Span) => toSource(block, facts.prose, span);
    for (const { claim, span } of facts.claims) claims.push({ claim, span: place(span) });
    for (const statement of facts.statements) {
      candidates.push({
        disclosure: statement.pattern.disclosure,
        span: place(statement.sentence),
        focus: place(statement.focus),
        variant: statement.pattern.variant.id,
        rank: statement.pattern.rank,
        element: statement.pattern.element,
        pattern: statement.pattern.id,
        position: statement.pattern.position,
        values: statement.values.map(
          ({ type, value, start: from, end }): FoundValue => ({
            type,
            value,
            span: place({ start: from, end }),
            of: undefined,
          }),
        ),
        unfilled: statement.unfilled,
        block: block.index,
        section: block.section,
      });
    }
  }
  return { candidates, placeholders, emptyValues, claims };
}

function toSource(block: Block, prose: Prose, span: Span): Span {
  return shift(proseToSource(prose, span), block.span.start);
}

/** The longest introduction that a block takes over, in UTF-16 units: enough for any sentence that introduces a list. */
const longestIntroduction = 400;

/** How many blocks before and after the title, and how many at the end, are an edge of the document. */
const openingBlocks = 4;
const closingBlocks = 2;

/** Gives the facts of each block, from the cache where block and context are unchanged. */
class BlockReader {
  private readonly known: (BlockFacts | undefined)[] = [];
  private readonly sections: ({ key: string; concepts: ReadonlySet<number> } | undefined)[] = [];
  private readonly keyOfDocument: string;
  /** The index of the block that has the title. */
  private readonly title: number;
  private view: View | undefined;
  /** Of the list or table that was read last. */
  private lastIntroduction: TaggedIntroduction | undefined;

  constructor(
    private readonly document: PolicyDocument,
    private readonly words: BlockWords,
    private readonly language: Language | undefined,
    private readonly config: LintConfig,
    titleAt: number,
    private readonly cache: AnalysisCache | undefined,
  ) {
    const title = document.blocks.findIndex(({ span }) => span.end > titleAt);
    this.title = Math.max(title, 0);
    this.keyOfDocument = [
      document.format,
      language?.id ?? "und",
      [...document.linkLabels].sort().join(","),
      JSON.stringify(config.variables),
    ].join("\u0000");
  }

  facts(block: Block): BlockFacts {
    const known = this.known[block.index];
    if (known !== undefined) return known;
    const source = this.words.source(block);
    if (this.cache === undefined) return this.keep(block, this.read(block, source));
    const key = [
      this.keyOfDocument,
      block.kind,
      String(block.quoted),
      this.section(block.section).key,
      this.introduction(block),
      this.edge(block) ?? "",
      source,
    ].join("\u0000");
    let facts = this.cache.get(key);
    if (facts === undefined) {
      facts = this.read(block, source);
      this.cache.set(key, facts);
    }
    return this.keep(block, facts);
  }

  private keep(block: Block, facts: BlockFacts): BlockFacts {
    this.known[block.index] = facts;
    return facts;
  }

  private read(block: Block, source: string): BlockFacts {
    const prose = this.words.prose(block);
    if (this.language === undefined || block.kind === "code") {
      return { prose, placeholders: [], emptyValues: [], values: [], statements: [], claims: [] };
    }
    const { drafting: words, vocabulary } = this.language;
    const tagged = this.words.tags(block, vocabulary);
    const { tags } = tagged;
    const has = (concept: number) => tags.concept.includes(concept);
    const placeholders = findPlaceholders(source, prose, {
      words,
      variables: this.config.variables,
      mayHavePhrases: has(this.language.draftingConcepts.placeholder),
    });
    const emptyValues = findEmptyValues(source, prose, {
      words,
      mayHavePhrases: has(this.language.draftingConcepts.lostValue),
    });
    const slots = placeholders
      .map(({ span }) => sourceToProseSpan(prose, span))
      .filter((span) => span.end > span.start)
      .sort((a, b) => a.start - b.start);
    const unfilled = withoutDates(prose, slots, tagged, this.language);
    this.view ??= new View(vocabulary);
    const { values, statements, claims } = readBlock(prose, unfilled, {
      language: this.language,
      introduction: this.taggedIntroduction(block, vocabulary),
      headings: this.section(block.section).concepts,
      edge: this.edge(block),
      tagged,
      view: this.view,
    });
    const isHeading = block.kind === "heading" ? !isStatement(prose.text) : isQuestion(prose);
    return {
      prose,
      placeholders,
      emptyValues,
      values: isHeading ? [] : values,
      statements: isHeading ? statements.filter(({ pattern }) => pattern.inHeadings) : statements,
      claims,
    };
  }

  private edge({ index }: Block): Edge | undefined {
    const isOpening = Math.abs(index - this.title) <= openingBlocks;
    const isClosing = index >= this.document.blocks.length - closingBlocks;
    if (isOpening && isClosing) return "both";
    return isOpening ? "opening" : isClosing ? "closing" : undefined;
  }

  /** The visible words of a block, without reading it any further. */
  private wordsOf(index: number): string {
    const block = this.document.blocks[index] as Block;
    const known = this.known[index];
    if (known !== undefined) return known.prose.text;
    return this.words.prose(block).text;
  }

  private taggedIntroduction(block: Block, vocabulary: Vocabulary): TaggedIntroduction | undefined {
    const text = this.introduction(block);
    if (text === "") return undefined;
    if (this.lastIntroduction?.text !== text) {
      const sentences = [{ start: 0, end: text.length }];
      this.lastIntroduction = { text, ...tagProse({ text, sentences }, vocabulary) };
    }
    return this.lastIntroduction;
  }

  private introduction(block: Block): string {
    if (block.tableHeaders.length > 0) return block.tableHeaders.map((index) => this.wordsOf(index)).join("; ");
    if (block.introducedBy !== undefined) {
      const words = this.wordsOf(block.introducedBy);
      return lastSentence(words).slice(-longestIntroduction);
    }
    const section = this.document.sections[block.section] as Section;
    if (block.kind !== "heading" && section.isQuestion && section.heading !== undefined) {
      // The answer begins right below the question; what follows later stands for itself.
      if (block.index - section.heading <= 2) return this.wordsOf(section.heading).slice(-longestIntroduction);
    }
    return "";
  }

  private section(index: number): { key: string; concepts: ReadonlySet<number> } {
    const known = this.sections[index];
    if (known !== undefined) return known;
    const section = this.document.sections[index] as Section;
    const concepts = new Set(section.parent === undefined ? [] : this.section(section.parent).concepts);
    if (section.heading !== undefined && this.language !== undefined) {
      const heading = this.document.blocks[section.heading] as Block;
      for (const concept of this.words.tags(heading, this.language.vocabulary).tags.concept) concepts.add(concept);
    }
    const result = { key: [...concepts].sort((a, b) => a - b).join(","), concepts };
    this.sections[index] = result;
    return result;
  }
}

/**
 * A heading announces what follows and states nothing itself,
 * save where somebody wrote a whole sentence or paragraph as one.
 */
function isStatement(heading: string): boolean {
  return heading.length > 120 || (heading.length > 60 && heading.endsWith("."));
}

/** A question that stands by itself announces its answer, as a heading or in a table of contents. */
function isQuestion({ text, sentences }: Prose): boolean {
  return sentences.length === 1 && text.trimEnd().endsWith("?");
}

function lastSentence(words: string): string {
  const end = words.trimEnd().length - 1;
  const stop = Math.max(words.lastIndexOf(". ", end - 1), words.lastIndexOf("? ", end - 1));
  return words.slice(stop + 1).trim();
}

function placeOfTitle(document: PolicyDocument, recognition: Recognition): Span {
  if (recognition.reason === "title" && recognition.span !== undefined) return recognition.span;
  const heading = document.blocks.find(({ kind }) => kind === "heading");
  const first = document.blocks.find(({ kind }) => kind !== "code");
  if (heading !== undefined && heading === first) return heading.span;
  const title = document.frontMatter?.values.get("title");
  if (title !== undefined) return title.span;
  return firstLine(document, first);
}

/** Whoever reads a whole document underlined sees nothing: at most the first line. */
function firstLine(document: PolicyDocument, first: Block | undefined): Span {
  const start = first?.span.start ?? 0;
  const end = first?.span.end ?? document.text.length;
  const line = /^[^\r\n]{0,120}/.exec(document.text.slice(start, end))?.[0] ?? "";
  return { start, end: start + line.trimEnd().length };
}
