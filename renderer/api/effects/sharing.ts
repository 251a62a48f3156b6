// Sharing: a value that was chosen or put aside leaves the list at once.
import type { Output } from '../../../shared/contract.ts';
import type { EffectTable } from './effect-table.ts';
import { without } from './rows.ts';

const gone = ({ values, broughtBack }: Output<'overruled.list'>, id: string): Output<'overruled.list'> => ({
  values: without(values, [id]),
  broughtBack: without(broughtBack, [id]),
});

export const sharingEffects: EffectTable = {
  'overruled.use': ({ id }) => ({ 'overruled.list': list => gone(list, id) }),
  // The history of the lead keeps it.
  'overruled.dismiss': ({ id }) => ({
    'overruled.list': (list, { leadId }) => (leadId === null ? gone(list, id) : list),
  }),
};
