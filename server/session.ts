import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isPolicy } from "../engine/analysis/analyse";
import type { Analysis } from "../engine/analysis/analysis";
import { type AnalysisCache, createAnalysisCache } from "../engine/analysis/cache";
import { type DocumentKind, defaultConfig } from "../engine/config";
import type { DocumentFormat } from "../engine/document/model";
import { fingerprint } from "../engine/fingerprint";
import type { Linter, LintInput, LintResult } from "../engine/linter";
import { maxFileSize } from "../project/read-document";
import type { ClientSupport } from "./client-support";
import { type Converter, createConverter, toDiagnostic } from "./convert";
import { documentKey } from "./document-key";
import type { Host } from "./host";
import type { Log } from "./log";
import { rulePage } from "./rule-page";

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
   * `undefined` where the document is not open, of a language that is not read, or too long.
   */
  lint(uri: string): Linted | undefined;
  /** `undefined` where the document is not open. */
  version(uri: string): number | undefined;
  /** Whether the text has changed since it was last opened or saved, or the user chose its kind. */
  isDirty(uri: string): boolean;
  /** `undefined` lets reading decide again. Returns whether the document is open. */
  setKind(uri: string, kind: DocumentKind | undefined): boolean;
  readonly linter: Linter;
}

interface OpenDocument {
  readonly document: TextDocument;
  readonly format: DocumentFormat;
  readonly cache: AnalysisCache;
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
  /** The addresses of the open folders at the moment. */
  readonly folders: () => readonly string[];
  /** Called after every new result. */
  readonly onLint: (uri: string, linted: Linted) => void;
}

export function createSession({ host, log, support, folders, onLint }: SessionOptions): Session {
  const opened = new Map<string, OpenDocument>();
  let linter: Linter | undefined;
  const getLinter = () => {
    linter ??= host.createLinter();
    return linter;
  };

  function lint(uri: string): Linted | undefined {
    const open = opened.get(uri);
    if (open === undefined || isTooLong(open)) return undefined;
    const asOf = host.today();
    const key = documentKey(uri, folders());
    const lintedFor = [asOf, key, open.chosenKind ?? ""].join("\u0000");
    if (open.linted?.converter.version === open.document.version && open.lintedFor === lintedFor) return open.linted;
    const converter = createConverter(open.document);
    const result = read(open, {
      text: converter.text,
      format: open.format,
      config: open.chosenKind === undefined ? defaultConfig : { ...defaultConfig, kind: open.chosenKind },
      asOf,
      documentKey: key,
    });
    const diagnostics = result.findings.map((finding) =>
      toDiagnostic(finding, converter, support, rulePage(getLinter(), finding.ruleId)),
    );
    const resultId = fingerprint([String(converter.version), JSON.stringify(diagnostics)]);
    open.linted = { result, converter, diagnostics, resultId, isChosen: open.chosenKind !== undefined };
    open.lintedFor = lintedFor;
    log.debug(
      `${uri}: version ${converter.version}, ${result.analysis.recognition.kind}, ${diagnostics.length} finding(s)`,
    );
    onLint(uri, open.linted);
    return open.linted;
  }

  /** A document that was recognised stays what it is until its title changes. */
  function read(open: OpenDocument, input: LintInput): LintResult {
    const { recognised, chosenKind, cache } = open;
    let result =
      recognised === undefined || chosenKind !== undefined
        ? getLinter().lint(input, cache)
        : getLinter().lint({ ...input, previousKind: recognised.kind }, cache);
    let title = titleOf(result.analysis);
    if (recognised !== undefined && chosenKind === undefined && title !== recognised.title) {
      result = getLinter().lint(input, cache);
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
    close: (uri) => void opened.delete(uri),
    uris: () => [...opened.keys()],
    lint,
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
    get linter() {
      return getLinter();
    },
  };
}

/** The words of front matter's title and of the first heading; "" where there is neither. */
function titleOf({ document }: Analysis): string {
  const heading = document.blocks.find(({ kind }) => kind === "heading");
  const words = heading === undefined ? "" : document.text.slice(heading.span.start, heading.span.end);
  return `${document.frontMatter?.values.get("title")?.value ?? ""}\n${words}`.trim();
}
