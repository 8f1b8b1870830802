import type { RuleSetting } from "../engine/config";
import { type Severity, severities } from "../engine/finding";
import type { Knowledge } from "./knowledge";
import type { Layer, Placed, Settings } from "./layer";
import { parentOf, relativePath } from "./paths";
import { type ConfigProblem, complaintsAbout } from "./problems";

/** What a rule has at the least, and the file that says so. */
export type Locks = ReadonlyMap<string, { readonly severity: Severity | "off"; readonly by: string }>;

/** Layers, of which those that come later weaken nothing that an earlier one has locked. */
export interface LockedLayers {
  readonly layers: readonly Layer[];
  readonly locks: Locks;
  readonly problems: readonly ConfigProblem[];
}

/** Takes out of the layers what weakens a rule that one below them has locked, and says so. */
export function applyLocks(layers: readonly Layer[], knowledge: Knowledge): LockedLayers {
  const locks = new Map<string, { severity: Severity | "off"; by: string }>();
  const current = new Map<string, Severity | "off">();
  const problems: ConfigProblem[] = [];
  const kept = layers.map((layer): Layer => {
    const settings = withoutWeakening(layer.settings, locks, layer.file, problems);
    const overrides = layer.overrides.map((each) => ({
      ...each,
      settings: withoutWeakening(each.settings, locks, layer.file, problems),
    }));
    for (const [id, { value }] of settings.rules) if (value.severity !== undefined) current.set(id, value.severity);
    for (const { value: id } of layer.locked) {
      const severity = current.get(id) ?? knowledge.rules.get(id)?.severity ?? "hint";
      locks.set(id, { severity, by: layer.file.path });
    }
    return { ...layer, settings, overrides };
  });
  return { layers: kept, locks, problems };
}

/** The settings without what the locks forbid; the rest goes to `problems`. */
export function withoutWeakening(
  settings: Settings,
  locks: Locks,
  file: Layer["file"],
  problems: ConfigProblem[],
): Settings {
  if (locks.size === 0) return settings;
  const complaints = complaintsAbout(file, problems);
  // The same words wherever the files lie.
  const locker = (by: string) => relativePath(parentOf(file.path) ?? file.path, by);
  const isAllowed = (id: string, { value, place }: Placed<RuleSetting>): boolean => {
    const lock = locks.get(id);
    if (lock === undefined) return true;
    const weakens = value.severity !== undefined && rank(value.severity) > rank(lock.severity);
    if (!weakens && Object.keys(value.options).length === 0) return true;
    const what = weakens ? `set it to ${value.severity}` : "change its options";
    complaints.add(
      place.span,
      "locked-rule",
      `the rule ${id} is locked by ${locker(lock.by)}: nothing here can ${what}`,
      `leave it out, or make it ${lock.severity} or stronger`,
    );
    return false;
  };
  return {
    ...settings,
    rules: new Map([...settings.rules].filter(([id, setting]) => isAllowed(id, setting))),
    suppressions: settings.suppressions.filter(({ suppression: { rule, place } }) => {
      const lock = locks.get(rule);
      if (lock === undefined) return true;
      const span = place?.span ?? { start: 0, end: 0 };
      const message = `the rule ${rule} is locked by ${locker(lock.by)}: its findings cannot be suppressed here`;
      complaints.add(span, "locked-rule", message, "take the suppression out, and change the text");
      return false;
    }),
  };
}

/** 0 is strongest. */
function rank(severity: Severity | "off"): number {
  return severity === "off" ? severities.length : severities.indexOf(severity);
}
