import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../cli/harness";
import { brokenConfigs, goodConfigs } from "./configs";
import { type Files, resolved, told } from "./project";

const around: Files = {
  "/work/privacy.md": "# Privacy Policy\n\nWe collect your name. [TBD]\n",
  "/work/legal/security.md": "It is locked.",
  "/work/folder": null,
  "/work/folder/a.md": "",
  "/work/binary.yaml": "preview: \u0000",
  "/work/broken.json": '{ "version": 1,',
};
const written = Object.fromEntries(Object.entries(around).filter(([, text]) => text !== null)) as Record<
  string,
  string
>;

test("the configurations that are broken here are good before", async () => {
  for (const text of goodConfigs) {
    const { problems } = await resolved({ ...around, "/work/clauselint.config.yaml": text });
    assert.deepEqual(told(problems), []);
  }
});

const broken = brokenConfigs();

test("there are a hundred of them", () => assert.ok(broken.length >= 100, String(broken.length)));

for (const { name, text, path, line } of broken) {
  test(`${name}: a message with file and line, 2, and no stack trace`, async () => {
    const { code, stdout, stderr } = await run(["lint", "privacy.md"], { files: { ...written, [path]: text } });
    assert.equal(code, 2, text.slice(0, 1_000));
    assert.ok(!/\n {4}at |internal error|undefined|\[object|NaN/.test(stderr), stderr);
    const lines = stderr.trimEnd().split("\n");
    for (const each of lines) assert.match(each, /^clauselint: [^:]+\.(?:yaml|json):\d+:\d+: .+; .+[^.]$/);
    const file = path.slice("/work/".length);
    const own = lines.map((each) => new RegExp(`^clauselint: ${file}:(\\d+):`).exec(each)?.[1]);
    if (line !== undefined && !/broken\.json/.test(name)) {
      assert.ok(own.includes(String(line)), `line ${line} of\n${text}\n${stderr}`);
    }
    assert.match(stdout, /unfilled-placeholder/, "the findings are printed all the same");
  });
}

test("of thousands of mistakes a hundred are told", async () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `  missing-${index}: error`);
  const { problems } = await resolved({ ...around, "/work/clauselint.config.yaml": `rules:\n${names.join("\n")}\n` });
  assert.equal(problems.length, 100);
});
