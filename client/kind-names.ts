import type { DocumentKind } from "../server/protocol";

/** How the kinds are called towards the user, in the order of a list to choose from. */
export const kindNames: Readonly<Record<DocumentKind, string>> = {
  "privacy-policy": "Privacy policy",
  "cookie-policy": "Cookie policy",
  terms: "Terms",
  "other-policy": "Other policy",
  template: "Template of a policy",
  "not-a-policy": "Not a policy",
};
