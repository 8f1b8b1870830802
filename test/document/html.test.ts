import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Block, PolicyDocument } from "../../engine/document/model";
import { parse } from "../../engine/document/parse";
import { project, proseToSource } from "../../engine/document/prose";

function source({ text }: PolicyDocument, { span }: Block): string {
  return text.slice(span.start, span.end);
}

function proseOf(document: PolicyDocument, block: Block) {
  return project(source(document, block), { quoted: false, linkLabels: document.linkLabels, format: document.format });
}

/** One line for each block: kind with level, visible words, and what introduces them. */
function outline(text: string): string[] {
  const document = parse(text, "html");
  const words = (index: number) => proseOf(document, document.blocks[index] as Block).text;
  return document.blocks.map((block) => {
    const kind = block.kind === "heading" ? `${block.headingStyle} ${block.level}` : block.kind;
    const introduction = block.introducedBy === undefined ? "" : ` < ${words(block.introducedBy)}`;
    const headers = block.tableHeaders.map((index) => ` | ${words(index)}`).join("");
    return `${kind}: ${words(block.index)}${introduction}${headers}`;
  });
}

const long = "We handle the data of our readers with care, and we tell you below what we do with it, and why we do so.";

describe("blocks of HTML", () => {
  const cases: readonly (readonly [name: string, text: string, blocks: readonly string[]])[] = [
    [
      "headings and paragraphs, text without an element of its own too",
      "<body>Hello there.<h1>Policy</h1>We are Acorn.<div>We sell <b>books</b>.<p>And pens.</div>Bye.</body>",
      [
        "paragraph: Hello there.",
        "html 1: Policy",
        "paragraph: We are Acorn.",
        "paragraph: We sell books.",
        "paragraph: And pens.",
        "paragraph: Bye.",
      ],
    ],
    [
      "list items with the sentence that introduces them",
      "<p>We keep:</p><ul><li>names<li><p>mail:</p><ol><li>new</li></ol>and old</ul><p>We like it.</p>",
      [
        "paragraph: We keep:",
        "list-item: names < We keep:",
        "list-item: mail: < We keep:",
        "list-item: new < mail:",
        "paragraph: and old < mail:",
        "paragraph: We like it.",
      ],
    ],
    [
      "cells with their headers",
      "<h1>P</h1><table><caption>Data</caption><thead><tr><th>What</th><th>Why</th></tr></thead><tbody><tr><td>Mail<td>News<tr><td rowspan=2>Logs<td><ul><li>Safety</ul><tr><td>Law</table>",
      [
        "html 1: P",
        "paragraph: Data",
        "table-cell: What",
        "table-cell: Why",
        "table-cell: Mail | What",
        "table-cell: News | Why | Mail",
        "table-cell: Logs | What",
        "list-item: Safety | Why | Logs",
        "table-cell: Law | Why",
      ],
    ],
    [
      "a first row of bold or short words is the head of a table",
      `<table><tr><td><b>What</b></td><td><b>Why</b></td></tr><tr><td>Mail</td><td>News</td></tr></table><table><tr><td>Cookie<td>Purpose<tr><td>${long}<td>Law</table>`,
      [
        "table-cell: What",
        "table-cell: Why",
        "table-cell: Mail | What",
        "table-cell: News | Why | Mail",
        "table-cell: Cookie",
        "table-cell: Purpose",
        `table-cell: ${long} | Cookie`,
        `table-cell: Law | Purpose | ${long}`,
      ],
    ],
    [
      "what a table puts side by side is no table",
      "<p>We are:</p><table><tr><td>Acorn</td><td><h1>Policy</h1><p>We keep data.</p></td></tr><tr><td>One</td><td>Two</td></tr></table>",
      [
        "paragraph: We are:",
        "paragraph: Acorn < We are:",
        "html 1: Policy",
        "paragraph: We keep data.",
        "paragraph: One",
        "paragraph: Two",
      ],
    ],
    [
      "terms introduce their descriptions",
      "<h1>P</h1><dl><dt>Mail<dd>We keep it.<dd>For a year.<dt>How long do you keep my phone number?</dt><dd>" +
        `${long}</dd></dl>`,
      [
        "html 1: P",
        "paragraph: Mail",
        "paragraph: We keep it. < Mail",
        "paragraph: For a year. < Mail",
        "plain 2: How long do you keep my phone number?",
        `paragraph: ${long}`,
      ],
    ],
    [
      "line breaks stay in a paragraph, two of them part it",
      "<div>Acorn Ltd.<br>12 Oak Street<br/>Elmton<BR>\n<br>We sell books.&nbsp;<br></br>Bye now.</div>",
      ["paragraph: Acorn Ltd. 12 Oak Street Elmton", "paragraph: We sell books.", "paragraph: Bye now."],
    ],
    [
      "bullets that are written make list items, also between line breaks",
      "<p>We keep:</p><p><span>·</span><span>&nbsp; </span>names</p><p>- <b>mails</b></p><p>We use:<br>&bull;&nbsp;logs<br>• <i>cookies</i><br>and more</p><p>-1 day - never.</p>",
      [
        "paragraph: We keep:",
        "list-item: names < We keep:",
        "list-item: mails < We keep:",
        "paragraph: We use:",
        "list-item: logs < We use:",
        "list-item: cookies and more < We use:",
        "paragraph: -1 day - never.",
      ],
    ],
    [
      "bold lines and bold beginnings are headings, however they are written",
      `<h1>P</h1><p>${long}</p><p><span style="font-weight: 700">Data</span></p><p>${long}</p><div><a name="x"></a><strong><u>1. Use</u></strong><br>We use it.</div><p><b>Rights</b>: <a href="/r">Ask</a> us.</p><p><b>We</b> sell books.</p>`,
      [
        "html 1: P",
        `paragraph: ${long}`,
        "bold 2: Data",
        `paragraph: ${long}`,
        "run-in 3: 1. Use",
        "paragraph: We use it.",
        "run-in 3: Rights",
        "paragraph: Ask us.",
        "paragraph: We sell books.",
      ],
    ],
    [
      "a heading may be a summary, a role or hold a button",
      `<details><summary>Data</summary><p>${long}</p></details><div role="heading" aria-level="3">Use</div><p>${long}</p><h2><button>Rights</button></h2><p>Ask.</p><h3 role="button">Mail</h3>`,
      [
        "html 1: Data",
        `paragraph: ${long}`,
        "html 3: Use",
        `paragraph: ${long}`,
        "html 2: Rights",
        "paragraph: Ask.",
        "html 3: Mail",
      ],
    ],
    [
      "typed text has paragraphs between empty lines",
      "<pre>\nWe keep\ndata.\n\nWe like\nit.\n</pre>",
      ["paragraph: We keep data.", "paragraph: We like it."],
    ],
    [
      "what is around the text of a page, or not to be seen, is no policy",
      '<head><title>T</title><style>a{}</style></head><body><header><img alt="x"><p>Slogan</p><h1>Policy</h1></header><nav>Home</nav><script>var a = "<p>b</p>";</script><noscript>Switch it on</noscript><p>We <span hidden>x</span>keep<i aria-hidden="true">y</i> <span style="color:red; display : none">z</span>data<template>t</template>.</p><div hidden><p>a<p>b</div><p style="visibility:hidden">c</p><svg><title>Icon</title><text>d</text></svg><select><option>e</select><textarea>f</textarea><button>g</button><!-- h --><div id="onetrust-consent-sdk">i</div><span class="a sr-only">j</span><dialog>k</dialog><aside>l</aside><footer>m</footer></body>',
      ["html 1: Policy", "paragraph: We keep data."],
    ],
    [
      "the head and the foot of an article belong to it",
      "<article><header><p>Acorn</p><h1>Policy</h1></header><p>We keep data.</p><aside>Mind this.</aside><footer>Write to us.</footer></article>",
      [
        "plain 1: Acorn",
        "html 1: Policy",
        "paragraph: We keep data.",
        "paragraph: Mind this.",
        "paragraph: Write to us.",
      ],
    ],
    [
      "of a page whose main part is marked, the rest is left out",
      `<h1>Policy</h1><p>Ad</p><main><p>${long}</p></main><p>More ads</p>`,
      ["html 1: Policy", `paragraph: ${long}`],
    ],
    [
      "a main part that holds next to nothing leaves nothing out",
      `<main><p>Hello.</p></main><p>${long}</p>`,
      ["paragraph: Hello.", `paragraph: ${long}`],
    ],
    [
      "what may be found by searching is to be seen",
      '<p hidden="until-found">We keep data.</p>',
      ["paragraph: We keep data."],
    ],
  ];
  for (const [name, text, blocks] of cases) test(name, () => assert.deepEqual(outline(text), blocks));

  const broken: readonly (readonly [text: string, blocks: readonly string[]])[] = [
    ["", []],
    ["<", []],
    ["We keep data <", ["paragraph: We keep data <"]],
    ["<p>we keep <b>data<p>and mail</b> too", ["paragraph: we keep data", "paragraph: and mail too"]],
    ["</div></p><li>We</li></ul>keep", ["paragraph: We", "paragraph: keep"]],
    ["<h2>Data</h3><p>We keep it.", ["html 2: Data", "paragraph: We keep it."]],
    ["<p>a < b &amp c &lt;d&gt; &unknown; &#8217;</p>", ["paragraph: a < b &amp c <d> &unknown; ’"]],
    ["<a href='x>We keep data.", []],
    ["<!-- We keep data.", []],
    ["<head><title>P</title><p>We keep data.", ["paragraph: We keep data."]],
    ["<table><div>We</div><td>keep</table></td>data", ["paragraph: We", "paragraph: keep", "paragraph: data"]],
    ["<ul><li>a <div>b</li></ul> c</div>", ["list-item: a", "paragraph: b < a", "paragraph: c"]],
    [
      "<p>Write to <company name> or <your-component>us</your-component>.",
      ["paragraph: Write to <company name> or us."],
    ],
    ["<p>We<o:p></o:p> keep <font size=3>data</font>", ["paragraph: We keep data"]],
  ];
  for (const [text, blocks] of broken) {
    test(`broken or not: ${text}`, () => assert.deepEqual(outline(text), blocks));
  }

  test("front matter may stand before it, and a whole page is HTML whatever its name says", () => {
    const text = "---\ntitle: Policy\n---\n<p>We keep data.</p>\n";
    const document = parse(text, "html");
    assert.equal(document.frontMatter?.values.get("title")?.value, "Policy");
    assert.deepEqual(outline(text), ["paragraph: We keep data."]);
    for (const format of ["markdown", "plaintext"] as const) {
      assert.equal(parse("\n<!DOCTYPE html><p>We</p>", format).format, "html");
      assert.notEqual(parse("<p>We</p>", format).format, "html");
    }
  });

  test("the page's own title and language are known", () => {
    const text = '<html lang="de-AT"><head><title>\n Acorn &amp; Co\n Policy </title></head><body lang="en">';
    const { page } = parse(text, "html");
    assert.equal(page?.language, "de-AT");
    assert.equal(page?.title?.value, "Acorn & Co Policy");
    assert.equal(text.slice(page?.title?.span.start, page?.title?.span.end), "Acorn &amp; Co\n Policy");
  });

  test("sections nest by level and reach from before their heading's element to the end of their last block", () => {
    const text = '<h1>P</h1><p>A.</p><section><h2 id="d">D</h2><ul><li>B.</ul></section><h3>E</h3><p>C.</p><h2>F</h2>';
    const document = parse(text, "html");
    assert.deepEqual(
      document.sections.map(({ span, parent }) => [text.slice(span.start, span.end), parent]),
      [
        [text, undefined],
        [text.slice(0, -5), 0],
        ['<h2 id="d">D</h2><ul><li>B.</ul></section><h3>E</h3><p>C.', 1],
        ["<h3>E</h3><p>C.", 2],
        ["<h2>F", 1],
      ],
    );
  });
});

