// Criteria files: export, import and comparison.
import { open } from 'node:fs/promises';
import type { Criteria } from '../../shared/criteria.ts';
import type { CriteriaFile } from '../../shared/criteria-file.ts';
import { criteriaFileLimit, readCriteriaFile } from '../../shared/criteria-file.ts';
import type { RuleNames } from '../../shared/criteria-words.ts';
import { criteriaWords } from '../../shared/criteria-words.ts';
import { ownKey } from '../../shared/own-field.ts';
import { Refusal } from '../../shared/result.ts';
import { insertActivityType, listActivityTypes } from '../db/activities.ts';
import { currentCriteria, draftCriteria } from '../db/criteria.ts';
import type { Reader } from '../db/handle.ts';
import { listOwnFields, saveOwnField } from '../db/own-fields.ts';
import { wrongWith } from '../domain/scoring/draft.ts';
import { compareCriteria } from '../domain/scoring/sets/compare.ts';
import { fromCriteriaFile, type Own, toCriteriaFile, without } from '../domain/scoring/sets/criteria-file.ts';
import { refuseHeldSource } from '../files/held.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { HandlersOfPrefix } from './context.ts';
import { saveDraft } from './criteria.ts';
import { ruleNames } from './subjects.ts';

/** What is being worked on: the draft, or the rules in force where there is none. */
export const workingCriteria = (db: Reader): Criteria => (draftCriteria(db) ?? currentCriteria(db)).criteria;

export const ownOf = (db: Reader): Own => ({ types: listActivityTypes(db), fields: listOwnFields(db) });

type Named = { readonly id: string; readonly label: string };

/** Names of rules, with types and own fields that are still to be added. */
export function namesWith(db: Reader, types: readonly Named[], fields: readonly Named[] = []): RuleNames {
  const names = ruleNames(db);
  const labels = new Map(types.map(({ id, label }) => [id, label]));
  const fieldLabels = new Map(fields.map(({ id, label }) => [ownKey(id), label]));
  return {
    ...names,
    type: id => labels.get(id) ?? names.type(id),
    field: key => fieldLabels.get(key) ?? names.field?.(key),
  };
}

async function textOf(path: string): Promise<string> {
  try {
    refuseHeldSource(path);
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > criteriaFileLimit) throw new Refusal('invalid', 'This file is too large to be a criteria file.');
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new Refusal('file', 'This file no longer exists.');
    throw new Refusal('file', 'Ripen has no permission to read this file.');
  }
}

/** The file's rules in terms of this workspace. */
async function fromFile(db: Reader, path: string) {
  const read = readCriteriaFile(await textOf(path));
  if (!read.ok) throw new Refusal(read.error.kind, read.error.message);
  const file: CriteriaFile = read.value;
  const wrong = wrongWith(file.criteria);
  if (wrong) throw new Refusal('invalid', `This criteria file is damaged: ${wrong}`);
  return { name: file.name, ...fromCriteriaFile(file, ownOf(db)) };
}

const countRules = ({ behaviour, shortcuts, fit, disqualifiers }: Criteria) =>
  behaviour.length + shortcuts.length + fit.length + disqualifiers.length;

const unknownIds = (...lists: readonly (readonly Named[])[]) => new Set(lists.flat().map(({ id }) => id));

export const criteriaFile: HandlersOfPrefix<'criteriaFile'> = {
  'criteriaFile.save': async ({ db, settings, saveAs }, { what }) => {
    const version = (what === 'draft' ? draftCriteria(db) : undefined) ?? currentCriteria(db);
    const name = `${settings.name}, ${version.publishedAt === null ? 'draft of the criteria' : `criteria version ${version.number}`}`;
    const path = await saveAs(`${name.replace(/[\\/:*?"<>|]/g, ' ')}.json`);
    if (path === null) return { saved: null };
    const file = toCriteriaFile(name, version.criteria, ownOf(db));
    await saveFile(path, [`${JSON.stringify(file, null, 2)}\n`]);
    return { saved: path };
  },

  'criteriaFile.read': async ({ db }, { path }) => {
    const { name, criteria, unknownTypes, unknownFields } = await fromFile(db, path);
    const names = namesWith(db, unknownTypes, unknownFields);
    const left = without(criteria, unknownIds(unknownTypes, unknownFields));
    return {
      name,
      words: [...criteriaWords(criteria, names)],
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
      for (const field of unknownFields) saveOwnField(context.db, { ...field, archived: false });
      return { draft: saveDraft(context, criteria) };
    }),
};
