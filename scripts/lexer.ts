/** A token of TypeScript source; comments and white space are no tokens. */
export interface Token {
  readonly kind: "name" | "string" | "template" | "regex" | "number" | "punctuator";
  /** As written; for strings and templates without a substitution, the characters between the quotation marks. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Splits TypeScript into tokens, well enough to find imports, names and string literals.
 * Code within the `${}` of a template gives its own tokens; JSX is not known.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;

  const push = (kind: Token["kind"], text: string, startLine = line) => tokens.push({ kind, text, line: startLine });
  const skipTo = (end: number) => {
    for (; at < end && at < source.length; at += 1) if (source[at] === "\n") line += 1;
  };
  const readCode = (closing: "}" | undefined) => {
    let depth = 0;
    while (at < source.length) {
      const char = source.charAt(at);
      const pair = source.slice(at, at + 2);
      if (char === "}" && closing === "}" && depth === 0) return;
      if (/\s/.test(char)) skipTo(at + 1);
      else if (pair === "//") skipTo(endOf("\n", at));
      else if (pair === "/*") skipTo(endOf("*/", at + 2) + 2);
      else if (char === '"' || char === "'") readString(char);
      else if (char === "`") readTemplate();
      else if (char === "/" && regexMayFollow(tokens.at(-1))) readRegex();
      else if (/[\w$#]/.test(char) || char > "\x7f") readWord();
      else {
        if (char === "{") depth += 1;
        if (char === "}") depth -= 1;
        push("punctuator", char);
        at += 1;
      }
    }
  };
  const endOf = (mark: string, from: number) => {
    const found = source.indexOf(mark, from);
    return found < 0 ? source.length : found;
  };
  const readString = (quote: string) => {
    const start = at + 1;
    at = start;
    while (at < source.length && source[at] !== quote && source[at] !== "\n") at += source[at] === "\\" ? 2 : 1;
    push("string", source.slice(start, at));
    at += 1;
  };
  const readTemplate = () => {
    const startLine = line;
    at += 1;
    let piece = at;
    let isWhole = true;
    while (at < source.length && source[at] !== "`") {
      if (source[at] === "\\") skipTo(at + 2);
      else if (source.startsWith("${", at)) {
        isWhole = false;
        at += 2;
        readCode("}");
        at += 1;
        piece = at;
      } else skipTo(at + 1);
    }
    if (isWhole) push("string", source.slice(piece, at), startLine);
    else push("template", "", startLine);
    at += 1;
  };
  const readRegex = () => {
    const start = at;
    let inClass = false;
    for (at += 1; at < source.length && (inClass || source[at] !== "/") && source[at] !== "\n"; at += 1) {
      if (source[at] === "\\") at += 1;
      else if (source[at] === "[") inClass = true;
      else if (source[at] === "]") inClass = false;
    }
    at += 1;
    while (/[a-z]/.test(source.charAt(at))) at += 1;
    push("regex", source.slice(start, at));
  };
  const readWord = () => {
    const start = at;
    while (at < source.length && (/[\w$#]/.test(source.charAt(at)) || source.charAt(at) > "\x7f")) at += 1;
    const text = source.slice(start, at);
    push(/^\d/.test(text) ? "number" : "name", text);
  };

  readCode(undefined);
  return tokens;
}

const beforeRegex = new Set("return typeof case in of delete void throw new else do await yield".split(" "));

function regexMayFollow(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === "name") return beforeRegex.has(previous.text);
  return previous.kind === "punctuator" && !")]}".includes(previous.text);
}
