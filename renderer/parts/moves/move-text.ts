// Toast text of moves.
import type { Move } from '../../../shared/contract/leads.ts';
import { disqualifyReasons, lostReasons, rejectReasons, type Stage, stageLabels } from '../../../shared/stages.ts';
import type { Format } from '../../ui/format.tsx';

const articles: Readonly<Record<Stage, string>> = {
  stranger: 'a Stranger',
  visitor: 'a Visitor',
  lead: 'a Lead',
  mql: 'an MQL',
  sql: 'an SQL',
  opportunity: 'an Opportunity',
  customer: 'a Customer',
  nurture: 'in Nurture',
  disqualified: 'Disqualified',
  lost: 'Lost',
};
const plural: Readonly<Record<Stage, string>> = {
  stranger: 'Strangers',
  visitor: 'Visitors',
  lead: 'Leads',
  mql: 'MQLs',
  sql: 'SQLs',
  opportunity: 'Opportunities',
  customer: 'Customers',
  nurture: 'in Nurture',
  disqualified: 'Disqualified',
  lost: 'Lost',
};

/** "Dana Weber", "Dana Weber and 1 other", "Dana Weber and 11 others". */
export function leadsText(leads: readonly { readonly name: string }[]): string {
  const [first] = leads;
  if (!first) return 'No leads';
  const others = leads.length - 1;
  return others === 0 ? first.name : `${first.name} and ${others} ${others === 1 ? 'other' : 'others'}`;
}

/** "Dana Weber is now an SQL.", "Dana Weber is in Nurture until 12 Feb: bad timing." */
export function movedText(leads: readonly { readonly name: string }[], move: Move, format: Format): string {
  const several = leads.length > 1;
  const subject = `${leadsText(leads)} ${several ? 'are' : 'is'}`;
  const now = several ? plural[move.to] : articles[move.to];
  switch (move.to) {
    case 'nurture': {
      const because = move.reason === null ? '' : `: ${rejectReasons[move.reason].toLowerCase()}`;
      return `${subject} ${now} until ${format.date(move.until)}${because}.`;
    }
    case 'disqualified':
      return `${subject} ${now}: ${disqualifyReasons[move.reason].toLowerCase()}.`;
    case 'lost':
      return `${subject} ${now}: ${lostReasons[move.reason].toLowerCase()}.`;
    case 'opportunity':
      if (move.again === 'stay') {
        const open = move.amount === null ? '' : ` of ${format.money(move.amount)}`;
        return `${leadsText(leads)}: new deal${open}. Still a customer.`;
      }
      return `${subject} now ${now}${move.amount === null ? '' : `: ${format.money(move.amount)}`}.`;
    case 'customer': {
      const amount = move.amount === null ? '' : `: ${format.money(move.amount)}`;
      return `${subject} now ${now}${amount}.`;
    }
    default:
      return `${subject} now ${now}.`;
  }
}

/** " 2 next steps ended." behind the sentence of a move; nothing where none did. */
export const endedText = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' 1 next step ended.' : ` ${count} next steps ended.`;

/** "11 people" or the name, for the title of a question. */
export const title = (verb: string, leads: readonly { readonly name: string }[]): string =>
  leads.length === 1 ? `${verb}: ${leads[0]?.name ?? ''}` : `${verb}: ${leads.length} people`;

export const stageLabel = (stage: Stage): string => stageLabels[stage].label;
