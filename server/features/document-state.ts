import type { Connection } from "vscode-languageserver";
import type { Severity } from "../../engine/finding";
import { uriOf } from "../paths";
import { type DocumentState, documentStateNotification } from "../protocol";
import type { Linted } from "../session";

/** `clauselint/documentState`: tells the client after every lint what the document is and how it fares. */
export function createDocumentStateSender(connection: Connection): (uri: string, linted: Linted) => void {
  return (uri, linted) => void connection.sendNotification(documentStateNotification, documentState(uri, linted));
}

/** The same for a document that its configuration leaves alone. */
export function createIgnoredSender(connection: Connection): (uri: string, version: number) => void {
  return (uri, version) => {
    const state: DocumentState = {
      ...{ uri, version, kind: "not-a-policy", reason: "configuration", isChosen: false, isIgnored: true },
      ...{ language: "und", regimes: [], placeholders: 0, configuration: null },
      counts: { error: 0, warning: 0, information: 0, hint: 0 },
    };
    void connection.sendNotification(documentStateNotification, state);
  };
}

function documentState(uri: string, { converter, isChosen, resolved, result }: Linted): DocumentState {
  const { catalogue, recognition, regimes, placeholders } = result.analysis;
  const count = (severity: Severity) =>
    result.findings.filter((finding) => finding.state === "new" && finding.severity === severity).length;
  return {
    uri,
    version: converter.version,
    kind: recognition.kind,
    reason: recognition.reason,
    isChosen,
    isIgnored: false,
    language: recognition.language,
    regimes: regimes.map(({ id }) => catalogue.regimes.get(id)?.name ?? id),
    counts: {
      error: count("error"),
      warning: count("warning"),
      information: count("information"),
      hint: count("hint"),
    },
    placeholders: placeholders.length,
    configuration: resolved.configPath === undefined ? null : uriOf(resolved.configPath),
  };
}
