// Builds every bundle: the command line, the API, the server for Node and for a web worker, the client for both hosts.
// Usage: node esbuild.mjs [--watch]
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { cataloguePlugin } from "./scripts/catalogue-bundle.mjs";

export const root = dirname(fileURLToPath(import.meta.url));

function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), "utf8"));
}

/**
 * The engine uses the block parser of markdown-it only, and of a link's definition only the label: what it would need for
 * links in bare text, addresses and entities would be read and unpacked at every start.
 */
const leanMarkdownPlugin = {
  name: "lean-markdown",
  setup(pluginBuild) {
    const instead = {
      "linkify-it": "export class LinkifyIt {}",
      entities: `export { resolveEntities as decodeHTMLStrict } from "${join(root, "engine", "document", "entities.ts")}";`,
      mdurl: "export const encode = String, decode = String, format = String, parse = String;",
      "punycode.js": "export const toASCII = String, toUnicode = String; export default { toASCII, toUnicode };",
      "uc.micro": "export const Any = /[]/, Cc = /[]/, Cf = /[]/, P = /[]/, S = /[]/, Z = /[]/;",
    };
    pluginBuild.onResolve({ filter: /^(linkify-it|entities|mdurl|punycode\.js|uc\.micro)$/ }, ({ path, importer }) =>
      /[\\/]markdown-it[\\/]dist[\\/]/.test(importer) ? { path, namespace: "lean-markdown" } : undefined,
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: "lean-markdown" }, ({ path }) => ({
      contents: instead[path],
      resolveDir: root,
    }));
  },
};

/**
 * Of htmlparser2 the engine uses the tokenizer only, and resolves entities itself: the tables and the document model
 * that come with it would be bundled all the same.
 */
const leanHtmlPlugin = {
  name: "lean-html",
  setup(pluginBuild) {
    const isParser = (importer) => /[\\/]htmlparser2[\\/]dist[\\/]/.test(importer);
    pluginBuild.onResolve({ filter: /^entities\/decode$/ }, ({ importer }) =>
      isParser(importer) ? { path: "entities", namespace: "lean-html" } : undefined,
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: "lean-html" }, () => ({
      contents:
        "export class EntityDecoder {} export const DecodingMode = {}, htmlDecodeTree = null, xmlDecodeTree = null, fromCodePoint = null;",
    }));
  },
};

/** Leaves the reading of HTML to a bundle of its own, which is loaded when the first page is read. */
const htmlApartPlugin = {
  name: "html-apart",
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^\.\/html-document$/ }, () => ({ path: "html", namespace: "html-apart" }));
    pluginBuild.onLoad({ filter: /.*/, namespace: "html-apart" }, () => ({
      contents: ["readHtml", "htmlMarkup"]
        .map((name) => `export function ${name}(...given) { return require("./html.cjs").${name}(...given); }`)
        .join("\n"),
    }));
  },
};

/**
 * esbuild writes expressions as they stand in the source. One letter beyond ASCII would make V8 keep a whole bundle with two
 * bytes a letter, and read it more slowly.
 */
const asciiPlugin = {
  name: "ascii",
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /\.[cm]?[jt]s$/, namespace: "file" }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      // A backslash takes the letter behind it along.
      const contents = source.replace(/\\[\s\S]|[\u0080-\uffff]/g, (written) => {
        const unit = written.charCodeAt(written.length - 1);
        return unit < 0x80 ? written : `\\u${unit.toString(16).padStart(4, "0")}`;
      });
      return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
    });
  },
};

/** Leaves modules that are imported when they are needed out of the bundle: what is written → the bundle that has it. */
function apartPlugin(bundleOf) {
  return {
    name: "apart",
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^\./ }, ({ path, kind }) =>
        kind === "dynamic-import" && path in bundleOf ? { path: bundleOf[path], external: true } : undefined,
      );
    },
  };
}

const leanPlugins = [leanMarkdownPlugin, leanHtmlPlugin, asciiPlugin];

