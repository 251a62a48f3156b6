// Files of a lead: list, look at what was chosen, add, open after asking, save a copy, remove.
import { realpath } from 'node:fs/promises';
import { leadName } from '../../shared/lead.ts';
import { mayOpenFile, mostBytesOfFiles } from '../../shared/lead-file.ts';
import { AppError } from '../../shared/result.ts';
import { deleteLeadFile, filesOfLead, keptBytes } from '../db/tables/lead-files.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import {
  addFiles,
  bytesAsRows,
  bytesOf,
  isThere,
  lookAt,
  pathToOpen,
  type ReadFile,
  readPieces,
  requireLeadFile,
} from '../services/lead-files.ts';
import { saveTo } from '../services/save-to.ts';

const room = ({ db }: Pick<QueryContext, 'db'>) => ({ used: keptBytes(db), most: mostBytesOfFiles });

const lookAtAll = (files: readonly { readonly path: string }[]) => Promise.all(files.map(({ path }) => lookAt(path)));

/** A link to a program has a harmless name: what counts is where it leads. */
const leadsToProgram = async (path: string | null): Promise<boolean> =>
  path !== null && !mayOpenFile(await realpath(path).catch(() => path));

export const leadFiles: HandlersOfPrefix<'leadFiles'> = {
  'leadFiles.ofLead': async (context, { leadId }) => ({
    files: await Promise.all(
      filesOfLead(context.db, leadId).map(async file => {
        const { id, name, size, addedAt, contentId } = file;
        const missing = !(await isThere(context.db, file));
        return { id, name, size, addedAt, inside: contentId !== null, missing };
      }),
    ),
  }),

  'leadFiles.look': async (context, { files }) => ({
    files: (await lookAtAll(files)).map(({ path: _, ...file }) => file),
    ...room(context),
  }),

  'leadFiles.add': async (context, { leadId, files, inside }) => {
    requireLead(context, leadId);
    const chosen = await lookAtAll(files);
    const problem = chosen.map(({ refused, tooBig }) => refused ?? (inside ? tooBig : null)).find(one => one !== null);
    if (problem) throw new AppError('invalid', `${problem} Nothing was added.`, 'files');
    const read: ReadFile[] = [];
    for (const one of chosen) read.push(inside ? await readPieces(one) : { ...one, contentId: null, pieces: [] });
    const bytes = read.reduce((sum, { pieces, size }) => (pieces.length > 0 ? sum + size : sum), 0);
    await context.longStep(
      read.length === 1 ? 'add file' : `add ${read.length} files`,
      async step => {
        requireLead(step, leadId);
        await addFiles(step, leadId, read);
      },
      bytesAsRows(bytes),
    );
    return { names: read.map(({ name }) => name) };
  },

  'leadFiles.open': async (context, { id }) => {
    const file = requireLeadFile(context.db, id);
    const { name, contentId, leadId } = file;
    if (!mayOpenFile(name) || (await leadsToProgram(file.path)))
      throw new AppError(
        'invalid',
        `“${name}” is a program or a script. Ripen opens none; save a copy if you trust it.`,
      );
    const of = leadName(requireLead(context, leadId));
    const detail =
      contentId === null
        ? `A file of ${of}. It opens in the program that your computer uses for it.`
        : `A file of ${of}, kept in this workspace. A copy to read opens; what is changed in it is not kept, and it is removed when Ripen closes.`;
    const path = (folder: string) => pathToOpen(context.db, file, folder);
    return { opened: await context.openFile({ name, detail, path }) };
  },

  'leadFiles.saveCopy': (context, { id }) => {
    const file = requireLeadFile(context.db, id);
    return saveTo(context, file.name, () => bytesOf(context.db, file));
  },

  'leadFiles.remove': ({ db }, { id }) => {
    if (!deleteLeadFile(db, id)) throw new AppError('not-found', 'This file was removed from the lead.');
    return {};
  },
};
