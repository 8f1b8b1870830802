import type { DocumentKind } from "../engine/config";

/** Every kind that is linted at all. */
export const policyKinds: readonly DocumentKind[] = [
  "privacy-policy",
  "cookie-policy",
  "terms",
  "other-policy",
  "template",
];
