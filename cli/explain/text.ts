import type {
  ExampleOutput,
  ExplainedCitation,
  ExplainedDisclosure,
  ExplainedRule,
  ExplainedVariant,
  ExplainedWords,
  ExplainListOutput,
  ExplainOutput,
} from "../output";
import { printable, widthOf } from "../reporters/cells";
import type { Colours } from "../reporters/colours";

export interface TextOptions {
  readonly colours: Colours;
  /** In columns. */
  readonly width: number;
}

/** An entry for people to read. */
export function explainText({ rule, disclosure }: ExplainOutput, options: TextOptions): string {
  const parts = [rule && ruleParts(rule, options), disclosure && disclosureParts(disclosure, options)];
  return `${parts
    .filter((part) => part !== null)
    .flat()
    .join("\n\n")}\n`;
}

/** Every id with what it stands for. */
export function explainListText({ disclosures, rules }: ExplainListOutput, { colours, width }: TextOptions): string {
  const idWidth = Math.max(...[...disclosures, ...rules].map(({ id }) => id.length));
  const row = (id: string, text: string) => {
    const [first = "", ...others] = wrap(text, width - idWidth - 4);
    return [`  ${id.padEnd(idWidth)}  ${first}`, ...others.map((line) => " ".repeat(idWidth + 4) + line)].join("\n");
  };
  return `${[
    colours.bold("Disclosures: a policy says …"),
    ...disclosures.map(({ id, title }) => row(id, title)),
    "",
    colours.bold("Rules"),
    ...rules.map(({ id, summary }) => row(id, summary)),
  ].join("\n")}\n`;
}

function ruleParts(rule: ExplainedRule, options: TextOptions): readonly string[] {
  const { colours } = options;
  const { flagged, passed } = rule.examples;
  const documents = (title: string, examples: typeof flagged) =>
    examples.length === 0
      ? []
      : [
          colours.bold(title),
          ...examples.map(({ text, regimes }) =>
            [
              ...(regimes === null ? [] : [`    ${colours.dim(`with ${regimes.join(", ")}`)}`]),
              ...text
                .trimEnd()
                .split("\n")
                .map((line) => `    ${printable(line)}`.trimEnd()),
            ].join("\n"),
          ),
        ];
  return [
    `${colours.bold(rule.id)}  ${rule.severity} by default`,
    paragraph(rule.summary, options),
    colours.bold("Why it matters"),
    paragraph(rule.why, options),
    ...documents("Flagged (« » around the words of the finding)", flagged),
    ...documents("Passed", passed),
  ];
}

function disclosureParts(disclosure: ExplainedDisclosure, options: TextOptions): readonly string[] {
  const { colours } = options;
  const { id, title, what, why, core, variants, citations, words, related, rules, note } = disclosure;
  return [
    `${colours.bold(id)}  ${printable(title)}`,
    paragraph(what, options),
    colours.bold("Why it matters"),
    paragraph(why, options),
    colours.bold("How a text can say it, the best way first"),
    variants.map((variant) => variantText(variant, options)).join("\n"),
    colours.bold("Who asks for it"),
    ...(core
      ? [paragraph("The core set, which is our own: it is looked for in every policy, whatever law it names.", options)]
      : []),
    citations.map((citation) => citationText(citation, options)).join("\n"),
    ...Object.values(words).flatMap((own) => wordParts(own, options)),
    ...(note === null ? [] : [colours.bold("Note"), paragraph(note, options)]),
    colours.bold("See also"),
    paragraph([...rules, ...related].join(", "), options),
  ];
}

function variantText({ id, worth, meaning, lacks, worthByRegime, elements }: ExplainedVariant, options: TextOptions) {
  const exceptions = Object.entries(worthByRegime).map(([regime, there]) => `${there} for ${regime}`);
  const parts = [
    `${id} (${[worth, ...exceptions].join("; ")}): ${meaning}`,
    ...(lacks === null ? [] : [`${lacks}.`]),
    ...(elements.length === 0 ? [] : [`Told apart: ${elements.map(({ title }) => title).join("; ")}.`]),
  ];
  return item(parts.join(" "), options);
}

function citationText(citation: ExplainedCitation, options: TextOptions): string {
  const { regimeName, label, duty, condition, from, verified, note } = citation;
  const parts = [
    `${regimeName}: ${label}, ${duty}`,
    ...(condition === null ? [] : [`where ${condition.words}`]),
    ...(from === null ? [] : [`from ${from}`]),
    ...(verified ? [] : ["its own words were not read"]),
  ];
  return item(parts.join(", ") + (note === null ? "" : `. ${note}`), options);
}

function wordParts({ snippet, examples }: ExplainedWords, options: TextOptions): readonly string[] {
  const { colours } = options;
  const list = (title: string, each: readonly ExampleOutput[]) =>
    each.length === 0
      ? []
      : [colours.bold(title), each.map((example) => item(exampleText(example), options)).join("\n")];
  return [
    ...list("Says it", examples.met),
    ...list("Speaks of it, and says too little", examples.weak),
    ...list("Only looks like it", examples.lookalike),
    colours.bold("What the quick fix inserts"),
    `    ${printable(snippet.heading)}\n\n${plainSnippet(snippet.text)
      .split("\n")
      .flatMap((line) => wrap(line, options.width - 4))
      .map((line) => `    ${line}`.trimEnd())
      .join("\n")}`,
  ];
}

function exampleText({ text, heading, note, variant }: ExampleOutput): string {
  const remarks = [variant, heading === null ? null : `under “${heading}”`, note].filter((part) => part !== null);
  return remarks.length === 0 ? text : `${text} (${remarks.join(", ")})`;
}

/** A snippet as it looks when it is inserted and left untouched. */
function plainSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$}])/g, "$1");
}

function item(text: string, { width }: TextOptions): string {
  return wrap(text, width - 4)
    .map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`))
    .join("\n");
}

function paragraph(text: string, { width }: TextOptions): string {
  return wrap(text, width - 2)
    .map((line) => `  ${line}`)
    .join("\n");
}

/** Lines of at most `width` columns, save where a single word is longer. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(/\s+/)) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
