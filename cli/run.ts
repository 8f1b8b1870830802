import { isPolicy } from "../engine/analysis/analyse";
import { type Finding, severities } from "../engine/finding";
import type { LintResult } from "../engine/linter";
import { nearest } from "../engine/nearest";
import { formatOf } from "../project/format";
import { type ReadProblem, type ReadResult, readBytes, readDocument, unknownFormat } from "../project/read-document";
import type { ResolvedConfig } from "../project/resolve-config";
import type { BaselineDocument, SettledBaselines, SettleOptions } from "./config/baselines";
import { findGrounds } from "./config-grounds";
import { createProblemPrinter } from "./config-problems";
import { type Configuration, type CreateLinter, createConfiguration, unnamed } from "./configuration";
import { displayPath, type Source, selectFiles } from "./files";
import type { Host } from "./host";
import type { RunOptions } from "./options";
import { printable } from "./reporters/cells";
import { createColours, wantsColours } from "./reporters/colours";
import { createJsonReporter } from "./reporters/json";
import { createPrettyReporter } from "./reporters/pretty";
import type { LintSummary, Reporter, Write } from "./reporters/reporter";
import { version } from "./version";

/** 0: nothing at or above the failing severity; 1: findings; 2: usage, an unreadable file, an internal error, no file. */
export type ExitCode = 0 | 1 | 2;

/** Reads what the options name and reports on each of it; what cannot be read does not keep the rest from it. */
export async function run(host: Host, options: RunOptions, createLinter: CreateLinter): Promise<ExitCode> {
  const { patterns, command } = options;
  const asOf = options.asOf ?? host.today();
  let hasFailed = false;
  const complain = (path: string, { message, remedy }: ReadProblem) => {
    hasFailed = true;
    host.writeError(`clauselint: ${[path, message].map(printable).join(": ")}; ${printable(remedy)}\n`);
  };

  const configuration = createConfiguration(host, options, createLinter);
  const { linter } = configuration;
  const unknown = unknownRegime(options.regimes ?? [], [...linter.catalogue.regimes.keys()]);
  if (unknown !== undefined) {
    host.writeError(`clauselint: ${printable(unknown)}\n`);
    return 2;
  }
  const problems = createProblemPrinter(host);
  const { sources, unmatched } = await selectFiles(host, patterns.length > 0 ? patterns : ["."], async (path) => {
    const { isIgnored, isListed, resolve } = await configuration.load(path);
    const isWanted = !isIgnored && isListed !== false;
    // A mistake may be the reason why a file is left out.
    if (!isWanted) problems.print((await resolve("")).problems);
    return isWanted;
  });
  for (const each of unmatched) complain(each.argument, each);

  const total = { ...nothingFound };
  let printed = "";
  const reporter = createReporter(host, options, { asOf, catalogue: linter.catalogue.version }, (text) => {
    printed += text;
  });
  const flush = async () => {
    const text = printed;
    printed = "";
    if (text !== "") await host.writeOutput(text);
  };

  const known: BaselineDocument[] = [];
  for (const source of sources) {
    const path = pathOf(host, source, options);
    const settings = await configuration.load(source.path ?? namedInput(host, options));
    if (settings.isIgnored) {
      total.ignored += 1;
      problems.print((await settings.resolve("")).problems);
      continue;
    }
    const document = await read(host, source, options);
    if (document.problem !== undefined) {
      complain(path ?? "standard input", document.problem);
      continue;
    }
    const resolved = await settings.resolve(document.text);
    problems.print(resolved.problems);
    const result = (await configuration.linterFor(resolved.packs)).lint({
      text: document.text,
      format: document.format,
      config: options.regimes === undefined ? resolved.config : { ...resolved.config, regimes: options.regimes },
      asOf,
      documentKey: resolved.documentKey ?? path ?? "",
      assumePolicy: options.assumePolicy,
    });
    count(total, result);
    const absolute = source.path ?? namedInput(host, options);
    if (absolute !== undefined && concernsBaseline(resolved, result, options)) {
      known.push(forBaseline(absolute, resolved, result));
    }
    if (command === "coverage") reporter.coverage(path ?? unnamed, result);
    // Whoever writes them down knows them by then.
    else if (!options.updatesBaseline || options.format === "json")
      reporter.lint(path ?? unnamed, result, await findGrounds(host, result.findings));
    if (options.requirePolicy && !isPolicy(result.analysis.recognition.kind)) {
      complain(path ?? "standard input", {
        message: "is not taken for a policy, and --require-policy asks that it is one",
        remedy: "give it the title of a policy, or use --assume-policy",
      });
    }
    if (result.findings.some(({ ruleId }) => ruleId === internalError)) hasFailed = true;
    await flush();
  }
  const isUpdate = options.updatesBaseline && !hasFailed && !problems.hasPrinted;
  if (options.updatesBaseline && !isUpdate) {
    host.writeError(
      "clauselint: the baseline is not written, since not everything could be read; correct that first\n",
    );
  }
  const { unmatched: gone, written } = await settle(configuration, { host, documents: known, isUpdate });
  if (options.format === "pretty") for (const line of written) printed += `${line}\n`;
  if (command === "lint") reporter.lintEnd(total, gone);
  else reporter.coverageEnd({ documents: total.documents, policies: total.policies });
  await flush();
  if (hasFailed || problems.hasPrinted) return 2;
  return command === "lint" && !isUpdate && fails(total, options.failOn) ? 1 : 0;
}

