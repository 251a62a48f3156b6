// What a table of effects is: for each command, what it changes in answers that are here already.
import type { CommandName, Input, ProcedureName } from '../../../shared/contract.ts';
import type { Effects } from '../layers.ts';

/** `id`: what a new row is called until it has its own. */
export type EffectsOf<N extends CommandName | ProcedureName> = (input: Input<N>, id: string) => Effects;

export type EffectTable = { readonly [N in CommandName | ProcedureName]?: EffectsOf<N> };
