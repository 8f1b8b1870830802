import "mocha/mocha";

declare const console: { log(...values: unknown[]): void };
declare const Mocha: typeof import("mocha");

/** VS Code calls this in the extension host, Node's or the web's; it rejects if a test fails. */
export async function run(): Promise<void> {
  // One string with the format "%s": so the programs that start VS Code tell our lines from its own.
  Mocha.reporters.Base.consoleLog = (format: unknown = "", ...values: unknown[]) =>
    console.log(
      "%s",
      String(format).replace(/%[sd]/g, () => String(values.shift())),
    );
  const mocha = new Mocha({ ui: "bdd", reporter: "spec", color: false, timeout: 60_000 });
  // The build for browsers defines `describe` and the others here, not on loading files.
  mocha.suite.emit("pre-require", globalThis, null, mocha);
  await import("./diagnostics.test");
  await import("./quick-fix.test");
  await import("./hover.test");
  await import("./commands.test");
  await import("./configuration.test");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} of the tests failed.`))));
  });
}
