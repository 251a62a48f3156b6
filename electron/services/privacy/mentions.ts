// Where a person is named in texts that are not their own: minutes, notes about others, file names, saved views.

import type { Reader, Writer } from '../../db/file/handle.ts';
import { leadOfRow, textColumns, textRowsAfter, writeTexts } from '../../db/tables/erasures.ts';
import { importMemoryId, importMemoryRow, withoutErasedAddresses } from '../../db/tables/import-memory.ts';
import { erasedMark, type Scrubber } from '../../domain/privacy/identity.ts';

/** Texts of the firm itself: a name in them always goes. */
const workspaceTables = ['review', 'decision', 'action_item', 'import_batch', 'saved_view', 'setting', 'step'] as const;
/** Texts about other people, and free words elsewhere: a name in them goes on request. */
const otherTables = [
  'lead',
  'activity',
  'stage_change',
  'receipt',
  'score_adjustment',
  'deal',
  'custom_value',
  'lead_plan',
  'lead_touch',
  'later_step',
  'lead_file',
  'nurture_touch',
  'campaign',
  'spend',
] as const;
/** Tables in which no name of a lead is looked for: lists of the firm's own words, and what holds no text. */
export const notSearched = [
  'activity_type',
  'change',
  'channel',
  'conflict',
  'criteria',
  'erasure',
  'file_chunk',
  'lead_alias',
  'lead_tag',
  'member',
  'not_duplicate',
  'nurture_plan',
  'custom_field',
  'sla',
  'packet',
  'packet_change',
  'reach',
  'shared_row',
  'sharing',
  'suppression',
  'tag',
] as const;
export const searchedTables = [...workspaceTables, ...otherTables] as const;
type SearchedTable = (typeof searchedTables)[number];
const ofLead: ReadonlySet<string> = new Set(otherTables.slice(0, otherTables.indexOf('nurture_touch')));

/** Who a lead is belongs to that lead: only its free texts are looked at. */
const freeTexts: ReadonlySet<string> = new Set([
  'notes',
  'need_note',
  'authority_note',
  'timeline_note',
  'next_step',
  'mql_exclusion',
  'do_not_contact',
  'do_not_score',
  'consent_source',
  'consent_wording',
]);

export type Mention = {
  readonly table: SearchedTable;
  readonly rowid: number;
  /** The other lead it is about; null: none. */
  readonly leadId: string | null;
  /** Columns without the name. */
  readonly texts: Readonly<Record<string, string>>;
};

export type Search = {
  readonly scrubber: Scrubber;
  /** The person: their own rows go as a whole. */
  readonly leadIds: ReadonlySet<string>;
  readonly yieldToEventLoop: () => Promise<void>;
};

/** Rows read in one go: under a millisecond. */
const atOnce = 500;

async function* mentionsIn(db: Reader, table: SearchedTable, { scrubber, leadIds, yieldToEventLoop }: Search) {
  // Of the settings only the memory of imports holds what stood in a file; the others are the firm's own words.
  const only = table === 'setting' ? importMemoryRow(db) : null;
  const columns = textColumns(db, table).filter(name => table !== 'lead' || freeTexts.has(name));
  for (let after = 0; ; ) {
    const rows = textRowsAfter(db, table, columns, after, atOnce);
    for (const { rowid, texts } of rows) {
      if (only !== null && rowid !== only) continue;
      const without = columns.flatMap((name, i) => {
        const text = texts[i];
        const scrubbed = text === null || text === undefined ? null : scrubber.scrub(text);
        if (scrubbed === null) return [];
        return [[name, only === null ? scrubbed : withoutErasedAddresses(scrubbed, erasedMark)] as const];
      });
      if (without.length === 0) continue;
      const leadId = ofLead.has(table) ? leadOfRow(db, table, rowid) : null;
      if (leadId !== null && leadIds.has(leadId)) continue;
      yield { table, rowid, leadId, texts: Object.fromEntries(without) } satisfies Mention;
    }
    after = rows.at(-1)?.rowid ?? after;
    await yieldToEventLoop();
    if (rows.length < atOnce) return;
  }
}

const isWorkspaceTable = (table: string): boolean => workspaceTables.some(name => name === table);

/** Every row that names the person without being theirs. */
export async function* findMentions(
  db: Reader,
  search: Search,
): AsyncGenerator<Mention & { readonly workspaceTexts: boolean }> {
  for (const table of searchedTables)
    for await (const mention of mentionsIn(db, table, search))
      yield { ...mention, workspaceTexts: isWorkspaceTable(table) };
}

/** Takes the name out of the journal of those texts: else undoing an edit would bring it back. */
export async function scrubJournal(db: Writer, search: Search, others: boolean): Promise<void> {
  const tables = new Set<string>(others ? searchedTables : workspaceTables);
  for (let after = 0; ; ) {
    const rows = textRowsAfter(db, 'change', ['table_name', 'before', 'after', 'row_id'], after, atOnce);
    for (const { rowid, texts } of rows) {
      const [table = null, , , row = null] = texts;
      if (!tables.has(table ?? '') || (table === 'setting' && row !== importMemoryId)) continue;
      const [before, then] = [texts[1], texts[2]].map(text => (text ? search.scrubber.scrub(text) : null));
      const change = { ...(before ? { before } : {}), ...(then ? { after: then } : {}) };
      if (Object.keys(change).length > 0) writeTexts(db, 'change', rowid, change);
    }
    after = rows.at(-1)?.rowid ?? after;
    await search.yieldToEventLoop();
    if (rows.length < atOnce) return;
  }
}
