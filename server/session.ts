import type { Diagnostic, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isPolicy } from "../engine/analysis/analyse";
import type { Analysis } from "../engine/analysis/analysis";
import { type AnalysisCache, createAnalysisCache } from "../engine/analysis/cache";
import type { DocumentKind } from "../engine/config";
import type { DocumentFormat } from "../engine/document/model";
import { type Finding, type Severity, severities } from "../engine/finding";
import { fingerprint } from "../engine/fingerprint";
import type { Linter, LintInput, LintResult } from "../engine/linter";
import type { ConfigProblem } from "../project/problems";
import { maxFileSize } from "../project/read-document";
import type { ResolvedConfig } from "../project/resolve-config";
import type { ClientSupport } from "./client-support";
import type { Configurations } from "./configurations";
import { type Converter, createConverter, toConfigDiagnostic, toDiagnostic } from "./convert";
import { documentKey, isDraft } from "./document-key";
import type { Host } from "./host";
import type { Log } from "./log";
import { rulePage } from "./rule-page";
import type { Settings } from "./settings";

/** The result for one version of an open document. */
export interface Linted {
  readonly result: LintResult;
  /** Holds as long as the document has this version. */
  readonly converter: Converter;
  readonly diagnostics: readonly Diagnostic[];
  /** Differs whenever the diagnostics do. */
  readonly resultId: string;
  /** Whether the user chose the kind. */
  readonly isChosen: boolean;
  /** The linter that the packs of the configuration have made. */
  readonly linter: Linter;
  readonly resolved: ResolvedConfig;
}

/** What the server keeps of every open document beside its text. */
export interface Session {
  open(document: TextDocument): void;
  saved(document: TextDocument): void;
  close(uri: string): void;
  /** The open documents of a format that can be read. */
  uris(): readonly string[];
  /**
   * The result for the current version: the stored one, or a new one.
   * `undefined` where the document is not open, of a language that is not read, too long, or left alone by configuration.
   */
  lint(uri: string): Promise<Linted | undefined>;
  /** The words in a range of the current version; `undefined` where the document is not open. */
  textAt(uri: string, range: Range): string | undefined;
  /** Tells the mistakes in the configuration of an open document anew, without reading the document. */
  check(uri: string): Promise<void>;
  /** `undefined` where the document is not open. */
  version(uri: string): number | undefined;
  /** Whether the text has changed since it was last opened or saved, or the user chose its kind. */
  isDirty(uri: string): boolean;
  /** `undefined` lets reading decide again. Returns whether the document is open. */
  setKind(uri: string, kind: DocumentKind | undefined): boolean;
}

interface OpenDocument {
  readonly document: TextDocument;
  readonly format: DocumentFormat;
  cache: AnalysisCache;
  /** The linter whose words the cache knows. */
  cacheOf: Linter | undefined;
  chosenKind: DocumentKind | undefined;
  recognised: { readonly kind: DocumentKind; readonly title: string } | undefined;
  linted: Linted | undefined;
  /** What the result depends on beside the text. */
  lintedFor: string;
  settledVersion: number;
  isRefused: boolean;
}

const formats: ReadonlyMap<string, DocumentFormat> = new Map([
  ["markdown", "markdown"],
  ["html", "html"],
  ["plaintext", "plaintext"],
  // Vim's name for it.
  ["text", "plaintext"],
]);

export interface SessionOptions {
  readonly host: Host;
  readonly log: Log;
  readonly support: ClientSupport;
  readonly configurations: Configurations;
  /** Never rejects. */
  readonly settings: (uri: string) => Promise<Settings>;
  /** The addresses of the open folders at the moment. */
  readonly folders: () => readonly string[];
  /** Called after every new result. */
  readonly onLint: (uri: string, linted: Linted) => void;
  /** Called where a configuration leaves a document alone. */
  readonly onIgnored: (uri: string, version: number) => void;
  /** Called with the mistakes in the configuration of a document, or `undefined` when it is closed. */
  readonly onProblems: (uri: string, problems: readonly ConfigProblem[] | undefined) => void;
}

