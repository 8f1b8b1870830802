import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import { type Files, mapFileSystem, resolved, resolverOf, told } from "./project";

const yaml = "/work/clauselint.config.yaml";
const policy = "# Privacy Policy\n";

test("without a configuration everything has its default", async () => {
  const { config, configPath, origins, problems, files } = await resolved({ "/work/privacy.md": policy });
  assert.deepEqual({ ...config, locked: undefined }, { ...defaultConfig, ...nothing, locked: undefined });
  assert.equal(configPath, undefined);
  assert.equal(origins.size, 0);
  assert.deepEqual(problems, []);
  assert.ok(files.includes(yaml), "a configuration that appears would have a say");
});

const nothing = { evidence: [], suppressions: [], factPlaces: {}, baselineKey: undefined };

test("the nearest configuration counts, up to the root of the repository", async () => {
  const path = "/repo/site/legal/privacy.md";
  const at = async (files: Files, folders: readonly string[]) =>
    (await resolved({ [path]: policy, ...files }, path, { folders })).configPath;
  const above = { "/repo/.clauselintrc": "preview: true", "/.clauselintrc": "preview: true" };
  assert.equal(await at({ ...above, "/repo/.git": null }, ["/repo/site"]), "/repo/.clauselintrc");
  assert.equal(await at({ ...above, "/repo/.git": "gitdir: elsewhere" }, ["/other"]), "/repo/.clauselintrc");
  assert.equal(await at(above, ["/repo/site"]), undefined);
  assert.equal(await at(above, ["/repo"]), "/repo/.clauselintrc");
  assert.equal(await at({ "/.clauselintrc": "", "/repo/.git": null }, ["/repo"]), undefined);
  const near = { ...above, "/repo/site/clauselint.config.json": "{}" };
  assert.equal(await at(near, ["/repo"]), "/repo/site/clauselint.config.json");
  assert.equal(await at({ "/repo/.clauselintrc": "" }, ["/elsewhere"]), "/repo/.clauselintrc");
});

test("every name and notation is read", async () => {
  const json = '// ours\n{ "regimes": ["uk-gdpr"], }';
  const written = "# ours\nregimes:\n  - uk-gdpr\n";
  const files: Files = {
    "clauselint.config.json": json,
    "clauselint.config.jsonc": json,
    "clauselint.config.yaml": written,
    "clauselint.config.yml": written,
    ".clauselintrc": written,
    ".clauselintrc.json": json,
    ".clauselintrc.jsonc": json,
    ".clauselintrc.yaml": written,
    ".clauselintrc.yml": written,
    "package.json": '{ "name": "acme", "clauselint": { "regimes": ["uk-gdpr"] } }',
  };
  for (const [name, text] of Object.entries(files)) {
    const { config, configPath, problems } = await resolved({ "/work/privacy.md": policy, [`/work/${name}`]: text });
    assert.deepEqual(told(problems), []);
    assert.equal(configPath, `/work/${name}`);
    assert.deepEqual(config.regimes, ["uk-gdpr"], name);
  }
  const inJson = await resolved({ "/work/privacy.md": policy, "/work/.clauselintrc": json });
  assert.deepEqual(inJson.config.regimes, ["uk-gdpr"]);
});

test("a package.json counts only where it has something for us", async () => {
  for (const text of ['{ "name": "clauselint" }', "{ broken", "[]", '{ "dependencies": { "clauselint": "1" } }']) {
    const { configPath, problems } = await resolved({ "/work/privacy.md": policy, "/work/package.json": text });
    assert.equal(configPath, undefined, text);
    assert.deepEqual(problems, []);
  }
});

