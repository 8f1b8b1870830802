import { endOfExpression, labelAt } from "./brackets";
import {
  character,
  htmlClasses,
  isAsciiPunctuation,
  isSpace,
  markdownClasses,
  plainClasses,
  wideClass,
} from "./characters";
import { closersOfCode } from "./code-spans";
import { Emphasis } from "./emphasis";
import { entityAt } from "./entities";
import { htmlMarkup } from "./html-document";
import type { HtmlMark } from "./html-markup";
import { separatesBlocks, tagAt } from "./inline-html";
import { type FoundMarkup, LinkBrackets } from "./links";
import type { InlineMarkupKind } from "./model";
import { Replacements } from "./replacements";
import { TagPairs } from "./tag-pairs";
import { autolinkAt, type BareUrl, urlAtColon, urlAtStop } from "./urls";

/** What a scan found; the markup is in no order. */
export interface Scan {
  readonly replacements: Replacements;
  readonly markup: readonly FoundMarkup[];
}

/** What the meaning of a block's source depends on. */
export interface ScanOptions {
  readonly quoted: boolean;
  readonly linkLabels: ReadonlySet<string>;
  /** Whether the text has Markdown in it; plain text has not. */
  readonly markdown: boolean;
  /** Whether it is HTML; Markdown has HTML in it anyway. */
  readonly html?: boolean;
}

/** Finds in one pass all that is not visible text in the source of a block, and its inline markup. */
export function scan(source: string, options: ScanOptions): Scan {
  const scanner = new Scanner(source, options);
  scanner.run();
  return scanner;
}

class Scanner implements Scan {
  readonly replacements = new Replacements();
  readonly markup: FoundMarkup[] = [];
  private readonly classes: Uint8Array;
  private readonly emphasis: Emphasis;
  private readonly links: LinkBrackets;
  private readonly tags = new TagPairs(this.markup);
  /** Up to here, everything but white space is as written: code, URLs, expressions of generators. */
  private literalEnd = 0;
  private codeClosers: Map<number, number> | undefined;
  private readonly notFound = new Set<string>();
  /** The tags of HTML, and how many of them were passed. */
  private marks: readonly HtmlMark[] | undefined;
  private passed = 0;

  constructor(
    private readonly source: string,
    private readonly options: ScanOptions,
  ) {
    this.classes = options.markdown ? markdownClasses : options.html ? htmlClasses : plainClasses;
    this.emphasis = new Emphasis(source, this.replacements, (start, end, innerStart, innerEnd) =>
      this.add("strong", start, end, innerStart, innerEnd),
    );
    this.links = new LinkBrackets({
      source,
      labels: options.linkLabels,
      replacements: this.replacements,
      markup: this.markup,
      emphasis: this.emphasis,
      markdown: options.markdown,
    });
  }

  run(): void {
    const { source, classes } = this;
    const { length } = source;
    let at = this.taskBox();
    while (at < length) {
      const code = source.charCodeAt(at);
      const kind = code < 128 ? (classes[code] as number) : wideClass(code);
      if (kind === character.plain) at += 1;
      else if (kind === character.space) at = this.spaces(at, code);
      else if (kind === character.nothing) this.replacements.add(at, ++at, "");
      else if (at < this.literalEnd) at += 1;
      else at = this.special(at, kind);
    }
    if (this.options.markdown) this.emphasis.resolve(undefined);
    this.tags.finish();
  }

  private special(at: number, kind: number): number {
    switch (kind) {
      case character.ampersand:
        return this.entity(at);
      case character.colon:
        return this.url(urlAtColon(this.source, at), at);
      case character.stop:
        return this.url(urlAtStop(this.source, at), at);
      case character.asterisk:
        return this.emphasis.read(at);
      case character.backtick:
        return this.codeSpan(at);
      case character.exclamation:
        return this.source.charCodeAt(at + 1) === 0x5b ? this.links.open(at, true) : at + 1;
      case character.openBracket:
        return this.footnote(at) ?? this.links.open(at, false);
      case character.closeBracket:
        return this.links.close(at);
      case character.less:
        return this.angle(at);
      case character.backslash:
        return this.escape(at);
      default:
        return this.brace(at);
    }
  }

  private add(
    kind: InlineMarkupKind,
    start: number,
    end: number,
    innerStart: number,
    innerEnd: number,
    target?: string,
  ): void {
    this.markup.push({ kind, start, end, innerStart, innerEnd, target });
  }

  /** Hides a whole construct. */
  private hide(kind: InlineMarkupKind, start: number, end: number): number {
    this.replacements.add(start, end, "");
    this.add(kind, start, end, end, end);
    return end;
  }

  private taskBox(): number {
    const box = this.options.markdown && /^\[[ xX]\](?=\s)/.test(this.source.slice(0, 4));
    if (box) this.replacements.add(0, 3, "");
    return box ? 3 : 0;
  }

  /** A run of white space, with the markers of quotations after its line ends, is one space. */
  private spaces(at: number, first: number): number {
    const { source } = this;
    let end = at;
    let code = first;
    do {
      end += 1;
      if (this.options.quoted && (code === 0x0a || code === 0x0d)) end = this.quoteMarkers(end);
      code = source.charCodeAt(end);
    } while (end < source.length && isSpace(code));
    if (end - at > 1 || first !== 0x20) this.replacements.add(at, end, " ");
    return end;
  }

