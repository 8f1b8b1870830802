import assert from "node:assert/strict";
import { test } from "node:test";
import { recogniseLanguage } from "../../engine/analysis/language";
import type { Recognition } from "../../engine/analysis/model";
import { type RecognitionOptions, recogniseKind } from "../../engine/analysis/recognition";
import type { DocumentFormat } from "../../engine/document/model";
import { parse } from "../../engine/document/parse";
import { recognitionCatalogue } from "./languages";
import { otherGenres } from "./other-genres";

const { languages } = recognitionCatalogue();

type Options = Partial<RecognitionOptions> & { readonly format?: DocumentFormat };

function recognise(text: string, options: Options = {}): Recognition {
  const document = parse(text, options.format ?? "markdown");
  const language = recogniseLanguage(document, [...languages.values()], undefined);
  return recogniseKind(document, language, languages.get(language)?.recognition, {
    configured: undefined,
    assumePolicy: false,
    previousKind: undefined,
    documentKey: "",
    ...options,
  });
}

/** The kind, the reason and the words that decided. */
function told(text: string, options?: Options): string {
  const { kind, reason, span } = recognise(text, options);
  return [kind, reason, ...(span === undefined ? [] : [text.slice(span.start, span.end)])].join(" | ");
}

const body = `Tern Ltd runs a ferry. When you book, we collect your name and e-mail address.
We use your personal information to send you the ticket, and we share it with the port.
We use cookies to keep you signed in. We protect your information with encryption.
You may ask us to delete your data at any time. We may change this policy and tell you here.
We do not knowingly collect information from children.`;

for (const [what, text] of Object.entries(otherGenres)) {
  test(`${what} is no policy`, () => {
    assert.equal(recognise(text).kind, "not-a-policy");
    assert.equal(recognise(text, { format: "plaintext" }).kind, "not-a-policy");
    assert.equal(recognise(text.replaceAll("\n", "\r\n")).kind, "not-a-policy");
  });
}

test("a title is enough from the first line of a draft on", () => {
  for (const title of [
    "Privacy Policy",
    "Acme Privacy Notice",
    "PRIVACY STATEMENT",
    "Privacy Policy for Pocket Garden",
    "Pocket Garden - Privacy & Cookie Policy",
    "Notice of Privacy Practices",
    "Data Protection Notice",
    "Draft Privacy Policy",
  ]) {
    assert.equal(told(`# ${title}\n`), `privacy-policy | title | ${title}`);
    assert.equal(told(title, { format: "plaintext" }), `privacy-policy | title | ${title}`);
    assert.equal(told(`${title}\n\nLast updated: 2 May 2026\n`), `privacy-policy | title | ${title}`);
  }
});

test("a title stands in front matter, below the site's name, or below a note on where the text comes from", () => {
  assert.equal(
    told("---\ntitle: Privacy Policy\n---\n\nTern Ltd runs a ferry.\n"),
    "privacy-policy | title | Privacy Policy",
  );
  assert.equal(told("Tern\n\n# Privacy Policy\n\nTern Ltd runs a ferry.\n"), "privacy-policy | title | Privacy Policy");
  assert.equal(
    told("> *Copied from the site of the ferry on 2 May.*\n\n# Privacy Policy\n\nTern Ltd runs a ferry.\n"),
    "privacy-policy | title | Privacy Policy",
  );
});

test("a title of another kind is that kind", () => {
  for (const [title, kind] of [
    ["Terms of Service", "terms"],
    ["Cookie Policy", "cookie-policy"],
    ["Code of Conduct", "other-policy"],
    ["Data Processing Agreement", "other-policy"],
  ]) {
    assert.equal(told(`# ${title}\n\nIt holds for the ferry.\n`), `${kind} | title | ${title}`);
  }
});

test("only a document that calls itself a template is one", () => {
  assert.equal(told(`# Privacy Policy Template\n\n${body}\n`), "template | title | Privacy Policy Template");
  assert.equal(
    told(`# Privacy Policy\n\n${body.replaceAll("Tern Ltd", "[Company]")}\n`),
    "privacy-policy | title | Privacy Policy",
  );
  assert.equal(
    recognise("# Privacy policy template\n\nRun `npm install` and open a pull request.\n").kind,
    "not-a-policy",
  );
});

