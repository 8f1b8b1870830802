import { setFlagsFromString } from "node:v8";
import { main } from "./main";
import { createNodeHost } from "./node-host";

// A run is short: what V8 does for long ones (compiling expressions and functions a second time, and into one another)
// costs a quarter of it.
// Later versions know other flags, and would say so on standard error.
if (process.version.startsWith("v20.")) {
  setFlagsFromString("--no-regexp-tier-up");
  setFlagsFromString("--interrupt-budget=800000");
  setFlagsFromString("--no-turbo-inlining");
}

// Not process.exit: what is still on its way to a pipe would be lost.
void main(process.argv.slice(2), createNodeHost()).then((code) => {
  process.exitCode = code;
});
