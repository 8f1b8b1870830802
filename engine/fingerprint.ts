/** The version of the algorithm below; baselines name it. */
export const fingerprintVersion = 1;

/**
 * Names a finding independently of its position, so that editing a paragraph elsewhere never changes it.
 * Document scope: rule, disclosure and document key. Span scope: rule, normalised words, ordinal among equals.
 */
export function fingerprint(parts: readonly string[]): string {
  const text = [`v${fingerprintVersion}`, ...parts].join("\u0000");
  // Two FNV-1a hashes with different offsets: 64 bits without BigInt.
  return hash32(text, 0x811c9dc5) + hash32(text, 0x2f0b4a27);
}

/** White space, case and typographic quotation marks carry no meaning for identity. */
export function normaliseWords(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim().toLowerCase();
}

function hash32(text: string, offset: number): string {
  let hash = offset;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
