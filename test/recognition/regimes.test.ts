import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../engine/analysis/analyse";
import type { Analysis } from "../../engine/analysis/analysis";
import { defaultConfig, type LintConfig } from "../../engine/config";
import { recognitionCatalogue } from "./languages";

const catalogue = recognitionCatalogue();

function read(body: string, config: Partial<LintConfig> = {}): Analysis {
  const text = `# Privacy Policy\n\n${body}\n`;
  const input = { format: "markdown", asOf: "2026-11-22", documentKey: "privacy.md" } as const;
  return analyse({ ...input, text, config: { ...defaultConfig, ...config } }, catalogue);
}

/** The inferred regimes with the words that claim them. */
function claimed(body: string): Record<string, string> {
  const { document, regimes } = read(body);
  return Object.fromEntries(
    regimes.flatMap(({ id, span }) => (span === undefined ? [] : [[id, document.text.slice(span.start, span.end)]])),
  );
}

test("the core set comes first, then what the text claims, by id", () => {
  const { regimes } = read("We follow the LGPD, the UK GDPR and the CCPA.");
  assert.deepEqual(
    regimes.map(({ id, from }) => [id, from]),
    [
      ["core", "default"],
      ["br-lgpd", "text"],
      ["uk-gdpr", "text"],
      ["us-ca-ccpa", "text"],
    ],
  );
});

test("configured regimes replace what the text claims; unknown ones are left out", () => {
  const { regimes } = read("We follow the LGPD.", { regimes: ["us-coppa", "core", "moon-law"] });
  assert.deepEqual(
    regimes.map(({ id, from, span }) => [id, from, span]),
    [
      ["core", "configuration", undefined],
      ["us-coppa", "configuration", undefined],
    ],
  );
});

const claims: readonly (readonly [text: string, regimes: Record<string, string>])[] = [
  ["We process it under the GDPR.", { "eu-gdpr": "GDPR" }],
  ["Your data stays in the EEA.", { "eu-gdpr": "EEA" }],
  ["We process it under the UK GDPR.", { "uk-gdpr": "UK GDPR" }],
  ["Complain to the Information Commissioner's Office.", { "uk-gdpr": "Information Commissioner's Office" }],
  ["The CCPA gives you rights.", { "us-ca-ccpa": "CCPA" }],
  ["We do not respond to Do Not Track.", { "us-ca-caloppa": "Do Not Track" }],
  ["The Virginia Consumer Data Protection Act applies.", { "us-state": "Virginia Consumer Data Protection Act" }],
  ["The LGPD applies.", { "br-lgpd": "LGPD" }],
  ["PIPEDA applies.", { "ca-pipeda": "PIPEDA" }],
  ["Law 25 applies.", { "ca-qc-law25": "Law 25" }],
  ["We are bound by the Australian Privacy Principles.", { "au-app": "Australian Privacy Principles" }],
  ["The Swiss FADP applies.", { "ch-fadp": "FADP" }],
  ["Acme is the Data Fiduciary.", { "in-dpdp": "Data Fiduciary" }],
  ["## Your GDPR rights\n\nRead on.", { "eu-gdpr": "GDPR" }],
];

for (const [text, regimes] of claims) {
  test(`claims ${Object.keys(regimes).join(", ")}: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(claimed(text), regimes);
  });
}

test("a claim by rights, consent or certification needs the whole statement", () => {
  const ids = (text: string) => Object.keys(claimed(text));
  assert.deepEqual(ids("California residents have the right to know what we collect."), ["us-ca-ccpa"]);
  assert.deepEqual(ids("Residents of Oregon have the right to appeal."), ["us-state"]);
  assert.deepEqual(ids("We obtain verifiable parental consent before a child joins."), ["us-coppa"]);
  assert.deepEqual(ids("Our games are directed to children."), ["us-coppa"]);
  assert.deepEqual(ids("We have certified that we adhere to the Data Privacy Framework."), ["dpf"]);
});

for (const text of [
  "Acme is the controller of your data.",
  "Our site is acme.co.uk.",
  "Our office is in California.",
  "We do not knowingly collect data from children under 13; if we learn of it without verifiable parental consent, we delete it.",
  "Our site is not directed to children under 13.",
  "Our vendor is certified under the Data Privacy Framework.",
  "Get the app on Google Play and in the App Store.",
  "Google's privacy policy says how Google complies with the GDPR in the EEA.",
]) {
  test(`claims nothing: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(claimed(text), {});
  });
}

test("a law names only signals that some language can find", () => {
  const known = new Set(source.languages.flatMap(({ recognition }) => Object.keys(recognition.signals)));
  const named = source.disclosures.flatMap(({ citations, variants }) => [
    ...citations.flatMap(({ when }) => when ?? []),
    ...variants.flatMap(({ turnsOn, onlyWith }) => [
      ...(turnsOn ?? []),
      ...(onlyWith === undefined ? [] : [onlyWith.signal]),
    ]),
  ]);
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((signal) => !known.has(signal)),
    [],
  );
});

test("regimes are claimed under the ids that citations use", () => {
  const known = new Set(source.regimes.map(({ id }) => id));
  const named = source.languages.flatMap(({ recognition }) => Object.keys(recognition.regimes));
  const cited = source.disclosures.flatMap(({ citations }) => citations.map(({ regime }) => regime));
  assert.deepEqual(
    [...named, ...cited].filter((id) => !known.has(id)),
    [],
  );
  assert.deepEqual(
    source.regimes.filter(({ isCore }) => isCore).map(({ id }) => id),
    ["core"],
  );
});
