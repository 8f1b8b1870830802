// Put in by esbuild.mjs from package.json.
declare const CLAUSELINT_VERSION: string;

/** The version of Clauselint. */
export const version: string = CLAUSELINT_VERSION;
