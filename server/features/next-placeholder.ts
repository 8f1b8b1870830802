import type { ServerContext } from "../context";
import { runSafe } from "../log";
import { type NextPlaceholderParams, type NextPlaceholderResult, nextPlaceholderRequest } from "../protocol";

/** `clauselint/nextPlaceholder`: the first unfilled placeholder from a position on, and after the last one the first again. */
export function registerNextPlaceholder({ connection, log, session }: ServerContext): void {
  connection.onRequest(nextPlaceholderRequest, (params: NextPlaceholderParams) =>
    runSafe<NextPlaceholderResult>(log, nextPlaceholderRequest, null, async () => {
      const linted = await session.lint(params.uri);
      if (linted === undefined) return null;
      const { converter, result } = linted;
      const offset = converter.toOffset(params.position);
      const { placeholders } = result.analysis;
      const next = placeholders.find(({ span }) => span.start >= offset) ?? placeholders[0];
      return next === undefined ? null : converter.toRange(next.span);
    }),
  );
}
