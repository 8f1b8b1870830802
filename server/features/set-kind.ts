import { documentKinds } from "../../engine/config";
import type { ServerContext } from "../context";
import { runSafe } from "../log";
import { type SetKindParams, setKindRequest } from "../protocol";

/** `clauselint/setKind`: the user knows better what a document is, as long as it is open. */
export function registerSetKind({ connection, log, refresh, session }: ServerContext): void {
  connection.onRequest<boolean, void>(setKindRequest, (params: SetKindParams) =>
    runSafe(log, setKindRequest, false, () => {
      const { uri, kind } = params;
      if (kind !== null && !documentKinds.includes(kind)) throw new RangeError(`no such kind: ${JSON.stringify(kind)}`);
      const isOpen = session.setKind(uri, kind ?? undefined);
      if (isOpen) refresh(uri);
      return isOpen;
    }),
  );
}
