import assert from "node:assert/strict";
import { test } from "node:test";
import { readOptions } from "../../cli/options";
import { run } from "./harness";

const errorOf = (...args: string[]) => {
  const request = readOptions(args);
  return request.kind === "error" ? `${request.error.message}; ${request.error.remedy}` : request.kind;
};

test("options are read wherever they stand", () => {
  const request = readOptions(
    "--as-of 2026-02-28 lint a.md --format=json - --assume-policy --stdin-filename b.txt --fail-on hint --require-policy --regime eu-gdpr,core".split(
      " ",
    ),
  );
  assert.deepEqual(request, {
    kind: "run",
    options: {
      command: "lint",
      patterns: ["a.md", "-"],
      format: "json",
      regimes: ["eu-gdpr", "core"],
      assumePolicy: true,
      requirePolicy: true,
      stdinFilename: "b.txt",
      asOf: "2026-02-28",
      failOn: "hint",
      config: undefined,
      allowsInlineConfig: true,
      baseline: undefined,
      updatesBaseline: false,
    },
  });
});

test("without options the output is pretty and fails on errors", () => {
  assert.deepEqual(readOptions(["coverage"]), {
    kind: "run",
    options: {
      command: "coverage",
      patterns: [],
      format: "pretty",
      regimes: undefined,
      assumePolicy: false,
      requirePolicy: false,
      stdinFilename: undefined,
      asOf: undefined,
      failOn: "error",
      config: undefined,
      allowsInlineConfig: true,
      baseline: undefined,
      updatesBaseline: false,
    },
  });
});

test("what follows -- is a file, whatever it looks like", () => {
  const request = readOptions(["lint", "--", "--format"]);
  assert.deepEqual(request.kind === "run" && request.options.patterns, ["--format"]);
});

test("unknown options, commands and values name the nearest that there is", () => {
  assert.equal(errorOf("lint", "--fromat", "json"), "unknown option --fromat; did you mean --format?");
  assert.equal(errorOf("lint", "--asof=2026-01-01"), "unknown option --asof; did you mean --as-of?");
  assert.equal(errorOf("lint", "-x"), "unknown option -x; see clauselint --help");
  assert.equal(errorOf("lnit"), 'unknown command "lnit"; did you mean clauselint lint?');
  assert.equal(errorOf("privacy.md"), 'unknown command "privacy.md"; did you mean clauselint lint privacy.md?');
  assert.equal(errorOf("frobnicate"), 'unknown command "frobnicate"; there are: lint, coverage, explain, config, init');
  assert.equal(errorOf("lint", "--format", "jsn"), '--format cannot be "jsn"; did you mean json?');
  assert.equal(
    errorOf("lint", "--fail-on", "x"),
    '--fail-on cannot be "x"; there are: error, warning, information, hint, never',
  );
});

test("options that cannot be carried out are errors", () => {
  assert.equal(errorOf("lint", "--format"), "--format needs a value; see clauselint --help");
  assert.equal(errorOf("lint", "--format", "--help"), "--format needs a value; see clauselint --help");
  assert.equal(errorOf("lint", "--assume-policy=no"), "--assume-policy takes no value; give --assume-policy alone");
  assert.equal(errorOf("lint", "--as-of", "2026-02-30"), '--as-of "2026-02-30" is no day; write it as YYYY-MM-DD');
  assert.equal(errorOf("lint", "--as-of", "1.2.2026"), '--as-of "1.2.2026" is no day; write it as YYYY-MM-DD');
  assert.equal(
    errorOf("coverage", "--fail-on", "hint"),
    "--fail-on means nothing to coverage; leave it out, or use clauselint lint",
  );
  assert.equal(
    errorOf("lint", "a.md", "--stdin-filename", "b.md"),
    '--stdin-filename names nothing; add "-" to read standard input',
  );
});

test("help is printed where it is asked for, and where there is nothing else to do", async () => {
  for (const args of [["--help"], ["-h"], ["lint", "--help"]]) {
    const { code, stdout, stderr } = await run(args);
    assert.equal(code, 0);
    assert.match(stdout, /^Usage: clauselint/);
    assert.equal(stderr, "");
  }
  const { code, stdout, stderr } = await run([]);
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, /^Usage: clauselint/);
});

test("help names every option", async () => {
  const { stdout } = await run(["--help"]);
  for (const option of "format fail-on regime assume-policy require-policy stdin-filename as-of help version".split(
    " ",
  )) {
    assert.match(stdout, new RegExp(`--${option}\\b`));
  }
});

test("the version comes with the day of the catalogue", async () => {
  const { code, stdout } = await run(["--version"]);
  assert.equal(code, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+ \(catalogue \d{4}-\d\d-\d\d\)\n$/);
});

test("wrong usage is told on standard error", async () => {
  assert.deepEqual(await run(["lint", "--nope"]), {
    code: 2,
    stdout: "",
    stderr: "clauselint: unknown option --nope; see clauselint --help\n",
  });
});
