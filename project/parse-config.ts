import { type ConfigNode, entryOf } from "./config-node";
import { parseJson } from "./parse-json";
import { parseYaml } from "./parse-yaml";
import { nameOf } from "./paths";
import type { Complaints } from "./problems";

/**
 * Reads a configuration or a pack in the notation that its name tells; what is wrong with it is complained about.
 * `undefined` where nothing of it can be used. Of a package.json the value of "clauselint" is read; where there is none, an empty one.
 */
export function parseConfig(text: string, complaints: Complaints): ConfigNode | undefined {
  const name = nameOf(complaints.file.path);
  const isJson = /\.jsonc?$/i.test(name) || (!/\.ya?ml$/i.test(name) && /^\s*(?:\{|\/\/|\/\*)/.test(text));
  const node = isJson ? parseJson(text, complaints) : parseYaml(text, complaints);
  if (name !== "package.json" || node?.kind !== "map") return node;
  return entryOf(node, "clauselint")?.value ?? { kind: "map", span: node.span, entries: [] };
}