export const buildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  // Earlier versions of Node 20 know not every class of characters, for which esbuild would make expressions anew at each use.
  target: "node20.19",
  format: "cjs",
  sourcemap: true,
  logLevel: "warning",
  plugins: [cataloguePlugin(), ...leanPlugins],
  alias: {
    // Its ES module asks for its own address, which a CommonJS bundle has not.
    tinyglobby: join(root, "node_modules", "tinyglobby", "dist", "index.cjs"),
    // What Node would take asks for its parts by a name that no bundler sees.
    "jsonc-parser": join(root, "node_modules", "jsonc-parser", "lib", "esm", "main.js"),
  },
  define: { CLAUSELINT_VERSION: JSON.stringify(readJson("package.json").version) },
};

const browserOptions = {
  platform: "browser",
  target: "es2022",
  define: { ...buildOptions.define, global: "globalThis" },
};

/** Entry point → bundle, with what differs from `buildOptions`. */
export const bundles = [
  {
    entry: "cli/bin.ts",
    out: "cli.cjs",
    banner: { js: "#!/usr/bin/env node" },
    alias: { tinyglobby: "./glob.cjs" },
    external: ["./config.cjs", "./glob.cjs", "./html.cjs"],
    plugins: [
      cataloguePlugin({ beside: "catalogue.bin" }),
      htmlApartPlugin,
      apartPlugin({ "./explain/explain": "./explain.cjs", "./config/entry": "./config.cjs" }),
      ...leanPlugins,
    ],
  },
  // Apart, since it is needed only where the command line names a pattern or nothing.
  { entry: "tinyglobby", out: "glob.cjs" },
  // Apart, since most runs read no HTML.
  { entry: "engine/document/html-document.ts", out: "html.cjs" },
  // Apart, since most runs have no configuration, and parsers are large.
  { entry: "cli/config/entry.ts", out: "config.cjs" },
  // Apart, since only one command needs it, and it holds all examples.
  { entry: "cli/explain/explain.ts", out: "explain.cjs" },
  {
    entry: "cli/api.ts",
    out: "api.cjs",
    external: ["./html.cjs"],
    plugins: [cataloguePlugin({ beside: "catalogue.bin" }), htmlApartPlugin, ...leanPlugins],
  },
  {
    entry: "server/main-node.ts",
    out: "server/main-node.js",
    plugins: [cataloguePlugin({ beside: "catalogue.bin" }), ...leanPlugins],
  },
  { entry: "server/main-worker.ts", out: "server/main-worker.js", ...browserOptions, format: "iife" },
  { entry: "client/main-node.ts", out: "client/main-node.js", external: ["vscode"] },
  { entry: "client/main-web.ts", out: "client/main-web.js", ...browserOptions, external: ["vscode"] },
];

/** VS Code's task waits for these lines; errors stand between them as its esbuild problem matcher reads them. */
const watchPlugin = {
  name: "watch",
  setup(pluginBuild) {
    pluginBuild.onStart(() => console.log("[watch] build started"));
    pluginBuild.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location !== null) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log("[watch] build finished");
    });
  },
};

/** The types of the API; its two files refer to nothing else, so no other declaration is shipped. */
function buildTypes() {
  const out = join(root, "out", "types");
  rmSync(out, { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const emit = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", root, "--outDir", out];
  const { status } = spawnSync(process.execPath, [tsc, "-p", join(root, "cli"), ...emit], { stdio: "inherit" });
  if (status !== 0) throw new Error("The types of the API could not be built.");
  for (const name of ["api.d.ts", "output.d.ts"]) copyFileSync(join(out, "cli", name), join(root, "dist", name));
}

async function buildAll({ watch }) {
  mkdirSync(join(root, "dist"), { recursive: true });
  const all = bundles.map(({ entry, out, ...options }) => ({
    ...buildOptions,
    // Names stay, so that the trace of an error can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    ...options,
    entryPoints: [entry],
    outfile: join("dist", out),
  }));
  if (!watch) {
    await Promise.all(all.map((options) => build(options)));
    buildTypes();
    return;
  }
  for (const options of all) {
    const plugins = [...options.plugins, watchPlugin];
    await (await context({ ...options, plugins, logLevel: "silent" })).watch();
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildAll({ watch: process.argv.includes("--watch") });
}
