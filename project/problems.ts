import type { Span } from "../engine/span";

/** What kind of mistake a configuration has. */
export type ProblemCode =
  | "ambiguous-configuration"
  | "duplicate-key"
  | "extends-cycle"
  | "invalid-pack"
  | "invalid-path"
  | "invalid-pattern"
  | "invalid-value"
  | "locked-rule"
  | "missing-key"
  | "syntax"
  | "too-large"
  | "unknown-disclosure"
  | "unknown-fact"
  | "unknown-key"
  | "unknown-name"
  | "unknown-option"
  | "unknown-rule"
  | "unreachable"
  | "unsupported"
  | "untrusted-workspace";

/** A mistake in a configuration: a message leads with what is wrong, the remedy with what to do; neither ends with a full stop. */
export interface ConfigProblem {
  /** Of the file that has it; absolute. */
  readonly path: string;
  /** Offsets into that file's decoded text. */
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** A file as it was read, without a leading byte-order mark. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/** Notes what is wrong with one file. */
export interface Complaints {
  readonly file: ConfigFile;
  /** The remedy is asked for where it is told only, for looking up what was meant takes time. */
  add(span: Span, code: ProblemCode, message: string, remedy: string | (() => string)): void;
}

/** Nobody reads more of one file at once. */
const mostProblems = 100;

/** Complaints about a file that go to the end of `problems`. */
export function complaintsAbout(file: ConfigFile, problems: ConfigProblem[]): Complaints {
  let count = 0;
  return {
    file,
    add(span, code, message, remedy) {
      count += 1;
      if (count > mostProblems) return;
      const { line, column } = positionIn(file.text, span.start);
      const told = typeof remedy === "string" ? remedy : remedy();
      problems.push({ path: file.path, span, line, column, code, message, remedy: told });
    },
  };
}

function positionIn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  const end = Math.min(offset, text.length);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line += 1;
      start = at + 1;
    }
  }
  return { line, column: end - start + 1 };
}

/** Of two problems that which comes first: by file, then by place. */
export function compareProblems(a: ConfigProblem, b: ConfigProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.message < b.message ? -1 : 1);
}
