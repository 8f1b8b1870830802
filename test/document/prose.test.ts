import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentFormat, Prose } from "../../engine/document/model";
import { project, proseToSource, sourceToProseSpan } from "../../engine/document/prose";

const labels: ReadonlySet<string> = new Set(["terms of use", "imprint", "^1"]);

function prose(source: string, format: DocumentFormat = "markdown"): Prose {
  return project(source, { quoted: false, linkLabels: labels, format });
}

const nbsp = "\u00a0";

/** Source and what a reader sees of it. */
const markdown: readonly (readonly [string, string])[] = [
  ["We keep nothing.", "We keep nothing."],
  ["", ""],
  // Emphasis.
  ["*We* keep **nothing** and ***no one*** sells", "We keep nothing and no one sells"],
  ["_We_ keep __nothing__", "We keep nothing"],
  ["a sub*class*ification of it", "a subclassification of it"],
  ["the cookie visitor_id_hash and _ga_", "the cookie visitor_id_hash and ga"],
  ["5 * 3 * 2 and a * alone", "5 * 3 * 2 and a * alone"],
  ["*not closed", "*not closed"],
  ["**bold *and italic* text**", "bold and italic text"],
  ["**Who we are.**We are Acme", "Who we are.We are Acme"],
  ["Name: ____ and date: ______", "Name: ____ and date: ______"],
  ["kept for [___] or [___] days", "kept for [___] or [___] days"],
  ["~~never~~ always", "never always"],
  ["about ~5 days, ~6 at most", "about ~5 days, ~6 at most"],
  // Links and images.
  ["see [our terms](https://acme.test/t) now", "see our terms now"],
  ['see [our terms](/t "The (terms)") now', "see our terms now"],
  ["see [our **new** terms](<a b.html>).", "see our new terms."],
  ["see [terms][Terms  of Use] and [imprint][] and [Imprint].", "see terms and imprint and Imprint."],
  ["see [terms][unknown], [Company Name] and [1]", "see [terms][unknown], [Company Name] and [1]"],
  ["[Company Name] (the “Company”)", "[Company Name] (the “Company”)"],
  ["[[Company Name]] and [a [b] c](u)", "[[Company Name]] and a [b] c"],
  ["[a](not a target) b", "[a](not a target) b"],
  ["[a]({{ site.url }}/x) b", "a b"],
  ["[outer [inner](a) text](b)", "[outer inner text](b)"],
  ["a ![logo of *Acme*](logo.png) b", "a b"],
  ["[![logo](logo.png)](https://acme.test) Acme", "Acme"],
  ['[e-mail](mailto:a@acme.test){:target="_blank"} us', "e-mail us"],
  [
    "write to <privacy@acme.test> or <https://acme.test/a_b_c>",
    "write to privacy@acme.test or https://acme.test/a_b_c",
  ],
  ["at https://acme.test/a_b_c*d* or www.acme.test.", "at https://acme.test/a_b_c*d* or www.acme.test."],
  ["we say so[^1]. And[^note] more", "we say so. And more"],
  ["[x] done", "done"],
  ["[ ] open [ ] box", "open [ ] box"],
  ["$5 [x] in between", "$5 [x] in between"],
  // Code.
  ["the `_ga *x* &amp; <b>` cookie", "the _ga *x* &amp; <b> cookie"],
  ["``a ` b`` and `open", "a ` b and `open"],
  ["`wrapped\n   code`", "wrapped code"],
  // HTML.
  ["a<br>b<br />c", "a b c"],
  ["<p>One</p><p>Two</p>", "One Two"],
  ["<b>We</b> <span class='a>b'>keep</span> <!-- not --> it<!---->s", "We keep its"],
  ["a <!-- open", "a <!-- open"],
  ['<a href="/x">our page</a>', "our page"],
  ["<script>var a = '*';</script>text", "text"],
  ["<company name> or <insert date>", "<company name> or <insert date>"],
  ["a < b and c > d, <3", "a < b and c > d, <3"],
  ['<Note type="tip">Hello</Note>', "Hello"],
  // Entities and escapes.
  ["Tom&nbsp;&amp;&nbsp;Co&rsquo;s &#39;data&#x27; &unknown; &", "Tom & Co’s 'data' &unknown; &"],
  ["&lt;b&gt; &copy; &#8203;x&shy;y &#128512; &#146;", "<b> © xy 😀 ’"],
  ["AT&T and R&D;", "AT&T and R&D;"],
  ["\\*kept\\* \\[Name\\] C:\\temp", "*kept* [Name] C:\\temp"],
  // White space.
  ["one\ntwo\r\n   three", "one two three"],
  ["1 Main Street  \nTown\\\nCountry", "1 Main Street Town Country"],
  [`30${nbsp}days,  \t 5\u2009%`, "30 days, 5 %"],
  ["pri\u00advacy\u200b no\ufefftice", "privacy notice"],
  ["  a **b **c  ", "a **b **c"],
  ["a <!-- x --> ", "a"],
  // Generators.
  ["mail {{ site.contact_email_x | default: '*a*' }} now", "mail {{ site.contact_email_x | default: '*a*' }} now"],
  ['{% if *a* %} and {{< ref "x" >}}', '{% if *a* %} and {{< ref "x" >}}'],
  ["Retention {#retention}", "Retention"],
  ["mail {props.mail} or {NAME}", "mail {props.mail} or {NAME}"],
];

