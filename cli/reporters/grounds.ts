import type { Finding } from "../../engine/finding";
import type { RelatedOutput } from "../output";

/** By finding, the place in a configuration on which it rests, as it is reported. */
export type Grounds = ReadonlyMap<Finding, RelatedOutput>;

export const noGrounds: Grounds = new Map();
