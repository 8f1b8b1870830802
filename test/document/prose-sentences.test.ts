import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { project } from "../../engine/document/prose";

/** Sentences, as they follow one another in a paragraph with a space between them. */
const paragraphs: readonly (readonly string[])[] = [
  ["We keep data.", "We delete it after a year!", "Why?", "Because we must"],
  ["We use vendors, e.g. Acme Inc. and others, i.e. partners (cf. Art. 6(1)(a) GDPR), for approx. 2.5 years."],
  ["Acme, Inc. (the “Company”) and Widget Ltd. are joint controllers.", "You may object."],
  ["You agree with Acme Inc.", "We process your data."],
  ["Data goes to the U.S. Department of Commerce and the U.K. Information Commissioner."],
  ["We store data in the U.S.", "The servers are there."],
  ["We rely on the EU-U.S. Data Privacy Framework."],
  ["Ask Dr. A. B. Miller at 5 St. James St. in London."],
  ["Ask Acme GmbH, Lindenstr. 12, in Berlin."],
  ["See No. 5 and Sec. 2 of the Act."],
  ["Do you sell data?", "No.", "We never do."],
  ["1. We collect names.", "2. We keep them.", "3.1. Not for long."],
  ["a. We collect names.", "b. We keep them."],
  ["Section 1. Introduction"],
  ["We follow Art. 6.", "Version v1.2 began in 2019.", "Nothing else changed."],
  [
    "Visit https://acme.test/privacy.html.",
    "Write to privacy@acme.test.",
    "Use acme.test or www.acme.test/a.Html today.",
  ],
  ["“We never sell data.”", "That is our promise.", "(It always was.)", "Trust us."],
  ["Visitors ask “Who are you?” often, and Yahoo! is one of them."],
  ["We may (a) keep data; (b) sell it; and (c) lose it."],
  ["Names, addresses, etc.", "We keep them all."],
  ["Names, addresses, etc. are kept."],
  ["We wait ... and wait… until you leave...", "Then we stop."],
  ["We keep data.", "we delete it too."],
  ["We keep data for legal reasons. and for no others"],
  ["Last updated on Jan. 5, 2024 at 5 p.m. Eastern Time"],
  ["Write to us at: .", "We answer."],
];

describe("sentences", () => {
  for (const sentences of paragraphs) {
    const source = sentences.join(" ");
    test(source, () => assert.deepEqual(split(source), sentences));
  }

  const others: readonly (readonly [string, readonly string[]])[] = [
    ["", []],
    ["We keep data.We delete it.You can ask", ["We keep data.", "We delete it.", "You can ask"]],
    ["Made with Node.js and ASP.Net at Booking.Com", ["Made with Node.js and ASP.Net at Booking.Com"]],
    ["Our Web site.Scope. This notice", ["Our Web site.", "Scope.", "This notice"]],
    ["**Who we are.**We are Acme", ["Who we are.", "We are Acme"]],
    ["<p>No stop here</p><p>Second</p>", ["No stop here", "Second"]],
    ["one line\n\\\nthe next line", ["one line the next line"]],
    ["1 Main Street<br>Town<br>Country", ["1 Main Street Town Country"]],
    ["We keep it. <!-- why? --> \n We do", ["We keep it.", "We do"]],
  ];
  for (const [source, expected] of others) {
    test(JSON.stringify(source), () => assert.deepEqual(split(source), expected));
  }
});

function split(source: string): string[] {
  const { text, sentences } = project(source, { quoted: false, linkLabels: new Set() });
  return sentences.map(({ start, end }) => text.slice(start, end));
}
