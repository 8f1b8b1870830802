import type { ConfigPlace, DocumentKind } from "../engine/config";

/** A pattern of paths. Matching takes time linear in path and pattern, whatever is written. */
export interface Glob {
  /** As written. */
  readonly source: string;
  /** Whether what it matches is taken out again ("!drafts/**"). */
  readonly isNegated: boolean;
  /** Whether it can only be meant for one file, since nothing in it stands for anything else. */
  readonly isOneFile: boolean;
  /** `path` is relative to the folder of the configuration. */
  matches(path: string): boolean;
}

/** Longer ones are a mistake. */
export const longestGlob = 1_000;

/** What is wrong with a pattern, and what to do about it. */
export interface GlobError {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Understands `*`, `?`, `[a-z]`, `[!a]` and `{a,b}` within a name, `**` for any number of folders, `\` before a character that
 * means itself, and `!` at the start. A pattern that ends with a plain name also matches what lies below a folder of that name.
 */
export function compileGlob(source: string): Glob | GlobError {
  if (source.length > longestGlob) {
    return { message: `the pattern has ${source.length} characters`, remedy: `use at most ${longestGlob}` };
  }
  const isNegated = source.startsWith("!");
  const pattern = source.slice(isNegated ? 1 : 0).replace(/^(?:\.\/)+/, "");
  if (pattern.trim() === "") return { message: "the pattern is empty", remedy: "write a path, or leave it out" };
  if (/^(?:\/|[A-Za-z]:)/.test(pattern)) {
    return { message: "the pattern begins at the root", remedy: "write it from the folder of the configuration" };
  }
  if (/(?:^|\/)\.\.(?:\/|$)/.test(pattern)) {
    return { message: "the pattern leads out of the folder of the configuration", remedy: "leave the .. out" };
  }
  if (/\\[A-Za-z0-9_.-]/.test(pattern)) {
    return { message: "there is a backslash between names", remedy: 'write "/" between folders' };
  }
  const parsed = parse(pattern.replace(/\/+$/, ""));
  if ("message" in parsed) return parsed;
  const program = compile(parsed.sequence, pattern);
  const isOneFile = !isNegated && !/[*?[\]{}]/.test(pattern) && /\.[^./]+$/.test(pattern);
  return { source, isNegated, isOneFile, matches: (path) => runs(program, path) };
}

/** Whether the patterns, of which the last that matches decides, hold for a path. */
export function matchesAny(globs: readonly Glob[], path: string): boolean {
  return globs.findLast((glob) => glob.matches(path))?.isNegated === false;
}

/** Files that a project holds, and what they are where that is known. */
export interface FilePattern {
  readonly glob: Glob;
  readonly kind: DocumentKind | undefined;
  readonly language: string | undefined;
  readonly place: ConfigPlace;
}

type Item =
  | { readonly type: "one"; readonly test: (code: number) => boolean }
  | { readonly type: "star" }
  | { readonly type: "folders" }
  | { readonly type: "everything" }
  | { readonly type: "alternatives"; readonly sequences: readonly (readonly Item[])[] };

const slash = 47;
const isNoSlash = (code: number) => code !== slash;

/** Reads to the end, or within braces to the comma or brace that ends an alternative. */
function parse(pattern: string, from = 0, depth = 0): { sequence: Item[]; end: number } | GlobError {
  const sequence: Item[] = [];
  let at = from;
  while (at < pattern.length) {
    const character = pattern[at] as string;
    if (depth > 0 && (character === "," || character === "}")) return { sequence, end: at };
    if (character === "*") {
      let end = at;
      while (pattern[end] === "*") end += 1;
      const startsName = at === 0 || pattern[at - 1] === "/";
      if (end - at > 1 && startsName && pattern[end] === "/") {
        sequence.push({ type: "folders" });
        end += 1;
      } else sequence.push({ type: end - at > 1 && startsName && end === pattern.length ? "everything" : "star" });
      at = end;
    } else if (character === "?") {
      sequence.push({ type: "one", test: isNoSlash });
      at += 1;
    } else if (character === "[") {
      const read = parseClass(pattern, at);
      if ("message" in read) return read;
      sequence.push({ type: "one", test: read.test });
      at = read.end;
    } else if (character === "{") {
      if (depth >= 5) return { message: "the braces lie too deep in one another", remedy: "write two patterns" };
      const sequences: Item[][] = [];
      let end = at;
      do {
        const read = parse(pattern, end + 1, depth + 1);
        if ("message" in read) return read;
        sequences.push(read.sequence);
        end = read.end;
      } while (pattern[end] === ",");
      if (pattern[end] !== "}") return { message: "a brace does not end", remedy: 'add "}", or write "\\{"' };
      sequence.push({ type: "alternatives", sequences });
      at = end + 1;
    } else {
      const isEscaped = character === "\\" && at + 1 < pattern.length;
      const code = pattern.charCodeAt(isEscaped ? at + 1 : at);
      sequence.push({ type: "one", test: (other) => other === code });
      at += isEscaped ? 2 : 1;
    }
  }
  return { sequence, end: at };
}

function parseClass(pattern: string, from: number): { test: (code: number) => boolean; end: number } | GlobError {
  let at = from + 1;
  const isNegated = pattern[at] === "!" || pattern[at] === "^";
  if (isNegated) at += 1;
  const ranges: [number, number][] = [];
  for (let isFirst = true; at < pattern.length; isFirst = false) {
    if (pattern[at] === "]" && !isFirst) {
      const holds = (code: number) => ranges.some(([low, high]) => low <= code && code <= high);
      return { test: (code) => code !== slash && holds(code) !== isNegated, end: at + 1 };
    }
    const low = pattern.charCodeAt(at);
    const isRange = pattern[at + 1] === "-" && pattern[at + 2] !== "]" && at + 2 < pattern.length;
    ranges.push([low, isRange ? pattern.charCodeAt(at + 2) : low]);
    at += isRange ? 3 : 1;
  }
  return { message: "a bracket does not end", remedy: 'add "]", or write "\\["' };
}

/** States of an automaton: one takes a character, or leads on to others without. */
interface State {
  readonly test: ((code: number) => boolean) | undefined;
  readonly next: number[];
}

function compile(sequence: readonly Item[], pattern: string): readonly State[] {
  const states: State[] = [];
  const add = (test: State["test"], next: number[]) => states.push({ test, next }) - 1;
  const everything = (next: number) => {
    const loop = add(undefined, [next]);
    states[loop]?.next.push(add(() => true, [loop]));
    return loop;
  };
  // From the end, so that what follows is known. State 0 is the end of the path.
  const end = add(undefined, []);
  const isPlainName = !/[*?[\]{}]/.test(pattern.slice(pattern.lastIndexOf("/") + 1));
  let last = end;
  if (isPlainName) last = add(undefined, [end, add((code) => code === slash, [everything(end)])]);
  const build = (items: readonly Item[], after: number): number => {
    let next = after;
    for (const item of items.toReversed()) next = before(item, next);
    return next;
  };
  const before = (item: Item, next: number): number => {
    switch (item.type) {
      case "one":
        return add(item.test, [next]);
      case "everything":
        return everything(next);
      case "star": {
        const loop = add(undefined, [next]);
        states[loop]?.next.push(add(isNoSlash, [loop]));
        return loop;
      }
      case "folders": {
        const loop = add(undefined, [next]);
        const name = add(isNoSlash, []);
        states[loop]?.next.push(name);
        states[name]?.next.push(
          name,
          add((code) => code === slash, [loop]),
        );
        return loop;
      }
      case "alternatives": {
        const starts = item.sequences.map((each) => build(each, next));
        return add(undefined, starts);
      }
    }
  };
  const start = build(sequence, last);
  add(undefined, [start]);
  return states;
}

function runs(states: readonly State[], path: string): boolean {
  let current = new Set<number>();
  const enter = (into: Set<number>, index: number): void => {
    if (into.has(index)) return;
    into.add(index);
    const state = states[index] as State;
    if (state.test === undefined) for (const next of state.next) enter(into, next);
  };
  enter(current, states.length - 1);
  for (let at = 0; at < path.length && current.size > 0; at += 1) {
    const code = path.charCodeAt(at);
    const following = new Set<number>();
    for (const index of current) {
      const { test, next } = states[index] as State;
      if (test?.(code)) for (const each of next) enter(following, each);
    }
    current = following;
  }
  return current.has(0);
}

/** The pattern that matches the path alone: a file may be called "terms[1].md". */
export function globOf(path: string): string {
  return path.replace(/[*?[\]{}\\]/g, "\\$&").replace(/^!/, "\\!");
}
