import type { PatternSource, RecognitionSource } from "../catalogue/model";
import { type DocumentKind, documentKinds } from "../config";
import type { FrontMatterValue, PolicyDocument } from "../document/model";
import type { Matcher } from "../match/operators";
import type { PatternIndex } from "../match/pattern-index";
import type { Vocabulary } from "../match/vocabulary";
import { BlockWords } from "./block-words";
import { type BodyEvidence, bodyEvidence } from "./body-evidence";
import type { KindReason, Recognition } from "./model";
import { readTitles, type TitleReading } from "./titles";

/** The words by which a language tells what a document is. */
export interface CompiledRecognition {
  readonly vocabulary: Vocabulary;
  /** Concept → the kind that a title with it names. */
  readonly titles: ReadonlyMap<number, DocumentKind>;
  /** Concept → the kind that a title with it may mean. */
  readonly weakTitles: ReadonlyMap<number, DocumentKind>;
  readonly competingTitle: number;
  readonly doubtfulTitle: number;
  /** Patterns of sentences. */
  readonly body: PatternIndex<KindPattern>;
}

export interface KindPattern {
  /** `not-a-policy` for what speaks against a policy. */
  readonly kind: DocumentKind;
  readonly match: Matcher;
}

const conceptOf = {
  title: (kind: string) => `title:${kind}`,
  weakTitle: (kind: string) => `weak-title:${kind}`,
  competing: "title:competing",
  doubtful: "title:doubtful",
};

/** Concepts that recognition adds to the vocabulary of its language, as terms by name. */
export function recognitionConcepts(source: RecognitionSource): Record<string, { readonly terms: readonly string[] }> {
  const concepts: Record<string, { readonly terms: readonly string[] }> = { ...source.vocabulary };
  for (const [kind, terms] of Object.entries(source.titles)) concepts[conceptOf.title(kind)] = { terms };
  for (const [kind, terms] of Object.entries(source.weakTitles)) concepts[conceptOf.weakTitle(kind)] = { terms };
  concepts[conceptOf.competing] = { terms: source.competingTitles };
  concepts[conceptOf.doubtful] = { terms: source.doubtfulTitles };
  return concepts;
}

/**
 * Patterns of sentences with the kind that each speaks for.
 * @throws Error where there is no such kind.
 */
export function bodySources(
  source: RecognitionSource,
): readonly { readonly kind: DocumentKind; readonly match: PatternSource }[] {
  const of = (kind: DocumentKind, patterns: RecognitionSource["againstBody"]) =>
    patterns.map(({ match }) => ({ kind, match }));
  return [
    ...Object.entries(source.body).flatMap(([kind, patterns]) => of(toKind(kind), patterns)),
    ...of("not-a-policy", source.againstBody),
  ];
}

/** `vocabulary` contains the concepts that `recognitionConcepts` gives. */
export function compileRecognition(
  source: RecognitionSource,
  vocabulary: Vocabulary,
  body: PatternIndex<KindPattern>,
): CompiledRecognition {
  const concept = (name: string) => vocabulary.concepts.get(name) as number;
  const kinds = (entries: Readonly<Record<string, unknown>>, nameOf: (kind: string) => string) =>
    new Map(Object.keys(entries).map((kind) => [concept(nameOf(kind)), toKind(kind)]));
  return {
    vocabulary,
    titles: kinds(source.titles, conceptOf.title),
    weakTitles: kinds(source.weakTitles, conceptOf.weakTitle),
    competingTitle: concept(conceptOf.competing),
    doubtfulTitle: concept(conceptOf.doubtful),
    body,
  };
}

function toKind(name: string): DocumentKind {
  const kind = documentKinds.find((known) => known === name);
  if (kind === undefined) throw new Error(`Unknown document kind "${name}".`);
  return kind;
}

export interface RecognitionOptions {
  readonly configured: DocumentKind | undefined;
  /** Whether that is from front matter. */
  readonly isFromFrontMatter?: boolean | undefined;
  /** Whether front matter may say what the document is; it may where omitted. */
  readonly hearsFrontMatter?: boolean;
  /** The document is a privacy policy unless its own title says another kind of policy. */
  readonly assumePolicy: boolean;
  /** What an open document was before the edit; it stays that, if it was any kind of policy. */
  readonly previousKind: DocumentKind | undefined;
  /** Its last part is the file's name. */
  readonly documentKey: string;
  /** Of the document; read anew where omitted. */
  readonly words?: BlockWords;
}

/**
 * Tells what a document is: configuration, then front matter, then title and body decide.
 * `recognition` is `undefined` where the language has no pack; then only the first two can.
 */
export function recogniseKind(
  document: PolicyDocument,
  language: string,
  recognition: CompiledRecognition | undefined,
  options: RecognitionOptions,
): Recognition {
  const decide: Decide = (kind, reason, span) => ({
    kind,
    reason,
    span,
    language,
  });
  if (options.configured !== undefined) {
    return decide(options.configured, options.isFromFrontMatter === true ? "front-matter" : "configuration");
  }
  const named = options.hearsFrontMatter === false ? undefined : kindInFrontMatter(document);
  if (named !== undefined) return decide(named.kind, "front-matter", named.value.span);
  const read =
    recognition === undefined
      ? decide("not-a-policy", "none")
      : readKind(document, options.words ?? new BlockWords(document), recognition, options.documentKey, decide);
  if (options.assumePolicy) {
    const isNamed = read.reason === "title" && read.kind !== "not-a-policy";
    return isNamed || read.kind === "privacy-policy" ? read : decide("privacy-policy", "assumed");
  }
  const { previousKind } = options;
  if (previousKind === undefined || previousKind === "not-a-policy" || read.kind === previousKind) return read;
  return decide(previousKind, "assumed");
}

