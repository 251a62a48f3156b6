// Plans, changes and drops next steps of a lead, so that the first one to be done is the one in the lead's row.
import type { NextStep, PlannedStep, SeenStep } from '../../shared/next-step.ts';
import { compareSteps } from '../../shared/next-step.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { updateLead } from '../db/tables/leads.ts';
import {
  deleteLaterStep,
  deleteLaterSteps,
  firstStepColumns,
  insertLaterStep,
  stepsOf,
  updateLaterStep,
} from '../db/tables/next-steps.ts';
import type { CommandContext } from './context.ts';

/** A time without a day says nothing. */
const tidy = <T extends PlannedStep>(step: T): T => ({
  ...step,
  what: step.what ?? (step.on === null ? 'Follow up' : null),
  time: step.on === null ? null : step.time,
});

/** Puts the step that comes first into the lead's row; one that stood there moves to the later ones. */
function arrange({ db, newId }: CommandContext, leadId: string): void {
  const steps = stepsOf(db, leadId);
  const first = steps.find(({ id }) => id === leadId);
  const [earliest] = steps.toSorted(compareSteps);
  if (earliest === undefined || earliest === first) return;
  if (first !== undefined && compareSteps(first, earliest) === 0) return;
  deleteLaterStep(db, earliest.id);
  if (first !== undefined) insertLaterStep(db, leadId, { ...first, id: newId() });
  updateLead(db, leadId, firstStepColumns(earliest));
}

/** Adds a step to those the lead has. */
export function addStep(context: CommandContext, leadId: string, planned: PlannedStep): void {
  const { db, newId } = context;
  const step = tidy(planned);
  if (stepsOf(db, leadId).some(({ id }) => id === leadId)) insertLaterStep(db, leadId, { ...step, id: newId() });
  else updateLead(db, leadId, firstStepColumns(step));
  arrange(context, leadId);
}

/** The step that was seen; throws when it is gone or another one stands in its place. */
export function requireStep({ db }: Pick<CommandContext, 'db'>, leadId: string, id: string, seen: SeenStep): NextStep {
  const step = findStep(db, leadId, id);
  const same =
    step.what === seen.what && step.on === seen.on && step.time === seen.time && step.repeats === seen.repeats;
  if (!same) throw new AppError('conflict', 'This next step is no longer as it was shown. Nothing was changed.');
  return step;
}

function findStep(db: Reader, leadId: string, id: string): NextStep {
  const step = stepsOf(db, leadId).find(one => one.id === id);
  if (!step) throw new AppError('not-found', 'This next step is no longer planned. Nothing was changed.');
  return step;
}

/** Changes a step; what is left out stays. */
export function changeStep(context: CommandContext, leadId: string, id: string, change: Partial<PlannedStep>): void {
  const { db } = context;
  const step = tidy({ ...findStep(db, leadId, id), ...change });
  if (id === leadId) updateLead(db, leadId, firstStepColumns(step));
  else updateLaterStep(db, step);
  arrange(context, leadId);
}

/** Takes a step away; the next one takes the place of the first. */
export function dropStep(context: CommandContext, leadId: string, id: string): void {
  findStep(context.db, leadId, id);
  if (id === leadId) updateLead(context.db, leadId, firstStepColumns(null));
  else deleteLaterStep(context.db, id);
  arrange(context, leadId);
}

/** Sets the first step as a cell of the table does: text, day or both; both empty: it is gone. */
export function setFirstStep(
  context: CommandContext,
  leadId: string,
  change: { readonly nextStep?: string | null | undefined; readonly nextStepOn?: string | null | undefined },
): void {
  const first = stepsOf(context.db, leadId).find(({ id }) => id === leadId);
  const what = change.nextStep === undefined ? (first?.what ?? null) : change.nextStep;
  const on = change.nextStepOn === undefined ? (first?.on ?? null) : change.nextStepOn;
  if (what === null && on === null) {
    if (first) dropStep(context, leadId, leadId);
  } else if (first) changeStep(context, leadId, leadId, { what, on });
  else addStep(context, leadId, { what, on, time: null, repeats: null });
}

/** Takes all steps away: nothing is planned any more. Answers how many there were. */
export function dropAllSteps({ db }: Pick<CommandContext, 'db'>, leadId: string): number {
  const { length } = stepsOf(db, leadId);
  if (length === 0) return 0;
  deleteLaterSteps(db, leadId);
  updateLead(db, leadId, firstStepColumns(null));
  return length;
}

/** Plans a step again under the id it had, unless it is there. */
export function bringStepBack(context: CommandContext, leadId: string, step: NextStep): void {
  if (stepsOf(context.db, leadId).some(({ id }) => id === step.id)) return;
  insertLaterStep(context.db, leadId, step);
  arrange(context, leadId);
}

/** Moves the steps of a record that was merged into another one, without those that say the same. */
export function takeSteps(context: CommandContext, leadId: string, steps: readonly NextStep[]): void {
  const key = ({ what, on, time }: PlannedStep) => [what?.toLowerCase(), on, time].join('|');
  const known = new Set(stepsOf(context.db, leadId).map(key));
  for (const step of steps) if (!known.has(key(step))) addStep(context, leadId, step);
}
