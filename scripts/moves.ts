import { type Decision, isLabelled } from "./decisions";
import { threeWayOfLabel, threeWayOfStatus } from "./gold";
import type { StatusList } from "./revision";

interface Move {
  readonly decision: Decision;
  readonly disclosure: string;
  readonly before: string;
  readonly now: string;
  /** `undefined` where the document has no label for it. */
  readonly label: string | undefined;
  readonly judgement: "better" | "worse" | "as wrong as before" | "unlabelled";
}

/**
 * What a change moved: each document of the fitting half and each disclosure whose status or variant is another than
 * before; of the figures half only how many, for whoever knows a document that moved knows something of its text.
 */
export function moveList(decisions: readonly Decision[], before: StatusList, ids: readonly string[]): string {
  const known = new Set([...before.values()].flatMap((statuses) => [...statuses.keys()]));
  const newIds = ids.filter((id) => !known.has(id));
  const moves = ids.filter((id) => known.has(id)).flatMap((id) => movesOf(decisions, before, id));
  const lines = [
    `moved: ${moves.length} decisions on ${new Set(moves.map(({ decision }) => decision.document.file)).size} documents`,
  ];
  if (newIds.length > 0) lines.push(`not in the catalogue before: ${newIds.join(", ")}`);
  for (const id of ids) {
    const own = moves.filter(({ disclosure }) => disclosure === id);
    if (own.length === 0) continue;
    lines.push(`\n${id}: ${own.length} moved (${judgements(own)})`);
    for (const { decision, before, now, label, judgement } of own) {
      if (decision.document.half !== "fitting") continue;
      const labelled = label === undefined ? "" : `, labelled ${label}: ${judgement}`;
      lines.push(`- ${decision.document.file}: ${before} → ${now}${labelled}`);
    }
  }
  return lines.join("\n");
}

function movesOf(decisions: readonly Decision[], before: StatusList, disclosure: string): readonly Move[] {
  return decisions.flatMap((decision) => {
    const decided = decision.facts.get(disclosure);
    const was = before.get(decision.document.file)?.get(disclosure);
    if (decided === undefined || was === undefined) return [];
    const now = [decided.status, decided.variant].filter(Boolean).join(" ");
    if (was === now) return [];
    const label = decision.document.labels.get(disclosure);
    return [{ decision, disclosure, before: was, now, label, judgement: judge(label, was, now) }];
  });
}

/** By three steps: said or missing counts more than how well it is said, and that more than the variant. */
function judge(label: string | undefined, before: string, now: string): Move["judgement"] {
  if (label === undefined) return "unlabelled";
  const [was, is] = [rightness(label, before), rightness(label, now)];
  return is > was ? "better" : is < was ? "worse" : "as wrong as before";
}

function rightness(label: string, decided: string): number {
  const [status = "", variant] = decided.split(" ");
  if (isLabelled(label, { status, variant })) return 3;
  const [gold, ours] = [threeWayOfLabel(label), threeWayOfStatus(status)];
  if (gold === ours) return 2;
  return (gold === "missing") === (ours === "missing") ? 1 : 0;
}

function judgements(moves: readonly Move[]): string {
  const counts = new Map<string, number>();
  for (const { judgement } of moves) counts.set(judgement, (counts.get(judgement) ?? 0) + 1);
  return [...counts].map(([judgement, count]) => `${count} ${judgement}`).join(", ");
}