describe("prose of HTML", () => {
  test("every visible word leads back to where it stands", () => {
    const text =
      '<p>We&nbsp;keep <a href="mailto:a@b.io?x=1&amp;y=2"><b>mail</b></a>\n\t for &lt;<em>30</em>&#x20;days&gt; * _not_ `more` \\o/ — ever.</p>';
    const document = parse(text, "html");
    const [block] = document.blocks;
    assert.ok(block);
    const prose = proseOf(document, block);
    assert.equal(prose.text, "We keep mail for <30 days> * _not_ `more` \\o/ — ever.");
    for (const word of ["keep", "mail", "30", "_not_", "ever."]) {
      const start = prose.text.indexOf(word);
      const found = proseToSource(prose, { start, end: start + word.length });
      assert.equal(source(document, block).slice(found.start, found.end), word);
    }
    const link = prose.markup.find(({ kind }) => kind === "link");
    assert.equal(link?.target, "mailto:a@b.io?x=1&y=2");
    assert.equal(prose.text.slice(link?.prose.start, link?.prose.end), "mail");
    assert.ok(prose.markup.some(({ kind }) => kind === "strong"));
  });

  test("expressions of generators stay as they are, in attributes they are no prose", () => {
    const document = parse('<p>Write to {{ site.email | escape }} or <a href="{{ page.url }}">us</a>.</p>', "html");
    assert.equal(proseOf(document, document.blocks[0] as Block).text, "Write to {{ site.email | escape }} or us.");
  });

  test("line ends of all kinds give the same words, and an emoji shifts them by two", () => {
    const text = "<h1>P</h1>\n<p>We\nkeep\n  data.</p>\n";
    for (const newline of ["\r\n", "\r"]) assert.deepEqual(outline(text.replaceAll("\n", newline)), outline(text));
    const shifted = parse(`<!-- 😀 -->${text}`, "html").blocks;
    assert.deepEqual(
      parse(text, "html").blocks.map(({ span }) => span.start + 11),
      shifted.map(({ span }) => span.start),
    );
  });
});

