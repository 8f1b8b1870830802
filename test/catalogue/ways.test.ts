import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../engine/analysis/analyse";
import { compileCatalogue } from "../../engine/catalogue/compile";
import { defaultConfig } from "../../engine/config";
import { catalogueSource, shippedCatalogue } from "./sample";

const rights: Readonly<Record<string, string>> = {
  "right-access": "You have the right to access your data.",
  "right-rectification": "You have the right to have wrong data corrected.",
  "right-erasure": "You have the right to have your data deleted.",
  "right-restriction": "You have the right to restrict the processing of your data.",
  "right-objection": "You have the right to object to the processing of your data.",
  "right-portability": "You have the right to data portability.",
  "withdraw-consent": "You can withdraw your consent.",
};

const all = Object.values(rights).join(" ");

/** Variant of each right, in a policy with something else in another section. */
function variantsWith(something: string): Readonly<Record<string, string | undefined>> {
  const { disclosures } = analyse(
    {
      text: `# Privacy Policy\n\n## Your rights\n\n${all}\n\n## More\n\n${something}\n`,
      format: "markdown",
      config: { ...defaultConfig, language: "en" },
      asOf: shippedCatalogue.version,
      documentKey: "",
      assumePolicy: true,
    },
    shippedCatalogue,
  );
  return Object.fromEntries(Object.keys(rights).map((id) => [id, disclosures.get(id)?.variant]));
}

const every = (variant: string) => Object.fromEntries(Object.keys(rights).map((id) => [id, variant]));

for (const way of [
  "Write to privacy@alderfinch.io.",
  "Alderfinch Ltd, 12 Tanner Street, Bristol BS1 4XY, is responsible for this site.",
  "Call us at +44 117 496 0321.",
  "Use [our contact form](https://alderfinch.io/contact).",
  "If you have any questions, please contact us.",
  "Our data protection officer reads dpo@alderfinch.io.",
  "You can edit your profile whenever you like.",
  "To exercise your rights, open the privacy dashboard in the settings.",
  "Log in to your account to correct or delete your data.",
  "You can reach us at [e-mail address].",
]) {
  test(`a right is said in full with a way to use it anywhere in the text: ${way}`, () => {
    assert.deepEqual(variantsWith(way), every("stated"));
  });
}

for (const other of [
  "We keep backups for 30 days.",
  "Cookies can be refused in the settings of your browser.",
  "We may contact you by e-mail or phone about your order.",
  "You may complain to the Information Commissioner's Office, casework@ico.example.org.uk.",
  "Requests are answered within one month.",
]) {
  test(`a right without a way to use it is said too little: ${other}`, () => {
    assert.deepEqual(variantsWith(other), every("no-way"));
  });
}

test("a variant that counts only with something needs another one that counts without", () => {
  const [law] = catalogueSource.disclosures;
  assert.ok(law);
  const [first, ...rest] = law.variants;
  assert.ok(first);
  for (const otherwise of ["unheard-of", first.id]) {
    const variants = [{ ...first, onlyWith: { signal: "cookies", otherwise } }, ...rest];
    const disclosures = [{ ...law, variants }, ...catalogueSource.disclosures.slice(1)];
    assert.throws(
      () => compileCatalogue({ ...catalogueSource, disclosures }),
      new RegExp(`^Error: disclosures/${law.id}\\.json, variant "${first.id}": "${otherwise}" cannot stand for it\\.$`),
    );
  }
});
