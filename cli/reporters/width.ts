/** How wide text for people is, in columns: narrower nothing can be read, and wider lines are hard to read. */
export function readableWidth(columns = 100): number {
  return Math.min(Math.max(columns, 60), 120);
}
