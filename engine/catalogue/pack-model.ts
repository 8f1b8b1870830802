import type { DocumentKind } from "../config";
import type { Severity } from "../finding";
import type { ConceptSource, DisclosureLaw, DisclosureWords, PatternSource, SnippetSource } from "./model";

/** What an organisation adds to the catalogue: as written in a pack file, with everything filled in that may be left out there. */
export interface PackSource {
  /** Its laws, concepts and wordings begin with it; at the same time the id of the regime that asks for what it demands. */
  readonly id: string;
  /** Of the house rules, for messages: "Acme's house rules". */
  readonly name: string;
  readonly disclosures: readonly DisclosureLaw[];
  readonly languages: readonly PackLanguage[];
}

/** The words of a pack in one language. */
export interface PackLanguage {
  readonly id: string;
  readonly vocabulary: Readonly<Record<string, ConceptSource>>;
  readonly disclosures: readonly DisclosureWords[];
  readonly wording: readonly WordingSource[];
  /** Disclosure → the snippet that takes the place of the catalogue's. */
  readonly snippets: Readonly<Record<string, SnippetSource>>;
}

/** Words that a house does not use, or writes in another way. */
export interface WordingSource {
  readonly id: string;
  /** In the term notation; besides what `match` finds. */
  readonly terms?: readonly string[];
  readonly match?: PatternSource;
  /** Sentences that match this may use the words. */
  readonly unless?: PatternSource;
  /** What to write in their place; nothing is offered where it is omitted. */
  readonly instead?: string;
  /** Whether `instead` means just the same, so that it may be put in unattended. */
  readonly sameMeaning?: boolean;
  /** Why, as a clause behind a colon. */
  readonly reason: string;
  readonly severity?: Severity;
  readonly kinds?: readonly DocumentKind[];
}