/** `clauselint: privacy-policy`; a value that is no kind decides nothing. */
function kindInFrontMatter({
  frontMatter,
}: PolicyDocument): { readonly kind: DocumentKind; readonly value: FrontMatterValue } | undefined {
  const value = frontMatter?.values.get("clauselint");
  const kind = documentKinds.find((known) => known === value?.value.trim());
  return kind === undefined || value === undefined ? undefined : { kind, value };
}

type Decide = (kind: DocumentKind, reason: KindReason, span?: Recognition["span"]) => Recognition;

function readKind(
  document: PolicyDocument,
  words: BlockWords,
  recognition: CompiledRecognition,
  documentKey: string,
  decide: Decide,
): Recognition {
  const title = readTitles(document, words, recognition, documentKey);
  if (title.verdict === "named") return byTitle(title, bodyEvidence(document, words, recognition, isSettled), decide);
  const body = bodyEvidence(document, words, recognition, isPlain);
  const kind = kindOfBody(body, title);
  if (title.verdict === "competing" && kind === "not-a-policy") return decide(kind, "title", title.span);
  if (title.verdict === "file-name") return decide(kind, kind === "not-a-policy" ? "none" : "file-name");
  if (kind === "not-a-policy") return decide(kind, "none");
  return title.kind === kind ? decide(kind, "title", title.span) : decide(kind, "body", body.first.get(kind));
}

/** A title that names a kind is enough, unless a body that is there speaks of something else altogether. */
function byTitle({ kind, span }: TitleReading, body: BodyEvidence, decide: Decide): Recognition {
  const { against, policy } = numbers(body);
  const isPrivacy = kind === "privacy-policy" || kind === "template";
  const isElsewhere = isPrivacy && against >= 3 && against > policy;
  const isAboutTemplates = kind === "template" && policy < 3;
  return isElsewhere || isAboutTemplates ? decide("not-a-policy", "none") : decide(kind, "title", span);
}

/** With a title, a beginning that does not speak against it will do. */
function isSettled(body: BodyEvidence): boolean {
  const { policy, against } = numbers(body);
  return (policy >= 3 && policy >= 2 * against) || body.sentences >= 60;
}

/** Reading on would not change the verdict on a document that is all of a piece: it says all of a policy, or next to nothing. */
function isPlain(body: BodyEvidence): boolean {
  const { policy, against, other } = numbers(body);
  const variety = body.variety.get("privacy-policy") ?? 0;
  if (body.sentences >= 100 && variety < 2) return true;
  const isClear = policy >= 0.25 * body.sentences && (against + other) * 4 < policy;
  return body.sentences >= 40 && variety >= 8 && isClear;
}

interface Needed {
  /** How many different things the body says. */
  readonly variety: number;
  /** In how many sentences, and in which share of all. */
  readonly sentences: number;
  readonly share: number;
  /** So many times as many sentences as speak against it. */
  readonly ratio: number;
}

/** What a body has to say to be a privacy policy's: the less the title says, the more. */
const needed: Readonly<Record<TitleReading["verdict"], Needed>> = {
  named: { variety: 0, sentences: 0, share: 0, ratio: 0 },
  "file-name": { variety: 3, sentences: 3, share: 0.06, ratio: 4 },
  weak: { variety: 3, sentences: 3, share: 0.06, ratio: 1.5 },
  none: { variety: 5, sentences: 4, share: 0.12, ratio: 4 },
  doubtful: { variety: 5, sentences: 5, share: 0.1, ratio: 6 },
  competing: { variety: 9, sentences: 10, share: 0.3, ratio: 10 },
};

/** What the body is, as far as the title lets it be; only a policy about data is told by its body alone. */
function kindOfBody(body: BodyEvidence, { verdict, kind: meant }: TitleReading): DocumentKind {
  const { against, policy, other, cookies } = numbers(body);
  const isMeant = verdict !== "doubtful" && (body.count.get(meant) ?? 0) >= Math.max(3, 0.04 * body.sentences);
  if (isMeant && meant === "cookie-policy") return body.beyondCookies > cookies ? "privacy-policy" : meant;
  if (isMeant && (meant === "terms" || meant === "other-policy")) return meant;
  const { variety, sentences, share, ratio } = needed[verdict];
  const isPolicy =
    (body.variety.get("privacy-policy") ?? 0) >= variety &&
    policy >= Math.max(sentences, share * body.sentences) &&
    policy > ratio * against &&
    policy >= other;
  if (!isPolicy) return "not-a-policy";
  return cookies > 6 * body.beyondCookies ? "cookie-policy" : "privacy-policy";
}

function numbers({ count }: BodyEvidence): { policy: number; against: number; other: number; cookies: number } {
  const of = (kind: DocumentKind) => count.get(kind) ?? 0;
  return {
    policy: of("privacy-policy"),
    against: of("not-a-policy"),
    other: of("terms") + of("other-policy"),
    cookies: of("cookie-policy"),
  };
}
