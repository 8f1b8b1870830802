import type { Connection } from "vscode-languageserver";
import type { Severity } from "../../engine/finding";
import { type DocumentState, documentStateNotification } from "../protocol";
import type { Linted } from "../session";

/** `clauselint/documentState`: tells the client after every lint what the document is and how it fares. */
export function createDocumentStateSender(connection: Connection): (uri: string, linted: Linted) => void {
  return (uri, linted) => void connection.sendNotification(documentStateNotification, documentState(uri, linted));
}

function documentState(uri: string, { converter, isChosen, result }: Linted): DocumentState {
  const { catalogue, recognition, regimes, placeholders } = result.analysis;
  const count = (severity: Severity) => result.findings.filter((finding) => finding.severity === severity).length;
  return {
    uri,
    version: converter.version,
    kind: recognition.kind,
    reason: recognition.reason,
    isChosen,
    language: recognition.language,
    regimes: regimes.map(({ id }) => catalogue.regimes.get(id)?.name ?? id),
    counts: {
      error: count("error"),
      warning: count("warning"),
      information: count("information"),
      hint: count("hint"),
    },
    placeholders: placeholders.length,
  };
}