test("a configuration that is a folder, or cannot be looked at, is told", async () => {
  const folder = await resolved({ "/work/privacy.md": policy, [yaml]: null, [`${yaml}/a.md`]: "" });
  assert.deepEqual(told(folder.problems), [
    "/work/clauselint.config.yaml:1:1: the configuration is a folder; name a file, or rename the folder",
  ]);
  const files: Files = { "/work/privacy.md": policy, [yaml]: "preview: true" };
  const fileSystem = mapFileSystem(files);
  const readFile = async () => {
    throw new Error("permission denied");
  };
  const closed = await resolved(files, "/work/privacy.md", { fileSystem: { ...fileSystem, readFile } });
  assert.deepEqual(told(closed.problems), [
    "/work/clauselint.config.yaml:1:1: the configuration cannot be read: permission denied; check that you may read it",
  ]);
});

test("two configurations in one folder are told", async () => {
  const { config, problems } = await resolved({
    "/work/privacy.md": policy,
    [yaml]: "preview: true",
    "/work/clauselint.config.json": '{ "preview": false }',
  });
  assert.equal(config.preview, false);
  assert.deepEqual(told(problems), [
    "/work/clauselint.config.json:1:1: there is another configuration beside this one, which does not count: clauselint.config.yaml; put them together in one file",
  ]);
});

test("layers: defaults, preset, file, override by glob, front matter, and each says which it was", async () => {
  const config = [
    "extends: [clauselint:gdpr, ./base.json]",
    "rules:",
    "  missing-contact: warning",
    "  missing-security: warning",
    "  missing-scope: warning",
    "overrides:",
    "  - files: [drafts/**]",
    "    rules: { missing-security: hint, missing-scope: hint }",
    "  - files: ['**/*.txt']",
    "    rules: { missing-security: off }",
  ].join("\n");
  const files: Files = {
    [yaml]: config,
    "/work/base.json": '{ "rules": { "missing-contact": "off", "missing-cookies": "off" } }',
    "/work/drafts/privacy.md": "---\nclauselint:\n  rules: { missing-scope: error }\n---\n# Privacy Policy\n",
  };
  const { config: found, origins, problems } = await resolved(files, "/work/drafts/privacy.md");
  assert.deepEqual(told(problems), []);
  const severities = Object.entries(found.rules).map(([id, { severity }]) => [id, severity]);
  assert.deepEqual(Object.fromEntries(severities), {
    "missing-cookies": "off",
    "missing-contact": "warning",
    "missing-security": "hint",
    "missing-scope": "error",
  });
  assert.deepEqual(found.regimes, ["core", "eu-gdpr"]);
  const layers = [...origins].map(([key, { layer, place }]) => `${key}: ${layer} ${place?.path}`);
  assert.deepEqual(layers.sort(), [
    "regimes: preset clauselint:gdpr",
    "rules.missing-contact: file /work/clauselint.config.yaml",
    "rules.missing-cookies: file /work/base.json",
    "rules.missing-scope: front matter /work/drafts/privacy.md",
    "rules.missing-security: override /work/clauselint.config.yaml",
  ]);
  const place = origins.get("rules.missing-security")?.place;
  assert.equal(config.slice(place?.span.start, place?.span.end), "missing-security");
});

test("presets and files that are extended side by side add up; what the file says itself takes their place", async () => {
  const regimes = async (text: string) => (await resolved({ "/work/privacy.md": policy, [yaml]: text })).config.regimes;
  assert.deepEqual(await regimes("extends: [clauselint:gdpr, clauselint:children]"), ["core", "eu-gdpr", "us-coppa"]);
  assert.deepEqual(await regimes("extends: clauselint:gdpr\nregimes: [uk-gdpr]"), ["uk-gdpr"]);
  assert.equal(await regimes("extends: clauselint:gdpr\nregimes: auto"), "auto");
});

test("every preset is a configuration without mistakes", async () => {
  const { default: presets } = await import("clauselint:presets");
  assert.ok(Object.keys(presets).length > 10);
  for (const name of Object.keys(presets)) {
    const { config, problems } = await resolved({ "/work/privacy.md": policy, [yaml]: `extends: clauselint:${name}` });
    assert.deepEqual(told(problems), []);
    assert.ok(config.regimes.length > 0 && config.regimes !== "auto", name);
  }
});

