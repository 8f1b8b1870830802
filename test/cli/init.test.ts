import assert from "node:assert/strict";
import { test } from "node:test";
import type { LintOutput } from "../../cli/output";
import { resolved, shippedKnowledge, told } from "../project/project";
import { run, type World } from "./harness";

const policy = "# Privacy Policy\n\nWe keep to the General Data Protection Regulation (GDPR) and collect your name.\n";
const files = {
  "legal/privacy.md": policy,
  "legal/terms[1].html": "<h1>Privacy Policy</h1>\n<p>We collect your name when you order.</p>\n",
  "README.md": "# Acme\n\nInstall it with a package manager.\n",
};

/** The configuration that init writes, which has no mistakes. */
async function init(args: readonly string[], world: World = {}) {
  const outcome = await run(["init", ...args], { files, ...world });
  const text = outcome.files?.["clauselint.config.yaml"] ?? "";
  if (outcome.code === 0) {
    const { problems } = await resolved({ "/work/legal/privacy.md": policy, "/work/clauselint.config.yaml": text });
    assert.deepEqual(told(problems), [], text);
    // What is commented out is a configuration as well, once somebody takes the marks away.
    const all = text.replace(/^# (?=( *[\w-]+:| +- |extends|files|ignore))/gm, "").replace(/^regimes: auto$/m, "");
    const { problems: others } = await resolved({
      "/work/legal/privacy.md": policy,
      "/work/clauselint.config.yaml": all,
    });
    assert.deepEqual(
      told(others).filter((problem) => !/is set twice/.test(problem)),
      [],
      all,
    );
  }
  return { ...outcome, text };
}

test("init names the policies that lie there, and the laws that they name", async () => {
  const { code, stdout, text } = await init(["--yes"]);
  assert.equal(code, 0);
  assert.equal(stdout, "clauselint.config.yaml written; 2 policies found. Now run: clauselint lint\n");
  assert.match(
    text,
    /\nfiles:\n {2}- legal\/privacy\.md # privacy-policy\n {2}- .*terms.*1.*html.* # privacy-policy\n/,
  );
  assert.match(text, /\nregimes:\n {2}- core\n {2}- eu-gdpr # EU GDPR: named in legal\/privacy\.md:3\n/);
  assert.doesNotMatch(text, /README/);
});

test("what init writes is what lint then reads", async () => {
  const { text } = await init(["--yes", "--fact", "children=no"]);
  const { stdout } = await run(["lint", "--format", "json"], { files: { ...files, "clauselint.config.yaml": text } });
  const output = JSON.parse(stdout) as LintOutput;
  assert.deepEqual(
    output.documents.map(({ path, regimes }) => [path, regimes.map(({ id }) => id)]),
    [
      ["legal/privacy.md", ["core", "eu-gdpr"]],
      ["legal/terms[1].html", ["core", "eu-gdpr"]],
    ],
  );
});

test("flags give presets and facts, and nothing is asked", async () => {
  const { asked, text } = await init([
    ...[
      "--yes",
      "--preset",
      "gdpr,clauselint:us",
      "--fact",
      "company=Acme: Sons, & Co. #1",
      "--fact",
      "transfers=false",
    ],
    ...["--fact", "users=1,uk"],
  ]);
  assert.equal(asked, undefined);
  assert.match(text, /\nextends: \[clauselint:gdpr, clauselint:us\]\n/);
  assert.match(text, /\nfacts:\n {2}company: "Acme: Sons, & Co\. #1" # the legal name/);
  assert.match(text, /\n {2}transfers: false # whether/);
  assert.match(text, /\n {2}users: \[eea, uk\] # where/);
  assert.match(text, /\n# regimes: /);
  assert.match(text, /\n# {3}dpo: true # whether there is a data protection officer\n/);
});

test("at a terminal it asks for what was not given, and again where an answer cannot be meant", async () => {
  const answers = ["Acme GmbH", "nobody", "privacy@acme.example", "", "1, 2", "no"];
  const { asked = [], stderr, text } = await init(["--fact", "transfers=true"], { answers });
  assert.match(asked[0] ?? "", /^What is the company's full legal name\?/);
  assert.match(
    asked[3] ?? "",
    /^Where is the company established\? \(a number\)\n {2}1 {2}in the European Economic Area \(eea\)\n/,
  );
  assert.equal(asked.length, 6);
  assert.equal(
    stderr,
    'the fact contact cannot be "nobody"; write an e-mail address, for example "privacy@acme.example"\n',
  );
  assert.match(text, /\n {2}contact: privacy@acme\.example #/);
  assert.match(text, /\n {2}users: \[eea, uk\] #/);
  assert.match(text, /\n {2}children: false #/);
  assert.doesNotMatch(text, /\n {2}establishment:/);
});

test("a fact of every type can be given", async () => {
  const values: Readonly<Record<string, (options: readonly string[]) => string>> = {
    text: () => "some words",
    email: () => "a@b.example",
    url: () => "https://b.example/x",
    boolean: () => "yes",
    choice: ([first = ""]) => first,
    choices: ([first = ""]) => first,
    list: () => "one, two",
    age: () => "16",
    day: () => "2026-05-01",
  };
  const facts = [...shippedKnowledge().facts].flatMap(([id, { type, options = {} }]) => [
    "--fact",
    `${id}=${values[type]?.(Object.keys(options))}`,
  ]);
  const { code, stderr } = await init(["--yes", ...facts]);
  assert.equal(stderr, "");
  assert.equal(code, 0);
});

test("a configuration that is there is not overwritten without --force", async () => {
  const present = { ...files, "clauselint.config.yaml": "preview: true\n" };
  const refused = await run(["init", "--yes"], { files: present });
  assert.equal(refused.code, 2);
  assert.equal(refused.files, undefined);
  assert.equal(
    refused.stderr,
    "clauselint: there is a configuration already: clauselint.config.yaml; --force replaces it\n",
  );
  assert.equal((await run(["init", "--yes", "--force"], { files: present })).code, 0);
  const other = await run(["init", "--yes", "--force"], { files: { ...files, ".clauselintrc": "preview: true\n" } });
  assert.equal(other.code, 2);
  assert.match(other.stderr, /already: \.clauselintrc; change that one, or remove it first\n$/);
  const above = await run(["init", "--yes"], { files: { ...files, "/.clauselintrc": "", "/.git/HEAD": "" } });
  assert.equal(above.code, 0, "one above is another project's");
});

test("what cannot be meant is told, and nothing is written", async () => {
  const refuse = async (...args: string[]) => {
    const { code, stderr, files: written } = await run(["init", "--yes", ...args], { files });
    assert.equal(code, 2);
    assert.equal(written, undefined);
    return stderr;
  };
  assert.match(await refuse("--preset", "gdrp"), /there is no preset "gdrp"; did you mean gdpr\?/);
  assert.match(await refuse("--fact", "compny=Acme"), /there is no fact "compny"; did you mean company\?/);
  assert.match(await refuse("--fact", "company"), /--fact "company" has no value; write id=value/);
  assert.match(
    await refuse("--fact", "transfers=perhaps"),
    /the fact transfers cannot be "perhaps"; write true or false/,
  );
  assert.match(await refuse("--format", "json"), /--format means nothing to init; leave it out/);
  assert.match(await refuse("here"), /init takes no file/);
  const lint = await run(["lint", "--force"], { files });
  assert.match(lint.stderr, /--force means nothing to lint; leave it out/);
});

test("without a policy the files are an example", async () => {
  const { stdout, text } = await init(["--yes"], { files: { "README.md": files["README.md"] } });
  assert.match(stdout, /no policy found/);
  assert.match(text, /\n# files:\n/);
  assert.match(text, /\nregimes: auto\n/);
});
