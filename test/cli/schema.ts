type Json = { [key: string]: unknown };

/** The schema, but every field has to be declared: whoever adds one describes it. */
export function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema as Json).map(([key, value]) => [key, strict(value)]);
  const isClosed = "properties" in schema && "required" in schema;
  return { ...Object.fromEntries(entries), ...(isClosed && { additionalProperties: false }) };
}
