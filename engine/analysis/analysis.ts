import type { Catalogue } from "../catalogue/compile";
import type { LintConfig } from "../config";
import type { FoldedDocument } from "../document/folded";
import type { Block, PolicyDocument, Prose } from "../document/model";
import type { Span } from "../span";
import type { CheckedAssertion } from "./assertions";
import type { FoundSignal } from "./configured-facts";
import type { Contradiction } from "./contradictions";
import type { DamagedPlace } from "./damaged-text";
import type { EmptyValue } from "./empty-values";
import type { InvisibleCharacter } from "./invisible-characters";
import type { ActiveRegime, DisclosureFacts, Recognition } from "./model";
import type { Placeholder } from "./placeholders";
import type { FoundWording } from "./wordings";

/** The facts of one document, gathered once and read by every rule. */
export interface Analysis {
  readonly document: PolicyDocument;
  readonly catalogue: Catalogue;
  readonly config: LintConfig;
  readonly recognition: Recognition;
  /** The core set first, then by id. */
  readonly regimes: readonly ActiveRegime[];
  /** The conditions of duties that the text or a fact of the configuration gives, by signal id. */
  readonly signals: ReadonlyMap<string, FoundSignal>;
  /** By disclosure id, in the order of the catalogue; empty where the language has no pack or the document is no policy. */
  readonly disclosures: ReadonlyMap<string, DisclosureFacts>;
  /** Where the text and the facts of the configuration disagree. */
  readonly contradictions: readonly Contradiction[];
  /** The evidence that the configuration asserts. */
  readonly assertions: readonly CheckedAssertion[];
  /** Unfilled placeholders in document order, absolute spans. */
  readonly placeholders: readonly Placeholder[];
  /** Lost values in document order, absolute spans. */
  readonly emptyValues: readonly EmptyValue[];
  /** Words that a house does not use, in document order, absolute spans. */
  readonly wordings: readonly FoundWording[];
  /** What a wrong encoding left, by block: one list for each that has any, in document order, absolute spans. */
  readonly damage: readonly (readonly DamagedPlace[])[];
  /** Invisible characters, by block as well. */
  readonly invisible: readonly (readonly InvisibleCharacter[])[];
  /** Where a document-scope finding goes if no section is better: title line, front matter's title, or first line of the body. */
  readonly titleSpan: Span;
  /** The visible words of the document, to look words up in; made when they are first asked for. */
  words(): FoldedDocument;
  /** The projection of a block; offsets relative to the block. */
  prose(block: Block): Prose;
  /** An absolute source span for a span in the projection of a block. */
  toSource(block: Block, prose: Span): Span;
}
