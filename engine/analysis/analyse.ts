import type { Catalogue } from "../catalogue/compile";
import type { DocumentKind } from "../config";
import { type FoldedDocument, foldDocument } from "../document/folded";
import type { Block, PolicyDocument } from "../document/model";
import { parse } from "../document/parse";
import type { LintInput } from "../linter";
import { type Span, shift } from "../span";
import type { Analysis } from "./analysis";
import { checkAssertions, withAssertions } from "./assertions";
import { BlockReader, toSource } from "./block-reader";
import { BlockWords } from "./block-words";
import type { AnalysisCache } from "./cache";
import { configuredFacts, foundSignals } from "./configured-facts";
import { findContradictions, withoutInapplicable } from "./contradictions";
import type { DamagedPlace } from "./damaged-text";
import { allSignals, type Candidate, decideDisclosures } from "./disclosures";
import { continuesAfter, type EmptyValue } from "./empty-values";
import type { InvisibleCharacter } from "./invisible-characters";
import { recogniseLanguage } from "./language";
import type { FoundValue, Recognition } from "./model";
import type { Placeholder } from "./placeholders";
import { recogniseKind } from "./recognition";
import { activeRegimes, type FoundClaim } from "./regimes";
import type { FoundWording } from "./wordings";

/** Reads a document once: what it is, and, if it is a policy, everything that the rules need to know of it. */
export function analyse(input: LintInput, catalogue: Catalogue, cache?: AnalysisCache): Analysis {
  const document = parse(input.text, input.format);
  const languageId = recogniseLanguage(document, [...catalogue.languages.values()], input.config.language);
  const language = catalogue.languages.get(languageId);
  const blockWords = new BlockWords(document);
  const recognition = recogniseKind(document, languageId, language?.recognition, {
    words: blockWords,
    configured: input.config.kind,
    isFromFrontMatter: input.config.isKindFromFrontMatter,
    hearsFrontMatter: input.config.inlineConfig,
    assumePolicy: input.assumePolicy ?? false,
    previousKind: input.previousKind,
    documentKey: input.documentKey,
  });
  const titleSpan = placeOfTitle(document, recognition);
  const reader = new BlockReader(document, blockWords, language, input.config, titleSpan.start, cache);
  let folded: FoldedDocument | undefined;
  const prose = (block: Block) => reader.facts(block).prose;
  const inSource = (block: Block, span: Span) => toSource(block, prose(block), span);
  const words = () => (folded ??= foldDocument(document, prose, inSource));
  const shared = {
    document,
    catalogue,
    config: input.config,
    recognition,
    titleSpan,
    words,
    prose,
    toSource: inSource,
  };
  if (!isPolicy(recognition.kind)) return { ...shared, ...nothingFound };
  const { candidates, claims, ...drafting } = gather(document, reader);
  const configured = configuredFacts(input.config, catalogue);
  const regimes = activeRegimes(claims, input.config, catalogue.regimes, configured);
  blockWords.forgetTags();
  cache?.endOfAnalysis();
  const signals = allSignals(catalogue, candidates, foundSignals(claims, configured));
  const { kind } = recognition;
  const decided =
    language === undefined
      ? new Map()
      : decideDisclosures(catalogue, candidates, regimes, signals, { kind, asOf: input.asOf });
  const contradictions = findContradictions(configured, {
    text: document.text,
    kind,
    laws: catalogue.disclosures,
    disclosures: decided,
    signals,
    values: () => document.blocks.flatMap((block) => reader.values(block)),
    words,
    places: language?.facts.places ?? {},
  });
  const assertions = checkAssertions(input.config.evidence, document, words);
  const disclosures = withAssertions(withoutInapplicable(decided, configured, contradictions), assertions);
  return { ...shared, regimes, signals, disclosures, contradictions, assertions, ...drafting };
}

/** Of a document that is no policy. */
const nothingFound = {
  regimes: [],
  signals: new Map(),
  disclosures: new Map(),
  contradictions: [],
  assertions: [],
  placeholders: [],
  emptyValues: [],
  wordings: [],
  damage: [],
  invisible: [],
};

/** Whether documents of the kind are linted at all. */
export function isPolicy(kind: DocumentKind): boolean {
  return kind !== "not-a-policy";
}

interface Gathered {
  readonly candidates: readonly (Candidate & { readonly disclosure: string })[];
  readonly placeholders: readonly Placeholder[];
  readonly emptyValues: readonly EmptyValue[];
  readonly claims: readonly FoundClaim[];
  readonly wordings: readonly FoundWording[];
  readonly damage: readonly (readonly DamagedPlace[])[];
  readonly invisible: readonly (readonly InvisibleCharacter[])[];
}

function gather(document: PolicyDocument, reader: BlockReader): Gathered {
  const candidates: (Candidate & { disclosure: string })[] = [];
  const placeholders: Placeholder[] = [];
  const emptyValues: EmptyValue[] = [];
  const claims: FoundClaim[] = [];
  const wordings: FoundWording[] = [];
  const damage: DamagedPlace[][] = [];
  const invisible: InvisibleCharacter[][] = [];
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
    if (facts.damage.length > 0) damage.push(shifted(facts.damage, start));
    if (facts.invisible.length > 0) invisible.push(shifted(facts.invisible, start));
    const place = (span: Span) => toSource(block, facts.prose, span);
    for (const { wording, span } of facts.wordings) wordings.push({ wording, span: place(span) });
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
  return { candidates, placeholders, emptyValues, claims, wordings, damage, invisible };
}

function shifted<T extends { readonly span: Span }>(places: readonly T[], by: number): T[] {
  return places.map((place) => ({ ...place, span: shift(place.span, by) }));
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
