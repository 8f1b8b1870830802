// What the programs have in common that run the suite in an extension host.

/** The whole workbench logs to the same console; what the suite says comes as one string with the format "%s". */
export function isFromSuite(args) {
  return args.length === 2 && args[0] === "%s";
}

/** Shows what the workbench logged, for a suite that did not come to speak. */
export function writeRest(rest) {
  console.log(`The last that VS Code itself logged:\n${rest.slice(-40).map(describe).join("\n")}`);
}

function describe(args) {
  return args.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
}

/** Rejects after far more time than the tests take: a VS Code that never answers must not hold up everything else. */
export function patience() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The tests did not end within three minutes.")), 180_000);
  });
}

/** Whoever started this program may be gone without having ended it. */
export function endWithParent() {
  process.stdin.on("close", () => process.exit(1)).resume();
}
