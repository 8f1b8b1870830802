import { type BuildOptions, build, type Message } from "esbuild";

/** Bundles for a browser without writing anything; what could not be resolved there comes back as messages. */
export async function buildForBrowser(options: BuildOptions): Promise<string[]> {
  try {
    await build({
      bundle: true,
      platform: "browser",
      format: "cjs",
      external: ["vscode"],
      write: false,
      outdir: "out",
      logLevel: "silent",
      ...options,
    });
    return [];
  } catch (error) {
    const { errors } = error as { errors?: readonly Message[] };
    if (errors === undefined) throw error;
    return errors.map(({ text }) => text);
  }
}
