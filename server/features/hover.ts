import { type Hover, MarkupKind } from "vscode-languageserver";
import type { Finding, Reference } from "../../engine/finding";
import type { Span } from "../../engine/span";
import type { ServerContext } from "../context";
import { runSafe } from "../log";
import { rulePage } from "../rule-page";

/** `textDocument/hover`: what the text lacks at these words, why it matters, and who asks for it. */
export function registerHover({ connection, log, session, settings, support }: ServerContext): void {
  connection.onHover((params) =>
    runSafe<Hover | null>(log, "textDocument/hover", null, async () => {
      const { uri } = params.textDocument;
      const { enable } = await settings.get(uri);
      const linted = enable ? await session.lint(uri) : undefined;
      if (linted === undefined) return null;
      const { converter, linter, result } = linted;
      const offset = converter.toOffset(params.position);
      const findings = result.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
      if (findings.length === 0) return null;
      const write = support.markdownHover ? markdown : plainText;
      const explained = findings.map((finding): Explained => {
        const rule = linter.rules.find(({ id }) => id === finding.ruleId);
        return { finding, why: rule?.why, page: rulePage(linter, finding.ruleId) };
      });
      return {
        contents: {
          kind: support.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText,
          value: explained.map(write.finding).join(write.between),
        },
        range: converter.toRange(narrowest(findings)),
      };
    }),
  );
}

interface Explained {
  readonly finding: Finding;
  /** The reason that the rule gives, in Markdown; `undefined` for the linter's own messages. */
  readonly why: string | undefined;
  readonly page: string | undefined;
}

interface Writer {
  readonly finding: (explained: Explained) => string;
  readonly between: string;
}

const markdown: Writer = {
  finding: ({ finding, why, page }) =>
    [
      `**${escapeMarkdown(finding.message)}**`,
      why,
      finding.references.map((reference) => `- ${markdownReference(reference)}`).join("\n"),
      page && `[${finding.ruleId}](${page})`,
    ]
      .filter((part) => part !== undefined && part !== "")
      .join("\n\n"),
  between: "\n\n---\n\n",
};

const plainText: Writer = {
  finding: ({ finding, why, page }) =>
    [
      finding.message,
      why,
      ...finding.references.map(({ label, url, duty }) => `- ${[label, duty, url].filter(Boolean).join(", ")}`),
      page && `${finding.ruleId}: ${page}`,
    ]
      .filter((part) => part !== undefined)
      .join("\n"),
  between: "\n\n",
};

function markdownReference({ label, url, duty }: Reference): string {
  const name =
    url === undefined
      ? escapeMarkdown(label)
      : `[${escapeMarkdown(label)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  return duty === undefined ? name : `${name} (${duty})`;
}

/** Messages quote the document, and its words must not become markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!|<>~&$:]/g, "\\$&");
}

function narrowest(findings: readonly Finding[]): Span {
  return findings.reduce(
    (best, { span }) => (span.end - span.start < best.end - best.start ? span : best),
    (findings[0] as Finding).span,
  );
}
