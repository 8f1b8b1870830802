// The few assertions that the tests need; `node:assert` does not exist in the web extension host.

class AssertionError extends Error {
  override readonly name = "AssertionError";
  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
  }
}

/** Compares what JSON would write of both; mocha shows the difference. */
export function expectEqual<T>(actual: T, expected: T, message = "not as expected"): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new AssertionError(message, actual, expected);
}

export function expectMatch(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new AssertionError(`does not match ${pattern}`, actual, String(pattern));
}

/** Returns the value, which is not `undefined`. */
export function expectDefined<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
