import assert from "node:assert/strict";
import { test } from "node:test";
import { createShippedLinter } from "../../cli/shipped-linter";
import { createLinterOfFour } from "../four-disclosures";
import { run } from "./harness";

const complete = [
  "# Privacy Policy of Tidewater Maps",
  "",
  "We delete your personal data 30 days after you close your account.",
  "",
  "We transfer personal data to the United States under the standard contractual clauses.",
  "",
  "Our service is not directed to children under 13, and we do not knowingly collect data from them.",
  "",
  "Write to us at privacy@tidewatermaps.io or Tidewater Maps Ltd, 5 Quay Street, Galway, H91 K7P2, Ireland.",
  "",
].join("\n");
const vague = complete.replace("30 days after you close your account", "when we no longer need it");
const holed = "# Privacy Policy\n\nWe keep your data for as long as we need it.\n";
/** For whatever is said of everything that there is to report: a catalogue that does not grow. */
const createLinter = () => four;
const four = createLinterOfFour();
const recipe = "# Soup\n\nBoil water, add leeks.\n";

test("a file without findings gives 0 and says so", async () => {
  assert.deepEqual(await run(["lint", "a.md"], { files: { "a.md": complete }, createLinter }), {
    code: 0,
    stdout: "1 file, 1 policy, no findings\n",
    stderr: "",
  });
});

test("findings are shown with place, severity, message, rule and the words they are about", async () => {
  const { code, stdout, stderr } = await run(["lint", "a.md"], { files: { "a.md": vague }, createLinter });
  assert.equal(stderr, "");
  assert.equal(code, 0);
  const [path, finding, line, mark, empty, summary] = stdout.split("\n");
  assert.equal(path, "a.md");
  assert.match(finding ?? "", /^ {2}3:\d+ {2}warning {2}\S.* {2}weak-retention$/);
  assert.match(line ?? "", /^ {4}3 \| We delete your personal data when we no longer need it\.$/);
  const underlined = (line ?? "").slice((mark ?? "").indexOf("^"), (mark ?? "").lastIndexOf("^") + 1);
  assert.notEqual(underlined, "");
  assert.ok("when we no longer need it".includes(underlined), underlined);
  assert.equal(empty, "");
  assert.equal(summary, "1 file, 1 policy, 1 warning");
});

test("errors give 1, and --fail-on moves the bar", async () => {
  const world = { files: { "holed.md": holed, "vague.md": vague }, createLinter };
  const codeOf = async (...args: string[]) => (await run(["lint", ...args], world)).code;
  assert.equal(await codeOf("holed.md"), 1);
  assert.equal(await codeOf("vague.md"), 0);
  assert.equal(await codeOf("vague.md", "--fail-on", "warning"), 1);
  assert.equal(await codeOf("vague.md", "--fail-on", "hint"), 1);
  assert.equal(await codeOf("holed.md", "--fail-on", "never"), 0);
});

test("what is no policy gives nothing, and the summary says what to do", async () => {
  const { code, stdout } = await run(["lint", "soup.md"], { files: { "soup.md": recipe } });
  assert.equal(code, 0);
  assert.equal(
    stdout,
    "1 file, 0 policies, no findings (nothing was taken for a policy; --assume-policy checks it all the same)\n",
  );
});

test("--assume-policy checks it all the same", async () => {
  const { code, stdout } = await run(["lint", "soup.md", "--assume-policy"], { files: { "soup.md": recipe } });
  assert.equal(code, 1);
  assert.match(stdout, /missing-retention/);
});

test("--require-policy makes it an error", async () => {
  const files = { "soup.md": recipe, "a.md": complete };
  const { code, stderr, stdout } = await run(["lint", "soup.md", "a.md", "--require-policy"], { files, createLinter });
  assert.equal(code, 2);
  assert.match(
    stderr,
    /^clauselint: soup\.md: is not taken for a policy, .*; give it the title of a policy, [^\n]*\n$/,
  );
  assert.match(stdout, /^2 files, 1 policy/);
});

