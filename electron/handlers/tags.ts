// Tags: create, rename, archive, delete; put on leads and taken off.
import { AppError } from '../../shared/result.ts';
import { wholeRow } from '../db/tables/rows.ts';
import { addTag, countTagged, deleteTag, listTags, removeTag, saveTag } from '../db/tables/tags.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import { requireUniqueLabel } from '../services/unique-label.ts';

const noTag = 'This tag no longer exists.';

export const tags: HandlersOfPrefix<'tags'> = {
  'tags.list': ({ db }) => {
    const used = countTagged(db);
    return listTags(db).map(tag => ({ ...tag, used: used.get(tag.id) ?? 0 }));
  },

  'tags.save': ({ db, newId }, given) => {
    const tag = wholeRow(listTags(db), given, newId, noTag);
    requireUniqueLabel(listTags(db), tag, 'tag');
    saveTag(db, tag);
    return { id: tag.id };
  },

  'tags.remove': ({ db }, { id }) => {
    deleteTag(db, id);
    return {};
  },

  'tags.put': (context, { ids, add, remove }) => {
    const { db, newId } = context;
    const known = new Set(listTags(db).map(tag => tag.id));
    if (add.some(tagId => !known.has(tagId))) throw new AppError('not-found', noTag, 'add');
    for (const leadId of ids) {
      requireLead(context, leadId);
      for (const tagId of remove) removeTag(db, leadId, tagId);
      for (const tagId of add) addTag(db, { id: newId(), leadId, tagId });
    }
    return {};
  },
};
