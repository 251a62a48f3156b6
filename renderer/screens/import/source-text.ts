// Names of what is imported, and how it was read, as texts.
import type { Preview, ReadChoices } from '../../../shared/import.ts';
import type { ChosenSource } from './import-store.ts';

/** What a source is called. */
export function nameOf(source: ChosenSource): string {
  if (source.kind === 'pasted') return 'pasted cells';
  if (source.kind === 'files')
    return `${source.paths.length} ${source.paths.every(path => /\.vc(?:f|ard)$/i.test(path)) ? 'address cards' : 'e-mails'}`;
  return source.path.split(/[\\/]/).at(-1) ?? source.path;
}

/** How a file is read, as a text; the order of the choices does not matter. */
export const readAs = (choices: ReadChoices): string => JSON.stringify(Object.entries(choices).sort());

/** What was read, as it is read aloud. */
export const readText = ({ rowCount, mail }: Preview): string => {
  const [what, part, all] = mail
    ? ['message', `Mail read: ${mail.taken} of`, mail.messages]
    : ['row', 'File read:', rowCount];
  return `${part} ${all} ${all === 1 ? what : `${what}s`}.`;
};
