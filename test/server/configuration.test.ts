import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import type { CreateLinter } from "../../cli/configuration";
import type { FileSystem } from "../../project/file-system";
import { baselineName, configNames } from "../../project/find-config";
import { readableExtensions } from "../../project/format";
import type { DocumentState } from "../../server/protocol";
import { createShippedLinter } from "../../server/shipped-linter";
import { memoryFileSystem } from "../cli/harness";
import { brokenConfigs } from "../project/configs";
import { type Client, type Options, plainCapabilities, rangeOf, startClient } from "./harness";
import { shippedLinter } from "./linters";

const policy = "# Privacy Policy\n\nWe collect your name. [TBD]\n";
const uri = "file:///work/privacy.md";
const configPath = "/work/clauselint.config.yaml";
const configUri = `file://${configPath}`;
const quiet = "rules: { unfilled-placeholder: off }\n";

/** The catalogue is compiled anew for packs only. */
const createLinter: CreateLinter = (packs = []) => (packs.length === 0 ? shippedLinter() : createShippedLinter(packs));

interface World extends Client {
  /** Writes files (`undefined` removes one) and tells the client's server about it. */
  write(files: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** Writes files and tells nobody. */
  put(files: Readonly<Record<string, string>>): void;
}

/** A server over files in memory. */
async function start(
  files: Readonly<Record<string, string>>,
  options: Partial<Options> & { readonly around?: (fileSystem: FileSystem) => FileSystem } = {},
): Promise<World> {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text, "utf8")]));
  const { around = (fileSystem) => fileSystem, ...others } = options;
  const fileSystem = around(memoryFileSystem(bytes));
  const client = await startClient({ createLinter, folders: ["file:///work"], fileSystem, ...others });
  return Object.assign(client, {
    put(changed: Readonly<Record<string, string>>) {
      for (const [path, text] of Object.entries(changed)) bytes.set(path, Buffer.from(text, "utf8"));
    },
    write(changed: Readonly<Record<string, string | undefined>>) {
      const changes = Object.entries(changed).map(([path, text]) => {
        const type = text === undefined ? 3 : bytes.has(path) ? 2 : 1;
        if (text === undefined) bytes.delete(path);
        else bytes.set(path, Buffer.from(text, "utf8"));
        return { uri: `file://${path}`, type };
      });
      return client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    },
  });
}

async function items(client: Client, address = uri): Promise<readonly Diagnostic[]> {
  return (await client.pull(address)).items ?? [];
}

const codes = async (client: Client, address = uri) => (await items(client, address)).map(({ code }) => code);

/** Whether the placeholder of the policy is found, which most configurations here are about. */
const isFound = async (client: Client, address = uri) =>
  (await codes(client, address)).includes("unfilled-placeholder");

/** Opens the policy and shows it. */
async function show(client: Client, address = uri, text = policy): Promise<readonly Diagnostic[]> {
  await client.open(address, text);
  return items(client, address);
}

