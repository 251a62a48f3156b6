// What a tried file is: its lines, and the people it holds as they were written down before it was read.
import type { Person } from '../../../support/imported.ts';

export type Tried = {
  readonly name: string;
  readonly lines: readonly string[];
  /** "Ada Holm @Mill GmbH <ada@mill.example> 0170 1 customer consent-no [deal]"; "a|b" where either is right. */
  readonly people: readonly string[];
  readonly encode?:
    | 'windows-1252'
    | 'windows-1250'
    | 'windows-1251'
    | 'utf-16le'
    | 'utf-16be'
    | 'utf-8-bom'
    | 'macintosh';
  readonly locale?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly members?: readonly string[];
  readonly fileName?: string;
  /** What is told before anything is written. */
  readonly says?: RegExp;
  /** Asked: a question or a sentence to be confirmed stands in the way. */
  readonly asks?: boolean;
  readonly did?: readonly string[];
  /** Last steps of the funnel, one for each who has a day of one. */
  readonly steps?: readonly string[];
};

/** Somebody in one line: who, where they stand, whether they may be contacted, money. */
export const inLine = ({ who, company, email, phone, stage, consent, deals }: Person): string =>
  [
    who || '·',
    company && `@${company}`,
    email && `<${email}>`,
    phone,
    stage,
    consent && `consent-${consent}`,
    // A customer without an amount has a deal of their own name.
    ...deals.filter(deal => deal !== `${company || who} won`).map(deal => `[${deal}]`),
  ]
    .filter(Boolean)
    .join(' ');

/** Whether a line is one of those that "a|b" allows. */
export function fits(line: string, allowed: string): boolean {
  const tokens = allowed.match(/\[[^\]]*\](?:\|(?:\[[^\]]*\])?)*|\S+/g) ?? [];
  const spread = tokens.reduce<string[]>(
    (lines, token) => lines.flatMap(start => token.split('|').map(end => `${start} ${end}`.trim())),
    [''],
  );
  return spread.includes(line);
}