  private quoteMarkers(at: number): number {
    const { source } = this;
    let end = at;
    for (let index = at; ; index++) {
      const code = source.charCodeAt(index);
      if (code === 0x3e) end = index + 1;
      else if (code !== 0x20 && code !== 0x09) return end;
    }
  }

  private entity(at: number): number {
    const entity = entityAt(this.source, at);
    if (entity === undefined) return at + 1;
    const code = entity.text.charCodeAt(0);
    const kind = code < 128 ? plainClasses[code] : wideClass(code);
    const text = kind === character.space ? " " : kind === character.nothing ? "" : entity.text;
    this.replacements.add(at, entity.end, text);
    return entity.end;
  }

  private url(url: BareUrl | undefined, at: number): number {
    if (url === undefined) return at + 1;
    const target = this.source.slice(url.start, url.end);
    this.add("autolink", url.start, url.end, url.start, url.end, target);
    this.literalEnd = url.end;
    return at + 1;
  }

  private codeSpan(at: number): number {
    const { source } = this;
    let start = at;
    while (source.charCodeAt(start) === 0x60) start += 1;
    this.codeClosers ??= closersOfCode(source);
    const closer = this.codeClosers.get(at);
    if (closer === undefined) return start;
    const end = closer + (start - at);
    this.replacements.add(at, start, "");
    this.add("code", at, end, start, closer);
    let next = start;
    this.literalEnd = closer;
    while (next < closer) next = this.literal(next);
    this.replacements.add(closer, end, "");
    return end;
  }

  /** One step within text that is as written. */
  private literal(at: number): number {
    const code = this.source.charCodeAt(at);
    const kind = code < 128 ? (plainClasses[code] as number) : wideClass(code);
    if (kind === character.space) return this.spaces(at, code);
    if (kind === character.nothing) this.replacements.add(at, at + 1, "");
    return at + 1;
  }

  private footnote(at: number): number | undefined {
    if (this.source.charCodeAt(at + 1) !== 0x5e || !this.options.markdown) return undefined;
    const found = labelAt(this.source, at);
    if (found === undefined || !/^\^[^\s^]{1,100}$/.test(found.label)) return undefined;
    return this.hide("footnote", at, found.end);
  }

  private angle(at: number): number {
    if (this.options.html) return this.mark(at);
    const { source } = this;
    const autolink = autolinkAt(source, at);
    if (autolink !== undefined) {
      const { end } = autolink;
      this.replacements.add(at, at + 1, "");
      this.add("autolink", at, end, at + 1, end - 1, autolink.target);
      for (let next = at + 1; next < end - 1; ) next = this.literal(next);
      this.replacements.add(end - 1, end, "");
      return end;
    }
    if (!this.options.markdown) return at + 1;
    if (source.startsWith("<!--", at)) {
      const end = this.find("-->", at + 4);
      return end === undefined ? at + 4 : this.hide("comment", at, end);
    }
    const next = source.charCodeAt(at + 1);
    if (next === 0x21 || next === 0x3f) {
      const end = this.find(next === 0x21 ? ">" : "?>", at + 2);
      return end === undefined ? at + 2 : this.hide("tag", at, end);
    }
    return this.tag(at);
  }

  /** In HTML, what begins with an angle bracket was found by its own parser. */
  private mark(at: number): number {
    this.marks ??= htmlMarkup(this.source);
    while ((this.marks[this.passed]?.start ?? Number.POSITIVE_INFINITY) < at) this.passed += 1;
    const mark = this.marks[this.passed];
    if (mark?.start !== at) return at + 1;
    this.replacements.add(at, mark.end, mark.isGap ? " " : "");
    if (mark.tag === undefined) this.add("comment", at, mark.end, mark.end, mark.end);
    else this.tags.take(mark.tag, at);
    return mark.end;
  }

  private tag(at: number): number {
    const tag = tagAt(this.source, at);
    if (tag === undefined) return at + 1;
    const { name, closing, end } = tag;
    if ((name === "script" || name === "style") && !closing && !tag.selfClosing) {
      const after = this.find(`</${name}>`, end);
      if (after !== undefined) return this.hide("tag", at, after);
    }
    const separates = separatesBlocks(name);
    const replacement = this.replacements.add(at, end, separates || name === "br" ? " " : "");
    if (separates) this.replacements.breaks.add(replacement);
    this.tags.take(tag, at);
    return end;
  }

  private escape(at: number): number {
    const next = this.source.charCodeAt(at + 1);
    if (next === 0x0a || next === 0x0d) {
      this.replacements.add(at, at + 1, "");
      return at + 1;
    }
    if (!isAsciiPunctuation(next)) return at + 1;
    this.replacements.add(at, at + 1, "");
    return at + 2;
  }

  /** Expressions of generators stay as they are; attribute lists after headings and links are not seen. */
  private brace(at: number): number {
    const { source } = this;
    const end = endOfExpression(source, at);
    if (end !== undefined) {
      this.literalEnd = end;
      return at + 2;
    }
    if (!this.options.markdown) return at + 1;
    const list = /^\{(?::[^{}\n]{0,200}|[#.][\w-]{1,100})\}/.exec(source.slice(at, at + 204));
    if (list === null) return at + 1;
    this.replacements.add(at, at + list[0].length, "");
    return at + list[0].length;
  }

  /** The end of the next occurrence; what is not there is looked for once only. */
  private find(text: string, from: number): number | undefined {
    if (this.notFound.has(text)) return undefined;
    const found = this.source.indexOf(text, from);
    if (found < 0) this.notFound.add(text);
    return found < 0 ? undefined : found + text.length;
  }
}
