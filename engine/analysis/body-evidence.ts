import type { DocumentKind } from "../config";
import type { PolicyDocument } from "../document/model";
import { proseToSource } from "../document/prose";
import type { PatternIndex } from "../match/pattern-index";
import { lowerBound } from "../match/values-time";
import { View } from "../match/view";
import { type Span, shift } from "../span";
import { type BlockWords, tagProse } from "./block-words";
import type { CompiledRecognition, KindPattern } from "./recognition";

/** What the beginning of a body speaks for and against; all numbers but `variety` count sentences. */
export interface BodyEvidence {
  readonly sentences: number;
  /** Of a privacy policy and not about cookies. */
  readonly beyondCookies: number;
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

/** Counts the sentences that tell a kind, from the beginning until `isEnough` of the evidence so far, in at most 30,000 characters. */
export function bodyEvidence(
  document: PolicyDocument,
  words: BlockWords,
  recognition: CompiledRecognition,
  isEnough: (evidence: BodyEvidence) => boolean,
): BodyEvidence {
  const { vocabulary, body } = recognition;
  const evidence = new Counts();
  const view = new View(vocabulary);
  let left = longestBody;
  for (const block of document.blocks) {
    if (left <= 0 || isEnough(evidence)) break;
    if (block.kind === "code" || block.kind === "heading") continue;
    const { start } = block.span;
    const source = document.text.slice(start, Math.min(block.span.end, start + left));
    left -= source.length;
    // A task to be done.
    if (/^\[[ x]\] /i.test(source)) increase(evidence.count, "not-a-policy");
    const isWhole = start + source.length === block.span.end;
    const prose = isWhole ? words.prose(block) : words.project(block, source);
    const { tokens, tags } = isWhole ? words.tags(block, vocabulary) : tagProse(prose, vocabulary);
    view.enter({ text: prose.text, tokens, tags, values: [], ownFrom: 0 }, noHeadings);
    for (const sentence of prose.sentences) {
      const from = lowerBound(tokens.start, sentence.start);
      const to = lowerBound(tokens.start, sentence.end);
      if (to - from < fewestTokens) continue;
      view.moveTo(from, to);
      evidence.add(view, body, () => shift(proseToSource(prose, sentence), start));
    }
  }
  return evidence;
}

class Counts implements BodyEvidence {
  sentences = 0;
  beyondCookies = 0;
  readonly variety = new Map<DocumentKind, number>();
  readonly count = new Map<DocumentKind, number>();
  readonly first = new Map<DocumentKind, Span>();
  private readonly seen = new Set<KindPattern>();

  /** Counts the sentence where the view is. */
  add(view: View, patterns: PatternIndex<KindPattern>, place: () => Span): void {
    this.sentences += 1;
    const candidates: number[] = [];
    patterns.find(view, candidates);
    const kinds = new Set<DocumentKind>();
    for (let index = 0; index < candidates.length; index++) {
      const pattern = patterns.items.at(candidates[index] as number) as KindPattern;
      const isNew = !this.seen.has(pattern);
      if ((!isNew && kinds.has(pattern.kind)) || pattern.match(view).length === 0) continue;
      kinds.add(pattern.kind);
      this.seen.add(pattern);
      if (isNew) increase(this.variety, pattern.kind);
    }
    if (kinds.has("privacy-policy") && !kinds.has("cookie-policy")) this.beyondCookies += 1;
    for (const kind of kinds) {
      increase(this.count, kind);
      if (!this.first.has(kind)) this.first.set(kind, place());
    }
  }
}

function increase(numbers: Map<DocumentKind, number>, kind: DocumentKind): void {
  numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
}
