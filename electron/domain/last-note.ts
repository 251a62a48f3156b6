// The last thing noted about a lead, as one short text: what somebody wrote, not the cells that an import left in the notes.
import { isFurther } from './further-contacts.ts';

/** Most characters of a note in a list. */
const most = 300;

/** At most `length` characters, cut between words; the rest is said by "…". */
export function shortNote(text: string, length = most): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const room = flat.slice(0, length);
  const space = room.lastIndexOf(' ');
  // Without a space nearby, as in Japanese, between characters, never within one.
  const cut = space > length / 2 ? room.slice(0, space) : room.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s,;:.–-]+$/, '')}…`;
}

/** What a form asked is no note, whoever wrote it down: "Newsletter?: N"; nor is the cell of a column without a header. */
const question = /^(?:[^:]{1,60}\?|Column [A-Z]{1,3}):\s/;

/** Whether `line` is a cell that an import kept behind its header: "Newsletter: N". */
function isCell(line: string, headers: ReadonlySet<string>): boolean {
  if (question.test(line) || isFurther(line)) return true;
  for (let colon = line.indexOf(': '); colon > 0; colon = line.indexOf(': ', colon + 1))
    if (headers.has(line.slice(0, colon))) return true;
  return false;
}

/** The last line of notes that somebody wrote. `headers`: of the columns of all imports; any other colon is a person's. */
export function lastLine(notes: string | null, headers: ReadonlySet<string>): string {
  const lines = (notes ?? '').split('\n').map(line => line.trim());
  return lines.findLast(line => line !== '' && !isCell(line, headers)) ?? '';
}
