import { readFrontMatter } from "../engine/document/front-matter";
import { entryOf } from "./config-node";
import { mayConfigureItself } from "./find-config";
import type { Knowledge } from "./knowledge";
import type { Settings } from "./layer";
import { parseYaml } from "./parse-yaml";
import { type ConfigProblem, complaintsAbout } from "./problems";
import { settingsReader } from "./read-settings";
import { createReader } from "./reader";

/** What a document's front matter sets under "clauselint"; what is wrong with it goes to `problems`. */
export function readOwnSettings(
  path: string,
  text: string,
  knowledge: Knowledge,
  problems: ConfigProblem[],
): Settings | undefined {
  if (!mayConfigureItself(text)) return undefined;
  const { start, end } = readFrontMatter(text)?.span ?? { start: 0, end: 0 };
  const complaints = complaintsAbout({ path, text }, problems);
  if (text.startsWith("+++")) {
    const at = /^\[?clauselint/m.exec(text)?.index ?? 0;
    const message = "settings in front matter are read where it is YAML, and this is TOML";
    complaints.add(
      { start: at, end: at + "clauselint".length },
      "unsupported",
      message,
      "put them into the configuration file",
    );
    return undefined;
  }
  // Without the two fences.
  const from = /[\r\n]+/.exec(text.slice(start, end));
  const bodyStart = from === null ? end : start + from.index + 1;
  const bodyEnd = bodyStart + Math.max(text.slice(bodyStart, end).trimEnd().length - 3, 0);
  const node = parseYaml(text.slice(bodyStart, bodyEnd), complaints, bodyStart);
  const own = node?.kind === "map" ? entryOf(node, "clauselint") : undefined;
  if (own === undefined) return undefined;
  const reader = createReader(complaints);
  const map = reader.map(own.value, "clauselint");
  const { settings, keys } = settingsReader(reader, knowledge, {
    isFrontMatter: true,
    resolve: (reference) => reference,
  });
  if (map !== undefined) reader.keys(map, "in front matter", keys);
  return settings;
}
