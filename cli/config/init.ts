import presets from "clauselint:presets";
import type { FactSource } from "../../engine/catalogue/fact-model";
import { defaultConfig, type FactValue } from "../../engine/config";
import type { Linter } from "../../engine/linter";
import { configNames, createConfigFinder, newConfigName } from "../../project/find-config";
import { parentOf } from "../../project/paths";
import { readDocument } from "../../project/read-document";
import { namesToWrite } from "../../project/reader";
import { displayPath, selectFiles } from "../files";
import type { Host } from "../host";
import type { InitOptions } from "../options";
import { printable } from "../reporters/cells";
import { createLines } from "../reporters/lines";
import { questionText, readAnswer } from "./answers";
import { type FoundPolicy, initialText } from "./init-text";

/** What is asked for: what decides which duties there are, and what nearly every policy has to name. */
const asked: readonly string[] = ["company", "contact", "establishment", "users", "children", "transfers"];
/** How often a question is asked again where the answer cannot be meant. */
const attempts = 3;

/** Writes a first configuration for the working directory, and returns the exit code. */
export async function initialise(host: Host, options: InitOptions, linter: Linter): Promise<0 | 2> {
  const complain = (message: string): 2 => {
    host.writeError(`clauselint: ${printable(message)}\n`);
    return 2;
  };
  const { workingDirectory, fileSystem } = host;
  const path = host.resolve(newConfigName);
  const { path: present } = await createConfigFinder(fileSystem, [workingDirectory])(workingDirectory);
  if (present !== undefined && parentOf(present) === parentOf(path) && !(options.force && present === path)) {
    const name = displayPath(host, present);
    const remedy = present === path ? "--force replaces it" : "change that one, or remove it first";
    return complain(`there is a configuration already: ${name}; ${remedy}`);
  }
  const unknown = options.presets.find((name) => !Object.hasOwn(presets, name));
  if (unknown !== undefined) {
    return complain(`there is no preset ${JSON.stringify(unknown)}; ${namesToWrite(unknown, Object.keys(presets))}`);
  }
  const facts = new Map<string, FactValue>();
  for (const given of options.facts) {
    const error = addGiven(given, linter.catalogue.facts, facts);
    if (error !== undefined) return complain(error);
  }
  const policies = await findPolicies(host, linter);
  if (options.asks) await askFor(host, linter.catalogue.facts, facts);
  const text = initialText({ catalogue: linter.catalogue, presets: options.presets, facts, policies });
  await host.writeFile(path, text);
  const count =
    policies.length === 0 ? "no policy" : policies.length === 1 ? "1 policy" : `${policies.length} policies`;
  await host.writeOutput(`${newConfigName} written; ${count} found. Now run: clauselint lint\n`);
  return 0;
}

/** What is wrong with "id=value"; `undefined` where it was added. */
function addGiven(
  given: string,
  known: ReadonlyMap<string, FactSource>,
  facts: Map<string, FactValue>,
): string | undefined {
  const [, id, text] = /^([^=]+)=(.*)$/s.exec(given) ?? [];
  if (id === undefined || text === undefined) return `--fact ${JSON.stringify(given)} has no value; write id=value`;
  const fact = known.get(id);
  if (fact === undefined) return `there is no fact ${JSON.stringify(id)}; ${namesToWrite(id, [...known.keys()])}`;
  const answer = readAnswer(id, fact, text);
  if ("error" in answer) return answer.error;
  facts.set(id, answer.value);
  return undefined;
}

async function askFor(
  host: Host,
  known: ReadonlyMap<string, FactSource>,
  facts: Map<string, FactValue>,
): Promise<void> {
  for (const id of asked) {
    const fact = known.get(id);
    if (fact === undefined || facts.has(id)) continue;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const text = await host.ask(questionText(fact));
      if (text === undefined) return;
      // Whoever does not know yet goes on.
      if (text.trim() === "") break;
      const answer = readAnswer(id, fact, text);
      if ("value" in answer) {
        facts.set(id, answer.value);
        break;
      }
      host.writeError(`${printable(answer.error)}\n`);
    }
  }
}

async function findPolicies(host: Host, linter: Linter): Promise<readonly FoundPolicy[]> {
  const isDocument = async (path: string) => !configNames.includes(path.slice(path.lastIndexOf("/") + 1));
  const { sources } = await selectFiles(host, ["."], isDocument);
  const found: FoundPolicy[] = [];
  for (const { path } of sources) {
    const read = path === undefined ? undefined : await readDocument(host.fileSystem, path);
    if (path === undefined || read === undefined || read.problem !== undefined) continue;
    const name = displayPath(host, path);
    const { analysis } = linter.lint({
      text: read.text,
      format: read.format,
      config: defaultConfig,
      asOf: host.today(),
      documentKey: name,
    });
    const { recognition, regimes } = analysis;
    if (recognition.kind === "not-a-policy") continue;
    const lines = createLines(read.text);
    const claimed = regimes.flatMap(({ id, span }) =>
      span === undefined ? [] : [{ id, line: lines.position(span.start).line }],
    );
    found.push({ path: name, kind: recognition.kind, claimed });
  }
  return found;
}
