import { type Disposable, MarkdownString, StatusBarAlignment, window, workspace } from "vscode";
import type { DocumentState, KindReason } from "../server/protocol";
import type { DocumentStates } from "./document-states";
import { kindNames } from "./kind-names";
import { setKindCommand } from "./set-kind";

/** The item in the status bar that tells how the document of the active editor fares; a click asks for its kind. */
export function createStatusItem(states: DocumentStates): Disposable {
  const item = window.createStatusBarItem("clauselint.status", StatusBarAlignment.Right, 100);
  item.name = "Clauselint";
  item.command = setKindCommand;
  const show = () => {
    const document = window.activeTextEditor?.document;
    const state = document && states.get(document);
    const isEnabled = workspace.getConfiguration("clauselint", document).get("enable", true);
    if (state === undefined || !isEnabled) {
      item.hide();
      return;
    }
    item.text = textOf(state);
    item.tooltip = tooltipOf(state);
    item.accessibilityInformation = {
      label: `Clauselint: ${kindNames[state.kind]}, ${countsOf(state)}`,
      role: "button",
    };
    item.show();
  };
  const subscriptions = [
    item,
    states.onDidChange(show),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("clauselint") && show()),
  ];
  show();
  return {
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** What is no policy gets the icon alone: enough to say that it is one. */
function textOf({ kind, counts }: DocumentState): string {
  if (kind === "not-a-policy") return "$(law)";
  const parts = [`$(law) ${kindNames[kind]}`];
  if (counts.error > 0) parts.push(`$(error) ${counts.error}`);
  if (counts.warning > 0) parts.push(`$(warning) ${counts.warning}`);
  const others = counts.information + counts.hint;
  if (others > 0) parts.push(`$(info) ${others}`);
  if (parts.length === 1) parts.push("$(check)");
  return parts.join(" ");
}

function tooltipOf(state: DocumentState): MarkdownString {
  if (state.isIgnored)
    return new MarkdownString("**Clauselint** leaves this document alone: its configuration says so.");
  const lines = [`**Clauselint: ${kindNames[state.kind]}** (${reasonOf(state)})`];
  if (state.kind !== "not-a-policy") {
    lines.push(countsOf(state), `Language: ${state.language}. Regimes: ${state.regimes.join(", ") || "none"}.`);
    if (state.placeholders > 0) lines.push(`Unfilled placeholders: ${state.placeholders}.`);
  }
  if (state.configuration !== null)
    lines.push(`Configuration: [${fileName(state.configuration)}](${state.configuration}).`);
  lines.push("Click to say what this document is.");
  return new MarkdownString(lines.join("\n\n"));
}

/** Escaped, for it becomes Markdown. */
function fileName(address: string): string {
  return decodeURIComponent(address.slice(address.lastIndexOf("/") + 1)).replace(/[\\`*_{}[\]()<>#|]/g, "\\$&");
}

const reasons: Readonly<Record<KindReason, string>> = {
  configuration: "by configuration",
  assumed: "assumed",
  "front-matter": "by its front matter",
  title: "by its title",
  body: "by what it says",
  "file-name": "by its file name",
  none: "nothing in it speaks for a policy",
};

function reasonOf({ isChosen, reason }: DocumentState): string {
  return isChosen ? "you chose it" : reasons[reason];
}

const countNames: Readonly<Record<keyof DocumentState["counts"], readonly [one: string, many: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  information: ["remark", "remarks"],
  hint: ["hint", "hints"],
};

function countsOf({ kind, counts }: DocumentState): string {
  if (kind === "not-a-policy") return "not linted";
  const severities = Object.keys(countNames) as (keyof typeof countNames)[];
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${countNames[severity][counts[severity] === 1 ? 0 : 1]}`);
  return found.length === 0 ? "Nothing found." : `Found: ${found.join(", ")}.`;
}
