import type { Draft } from "./drafts";

/** A cell while its table is read. */
export interface HtmlCell {
  readonly column: number;
  readonly isHeader: boolean;
  /** The blocks that stand in it. */
  readonly drafts: Draft[];
  /** What the blocks' `tableHeaders` are; filled in when the table is read. */
  readonly headers: Draft[];
}

/** More text than this is a part of a page, no entry of a table. */
const longestEntry = 2000;

/** The name of a column is no longer. */
const longestName = 60;

const mostColumns = 1000;

/** A table while it is read: only its end shows whether it is one, or just puts parts of a page side by side. */
export class HtmlTable {
  /** Whether something in it shows that it is used for the layout of the page. */
  isLayout = false;
  isInHead = false;
  private readonly rows: { readonly cells: HtmlCell[]; readonly isHead: boolean }[] = [];
  /** For each column, how many rows more a cell from above reaches. */
  private reach: number[] = [];
  private column = 0;

  openRow(): void {
    this.rows.push({ cells: [], isHead: this.isInHead });
    this.column = 0;
  }

  openCell(isHeader: boolean, columns: number, rows: number): HtmlCell {
    if (this.rows.length === 0) this.openRow();
    while ((this.reach[this.column] ?? 0) > 0) this.passReached();
    const cell: HtmlCell = { column: this.column, isHeader, drafts: [], headers: [] };
    (this.rows.at(-1) as (typeof this.rows)[number]).cells.push(cell);
    const width = Math.min(columns, mostColumns - Math.min(this.column, mostColumns - 1));
    for (let index = 0; index < width; index += 1) this.reach[this.column + index] = rows - 1;
    this.column += width;
    return cell;
  }

  private passReached(): void {
    this.reach[this.column] = (this.reach[this.column] as number) - 1;
    this.column += 1;
  }

  /** Makes cells of the blocks, and gives them their headers; a layout's blocks stay what they are. */
  close(isBold: (draft: Draft) => boolean): void {
    if (this.isLayout || !this.isData()) return;
    const headers: (Draft | undefined)[] = [];
    this.rows.forEach(({ cells, isHead }, index) => {
      const first = cells[0]?.drafts[0];
      const filled = cells.filter(({ drafts }) => drafts.length > 0);
      const isHeaderRow =
        isHead ||
        (filled.length > 1 && filled.every(({ isHeader }) => isHeader)) ||
        (index === 0 &&
          filled.length > 1 &&
          (filled.every(({ drafts }) => drafts.every(isBold)) || this.looksLikeHead(filled)));
      for (const cell of cells) {
        for (const read of cell.drafts) if (read.kind === "paragraph") read.kind = "table-cell";
        if (isHeaderRow) headers[cell.column] = cell.drafts[0];
        else {
          const header = headers[cell.column];
          if (header !== undefined) cell.headers.push(header);
          if (first !== undefined && !cell.drafts.includes(first)) cell.headers.push(first);
        }
      }
    });
  }

  /** Whether a first row, which nothing marks, has the names of the columns: its words are few, and others below it are not. */
  private looksLikeHead(filled: readonly HtmlCell[]): boolean {
    const isShort = (cell: HtmlCell) => lengthOf(cell) <= longestName;
    if (!filled.every(isShort) || this.rows.some(({ cells }) => cells.some(({ isHeader }) => isHeader))) return false;
    // Where the first column has names only, the table says something of each of them, from its first row on.
    return filled.length > 2 || !this.rows.every(({ cells }) => cells.slice(0, 1).every(isShort));
  }

  private isData(): boolean {
    if (this.rows.some(({ cells, isHead }) => isHead || cells.some(({ isHeader }) => isHeader))) return true;
    if (this.rows.filter(({ cells }) => cells.length > 1).length < 2) return false;
    return this.rows.every(({ cells }) => cells.every((cell) => lengthOf(cell) <= longestEntry));
  }
}

function lengthOf({ drafts }: HtmlCell): number {
  return drafts.reduce((sum, { start, end }) => sum + end - start, 0);
}
