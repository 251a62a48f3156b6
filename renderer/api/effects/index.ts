// What each command changes in answers that are here already, so that it shows before the main process has answered. A command
// that is missing here is in `answered-later.ts`, with the reason.
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import type { CommandName, Input, ProcedureName } from '../../../shared/contract.ts';
import type { Effects } from '../layers.ts';
import { activityEffects } from './activities.ts';
import { boardEffects } from './board.ts';
import { criteriaEffects } from './criteria.ts';
import { dealEffects } from './deals.ts';
import { duplicateEffects } from './duplicates.ts';
import type { EffectTable } from './effect-table.ts';
import { importMemoryEffects } from './import-memory.ts';
import { leadEffects } from './leads.ts';
import { meetingEffects } from './meeting.ts';
import { nextStepEffects } from './next-steps.ts';
import { settingsEffects } from './settings.ts';
import { sharingEffects } from './sharing.ts';
import { todayEffects } from './today.ts';
import { together } from './together.ts';

/** What a bulk action does to a few leads is what the command for one does to each. Many show their progress instead. */
const bulkEffects: EffectTable = {
  'bulk.run': ({ who, action }, id) =>
    who.by === 'ids' && who.ids.length <= fewAtOnce ? bulkAction(who.ids, action, id) : {},
};

const tables: readonly EffectTable[] = [
  settingsEffects,
  criteriaEffects,
  leadEffects,
  activityEffects,
  dealEffects,
  duplicateEffects,
  boardEffects,
  todayEffects,
  nextStepEffects,
  meetingEffects,
  bulkEffects,
  importMemoryEffects,
  sharingEffects,
];

/** Whether the command shows before it is answered. */
export const isShownAtOnce = (name: CommandName | ProcedureName): boolean => tables.some(table => name in table);

/** All that the command changes; several tables may have something to say about one command. */
export function effectsOf<N extends CommandName | ProcedureName>(name: N, input: Input<N>, id: string): Effects {
  return together(tables.map(table => table[name]?.(input, id) ?? {}));
}

function bulkAction(ids: readonly string[], action: Input<'bulk.run'>['action'], id: string): Effects {
  const each = (effects: (leadId: string) => Effects) => together(ids.map(effects));
  switch (action.do) {
    case 'log':
      return effectsOf('activities.log', { ...withoutDo(action), leadIds: [...ids] }, id);
    case 'move':
      return effectsOf('leads.move', { ids: [...ids], move: action.move }, id);
    case 'attributes':
      return each(leadId => effectsOf('leads.update', { id: leadId, attributes: action.attributes }, id));
    case 'custom-field':
      return each(leadId => effectsOf('customFields.set', { id: leadId, ...withoutDo(action) }, id));
    case 'tags':
      return effectsOf('tags.put', { ids: [...ids], add: action.add ?? [], remove: action.remove ?? [] }, id);
    case 'next-step':
      return each(leadId => effectsOf('leads.setNextStep', { id: leadId, ...withoutDo(action) }, id));
    case 'remove':
      return effectsOf('leads.remove', { ids: [...ids] }, id);
    default:
      return action satisfies never;
  }
}

const withoutDo = <T extends { readonly do: string }>({ do: _, ...rest }: T): Omit<T, 'do'> => rest;
