import type { StatementPattern } from "../catalogue/compile-patterns";
import type { DisclosureLaw, DisclosureWords } from "../catalogue/model";
import { snippetToPlainText } from "../edits";
import { readSnippet, type StatedFacts } from "../filled-snippet";
import type { Span } from "../span";

/** What the catalogue offers to insert for a disclosure, to be known again where nobody has filled it in. */
export interface OfferedSnippet {
  /** As it is read where it was inserted and left untouched. */
  readonly text: string;
  /** The same with what the configuration states. */
  readonly filled: string;
  /** Every slot with its brackets. */
  readonly slots: ReadonlySet<string>;
  /** Stands for a pattern that the snippet would match if it were filled in. */
  readonly pattern: StatementPattern;
}

export function offeredSnippet(law: DisclosureLaw, { snippet }: DisclosureWords, facts: StatedFacts): OfferedSnippet {
  const rank = Math.max(
    0,
    law.variants.findIndex(({ worth }) => worth === "met"),
  );
  const variant = law.variants[rank];
  if (variant === undefined) throw new Error(`disclosures/${law.id}.json has no variant.`);
  return {
    text: plain(snippet.text),
    filled: plain(readSnippet(snippet, facts)),
    slots: new Set([...snippet.text.matchAll(/\$\{\d+:(\[[^\]]*\])\}/g)].map(([, slot]) => String(slot))),
    pattern: {
      ...{ id: "snippet", disclosure: law.id, variant, rank, element: undefined },
      // Behind every pattern of the file.
      ...{ position: Number.MAX_SAFE_INTEGER, match: () => [], inHeadings: false, focus: undefined },
    },
  };
}

/** What of a block is still as it was inserted. */
export interface Untouched {
  /** Whether a sentence of the block states nothing yet, whatever its words seem to say. */
  readonly isOpen: (sentence: Span) => boolean;
  /** The snippets that a sentence with an open slot is from. */
  readonly snippetsOf: (sentence: Span) => readonly { readonly snippet: OfferedSnippet; readonly slot: Span }[];
}

/** `unfilled` are the placeholders of the block; all spans are prose offsets. `undefined` where nothing was inserted. */
export function findUntouched(
  text: string,
  unfilled: readonly Span[],
  offered: () => readonly OfferedSnippet[],
): Untouched | undefined {
  if (unfilled.length === 0) return undefined;
  const slotOf = ({ start, end }: Span) => text.slice(start, end);
  const inserted = offered().filter(({ slots }) => unfilled.some((span) => slots.has(slotOf(span))));
  if (inserted.length === 0) return undefined;
  const slotsIn = (sentence: Span) =>
    unfilled.filter(
      (span) =>
        sentence.start <= span.start &&
        span.end <= sentence.end &&
        inserted.some(({ slots }) => slots.has(slotOf(span))),
    );
  const from = (sentence: Span, texts: (snippet: OfferedSnippet) => readonly string[]) => {
    const words = inOneLine(text.slice(sentence.start, sentence.end));
    return words === "" ? [] : inserted.filter((snippet) => texts(snippet).some((each) => each.includes(words)));
  };
  return {
    // A sentence whose slots were all filled says what it says.
    isOpen: (sentence) => slotsIn(sentence).length > 0 || from(sentence, (snippet) => [snippet.text]).length > 0,
    snippetsOf: (sentence) => {
      const [slot] = slotsIn(sentence);
      if (slot === undefined) return [];
      return from(sentence, (snippet) => [snippet.text, snippet.filled]).map((snippet) => ({ snippet, slot }));
    },
  };
}

function plain(snippet: string): string {
  return inOneLine(snippetToPlainText(snippet).replaceAll("**", ""));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
