import type { Language } from "../catalogue/compile";
import type { LintConfig } from "../config";
import type { Block, PolicyDocument, Prose, Section } from "../document/model";
import { proseToSource, sourceToProseSpan } from "../document/prose";
import { type Edge, View } from "../match/view";
import type { Vocabulary } from "../match/vocabulary";
import { type Span, shift } from "../span";
import { type BlockWords, tagProse } from "./block-words";
import type { AnalysisCache } from "./cache";
import { findDamage } from "./damaged-text";
import { findEmptyValues } from "./empty-values";
import { findInvisible } from "./invisible-characters";
import type { FoundValue } from "./model";
import { findPlaceholders } from "./placeholders";
import { type BlockFacts, readBlock, type TaggedIntroduction, withoutDates } from "./statements";

/** The longest introduction that a block takes over, in UTF-16 units: enough for any sentence that introduces a list. */
const longestIntroduction = 400;

/** How many blocks before and after the title, and how many at the end, are an edge of the document. */
const openingBlocks = 4;
const closingBlocks = 2;

/** Of a block whose words nobody reads. */
const noWords = { placeholders: [], emptyValues: [], values: [], statements: [], claims: [], wordings: [] };

/** Gives the facts of each block, from the cache where block and context are unchanged. */
export class BlockReader {
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
      language?.edition ?? "",
      [...document.linkLabels].sort().join(","),
      JSON.stringify(config.variables),
      JSON.stringify(config.facts),
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

  /** The values of a block with their places in the document. */
  values(block: Block): readonly FoundValue[] {
    if (block.kind === "code") return [];
    const { values, prose } = this.facts(block);
    return values.map(({ type, value, start, end }) => ({
      ...{ type, value, of: undefined },
      span: toSource(block, prose, { start, end }),
    }));
  }

  private keep(block: Block, facts: BlockFacts): BlockFacts {
    this.known[block.index] = facts;
    return facts;
  }

  private read(block: Block, source: string): BlockFacts {
    const prose = this.words.prose(block);
    if (block.kind === "code") return { prose, ...noWords, damage: [], invisible: [] };
    const damage = findDamage(source, prose, this.language?.drafting.afterApostrophe ?? new Set());
    const invisible = findInvisible(source, prose);
    if (this.language === undefined) return { prose, ...noWords, damage, invisible };
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
    const { values, statements, claims, wordings } = readBlock(prose, unfilled, {
      language: this.language,
      introduction: this.taggedIntroduction(block, vocabulary),
      headings: this.section(block.section).concepts,
      edge: this.edge(block),
      facts: this.config.facts,
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
      wordings,
      damage,
      invisible,
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

/** The place in the document of a span in the projection of a block. */
export function toSource(block: Block, prose: Prose, span: Span): Span {
  return shift(proseToSource(prose, span), block.span.start);
}
