import type { DocumentKind } from "../config";
import type { PolicyDocument } from "../document/model";
import { project, proseToSource } from "../document/prose";
import { emptyTokens, tokenize } from "../match/tokens";
import { lowerBound } from "../match/values-time";
import { makeView } from "../match/view";
import { tag } from "../match/vocabulary";
import { type Span, shift } from "../span";
import type { CompiledRecognition } from "./recognition";

/** What the beginning of a body speaks for and against; all numbers but `variety` count sentences. */
export interface BodyEvidence {
  readonly sentences: number;
  /** How many different things it says that a document of the kind says. */
  readonly variety: ReadonlyMap<DocumentKind, number>;
  readonly count: ReadonlyMap<DocumentKind, number>;
  /** The first sentence that a document of the kind says. */
  readonly first: ReadonlyMap<DocumentKind, Span>;
}

/** How much of the text is read, in UTF-16 units: whatever a file is, recognising it costs no more. */
const longestBody = 30_000;
/** A shorter sentence is an item of a list or a menu. */
const fewestTokens = 5;

const noHeadings: ReadonlySet<number> = new Set();

/** Counts the sentences that tell a kind, in at most the first 30,000 characters. */
export function bodyEvidence(document: PolicyDocument, recognition: CompiledRecognition): BodyEvidence {
  const { vocabulary } = recognition;
  const patterns = new Set<number>();
  const variety = new Map<DocumentKind, number>();
  const count = new Map<DocumentKind, number>();
  const first = new Map<DocumentKind, Span>();
  let sentences = 0;
  let left = longestBody;
  for (const block of document.blocks) {
    if (block.kind === "code" || block.kind === "heading") continue;
    if (left <= 0) break;
    const { start } = block.span;
    const source = document.text.slice(start, Math.min(block.span.end, start + left));
    left -= source.length;
    // A task to be done.
    if (/^\[[ x]\] /i.test(source)) increase(count, "not-a-policy");
    const prose = project(source, { quoted: block.quoted, linkLabels: document.linkLabels, format: document.format });
    const tokens = emptyTokens();
    tokenize(prose.text, 0, prose.text.length, vocabulary.words, tokens);
    const tagged = { text: prose.text, tokens, tags: tag(vocabulary, tokens, prose.text), values: [], ownFrom: 0 };
    for (const sentence of prose.sentences) {
      const from = lowerBound(tokens.start, sentence.start);
      const to = lowerBound(tokens.start, sentence.end);
      if (to - from < fewestTokens) continue;
      sentences += 1;
      const view = makeView(tagged, vocabulary, noHeadings, from, to);
      const kinds = new Set<DocumentKind>();
      recognition.body.forEach(({ kind, match, triggers }, index) => {
        if (kinds.has(kind) && patterns.has(index)) return;
        let isTriggered = false;
        for (const concept of view.byConcept.keys()) isTriggered ||= triggers.has(concept);
        if (!isTriggered || match(view).length === 0) return;
        kinds.add(kind);
        if (!patterns.has(index)) {
          patterns.add(index);
          increase(variety, kind);
        }
      });
      for (const kind of kinds) {
        increase(count, kind);
        if (!first.has(kind)) first.set(kind, shift(proseToSource(prose, sentence), start));
      }
    }
  }
  return { sentences, variety, count, first };
}

function increase(numbers: Map<DocumentKind, number>, kind: DocumentKind): void {
  numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
}
