// What an import of mail says before anything is written: who asks for no more of it, and what may be logged already.
import type { Finding } from '../../shared/import-findings.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { listed } from '../../shared/new-finding.ts';
import { asksOutright } from '../domain/import/row-unread.ts';
import type { FindingRows } from './finding-rows.ts';

export function createMailFindings({ heaps, put, sentence }: FindingRows) {
  /** "Eve Dock, “Please unsubscribe.”", of the first rows of a heap. */
  const said = (key: string): string => listed(heaps.get(key)?.rows.map(({ name, was }) => `${name}, ${was}`) ?? [], 3);

  return {
    /** Somebody who may no longer be contacted from this row on; false: another column says so, not a mail. */
    asksForNoMore: (row: PreparedRow): boolean => {
      const words = row.warnings.find(one => one.endsWith(asksOutright));
      if (words === undefined) return false;
      put('asks outright', row, words.slice('Mail: '.length, -asksOutright.length).trim(), 'may not be contacted');
      return true;
    },
    loggedByHand: (row: PreparedRow, day: string): void => put('logged manually', row, day, 'added as well'),
    found: (): Finding[] => [
      ...sentence(
        'same',
        'logged manually',
        count =>
          `${count === 1 ? 'One message may be' : `${count} messages may be`} logged manually already: ${said('logged manually')}. ${count === 1 ? 'It is' : 'They are'} added as well; delete the entry that is there twice.`,
        { odd: true },
      ),
      ...sentence(
        'consent',
        'asks outright',
        count =>
          `${count === 1 ? 'One message asks' : `${count} messages ask`} for no more mail, and the sender may no longer be contacted: ${said('asks outright')}.`,
        { odd: true },
      ),
    ],
  };
}