test("packages are found through the file system, and not in a workspace that is not trusted", async () => {
  const files: Files = {
    "/work/site/privacy.md": policy,
    "/work/site/.clauselintrc": "extends: ['@acme/rules', acme-policy, acme-all/strict.yaml, plain]",
    "/work/node_modules/@acme/rules/package.json": '{ "clauselint": "./config/base.yaml" }',
    "/work/node_modules/@acme/rules/config/base.yaml": "rules: { missing-contact: off }",
    "/work/site/node_modules/acme-policy/package.json": '{ "clauselint": { "rules": { "missing-scope": "off" } } }',
    "/work/node_modules/acme-all/strict.yaml": "rules: { missing-cookies: off }",
    "/work/node_modules/plain/package.json": "{}",
    "/work/node_modules/plain/clauselint.config.json": '{ "rules": { "missing-security": "off" } }',
  };
  const { config, problems } = await resolved(files, "/work/site/privacy.md");
  assert.deepEqual(told(problems), []);
  assert.deepEqual(Object.keys(config.rules).sort(), [
    "missing-contact",
    "missing-cookies",
    "missing-scope",
    "missing-security",
  ]);
  const untrusted = await resolved(files, "/work/site/privacy.md", { isTrusted: false });
  assert.deepEqual(untrusted.config.rules, {});
  assert.equal(untrusted.problems.length, 4);
  assert.match(told(untrusted.problems)[0] ?? "", /:1:11: "@acme\/rules" is not loaded: the workspace is not trusted/);
});

test("what extends itself, or more files than anybody needs, is told", async () => {
  const cycle = await resolved({
    "/work/privacy.md": policy,
    [yaml]: "extends: ./b.yaml\nrules: { missing-scope: off }",
    "/work/b.yaml": "extends: ./clauselint.config.yaml\nrules: { missing-contact: off }",
  });
  assert.deepEqual(told(cycle.problems), [
    '/work/b.yaml:1:10: "./clauselint.config.yaml" extends this file itself; take one of the two out',
  ]);
  assert.deepEqual(Object.keys(cycle.config.rules), ["missing-contact", "missing-scope"]);
  const many: Files = { "/work/privacy.md": policy, [yaml]: "extends: ./0.yaml" };
  for (let index = 0; index < 80; index += 1) many[`/work/${index}.yaml`] = `extends: ./${index + 1}.yaml`;
  assert.match(told((await resolved(many)).problems).join(), /more than 50 files extend one another/);
  const both = await resolved({
    "/work/privacy.md": policy,
    [yaml]: "extends: [./a.yaml, ./b.yaml]",
    "/work/a.yaml": "extends: ./c.yaml",
    "/work/b.yaml": "extends: ./c.yaml",
    "/work/c.yaml": "regimes: [core]",
  });
  assert.deepEqual(told(both.problems), []);
  assert.deepEqual(both.config.regimes, ["core"]);
});

test("a locked rule cannot be weakened further up, but made stronger", async () => {
  const files: Files = {
    "/work/org.yaml":
      "rules: { missing-contact: error, missing-scope: warning }\nlocked: [missing-contact, missing-scope]",
    [yaml]: [
      "extends: ./org.yaml",
      "rules: { missing-contact: off, missing-scope: error }",
      "suppressions: [{ rule: missing-contact, reason: we do not like it }]",
      "overrides: [{ files: '**', rules: { missing-contact: hint } }]",
    ].join("\n"),
    "/work/privacy.md": "---\nclauselint: { rules: { missing-contact: warning } }\n---\n# Privacy Policy\n",
  };
  const { config, problems } = await resolved(files);
  assert.deepEqual(config.rules["missing-contact"]?.severity, "error");
  assert.deepEqual(config.rules["missing-scope"]?.severity, "error");
  assert.deepEqual(config.suppressions, []);
  assert.deepEqual(config.locked, ["missing-contact", "missing-scope"]);
  assert.deepEqual(told(problems), [
    "/work/clauselint.config.yaml:2:10: the rule missing-contact is locked by org.yaml: nothing here can set it to off; leave it out, or make it error or stronger",
    "/work/clauselint.config.yaml:3:16: the rule missing-contact is locked by org.yaml: its findings cannot be suppressed here; take the suppression out, and change the text",
    "/work/clauselint.config.yaml:4:37: the rule missing-contact is locked by org.yaml: nothing here can set it to hint; leave it out, or make it error or stronger",
    "/work/privacy.md:2:24: the rule missing-contact is locked by org.yaml: nothing here can set it to warning; leave it out, or make it error or stronger",
  ]);
});

