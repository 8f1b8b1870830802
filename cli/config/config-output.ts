/** What `clauselint config --format json` prints. */
export interface ConfigOutput {
  readonly version: 1;
  /** The document; `null` where none was named. */
  readonly path: string | null;
  /** The configuration file; `null` where there is none. */
  readonly config: string | null;
  /** Whether the configuration says that the document is to be left alone. */
  readonly ignored: boolean;
  /** Whether `files` names it; `null` where the configuration has no `files`. */
  readonly listed: boolean | null;
  readonly settings: readonly {
    /** For example "rules.missing-retention", or "rules.vague-language.max" for an option. */
    readonly key: string;
    /** `null`: decided by reading. */
    readonly value: unknown;
    readonly origin: OriginOutput;
  }[];
  readonly evidence: readonly {
    readonly disclosure: string;
    readonly quote?: string;
    readonly file?: string;
    readonly url?: string;
    readonly reason?: string;
    readonly place: PlaceOutput | null;
  }[];
  readonly suppressions: readonly {
    readonly rule: string;
    readonly section?: string;
    readonly quote?: string;
    readonly reason: string;
    /** An ISO day. */
    readonly until?: string;
    readonly place: PlaceOutput | null;
  }[];
  /** How many findings of the document it knows; `null` where there is no baseline. */
  readonly baseline: number | null;
  readonly packs: readonly string[];
  /** Every file that has a say, and every one that would have, were it there. */
  readonly files: readonly string[];
}

/** `line` is `null` for a preset. */
export interface PlaceOutput {
  readonly path: string;
  readonly line: number | null;
}

/** Which layer set a value, and where; `path` is `null` for a default. */
export interface OriginOutput {
  readonly layer: "defaults" | "preset" | "file" | "override" | "front matter";
  readonly path: string | null;
  readonly line: number | null;
}
