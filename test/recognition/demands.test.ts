import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultConfig } from "../../engine/config";
import { createShippedLinter } from "../../server/shipped-linter";

const linter = createShippedLinter();

/** What turns the duties of a privacy policy on, wherever it stands. */
const claims = `Under the GDPR, the UK GDPR, the CCPA, COPPA, CalOPPA, PIPEDA and Law 25 you have rights.
We sell your personal information for targeted advertising and follow you over time and across other sites.
Our games are made for children. We transfer data to the United States. We rely on our legitimate interests.
We use analytics cookies with your consent, and decide by automated decision-making, including profiling.`;

const documents: Readonly<Record<string, string>> = {
  "terms of service": `# Terms of Service\n\nThese terms are a contract between you and Harbour Lane Ltd.\n\n${claims}\n`,
  "a licence": `# End User Licence Agreement\n\nYou may install the app on two phones.\n\n${claims}\n`,
  "a code of conduct": `# Code of Conduct\n\nHarassment is not tolerated. Maintainers enforce this code.\n\n${claims}\n`,
  "community guidelines": `# Community Guidelines\n\nBe kind. Moderators remove what is not.\n\n${claims}\n`,
  "an acceptable use policy": `# Acceptable Use Policy\n\nYou must not send spam.\n\n${claims}\n`,
  "a data processing agreement": `# Data Processing Agreement\n\nThe processor acts on instructions of the customer.\n\n${claims}\n`,
  "a refund policy": `# Refund Policy\n\nSend the lamp back within 30 days.\n\n${claims}\n`,
};

/** The disclosures about which something is reported, each once. */
function demanded(text: string, regimes: "auto" | readonly string[]): readonly string[] {
  const { findings } = linter.lint({
    text,
    format: "markdown",
    config: { ...defaultConfig, regimes },
    asOf: linter.catalogue.version,
    documentKey: "document.md",
    assumePolicy: false,
  });
  return [...new Set(findings.flatMap(({ disclosure }) => disclosure ?? []))].sort();
}

const everyRegime = [...linter.catalogue.regimes.keys()];

for (const [what, text] of Object.entries(documents)) {
  test(`${what} is asked for nothing that a privacy policy owes`, () => {
    assert.deepEqual(demanded(text, "auto"), []);
    assert.deepEqual(demanded(text, everyRegime), []);
  });
}

test("the same words in a privacy policy are asked for a lot", () => {
  const asked = demanded(`# Privacy Policy\n\n${claims}\n`, "auto");
  for (const id of ["contact", "retention", "do-not-track", "opt-out-signal"]) assert.ok(asked.includes(id), id);
});

test("a cookie policy is asked for what a cookie policy owes", () => {
  const text = "# Cookie Policy\n\nWe follow the ePrivacy Directive. With your consent we set analytics cookies.\n";
  assert.deepEqual(demanded(text, ["eprivacy"]), ["cookie-duration-access"]);
  assert.deepEqual(demanded(`${text}\n${claims}\n`, everyRegime), ["cookie-duration-access", "effective-date"]);
  assert.deepEqual(demanded("# Cookie Policy\n\nAn analytics SDK counts visits.\n", ["eprivacy"]), ["cookies"]);
});
