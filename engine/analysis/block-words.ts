import type { Block, PolicyDocument, Prose } from "../document/model";
import { project } from "../document/prose";
import { emptyTokens, type Tokens, tokenize } from "../match/tokens";
import { lowerBound } from "../match/values-time";
import { type Tags, tag, type Vocabulary } from "../match/vocabulary";

/** The tokens of a block's prose with their concepts. */
export interface TaggedProse {
  readonly tokens: Tokens;
  readonly tags: Tags;
}

/** The words of a document's blocks, each read once, although recognising the document and analysing it both ask for them. */
export class BlockWords {
  private readonly sources: (string | undefined)[] = [];
  private readonly proses: (Prose | undefined)[] = [];
  private readonly tagged: (TaggedProse | undefined)[] = [];

  constructor(private readonly document: PolicyDocument) {}

  source({ index, span }: Block): string {
    return (this.sources[index] ??= copied(this.document.text.slice(span.start, span.end)));
  }

  prose(block: Block): Prose {
    let prose = this.proses[block.index];
    if (prose === undefined) {
      prose = this.project(block, this.source(block));
      this.proses[block.index] = prose;
    }
    return prose;
  }

  /** The prose of a part of a block. */
  project({ quoted }: Block, source: string): Prose {
    const { linkLabels, format } = this.document;
    return project(source, { quoted, linkLabels, format });
  }

  /** `vocabulary` is that of the document's language. */
  tags(block: Block, vocabulary: Vocabulary): TaggedProse {
    let tagged = this.tagged[block.index];
    if (tagged === undefined) {
      tagged = tagProse(this.prose(block), vocabulary);
      this.tagged[block.index] = tagged;
    }
    return tagged;
  }

  /** Lets go of what no longer is asked for once every block was analysed. */
  forgetTags(): void {
    this.tagged.length = 0;
  }
}

/** A part of a string refers to the whole, which makes every look at a character of it slower than copying it once. */
function copied(part: string): string {
  return [part.slice(0, 1), part.slice(1)].join("");
}

export function tagProse({ text, sentences }: Pick<Prose, "text" | "sentences">, vocabulary: Vocabulary): TaggedProse {
  const tokens = emptyTokens();
  tokenize(text, 0, text.length, vocabulary.words, tokens);
  const ends = sentences.map(({ end }) => lowerBound(tokens.start, end));
  return { tokens, tags: tag(vocabulary, tokens, text, ends) };
}