describe("the words of Markdown", () => {
  for (const [source, expected] of markdown) {
    test(JSON.stringify(source), () => assert.equal(prose(source).text, expected));
  }

  test("markers of quotations after line ends are no words", () => {
    const source = "We keep\n> it for\n  > > 30 days > 2 weeks.";
    const { text } = project(source, { quoted: true, linkLabels: labels });
    assert.equal(text, "We keep it for 30 days > 2 weeks.");
  });
});

describe("the words of plain text", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["*We* keep __all__ of `it` <b>here</b>", "*We* keep __all__ of `it` <b>here</b>"],
    ["[x] [Company Name] [imprint] [^1] \\[a\\]", "[x] [Company Name] [imprint] [^1] \\[a\\]"],
    ["one\r\n    two\tthree", "one two three"],
    ["Tom &amp; Co&#39;s", "Tom & Co's"],
    ["see [our page](https://acme.test/p) or <https://acme.test>", "see our page or https://acme.test"],
    ["[Name](the company)", "[Name](the company)"],
    ["<!-- seen -->", "<!-- seen -->"],
  ];
  for (const [source, expected] of cases) {
    test(JSON.stringify(source), () => assert.equal(prose(source, "plaintext").text, expected));
  }
});

describe("inline markup", () => {
  /** Kind, source, visible part and target of each construct. */
  const cases: readonly (readonly [string, readonly (readonly [string, string, string, string | undefined])[]])[] = [
    ["see [our *terms*](/t&amp;c 'T').", [["link", "[our *terms*](/t&amp;c 'T')", "our terms", "/t&c"]]],
    [
      "[Imprint] and [b][imprint]",
      [
        ["link", "[Imprint]", "Imprint", undefined],
        ["link", "[b][imprint]", "b", undefined],
      ],
    ],
    ["a ![x](y.png) b", [["image", "![x](y.png)", "", "y.png"]]],
    [
      "[![x](y.png)](z)",
      [
        ["link", "[![x](y.png)](z)", "", "z"],
        ["image", "![x](y.png)", "", "y.png"],
      ],
    ],
    [
      "<a@acme.test>, https://acme.test/x.",
      [
        ["autolink", "<a@acme.test>", "a@acme.test", "mailto:a@acme.test"],
        ["autolink", "https://acme.test/x", "https://acme.test/x", "https://acme.test/x"],
      ],
    ],
    ["(see www.acme.test/a(b))", [["autolink", "www.acme.test/a(b)", "www.acme.test/a(b)", "www.acme.test/a(b)"]]],
    [
      "[https://acme.test](https://acme.test/y)",
      [["link", "[https://acme.test](https://acme.test/y)", "https://acme.test", "https://acme.test/y"]],
    ],
    ["`a b` c", [["code", "`a b`", "a b", undefined]]],
    ["so[^1] it", [["footnote", "[^1]", "", undefined]]],
    ["a<!-- [x] -->b", [["comment", "<!-- [x] -->", "", undefined]]],
    [
      "**a** <strong>b</strong>",
      [
        ["strong", "**a**", "a", undefined],
        ["strong", "<strong>b</strong>", "b", undefined],
      ],
    ],
    [
      "<a href='mailto:a@b.test'>write <i>us</i></a>",
      [
        ["link", "<a href='mailto:a@b.test'>write <i>us</i></a>", "write us", "mailto:a@b.test"],
        ["tag", "<i>", "", undefined],
        ["tag", "</i>", "", undefined],
      ],
    ],
    [
      '<a href="https://acme.test">https://acme.test</a>',
      [["link", '<a href="https://acme.test">https://acme.test</a>', "https://acme.test", "https://acme.test"]],
    ],
    [
      "<b><a href=x>y</b></a>",
      [
        ["strong", "<b><a href=x>y</b>", "y", undefined],
        ["tag", "<a href=x>", "", undefined],
        ["tag", "</a>", "", undefined],
      ],
    ],
    ["<a name=x>y", [["tag", "<a name=x>", "", undefined]]],
  ];
  for (const [source, expected] of cases) {
    test(JSON.stringify(source), () => {
      const { text, markup } = prose(source);
      const found = markup.map((item) => [
        item.kind,
        source.slice(item.source.start, item.source.end),
        text.slice(item.prose.start, item.prose.end),
        item.target,
      ]);
      assert.deepEqual(found, expected);
    });
  }
});