test("files name documents and their kinds, ignore takes them out", async () => {
  const text = [
    "files:",
    "  - policies/**/*.md",
    "  - { glob: policies/cookies.md, kind: cookie-policy, language: de }",
    "ignore: [policies/old, '!policies/old/kept.md']",
  ].join("\n");
  const at = async (path: string) => {
    const { isIgnored, isListed, config } = await resolved({ [yaml]: text, [path]: policy }, path);
    return [isIgnored, isListed, config.kind, config.language];
  };
  assert.deepEqual(await at("/work/policies/a.md"), [false, true, undefined, undefined]);
  assert.deepEqual(await at("/work/policies/cookies.md"), [false, true, "cookie-policy", "de"]);
  assert.deepEqual(await at("/work/policies/old/a.md"), [true, true, undefined, undefined]);
  assert.deepEqual(await at("/work/policies/old/kept.md"), [false, true, undefined, undefined]);
  assert.deepEqual(await at("/work/README.md"), [false, false, undefined, undefined]);
});

test("front matter configures its document, unless nobody listens", async () => {
  const text = "---\ntitle: A\nclauselint:\n  kind: cookie-policy\n  facts: { transfers: false }\n---\n# Cookies\n";
  const heard = await resolved({ "/work/a.md": text }, "/work/a.md");
  assert.equal(heard.config.kind, "cookie-policy");
  assert.deepEqual(heard.config.facts, { transfers: false });
  const place = heard.config.factPlaces?.transfers;
  assert.equal(text.slice(place?.span.start, place?.span.end), "transfers");
  const unheard = await resolved({ "/work/a.md": text }, "/work/a.md", { allowsInlineConfig: false });
  assert.equal(unheard.config.kind, undefined);
  assert.equal(unheard.config.inlineConfig, false);
  const forbidden = await resolved({ "/work/a.md": text, [yaml]: "inlineConfig: false" }, "/work/a.md");
  assert.equal(forbidden.config.kind, undefined);
});

test("front matter alone, before its keys have values, is front matter", async () => {
  const text = "---\r\nclauselint:\r\n  kind: terms\r\n---\r\n# Terms\r\n";
  assert.equal((await resolved({ "/work/a.md": text }, "/work/a.md")).config.kind, "terms");
});

test("a kind alone is short for the setting", async () => {
  const short = await resolved({ "/work/a.md": "---\nclauselint: terms\n---\n# Terms\n" }, "/work/a.md");
  assert.deepEqual(told(short.problems), []);
  assert.equal(short.config.kind, "terms");
  const toml = await resolved({ "/work/a.md": '+++\nclauselint = "terms"\n+++\n# Terms\n' }, "/work/a.md");
  assert.deepEqual([toml.config.kind, told(toml.problems)], ["terms", []]);
  const wrong = await resolved({ "/work/a.md": "---\nclauselint: term\n---\n# Terms\n" }, "/work/a.md");
  assert.deepEqual(told(wrong.problems), ['/work/a.md:2:13: there is no kind "term"; did you mean terms?']);
});

