import type { Assertion, ConfigPlace, DocumentKind, FactValue, RuleSetting, Suppression } from "../engine/config";
import type { FilePattern, Glob } from "./globs";
import type { ConfigFile } from "./problems";

/** A value with the place where it is set. */
export interface Placed<T> {
  readonly value: T;
  readonly place: ConfigPlace;
}

/** What files, overrides and front matter can set; a key that is not there leaves what lies below. */
export interface Settings {
  readonly kind?: Placed<DocumentKind>;
  readonly language?: Placed<string>;
  readonly regimes?: Placed<"auto" | readonly string[]>;
  readonly rules: ReadonlyMap<string, Placed<RuleSetting>>;
  readonly facts: ReadonlyMap<string, Placed<FactValue>>;
  readonly variables: ReadonlyMap<string, Placed<string>>;
  readonly evidence: readonly ScopedAssertion[];
  readonly suppressions: readonly ScopedSuppression[];
}

/** Evidence for the documents that `files` names; for all where it names none. */
export interface ScopedAssertion {
  readonly assertion: Assertion;
  readonly files: readonly Glob[];
}

/** A suppression in the documents that `files` names; in all where it names none. */
export interface ScopedSuppression {
  readonly suppression: Suppression;
  readonly files: readonly Glob[];
}

export interface Override {
  readonly files: readonly Glob[];
  readonly settings: Settings;
}

/** One configuration as it is written, without what it extends. */
export interface Layer {
  readonly source: "preset" | "file";
  readonly file: ConfigFile;
  readonly settings: Settings;
  readonly files: readonly FilePattern[];
  readonly ignore: readonly Glob[];
  readonly overrides: readonly Override[];
  /** Rules that nothing above may weaken. */
  readonly locked: readonly Placed<string>[];
  /** An absolute path. */
  readonly baseline?: Placed<string>;
  readonly inlineConfig?: Placed<boolean>;
  readonly preview?: Placed<boolean>;
}

/** What a file refers to, read before anything else of it: packs bring names that the rest may use. */
export interface References {
  /** As written. */
  readonly extends: readonly Placed<string>[];
  /** Absolute paths. */
  readonly packs: readonly Placed<string>[];
}
