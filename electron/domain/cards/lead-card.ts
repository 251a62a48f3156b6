// The address card of a lead as a file. Notes, tags and scores are remarks about a person and stay in the workspace.
import { cardOf, line, reachLines } from '../../../shared/address-card.ts';
import { type ContentLine, foldedLines, text } from '../../../shared/content-lines.ts';
import type { Lead } from '../../../shared/lead.ts';
import { cardUid } from './card-lead-id.ts';

export function leadCard(lead: Lead): string {
  const { city, region, country } = lead;
  const place = [city, region, '', country].map(part => text(part ?? '')).join(';');
  return foldedLines(
    cardOf([
      ['PRODID', '-//Ripen//Ripen//EN'],
      ['UID', cardUid(lead.id)],
      ...reachLines(lead),
      ...line('TITLE', lead.jobTitle),
      ...((city ?? region ?? country) === null ? [] : [['ADR;TYPE=WORK', `;;;${place}`] as const]),
      ...page(lead.website),
      ...page(lead.linkedinUrl),
    ]),
  );
}

/** An address of a page is no TEXT: commas in it stand as they are. */
const page = (url: string | null): readonly ContentLine[] =>
  url === null ? [] : [['URL', url.replace(/\p{Cc}/gu, '')]];
