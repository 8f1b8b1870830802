import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadWASM, OnigScanner, OnigString } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const injected = "text.clauselint.placeholders";
const files: Readonly<Record<string, string>> = {
  [injected]: "syntaxes/placeholders.injection.tmLanguage.json",
  "text.plain": "syntaxes/plain-text.tmLanguage.json",
  "text.html.markdown": "test/grammar/markdown.tmLanguage.json",
  "text.html.derivative": "test/grammar/html.tmLanguage.json",
};

async function loadOniguruma() {
  await loadWASM(readFileSync(join(process.cwd(), "node_modules/vscode-oniguruma/release/onig.wasm")));
  return {
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  };
}

const registry = new Registry({
  onigLib: loadOniguruma(),
  loadGrammar: async (scopeName) => {
    const file = files[scopeName];
    return file === undefined ? null : parseRawGrammar(readFileSync(join(process.cwd(), file), "utf8"), file);
  },
  getInjections: (scopeName) => (scopeName === injected ? [] : [injected]),
});

/** The pieces of a text that are coloured as placeholders. */
function coloured(grammar: IGrammar, text: string): readonly string[] {
  const found: string[] = [];
  let state = INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (scopes.some((scope) => scope.includes("placeholder"))) found.push(line.slice(startIndex, endIndex));
    }
  }
  return found;
}

const placeholders = [
  "[Company Name]",
  "[INSERT DATE]",
  "[insert contact information]",
  "[SUPPORT_EMAIL]",
  "[period, e.g. 30 days]",
  "[which data, e.g. account data]",
  "[e-mail address]",
  "[●]",
  "[__]",
  "[XX]",
  "____",
  "{{company_name}}",
  "{{ email }}",
  "$" + "{appName}",
  "{email}",
  "%APP_NAME%",
  "@@NAME@@",
  "<Company Name>",
  "<<company>>",
  "XX/XX/XXXX",
  "TBD",
  "TODO",
  "lorem ipsum",
  "INSERT ADDRESS",
  "privacy@example.com",
  "privacy@yourcompany.com",
  "yourdomain.com",
  "[NOTE: ask the lawyers whether this holds]",
  "[TBD by the processor team]",
];

const others = [
  "[our company](https://brightlamp.io)",
  "[company name][company]",
  "![company logo](logo.png)",
  "[^1]",
  "[1]",
  "[2019]",
  "[sic]",
  "[emphasis added]",
  "- [ ] send me your name",
  "- [x] send me your name",
  "[t]he company",
  "{{ site.email }}",
  "{{ company | upcase }}",
  "{% include address.html %}",
  "{{< company >}}",
  "{{else}}",
  "the cookie _ga_XXXX of /users/{id}",
  "<strong>",
  "<br>",
  "Title XX of the Act",
];

const onlyInMarkdown = ["`[Company Name]`", "`{{name}}`", "[company]: https://brightlamp.io", "<!-- TODO: check -->"];

const onlyInHtml = [
  '<p title="[Company Name]">',
  "<!-- TODO: check -->",
  '<script>const name = "{{name}}";</script>',
  '<a href="{{url}}">here</a>',
];

const inFormat: Readonly<Record<string, readonly string[]>> = {
  "text.html.markdown": onlyInMarkdown,
  "text.html.derivative": onlyInHtml,
  "text.plain": [],
};

for (const [scopeName, only] of Object.entries(inFormat)) {
  test(`placeholders are coloured in ${scopeName}`, async () => {
    const grammar = (await registry.loadGrammar(scopeName)) as IGrammar;
    for (const placeholder of placeholders) {
      assert.deepEqual(coloured(grammar, `We write ${placeholder} here, and that is all.`), [placeholder]);
    }
    assert.deepEqual(coloured(grammar, "We keep it for XX days and [X] weeks."), ["XX", "[X]"]);
  });

  test(`what only looks like a placeholder is left alone in ${scopeName}`, async () => {
    const grammar = (await registry.loadGrammar(scopeName)) as IGrammar;
    for (const text of [...others, ...only]) assert.deepEqual(coloured(grammar, text), [], text);
  });
}

test("code blocks and front matter are left alone", async () => {
  const grammar = (await registry.loadGrammar("text.html.markdown")) as IGrammar;
  const text = "---\ntitle: [Company Name]\n---\n\n```\n{{name}}\n```\n\nWrite to [email].\n";
  assert.deepEqual(coloured(grammar, text), ["[email]"]);
});

test("the manifest contributes both grammars", () => {
  const manifest = JSON.parse(readFileSync(join(process.cwd(), "package.json"), "utf8")) as {
    contributes?: { grammars?: readonly { scopeName: string; path: string }[] };
  };
  const grammars = manifest.contributes?.grammars ?? [];
  assert.deepEqual(grammars.map(({ scopeName }) => scopeName).sort(), [injected, "text.plain"]);
  for (const { path } of grammars) assert.ok(existsSync(join(process.cwd(), path)), path);
});