test("a word of another genre in a name does not hide a policy", () => {
  assert.equal(
    told(`# Privacy Policy for News Reader\n\n${body}`),
    "privacy-policy | title | Privacy Policy for News Reader",
  );
  assert.equal(recognise("# Privacy Policy for News Reader\n\nTo be written by the team.\n").kind, "not-a-policy");
});

test("a body tells a privacy policy without any title", () => {
  const { kind, reason, span } = recognise(body);
  assert.deepEqual([kind, reason], ["privacy-policy", "body"]);
  assert.equal(body.slice(span?.start, span?.end), "When you book, we collect your name and e-mail address.");
});

test("a file's name helps a body, and tells nothing alone", () => {
  const short =
    "We collect your e-mail address. We use your data to answer. We may update this policy. It rains. Ferries sail.\n";
  assert.equal(told(short), "not-a-policy | none");
  assert.equal(told(short, { documentKey: "docs/PRIVACY.md" }), "privacy-policy | file-name");
  assert.equal(told("The ferry sails at nine.\n", { documentKey: "privacy-policy.md" }), "not-a-policy | none");
});

test("configuration decides before front matter, and that before the title", () => {
  const text = "---\nclauselint: cookie-policy\n---\n\n# Terms of Service\n";
  assert.equal(told(text), "cookie-policy | front-matter | cookie-policy");
  assert.equal(told(text, { configured: "privacy-policy" }), "privacy-policy | configuration");
  assert.equal(
    told("---\nclauselint: not-a-policy\n---\n\n# Privacy Policy\n"),
    "not-a-policy | front-matter | not-a-policy",
  );
  assert.equal(told("---\nclauselint: article\n---\n\n# Terms of Service\n"), "terms | title | Terms of Service");
});

test("an assumed policy is a privacy policy unless its own title says another kind", () => {
  const assumePolicy = true;
  assert.equal(told("The ferry sails at nine.\n", { assumePolicy }), "privacy-policy | assumed");
  assert.equal(told("# Privacy Policy Checklist\n", { assumePolicy }), "privacy-policy | assumed");
  assert.equal(told("# Cookie Policy\n", { assumePolicy }), "cookie-policy | title | Cookie Policy");
  assert.equal(told("# Privacy Policy\n", { assumePolicy }), "privacy-policy | title | Privacy Policy");
  assert.equal(
    told("# プライバシーポリシー\n\n当社は個人情報を取り扱います。\n", { assumePolicy }),
    "privacy-policy | assumed",
  );
});

test("an open document stays what it was recognised as", () => {
  const text = "The ferry sails at nine.\n";
  assert.equal(recognise(text, { previousKind: "privacy-policy" }).kind, "privacy-policy");
  assert.equal(recognise(text, { previousKind: "not-a-policy" }).kind, "not-a-policy");
  assert.equal(told("# Privacy Policy\n", { previousKind: "not-a-policy" }), "privacy-policy | title | Privacy Policy");
});

test("a text in a language without words is no policy by its title", () => {
  for (const text of [
    "# Datenschutzerklärung\n\nWir erheben und speichern deine Daten nur, wenn du uns darum bittest.\n",
    "# 隐私政策\n\n我们收集您的个人信息。\n",
  ]) {
    assert.deepEqual([recognise(text).kind, recognise(text).language], ["not-a-policy", "und"]);
  }
});

test("what no words are in is no policy", () => {
  for (const text of ["", "\n\n", "---\n---\n", "# \n", "```\nprivacy policy\n```\n", "\u0000"]) {
    assert.equal(told(text), "not-a-policy | none");
  }
});

test("the title of a page decides where its text has none, and is pointed at in the text where it has one", () => {
  const page = (text: string) =>
    told(`<head><title>Privacy Policy | Tern</title></head><body>${text}</body>`, { format: "html" });
  const words = `<p>${body}</p>`;
  assert.equal(page(words), "privacy-policy | title | Privacy Policy | Tern");
  assert.equal(page(`<h1>Privacy <i>Policy</i></h1>${words}`), "privacy-policy | title | Privacy <i>Policy");
  assert.equal(
    told(`<nav>Privacy Policy</nav><h1>Ferries</h1><p>We sail daily.</p>`, { format: "html" }),
    "not-a-policy | none",
  );
});