describe("any HTML", () => {
  const pieces = (
    "<p>|</p>|<div>|</div>|<h2>|</h2>|<ul>|</ul>|<li>|</li>|<table>|<tr>|<td>|<th>|</td>|</table>|<b>|</b>|<strong>Use.</strong> |" +
    "<a href='x'>|</a>|<br>|<br><br>|<span hidden>|</span>|<script>|</script>|<!--|-->|<main>|</main>|<header>|<dl><dt>|<dd>|</dl>|" +
    "<summary>|<pre>|</pre>|&nbsp;|&amp;|&|<|>|\"|'|<company name>|text |We keep: |12 Oak Street|a\n\nb|\r\n|😀|1. |CAPS LINE|What?|" +
    `<p hidden>|<section>|</section>|<body>|</body>|{{ x }}|[slot]|<svg>|</svg>|<title>|</title>|${long}`
  ).split("|");

  test("gives ordered blocks inside the text, whose words lead back to it", () => {
    // A linear congruential generator: the same splices in every run.
    let state = 20_311;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    for (let round = 0; round < 4000; round += 1) {
      let text = "";
      for (let part = random(14); part >= 0; part -= 1) text += pieces[random(pieces.length)];
      if (random(3) === 0) text = text.slice(random(text.length));
      holds(parse(text, "html"), text);
    }
  });

  const deep = 10_000;
  const large: Readonly<Record<string, string>> = {
    "nested elements": `${"<div>".repeat(deep)}We keep data.${"</div>".repeat(deep)}`,
    "nested lists": `${"<ul><li>".repeat(deep)}We keep data.`,
    "nested tables": `${"<table><tr><td>".repeat(deep)}We keep data.`,
    "nested emphasis": `<p>${"<b><i>".repeat(deep)}We keep data.${"</b></i>".repeat(deep)}`,
    "closing tags of nothing": `<b>${"<table><td>".repeat(300)}${"</b>".repeat(100_000)}<p>We keep data.`,
    "one line": `<p>${"We keep data, and <a href=x>more</a> of it. ".repeat(20_000)}</p>`,
    "open comments": "<!-- ".repeat(200_000),
    "open tags": "<a ".repeat(200_000),
    "angle brackets": `<p>${"< ".repeat(200_000)}a`,
    "hidden words": `<p>We ${"<span hidden>no</span> ".repeat(20_000)}keep data.`,
    "spaces and entities": `<p>a${" &nbsp;".repeat(100_000)}b`,
  };
  for (const [name, text] of Object.entries(large)) {
    test(`of great size is read: ${name}`, () => holds(parse(text, "html"), text.slice(0, 60)));
  }

  test("a hidden part that is deep stays hidden, and what follows it is seen", () => {
    const inner = `${"<div>".repeat(deep)}no${"</div>".repeat(deep)}`;
    assert.deepEqual(outline(`<div hidden>${inner}</div><p>We keep data.</p>`), ["paragraph: We keep data."]);
  });
});

function holds(document: PolicyDocument, context: string): void {
  let end = 0;
  for (const [index, block] of document.blocks.entries()) {
    const where = JSON.stringify({ context, block });
    assert.equal(block.index, index, where);
    assert.ok(block.span.start >= end && block.span.end > block.span.start, where);
    end = block.span.end;
    const text = source(document, block);
    assert.equal(text, text.trim(), where);
    assert.ok(block.introducedBy === undefined || block.introducedBy < index, where);
    const prose = proseOf(document, block);
    for (const sentence of prose.sentences) {
      const { start, end: stop } = proseToSource(prose, sentence);
      assert.ok(0 <= start && start < stop && stop <= text.length, where);
    }
    const element = document.page?.elements[index];
    assert.ok(element !== undefined && element.contentStart <= block.span.start, where);
    assert.ok(element.start <= element.contentStart && element.contentEnd <= element.end, where);
  }
  assert.ok(end <= document.text.length);
  for (const { index, parent, span } of document.sections.slice(1)) {
    const outer = document.sections[parent as number];
    assert.ok(outer !== undefined && outer.index < index, context);
    assert.ok(outer.span.start <= span.start && span.start <= span.end && span.end <= outer.span.end, context);
  }
}
