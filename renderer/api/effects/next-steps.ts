// Next steps: what is planned, changed or done stands in the lead's list and on Today at once.
import type { Output } from '../../../shared/contract.ts';
import { compareSteps } from '../../../shared/next-step.ts';
import type { EffectTable } from './effect-table.ts';
import { given, saved, without } from './rows.ts';
import { planned, postponed, stepDone } from './today.ts';

const gone = (leadId: string, id: string) => ({
  'nextSteps.ofLead': (steps: Output<'nextSteps.ofLead'>, request: { readonly leadId: string }) =>
    request.leadId === leadId ? without(steps, [id]) : steps,
});

export const nextStepEffects: EffectTable = {
  'nextSteps.save': ({ leadId, ...step }, meanwhile) => ({
    'nextSteps.ofLead': (steps, request) =>
      request.leadId === leadId ? saved(steps, given(step), meanwhile, { typeId: null }).toSorted(compareSteps) : steps,
    // Put off to another day it leaves its place on Today.
    'today.get': today => planned(step.id !== null && step.on ? postponed(today, step.id, step.on) : today, [leadId]),
  }),
  'activities.logLine': ({ people, step }, meanwhile) => ({
    'nextSteps.ofLead': (steps, request) =>
      step && people.some(({ id }) => id === request.leadId)
        ? saved(steps, { ...step, id: null, repeats: null }, meanwhile, { typeId: null }).toSorted(compareSteps)
        : steps,
    'today.get': today =>
      step
        ? planned(
            today,
            people.flatMap(({ id }) => id ?? []),
          )
        : today,
  }),
  'nextSteps.done': ({ leadId, id }) => ({ ...gone(leadId, id), 'today.get': today => stepDone(today, id) }),
  'nextSteps.remove': ({ leadId, id }) => ({ ...gone(leadId, id), 'today.get': today => stepDone(today, id) }),
};