test("files come in the order of the arguments, within a folder or glob by path, and each once", async () => {
  const files = { "z.md": holed, "p/b.md": holed, "p/a.txt": holed, "p/sub/c.html": holed, "p/x.css": holed };
  const pathsOf = async (...args: string[]) => {
    const { stdout } = await run(["lint", "--format", "json", ...args], { files });
    return (JSON.parse(stdout) as { documents: { path: string }[] }).documents.map(({ path }) => path);
  };
  assert.deepEqual(await pathsOf("z.md", "p"), ["z.md", "p/a.txt", "p/b.md", "p/sub/c.html"]);
  assert.deepEqual(await pathsOf("p/*.html", "p/a.txt"), ["p/sub/c.html", "p/a.txt"]);
  assert.deepEqual(await pathsOf("p/b.md", "./p/b.md", "/work/p/../p/b.md"), ["p/b.md"]);
  assert.deepEqual(await pathsOf(), ["p/a.txt", "p/b.md", "p/sub/c.html", "z.md"]);
});

test("node_modules and .git are nobody's own policies", async () => {
  const files = { "node_modules/m/PRIVACY.md": holed, ".git/PRIVACY.md": holed, ".github/PRIVACY.md": complete };
  const { stdout } = await run(["lint", "."], { files, createLinter });
  assert.equal(stdout, "1 file, 1 policy, no findings\n");
});

test("a file that is elsewhere is named by its whole path", async () => {
  const { stdout } = await run(["lint", "../other/a.md"], { files: { "/other/a.md": holed } });
  assert.match(stdout, /^\/other\/a\.md\n/);
});

test("each argument that leads to nothing is named, and the rest is checked", async () => {
  const files = { "a.md": complete, "img/logo.png": "x" };
  const { code, stdout, stderr } = await run(["lint", "b.md", "c/*.md", "img", "a.md"], { files, createLinter });
  assert.equal(code, 2);
  assert.equal(stdout, "1 file, 1 policy, no findings\n");
  assert.deepEqual(stderr.trimEnd().split("\n"), [
    "clauselint: b.md: no such file or folder; check the path",
    "clauselint: c/*.md: matches no file; check the pattern",
    "clauselint: img: holds no Markdown, HTML or text file; name another folder",
  ]);
});

test("each file that cannot be read is named, and 2 wins over 1", async () => {
  const files = {
    "a.pdf": "%PDF",
    "b.md": Buffer.from([0x23, 0x0a, 0xe9]),
    "c.md": Buffer.from([0xff, 0xfe, 0x23, 0]),
    "d.md": holed,
  };
  const { code, stdout, stderr } = await run(["lint", "a.pdf", "b.md", "c.md", "d.md"], { files });
  assert.equal(code, 2);
  assert.match(stdout, /^d\.md\n/);
  assert.match(stdout, /\n1 file, 1 policy, [1-9]/);
  assert.deepEqual(stderr.trimEnd().split("\n"), [
    "clauselint: a.pdf: .pdf is no format that can be read; give its text as Markdown, HTML or plain text (.md, .markdown, .mdown, .html, .htm, .xhtml, .txt, .text)",
    "clauselint: b.md: is not UTF-8 (byte 2, line 2); save it as UTF-8",
    "clauselint: c.md: is UTF-16, not UTF-8 (byte 0, line 1); save it as UTF-8",
  ]);
});

test("standard input is read where - stands, and --stdin-filename names it", async () => {
  const read = async (args: readonly string[], stdin: string | Uint8Array) => {
    const { code, stdout, stderr } = await run(["lint", "--format", "json", ...args], { stdin });
    const { documents } = JSON.parse(stdout) as { documents: { path: string; findings: unknown[] }[] };
    return { code, stderr, paths: documents.map(({ path }) => path) };
  };
  assert.deepEqual(await read(["-"], complete), { code: 0, stderr: "", paths: ["<stdin>"] });
  assert.deepEqual(await read(["-", "--stdin-filename", "docs/../p.md"], complete), {
    code: 0,
    stderr: "",
    paths: ["p.md"],
  });
  assert.deepEqual(await read(["-", "--stdin-filename", "p.pdf"], complete), {
    code: 2,
    stderr:
      "clauselint: p.pdf: .pdf is no format that can be read; give its text as Markdown, HTML or plain text (.md, .markdown, .mdown, .html, .htm, .xhtml, .txt, .text)\n",
    paths: [],
  });
  const { code, stderr } = await read(["-"], Buffer.from([0xff]));
  assert.deepEqual(
    [code, stderr],
    [2, "clauselint: standard input: is not UTF-8 (byte 0, line 1); save it as UTF-8\n"],
  );
});

