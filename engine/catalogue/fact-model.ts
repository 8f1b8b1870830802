import type { ValueType } from "../analysis/model";

export type FactType = "text" | "email" | "url" | "boolean" | "choice" | "choices" | "list" | "age" | "day";

/** Something that an organisation states about itself in its configuration: an entry of `catalogue/facts.json`. */
export interface FactSource {
  readonly type: FactType;
  /** A noun phrase for messages, for example "the legal name of the company". */
  readonly title: string;
  /** What `init` asks. */
  readonly question: string;
  /** A value, as written in a configuration. */
  readonly example?: string;
  /** For choices: each value with what it means. */
  readonly options?: Readonly<Record<string, string>>;
  /** A clause that states the value, with `{value}`. */
  readonly says?: string;
  readonly effects?: readonly FactEffect[];
  readonly checks?: readonly FactCheck[];
}

/** What follows from a value. */
export interface FactEffect {
  /** The value, or the values of which one will do; whatever the value is where it is omitted. */
  readonly when?: boolean | string | readonly string[];
  /** A clause that gives the reason. */
  readonly says: string;
  /** Signals that hold as if the text gave them. */
  readonly turnsOn?: readonly string[];
  /** Regimes that hold where the configuration leaves that to the text. */
  readonly regimes?: readonly string[];
  /** Disclosures that are not applicable where the text does not say them. */
  readonly notApplicable?: readonly string[];
  /** What a text says that the fact cannot be true with. */
  readonly against?: readonly Contrary[];
}

export interface Contrary {
  /** What the text says, as a clause that begins with "that". */
  readonly finds: string;
  readonly signals?: readonly string[];
  /** Disclosure → ways of saying it. */
  readonly variants?: Readonly<Record<string, readonly string[]>>;
  /** Disclosure → patterns of its words. */
  readonly patterns?: Readonly<Record<string, readonly string[]>>;
  /** A fact in whose place the countries of a sentence may lie without being contrary. */
  readonly unlessWithin?: string;
}

/** What a text gives that is to be the fact's value. */
export interface FactCheck {
  readonly disclosure: string;
  readonly variants: readonly string[];
  /** Types of values; the check fails where sentences have one, and the fact's is nowhere in the text. */
  readonly values?: readonly ValueType[];
  /** Compares the elements of the law in place of values. */
  readonly elements?: true;
  /** A noun phrase with `{found}`. */
  readonly finds: string;
}

/** How facts are written in a language: `catalogue/languages/<lang>/fact-words.json`. */
export interface FactWords {
  /** What stands between the parts of a list, and before its last one. */
  readonly list: { readonly between: string; readonly last: string };
  /** January first. */
  readonly months: readonly string[];
  /** With `{day}`, `{month}` and `{year}`. */
  readonly day: string;
  /** Fact → option → words. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Fact → option → countries and regions that lie in the place that it means. */
  readonly places: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
