import type { Analysis } from "./analysis/analysis";
import type { PackSource } from "./catalogue/pack-model";
import type { DocumentKind, LintConfig, RuleSetting } from "./config";
import type { DocumentFormat } from "./document/model";
import type { Report, Severity } from "./finding";
import type { CheckedSuppression } from "./suppression";

export type RuleGroup = "disclosure" | "drafting" | "law" | "style" | "configuration";

/** A setting of a rule beside its severity; configurations are checked against it, and its schema is made from it. */
export type RuleOption = { /** A sentence for people. */ readonly title: string } & (
  | { readonly type: "boolean"; readonly default: boolean }
  | { readonly type: "integer"; readonly default: number; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: "text"; readonly default: string }
  | { readonly type: "choice"; readonly default: string; readonly choices: readonly string[] }
  | { readonly type: "list"; readonly default: readonly string[] }
);

/** Reads the options that a rule declares: the configured value, or the default. Asking for another one throws. */
export interface OptionReader {
  boolean(name: string): boolean;
  integer(name: string): number;
  /** A text or a choice. */
  text(name: string): string;
  list(name: string): readonly string[];
}

/** What a rule sees; everything in it is read-only. */
export interface RuleContext {
  readonly analysis: Analysis;
  /** An ISO day; rules never read a clock. */
  readonly asOf: string;
  readonly options: OptionReader;
  /** Suppressions that do not do what they say; none for rules that do not run last. */
  readonly suppressions: readonly CheckedSuppression[];
  readonly report: (report: Report) => void;
}

/** An example that is executed by the tests and shown on the rule's page. */
export interface RuleExample {
  /** The document; « and » mark the span of each expected finding (a text that itself contains them cannot be used). */
  readonly text: string;
  /** Markdown where omitted. */
  readonly format?: DocumentFormat;
  /** For a flagged example: the message ids in the order of the findings; all the rule's only message where omitted. */
  readonly messageIds?: readonly string[];
  /** The regimes that are pinned by configuration; decided by reading where omitted. */
  readonly regimes?: LintConfig["regimes"];
  /** The kind that is configured; decided by reading where omitted. */
  readonly kind?: DocumentKind;
  /** The language that is configured; English where omitted. */
  readonly language?: string;
  /** What the configuration sets of the rule's options. */
  readonly options?: RuleSetting["options"];
  /** What the configuration states. */
  readonly facts?: LintConfig["facts"];
  readonly evidence?: LintConfig["evidence"];
  readonly suppressions?: LintConfig["suppressions"];
  readonly locked?: LintConfig["locked"];
  /** House rules besides the catalogue. */
  readonly packs?: readonly PackSource[];
  /** An ISO day: what is "today"; the catalogue's own day where omitted. */
  readonly asOf?: string;
  /** The document after every fix of the rule was applied; only for rules with fixes. */
  readonly fixed?: string;
  readonly note?: string;
}

/**
 * One rule: its id is its file name, its page, its configuration key and its diagnostic code,
 * and reads after "allow …".
 */
export interface Rule {
  readonly id: string;
  /** Ids that it had in earlier versions; none where omitted. */
  readonly formerIds?: readonly string[];
  /** One line, for tables. */
  readonly summary: string;
  /** A paragraph: why it matters, with its sources. */
  readonly why: string;
  readonly group: RuleGroup;
  /** The severity of a report that names none. */
  readonly severity: Severity;
  /** `preview` rules are off unless asked for. */
  readonly status: "stable" | "preview";
  readonly since: string;
  /** The pack that it is from; such a rule has no page. */
  readonly pack?: string | undefined;
  /** Whether it runs when the findings of the others are known, and tells what became of them; nothing suppresses its own. */
  readonly runsLast?: boolean;
  /** The document kinds that the rule runs on. */
  readonly kinds: readonly DocumentKind[];
  /** By the name under which the configuration sets it; none where omitted. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Message id → text with `{placeholders}`; leads with the fact, no full stop at the end. */
  readonly messages: Readonly<Record<string, string>>;
  readonly examples: {
    readonly flagged: readonly RuleExample[];
    readonly passed: readonly RuleExample[];
  };
  readonly check: (context: RuleContext) => void;
}
