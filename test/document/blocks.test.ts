import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, DocumentFormat, PolicyDocument } from "../../engine/document/model";
import { parse } from "../../engine/document/parse";

/** One line for each block: depth of its section, kind, introduction, and the source of the block. */
function outline(text: string, format: DocumentFormat = "markdown"): string[] {
  const document = parse(text, format);
  return document.blocks.map((block) => {
    const kind = block.kind === "heading" ? `${block.headingStyle} ${block.level}` : block.kind;
    const introduction = block.introducedBy === undefined ? "" : ` < ${source(document, block.introducedBy)}`;
    return `${kind}: ${source(document, block.index)}${introduction}`;
  });
}

function source(document: PolicyDocument, index: number): string {
  const { start, end } = (document.blocks[index] as Block).span;
  return document.text.slice(start, end);
}

const prose =
  "We handle the data of our readers with care, and we tell you below what we do with it, and why we do so.";

test("Markdown headings, paragraphs and lists have exact spans", () => {
  assert.deepEqual(
    outline("# Policy #\n\n  Some *text*\nwrapped  \n\n## Data\n\nWe keep:\n\n- your name;\n  1. first\n- mail\n"),
    [
      "atx 1: Policy",
      "paragraph: Some *text*\nwrapped",
      "atx 2: Data",
      "paragraph: We keep:",
      "list-item: your name; < We keep:",
      "list-item: first < your name;",
      "list-item: mail < We keep:",
    ],
  );
});

test("line ends of all kinds give the same blocks, and an emoji shifts them by two", () => {
  const text = "Title\n=====\n\nWe keep:\n\n* a name\n* an age\n\n| What | Why |\n|---|---|\n| mail | news |\n";
  const expected = outline(text);
  assert.equal(expected.length, 8);
  for (const newline of ["\r\n", "\r"]) assert.deepEqual(outline(text.replaceAll("\n", newline)), expected);
  const plain = parse(text, "markdown").blocks.slice(1);
  const shifted = parse(`😀\n\n${text}`, "markdown").blocks.slice(2);
  assert.deepEqual(
    shifted.map(({ span }) => span.start),
    plain.map(({ span }) => span.start + 4),
  );
});

test("every way of writing a heading is recognised", () => {
  const styles: [string, string, DocumentFormat?][] = [
    ["## Retention ##", "atx: Retention"],
    ["Retention\n---------", "setext: Retention"],
    ["Retention\n---------", "setext: Retention", "plaintext"],
    ["<h2>Retention</h2>", "html: Retention"],
    ["**Retention**", "bold: Retention"],
    ["__Retention:__", "bold: Retention:"],
    ["**Retention**:", "bold: Retention"],
    ["<p><strong>Retention</strong></p>", "bold: Retention"],
    ["**1. Retention**", "bold: 1. Retention"],
    ["1. Retention", "numbered: 1. Retention"],
    ["1.2 Data Retention", "numbered: 1.2 Data Retention", "plaintext"],
    ["IV. Retention", "numbered: IV. Retention", "plaintext"],
    ["IV. Retention", "numbered: IV. Retention"],
    ["4\\. Retention", "numbered: 4\\. Retention"],
    ["DATA RETENTION", "caps: DATA RETENTION", "plaintext"],
    ["DATA RETENTION", "caps: DATA RETENTION"],
    ["  • Data Retention", "bullet: Data Retention", "plaintext"],
    ["Data Retention", "plain: Data Retention", "plaintext"],
    ["Data Retention:", "plain: Data Retention:"],
    ["How long do you keep my data?", "plain: How long do you keep my data?"],
  ];
  for (const [heading, expected, format = "markdown"] of styles) {
    const text = `${prose}\n\n${heading}\n\n${prose}\n`;
    const document = parse(text, format);
    const found = document.blocks.filter(({ kind }) => kind === "heading");
    assert.deepEqual(
      found.map((block) => `${block.headingStyle}: ${source(document, block.index)}`),
      [expected],
      heading,
    );
    assert.deepEqual([source(document, 0), source(document, 2)], [prose, prose], heading);
    assert.equal(document.blocks.at(-1)?.section, 1, heading);
  }
});

test("a heading needs no blank line below it in plain text", () => {
  assert.deepEqual(outline(`${prose}\nData Security\n${prose}\n`, "plaintext"), [
    `paragraph: ${prose}`,
    "plain 2: Data Security",
    `paragraph: ${prose}`,
  ]);
});

