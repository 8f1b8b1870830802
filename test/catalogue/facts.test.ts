import source from "clauselint:catalogue-with-examples";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Contrary, FactEffect } from "../../engine/catalogue/fact-model";

const laws = new Map(source.disclosures.map((law) => [law.id, law]));
const words = source.languages.flatMap(({ disclosures }) => disclosures);
const facts = Object.entries(source.facts);
const effects = facts.flatMap(([id, { effects = [] }]) => effects.map((effect) => ({ id, effect })));
const contraries = effects.flatMap(({ id, effect }) => (effect.against ?? []).map((contrary) => ({ id, contrary })));

test("what facts lead to exists", () => {
  const regimes = new Set(source.regimes.map(({ id }) => id));
  for (const { id, effect } of effects) {
    for (const signal of effect.turnsOn ?? []) assert.ok(signal in source.signals, `${id}: ${signal}`);
    for (const regime of effect.regimes ?? []) assert.ok(regimes.has(regime), `${id}: ${regime}`);
    for (const disclosure of effect.notApplicable ?? []) assert.ok(laws.has(disclosure), `${id}: ${disclosure}`);
  }
});

test("a condition names values that the fact can have", () => {
  const wantedOf = ({ when = [] }: FactEffect) => (Array.isArray(when) ? when : [when]);
  for (const { id, effect } of effects) {
    const fact = source.facts[id];
    for (const wanted of wantedOf(effect)) {
      if (fact?.type === "boolean") assert.equal(typeof wanted, "boolean", id);
      else assert.ok(fact?.options !== undefined && String(wanted) in fact.options, `${id}: ${wanted}`);
    }
  }
});

test("what contradicts a fact can be found in a text", () => {
  for (const { id, contrary } of contraries) {
    for (const signal of contrary.signals ?? []) {
      assert.ok(
        source.languages.some(({ recognition }) => signal in recognition.signals),
        `${id}: ${signal}`,
      );
    }
    checkVariants(id, contrary);
    for (const [disclosure, patterns] of Object.entries(contrary.patterns ?? {})) {
      const known = words.filter((each) => each.id === disclosure).flatMap((each) => each.patterns.map((p) => p.id));
      for (const pattern of patterns) assert.ok(known.includes(pattern), `${id}: ${disclosure}, ${pattern}`);
    }
    if (contrary.unlessWithin !== undefined) {
      const options = Object.keys(source.facts[contrary.unlessWithin]?.options ?? {});
      for (const { facts: written } of source.languages) {
        const places = Object.keys(written.places[contrary.unlessWithin] ?? {});
        assert.ok(places.length > 0 && places.every((place) => options.includes(place)), id);
      }
    }
  }
});

function checkVariants(id: string, { variants = {} }: Pick<Contrary, "variants">): void {
  for (const [disclosure, names] of Object.entries(variants)) {
    const known = laws.get(disclosure)?.variants.map((variant) => variant.id) ?? [];
    for (const name of names) assert.ok(known.includes(name), `${id}: ${disclosure}, ${name}`);
  }
}

test("a check compares what the sentences of its disclosure have", () => {
  for (const [id, { checks = [], options = {} }] of facts) {
    for (const { disclosure, variants, elements } of checks) {
      checkVariants(id, { variants: { [disclosure]: variants } });
      if (elements === undefined) continue;
      const known = laws.get(disclosure)?.variants.flatMap((variant) => variant.elements ?? []) ?? [];
      assert.deepEqual(Object.keys(options).sort(), known.map((element) => element.id).sort(), `${id}: ${disclosure}`);
    }
  }
});

test("a snippet names facts, and stops that it has", () => {
  const used = new Set<string>();
  for (const { id, snippet } of words) {
    for (const [stop, fact] of Object.entries(snippet.facts ?? {})) {
      used.add(fact);
      assert.ok(snippet.text.includes(`\${${stop}:[`), `${id}: ${stop}`);
      assert.ok(fact in source.facts, `${id}: ${fact}`);
    }
  }
  for (const [id, { effects: follows, checks }] of facts) {
    assert.ok(follows !== undefined || checks !== undefined || used.has(id), `${id} does nothing`);
  }
});

test("options that have words in a language are the fact's", () => {
  for (const { facts: written } of source.languages) {
    for (const [id, options] of Object.entries(written.options)) {
      for (const option of Object.keys(options))
        assert.ok(option in (source.facts[id]?.options ?? {}), `${id}: ${option}`);
    }
  }
});
