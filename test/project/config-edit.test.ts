import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ConfigChange, changeConfig, notationOf } from "../../project/config-edit";

const suppression: ConfigChange = {
  kind: "append",
  key: "suppressions",
  value: { rule: "missing-retention", file: "privacy.md", reason: "Said in the app: see there" },
};
const evidence: ConfigChange = { kind: "set", key: "evidence", name: "retention", value: { quote: "We keep: all" } };

describe("changeConfig", () => {
  const cases: readonly [name: string, path: string, text: string, change: ConfigChange, expected: string][] = [
    [
      "begins an empty YAML file",
      "a.yml",
      "",
      suppression,
      'suppressions:\n  - rule: missing-retention\n    file: privacy.md\n    reason: "Said in the app: see there"\n',
    ],
    [
      "adds a list behind what is there, comments included",
      "a.yml",
      "# ours\nregimes: [core] # pinned\n# end\n",
      suppression,
      '# ours\nregimes: [core] # pinned\n# end\nsuppressions:\n  - rule: missing-retention\n    file: privacy.md\n    reason: "Said in the app: see there"\n',
    ],
    [
      "adds to a list in the middle, indented as it is",
      "a.yml",
      "suppressions:\n- rule: a # why\n  reason: b\n\n# next\nregimes: auto\n",
      { kind: "append", key: "suppressions", value: { rule: "c", reason: "d" } },
      "suppressions:\n- rule: a # why\n  reason: b\n- rule: c\n  reason: d\n\n# next\nregimes: auto\n",
    ],
    [
      "keeps the line ends",
      "a.yml",
      "suppressions:\r\n    - rule: a\r\n      reason: b\r\n",
      { kind: "append", key: "suppressions", value: { rule: "c", reason: "d" } },
      "suppressions:\r\n    - rule: a\r\n      reason: b\r\n    - rule: c\r\n      reason: d\r\n",
    ],
    [
      "minds a file without a line end",
      "a.yml",
      "regimes: auto",
      { kind: "append", key: "suppressions", value: { rule: "c", reason: "d" } },
      "regimes: auto\nsuppressions:\n  - rule: c\n    reason: d\n",
    ],
    [
      "adds to a list in brackets",
      "a.yml",
      "suppressions: [{ rule: a, reason: b }]\n",
      { kind: "append", key: "suppressions", value: { rule: "c", reason: "d" } },
      "suppressions: [ { rule: a, reason: b }, { rule: c, reason: d } ]\n",
    ],
    [
      "adds an entry to a map",
      "a.yml",
      "evidence:\n    contact: { quote: x }\nregimes: auto\n",
      evidence,
      'evidence:\n    contact: { quote: x }\n    retention:\n      quote: "We keep: all"\nregimes: auto\n',
    ],
    [
      "replaces an entry of a map",
      "a.yml",
      "evidence:\n  retention: { quote: x } \nregimes: auto\n",
      evidence,
      'evidence:\n  retention:\n    quote: "We keep: all"\nregimes: auto\n',
    ],
    [
      "keeps comments in JSON",
      "a.jsonc",
      '{\n    // ours\n    "regimes": "auto"\n}\n',
      { kind: "append", key: "suppressions", value: { rule: "c", reason: "d" } },
      '{\n    // ours\n    "regimes": "auto",\n    "suppressions": [\n        {\n            "rule": "c",\n            "reason": "d"\n        }\n    ]\n}\n',
    ],
    [
      "adds to a list in JSON",
      "a.json",
      '{\n\t"suppressions": [\n\t\t{\n\t\t\t"rule": "a", // why\n\t\t\t"reason": "b"\n\t\t}\n\t]\n}\n',
      { kind: "append", key: "suppressions", value: { rule: "c", reason: "d" } },
      '{\n\t"suppressions": [\n\t\t{\n\t\t\t"rule": "a", // why\n\t\t\t"reason": "b"\n\t\t},\n\t\t{\n\t\t\t"rule": "c",\n\t\t\t"reason": "d"\n\t\t}\n\t]\n}\n',
    ],
    [
      "begins an empty JSON file",
      "a.json",
      "",
      evidence,
      '{\n  "evidence": {\n    "retention": {\n      "quote": "We keep: all"\n    }\n  }\n}\n',
    ],
  ];
  for (const [name, path, text, change, expected] of cases) {
    it(name, () => {
      const changed = changeConfig(text, notationOf(path), change);
      assert.equal(JSON.stringify(changed), JSON.stringify(expected));
    });
  }

  it("changes a package.json below its own key", () => {
    const changed = changeConfig('{ "name": "x" }', "json", evidence, ["clauselint"]);
    assert.deepEqual(JSON.parse(String(changed)), {
      name: "x",
      clauselint: { evidence: { retention: { quote: "We keep: all" } } },
    });
  });

  const hopeless: readonly [name: string, path: string, text: string][] = [
    ["broken YAML", "a.yml", "rules: [\n"],
    ["broken JSON", "a.json", '{ "rules": '],
    ["a text that is a list", "a.yml", "- a\n"],
    ["a value that is no list", "a.yml", "suppressions: none\n"],
    ["a value that is no list in JSON", "a.json", '{ "suppressions": 1 }'],
  ];
  for (const [name, path, text] of hopeless) {
    it(`leaves ${name} alone`, () => assert.equal(changeConfig(text, notationOf(path), suppression), undefined));
  }
});
