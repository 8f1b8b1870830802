import type { BlockFacts } from "./statements";

/**
 * Facts by block, kept between two analyses of an edited document.
 * The key is the block's text and everything else that its facts depend on; what the last analysis did not use is forgotten.
 */
export interface AnalysisCache {
  get(key: string): BlockFacts | undefined;
  set(key: string, facts: BlockFacts): void;
  /** Forgets what was neither read nor written since the last call. */
  endOfAnalysis(): void;
}

export function createAnalysisCache(): AnalysisCache {
  let known = new Map<string, BlockFacts>();
  let used = new Map<string, BlockFacts>();
  return {
    get(key) {
      const facts = used.get(key) ?? known.get(key);
      if (facts !== undefined) used.set(key, facts);
      return facts;
    },
    set(key, facts) {
      used.set(key, facts);
    },
    endOfAnalysis() {
      known = used;
      used = new Map();
    },
  };
}
