// Runs every check of the project one after the other, goes on after a failure, and ends with "N passed, N failed".
// Usage: node scripts/ci.mjs [--fast]
// `--fast` leaves out what needs a build, a browser or the corpus, the 10,000 random edits, and what goes through every
// example or snippet of the catalogue a second time; it runs anywhere, in about half a minute.
import { spawn } from "node:child_process";
import { root } from "../esbuild.mjs";

const isFast = process.argv.includes("--fast");
const slowTests = ["!test/package/", "!test/corpus/", "!test/property/", "!test/parity/", "!test/engine/snippets"];
const types = { name: "types", command: ["node", "scripts/types.mjs"] };
const lint = { name: "lint", command: ["node", "node_modules/@biomejs/biome/bin/biome", "check"] };
const style = { name: "style of the catalogue", command: ["node", "scripts/format-catalogue.mjs", "--check"] };
const fences = { name: "fences", command: ["node", "scripts/run.mjs", "check-fences"] };
const generated = { name: "generated files", command: ["node", "scripts/run.mjs", "generate", "--check"] };
const build = { name: "build", command: ["node", "esbuild.mjs"] };
const tests = { name: "tests", command: ["node", "scripts/test.mjs", ...(isFast ? slowTests : [])] };
const editor = { name: "tests in the editor", command: ["npm", "run", "test:editor"] };
/** One group after the other; the steps of a group wait for nothing of each other and run two at a time. */
const groups = isFast
  ? [[tests, types, lint, style, fences, generated]]
  : [[types, lint, style, fences, generated, build], [tests], [editor]];

/** Runs a step, shows its output (as it comes where nothing else runs), and counts its tests; a step without tests counts as one. */
function run({ name, command: [program, ...args] }, isAlone) {
  return new Promise((resolve) => {
    if (isAlone) console.log(`\n=== ${name}`);
    const child = spawn(program === "node" ? process.execPath : program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", isAlone ? "inherit" : "pipe"],
      shell: program === "npm" && process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (isAlone) process.stdout.write(chunk);
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => {
      console.error(String(error));
      resolve({ name, passed: 0, failed: 1 });
    });
    child.on("close", (status) => {
      if (!isAlone) console.log(`\n=== ${name}\n${output}`);
      resolve({ name, ...count(output, status === 0) });
    });
  });
}

/** Adds up the totals that node:test ("ℹ pass 3", "# fail 0") and mocha ("3 passing", "1 failing") print. */
function count(output, isSuccess) {
  const sum = (pattern) => [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
  const passed = sum(/^(?:#|ℹ) pass (\d+)/gmu) + sum(/^\s*(\d+) passing\b/gm);
  const failed = sum(/^(?:#|ℹ) fail (\d+)/gmu) + sum(/^(?:#|ℹ) cancelled (\d+)/gmu) + sum(/^\s*(\d+) failing\b/gm);
  if (passed + failed === 0) return { passed: isSuccess ? 1 : 0, failed: isSuccess ? 0 : 1 };
  return { passed, failed: isSuccess ? failed : Math.max(failed, 1) };
}

const results = [];
for (const group of groups) {
  const waiting = [...group];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      results.push(await run(step, group.length === 1));
    }
  };
  await Promise.all([work(), work()]);
}

console.log("\n=== summary");
for (const { name, passed, failed } of results)
  console.log(`${failed === 0 ? "ok  " : "FAIL"}  ${name}: ${passed} passed, ${failed} failed`);
const passed = results.reduce((total, result) => total + result.passed, 0);
const failed = results.reduce((total, result) => total + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
