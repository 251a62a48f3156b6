// Edits of one lead for its timeline.
import type { LeadEdit } from '../../shared/contract/lead-history.ts';
import { customKey } from '../../shared/custom-field.ts';
import { isLeadField } from '../../shared/lead-filter.ts';
import { findImportBatch } from '../db/tables/imports.ts';
import { editsOf, presentValues, type RecordedEdit } from '../db/tables/lead-history.ts';
import { findLead } from '../db/tables/leads.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

/** Recorded changes looked at: of a lead imported and edited for years there are some hundreds. */
const most = 600;

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** Facts, and what is planned: where a lead stands is told by its stage changes. */
const isReported = (key: string): boolean =>
  isLeadField(key) || key === 'nextStep' || key === 'nextStepOn' || key === 'nextStepTime';

type Values = RecordedEdit['before'];
type Change = LeadEdit['changes'][number];

/** What a row said after a change: what the next one found, or what it says now. */
function changesOf(edit: RecordedEdit, next: Values | undefined): Change[] {
  const { table, op, before, after } = edit;
  if (table === 'lead') {
    if (op !== 'update') return [];
    return Object.keys(before)
      .filter(column => isReported(camel(column)))
      .map(column => ({ key: camel(column), before: before[column] ?? null, after: after[column] ?? null }));
  }
  const was: Values = op === 'insert' ? {} : before;
  const is: Values = op === 'insert' ? (next ?? {}) : op === 'update' ? after : {};
  const named = { ...(next ?? {}), ...was, ...is };
  if (table === 'lead_tag') {
    if (!named.tag_id || op === 'update') return [];
    return [{ key: 'tag', before: was.tag_id ?? null, after: is.tag_id ?? null }];
  }
  const field = String(named.field_id ?? '');
  return field === '' ? [] : [{ key: customKey(field), before: was.value ?? null, after: is.value ?? null }];
}

export const leadHistory: HandlersOfPrefix<'leadHistory'> = {
  'leadHistory.get': ({ db }, { id }) => {
    const edits = editsOf(db, id, most);
    const latest = new Map<string, Values>(presentValues(db, id));
    const steps = new Map<number, { edit: RecordedEdit; changes: Change[] }>();
    for (const edit of edits) {
      const entry = steps.get(edit.stepSeq) ?? { edit, changes: [] };
      entry.changes.unshift(...changesOf(edit, latest.get(edit.rowId)));
      steps.set(edit.stepSeq, entry);
      if (edit.table !== 'lead' && edit.op !== 'insert') {
        latest.set(edit.rowId, { ...latest.get(edit.rowId), ...edit.before });
      }
    }
    const batchId = findLead(db, id)?.batchId ?? null;
    const batch = batchId === null ? undefined : findImportBatch(db, batchId);
    return {
      edits: [...steps].flatMap(([seq, { edit, changes }]): LeadEdit[] =>
        changes.length === 0
          ? []
          : [
              {
                id: String(seq),
                at: edit.at,
                memberId: edit.memberId,
                file: edit.batchId === null ? null : (findImportBatch(db, edit.batchId)?.fileName ?? null),
                merged: edit.label === 'merge leads',
                changes,
              },
            ],
      ),
      cameWith: batch ? { file: batch.fileName, at: batch.at, memberId: batch.memberId } : null,
    };
  },
};
