import type { Analysis } from "./analysis/analysis";
import { headingConcept } from "./catalogue/compile";
import type { Block, Section } from "./document/model";
import { escapeSnippet } from "./edits";
import { fillSnippet } from "./filled-snippet";
import type { TextEdit } from "./finding";
import { endOfHeading, newHeading, renumberFrom, startOfLine } from "./heading-style";
import { insertInHtml } from "./html-insertion";
import { emptyTokens, tokenize } from "./match/tokens";
import { tag } from "./match/vocabulary";

/** Where the snippet of a missing disclosure goes, and what to put there. */
export interface Insertion {
  /** Offsets are UTF-16 indices; the new texts are in snippet notation. */
  readonly edits: readonly TextEdit[];
  /** The heading under which the snippet goes; `undefined` where a new section is made. */
  readonly heading: Block | undefined;
}

/**
 * The heading under which a disclosure is expected; the deepest and first one that names it.
 * `undefined` where the document has none.
 */
export function expectedHeading(analysis: Analysis, disclosure: string): Block | undefined {
  const headings = headingsWith(analysis, headingConcept(disclosure));
  return headings.reduce<Block | undefined>(
    (best, block) => (best === undefined || levelOf(analysis, block) > levelOf(analysis, best) ? block : best),
    undefined,
  );
}

/** The first of the main sections that close a policy (changes, contact), before which a new section goes. */
function closingHeading(analysis: Analysis): Block | undefined {
  const headings = headingsWith(analysis, "closing-section").filter(({ index }) => index > 0);
  return headings.reduce<Block | undefined>(
    (best, block) => (best === undefined || levelOf(analysis, block) < levelOf(analysis, best) ? block : best),
    undefined,
  );
}

function levelOf({ document }: Analysis, heading: Block): number {
  return (document.sections[heading.section] as Section).level;
}

/** The headings that contain a concept, in document order. */
function headingsWith(analysis: Analysis, concept: string): readonly Block[] {
  const { document, catalogue, recognition } = analysis;
  const vocabulary = catalogue.languages.get(recognition.language)?.vocabulary;
  const id = vocabulary?.concepts.get(concept);
  if (vocabulary === undefined || id === undefined) return [];
  return document.blocks.filter((block) => {
    if (block.kind !== "heading") return false;
    const { text } = analysis.prose(block);
    const tokens = emptyTokens();
    tokenize(text, 0, text.length, vocabulary.words, tokens);
    return tag(vocabulary, tokens, text).concept.includes(id);
  });
}

/** Plans the insertion of a snippet: under the heading where it belongs, else as a new section before contact or changes. */
export function planInsertion(analysis: Analysis, disclosure: string): Insertion | undefined {
  const { document, catalogue, config, recognition } = analysis;
  const language = catalogue.languages.get(recognition.language);
  const words = language?.disclosures.get(disclosure);
  if (language === undefined || words === undefined) return undefined;
  const newline = /\r\n|\r|\n/.exec(document.text)?.[0] ?? "\n";
  const facts = { values: config.facts, sources: catalogue.facts, words: language.facts };
  const text = fillSnippet(words.snippet, facts, document.format).replaceAll("\n", newline);
  const heading = expectedHeading(analysis, disclosure);
  if (document.format === "html") {
    const next = heading === undefined ? closingHeading(analysis) : undefined;
    const inserted = insertInHtml(document, { heading, next, title: words.snippet.heading, text, newline });
    const renumbered = next === undefined ? [] : renumberFrom(document, next);
    return { edits: [insertAt(inserted.offset, inserted.newText), ...renumbered], heading };
  }
  if (heading !== undefined) {
    // Words that stand in the heading's own line stay there; the snippet follows them as a paragraph.
    const offset =
      heading.headingStyle === "run-in"
        ? (document.sections[heading.section] as Section).span.end
        : endOfHeading(document, heading);
    return { edits: [insertAt(offset, `${newline}${newline}${text}`)], heading };
  }
  const next = closingHeading(analysis);
  const title = words.snippet.heading;
  const section = `${escapeSnippet(newHeading(document, next, title, newline))}${text}`;
  if (next !== undefined) {
    const offset = startOfLine(document.text, next.span.start);
    const renumbered = renumberFrom(document, next).map(({ span, newText }) => ({
      span,
      newText: escapeSnippet(newText),
    }));
    return { edits: [insertAt(offset, `${section}${newline}${newline}`), ...renumbered], heading: undefined };
  }
  const last = document.text.trimEnd().length;
  const gap = last === 0 ? "" : `${newline}${newline}`;
  return { edits: [insertAt(last, `${gap}${section}`)], heading: undefined };
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
