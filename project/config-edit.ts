import {
  applyEdits,
  findNodeAtLocation,
  type ModificationOptions,
  modify,
  type ParseError,
  parseTree,
} from "jsonc-parser";
import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from "yaml";

/** In which notation a configuration is written. */
export type ConfigNotation = "json" | "yaml";

/** By the name of the file; a name without an extension (".clauselintrc") is YAML, of which JSON is a part. */
export function notationOf(path: string): ConfigNotation {
  return /\.jsonc?$/i.test(path) ? "json" : "yaml";
}

export type ConfigValue = Readonly<Record<string, unknown>>;

/** One thing that is added to a configuration. */
export type ConfigChange =
  /** At the end of the list under `key`. */
  | { readonly kind: "append"; readonly key: string; readonly value: ConfigValue }
  /** As `name` in the map under `key`; what was there is replaced. */
  | { readonly kind: "set"; readonly key: string; readonly name: string; readonly value: ConfigValue };

/**
 * The text of a configuration after a change; comments and order of everything else stay, and its layout
 * save what in JSON stands on the same line.
 * `undefined` where the text is broken, or has under the key something that nothing can be added to.
 * `root` leads to the configuration inside of the file: `["clauselint"]` in a package.json.
 */
export function changeConfig(
  text: string,
  notation: ConfigNotation,
  change: ConfigChange,
  root: readonly string[] = [],
): string | undefined {
  return notation === "json" ? changeJson(text, change, root) : changeYaml(text, change);
}

function changeJson(text: string, change: ConfigChange, root: readonly string[]): string | undefined {
  const start = text.trim() === "" ? `{}${lineEndOf(text)}` : text;
  const errors: ParseError[] = [];
  const tree = parseTree(start, errors, { allowTrailingComma: true });
  if (tree?.type !== "object" || errors.length > 0) return undefined;
  const path = [...root, change.key];
  const present = findNodeAtLocation(tree, path);
  const indentation = /^[\t ]+(?=")/m.exec(start)?.[0] ?? "  ";
  const insertSpaces = !indentation.startsWith("\t");
  const options: ModificationOptions = {
    formattingOptions: { insertSpaces, tabSize: insertSpaces ? indentation.length : 1, eol: lineEndOf(start) },
  };
  if (change.kind === "set") {
    if (present !== undefined && present.type !== "object") return undefined;
    return applyEdits(start, modify(start, [...path, change.name], change.value, options));
  }
  if (present === undefined) return applyEdits(start, modify(start, path, [change.value], options));
  if (present.type !== "array") return undefined;
  const behind = present.children?.length ?? 0;
  return applyEdits(start, modify(start, [...path, behind], change.value, { ...options, isArrayInsertion: true }));
}

/** YAML is changed as text: writing the whole document anew would lay out anew what others wrote. */
function changeYaml(text: string, change: ConfigChange): string | undefined {
  const document = parseDocument(text, { keepSourceTokens: true });
  const { contents } = document;
  if (document.errors.length > 0) return undefined;
  if (contents !== null && !isMap(contents)) {
    if (!isScalar(contents) || contents.value !== null) return undefined;
  }
  const map: YAMLMap | undefined = isMap(contents) ? contents : undefined;
  const present = map?.get(change.key, true);
  const isEmpty = present === undefined || (isScalar(present) && present.value === null);
  if (map?.flow === true || (!isEmpty && hasFlow(present))) return changeFlow(text, change);
  if (isEmpty && present !== undefined) return undefined;
  const eol = lineEndOf(text);
  if (isEmpty) return appendLines(text, text.length, [`${change.key}:`, ...indent(linesOf(change), "  ")], eol);
  if (change.kind === "append") {
    if (!isSeq(present) || present.range == null) return undefined;
    const column = columnOf(text, present.range[0]);
    return appendLines(text, endOfValue(text, present.range[1]), indent(linesOf(change), column), eol);
  }
  if (!isMap(present) || present.range == null) return undefined;
  if (present.has(change.name)) return changeFlow(text, change);
  const column = columnOf(text, present.range[0]);
  return appendLines(text, endOfValue(text, present.range[1]), indent(linesOf(change), column), eol);
}

/** What stands in braces or is replaced has no line of its own to add; the library writes the document. */
function changeFlow(text: string, change: ConfigChange): string | undefined {
  const document = parseDocument(text);
  const present = document.get(change.key);
  if (change.kind === "append") {
    if (present !== undefined && !isSeq(present)) return undefined;
    document.addIn([change.key], change.value);
  } else {
    if (present !== undefined && !isMap(present)) return undefined;
    document.setIn([change.key, change.name], change.value);
  }
  return document.toString({ lineWidth: 0 }).replaceAll("\n", lineEndOf(text));
}

function hasFlow(value: unknown): boolean {
  return (isMap(value) || isSeq(value)) && value.flow === true;
}

function linesOf(change: ConfigChange): readonly string[] {
  const value = change.kind === "append" ? [change.value] : { [change.name]: change.value };
  return stringify(value, { lineWidth: 0 }).trimEnd().split("\n");
}

function indent(lines: readonly string[], by: string): readonly string[] {
  return lines.map((line) => (line === "" ? "" : by + line));
}

/** The white space that stands before an offset in its line; for a list, before its dash. */
function columnOf(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return text.slice(start, offset).replace(/[^\t ].*$/s, "");
}

/** A value ends before the white space and comments that follow it. */
function endOfValue(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

/** Puts whole lines behind the line in which `offset` lies. */
function appendLines(text: string, offset: number, lines: readonly string[], eol: string): string {
  const rest = /[\r\n]/.exec(text.slice(offset));
  const end = rest === null ? text.length : offset + rest.index;
  const before = text.slice(0, end);
  const after = text.slice(end);
  const isBlank = before.trim() === "" && after.trim() === "";
  if (isBlank) return lines.join(eol) + eol;
  const head = offset === text.length ? before.trimEnd() : before;
  return head + eol + lines.join(eol) + (after.trim() === "" ? eol : after);
}

function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}
