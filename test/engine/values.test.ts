import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyTokens, tokenize } from "../../engine/match/tokens";
import { findValues } from "../../engine/match/values";
import { tag } from "../../engine/match/vocabulary";
import { shippedCatalogue } from "../catalogue/sample";

const english = shippedCatalogue.languages.get("en")!;

/** The values of a type in a text, as written there. */
function valuesOf(type: string, text: string): readonly string[] {
  const { vocabulary, values: words } = english;
  const tokens = emptyTokens();
  tokenize(text, 0, text.length, vocabulary.words, tokens);
  const tags = tag(vocabulary, tokens, text);
  return findValues({ text, tokens, tags, words, markup: [], markupShift: 0 })
    .filter((value) => value.type === type)
    .map(({ start, end }) => text.slice(start, end));
}

const cases: readonly (readonly [type: string, text: string, ...values: string[]])[] = [
  ["age", "children under 13", "13"],
  ["age", "users below the age of sixteen (16)", "sixteen (16)"],
  ["age", "pupils aged 6 to 11", "6", "11"],
  ["age", "ages 13–17", "13", "17"],
  ["age", "at least 18 years old", "18 years old"],
  ["age", "adults (21+) only", "21"],
  ["age", "minimum age: 14", "14"],
  ["age", "children under 13 years", "13 years"],
  ["age", "in business for over 13 years"],
  ["age", "at least 12 characters"],
  ["age", "kept for at least 10 years"],
  ["age", "up to 14 days"],
  ["age", "over 99"],
  ["duration", "kept for at least 10 years", "10 years"],
  ["duration", "in business for over 13 years", "13 years"],
  ["duration", "children under 13 years"],
  ["phone", "Call +49 30 1234567.", "+49 30 1234567"],
  ["phone", "Phone: 0117 496 0321", "0117 496 0321"],
  ["phone", "(020) 7946 0123", "(020) 7946 0123"],
  ["phone", "Tel. 9876543210", "9876543210"],
  ["phone", "Company number 03569414"],
  ["phone", "version 10.0.19041.0 at 192.168.100.100"],
  ["phone", "from 12.05.2024 on 2024-05-12"],
  ["phone", "changed on 12 05 2024"],
  ["email", "write to dpo [at] oakmill [dot] io", "dpo [at] oakmill [dot] io"],
  ["email", "privacy at oakmill dot io", "privacy at oakmill dot io"],
  ["email", "follow @oakmill"],
  ["email", "privacy AT oakmill DOT io", "privacy AT oakmill DOT io"],
  ["email", "VISIT US AT OAKMILL.IO"],
  ["postal-address", "Oakmill, 12 Tanner Street, Bristol BS1 4XY", "12 Tanner Street, Bristol BS1 4XY"],
  ["postal-address", "Lindenstraße 12, 10969 Berlin, Germany", "Lindenstraße 12, 10969 Berlin, Germany"],
  ["postal-address", "9 Mill Road, Salem, Oregon 97301", "9 Mill Road, Salem, Oregon 97301"],
  ["postal-address", "4th Floor, MG Road, Bengaluru 560001, India", "4th Floor, MG Road, Bengaluru 560001, India"],
  ["postal-address", "founded in Berlin 2019, Germany"],
  ["postal-address", "visit 1200 shops in France"],
  ["postal-address", "Curtin ACT 2605", "ACT 2605"],
  ["postal-address", "AS THE PRIVACY ACT 1988 ASKS"],
  ["country", "stored in the US and in New Zealand", "US", "New Zealand"],
  ["country", "tell us; CONTACT US"],
  ["date", "Last updated: May 25th, 2018.", "May 25th, 2018"],
  ["date", "on 1 March 2026", "1 March 2026"],
  ["date", "the 25th day of May 2018", "25th day of May 2018"],
  ["date", "on the twenty-third of June, 2026", "twenty-third of June, 2026"],
  ["date", "since June 2026", "June 2026"],
  ["date", "in force since 12/31/2025 (v4.2)", "12/31/2025"],
  ["date", "last edited on 10/2014 and 04 - 2021", "10/2014", "04 - 2021"],
  ["date", "as of 2018-05-25", "2018-05-25"],
  ["date", "as of 25. 05. 2018 or 25.5.2018", "25. 05. 2018", "25.5.2018"],
  ["date", "revised 01-Jan-18 and 2/3/19", "01-Jan-18", "2/3/19"],
  ["date", "2018, May 25", "2018, May 25"],
  ["date", "revised 2018-05, 05.2018 or 2018. 5. 25", "2018-05", "05.2018", "2018. 5. 25"],
  ["date", "room 13.2018, price 5.2018"],
  ["date", "you may 2 times; version 4.2.11; in May; Regulation (EU) 2016/679"],
  ["date", "/news/2018/05/25/ and 31/31/2018"],
  ["organisation", "Run by Oakmill Lanterns GmbH in Berlin.", "Oakmill Lanterns GmbH"],
  ["organisation", "© 2026 Oakmill Lanterns Ltd, all rights reserved", "Oakmill Lanterns Ltd"],
  ["organisation", "We are The Oakmill Lamp, Inc.", "Oakmill Lamp, Inc."],
  ["organisation", "This is Oakmill B.V. and its agents", "Oakmill B.V."],
  [
    "organisation",
    "the University of Leeds, and Leeds Trinity University",
    "University of Leeds",
    "Leeds Trinity University",
  ],
  ["organisation", "Oakmill Games Privacy Policy", "Oakmill Games"],
  ["organisation", "University of Leeds Privacy Notice", "University of Leeds"],
  ["organisation", "the Ministry of Information; the Practice Principles", "Ministry of Information"],
  ["organisation", "liability is limited; Limited Offer; a company; University"],
  ["organisation", "Las Vegas, NV 89101"],
  ["organisation", "© 2026 Oakmill Ltd", "Oakmill Ltd"],
  ["organisation", "run by oakmill.io, Inc.", "oakmill.io, Inc."],
  [
    "own-name",
    "Oakmill Lanterns, a Delaware corporation (“Oakmill”, “we” or “us”), sells",
    "Oakmill Lanterns, a Delaware corporation (“Oakmill”, “we” or “us”)",
  ],
  ["own-name", 'Jane Roe (hereinafter referred to as "we")', 'Jane Roe (hereinafter referred to as "we")'],
  ["own-name", 'Google (and our partners). This website ("we"), Oakmill (we sell lamps)'],
];

for (const [type, text, ...values] of cases) {
  test(`${type} in "${text}": ${values.join(", ") || "none"}`, () => assert.deepEqual(valuesOf(type, text), values));
}