test("the format of standard input is that of its name, Markdown without one", async () => {
  const stdin = "# Privacy Policy\n\n<!-- We keep your personal data for 30 days. -->\n";
  const retention = async (...args: string[]) => {
    const { stdout } = await run(["coverage", "-", "--assume-policy", "--format", "json", ...args], { stdin });
    return JSON.parse(stdout).documents[0].disclosures.retention.status as string;
  };
  assert.equal(await retention(), "missing");
  assert.equal(await retention("--stdin-filename", "a.txt"), "met");
  assert.equal(await retention("--stdin-filename", "a.html"), "missing");
});

test("a rule that fails is an internal error: 2, and the findings of the others stay", async () => {
  const createLinter = () => {
    const linter = createShippedLinter();
    return {
      ...linter,
      lint: (input: Parameters<typeof linter.lint>[0]) => {
        const result = linter.lint(input);
        const [first] = result.findings;
        assert.ok(first);
        return { ...result, findings: [{ ...first, ruleId: "internal-error" }, ...result.findings] };
      },
    };
  };
  const { code, stdout } = await run(["lint", "a.md", "--fail-on", "never"], {
    files: { "a.md": holed },
    createLinter,
  });
  assert.equal(code, 2);
  assert.match(stdout, /internal-error\n[\s\S]*missing-contact/);
});

test("whatever else goes wrong is reported, not thrown", async () => {
  const createLinter = () => {
    throw new Error("the catalogue contradicts itself");
  };
  const { code, stderr } = await run(["lint", "a.md"], { files: { "a.md": holed }, createLinter });
  assert.equal(code, 2);
  assert.match(stderr, /^clauselint: internal error; .*\nError: the catalogue contradicts itself/);
});

test("coverage is a table with the lines of the evidence", async () => {
  const { code, stdout } = await run(["coverage", "a.md", "soup.md"], { files: { "a.md": vague, "soup.md": recipe } });
  assert.equal(code, 0);
  assert.match(stdout, /^a\.md {2}privacy-policy, en, core/);
  assert.match(stdout, /\n {2}disclosure +status +evidence\n/);
  assert.match(stdout, /\n {2}retention +weak \(vague\) +line 3: .*personal data when we no longer need it\.\n/);
  assert.match(stdout, /\n {2}children-age +met \(age\) +line 7: /);
  assert.match(stdout, /\nsoup\.md {2}not-a-policy\n {2}Not taken for a policy, /);
  assert.match(stdout, /\n2 files, 1 policy\n$/);
});

test("a disclosure that is nowhere has no evidence", async () => {
  const { stdout } = await run(["coverage", "a.md"], { files: { "a.md": "# Privacy Policy\n\nHello.\n" } });
  assert.match(stdout, /\n {2}retention +missing +-\n/);
});

test("colours are on where the terminal has them, and never change the words", async () => {
  const world = { files: { "a.md": holed } };
  const plain = await run(["lint", "a.md"], world);
  const coloured = await run(["lint", "a.md"], { ...world, isTerminal: true });
  const off = await run(["lint", "a.md"], { ...world, isTerminal: true, environment: { NO_COLOR: "1" } });
  assert.equal(off.stdout, plain.stdout);
  assert.notEqual(coloured.stdout, plain.stdout);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what colours are made of.
  assert.equal(coloured.stdout.replace(/\u001b\[\d+m/g, ""), plain.stdout);
});
