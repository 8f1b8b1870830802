import source from "clauselint:catalogue";
import assert from "node:assert/strict";
import { test } from "node:test";
import { compileDrafting } from "../../engine/analysis/drafting";
import { isPlaceholderDomain } from "../../engine/analysis/placeholder-domains";
import { findPlaceholders } from "../../engine/analysis/placeholders";
import { project } from "../../engine/document/prose";

const english = source.languages.find(({ id }) => id === "en");
assert.ok(english);
const words = compileDrafting(english.drafting);

/** What is found in a block, as "kind text". */
function found(text: string, variables: Readonly<Record<string, string>> = {}): readonly string[] {
  const prose = project(text, { quoted: false, linkLabels: new Set(["label"]) });
  return findPlaceholders(text, prose, { words, variables }).map(
    ({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`,
  );
}

/** The styles in which templates and generators leave holes, each within a sentence: « and » are at the placeholder. */
const styles: readonly (readonly [kind: string, text: string])[] = [
  ["slot", "We at ‹[Your Company Name]› collect your name."],
  ["slot", "We at ‹[Your Company/Organization]› collect your name."],
  ["slot", "You use our ‹[website/application/service]› every day."],
  ["slot", "‹[Insert Contact Information]›"],
  ["slot", "See ‹[Insert Website URL]› for more."],
  ["slot", "Last Updated: ‹[24/05/2026]›"],
  ["slot", "Run by ‹[Company]›."],
  ["slot", "Run by ‹[COMPANY NAME]›."],
  ["slot", "Run by ‹[Company name, address]›."],
  ["slot", "We share it with ‹[insert names of partners]›."],
  ["slot", "Effective ‹[INSERT DATE]›."],
  ["slot", "Effective ‹[Date]›."],
  ["slot", "Effective ‹[DD/MM/YYYY]›."],
  ["slot", "Effective ‹[Month Day, Year]›."],
  ["slot", "Write to ‹[email]›."],
  ["slot", "Write to ‹[e-mail address]›."],
  ["slot", "Write to ‹[contact email]›."],
  ["slot", "Call ‹[phone number]›."],
  ["slot", "Our seat is at ‹[address]›."],
  ["blank", "We keep it for ‹[X]› days."],
  ["blank", "We keep it for ‹[30]› days."],
  ["blank", "We keep it for ‹[XX]› years."],
  ["blank", "Effective ‹XX/XX/XXXX›."],
  ["blank", "Effective since May ‹20XX›."],
  ["blank", "Our number is ‹XXXX›."],
  ["blank", "Call ‹XXX-XXX-XXXX›."],
  ["blank", "We keep it for ‹XX› days."],
  ["blank", "We keep it for ‹X› months."],
  ["sample", "Write to ‹xxx@xxx.com›."],
  ["slot", "Run by ‹<Company Name>›, which collects it."],
  ["slot", "Run by ‹<COMPANY>›, which collects it."],
  ["slot", "Run by ‹<<company>>›, which collects it."],
  ["slot", "Run by ‹&lt;Company&gt;›, which collects it."],
  ["slot", "Run by ‹{Company}›."],
  ["slot", "Run by ‹{{company_name}}›."],
  ["slot", "Run by ‹{{{ company }}}›."],
  ["slot", "Run by ‹{{Company Name}}›."],
  ["slot", "Run by ‹$" + "{companyName}›."],
  ["slot", "Run by ‹$COMPANY› since 2020."],
  ["slot", "Run by ‹%COMPANY%›."],
  ["artefact", "We keep ‹%s› on file."],
  ["artefact", "We keep ‹%1$s› on file."],
  ["slot", "Run by ‹#COMPANY#›."],
  ["slot", "Run by ‹@@NAME@@›."],
  ["slot", "Run by ‹__COMPANY__› since 2020."],
  ["slot", "Run by ‹__COMPANY_NAME__›."],
  ["blank", "Run by ‹____› since 2020."],
  ["blank", "Run by ‹........› since 2020."],
  ["slot", "Run by ‹(name of company)›."],
  ["slot", "Run by ‹(your company name)›."],
  ["slot", "Run by ‹(insert name here)›."],
  ["slot", "This is how we, ‹(company name)›, use it."],
  ["slot", "This is how ‹YOUR COMPANY› uses it."],
  ["slot", "This is how ‹YourCompany› uses it."],
  ["slot", "This is how ‹Your App Name› uses it."],
  ["sample-name", '‹Acme Inc.› ("we") collects it.'],
  ["sample-name", '‹Example Ltd› ("us") collects it.'],
  ["sample", "Visit ‹www.example.com› to read more."],
  ["sample", "Write to ‹example@example.com›."],
  ["sample", "Our website ‹yourdomain.com› sets cookies."],
  ["sample", "Write to ‹info@company.com›."],
  ["sample", "Write to ‹privacy@yourcompany.com›."],
  ["sample", "Write to ‹you@email.com›."],
  ["sample", "Our seat is at ‹123 Main Street›."],
  ["sample", "Our seat: ‹Street Address, City, State› 00000"],
  ["sample", "Call ‹555-555-5555›."],
  ["sample", "Call ‹(123) 456-7890›."],
  ["note", "Retention: ‹TBD›"],
  ["note", "‹TODO› name the processors"],
  ["note", "The list is ‹FIXME› still short."],
  ["note", "Retention: ‹to be confirmed›"],
  ["filler", "‹Lorem ipsum› dolor sit amet."],
  ["artefact", "Write to us at ‹undefined›."],
  ["artefact", "Call: ‹null›"],
  ["artefact", "Run by ‹[object Object]› since 2020."],
  ["choice", "We transfer it ‹[delete if not applicable]› abroad."],
  ["choice", "We transfer it ‹[optional]› abroad."],
  ["choice", "Data is hosted in the ‹[choose one]› region."],
  ["choice", "This is ‹[we/our]› choice."],
  ["choice", "This ‹[is/is not]› so."],
  ["choice", "We ‹[does/does not]› sell it."],
  ["slot", "We share it with partners and/or ‹[third parties]›."],
  ["blank", "Run by ‹[●]› since 2020."],
  ["blank", "Run by ‹[•]› since 2020."],
  ["blank", "Run by ‹[*]› since 2020."],
  ["blank", "Run by ‹[__]› since 2020."],
  ["blank", "‹[…]›"],
  ["slot", "See our cookie policy ‹[link]›."],
  ["slot", "See ‹[LINK TO COOKIE POLICY]›."],
  ["slot", "See our cookie policy ‹(hyperlink)›."],
  ["slot", "We are bound by the law of ‹[country]›."],
  ["slot", "We are bound by the law of ‹[state]›."],
  ["slot", "We are bound by ‹[governing law]›."],
  ["note", "‹[Note: name the processors]›"],
  ["note", "‹[Drafting note: name the processors]›"],
  ["note", "‹[Comment: is that true?]›"],
  ["note", "‹NTD:› is that true?"],
  ["slot", "We share it. ‹Insert your list of partners here›."],
  ["slot", "Run by ‹INSERT COMPANY NAME› since 2020."],
  ["slot", "Run by ‹<mark>company name</mark>› since 2020."],
  ["slot", 'Run by ‹<span class="placeholder">Brightlamp</span>› since 2020.'],
  ["artefact", "Run by ‹{ MERGEFIELD Company }› since 2020."],
  ["slot", "Run by ‹«Company»› since 2020."],
  ["artefact", "‹Click or tap here to enter text.›"],
  ["artefact", "See ‹Error! Reference source not found.›"],
  ["slot", "‹SiteName› collects your name."],
  ["slot", "‹\\[company name\\]› collects your name."],
  ["slot", "**‹[Company Name]›** collects your name."],
  ["slot", "Kept for ‹[period,\ne.g. 30 days]› at most."],
  ["slot", 'We ("‹[Short Name]›") collect your name.'],
];

test("every style of placeholder is found, with its kind, at exactly its words", () => {
  for (const [kind, marked] of styles) {
    const text = marked.replace(/[‹›]/g, "");
    const expected = marked.slice(marked.indexOf("‹") + 1, marked.indexOf("›"));
    assert.deepEqual(found(text), [`${kind} ${expected}`], marked);
  }
});

const quiet: readonly string[] = [
  "Read [our company name](https://brightlamp.io) and [company name][label] and [label].",
  "As a study [1] of 2019 [2019] shows [Smith 2020], [sic] and [emphasis added].",
  "He wrote that “[the] company […] told its [business] customers”.",
  'He wrote that "[t]he company told its [business] customers".',
  "We pass it on [if applicable].",
  "- [ ] name",
  "[x] name",
  "Write to privacy [at] brightlamp [dot] io or dpo[at]brightlamp[dot]io.",
  "The code `[Company Name]`, `{{company}}` and `XX days` is code.",
  "Write to {{ site.email }}, {{ company | upcase }}, {% include x %}, {{< mail >}}, {{% mail %}} or {props.mail}.",
  "{{#if name}}We collect your name.{{else}}We do not.{{/if}}",
  "{{ config(key='mail') }} and <%= company %> are filled in.",
  "The path /users/{id} and the cookie wp-settings-{user_id} are ours.",
  "The cookies _ga_XXXX, UA-XXXXX-X and __utma are Google's.",
  "Title XX and Section XIX of the Act, and XXL shirts.",
  "The agreement is null and void for an undefined period, until the work is to be completed.",
  "An address like name@example.com is hashed, e.g. jo@example.com.",
  "We log what you do (e.g., [user name] deleted “[title]” at [time]).",
  "Your Privacy Rights and Your Company Information are below.",
  "We ask for your name (your name, your employer) and your street address, city, state and zip code.",
  "Enter your name. Add your friends here or there.",
  "It costs $USD 5 or 100% of %5.",
  "We use HTML such as <strong>bold</strong>, <address>, <br> and <Company>x</Company>.",
  "Contact ........ 7",
  "Signature: ______________________",
  "The Uniform Resource Locator (URL) of the page.",
  "[Français] [Back to top] [Privacy Policy]",
  "You reach us on +1 503 555 0142.",
];

test("what only looks like a placeholder is not found", () => {
  for (const text of quiet) assert.deepEqual(found(text), [], text);
});

test("declared variables are values, whatever encloses them", () => {
  const text = "{{company}} ${company} {company} %company% {{email}}";
  assert.deepEqual(found(text, { company: "organisation" }), ["slot {{email}}"]);
});

test("a condition is a slot beside another one only", () => {
  assert.deepEqual(found("We pass it on [if applicable] to [recipient]."), [
    "choice [if applicable]",
    "slot [recipient]",
  ]);
});

test("a placeholder within another one is not found twice", () => {
  assert.deepEqual(found("[NOTE: ask [Company Name] for {{email}} by XX/XX/XXXX]"), [
    "note [NOTE: ask [Company Name] for {{email}} by XX/XX/XXXX]",
  ]);
});

test("hosts that reach nobody", () => {
  for (const host of [
    "example.com",
    "www.example.org",
    "mail.example",
    "yourdomain.com",
    "your-company.co.uk",
    "domain.com",
  ]) {
    assert.equal(isPlaceholderDomain(host), true, host);
  }
  for (const host of [
    "brightlamp.io",
    "myexample.com",
    "yourlamp.com",
    "company.brightlamp.io",
    "example",
    "email.brightlamp.io",
  ]) {
    assert.equal(isPlaceholderDomain(host), false, host);
  }
});
