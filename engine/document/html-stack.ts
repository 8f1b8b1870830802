/** Deeper elements are read as if they were not there, as browsers do; what looks up the stack stays linear. */
const deepest = 500;

/** The elements that are open, innermost last. */
export class OpenElements<Element extends { readonly name: string }> {
  readonly open: Element[] = [];
  /** How many elements of each name are open. */
  private readonly counts = new Map<string, number>();
  /** How many elements of each name were too deep to be opened. */
  private readonly tooDeep = new Map<string, number>();

  /** `closed` is told of each element that is closed, innermost first. */
  constructor(private readonly closed: (element: Element) => void) {}

  get top(): Element | undefined {
    return this.open.at(-1);
  }

  push(element: Element): void {
    const { name } = element;
    if (this.open.length >= deepest) {
      this.tooDeep.set(name, (this.tooDeep.get(name) ?? 0) + 1);
      return;
    }
    this.open.push(element);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** The index of the innermost open element that `isWanted`, if no element that `stops` lies in it; -1 where there is none. */
  find(name: string, stops: (element: Element) => boolean): number {
    if (!this.counts.get(name)) return -1;
    for (let index = this.open.length - 1; index >= 0; index -= 1) {
      const element = this.open[index] as Element;
      if (element.name === name) return index;
      if (stops(element)) return -1;
    }
    return -1;
  }

  /** Whether a closing tag is that of an element that was too deep. */
  takeTooDeep(name: string): boolean {
    const count = this.tooDeep.get(name) ?? 0;
    if (count > 0) this.tooDeep.set(name, count - 1);
    return count > 0;
  }

  /** Closes the element at `index` and all within it. */
  closeFrom(index: number): void {
    while (this.open.length > index) {
      const element = this.open.pop() as Element;
      this.counts.set(element.name, (this.counts.get(element.name) as number) - 1);
      this.closed(element);
    }
  }
}
