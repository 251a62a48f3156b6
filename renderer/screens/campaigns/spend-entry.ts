// One entry of spend, as the list holds it.
import type { Output } from '../../../shared/contract.ts';

export type SpendEntry = Output<'spend.list'>[number];
