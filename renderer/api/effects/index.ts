// What each command changes in answers that are here already, so that it shows before the main process has answered. A command
// that is missing here shows with its answer.
import type { CommandName, Input, ProcedureName } from '../../../shared/contract.ts';
import type { Effects } from '../layers.ts';
import { boardEffects } from './board.ts';
import { criteriaEffects } from './criteria.ts';
import type { EffectTable } from './effect-table.ts';
import { leadEffects } from './leads.ts';
import { meetingEffects } from './meeting.ts';
import { settingsEffects } from './settings.ts';
import { todayEffects } from './today.ts';

const tables: readonly EffectTable[] = [settingsEffects, criteriaEffects, leadEffects, boardEffects, todayEffects, meetingEffects];

/** All that the command changes; several tables may have something to say about one command. */
export function effectsOf<N extends CommandName | ProcedureName>(name: N, input: Input<N>, id: string): Effects {
  const effects = {};
  for (const table of tables) Object.assign(effects, table[name]?.(input, id));
  return effects;
}