test("a bold run-in is a heading, and the rest of its paragraph a block of its section", () => {
  for (const head of [
    "**Retention.** ",
    "**Retention**. ",
    "**Retention:** ",
    "**Retention**: ",
    "**Retention** – ",
    "**Retention**  \n",
  ]) {
    const document = parse(`# Policy\n\n${head}We keep it.`, "markdown");
    const [, heading, rest] = document.blocks;
    assert.equal(heading?.headingStyle, "run-in", head);
    assert.match(source(document, 1), /^Retention[.:]?$/);
    assert.equal(source(document, 2), "We keep it.");
    assert.equal(rest?.section, heading?.section);
    assert.equal(heading?.level, 2);
  }
});

test("bold words that begin a sentence, and bold sentences, are no headings", () => {
  const texts = [
    "**Personal data** means any information about a living person.",
    "**We never sell the data that you give us to anybody.** We mean it.",
    "**Last updated: 4 May 2031**",
    "Please read **this** with care.",
  ];
  for (const text of texts) assert.deepEqual(outline(`# Policy\n\n${text}`), ["atx 1: Policy", `paragraph: ${text}`]);
});

test("numbered lines in a row are a list, not headings", () => {
  const kinds = parse("Contents\n\n1. Data\n2. Purposes\n3. Contact\n", "plaintext").blocks.map(({ kind }) => kind);
  assert.deepEqual(kinds.slice(1), ["list-item", "list-item", "list-item"]);
});

test("levels nest: title, numbers, bold lines, run-ins", () => {
  const text = ["Acorn Privacy Policy", prose, "1. Data", prose, "1.1 Kinds of Data", prose, "2. Rights", prose].join(
    "\n\n",
  );
  assert.deepEqual(
    parse(text, "plaintext").sections.map(({ level, parent }) => [level, parent]),
    [
      [0, undefined],
      [1, 0],
      [2, 1],
      [3, 2],
      [2, 1],
    ],
  );
  const markdown = `# Policy\n\n## Data\n\n**Mail**\n\n**Use.** ${prose}\n\n**Post**\n\n${prose}\n\n## Rights\n\n${prose}`;
  assert.deepEqual(
    parse(markdown, "markdown").sections.map(({ level }) => level),
    [0, 1, 2, 3, 4, 3, 2],
  );
});

test("a section reaches from its heading's line to the end of its last block, subsections included", () => {
  const text = "# Policy\n\nA.\n\n## Data\n\nB.\n\n### Mail\n\nC.\n\n## Rights\n\nD.\n";
  assert.deepEqual(
    parse(text, "markdown").sections.map(({ span }) => text.slice(span.start, span.end)),
    [text, text.trimEnd(), "## Data\n\nB.\n\n### Mail\n\nC.", "### Mail\n\nC.", "## Rights\n\nD."],
  );
});

test("questions are known as such", () => {
  const document = parse(`## How long do you keep it?\n\n${prose}\n\n## Rights\n\n${prose}`, "markdown");
  assert.deepEqual(
    document.sections.map(({ isQuestion }) => isQuestion),
    [false, true, false],
  );
});

test("list items know the sentence that introduces them", () => {
  const plain = "We collect:\n• your name\n• your mail\n\nWe share data with:\n(a) banks\n(b) shops\n";
  assert.deepEqual(outline(plain, "plaintext"), [
    "paragraph: We collect:",
    "list-item: your name < We collect:",
    "list-item: your mail < We collect:",
    "paragraph: We share data with:",
    "list-item: banks < We share data with:",
    "list-item: shops < We share data with:",
  ]);
  assert.deepEqual(outline("We use your data to\n\n- learn\n\n  and to teach\n\n**For this purpose:**\n\n- sing"), [
    "paragraph: We use your data to",
    "list-item: learn < We use your data to",
    "paragraph: and to teach < learn",
    "bold 2: For this purpose:",
    "list-item: sing < For this purpose:",
  ]);
});

test("bullets that Markdown does not know make list items too", () => {
  assert.deepEqual(outline("We collect:\n• your name\n• your\n  mail\n"), [
    "paragraph: We collect:",
    "list-item: your name < We collect:",
    "list-item: your\n  mail < We collect:",
  ]);
});

