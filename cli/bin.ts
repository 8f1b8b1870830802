import { main } from "./main";
import { createNodeHost } from "./node-host";

// Not process.exit: what is still on its way to a pipe would be lost.
void main(process.argv.slice(2), createNodeHost()).then((code) => {
  process.exitCode = code;
});