describe("a mistake in a configuration", () => {
  const broken = "regimes: [core]\nrules: { missing-contct: off }\n";
  const mistake = {
    range: rangeOf(broken, "missing-contct"),
    severity: 1,
    code: "unknown-rule",
    source: "clauselint",
    message: 'there is no rule "missing-contct"; did you mean missing-contact?',
  };

  it("is shown in its file, though nothing is open, and goes when it is corrected", async () => {
    const client = await start({ [configPath]: broken });
    assert.deepEqual((await client.takeDiagnostics(configUri)).diagnostics, [mistake]);
    await client.write({ [configPath]: broken.replace("contct", "contact") });
    assert.deepEqual((await client.takeDiagnostics(configUri)).diagnostics, []);
    await client.stop();
  });

  it("in a folder below is shown while a document of it is open, and goes though nobody asks for the document", async () => {
    const nested = "/work/app/.clauselintrc";
    const address = "file:///work/app/privacy.md";
    const client = await start({ [nested]: broken });
    await show(client, address);
    assert.deepEqual((await client.takeDiagnostics(`file://${nested}`)).diagnostics, [mistake]);
    await client.write({ [nested]: "" });
    assert.deepEqual((await client.takeDiagnostics(`file://${nested}`)).diagnostics, []);
    await client.write({ [nested]: broken });
    assert.deepEqual((await client.takeDiagnostics(`file://${nested}`)).diagnostics, [mistake]);
    await client.close(address);
    assert.deepEqual((await client.takeDiagnostics(`file://${nested}`)).diagnostics, []);
    await client.stop();
  });

  it("is shown where it is: in what is extended, in a pack, in a baseline", async () => {
    const client = await start({
      [configPath]: "extends: ./base.json\npacks: [kite.yaml]\n",
      "/work/base.json": '{ "rules": { "missing-contact": "of" } }',
      "/work/kite.yaml": "id: kite\nname: Kite\ndisclosure: []\n",
      "/work/clauselint.baseline.json": '{ "version": 1,',
    });
    const first = async (name: string) => {
      const { diagnostics } = await client.takeDiagnostics(`file:///work/${name}`);
      return diagnostics[0];
    };
    assert.deepEqual((await first("base.json"))?.range.start, { line: 0, character: 32 });
    assert.deepEqual((await first("kite.yaml"))?.range.start, { line: 2, character: 0 });
    assert.equal((await first("clauselint.baseline.json"))?.code, "syntax");
    await client.stop();
  });

  it("is shown at the beginning of a file that is not there", async () => {
    const client = await start({}, { settings: { configPath: "rules/gone.yaml" } });
    const { diagnostics } = await client.takeDiagnostics("file:///work/rules/gone.yaml");
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [range.start, message]),
      [[{ line: 0, character: 0 }, "the configuration does not exist; check the path"]],
    );
    await client.stop();
  });

  it("is not shown where Clauselint is turned off, or another configuration holds", async () => {
    const client = await start({ [configPath]: broken, "/work/other.yaml": quiet });
    await show(client);
    assert.equal((await client.takeDiagnostics(configUri)).diagnostics.length, 1);
    await client.configure({ enable: false });
    assert.deepEqual((await client.takeDiagnostics(configUri)).diagnostics, []);
    await client.configure({ enable: true });
    assert.equal((await client.takeDiagnostics(configUri)).diagnostics.length, 1);
    await client.configure({ configPath: "other.yaml" });
    assert.deepEqual((await client.takeDiagnostics(configUri)).diagnostics, []);
    await client.stop();
  });

  it("leaves in force what held before it", async () => {
    const client = await start({ [configPath]: quiet });
    await show(client);
    assert.equal(await isFound(client), false);
    for (const text of ["rules: { unfilled-placeholder: of }\n", "rules: {", "- a list\n", "\u0000"]) {
      await client.write({ [configPath]: text });
      assert.ok((await client.takeDiagnostics(configUri)).diagnostics.length > 0, text);
      assert.equal(await isFound(client), false, text);
    }
    await client.write({ [configPath]: "rules: { unfilled-placeholder: hint }\n" });
    assert.deepEqual((await client.takeDiagnostics(configUri)).diagnostics, []);
    assert.equal((await items(client)).find(({ code }) => code === "unfilled-placeholder")?.severity, 4);
    await client.stop();
  });

  it("of any of a hundred kinds does", async () => {
    const around = {
      "/work/legal/security.md": "It is locked.",
      "/work/folder/a.md": "",
      "/work/binary.yaml": "preview: \u0000",
      "/work/broken.json": '{ "version": 1,',
    };
    const all = brokenConfigs();
    for (const place of new Set(all.map(({ path }) => path))) {
      const good = place.endsWith(".json") ? '{ "rules": { "unfilled-placeholder": "off" } }' : quiet;
      const client = await start({ ...around, [place]: good });
      const before = await show(client);
      assert.ok(before.length > 0 && !(await isFound(client)));
      for (const { name, text, path } of all) {
        if (path !== place) continue;
        await client.write({ [place]: text });
        assert.deepEqual(await items(client), before, name);
        await client.write({ [place]: good });
      }
      await client.stop();
    }
  });
});

