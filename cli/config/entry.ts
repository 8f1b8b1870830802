// Everything that only a run with a configuration needs: the command line loads it as a bundle of its own.
import presets from "clauselint:presets";
import { createResolver, type Resolver, type ResolverOptions } from "../../project/resolve-config";

export { createPackLinters } from "../../project/pack-linters";
export { settleBaselines } from "./baselines";
export { initialise } from "./init";
export { printConfig } from "./print-config";

/** A resolver that knows the presets that are shipped. */
export function createShippedResolver(options: Omit<ResolverOptions, "presets">): Resolver {
  return createResolver({ ...options, presets });
}
