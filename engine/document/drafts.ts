import type { BlockKind, HeadingStyle } from "./model";

/** A list while a document is read; all its items share it. */
export interface DraftList {
  /** The item that holds the list; `undefined` for a list at the top. */
  readonly parent: Draft | undefined;
  /** From 1. */
  readonly depth: number;
}

/** A block while a document is read: refers to others by identity, since headings are still to be found and split off. */
export interface Draft {
  kind: BlockKind;
  start: number;
  end: number;
  /** The level of a heading that is written with one; 0 where it has to be worked out. */
  level: number;
  style: HeadingStyle | undefined;
  readonly quoted: boolean;
  /** Only for list items. */
  list: DraftList | undefined;
  /** Where the list marker begins; only for list items. */
  marker: number | undefined;
  /** For what follows the first paragraph of a list item, that paragraph. */
  readonly item: Draft | undefined;
  readonly tableHeaders: readonly Draft[];
}

/** A draft with everything that most drafts have not. */
export function draft(kind: BlockKind, start: number, end: number, rest: Partial<Draft> = {}): Draft {
  return {
    kind,
    start,
    end,
    level: 0,
    style: undefined,
    quoted: false,
    list: undefined,
    marker: undefined,
    item: undefined,
    tableHeaders: [],
    ...rest,
  };
}

/** Whether a block is no longer than `most` and does not end like a sentence. */
export function isFragment(text: string, { start, end }: Draft, most: number): boolean {
  return end - start <= most && !/[.!?:]["'”’)*_]*$/.test(text.slice(Math.max(start, end - 4), end));
}
