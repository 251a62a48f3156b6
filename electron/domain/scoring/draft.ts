// Validates a draft of the criteria: meaningful, distinct rules.
import type { Criteria, FitTest } from '../../../shared/criteria.ts';

const badTest = (test: FitTest): string | null =>
  test.test === 'between' && test.to < test.from ? 'The “from” number must not be larger than the “to” number.' : null;

/** The first thing that is wrong, in a sentence; null when all is well. */
export function wrongWith(criteria: Criteria): string | null {
  const { behavior, fit, disqualifiers, shortcuts, caps = [], personas = [] } = criteria;
  const ofPersonas = personas.flatMap(persona => persona.fit);
  const ids = [...behavior, ...fit, ...disqualifiers, ...shortcuts, ...caps, ...personas, ...ofPersonas].map(
    rule => rule.id,
  );
  if (new Set(ids).size < ids.length) return 'Two rules have the same id.';
  const doubled = caps.find(({ typeIds }, at) =>
    typeIds.some((id, i) => typeIds.indexOf(id) < i || caps.slice(0, at).some(cap => cap.typeIds.includes(id))),
  );
  if (doubled)
    return `“${doubled.label}” caps an activity that is capped already. Only one cap counts for an activity: remove it from one of them.`;
  for (const { test } of [...fit, ...ofPersonas, ...disqualifiers]) {
    const wrong = badTest(test);
    if (wrong) return wrong;
  }
  return null;
}

/** Whether both say the same, rule by rule and in the same order. */
export const sameCriteria = (one: Criteria, other: Criteria): boolean => canonical(one) === canonical(other);

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
