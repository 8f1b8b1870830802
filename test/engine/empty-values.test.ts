import source from "clauselint:catalogue";
import assert from "node:assert/strict";
import { test } from "node:test";
import { compileDrafting } from "../../engine/analysis/drafting";
import { continuesAfter, findEmptyValues } from "../../engine/analysis/empty-values";
import { parse } from "../../engine/document/parse";
import { project } from "../../engine/document/prose";

const english = source.languages.find(({ id }) => id === "en");
assert.ok(english);
const words = compileDrafting(english.drafting);

/** What is found in a document, as "kind text". */
function found(text: string): readonly string[] {
  const document = parse(text, "markdown");
  return document.blocks.flatMap((block) => {
    const blockSource = text.slice(block.span.start, block.span.end);
    const prose = project(blockSource, { quoted: block.quoted, linkLabels: document.linkLabels });
    return findEmptyValues(blockSource, prose, { words })
      .filter(({ atEnd }) => !(atEnd && continuesAfter(document, block)))
      .map(({ kind, span }) => `${kind} ${blockSource.slice(span.start, span.end)}`);
  });
}

const lost: readonly (readonly [kind: string, text: string])[] = [
  ["address", "To see your data, ‹email us at›"],
  ["address", "To see your data, ‹email us at›."],
  ["address", "To see your data, ‹email us at› ."],
  ["address", "To see your data, ‹email us at›: . We answer soon."],
  ["address", "To see your data, ‹email us at›, and we answer soon."],
  ["address", "‹Contact us at› if you have questions."],
  ["address", "Please write with any question on this ‹policy at›"],
  ["address", "Send a ‹request to› ."],
  ["address", "Our office is ‹located at› ."],
  ["parentheses", "This holds for our ‹website ( and› its subdomains) and our app."],
  ["parentheses", "This holds for our ‹site (,› the blog)."],
  ["parentheses", "It belongs to ‹Brightlamp ()›."],
  ["quotes", 'Brightlamp (‹""›, “us”) collects your name.'],
  ["quotes", "Brightlamp (“we”, “us” or ‹“”›) collects your name."],
  ["number", "We keep it for ‹at least months›."],
  ["number", "We ask children under the ‹age of›."],
  ["name", "The app is ‹operated by› , and collects your name."],
  ["name", "The company is ‹known as› ."],
  ["date", "This policy was last ‹updated on› ."],
  ["date", "This is the policy ‹effective as of›."],
  ["link", "Read our ‹[cookie policy]()› too."],
  ["link", "Write to ‹[our office](mailto:)› please."],
  ["hidden-address", "Write to ‹[email protected]›."],
  ["hidden-address", "Write to ‹\\[email protected\\]›."],
  ["hidden-address", "Write to ‹[our office](https://brightlamp.io/cdn-cgi/l/email-protection)›."],
  ["hidden-address", "‹This email address is being protected from spambots›. You need JavaScript."],
];

test("every kind of lost value is found at the words that show the loss", () => {
  for (const [kind, marked] of lost) {
    const expected = marked.slice(marked.indexOf("‹") + 1, marked.indexOf("›"));
    assert.deepEqual(found(marked.replace(/[‹›]/g, "")), [`${kind} ${expected}`], marked);
  }
});

const whole: readonly string[] = [
  "That is the place we live at.",
  "That is the address you can reach us at.",
  "Tell us which number we may call you on, and what you are looking at.",
  "Contact us at any time, or at the address below.",
  "Contact us at privacy@brightlamp.io.",
  "Contact us at [our office](mailto:privacy@brightlamp.io).",
  "Contact us at <privacy@brightlamp.io>.",
  "Contact us at ![our address](address.png).",
  "Our website (and its subdomains) and our app ( and its widgets ) collect it.",
  "The function `send()` and main() return nothing.",
  "( ) yes ( ) no",
  "We keep it for years, up to 30 days, and tell you within days.",
  "We tell you who it was shared by, and with whom, and what it is used for.",
  'He said "" and we wrote “yes”.'.replace('""', "“no”"),
  "[Top](#) [Settings](#settings)",
  "Please contact us at:\n\nprivacy@brightlamp.io",
  "Please contact us at:\n\n- by e-mail: privacy@brightlamp.io",
  "Please write to us at\n\nBrightlamp Studio\n\n14 Harbour Row",
  "Please write to us at\n\n[the form](/contact)",
];

test("a sentence that has its value, or wants none, is left alone", () => {
  for (const text of whole) assert.deepEqual(found(text), [], text);
});

test("an address that should follow in the next block is missed where another matter begins", () => {
  assert.deepEqual(found("Please contact us at:\n\n## Changes\n\nWe may change this."), ["address contact us at"]);
  assert.deepEqual(found("Please contact us at"), ["address contact us at"]);
});