describe("the map between prose and source", () => {
  const cases: readonly (readonly [source: string, words: string, slice: string])[] = [
    ["We **keep** it", "keep", "keep"],
    ["We **keep** it", "keep it", "keep** it"],
    ["We **keep** it", "We keep", "We **keep"],
    ["**AT&amp;T&reg;** is", "AT&T®", "AT&amp;T&reg;"],
    ["up to 30&nbsp;\n  days", "30 days", "30&nbsp;\n  days"],
    ["see [our terms](/x).", "our terms", "our terms"],
    ["see [our terms](/x).", "terms.", "terms](/x)."],
    ["in\u00adfor\u00admation here", "information", "in\u00adfor\u00admation"],
    ["a  <!-- c -->  b", "a b", "a  <!-- c -->  b"],
    ["`a b` <!-- c -->", "a b", "a b"],
    ["\\[Name\\] x", "Name", "Name"],
  ];
  for (const [source, words, slice] of cases) {
    test(`${JSON.stringify(words)} in ${JSON.stringify(source)}`, () => {
      const found = prose(source);
      const start = found.text.indexOf(words);
      const span = { start, end: start + words.length };
      const place = proseToSource(found, span);
      assert.equal(source.slice(place.start, place.end), slice);
      assert.deepEqual(sourceToProseSpan(found, place), span);
    });
  }

  test("a span of nothing visible is empty prose", () => {
    const source = "a <!-- [Name] --> b";
    const start = source.indexOf("[Name]");
    const span = sourceToProseSpan(prose(source), { start, end: start + 6 });
    assert.equal(span.end, span.start);
  });

  test("in random combinations of markup, each word comes from its own source", () => {
    const opening = [
      "",
      "**",
      "*",
      "[",
      "`",
      "<b>",
      '<span class="a">',
      "(",
      "“",
      "\\*",
      "&ldquo;",
      "<!-- *x -->",
      "![i](j)",
    ];
    const closing = new Map([
      ["**", "**"],
      ["*", "*"],
      ["[", '](/t "x")'],
      ["`", "`"],
      ["<b>", "</b>"],
      ["(", ")"],
    ]);
    const gaps = [
      " ",
      "\n",
      "  \n",
      "\r\n  ",
      "&nbsp;",
      "<br>",
      " <!-- c --> ",
      " [^1] ",
      "\t",
      nbsp,
      ", ",
      "; \u200b",
    ];
    let state = 7;
    const random = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    for (let round = 0; round < 500; round++) {
      const count = 1 + random(8);
      const expected: string[] = [];
      let source = "";
      for (let index = 0; index < count; index++) {
        const mark = opening[random(opening.length)] as string;
        const word = `word${round}x${index}`;
        expected.push(word);
        source += `${mark}${word}${closing.get(mark) ?? ""}${gaps[random(gaps.length)]}`;
      }
      const found = prose(source);
      const words = [...found.text.matchAll(/word\d+x\d+/g)];
      assert.deepEqual(words.map(String), expected, source);
      assert.doesNotMatch(found.text, /[^\S ]| {2}|^ | $/, source);
      for (const match of words) {
        const span = { start: match.index, end: match.index + match[0].length };
        const place = proseToSource(found, span);
        assert.equal(source.slice(place.start, place.end), match[0], source);
        assert.deepEqual(sourceToProseSpan(found, place), span, source);
      }
      for (let index = 2; index < found.map.length; index++) {
        assert.ok((found.map[index] as number) >= (found.map[index - 2] as number), source);
      }
    }
  });
});

describe("hostile text", () => {
  test("links in links in links", () => {
    const { text } = prose(`${"<b><a href=x>".repeat(30_000)}words${"</a></b>".repeat(30_000)}`);
    assert.equal(text, "words");
  });

  const units = [
    "[",
    "](",
    "[a](",
    "`",
    "``a`",
    "*a",
    "**a",
    "_a*",
    "<a ",
    '<a b="',
    "<!--",
    "<p>",
    "<b><a>",
    "&",
    "{{",
    "{%",
    "\\",
    "http://a(",
    "a.b ",
    "..",
    "\n> ",
  ];
  for (const unit of units) {
    test(`many times ${JSON.stringify(unit)}`, () => {
      const source = unit.repeat(200_000 / unit.length);
      const found = project(source, { quoted: true, linkLabels: labels });
      const last = found.sentences.at(-1);
      assert.equal(last?.end ?? 0, found.text.length);
    });
  }
});
