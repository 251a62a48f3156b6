// Everything about one lead, as its page and its panel show it.
import type { Output } from '../../../shared/contract.ts';

export type LeadDetail = Output<'leads.get'>;
