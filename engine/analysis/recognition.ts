import type { RecognitionSource } from "../catalogue/model";
import { type DocumentKind, documentKinds } from "../config";
import type { FrontMatterValue, PolicyDocument } from "../document/model";
import { compilePattern, type Pattern } from "../match/patterns";
import type { Vocabulary } from "../match/vocabulary";
import { type BodyEvidence, bodyEvidence } from "./body-evidence";
import type { KindReason, Recognition } from "./model";
import { type CompiledClaims, compileClaims } from "./regimes";
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
  readonly body: readonly KindPattern[];
  readonly claims: CompiledClaims;
}

export interface KindPattern {
  /** `not-a-policy` for what speaks against a policy. */
  readonly kind: DocumentKind;
  readonly match: Pattern["match"];
  readonly triggers: ReadonlySet<number | string>;
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
 * `vocabulary` contains the concepts that `recognitionConcepts` gives.
 * @throws Error naming the part that is unknown.
 */
export function compileRecognition(source: RecognitionSource, vocabulary: Vocabulary): CompiledRecognition {
  const concept = (name: string) => vocabulary.concepts.get(name) as number;
  const kinds = (entries: Readonly<Record<string, unknown>>, nameOf: (kind: string) => string) =>
    new Map(Object.keys(entries).map((kind) => [concept(nameOf(kind)), toKind(kind)]));
  const body: KindPattern[] = [];
  const add = (kind: DocumentKind, patterns: RecognitionSource["againstBody"]) => {
    for (const { id, match: pattern } of patterns) {
      const { match, triggers } = compilePattern(pattern, vocabulary);
      if (triggers === undefined) throw new Error(`The pattern "${id}" of ${kind} names no word.`);
      body.push({ kind, match, triggers: new Set(triggers) });
    }
  };
  for (const [kind, patterns] of Object.entries(source.body)) add(toKind(kind), patterns);
  add("not-a-policy", source.againstBody);
  return {
    vocabulary,
    titles: kinds(source.titles, conceptOf.title),
    weakTitles: kinds(source.weakTitles, conceptOf.weakTitle),
    competingTitle: concept(conceptOf.competing),
    doubtfulTitle: concept(conceptOf.doubtful),
    body,
    claims: compileClaims(source, vocabulary),
  };
}

function toKind(name: string): DocumentKind {
  const kind = documentKinds.find((known) => known === name);
  if (kind === undefined) throw new Error(`Unknown document kind "${name}".`);
  return kind;
}

export interface RecognitionOptions {
  readonly configured: DocumentKind | undefined;
  /** The document is a privacy policy unless its own title says another kind of policy. */
  readonly assumePolicy: boolean;
  /** What an open document was before the edit; it stays that, if it was any kind of policy. */
  readonly previousKind: DocumentKind | undefined;
  /** Its last part is the file's name. */
  readonly documentKey: string;
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
  if (options.configured !== undefined) return decide(options.configured, "configuration");
  const named = kindInFrontMatter(document);
  if (named !== undefined) return decide(named.kind, "front-matter", named.value.span);
  const read =
    recognition === undefined
      ? decide("not-a-policy", "none")
      : readKind(document, recognition, options.documentKey, decide);
  if (options.assumePolicy) {
    const isNamed = read.reason === "title" && read.kind !== "not-a-policy";
    return isNamed || read.kind === "privacy-policy" ? read : decide("privacy-policy", "assumed");
  }
  const { previousKind } = options;
  if (previousKind === undefined || previousKind === "not-a-policy" || read.kind === previousKind) return read;
  return decide(previousKind, "assumed");
}

/** `clauselint: privacy-policy` or `kind: privacy-policy`; a value that is no kind decides nothing. */
function kindInFrontMatter({
  frontMatter,
}: PolicyDocument): { readonly kind: DocumentKind; readonly value: FrontMatterValue } | undefined {
  for (const key of ["clauselint", "kind"]) {
    const value = frontMatter?.values.get(key);
    const kind = documentKinds.find((known) => known === value?.value.trim());
    if (kind !== undefined && value !== undefined) return { kind, value };
  }
  return undefined;
}

type Decide = (kind: DocumentKind, reason: KindReason, span?: Recognition["span"]) => Recognition;

function readKind(
  document: PolicyDocument,
  recognition: CompiledRecognition,
  documentKey: string,
  decide: Decide,
): Recognition {
  const title = readTitles(document, recognition, documentKey);
  if (title.verdict === "competing") return decide("not-a-policy", "title", title.span);
  const body = bodyEvidence(document, recognition);
  if (title.verdict === "named") return byTitle(title, body, decide);
  if (!isPrivacyPolicy(body, title.verdict)) return decide("not-a-policy", "none");
  if (title.verdict === "file-name") return decide("privacy-policy", "file-name");
  if (title.kind === "privacy-policy") return decide("privacy-policy", "title", title.span);
  return decide("privacy-policy", "body", body.first.get("privacy-policy"));
}

/** A title that names a kind is enough, unless a body that is there speaks of something else altogether. */
function byTitle({ kind, span }: TitleReading, body: BodyEvidence, decide: Decide): Recognition {
  const { against, policy } = numbers(body);
  const isElsewhere = against >= 3 && against > policy;
  const isAboutTemplates = kind === "template" && policy < 3;
  return isElsewhere || isAboutTemplates ? decide("not-a-policy", "none") : decide(kind, "title", span);
}

/** Whether the body is one of a privacy policy; the less the title says, the more of it is asked for. */
function isPrivacyPolicy(body: BodyEvidence, title: TitleReading["verdict"]): boolean {
  const { against, policy, other } = numbers(body);
  const isSupported = title === "weak" || title === "file-name";
  const variety = isSupported ? 3 : title === "doubtful" ? 6 : 5;
  const share = isSupported ? 0.06 : 0.12;
  if ((body.variety.get("privacy-policy") ?? 0) < variety || policy < share * body.sentences) return false;
  return against * 4 < policy && other <= policy;
}

function numbers({ count }: BodyEvidence): { policy: number; against: number; other: number } {
  const of = (kind: DocumentKind) => count.get(kind) ?? 0;
  return { policy: of("privacy-policy"), against: of("not-a-policy"), other: of("terms") + of("other-policy") };
}
