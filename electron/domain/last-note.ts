// The last thing noted about a lead, as one short text: what somebody wrote, not the cells that an import left in the notes.
import { isFurther } from './further-contacts.ts';
import { normalize } from './import/text.ts';

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

/** What a form asked is no note, also where it was typed: "Newsletter?: N"; nor is the cell of a column without a header. */
const question = /^(?:[^:]{1,60}\?|Column [A-Z]{1,3}):\s/;

/** Headers of the imports of one lead, each with whether its column was mapped to the notes. */
export type Headers = ReadonlyMap<string, boolean>;
export const noHeaders: Headers = new Map();

const ofNotes =
  /\b(?:notes?|comments?|remarks?|memo|messages?|notiz(?:en)?|bemerkung(?:en)?|kommentare?|anmerkung(?:en)?|nachricht|remarques?|commentaires?|notas?|comentarios?|observaciones|observacoes|commenti|annotazioni|opmerking(?:en)?|notities|uwagi|notatki|anteckningar|notater)\b/;

/** A column of notes holds what somebody wrote; one that only found no other place holds words such as "N" and "Porch". */
const isWritten = (header: string, text: string): boolean =>
  ofNotes.test(normalize(header)) || text.trim().split(/\s+/).length > 2;

/** Whether `line` is a cell that an import kept behind its header: "Newsletter: N". */
function isCell(line: string, headers: Headers): boolean {
  if (question.test(line) || isFurther(line)) return true;
  for (let colon = line.indexOf(': '); colon > 0; colon = line.indexOf(': ', colon + 1)) {
    const isNotes = headers.get(line.slice(0, colon));
    if (isNotes !== undefined) return !(isNotes && isWritten(line.slice(0, colon), line.slice(colon + 2)));
  }
  return false;
}

/** The last line of notes that somebody wrote. `headers`: of the imports of this lead; any other colon is a person's. */
export function lastLine(notes: string | null, headers: Headers): string {
  const lines = (notes ?? '').split('\n').map(line => line.trim());
  return lines.findLast(line => line !== '' && !isCell(line, headers)) ?? '';
}
