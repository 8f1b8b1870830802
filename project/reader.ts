import type { ConfigPlace } from "../engine/config";
import { nearest } from "../engine/nearest";
import type { Span } from "../engine/span";
import { type ConfigNode, type MapEntry, type MapNode, quoted, shown } from "./config-node";
import { compileGlob, type Glob } from "./globs";
import type { Complaints, ProblemCode } from "./problems";

/** Reads values of one file, and complains of each that is not as it should be; what cannot be used is `undefined`. */
export interface Reader {
  readonly complaints: Complaints;
  place(span: Span): ConfigPlace;
  text(node: ConfigNode, what: string): string | undefined;
  boolean(node: ConfigNode, what: string): boolean | undefined;
  map(node: ConfigNode, what: string): MapNode | undefined;
  /** The items of a list; what stands alone is a list of one. */
  list(node: ConfigNode, what: string): readonly ConfigNode[];
  /** The texts of a list; what stands alone is a list of one. */
  texts(node: ConfigNode, what: string): readonly TextNode[];
  globs(node: ConfigNode, what: string): readonly Glob[];
  glob(node: TextNode): Glob | undefined;
  /** An ISO day that the calendar has. */
  day(node: ConfigNode, what: string): string | undefined;
  /** One of the names that there are; `what` is a noun ("rule"). */
  name(node: TextNode, what: string, known: readonly string[], code: ProblemCode): string | undefined;
  /** Hands each entry to the function of its key; others are complained about. */
  keys(node: MapNode, where: string, functions: Readonly<Record<string, (entry: MapEntry) => void>>): void;
}

export interface TextNode {
  readonly span: Span;
  readonly value: string;
}

export function createReader(complaints: Complaints): Reader {
  const wrong = (node: ConfigNode, what: string, expected: string): undefined => {
    const isEmpty = node.kind === "scalar" && node.value === null;
    complaints.add(
      node.span,
      "invalid-value",
      isEmpty ? `${what} has no value` : `${what} cannot be ${shown(node)}`,
      isEmpty ? `write ${expected}, or leave it out` : `write ${expected}`,
    );
  };
  const reader: Reader = {
    complaints,
    place: (span) => ({ path: complaints.file.path, span }),
    text(node, what) {
      if (node.kind === "scalar" && typeof node.value === "string" && node.value.trim() !== "") return node.value;
      // YAML takes 5 for a number and no for a text, and people mean what they wrote.
      if (node.kind === "scalar" && typeof node.value === "number") return String(node.value);
      return wrong(node, what, "a text");
    },
    boolean(node, what) {
      if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
      return wrong(node, what, "true or false");
    },
    map: (node, what) => (node.kind === "map" ? node : wrong(node, what, "names with their values")),
    list(node, what) {
      if (node.kind === "list") return node.items;
      if (node.kind === "scalar" && node.value !== null) return [node];
      wrong(node, what, "a list");
      return [];
    },
    texts: (node, what) =>
      reader.list(node, what).flatMap((item): TextNode[] => {
        const value = reader.text(item, node.kind === "list" ? `an entry of ${what}` : what);
        return value === undefined ? [] : [{ span: item.span, value }];
      }),
    globs: (node, what) => reader.texts(node, what).flatMap((text) => reader.glob(text) ?? []),
    glob(node) {
      const glob = compileGlob(node.value);
      if (!("message" in glob)) return glob;
      complaints.add(node.span, "invalid-pattern", glob.message, glob.remedy);
      return undefined;
    },
    day(node, what) {
      const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : "";
      return isDay(text) ? text : wrong(node, what, "a day as YYYY-MM-DD");
    },
    name(node, what, known, code) {
      if (known.includes(node.value)) return node.value;
      complaints.add(node.span, code, `there is no ${what} ${quoted(node.value)}`, () =>
        namesToWrite(node.value, known),
      );
      return undefined;
    },
    keys(node, where, functions) {
      const known = Object.keys(functions);
      for (const entry of node.entries) {
        if (Object.hasOwn(functions, entry.key)) {
          functions[entry.key]?.(entry);
          continue;
        }
        const message = `there is no setting ${quoted(entry.key)} ${where}`;
        complaints.add(entry.keySpan, "unknown-key", message, () => namesToWrite(entry.key, known));
      }
    },
  };
  return reader;
}

/** What to write in place of an unknown name. */
export function namesToWrite(name: string, known: readonly string[]): string {
  const near = name.length > 100 ? undefined : nearest(name.toLowerCase(), known);
  if (near !== undefined) return `did you mean ${near}?`;
  if (known.length === 0) return "leave it out";
  return known.length <= 40 ? `there are: ${known.join(", ")}` : "leave it out, or look up its name";
}

/** Whether it is a day that the calendar has, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= length;
}