/** Only a run with a baseline needs what settles it. */
async function settle(
  configuration: Configuration,
  options: Omit<SettleOptions, "resolver">,
): Promise<SettledBaselines> {
  if (options.documents.length === 0) return { unmatched: [], written: [] };
  const { settleBaselines } = await import("./config/entry");
  return settleBaselines({ ...options, resolver: await configuration.resolver() });
}

/** What is no policy has no findings to be known, save where it was one. */
function concernsBaseline(
  { config, documentKey }: ResolvedConfig,
  { analysis }: LintResult,
  { updatesBaseline }: RunOptions,
): boolean {
  if (config.baseline === undefined && !updatesBaseline) return false;
  const isKnown = (config.baseline?.size ?? 0) > 0 && config.baselineKey === documentKey;
  return isKnown || isPolicy(analysis.recognition.kind);
}

function forBaseline(path: string, { config }: ResolvedConfig, result: LintResult): BaselineDocument {
  const findings = result.findings.filter(({ ruleId }) => ruleId !== internalError);
  return {
    path,
    formerKey: config.baselineKey,
    findings: findings.map(({ ruleId, fingerprint, state }) => ({ ruleId, fingerprint, state })),
    unmatched: result.unmatchedBaseline,
  };
}

const nothingFound = {
  ...{ documents: 0, policies: 0, error: 0, warning: 0, information: 0, hint: 0 },
  ...{ baselined: 0, suppressed: 0, ignored: 0 },
};
/** The rule id under which the linter reports that a rule has failed. */
const internalError: Finding["ruleId"] = "internal-error";

function createReporter(
  host: Host,
  { format, regimes }: RunOptions,
  head: { readonly asOf: string; readonly catalogue: string },
  write: Write,
): Reporter {
  if (format === "json") {
    return createJsonReporter(
      write,
      { version: 1, tool: version, catalogue: head.catalogue, asOf: head.asOf },
      regimes,
    );
  }
  const colours = createColours(wantsColours(host.isTerminal, host.environment));
  return createPrettyReporter(write, { colours, columns: host.columns ?? 100, regimes });
}

/** What to tell about a regime that the catalogue does not have; `undefined` where it has all of them. */
function unknownRegime(asked: readonly string[], known: readonly string[]): string | undefined {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown === undefined) return undefined;
  const near = nearest(unknown, known);
  const meant = near === undefined ? "" : `did you mean ${near}? `;
  return `there is no regime ${JSON.stringify(unknown)}; ${meant}there are: ${known.join(", ")}`;
}

/** `undefined` for standard input that has no name. */
function pathOf(host: Host, { path }: Source, { stdinFilename }: RunOptions): string | undefined {
  if (path !== undefined) return displayPath(host, path);
  const named = namedInput(host, { stdinFilename });
  return named === undefined ? undefined : displayPath(host, named);
}

/** The absolute path of standard input's name. */
function namedInput(host: Host, { stdinFilename }: Pick<RunOptions, "stdinFilename">): string | undefined {
  return stdinFilename === undefined ? undefined : host.resolve(stdinFilename);
}

async function read(host: Host, { path }: Source, { stdinFilename }: RunOptions): Promise<ReadResult> {
  if (path !== undefined) return readDocument(host.fileSystem, path);
  const format = stdinFilename === undefined ? "markdown" : formatOf(stdinFilename);
  if (format === undefined) return { problem: unknownFormat(stdinFilename ?? "") };
  return readBytes(await host.readStandardInput(), format);
}

function count(total: { -readonly [Key in keyof LintSummary]: number }, { analysis, findings }: LintResult): void {
  total.documents += 1;
  if (isPolicy(analysis.recognition.kind)) total.policies += 1;
  for (const { severity, state } of findings) total[state === "new" ? severity : state] += 1;
}

function fails(total: LintSummary, failOn: RunOptions["failOn"]): boolean {
  if (failOn === "never") return false;
  return severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => total[severity] > 0);
}
