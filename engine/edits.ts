/** Makes text mean itself in a snippet, where `$`, `}` and `\` have a meaning. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/**
 * The text that a snippet inserts when nobody fills its tab stops: `${1:[period]}` becomes `[period]`, `$0` nothing,
 * and `\$`, `\}` and `\\` lose their backslash. Anything else stays as it is.
 */
export function snippetToPlainText(snippet: string): string {
  let plain = "";
  let open = 0;
  let index = 0;
  while (index < snippet.length) {
    const character = snippet[index] as string;
    const next = snippet[index + 1] ?? "";
    if (character === "\\" && (next === "$" || next === "}" || next === "\\")) {
      plain += next;
      index += 2;
      continue;
    }
    const stop = character === "$" ? tabStop(snippet, index) : undefined;
    if (stop !== undefined) {
      if (stop.isOpen) open += 1;
      index = stop.end;
      continue;
    }
    if (character === "}" && open > 0) open -= 1;
    else plain += character;
    index += 1;
  }
  return plain;
}

/** `$1`, `${1}` or the beginning `${1:` of a stop with a default; `undefined` where a dollar is just a dollar. */
function tabStop(snippet: string, start: number): { end: number; isOpen: boolean } | undefined {
  const tabStops = /\$(?:\d+|\{\d+([:}]))/y;
  tabStops.lastIndex = start;
  const match = tabStops.exec(snippet);
  return match === null ? undefined : { end: start + match[0].length, isOpen: match[1] === ":" };
}
