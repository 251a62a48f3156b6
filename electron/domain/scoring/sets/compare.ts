// What changed between two versions of the criteria, in words.
import type { BehaviorRule, Cap, Criteria, Persona } from '../../../../shared/criteria.ts';
import type { RuleNames } from '../../../../shared/criteria-text.ts';
import {
  behaviorText,
  capText,
  disqualifierText,
  engagementCapText,
  fitRuleText,
  fitTestText,
  personaText,
  plainNames,
  shortcutText,
} from '../../../../shared/criteria-text.ts';

type Keyed<R> = { readonly id: string } & R;

/** Pairs rules by id, then those left over by what they are about: a rule deleted and written anew is the same rule. */
function paired<R>(before: readonly Keyed<R>[], after: readonly Keyed<R>[], about: (rule: Keyed<R>) => string) {
  const pairs: { readonly old: Keyed<R> | undefined; readonly now: Keyed<R> | undefined }[] = [];
  const left = new Set(before);
  for (const now of after) {
    const old =
      [...left].find(rule => rule.id === now.id) ??
      [...left].find(rule => about(rule) === about(now) && !after.some(other => other.id === rule.id));
    if (old) left.delete(old);
    pairs.push({ old, now });
  }
  return [...pairs, ...[...left].map(old => ({ old, now: undefined }))];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** "Pricing page visit counts 30 instead of 25." where only points changed; else the whole rule, old and new. */
function behaviorChange(old: BehaviorRule, now: BehaviorRule, names: RuleNames): string {
  if (same({ ...old, points: 0 }, { ...now, points: 0 })) {
    return `${names.type(now.typeId)} gives ${now.points} points instead of ${old.points}.`;
  }
  return `${behaviorText(now, names)} Before: ${behaviorText(old, names)}`;
}

function describe<R>(
  pairs: ReturnType<typeof paired<R>>,
  text: (rule: Keyed<R>) => string,
  change: (old: Keyed<R>, now: Keyed<R>) => string,
): string[] {
  return pairs.flatMap(({ old, now }) => {
    if (old && now) return same({ ...old, id: '' }, { ...now, id: '' }) ? [] : [change(old, now)];
    if (now) return [`New: ${text(now)}`];
    return old ? [`Removed: ${text(old)}`] : [];
  });
}

/** One sentence for each thing that is different in `after`; none when both say the same, in whatever order. */
export function compareCriteria(before: Criteria, after: Criteria, names: RuleNames = plainNames): readonly string[] {
  const thresholdChange = (label: string, old: number, now: number) =>
    old === now ? [] : [`${label} ${now} instead of ${old}.`];
  const instead =
    <R>(text: (rule: R) => string) =>
    (old: R, now: R) =>
      `${text(now)} Before: ${text(old)}`;
  const fit = (rule: Criteria['fit'][number]) => fitRuleText(rule, names);
  const disqualifier = (rule: Criteria['disqualifiers'][number]) => disqualifierText(rule, names);
  const persona = (rule: Persona) => personaText(rule, names);
  const cap = (rule: Cap) => `${rule.label}: ${capText(rule, names)}`;
  const [capBefore, capNow] = [engagementCapText(before), engagementCapText(after)];
  const shortcut = (rule: Criteria['shortcuts'][number]) => `${rule.label}: ${shortcutText(rule, names)}`;
  return [
    ...thresholdChange('Threshold', before.threshold, after.threshold),
    ...thresholdChange('Minimum fit', before.minimumFit, after.minimumFit),
    ...describe(
      paired(before.behavior, after.behavior, rule => rule.typeId),
      rule => behaviorText(rule, names),
      (old, now) => behaviorChange(old, now, names),
    ),
    ...describe(
      paired(before.fit, after.fit, rule => JSON.stringify([rule.field, rule.test])),
      fit,
      (old, now) =>
        same(old.test, now.test) && old.field === now.field
          ? `${fitTestText(now.field, now.test, names)} gives ${now.points} points instead of ${old.points}.`
          : instead(fit)(old, now),
    ),
    ...describe(
      paired(before.disqualifiers, after.disqualifiers, rule => JSON.stringify([rule.field, rule.test])),
      disqualifier,
      instead(disqualifier),
    ),
    ...describe(
      paired(before.shortcuts, after.shortcuts, rule => rule.label),
      shortcut,
      instead(shortcut),
    ),
    ...describe(
      paired(before.personas ?? [], after.personas ?? [], rule => rule.label),
      persona,
      instead(persona),
    ),
    ...describe(
      paired(before.caps ?? [], after.caps ?? [], rule => rule.label),
      cap,
      instead(cap),
    ),
    ...(capBefore === capNow ? [] : [capNow ?? `Removed: ${capBefore}`]),
  ];
}
