// Writes the catalogue's files in one style: what fits into a line stands in one, so that a pattern can be read at a glance.
// Usage: node scripts/format-catalogue.mjs [--check] [files]   (all files of the catalogue where none is named)
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../esbuild.mjs";

const width = 118;

/** `before`: what stands in the line before the value. */
function format(value, indent, before = 0) {
  const line = inOneLine(value);
  const isPlain = typeof value !== "object" || value === null || line.length <= 2;
  if (isPlain || indent + before + line.length <= width) return line;
  const inner = " ".repeat(indent + 2);
  const close = `\n${" ".repeat(indent)}`;
  if (!Array.isArray(value)) {
    const members = Object.entries(value).map(([key, member]) => {
      const name = JSON.stringify(key);
      return `${inner}${name}: ${format(member, indent + 2, name.length + 3)}`;
    });
    return `{\n${members.join(",\n")}${close}}`;
  }
  if (value.every((member) => typeof member === "string")) return `[\n${filled(value, inner)}${close}]`;
  return `[\n${value.map((member) => inner + format(member, indent + 2)).join(",\n")}${close}]`;
}

function inOneLine(value) {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${inOneLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Strings side by side, as many as a line holds. */
function filled(strings, inner) {
  const lines = [];
  let line = "";
  strings.forEach((string, index) => {
    const word = JSON.stringify(string) + (index < strings.length - 1 ? "," : "");
    if (line !== "" && inner.length + line.length + 1 + word.length > width) {
      lines.push(inner + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  });
  return [...lines, inner + line].join("\n");
}

const isCheck = process.argv.includes("--check");
const named = process.argv.slice(2).filter((arg) => arg !== "--check");
const files =
  named.length > 0
    ? named
    : readdirSync(join(root, "catalogue"), { recursive: true })
        .map((name) => join(root, "catalogue", String(name)))
        .filter((name) => name.endsWith(".json"));
let unformatted = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  let formatted;
  try {
    formatted = `${format(JSON.parse(text), 0)}\n`;
  } catch (error) {
    console.error(`${relative(root, file)}: ${error.message}`);
    process.exit(2);
  }
  if (formatted === text) continue;
  unformatted += 1;
  if (isCheck) console.error(`${relative(root, file)} is not formatted; run npm run format`);
  else writeFileSync(file, formatted);
}
if (isCheck && unformatted > 0) process.exit(1);
