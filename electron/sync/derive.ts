// Columns that follow from other rows once it is known which rows stand. They never travel, so merging sends nothing.

import type { Standing } from './life.ts';
import type { ColumnValues, Value } from './packet.ts';
import type { SharedRow } from './registers.ts';

type Rows = ReadonlyMap<string, readonly Standing[]>;

const inTime = (a: ColumnValues, b: ColumnValues): number =>
  Number(a.at) - Number(b.at) || (`${a.id}` < `${b.id}` ? -1 : 1);

const rowsIn = (standing: Rows, table: string): SharedRow[] =>
  (standing.get(table) ?? []).map(({ entity, values }) => ({ ...values, id: entity.id }));

/** Each stage change starts where the one before ended. */
function chained(changes: readonly SharedRow[]): readonly SharedRow[] {
  return [...Map.groupBy(changes, ({ lead_id }) => lead_id).values()].flatMap(ofLead =>
    ofLead.sort(inTime).map((change, index) => ({ ...change, from_stage: ofLead[index - 1]?.to_stage ?? null })),
  );
}

/** A lead stands where its last stage change put it; its place there, and until when it is nurtured, were meant for one stage. */
function placed(lead: SharedRow, last: SharedRow | undefined): SharedRow {
  const stage = last?.to_stage ?? lead.stage ?? null;
  const isMeant = lead.stage === stage;
  const until = isMeant && stage === 'nurture' ? (lead.nurture_until ?? null) : null;
  const position = isMeant ? (lead.position ?? null) : null;
  return { ...lead, stage, stage_since: last?.at ?? null, nurture_until: until, position };
}

/** “Do not contact” is the last word. */
const restricted = (lead: SharedRow): SharedRow =>
  lead.do_not_contact === null || lead.consent === 'no' ? lead : { ...lead, consent: 'no' };

/** A version number taken twice: published versions keep theirs in the order of publishing, then drafts; the later one moves up. */
function numbered(criteria: readonly Standing[]): readonly SharedRow[] {
  const taken = new Set<Value>();
  const order = criteria
    .map(({ entity, values }) => {
      const published = entity.writes.filter(({ columns }) => (columns.published_at ?? null) !== null);
      const clocks = (values.published_at === null ? entity.writes : published).map(({ clock }) => clock).sort();
      return {
        row: { ...values, id: entity.id } as SharedRow,
        isDraft: values.published_at === null,
        clock: clocks[0] ?? '',
      };
    })
    .sort((a, b) => Number(a.isDraft) - Number(b.isDraft) || compare(a.clock, b.clock) || compare(a.row.id, b.row.id));
  return order.map(({ row }) => {
    let number = Number(row.number);
    while (taken.has(number)) number += 1;
    taken.add(number);
    return { ...row, number };
  });
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The rows as the tables hold them. */
export function derived(standing: Rows): ReadonlyMap<string, readonly SharedRow[]> {
  const rows = new Map([...standing.keys()].map(table => [table, rowsIn(standing, table)] as const));
  const changes = chained(rows.get('stage_change') ?? []);
  const last = new Map(changes.map(change => [change.lead_id, change]));
  const leads = (rows.get('lead') ?? []).map(lead => restricted(placed(lead, last.get(lead.id))));
  return new Map<string, readonly SharedRow[]>([
    ...rows,
    ['stage_change', changes],
    ['lead', leads],
    ['criteria', numbered(standing.get('criteria') ?? [])],
  ]);
}
