import type { Catalogue } from "../engine/catalogue/compile";
import type { DisclosureLaw } from "../engine/catalogue/model";
import type { PackLanguage, PackSource } from "../engine/catalogue/pack-model";
import type { Vocabulary } from "../engine/match/vocabulary";
import { type ConfigNode, entryOf, quoted } from "./config-node";
import type { PackExample } from "./pack-examples";
import { type LawContext, lawOf } from "./pack-laws";
import { mostTerms, type WordsContext } from "./pack-patterns";
import {
  complain,
  entriesOf,
  itemsOf,
  mapOf,
  nameOfPart,
  type PackContext,
  phraseOf,
  required,
  unknown,
} from "./pack-values";
import { snippetsOf, vocabularyOf, wordingOf, wordsOf } from "./pack-words";
import { parseConfig } from "./parse-config";
import { type Complaints, type ConfigFile, type ConfigProblem, complaintsAbout } from "./problems";

/** What a pack is read against: the catalogue without packs. */
export type PackCatalogue = Pick<Catalogue, "disclosures" | "facts" | "languages" | "regimes" | "signals">;

/** The packs of a configuration that can be used, and what is wrong with any of them. */
export interface ReadPacks {
  readonly packs: readonly PackSource[];
  /** At their places in the pack files. */
  readonly problems: readonly ConfigProblem[];
  /** Those of the packs that can be used, by file. */
  readonly examples: ReadonlyMap<ConfigFile, readonly PackExample[]>;
}

/** Reads packs in JSON or YAML; one with a mistake is left out as a whole. */
export function readPacks(files: readonly ConfigFile[], catalogue: PackCatalogue): ReadPacks {
  const packs: PackSource[] = [];
  const problems: ConfigProblem[] = [];
  const examples = new Map<ConfigFile, readonly PackExample[]>();
  for (const file of files) {
    const own: PackExample[] = [];
    const before = problems.length;
    const complaints = complaintsAbout(file, problems);
    const node = parseConfig(file.text, complaints);
    const pack = node === undefined ? undefined : packOf(node, complaints, { catalogue, others: packs, examples: own });
    if (pack === undefined || problems.length > before) continue;
    packs.push(pack);
    examples.set(file, own);
  }
  return { packs, problems, examples };
}

/** What a pack is read with. */
interface Surroundings {
  readonly catalogue: PackCatalogue;
  /** Packs that were read before. */
  readonly others: readonly PackSource[];
  /** Its examples are added. */
  readonly examples: PackExample[];
}

function packOf(node: ConfigNode, complaints: Complaints, surroundings: Surroundings): PackSource | undefined {
  const { catalogue, others, examples } = surroundings;
  const nameless = { complaints, id: "" };
  const entries = entriesOf(node, nameless, ["$schema", "id", "name", "disclosures", "languages"]);
  if (entries === undefined) return undefined;
  const id = required(idOf(entries.get("id"), nameless, catalogue, others), "id", node, nameless, entries);
  const name = required(phraseOf(entries.get("name"), nameless), "name", node, nameless, entries);
  // Every other name begins with the pack's.
  if (id === undefined || name === undefined) return undefined;
  const context: LawContext = {
    ...{ complaints, id, name },
    regimes: [...catalogue.regimes.keys()],
    signals: [...catalogue.signals.keys()],
    disclosures: [...catalogue.disclosures.keys()],
  };
  const laws = new Map<string, DisclosureLaw>();
  const items = itemsOf(entries.get("disclosures"), context);
  for (const item of items) {
    const law = lawOf(item, context);
    if (law === undefined) continue;
    if (laws.has(law.id))
      complain(context, item, `there are two disclosures ${quoted(law.id)}`, "keep one of the two", "duplicate-key");
    laws.set(law.id, law);
  }
  const languages = languagesOf(entries.get("languages"), context, laws, { catalogue, examples });
  const spoken = new Set(languages.flatMap(({ disclosures }) => disclosures.map((words) => words.id)));
  for (const item of items) {
    const own = item.kind === "map" ? entryOf(item, "id")?.value : undefined;
    const law = own?.kind === "scalar" ? laws.get(String(own.value)) : undefined;
    if (law === undefined || spoken.has(law.id) || own === undefined) continue;
    complain(context, own, `${quoted(law.id)} has no words, so that nothing would find it`, "add them under languages");
  }
  return { id, name, disclosures: [...laws.values()], languages };
}

