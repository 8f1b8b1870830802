import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

const root = process.cwd();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
let folder = "";
let packed: { filename: string; files: { path: string; mode: number }[] };

/** Runs a program of the npm family, which is a script of the shell on Windows. */
function run(program: string, args: readonly string[], cwd: string) {
  const isScript = process.platform === "win32" && program !== "node";
  const executable = program === "node" ? process.execPath : program;
  return spawnSync(executable, [...args], { cwd, encoding: "utf8", shell: isScript, timeout: 120_000 });
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "clauselint-package-"));
  const build = run("node", ["esbuild.mjs"], root);
  assert.equal(build.status, 0, build.stderr);
  const pack = run("npm", ["pack", "--json", "--pack-destination", folder], root);
  assert.equal(pack.status, 0, pack.stderr);
  [packed] = JSON.parse(pack.stdout) as [typeof packed];
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true }));
  const install = run(
    "npm",
    ["install", "--offline", "--no-audit", "--no-fund", join(folder, packed.filename)],
    folder,
  );
  assert.equal(install.status, 0, install.stderr);
  cpSync(join(root, "examples"), join(folder, "policies"), { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("the tarball holds what a user needs and nothing else", () => {
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/api.cjs",
    "dist/api.d.ts",
    "dist/catalogue.bin",
    "dist/cli.cjs",
    "dist/config.cjs",
    "dist/explain.cjs",
    "dist/glob.cjs",
    "dist/html.cjs",
    "dist/output.d.ts",
    "package.json",
    "schemas/clauselint-config.schema.json",
    "schemas/clauselint-pack.schema.json",
    "schemas/config-output.schema.json",
    "schemas/coverage-output.schema.json",
    "schemas/explain-output.schema.json",
    "schemas/lint-output.schema.json",
  ]);
});

test("installed in an empty folder it brings nothing else along", () => {
  const names = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
  assert.deepEqual(names, ["clauselint"]);
});

test("npx runs the program", () => {
  const { status, stdout, stderr } = run("npx", ["--offline", "clauselint", "--version"], folder);
  assert.equal(status, 0, stderr);
  assert.ok(stdout.startsWith(`${version} (catalogue `), stdout);
});

test("the program begins a configuration, reads it, and loads what reads it only then", () => {
  const program = join(folder, "node_modules", "clauselint", "dist", "cli.cjs");
  const site = join(folder, "site");
  cpSync(join(root, "examples"), join(site, "policies"), { recursive: true });
  const clauselint = (...args: string[]) => run("node", [program, ...args], site);
  const init = clauselint("init", "--yes", "--preset", "gdpr", "--fact", "children=no");
  assert.equal(init.status, 0, init.stderr);
  const config = clauselint("config", "policies/complete-policy.md");
  assert.equal(config.status, 0, config.stderr);
  assert.match(config.stdout, /\nregimes +\["core","eu-gdpr"\] +preset clauselint:gdpr\n/);
  const update = clauselint("lint", "--update-baseline");
  assert.equal(update.status, 0, update.stderr);
  assert.equal(clauselint("lint").status, 0);
  renameSync(join(dirname(program), "config.cjs"), join(folder, "config.cjs"));
  try {
    assert.equal(clauselint("lint").status, 2, "with a configuration it is missed");
    const without = run("node", [program, "lint", "policies/complete-policy.md", "--fail-on", "never"], folder);
    assert.equal(without.status, 0, without.stderr);
  } finally {
    renameSync(join(folder, "config.cjs"), join(dirname(program), "config.cjs"));
  }
});

test("the program lints and covers, with a glob, a folder and standard input", () => {
  const clauselint = (...args: string[]) => run("npx", ["--offline", "clauselint", ...args], folder);
  const lint = clauselint("lint", "policies/*-holes.md", "--format", "json");
  assert.equal(lint.status, 1, lint.stderr);
  const { documents } = JSON.parse(lint.stdout) as { documents: { path: string; findings: unknown[] }[] };
  assert.deepEqual(
    documents.map(({ path }) => path),
    ["policies/policy-with-holes.md"],
  );
  assert.ok((documents[0]?.findings.length ?? 0) > 0);
  const coverage = clauselint("coverage", "policies");
  assert.equal(coverage.status, 0, coverage.stderr);
  assert.match(coverage.stdout, /\n2 files, 2 policies\n$/);
  const program = join(folder, "node_modules", "clauselint", "dist", "cli.cjs");
  const explained = clauselint("explain", "retention");
  assert.equal(explained.status, 0, explained.stderr);
  assert.match(explained.stdout, /^retention {2}how long personal data is kept\n/);
  const piped = spawnSync(process.execPath, [program, "lint", "-"], {
    input: "# Privacy Policy\n\nHello.\n",
    encoding: "utf8",
  });
  assert.equal(piped.status, 1, piped.stderr);
  assert.match(piped.stdout, /^<stdin>\n {2}1:3 /);
  const page = spawnSync(process.execPath, [program, "lint", "-", "--stdin-filename", "a.html"], {
    input: "<h1>Privacy Policy</h1><p>Hello.",
    encoding: "utf8",
  });
  assert.equal(page.status, 1, page.stderr);
  assert.match(page.stdout, /^a\.html\n {2}1:5 /);
});

