/** For the start of each run of backticks, the start of the next run of equal length. */
export function closersOfCode(source: string): Map<number, number> {
  const closers = new Map<number, number>();
  const lastOfLength = new Map<number, number>();
  for (let at = source.indexOf("`"); at >= 0; ) {
    let end = at + 1;
    while (source.charCodeAt(end) === 0x60) end += 1;
    const before = lastOfLength.get(end - at);
    if (before !== undefined) closers.set(before, at);
    lastOfLength.set(end - at, at);
    at = source.indexOf("`", end);
  }
  return closers;
}