test("a paragraph below a colon is introduced, as are the lines of a list without bullets", () => {
  assert.deepEqual(
    outline("You can write to us at:\n\n12 Oak Street\n\nWe collect the following:\n\nnames,\n\nages;\n\nmails\n"),
    [
      "paragraph: You can write to us at:",
      "paragraph: 12 Oak Street < You can write to us at:",
      "paragraph: We collect the following:",
      "paragraph: names, < We collect the following:",
      "paragraph: ages; < We collect the following:",
      "paragraph: mails < We collect the following:",
    ],
  );
});

test("table cells know their column's header and their row's first cell", () => {
  const document = parse("| Data | Kept for |\n| --- | --- |\n| Mail \\| post | 30 days |\n| | never |\n", "markdown");
  assert.deepEqual(
    document.blocks.map((block) => [
      source(document, block.index),
      ...block.tableHeaders.map((cell) => source(document, cell)),
    ]),
    [
      ["Data"],
      ["Kept for"],
      ["Mail \\| post", "Data"],
      ["30 days", "Kept for", "Mail \\| post"],
      ["never", "Kept for"],
    ],
  );
  assert.ok(document.blocks.every(({ kind }) => kind === "table-cell"));
});

test("HTML inside Markdown is read as prose, without what nobody sees", () => {
  const text = [
    '<div class="a > b">',
    "<!-- <p>secret</p> --><h2>Your <em>data</em></h2>",
    "<p>We keep it.</p><script>let a = '<p>no</p>';</script>",
    "<ul><li>names</li><li>ages<ul><li>of children</li></ul></li></ul>",
    "<table><tr><th>What</th><th>Why</th></tr><tr><td>Mail</td><td>News</td></tr></table>",
    "</div>",
    "",
    "<div hidden>",
    "",
    "Nobody reads *this*.",
    "",
    "</div>",
    "",
    "The end.",
  ].join("\n");
  const document = parse(text, "markdown");
  assert.deepEqual(outline(text), [
    "html 2: Your <em>data</em>",
    "paragraph: We keep it.",
    "list-item: names < We keep it.",
    "list-item: ages < We keep it.",
    "list-item: of children < ages",
    "table-cell: What",
    "table-cell: Why",
    "table-cell: Mail",
    "table-cell: News",
    "paragraph: The end.",
  ]);
  assert.deepEqual(
    document.blocks[8]?.tableHeaders.map((cell) => source(document, cell)),
    ["Why", "Mail"],
  );
});

test("quotes are marked, fenced code is code, and indented prose is a paragraph", () => {
  const document = parse("> We keep\n> it.\n\n```js\nlet a;\n```\n\n    Acorn Books, 1 Oak Street\n", "markdown");
  assert.deepEqual(
    document.blocks.map((block) => [block.kind, block.quoted, source(document, block.index)]),
    [
      ["paragraph", true, "We keep\n> it."],
      ["code", false, "```js\nlet a;\n```"],
      ["paragraph", false, "Acorn Books, 1 Oak Street"],
    ],
  );
});

test("front matter gives its scalar values and is no prose", () => {
  const text =
    '---\r\ntitle: "Our: policy"\r\ntags: [a, b]\r\nmore:\r\n  title: no\r\nlang: en # English\r\n---\r\n\r\nText.\r\n';
  const document = parse(text, "markdown");
  const values = [...(document.frontMatter?.values ?? [])];
  assert.deepEqual(
    values.map(([key, { value, span }]) => [key, value, text.slice(span.start, span.end)]),
    [
      ["title", "Our: policy", '"Our: policy"'],
      ["lang", "en", "en"],
    ],
  );
  assert.ok(text.slice(0, document.frontMatter?.span.end).endsWith("\n---"));
  assert.deepEqual(outline(text), ["paragraph: Text."]);
  const toml = parse("+++\ntitle = 'Policy'\n[extra]\ntitle = 'no'\n+++\nText.", "markdown");
  assert.equal(toml.frontMatter?.values.get("title")?.value, "Policy");
  assert.equal(parse("---\nNo key here.\n---\n", "markdown").frontMatter, undefined);
  for (const nested of ["clauselint:\n  kind: terms", "clauselint: { kind: terms }", "tags:\n- a"]) {
    assert.ok(parse(`---\n${nested}\n---\n`, "markdown").frontMatter !== undefined, nested);
  }
  assert.equal(parse("---\nPlease note:\nwe moved.\n---\n", "markdown").frontMatter, undefined);
});

test("labels of references and footnotes are gathered", () => {
  const document = parse("See [Us] and[^1].\n\n[US  Here]: https://acorn.example\n\n[^1]: A note.\n", "markdown");
  assert.deepEqual([...document.linkLabels], ["us here", "^1"]);
  assert.equal(source(document, 1), "A note.");
});

