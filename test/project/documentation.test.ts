import presets from "clauselint:presets";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { configNames } from "../../project/find-config";
import { resolved, told } from "./project";

/** What stands between fences of a language. */
function fenced(page: string, language: string): string[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code]) => code ?? "",
  );
}

test("every configuration that a page shows is without mistakes", async () => {
  const shown = ["README.md", "docs/configuration.md"].flatMap((page) => fenced(page, "yaml"));
  assert.ok(shown.length >= 5);
  for (const text of shown) {
    const isFrontMatter = text.startsWith("---\n");
    const files = isFrontMatter
      ? { "/work/policies/privacy.md": text }
      : { "/work/policies/privacy.md": "# Privacy Policy\n", "/work/clauselint.config.yaml": text };
    const { problems } = await resolved(files, "/work/policies/privacy.md");
    assert.deepEqual(told(problems), [], text);
  }
});

test("the page names every preset, and every name that a configuration can have", () => {
  const page = readFileSync("docs/configuration.md", "utf8");
  for (const name of Object.keys(presets)) assert.ok(page.includes(`\`${name}\``), name);
  for (const name of configNames) {
    const [, base = "", extension = ""] = /^(clauselint\.config|\.clauselintrc|package\.json)(.*)$/.exec(name) ?? [];
    assert.ok(page.includes(base) && page.includes(extension), name);
  }
});