export function createSession(options: SessionOptions): Session {
  const { host, log, support, configurations, settings, folders } = options;
  const opened = new Map<string, OpenDocument>();

  async function lint(uri: string): Promise<Linted | undefined> {
    for (;;) {
      const { configPath, minimumSeverity } = await settings(uri);
      const { generation } = configurations;
      const loaded = await configurations.load(uri, configPath);
      // Meanwhile a file may have changed.
      if (generation !== configurations.generation) continue;
      const open = opened.get(uri);
      if (open === undefined || isTooLong(open)) return undefined;
      const asOf = host.today();
      const own = documentKey(uri, folders());
      const lintedFor = [asOf, own, open.chosenKind ?? "", generation, configPath, minimumSeverity].join("\u0000");
      if (open.linted?.converter.version === open.document.version && open.lintedFor === lintedFor) return open.linted;
      const converter = createConverter(open.document);
      const resolved = loaded.resolve(converter.text);
      const place = configurations.placeOf(uri);
      tell(uri, resolved);
      if (resolved.isIgnored) {
        open.linted = undefined;
        options.onIgnored(uri, converter.version);
        return undefined;
      }
      const linter = configurations.linterFor(resolved.packs);
      const { config } = resolved;
      const result = read(open, linter, {
        text: converter.text,
        format: open.format,
        config: open.chosenKind === undefined ? config : { ...config, kind: open.chosenKind },
        asOf,
        documentKey: isDraft(uri) ? own : (resolved.documentKey ?? own),
      });
      const shown = result.findings.filter(({ state, severity }) => state !== "suppressed" && isShown(severity));
      // Meanwhile the document may change, and is read again then; what was analysed is not lost.
      const textAt = (path: string) => (path === place ? converter : configurations.knownTextOf(path));
      const unread = placesOf(shown).filter((path) => textAt(path) === undefined);
      const texts = await Promise.all(unread.map((path) => configurations.textOf(path)));
      if (texts.some((text) => text !== undefined) || open.document.version !== converter.version) continue;
      if (generation !== configurations.generation) continue;
      const diagnostics = shown.map((finding) =>
        toDiagnostic(finding, converter, support, {
          page: rulePage(linter, finding.ruleId),
          mayBeSuppressed: maySuppress(linter, resolved, finding.ruleId),
          ground: finding.configPlace && textAt(finding.configPlace.path),
        }),
      );
      const ownProblems = resolved.problems.filter(({ path }) => path === place);
      diagnostics.push(...ownProblems.map((problem) => toConfigDiagnostic(problem, converter)));
      const resultId = fingerprint([String(converter.version), JSON.stringify(diagnostics)]);
      const isChosen = open.chosenKind !== undefined;
      open.linted = { result, converter, diagnostics, resultId, isChosen, linter, resolved };
      open.lintedFor = lintedFor;
      log.debug(
        `${uri}: version ${converter.version}, ${result.analysis.recognition.kind}, ${diagnostics.length} finding(s)`,
      );
      options.onLint(uri, open.linted);
      return open.linted;

      function isShown(severity: Severity): boolean {
        return severities.indexOf(severity) <= severities.indexOf(minimumSeverity);
      }
    }
  }

  /** The mistakes that are not in the document itself. */
  function tell(uri: string, resolved: ResolvedConfig): void {
    configurations.watch(resolved);
    const place = configurations.placeOf(uri);
    options.onProblems(
      uri,
      resolved.problems.filter(({ path }) => path !== place),
    );
  }

  async function check(uri: string): Promise<void> {
    const { enable, configPath } = await settings(uri);
    const loaded = await configurations.load(uri, configPath);
    const open = opened.get(uri);
    if (open === undefined) return;
    if (enable) tell(uri, loaded.resolve(createConverter(open.document).text));
    else options.onProblems(uri, undefined);
  }

  /** A document that was recognised stays what it is until its title changes. */
  function read(open: OpenDocument, linter: Linter, input: LintInput): LintResult {
    if (open.cacheOf !== linter) open.cache = createAnalysisCache();
    open.cacheOf = linter;
    const { recognised, chosenKind, cache } = open;
    let result =
      recognised === undefined || chosenKind !== undefined
        ? linter.lint(input, cache)
        : linter.lint({ ...input, previousKind: recognised.kind }, cache);
    let title = titleOf(result.analysis);
    if (recognised !== undefined && chosenKind === undefined && title !== recognised.title) {
      result = linter.lint(input, cache);
      title = titleOf(result.analysis);
    }
    const { kind } = result.analysis.recognition;
    if (chosenKind === undefined) open.recognised = isPolicy(kind) ? { kind, title } : undefined;
    return result;
  }

  function isTooLong(open: OpenDocument): boolean {
    const { length } = open.document.getText();
    if (length <= maxFileSize) {
      open.isRefused = false;
      return false;
    }
    if (!open.isRefused) log.warning(`${open.document.uri} is not read: ${length} characters, at most ${maxFileSize}`);
    open.isRefused = true;
    open.linted = undefined;
    return true;
  }

  return {
    open(document) {
      const format = formats.get(document.languageId);
      if (format === undefined) {
        opened.delete(document.uri);
        return;
      }
      opened.set(document.uri, {
        document,
        format,
        cache: createAnalysisCache(),
        cacheOf: undefined,
        chosenKind: undefined,
        recognised: undefined,
        linted: undefined,
        lintedFor: "",
        settledVersion: document.version,
        isRefused: false,
      });
    },
    saved(document) {
      const open = opened.get(document.uri);
      if (open !== undefined) open.settledVersion = document.version;
    },
    close(uri) {
      opened.delete(uri);
      options.onProblems(uri, undefined);
    },
    uris: () => [...opened.keys()],
    lint,
    check,
    textAt: (uri, range) => opened.get(uri)?.document.getText(range),
    version: (uri) => opened.get(uri)?.document.version,
    isDirty(uri) {
      const open = opened.get(uri);
      return open !== undefined && open.document.version !== open.settledVersion;
    },
    setKind(uri, kind) {
      const open = opened.get(uri);
      if (open === undefined) return false;
      open.chosenKind = kind;
      open.recognised = undefined;
      open.settledVersion = open.document.version;
      return true;
    },
  };
}

/** The words of front matter's title and of the first heading; "" where there is neither. */
function titleOf({ document }: Analysis): string {
  const heading = document.blocks.find(({ kind }) => kind === "heading");
  const words = heading === undefined ? "" : document.text.slice(heading.span.start, heading.span.end);
  return `${document.frontMatter?.values.get("title")?.value ?? ""}\n${words}`.trim();
}

/** The configuration files that findings rest on, each once. */
function placesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ configPlace }) => configPlace?.path ?? []))];
}

/** A locked rule cannot be suppressed, and neither can what tells of suppressions, nor the linter's own messages. */
function maySuppress(linter: Linter, { config }: ResolvedConfig, ruleId: string): boolean {
  const rule = linter.rules.find(({ id }) => id === ruleId);
  return rule !== undefined && rule.runsLast !== true && config.locked?.includes(ruleId) !== true;
}
