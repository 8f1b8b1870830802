// Measures the command line as whole processes, in CPU seconds (user and system), which other load disturbs less than wall time:
// what one small file costs against `node -e 0`, run in turns, and how much text a CPU second gets through.
// Usage: npm run build && node scripts/bench.mjs   (needs bash; throughput needs the corpus)
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../esbuild.mjs";

const cli = join(root, "dist", "cli.cjs");
if (!existsSync(cli)) {
  console.error("bench: dist/cli.cjs is not there; run npm run build first");
  process.exit(2);
}

/** CPU seconds of one process, its children included. */
function cpuSeconds(args) {
  const quoted = args.map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(" ");
  const script = `TIMEFORMAT='%U %S'; time node ${quoted} >/dev/null 2>&1`;
  const { stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8", cwd: root });
  const [user, system] = stderr.trim().split(/\s+/).map(Number);
  return user + system;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const folder = mkdtempSync(join(tmpdir(), "clauselint-bench-"));
const small = join(folder, "privacy.md");
const paragraph =
  "We collect your name when you order, so that the parcel finds you. We keep order data for three years.\n\n";
writeFileSync(small, `# Privacy Policy\n\n${paragraph.repeat(Math.floor(4096 / paragraph.length))}`);

const runs = 15;
const [idle, lint] = [[], []];
for (let run = 0; run < runs; run++) {
  idle.push(cpuSeconds(["-e", "0"]));
  lint.push(cpuSeconds([cli, "lint", small]));
}
const ratio = median(lint.map((value, index) => value / idle[index]));
console.log(`start-up, one file of ${statSync(small).size} bytes: ${ratio.toFixed(2)} times the CPU of node -e 0`);
console.log(`  (medians of ${runs} runs in turns: ${median(lint).toFixed(3)} s against ${median(idle).toFixed(3)} s)`);

const corpus = join(process.env.CLAUSELINT_CORPUS ?? join(root, "..", "shared", "corpus"), "labelled");
if (existsSync(corpus)) {
  const files = readdirSync(corpus).filter((name) => /\.(?:md|txt)$/.test(name));
  const paths = files.map((name) => join(corpus, name));
  const megabytes = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  const seconds = [1, 2, 3, 4, 5].map(() => cpuSeconds([cli, "lint", ...paths]));
  console.log(
    `throughput: ${files.length} labelled policies, ${megabytes.toFixed(2)} MB: ${(megabytes / median(seconds)).toFixed(1)} MB per CPU second (start-up included)`,
  );
} else console.log("throughput: skipped, there is no corpus (CLAUSELINT_CORPUS names its folder)");
rmSync(folder, { recursive: true, force: true });
