// What the programs have in common that run the suite in an extension host.

/**
 * Tells the suite from the rest: the whole workbench logs to the same console,
 * but what the suite says comes as one string with the format "%s".
 */
export function createLog(write) {
  const others = [];
  let spoke = false;
  return {
    hear(args) {
      if (args.length === 2 && args[0] === "%s") {
        spoke = true;
        write(args[1]);
      } else {
        others.push(args.map(describe).join(" "));
      }
    },
    /** The suite explains its failures itself, but not why it did not run. */
    explain(error) {
      if (!spoke) write(`The last that VS Code itself logged:\n${others.slice(-40).join("\n")}`);
      write(error.message);
    },
  };
}

function describe(value) {
  const [line = ""] = (typeof value === "string" ? value : JSON.stringify(value)).split("\n");
  return line.slice(0, 300);
}

/** Rejects after far more time than the tests take: a VS Code that never answers must not hold up everything else. */
export function patience() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The tests did not end within four minutes.")), 240_000);
  });
}

/** Whoever started this program may be gone without having ended it. */
export function endWithParent() {
  process.stdin.on("close", () => process.exit(1)).resume();
}
