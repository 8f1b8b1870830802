import { readFrontMatter } from "../engine/document/front-matter";
import { entryOf } from "./config-node";
import { mayConfigureItself } from "./find-config";
import type { Knowledge } from "./knowledge";
import type { Settings } from "./layer";
import { parseYaml } from "./parse-yaml";
import { type ConfigProblem, complaintsAbout } from "./problems";
import { readKind, type SettingsPlace, settingsReader } from "./read-settings";
import { createReader } from "./reader";

const place: SettingsPlace = { isFrontMatter: true, resolve: (reference) => reference };

/** What a document's front matter sets under "clauselint"; what is wrong with it goes to `problems`. */
export function readOwnSettings(
  path: string,
  text: string,
  knowledge: Knowledge,
  problems: ConfigProblem[],
): Settings | undefined {
  if (!mayConfigureItself(text)) return undefined;
  const frontMatter = readFrontMatter(text);
  if (frontMatter === undefined) return undefined;
  const { start, end } = frontMatter.span;
  const complaints = complaintsAbout({ path, text }, problems);
  const reader = createReader(complaints);
  const { settings, keys } = settingsReader(reader, knowledge, place);
  // The short form: "clauselint: cookie-policy".
  const short = frontMatter.values.get("clauselint");
  if (short !== undefined) {
    const kind = readKind(reader, { kind: "scalar", ...short }, knowledge);
    return kind === undefined ? settings : { ...settings, kind: { value: kind, place: reader.place(short.span) } };
  }
  if (text.startsWith("+++")) {
    const at = /^\[?clauselint/m.exec(text)?.index ?? 0;
    const span = { start: at, end: at + "clauselint".length };
    const message = "settings in front matter are read where it is YAML, and this is TOML";
    complaints.add(span, "unsupported", message, "put them into the configuration file");
    return undefined;
  }
  // Without the two fences.
  const from = /[\r\n]+/.exec(text.slice(start, end));
  const bodyStart = from === null ? end : start + from.index + 1;
  const bodyEnd = bodyStart + Math.max(text.slice(bodyStart, end).trimEnd().length - 3, 0);
  const node = parseYaml(text.slice(bodyStart, bodyEnd), complaints, bodyStart);
  const own = node?.kind === "map" ? entryOf(node, "clauselint") : undefined;
  if (own === undefined) return undefined;
  const map = reader.map(own.value, "clauselint");
  if (map !== undefined) reader.keys(map, "in front matter", keys);
  return settings;
}
