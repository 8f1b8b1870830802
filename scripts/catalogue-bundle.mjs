// What the bundles contain of `catalogue/`: all of it for tests and generators, and what is shipped, made ready for use.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), "utf8"));
}

/** Merges the data files of `catalogue/` into one `CatalogueSource`, with all examples. */
export function readCatalogue() {
  const byName = (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => readJson(folder, name));
  const { version, regimes } = readJson("catalogue", "regimes.json");
  const signals = readJson("catalogue", "signals.json");
  const facts = readJson("catalogue", "facts.json");
  const order = readJson("catalogue", "order.json");
  const inOrder = (entries) =>
    entries.filter(({ id }) => order.includes(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const languages = readdirSync(join(root, "catalogue", "languages"))
    .sort()
    .map((id) => {
      const folder = `catalogue/languages/${id}`;
      return {
        ...readJson(folder, "language.json"),
        vocabulary: groupsTogether(byName(`${folder}/vocabulary`)),
        outOfScope: readJson(folder, "out-of-scope.json"),
        values: readJson(folder, "values.json"),
        facts: readJson(folder, "fact-words.json"),
        disclosures: inOrder(byName(`${folder}/disclosures`)),
        recognition: readJson(folder, "recognition.json"),
        drafting: readJson(folder, "drafting.json"),
      };
    });
  return { version, regimes, signals, facts, disclosures: inOrder(byName("catalogue/disclosures")), languages };
}

/** Configurations that another one can extend by name: name → configuration, the core set first. */
function readPresets() {
  const names = readdirSync(join(root, "catalogue", "presets")).map((name) => name.replace(/\.json$/, ""));
  const sorted = names.sort((a, b) => (a === "core" ? -1 : b === "core" ? 1 : a < b ? -1 : 1));
  return Object.fromEntries(sorted.map((name) => [name, readJson("catalogue", "presets", `${name}.json`)]));
}

/** The concepts of all groups; of two with one name the second would silently take the place of the first. */
function groupsTogether(groups) {
  const all = {};
  for (const [name, concept] of groups.flatMap(Object.entries)) {
    if (Object.hasOwn(all, name)) throw new Error(`Two groups of the vocabulary have a concept "${name}".`);
    all[name] = concept;
  }
  return all;
}

/** The catalogue as it is shipped: without examples, and with the words ready for use, so that a short run stays short. */
async function shippedCatalogue() {
  const source = readCatalogue();
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["engine/catalogue/compile.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { buildLanguage } = await import(`data:text/javascript;base64,${code}`);
  const laws = new Map(source.disclosures.map((law) => [law.id, law]));
  const languages = source.languages.map((language) => buildLanguage(language, laws));
  return { ...source, languages };
}

/** All of the catalogue as it is written; the words are ready besides, since each that compiles it would build them again. */
async function catalogueWithExamples() {
  const { languages } = await (shipping ??= shippedCatalogue());
  const wordsOf = (language) => languages.find(({ id }) => id === language)?.builtWords;
  const source = readCatalogue();
  return {
    ...source,
    languages: source.languages.map((language) => ({ ...language, builtWords: wordsOf(language.id) })),
  };
}

/** What there is to explain: everything that is not for the engine alone. */
function catalogueToExplain() {
  const source = readCatalogue();
  const languages = source.languages.map(({ id, disclosures }) => ({
    id,
    disclosures: disclosures.map(({ exclude: _, ...words }) => ({ ...words, headings: [], patterns: [] })),
  }));
  return { ...source, languages };
}

/** JSON of letters that take one byte each. */
function asciiJson(value) {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The shipped catalogue as `engine/catalogue/packed.ts` unpacks it: the bytes, and where in them the header is. */
async function packedCatalogue() {
  const source = await (shipping ??= shippedCatalogue());
  const numbers = [];
  const texts = [];
  let length = 0;
  const addText = (value) => {
    const text = asciiJson(value);
    texts.push(text);
    length += text.length;
    return [length - text.length, length];
  };
  const addNumbers = (values) => {
    for (const value of values) numbers.push(value);
    return [numbers.length - values.length, numbers.length];
  };
  const languages = source.languages.map(({ builtWords, disclosures, ...language }) => ({
    ...language,
    builtWords: {
      ...builtWords,
      words: builtWords.words.join("\n"),
      trie: addNumbers(builtWords.trie),
      slots: addNumbers(builtWords.slots),
    },
    disclosures: disclosures.map((words) => ({
      id: words.id,
      patternCount: words.patterns.length,
      at: addText(words),
    })),
  }));
  const header = addText({ ...source, languages });
  const packed = Buffer.concat([Buffer.from(Int32Array.from(numbers).buffer), Buffer.from(texts.join(""), "latin1")]);
  return { packed, numbers: numbers.length, header };
}

/** Shared by all bundles of a build. */
let shipping;
let packing;

/**
 * The module of the shipped catalogue. Its bytes are in the module, or in the file `beside`, seen from the bundle:
 * what is not JavaScript need not be read as such.
 */
async function packedModule(beside, { platform, outfile }) {
  packing ??= packedCatalogue();
  const { packed, numbers, header } = await packing;
  const isBrowser = platform === "browser";
  if (beside !== undefined) {
    const file = resolve(root, dirname(outfile), beside);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, packed);
  }
  const embedded = JSON.stringify(packed.toString("base64"));
  const bytes =
    beside !== undefined
      ? `readFileSync(join(__dirname, ${JSON.stringify(beside)}))`
      : isBrowser
        ? `Uint8Array.from(atob(${embedded}), (letter) => letter.charCodeAt(0))`
        : `Buffer.from(${embedded}, "base64")`;
  return [
    `import { unpack } from ${JSON.stringify(join(root, "engine", "catalogue", "packed.ts"))};`,
    beside === undefined ? "" : 'import { readFileSync } from "node:fs"; import { join } from "node:path";',
    `const bytes = ${bytes};`,
    isBrowser ? "" : "const decode = (from, to) => bytes.latin1Slice(from, to);",
    isBrowser ? "const decode = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));" : "",
    `export default unpack(bytes, ${numbers}, decode, ${JSON.stringify(header)});`,
  ].join("\n");
}

/** `import source from "clauselint:catalogue"` is what is shipped, `"clauselint:catalogue-with-examples"` is all of it, `"clauselint:presets"` the presets. */
export function cataloguePlugin({ beside } = {}) {
  return {
    name: "catalogue",
    setup(pluginBuild) {
      // A long string is read much faster than a long expression.
      const whole = (source) => `export default JSON.parse(${JSON.stringify(JSON.stringify(source))})`;
      const modules = {
        "clauselint:catalogue": () => packedModule(beside, pluginBuild.initialOptions),
        "clauselint:presets": () => whole(readPresets()),
        "clauselint:catalogue-to-explain": () => whole(catalogueToExplain()),
        "clauselint:catalogue-with-examples": () => catalogueWithExamples().then(whole),
      };
      pluginBuild.onStart(() => {
        shipping = undefined;
        packing = undefined;
      });
      pluginBuild.onResolve({ filter: /^clauselint:(?:catalogue|presets)/ }, ({ path }) => ({
        path,
        namespace: "catalogue",
      }));
      pluginBuild.onLoad({ filter: /.*/, namespace: "catalogue" }, async ({ path }) => ({
        contents: await modules[path](),
        resolveDir: root,
        watchDirs: [".", ...readdirSync(join(root, "catalogue"), { recursive: true })]
          .map((name) => join(root, "catalogue", String(name)))
          .filter((name) => statSync(name).isDirectory()),
      }));
    },
  };
}