function idOf(
  node: ConfigNode | undefined,
  context: PackContext,
  { regimes, disclosures }: PackCatalogue,
  others: readonly PackSource[],
): string | undefined {
  const id = nameOfPart(node, context);
  if (id === undefined || node === undefined) return undefined;
  // Of two names one must not be the beginning of the other: "acme-eu-…" could be of either pack.
  const mixesWith = (name: string) => name === id || name.startsWith(`${id}-`) || id.startsWith(`${name}-`);
  const pack = others.find((other) => mixesWith(other.id));
  if (pack !== undefined) {
    const message = `its names could be those of another pack, ${quoted(pack.id)}`;
    return complain(context, node, message, "give each pack an id that begins in another way");
  }
  const taken = [...regimes.keys(), ...disclosures.keys()].find((name) => name === id || name.startsWith(`${id}-`));
  if (taken === undefined) return id;
  const message = `its names could be those of the catalogue, which has ${quoted(taken)}`;
  return complain(context, node, message, "choose another id");
}

function languagesOf(
  node: ConfigNode | undefined,
  context: LawContext,
  laws: ReadonlyMap<string, DisclosureLaw>,
  { catalogue, examples }: Pick<Surroundings, "catalogue" | "examples">,
): readonly PackLanguage[] {
  const map = node === undefined ? undefined : mapOf(node, context);
  const left = { ...mostTerms };
  return (map?.entries ?? []).flatMap(({ key, keySpan, value }) => {
    const language = catalogue.languages.get(key);
    if (language === undefined) {
      unknown(context, { span: keySpan }, key, [...catalogue.languages.keys()], "unknown-name");
      return [];
    }
    const entries = entriesOf(value, context, ["vocabulary", "disclosures", "wording", "snippets"]);
    if (entries === undefined) return [];
    const facts = [...catalogue.facts.keys()];
    const known = { ...context, laws, facts, knowsNumber: knowsNumber(language.vocabulary), left };
    const concepts = new Set(language.vocabulary.names);
    const vocabulary = vocabularyOf(entries.get("vocabulary"), { ...known, concepts });
    for (const name of Object.keys(vocabulary)) concepts.add(name);
    const written: Omit<PackExample, "language">[] = [];
    const all = { ...known, concepts, examples: written };
    const seen = new Set<string>();
    const disclosures = itemsOf(entries.get("disclosures"), all).flatMap((item) =>
      once(wordsOf(item, all), item, seen, all),
    );
    const wording = itemsOf(entries.get("wording"), all).flatMap((item) => once(wordingOf(item, all), item, seen, all));
    const snippets = snippetsOf(entries.get("snippets"), all);
    for (const example of written) examples.push({ ...example, language: key });
    return [{ id: key, vocabulary, disclosures, wording, snippets }];
  });
}

function once<Part extends { readonly id: string }>(
  part: Part | undefined,
  node: ConfigNode,
  seen: Set<string>,
  context: WordsContext,
): readonly Part[] {
  if (part === undefined) return [];
  if (seen.has(part.id))
    complain(context, node, `there are two parts ${quoted(part.id)}`, "keep one of the two", "duplicate-key");
  seen.add(part.id);
  return [part];
}

/** Asks whether a word that begins with a digit is one of the language; terms have such words in small letters. */
function knowsNumber({ words }: Vocabulary): (word: string) => boolean {
  const known = new Set(words.words.filter((word) => /^\p{N}/u.test(word)));
  return (word) => known.has(word);
}