test("a mistake in front matter is told at its place in the document", async () => {
  const text = "---\ntitle: A\nclauselint:\n  kind: cookies\n  files: [a]\n---\n# Cookies\n";
  const { problems } = await resolved({ "/work/a.md": text }, "/work/a.md");
  assert.match(told(problems)[0] ?? "", /^\/work\/a\.md:4:9: there is no kind "cookies"/);
  assert.match(told(problems)[1] ?? "", /^\/work\/a\.md:5:3: there is no setting "files" in front matter/);
  const toml = await resolved({ "/work/a.md": '+++\ntitle = "A"\n[clauselint]\nkind = "terms"\n+++\n' }, "/work/a.md");
  assert.match(told(toml.problems).join(), /^\/work\/a\.md:3:1: .*this is TOML; put them into the configuration file$/);
});

test("evidence and suppressions hold where they say, with the text of the files that they name", async () => {
  const text = [
    "evidence:",
    "  retention: { file: legal/retention.md }",
    "  security: [{ quote: We lock it, files: privacy.md }, { url: 'https://acme.example/s', reason: one page for all }]",
    "  contact: { file: legal/gone.md }",
    "suppressions:",
    "  - { rule: missing-scope, file: privacy.md, reason: not needed, until: 2027-01-31 }",
    "  - { rule: missing-cookies, file: other.md, reason: not needed }",
  ].join("\n");
  const files: Files = { [yaml]: text, "/work/privacy.md": policy, "/work/legal/retention.md": "Ten years." };
  const { config, problems, files: watched } = await resolved(files);
  assert.deepEqual(told(problems), []);
  const seen = config.evidence.map(({ disclosure, quote, file, fileText, url }) => [
    disclosure,
    quote ?? file ?? url,
    fileText,
  ]);
  assert.deepEqual(seen, [
    ["retention", "legal/retention.md", "Ten years."],
    ["security", "We lock it", undefined],
    ["security", "https://acme.example/s", undefined],
    ["contact", "legal/gone.md", undefined],
  ]);
  assert.deepEqual(
    config.suppressions.map(({ rule, until }) => [rule, until]),
    [["missing-scope", "2027-01-31"]],
  );
  assert.ok(watched.includes("/work/legal/gone.md"));
});

test("what was read is kept until it is to be forgotten, and where it breaks, what held before holds on", async () => {
  const files: Files = { "/work/privacy.md": policy, [yaml]: "regimes: [core]" };
  const resolver = resolverOf(files);
  const regimes = async () => {
    const { config, problems } = (await resolver.load("/work/privacy.md")).resolve(policy);
    return [config.regimes, problems.length];
  };
  assert.deepEqual(await regimes(), [["core"], 0]);
  files[yaml] = "regimes: [core, eu-gdpr]";
  assert.deepEqual(await regimes(), [["core"], 0]);
  resolver.forget();
  assert.deepEqual(await regimes(), [["core", "eu-gdpr"], 0]);
  files[yaml] = "regimes: [core, eu-gdp]";
  resolver.forget();
  assert.deepEqual(await regimes(), [["core", "eu-gdpr"], 1]);
  files[yaml] = "regimes: [core";
  resolver.forget();
  assert.deepEqual(await regimes(), [["core", "eu-gdpr"], 1]);
  delete files[yaml];
  resolver.forget();
  assert.deepEqual(await regimes(), ["auto", 0]);
});

test("addresses of an editor are paths too", async () => {
  const files: Files = {
    "vscode-vfs://github/acme/site/privacy.md": policy,
    "vscode-vfs://github/acme/site/.clauselintrc": "extends: ./base.yaml\nfiles: '*.md'",
    "vscode-vfs://github/acme/site/base.yaml": "regimes: [core]",
  };
  const folders = ["vscode-vfs://github/acme/site"];
  const found = await resolved(files, "vscode-vfs://github/acme/site/privacy.md", { folders });
  assert.deepEqual(told(found.problems), []);
  assert.deepEqual([found.config.regimes, found.isListed, found.documentKey], [["core"], true, "privacy.md"]);
});
