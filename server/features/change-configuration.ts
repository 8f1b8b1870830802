import { type ConfigChange, changeConfig, notationOf } from "../../project/config-edit";
import { innermostFolder } from "../../project/document-path";
import { newConfigName } from "../../project/find-config";
import { globOf } from "../../project/globs";
import { nameOf, parentOf, relativePath } from "../../project/paths";
import type { ServerContext } from "../context";
import { isDraft } from "../document-key";
import { runSafe } from "../log";
import { pathOf, uriOf } from "../paths";
import {
  type ChangeConfigurationParams,
  type ChangeConfigurationResult,
  changeConfigurationRequest,
  type DocumentParams,
  type MissingDisclosure,
  missingDisclosuresRequest,
  type Passage,
  passagesRequest,
} from "../protocol";

/** Nobody looks through more of them. */
const mostPassages = 2000;

/** `clauselint/changeConfiguration`, and what the client asks before: what is missing, and where it might stand. */
export function registerChangeConfiguration(context: ServerContext): void {
  const { connection, log, session } = context;
  connection.onRequest<ChangeConfigurationResult, void>(
    changeConfigurationRequest,
    (params: ChangeConfigurationParams) =>
      runSafe<ChangeConfigurationResult>(
        log,
        changeConfigurationRequest,
        { problem: "the configuration could not be changed; the output of Clauselint says why" },
        () => change(params, context),
      ),
  );
  connection.onRequest(missingDisclosuresRequest, ({ uri }: DocumentParams) =>
    runSafe<MissingDisclosure[]>(log, missingDisclosuresRequest, [], async () => {
      const linted = await session.lint(uri);
      if (linted === undefined) return [];
      const { findings, analysis } = linted.result;
      const missing = new Map<string, MissingDisclosure>();
      for (const { disclosure: id } of findings) {
        const status = id === undefined ? undefined : analysis.disclosures.get(id)?.status;
        if (id === undefined || (status !== "missing" && status !== "weak")) continue;
        missing.set(id, { id, status, title: analysis.catalogue.disclosures.get(id)?.title ?? id });
      }
      return [...missing.values()];
    }),
  );
  connection.onRequest(passagesRequest, ({ uri }: DocumentParams) =>
    runSafe<Passage[]>(log, passagesRequest, [], async () => {
      const linted = await session.lint(uri);
      if (linted === undefined) return [];
      const { document, prose } = linted.result.analysis;
      const passages: Passage[] = [];
      let section = "";
      for (const block of document.blocks) {
        if (block.kind === "code") continue;
        const { text, sentences } = prose(block);
        if (block.kind === "heading") section = text;
        else for (const { start, end } of sentences) passages.push({ text: text.slice(start, end), section });
        if (passages.length >= mostPassages) break;
      }
      return passages;
    }),
  );
}

async function change(
  { uri, change: asked }: ChangeConfigurationParams,
  { configurations, folders, session, settings }: ServerContext,
): Promise<ChangeConfigurationResult> {
  const linted = await session.lint(uri);
  const { configPath: named } = await settings.get(uri);
  const { configPath } = linted?.resolved ?? (await configurations.load(uri, named)).resolve("");
  const place = configurations.placeOf(uri);
  const path = configPath ?? `${innermostFolder(place, folders().map(pathOf)) ?? parentOf(place)}/${newConfigName}`;
  const folder = parentOf(path) ?? path;
  const own = isDraft(uri) ? undefined : relativePath(folder, place);
  const file = await configurations.textOf(path);
  if (file === undefined && configPath !== undefined) {
    return { problem: `${nameOf(path)} cannot be read; check that it is there` };
  }
  const text = changeConfig(
    file?.text ?? "",
    notationOf(path),
    toConfigChange(asked, own === undefined ? undefined : globOf(own), folder),
    nameOf(path) === "package.json" ? ["clauselint"] : [],
  );
  if (text === undefined) return { problem: `${nameOf(path)} has mistakes; correct them first` };
  return { uri: uriOf(path), exists: file !== undefined, text };
}

/** `own` matches the document and nothing else; `undefined` for one that is no file, which is meant with all others. */
function toConfigChange(
  asked: ChangeConfigurationParams["change"],
  own: string | undefined,
  folder: string,
): ConfigChange {
  if (asked.kind === "suppression") {
    const { rule, quote, reason } = asked;
    const value = {
      rule,
      ...(own !== undefined && { file: own }),
      ...(quote !== undefined && { quote }),
      reason,
    };
    return { kind: "append", key: "suppressions", value };
  }
  const { disclosure, evidence } = asked;
  const where = "file" in evidence ? { file: relativePath(folder, pathOf(evidence.file)) } : evidence;
  const value = { ...where, ...(own !== undefined && { files: [own] }) };
  return { kind: "set", key: "evidence", name: disclosure, value };
}