test("a large output reaches a pipe whole, and a reader that stops is no failure, a full disk is", () => {
  const program = join(folder, "node_modules", "clauselint", "dist", "cli.cjs");
  const policy = `# Privacy Policy\n\n${"Write to [Company Name] at [address] within [period].\n\n".repeat(3000)}`;
  writeFileSync(join(folder, "large.md"), policy);
  const { status, stdout } = spawnSync(
    process.execPath,
    [program, "lint", "large.md", "--assume-policy", "--format", "json"],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  assert.equal(status, 1);
  const { summary } = JSON.parse(stdout) as { summary: { error: number } };
  assert.ok(summary.error >= 9000, String(summary.error));
  if (process.platform === "win32") return;
  const stopped = spawnSync(
    "sh",
    ["-c", `"$0" "$1" lint large.md --assume-policy | head -n 1; exit`, process.execPath, program],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  assert.equal(stopped.stdout, "large.md\n");
  assert.equal(stopped.stderr, "");
  if (process.platform !== "linux") return;
  const lost = spawnSync(
    "sh",
    ["-c", `"$0" "$1" lint large.md --assume-policy > /dev/full`, process.execPath, program],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  assert.equal(lost.status, 2);
  assert.match(lost.stderr, /^clauselint: the output cannot be written: ENOSPC/);
});

test("the API is there for require and for import", () => {
  const use =
    'const [f] = lint("# Privacy Policy").findings; console.log(f.ruleId, typeof coverage("<p>", { path: "a.html" }).disclosures);';
  writeFileSync(join(folder, "use.cjs"), `const { coverage, lint } = require("clauselint"); ${use}`);
  writeFileSync(join(folder, "use.mjs"), `import { coverage, lint } from "clauselint"; ${use}`);
  for (const name of ["use.cjs", "use.mjs"]) {
    const { status, stdout, stderr } = run("node", [name], folder);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^missing-[\w-]+ object\n$/);
  }
});

test("the types of the API are there, and refer to nothing that is not", () => {
  const source = [
    'import { coverage, lint, type FindingOutput, type LintOptions } from "clauselint";',
    'import schema from "clauselint/schemas/lint-output.schema.json";',
    'const options: LintOptions = { path: "a.md", asOf: "2026-01-01", assumePolicy: true };',
    'export const findings: readonly FindingOutput[] = lint("", options).findings;',
    'export const status: "met" | "weak" | "missing" | "not-applicable" | undefined = coverage("").disclosures.x?.status;',
    "// @ts-expect-error: the format has a closed set of values.",
    'lint("", { format: "pdf" });',
    "export const title: string = schema.title;",
  ];
  writeFileSync(join(folder, "use.ts"), source.join("\n"));
  const compilerOptions = {
    module: "node20",
    target: "es2023",
    lib: ["ES2023"],
    types: [],
    strict: true,
    noEmit: true,
    resolveJsonModule: true,
    noUncheckedIndexedAccess: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = run("node", [tsc, "-p", folder, "--pretty", "false"], folder);
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("the extension holds what VS Code needs and nothing else", () => {
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const { status, stdout, stderr } = run("node", [vsce, "ls", "--no-dependencies"], root);
  assert.equal(status, 0, stderr);
  const grammars = readdirSync(join(root, "syntaxes")).map((name) => `syntaxes/${name}`);
  assert.deepEqual(
    stdout
      .split(/\r?\n/)
      .filter((line) => line !== "")
      .sort(),
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/client/main-node.js",
      "dist/client/main-web.js",
      "dist/server/main-node.js",
      "dist/server/catalogue.bin",
      "dist/server/main-worker.js",
      ...grammars,
      "package.json",
      "schemas/clauselint-config.schema.json",
      "schemas/clauselint-pack.schema.json",
      "schemas/package-json.schema.json",
    ].sort(),
  );
});
