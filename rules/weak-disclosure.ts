import { coreRegime } from "../engine/analysis/disclosures";
import type { Evidence } from "../engine/analysis/model";
import type { DisclosureLaw, DisclosureWords, VariantSource } from "../engine/catalogue/model";
import type { DocumentKind } from "../engine/config";
import type { Reference } from "../engine/finding";
import type { Rule, RuleContext, RuleExample } from "../engine/rule";
import { regimesOf } from "./disclosure-examples";
import { referencesOf } from "./disclosure-references";

/** The family `weak-<disclosure>`: the text speaks of the thing without saying it, or says too little for a regime. */
export function weakDisclosure(law: DisclosureLaw, words: DisclosureWords): Rule {
  const weak = weakVariants(law);
  const tooLittle = canSayTooLittle(law);
  const messages: Record<string, string> = {};
  for (const { id, lacks } of weak) messages[id] = `${lacks ?? "This says too little"}{because}`;
  if (tooLittle) messages["too-little"] = "This says {title}, but too little for {regime} ({citation}): {lacks}";
  return {
    id: `weak-${law.id}`,
    summary: `The policy speaks of ${law.subject} without saying ${law.title}.`,
    why: law.why,
    group: "disclosure",
    severity: "warning",
    status: "stable",
    since: "0.1.0",
    pack: law.pack,
    kinds: law.kinds as readonly DocumentKind[],
    messages,
    // Most runs show no examples.
    get examples() {
      return {
        flagged: [
          ...weak.flatMap(({ id }) => words.rule.flagged.filter(({ variant }) => variant === id)),
          ...(tooLittle ? words.rule.flagged.filter(({ variant }) => variant === "too-little") : []),
        ].map(({ text, variant, regimes }) => ({
          text,
          messageIds: [variant],
          ...pinned(law, variant === "too-little" ? (regimes ?? "auto") : regimes),
        })),
        passed: words.rule.passed.map((text) => ({ text, ...pinned(law, undefined) })),
      };
    },
    check: (context) => check(law, context),
  };
}

/** Whether a text can speak of the thing and say too little, by the law: otherwise there is no such rule. */
export function canBeWeak(law: DisclosureLaw): boolean {
  return weakVariants(law).length > 0 || canSayTooLittle(law);
}

function weakVariants({ variants }: DisclosureLaw): readonly VariantSource[] {
  return variants.filter(({ worth }) => worth === "weak");
}

/** Whether what says the thing by default can be too little for a regime. */
function canSayTooLittle({ variants }: DisclosureLaw): boolean {
  const isWeak = (worths: VariantSource["worthByRegime"]) => Object.values(worths ?? {}).includes("weak");
  return variants.some(
    ({ worth, worthByRegime, elements, needs }) =>
      worth === "met" &&
      (isWeak(worthByRegime) || needs !== undefined || elements?.some((element) => isWeak(element.worthByRegime))),
  );
}

/** Nothing is reported where nothing asks for the thing, so that an example of a law that is not core needs its regimes. */
function pinned(law: DisclosureLaw, regimes: RuleExample["regimes"]): Pick<RuleExample, "regimes"> {
  if (regimes !== undefined) return { regimes };
  return law.core ? {} : { regimes: regimesOf(law) };
}

function check(law: DisclosureLaw, { analysis, report }: RuleContext): void {
  const facts = analysis.disclosures.get(law.id);
  const best = facts?.evidence[0];
  if (facts === undefined || best === undefined) return;
  // An unfilled slot is reported as such; a second complaint about the same words would only repeat it.
  if (best.unfilled) return;
  const references = referencesOf(law, facts);
  const core = law.core && analysis.regimes.some(({ id }) => id === coreRegime);
  if (!core && references.length === 0) return;
  const related = facts.evidence
    .slice(1, 4)
    .filter(({ variant, span }) => variant === best.variant && span.start !== best.span.start)
    .map(({ focus }) => ({ message: "Said again here, no more exactly", span: focus }));
  if (facts.status === "weak") {
    const variant = law.variants.find(({ id }) => id === best.variant) as VariantSource;
    report({
      messageId: variant.id,
      data: { because: because(references, core) },
      span: best.focus,
      scope: "span",
      disclosure: law.id,
      ...(core || references.some(({ duty }) => duty !== "recommended") ? {} : { severity: "hint" }),
      related,
      references,
    });
    return;
  }
  if (facts.status !== "met") return;
  for (const reference of references) {
    const status = facts.byRegime.get(reference.regime ?? "");
    if (status?.status !== "weak" || reference.duty === "recommended") continue;
    report({
      messageId: "too-little",
      data: {
        title: law.title,
        regime: analysis.catalogue.regimes.get(reference.regime ?? "")?.name ?? "",
        citation: reference.label,
        lacks: lackFor(law, facts.evidence, reference.regime ?? ""),
      },
      span: best.focus,
      scope: "span",
      disclosure: law.id,
      references: [reference],
    });
  }
}

function because(references: readonly Reference[], core: boolean): string {
  const demanding = references.filter(({ duty }) => duty !== "recommended");
  if (demanding.length > 0) return ` (asked for by ${labels(demanding)})`;
  return core || references.length === 0 ? "" : ` (recommended: ${labels(references)})`;
}

function labels(references: readonly Reference[]): string {
  return references.map(({ label }) => label).join(", ");
}

/** What a regime still wants: the elements that it needs together, or others than the text names. */
function lackFor(law: DisclosureLaw, evidence: readonly Evidence[], regime: string): string {
  for (const { needs, elements, worthByRegime } of law.variants) {
    const missing = needs?.[regime]?.filter(
      (need) => !evidence.some(({ element, unfilled }) => element === need && !unfilled),
    );
    if (missing !== undefined && missing.length > 0) {
      return `it lacks ${missing.map((id) => elements?.find((element) => element.id === id)?.title ?? id).join(", ")}`;
    }
    const enough = elements?.filter(
      (element) => element.worthByRegime?.[regime] !== "weak" && worthByRegime?.[regime] !== "weak",
    );
    if (enough !== undefined && enough.length > 0 && enough.length < (elements?.length ?? 0)) {
      return `name one of ${enough.map(({ title }) => title).join(", ")}`;
    }
  }
  const best = law.variants.find(({ id }) => id === evidence[0]?.variant);
  return best?.lacks ?? "say it in full";
}
