import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { documentKinds } from "../engine/config";
import { logLevels } from "../server/log";
import { defaultSettings, readSettings } from "../server/settings";

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  version: string;
  engines: { node: string; vscode: string };
  main: string;
  browser: string;
  bin: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
  contributes: {
    commands: { command: string; title: string }[];
    menus: Record<string, { command: string }[]>;
    configuration: { properties: Record<string, Setting> };
    grammars?: { path: string; scopeName: string }[];
  };
};
const { contributes } = manifest;
const lock = JSON.parse(read("package-lock.json")) as {
  version: string;
  packages: Record<string, { version?: string; devDependencies?: Record<string, string> }>;
};

/** What the rooms' source files say, one after the other. */
function sourceOf(...rooms: string[]): string {
  return rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".ts"))
        .map((name) => read(join(room, name))),
    )
    .join("\n");
}

test("the lock file belongs to the manifest", () => {
  assert.equal(lock.version, manifest.version);
  assert.deepEqual(lock.packages[""]?.devDependencies, manifest.devDependencies);
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
  }
});

test("the changelog knows the version", () => {
  assert.match(read("CHANGELOG.md"), new RegExp(`^## ${manifest.version.replaceAll(".", "\\.")}\\b`, "m"));
});

test("the types of VS Code are those of the oldest one that is promised", () => {
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"]}`);
});

test("the commands of the manifest are those that the client registers", () => {
  const declared = contributes.commands.map(({ command }) => command).sort();
  const source = sourceOf("client", "server");
  const registered = [...source.matchAll(/registerCommand\(\s*(?:"([^"]+)"|(\w+))/g)].map(
    ([, id, constant]) => id ?? new RegExp(`\\b${constant} = "([^"]+)"`).exec(source)?.[1],
  );
  assert.deepEqual(registered.sort(), declared);
  const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
  for (const command of inMenus) assert.ok(declared.includes(command), command);
});

test("the settings of the manifest are those that the server reads, with the same defaults", () => {
  const { "clauselint.trace.server": trace, ...own } = contributes.configuration.properties;
  // The client library reads this one by itself.
  assert.ok(trace);
  const declared = Object.entries(own).map(([name, setting]) => [name.replace(/^clauselint\./, ""), setting.default]);
  assert.deepEqual(Object.fromEntries(declared), defaultSettings);
});

test("every value that a setting can have is one that the server knows", () => {
  const { properties } = contributes.configuration;
  assert.deepEqual(properties["clauselint.logLevel"]?.enum, logLevels);
  for (const run of properties["clauselint.run"]?.enum ?? []) assert.equal(readSettings({ run }).run, run);
  for (const [name, setting] of Object.entries(properties)) {
    if (setting.enumDescriptions) assert.equal(setting.enumDescriptions.length, setting.enum?.length, name);
  }
});

test("the client names every kind of document that there is", () => {
  const source = read("client/kind-names.ts");
  for (const kind of documentKinds) assert.match(source, new RegExp(`^ {2}"?${kind}"?:`, "m"));
});

test("every file that the manifest names is built, or is there", () => {
  const bundles = read("esbuild.mjs");
  const named = [
    manifest.main,
    manifest.browser,
    ...Object.values(manifest.bin),
    ...Object.values(manifest.exports).flatMap((target) =>
      typeof target === "string" ? [target] : Object.values(target),
    ),
    ...(contributes.grammars ?? []).map(({ path }) => path),
  ].map((path) => path.replace(/^\.\//, ""));
  for (const path of named) {
    const isBuilt = path.startsWith("dist/") && bundles.includes(`"${path.slice("dist/".length)}"`);
    assert.ok(isBuilt || existsSync(join(root, path)), path);
  }
});

test("every script that runs a file of ours finds it", () => {
  for (const command of Object.values(manifest.scripts)) {
    for (const [, path] of command.matchAll(/\bnode (\S+\.mjs)/g))
      assert.ok(existsSync(join(root, String(path))), path);
  }
});
