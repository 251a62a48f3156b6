// Corrections of imports: what is forgotten goes from the list.
import type { EffectTable } from './effect-table.ts';

export const importMemoryEffects: EffectTable = {
  'imports.forget': ({ ids }) => ({
    'imports.memory': ({ readings, values, addresses }) => {
      const stay = <T extends { readonly id: string }>(some: readonly T[]): T[] =>
        some.filter(({ id }) => !ids.includes(id));
      return { readings: stay(readings), values: stay(values), addresses: stay(addresses) };
    },
  }),
};
