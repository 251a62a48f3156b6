// Criteria files: export, import and comparison.
import { open } from 'node:fs/promises';
import type { Criteria } from '../../shared/criteria.ts';
import type { CriteriaFile } from '../../shared/criteria-file.ts';
import { criteriaFileLimit, readCriteriaFile } from '../../shared/criteria-file.ts';
import { criteriaSentences } from '../../shared/criteria-text.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { insertActivityType } from '../db/tables/activities.ts';
import { currentCriteria, draftCriteria } from '../db/tables/criteria.ts';
import { saveCustomField } from '../db/tables/custom-fields.ts';
import { wrongWith } from '../domain/scoring/draft.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import { fromCriteriaFile, toCriteriaFile, without } from '../domain/scoring/sets/criteria-file.ts';
import { refuseHeldSource } from '../files/held.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { saveDraft } from '../services/criteria-draft.ts';
import { customsOf, type Named, namesWith, workingCriteria } from '../services/criteria-names.ts';

async function textOf(path: string): Promise<string> {
  try {
    refuseHeldSource(path);
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > criteriaFileLimit) throw new AppError('invalid', 'This file is too large to be a criteria file.');
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new AppError('file', 'This file no longer exists.');
    throw new AppError('file', 'Ripen has no permission to read this file.');
  }
}

/** The file's rules in terms of this workspace. */
async function fromFile(db: Reader, path: string) {
  const read = readCriteriaFile(await textOf(path));
  if (!read.ok) throw new AppError(read.error.kind, read.error.message);
  const file: CriteriaFile = read.value;
  const wrong = wrongWith(file.criteria);
  if (wrong) throw new AppError('invalid', `This criteria file is damaged: ${wrong}`);
  return { name: file.name, ...fromCriteriaFile(file, customsOf(db)) };
}

const countRules = ({ behavior, shortcuts, fit, disqualifiers }: Criteria) =>
  behavior.length + shortcuts.length + fit.length + disqualifiers.length;

const unknownIds = (...lists: readonly (readonly Named[])[]) => new Set(lists.flat().map(({ id }) => id));

export const criteriaFile: HandlersOfPrefix<'criteriaFile'> = {
  'criteriaFile.save': async ({ db, settings, saveAs }, { what }) => {
    const version = (what === 'draft' ? draftCriteria(db) : undefined) ?? currentCriteria(db);
    const name = `${settings.name}, ${version.publishedAt === null ? 'draft of the criteria' : `criteria version ${version.number}`}`;
    const path = await saveAs(`${name.replace(/[\\/:*?"<>|]/g, ' ')}.json`);
    if (path === null) return { saved: null };
    const file = toCriteriaFile(name, version.criteria, customsOf(db));
    await saveFile(path, [`${JSON.stringify(file, null, 2)}\n`]);
    return { saved: path };
  },

  'criteriaFile.read': async ({ db }, { path }) => {
    const { name, criteria, unknownTypes, unknownFields } = await fromFile(db, path);
    const names = namesWith(db, unknownTypes, unknownFields);
    const left = without(criteria, unknownIds(unknownTypes, unknownFields));
    return {
      name,
      text: [...criteriaSentences(criteria, names)],
      changes: [...compareCriteria(workingCriteria(db), criteria, names)],
      unknown: [...unknownTypes, ...unknownFields].map(({ label }) => label),
      rulesOnUnknown: countRules(criteria) - countRules(left),
    };
  },

  'criteriaFile.take': ({ longStep }, { path, unknown }) =>
    longStep('import criteria', async context => {
      const { criteria, unknownTypes, unknownFields } = await fromFile(context.db, path);
      if (unknown === 'leave-out') {
        return { draft: saveDraft(context, without(criteria, unknownIds(unknownTypes, unknownFields))) };
      }
      for (const { id, label } of unknownTypes) {
        insertActivityType(context.db, { id, label, ourSide: false, impliesStage: null, archived: false });
      }
      for (const field of unknownFields) saveCustomField(context.db, { ...field, archived: false });
      return { draft: saveDraft(context, criteria) };
    }),
};
