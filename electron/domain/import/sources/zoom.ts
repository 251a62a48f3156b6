// Zoom's webinar report: sections one below the other, and one row for every time somebody came back.
import { cleanCell, headerKey, normalize } from '../text.ts';

const title = (row: readonly string[]): string =>
  row.filter(cell => cell.trim() !== '').length === 1 ? normalize(cleanCell(row[0] ?? '')) : '';

/** Row of the header under "Attendee Details"; null when there is no such section. */
export function attendeeHeader(rows: readonly (readonly string[])[]): number | null {
  const at = rows.findIndex(row => /^(?:attendee details|\d\. participants|\d\. teilnehmer)$/.test(title(row)));
  if (at >= 0 && at + 1 < rows.length) return at + 1;
  // A meeting's report tells the meeting in a table of its own first.
  const joined = rows.findIndex(row => comesAndGoes(row));
  return joined > 0 ? joined : null;
}

const comesAndGoes = (row: readonly string[]): boolean => {
  const keys = row.map(cell => headerKey(cell));
  return (
    ['jointime', 'leavetime'].every(key => keys.includes(key)) && keys.some(key => /^(?:user)?name|^email/.test(key))
  );
};

/** True for the title of a section, such as "Panelist Details" or "Other Attended". */
export const isSectionTitle = (row: readonly string[]): boolean =>
  /(?:details|attended|report)$|^\d\. \p{L}/u.test(title(row));

type Piece = { readonly rows: string[][]; readonly lines: number[] };

/** One row for each person: minutes added up, the first coming and the last going kept. Needs all rows of the section. */
export function joinAttendances(header: readonly string[], piece: Piece): Piece {
  const column = (name: string) => header.findIndex(cell => headerKey(cell).startsWith(headerKey(name)));
  const at = {
    email: column('Email') < 0 ? column('User Email') : column('Email'),
    name: column('User Name') < 0 ? column('Name') : column('User Name'),
    leave: column('Leave Time'),
    minutes: column('Time in Session') < 0 ? column('Duration') : column('Time in Session'),
  };
  const cell = (row: readonly string[], index: number) => (index < 0 ? '' : cleanCell(row[index] ?? ''));
  const people = new Map<string, { row: string[]; line: number; minutes: number; times: number }>();
  for (const [i, row] of piece.rows.entries()) {
    const email = cell(row, at.email);
    const who = normalize(email === '' || email === '--' ? cell(row, at.name) : email);
    const minutes = Number.parseInt(cell(row, at.minutes), 10) || 0;
    const before = who === '' ? undefined : people.get(who);
    if (before) {
      before.minutes += minutes;
      before.times++;
      if (at.leave >= 0) before.row[at.leave] = row[at.leave] ?? '';
    } else people.set(who || `#${i}`, { row: [...row], line: piece.lines[i] ?? 0, minutes, times: 1 });
  }
  const all = [...people.values()];
  for (const { row, minutes, times } of all) {
    if (at.minutes >= 0 && minutes > 0)
      row[at.minutes] = times === 1 ? `${minutes} minutes` : `${minutes} minutes, came ${times} times`;
  }
  return { rows: all.map(({ row }) => row), lines: all.map(({ line }) => line) };
}
