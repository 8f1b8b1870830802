// Builds every bundle: the command line, the API, the server for Node and for a web worker, the client for both hosts.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = dirname(fileURLToPath(import.meta.url));

function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), "utf8"));
}

/** Merges the data files of `catalogue/` into one `CatalogueSource`; examples stay in only where `examples` is true. */
export function readCatalogue({ examples }) {
  const byName = (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => readJson(folder, name));
  const { version, regimes } = readJson("catalogue", "regimes.json");
  const order = readJson("catalogue", "order.json");
  const inOrder = (entries) => [...entries].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const languages = readdirSync(join(root, "catalogue", "languages"))
    .sort()
    .map((id) => {
      const folder = `catalogue/languages/${id}`;
      const vocabulary = Object.assign({}, ...byName(`${folder}/vocabulary`));
      const disclosures = inOrder(byName(`${folder}/disclosures`));
      return {
        ...readJson(folder, "language.json"),
        vocabulary: examples
          ? vocabulary
          : Object.fromEntries(Object.entries(vocabulary).map(([name, { terms }]) => [name, { terms }])),
        outOfScope: readJson(folder, "out-of-scope.json"),
        values: readJson(folder, "values.json"),
        disclosures: examples
          ? disclosures
          : disclosures.map((entry) => ({ ...entry, examples: { met: [], weak: [], lookalike: [] } })),
        recognition: readJson(folder, "recognition.json"),
        drafting: readJson(folder, "drafting.json"),
      };
    });
  return { version, regimes, disclosures: inOrder(byName("catalogue/disclosures")), languages };
}

/** `import source from "clauselint:catalogue"` is the shipped data, `"clauselint:catalogue-with-examples"` is all of it. */
const cataloguePlugin = {
  name: "catalogue",
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^clauselint:catalogue/ }, ({ path }) => ({ path, namespace: "catalogue" }));
    pluginBuild.onLoad({ filter: /.*/, namespace: "catalogue" }, ({ path }) => ({
      contents: JSON.stringify(readCatalogue({ examples: path.endsWith("with-examples") })),
      loader: "json",
    }));
  },
};

export const buildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  sourcemap: true,
  logLevel: "warning",
  plugins: [cataloguePlugin],
};