describe("a configuration that changes", () => {
  it("renews what is shown, whether it changes, comes or goes", async () => {
    const client = await start({});
    await show(client);
    assert.equal(await isFound(client), true);
    for (const [text, expected] of [
      [quiet, false],
      ["rules: {}\n", true],
      [quiet, false],
      [undefined, true],
    ] as const) {
      await client.write({ [configPath]: text });
      await client.take("workspace/diagnostic/refresh");
      assert.equal(await isFound(client), expected, text);
    }
    await client.stop();
  });

  it("does so in every file that it is made of", async () => {
    const pack =
      "id: kite\nname: Kite\nlanguages: { en: { wording: [{ id: kite-name, terms: [your name], reason: no }] } }\n";
    const evidence = "Everything is locked away.\n";
    const client = await start({
      [configPath]:
        "extends: ['./base.yaml', '@kite/rules']\npacks: kite.yaml\nevidence: { purposes: { file: why.md, quote: locked away } }\n",
      "/work/base.yaml": quiet,
      "/work/kite.yaml": pack,
      "/work/why.md": evidence,
      "/work/node_modules/@kite/rules/package.json": '{ "clauselint": { "rules": { "missing-contact": "off" } } }',
    });
    await show(client);
    const found = async () => {
      const all = await codes(client);
      return ["unfilled-placeholder", "house-wording", "stale-evidence", "missing-contact"].filter((code) =>
        all.includes(code),
      );
    };
    assert.deepEqual(await found(), ["house-wording"]);
    const steps: readonly (readonly [string, string | undefined, readonly string[]])[] = [
      ["/work/base.yaml", "rules: {}\n", ["unfilled-placeholder", "house-wording"]],
      ["/work/kite.yaml", pack.replace("your name", "your hat"), ["unfilled-placeholder"]],
      ["/work/why.md", undefined, ["unfilled-placeholder", "stale-evidence"]],
      ["/work/why.md", evidence, ["unfilled-placeholder"]],
      [
        "/work/node_modules/@kite/rules/package.json",
        '{ "clauselint": {} }',
        ["unfilled-placeholder", "missing-contact"],
      ],
    ];
    for (const [path, text, expected] of steps) {
      await client.write({ [path]: text });
      await client.take("workspace/diagnostic/refresh");
      assert.deepEqual(await found(), expected, path);
    }
    await client.stop();
  });

  it("is not taken for the old one by who was reading it meanwhile", async () => {
    let open = () => {};
    let isReached = () => {};
    const reached = new Promise<void>((resolve) => {
      isReached = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const address = "file:///work/app/privacy.md";
    const path = "/work/app/.clauselintrc";
    let isFirst = true;
    const client = await start(
      { [path]: "rules: {}\n" },
      {
        around: (fileSystem) => ({
          ...fileSystem,
          async readFile(name) {
            const bytes = await fileSystem.readFile(name);
            if (name !== path || !isFirst) return bytes;
            isFirst = false;
            isReached();
            await gate;
            return bytes;
          },
        }),
      },
    );
    await client.open(address, policy);
    const pulled = client.pull(address);
    await reached;
    await client.write({ [path]: quiet });
    await client.take("workspace/diagnostic/refresh");
    open();
    assert.ok(!(await pulled).items?.some(({ code }) => code === "unfilled-placeholder"));
    assert.equal(await isFound(client, address), false);
    await client.stop();
  });

  it("is watched for by the names of all files that it may be made of", async () => {
    const client = await start({});
    const registered = async (): Promise<string> => {
      const { registrations } = (await client.take("client/registerCapability")) as {
        registrations: { method: string; registerOptions: { watchers?: { globPattern: string }[] } }[];
      };
      return registrations[0]?.registerOptions.watchers?.[0]?.globPattern ?? registered();
    };
    const [, names = ""] = /^\*\*\/\{(.*)\}$/.exec(await registered()) ?? [];
    const patterns = names.split(",");
    const watched = (name: string) =>
      patterns.some((each) => (each.startsWith("*") ? name.endsWith(each.slice(1)) : name === each));
    for (const name of [...configNames, baselineName, ...readableExtensions.map((each) => `evidence${each}`)]) {
      assert.ok(watched(name), name);
    }
    assert.ok(!watched("main.ts"));
    await client.stop();
  });

  it("is all that renews it", async () => {
    const client = await start({ [configPath]: quiet });
    await show(client);
    await client.write({ "/work/README.md": "# Kites\n", "/work/tsconfig.json": "{}", "/work/notes.yaml": "" });
    await client.settle();
    await client.settle();
    assert.ok(!client.received.some(({ method }) => method === "workspace/diagnostic/refresh"));
    await client.stop();
  });

  it("is looked for after saving by clients that cannot tell of changes", async () => {
    const client = await start({ [configPath]: quiet }, { capabilities: plainCapabilities });
    await client.open(uri, policy);
    const has = async () =>
      (await client.takeDiagnostics(uri)).diagnostics.some(({ code }) => code === "unfilled-placeholder");
    assert.equal(await has(), false);
    client.put({ [configPath]: "rules: {}\n" });
    await client.save(uri);
    // What saving publishes may have been read before.
    while (!(await has())) await client.settle();
    await client.stop();
  });
});

describe("what a configuration says of a document", () => {
  it("can be that it is left alone", async () => {
    const client = await start({ [configPath]: "ignore: [old/**]\n" });
    const address = "file:///work/old/privacy.md";
    assert.deepEqual(await show(client, address), []);
    const state = (await client.take("clauselint/documentState")) as DocumentState;
    assert.deepEqual([state.uri, state.isIgnored, state.reason], [address, true, "configuration"]);
    await client.write({ [configPath]: "" });
    await client.take("workspace/diagnostic/refresh");
    assert.ok((await items(client, address)).length > 0);
    const now = (await client.take("clauselint/documentState")) as DocumentState;
    assert.deepEqual([now.isIgnored, now.kind, now.configuration], [false, "privacy-policy", configUri]);
    await client.stop();
  });

  it("is pointed at where the text contradicts it", async () => {
    const config = "# Ours\nfacts:\n  transfers: false\n";
    const client = await start({ [configPath]: config });
    const text = `${policy}\nOur servers are in the United States, and we send your data there.\n`;
    const shown = await show(client, uri, text);
    const related = shown.find(({ code }) => code === "contradicted-fact")?.relatedInformation ?? [];
    assert.deepEqual(
      related.map(({ location }) => location),
      [{ uri: configUri, range: rangeOf(config, "transfers") }],
    );
    const own = `---\nclauselint:\n  facts: { transfers: false }\n---\n${text}`;
    const inText = await show(client, "file:///work/own.md", own);
    const there = inText.find(({ code }) => code === "contradicted-fact")?.relatedInformation ?? [];
    assert.deepEqual(
      there.map(({ location }) => location),
      [{ uri: "file:///work/own.md", range: rangeOf(own, "transfers") }],
    );
    await client.stop();
  });

  it("can stand in its front matter, with its mistakes", async () => {
    const client = await start({});
    const text = `---\ntitle: Ours\nclauselint:\n  rules: { unfilled-placeholder: off, missing-contct: off }\n---\n${policy}`;
    await show(client, uri, text);
    const all = await items(client);
    assert.ok(!all.some(({ code }) => code === "unfilled-placeholder"));
    const mistakes = all.filter(({ code }) => code === "unknown-rule");
    assert.deepEqual(
      mistakes.map(({ range, message }) => [range, message]),
      [[rangeOf(text, "missing-contct"), 'there is no rule "missing-contct"; did you mean missing-contact?']],
    );
    await client.change(uri, 2, [{ text: text.replace("contct", "contact") }]);
    assert.ok(!(await codes(client)).includes("unknown-rule"));
    await client.stop();
  });

  it("holds for a document that moved and that the baseline knows under its old name", async () => {
    const client = await start({ [configPath]: "", "/work/a/privacy.md": policy });
    const known = (await show(client, "file:///work/a/privacy.md")).map(({ code, data }) => ({
      rule: code,
      fingerprint: data.fingerprint,
    }));
    const documents = { "a/privacy.md": known };
    const hints = async (address: string) => (await items(client, address)).every(({ severity }) => severity === 4);
    await client.write({
      "/work/clauselint.baseline.json": JSON.stringify({ version: 1, fingerprint: 1, documents }),
    });
    assert.equal(await hints("file:///work/a/privacy.md"), true);
    const moved = "file:///work/b/privacy.md";
    await show(client, moved);
    assert.equal(await hints(moved), false);
    await client.write({ "/work/a/privacy.md": undefined, "/work/b/privacy.md": policy });
    assert.equal(await hints(moved), true);
    await client.stop();
  });
});

describe("settings of the editor", () => {
  it("hide what is less grave, and nothing else", async () => {
    const client = await start({ [configPath]: "rules: { unfilled-placeholder: information }\n" });
    await show(client);
    const all = await items(client);
    assert.ok(all.some(({ severity }) => severity === 3));
    await client.configure({ minimumSeverity: "error" });
    await client.take("workspace/diagnostic/refresh");
    assert.deepEqual(
      await items(client),
      all.filter(({ severity }) => severity === 1),
    );
    await client.stop();
  });

  it("name a configuration in place of the nearest one, seen from the folder", async () => {
    const client = await start(
      { "/work/app/.clauselintrc": "rules: {}\n", "/work/rules/strict.yaml": quiet },
      { settings: { configPath: "rules/strict.yaml" } },
    );
    const address = "file:///work/app/privacy.md";
    await show(client, address);
    assert.equal(await isFound(client, address), false);
    await client.write({ "/work/rules/strict.yaml": "rules: {}\n" });
    await client.take("workspace/diagnostic/refresh");
    assert.equal(await isFound(client, address), true);
    await client.stop();
  });
});

describe("a workspace", () => {
  it("that is not trusted loads no packages until it is", async () => {
    const client = await start(
      {
        [configPath]: "extends: '@kite/rules'\n",
        "/work/node_modules/@kite/rules/package.json": '{ "clauselint": "./rules.yaml" }',
        "/work/node_modules/@kite/rules/rules.yaml": quiet,
      },
      { initializationOptions: { isTrusted: false } },
    );
    await show(client);
    assert.equal(await isFound(client), true);
    const [mistake] = (await client.takeDiagnostics(configUri)).diagnostics;
    assert.equal(mistake?.code, "untrusted-workspace");
    await client.connection.sendNotification("clauselint/trust");
    await client.take("workspace/diagnostic/refresh");
    assert.equal(await isFound(client), false);
    assert.deepEqual((await client.takeDiagnostics(configUri)).diagnostics, []);
    await client.stop();
  });

  it("gives its first folder's configuration to drafts", async () => {
    const files = { [configPath]: quiet, "/other/.clauselintrc": "rules: {}\n" };
    const draft = "untitled:Untitled-1";
    const one = await start(files, { folders: ["file:///work", "file:///other"] });
    await show(one, draft);
    assert.equal(await isFound(one, draft), false);
    await one.stop();
    const other = await start(files, { folders: ["file:///other", "file:///work"] });
    await show(other, draft);
    assert.equal(await isFound(other, draft), true);
    await other.stop();
    const none = await start(files, { folders: [] });
    await show(none, draft);
    assert.equal(await isFound(none, draft), true);
    await none.stop();
  });

  it("has a configuration for each of its folders, and none from above them", async () => {
    const files = { "/a/.clauselintrc": quiet, "/b/.clauselintrc": "", "/.clauselintrc": quiet };
    const client = await start(files, { folders: ["file:///a", "file:///b", "file:///c"] });
    const found: boolean[] = [];
    for (const folder of ["a", "b", "c"]) {
      await show(client, `file:///${folder}/privacy.md`);
      found.push(await isFound(client, `file:///${folder}/privacy.md`));
    }
    assert.deepEqual(found, [false, true, true]);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: "file:///c", name: "c" }] },
    });
    await client.take("workspace/diagnostic/refresh");
    assert.equal(await isFound(client, "file:///c/privacy.md"), false, "outside of the folders it is looked for above");
    await client.stop();
  });
});