test("wrapped lines of plain text are one paragraph, long lines are one each", () => {
  const wrapped =
    "We keep the data of our readers for as long as they\nread our books, and delete it when they stop doing\nso for a year.\n\nData Security\n\nWe encrypt all of the data that our readers give us.\n";
  assert.equal(parse(wrapped, "plaintext").blocks.length, 3);
  const long = `${prose} ${prose} ${prose}`;
  assert.equal(parse(`${long}\n${long}\n`, "plaintext").blocks.length, 2);
});

test("a wrapped line that ends with an article or the like is no heading, whatever the next one begins with", () => {
  const text =
    "Your Data\nAll Members may correct or delete the\nPersonal Data in their Account at any time, and may as well write to\nus, so that we do it for them; we do so within a month or two months.\nWhoever prefers a letter writes to the desk at the gate of our house.\n";
  const document = parse(text, "plaintext");
  assert.match(source(document, document.blocks.length - 1), /^All Members [\s\S]* house\.$/);
});

test("a text file that holds Markdown is read as Markdown", () => {
  const document = parse(`# Policy\n\n${prose}\n\n**Data**\n\nWe keep:\n\n- mail\n`, "plaintext");
  assert.equal(document.format, "markdown");
  assert.deepEqual(
    document.blocks.map(({ kind }) => kind),
    ["heading", "paragraph", "heading", "paragraph", "list-item"],
  );
  assert.equal(parse(`**Data**\n${prose}`, "plaintext").format, "plaintext");
});

test("the lines of an address are one block", () => {
  const text = `${prose} ${prose}\nYou can reach us at:\nAcorn Books Ltd.\n12 Oak Street\nElmton EL1 2MN\n${prose} ${prose}\n`;
  const document = parse(text, "plaintext");
  assert.equal(source(document, 2), "Acorn Books Ltd.\n12 Oak Street\nElmton EL1 2MN");
  assert.equal(document.blocks[2]?.introducedBy, 1);
});

test("any splice of snippets gives ordered blocks inside the text", () => {
  const snippets = [
    "# A\n",
    "A\n---\n",
    "**B.** text ",
    "**B**\n",
    "- c\n",
    "  1. d\n",
    "• e\n",
    "> f\n",
    ">",
    "```\n",
    "|a|b|\n|-|-|\n|c|d|\n",
    "<div>",
    "</div>\n",
    "<ul><li>",
    "<!--",
    "-->",
    "<p hidden>",
    "<script>",
    "[x]: y\n",
    "[^n]: z\n",
    "---\n",
    "+++\n",
    "a: b\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "\u00a0",
    "😀",
    "We keep:\n",
    "CAPS LINE\n\n",
    "1. One\n\n",
    "IV. Two\n\n",
    "What?\n",
    "12 Oak Street\n",
    "o\n",
    "{: #id }\n",
    "\\|",
    "&nbsp;",
    "(a) g\n",
    `${prose}\n`,
  ];
  // A linear congruential generator: the same splices in every run.
  let state = 20_311;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let round = 0; round < 3000; round += 1) {
    let text = "";
    for (let part = random(12); part >= 0; part -= 1) text += snippets[random(snippets.length)];
    if (random(2) === 0) text = text.slice(random(text.length));
    for (const format of ["markdown", "plaintext"] as const) holds(parse(text, format), text);
  }
});

function holds(document: PolicyDocument, text: string): void {
  let end = 0;
  document.blocks.forEach((block, index) => {
    const context = JSON.stringify({ text, block });
    assert.equal(block.index, index, context);
    assert.ok(block.span.start >= end && block.span.end > block.span.start, context);
    end = block.span.end;
    assert.equal(text.slice(block.span.start, end), text.slice(block.span.start, end).trim(), context);
    assert.ok(block.introducedBy === undefined || block.introducedBy < index, context);
    assert.ok(
      block.tableHeaders.every((header) => header < index),
      context,
    );
    assert.equal(document.sections[block.section]?.heading === index, block.kind === "heading", context);
  });
  assert.ok(end <= text.length);
  for (const { index, parent, span } of document.sections.slice(1)) {
    const outer = document.sections[parent as number];
    assert.ok(outer !== undefined && outer.index < index, text);
    assert.ok(outer.span.start <= span.start && span.end <= outer.span.end, text);
  }
}
