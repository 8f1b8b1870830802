import { QuoteType, Tokenizer } from "htmlparser2";

/** The attributes that decide something here, by their names; a value is as written, "" where there is none. */
export type HtmlAttributes = ReadonlyMap<string, string>;

/** A tag as it stands in the text. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** Whether it ends with a slash. */
  readonly selfClosing: boolean;
  readonly start: number;
  /** After the closing angle bracket. */
  readonly end: number;
  /** Whether it has an attribute with a value, of whatever name. */
  readonly hasValues: boolean;
  readonly attributes: HtmlAttributes;
}

/** What a reader of HTML is told, in the order of the text. */
export interface HtmlEvents {
  /** Text between tags, entities as written; several pieces may follow one another. */
  words(start: number, end: number): void;
  tag(tag: HtmlTag): void;
  /** A comment, a declaration or a processing instruction. */
  comment(start: number, end: number): void;
}

const kept = new Set([
  "aria-hidden",
  "aria-level",
  "class",
  "colspan",
  "hidden",
  "href",
  "id",
  "lang",
  "open",
  "role",
  "rowspan",
  "style",
  "xml:lang",
]);

const none: HtmlAttributes = new Map();

/** Splits HTML into tags and text as a browser does; never fails, and takes linear time. */
export function readTokens(text: string, from: number, events: HtmlEvents): void {
  const source = from === 0 ? text : text.slice(from);
  let nameStart = 0;
  let name = "";
  let attribute = "";
  let value = "";
  let hasValues = false;
  let attributes: Map<string, string> | undefined;
  const tag = (start: number, end: number, closing: boolean, selfClosing: boolean) => {
    events.tag({
      name,
      closing,
      selfClosing,
      start: start + from,
      end: end + from,
      hasValues,
      attributes: attributes ?? none,
    });
  };
  const nothing = () => {};
  /** The tokenizer says where the words of a comment are, and not where its mark begins. */
  const comment = (start: number, end: number) => {
    events.comment(source.lastIndexOf("<", start - 1) + from, Math.min(source.length, end + 1) + from);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      ontext: (start, end) => events.words(start + from, end + from),
      onopentagname(start, end) {
        nameStart = start - 1;
        name = source.slice(start, end).toLowerCase();
        hasValues = false;
        attributes = undefined;
      },
      onattribname(start, end) {
        const written = source.slice(start, end).toLowerCase();
        attribute = kept.has(written) ? written : "";
        value = "";
      },
      onattribdata(start, end) {
        if (attribute !== "") value += source.slice(start, end);
      },
      onattribend(quote) {
        if (quote !== QuoteType.NoValue) hasValues = true;
        if (attribute === "") return;
        attributes ??= new Map();
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: (end) => tag(nameStart, end + 1, false, false),
      onselfclosingtag: (end) => tag(nameStart, end + 1, false, true),
      onclosetag(start, end) {
        name = source.slice(start, end).toLowerCase();
        attributes = undefined;
        hasValues = false;
        const close = source.indexOf(">", end);
        tag(source.lastIndexOf("<", start), close < 0 ? source.length : close + 1, true, false);
      },
      oncomment: comment,
      ondeclaration: comment,
      onprocessinginstruction: comment,
      oncdata: comment,
      onattribentity: nothing,
      ontextentity: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
