import { stringify } from "yaml";

/** A value on one line: in quotation marks where it needs them, also within brackets and before a comment. */
export function yamlScalar(value: unknown): string {
  const written = stringify(value, { lineWidth: 0 }).trim();
  return /[,[\]{}#\n]/.test(written) && !/^["']/.test(written) ? JSON.stringify(value) : written;
}

/** Values in brackets, on one line. */
export function yamlList(values: readonly unknown[]): string {
  return `[${values.map(yamlScalar).join(", ")}]`;
}
