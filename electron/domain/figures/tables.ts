// Tables of a review: the same figures for each channel, campaign and member, side by side.
import type { FigureTable, Measure } from '../../../shared/figures.ts';
import type { Figure } from './figure.ts';
import { figureById } from './list.ts';
import { type Dimension, listOf, type Scope } from './scope.ts';

const byOrigin = [
  'mql-volume',
  'mql-to-sql-cohort',
  'accepted-mqls',
  'new-customers',
  'spend',
  'cost-per-mql',
  'cost-per-accepted-mql',
  'cost-per-customer',
  'revenue',
  'return',
];
const byMember = ['revenue', 'new-customers', 'win-rate', 'acceptance', 'time-to-first-touch', 'wasted-effort'];

type TableLabels = {
  readonly by: Dimension;
  readonly label: string;
  readonly none: string;
  readonly figures: readonly string[];
};
const tables: readonly TableLabels[] = [
  { by: 'channel', label: 'Channels', none: 'No channel', figures: byOrigin },
  { by: 'campaign', label: 'Campaigns', none: 'No campaign', figures: byOrigin },
  { by: 'member', label: 'Team', none: 'Unassigned', figures: byMember },
];

function* measuresOf(columns: readonly Figure[], scope: Scope): Generator<void, Measure[]> {
  const measures: Measure[] = [];
  for (const figure of columns) {
    measures.push(figure.compute(scope).measure);
    yield;
  }
  return measures;
}

/** Lines without a single person, deal or cent in any column are left out; the line of those without one stands last. */
export function* figureTables(scope: Scope): Generator<void, FigureTable[]> {
  const made: FigureTable[] = [];
  for (const { by, label, none, figures } of tables) {
    const columns = figures.flatMap(id => figureById(id) ?? []);
    const list = listOf(scope.index.history, by);
    const rows: FigureTable['rows'] = [];
    for (let position = 0; position <= list.length; position++) {
      const item = list[position];
      const cells = yield* measuresOf(columns, scope.within({ by, position: item === undefined ? -1 : position }));
      if (cells.some(({ n, value }) => n > 0 || (value ?? 0) > 0)) {
        rows.push({ id: item?.id ?? null, label: item?.label ?? none, cells });
      }
    }
    made.push({
      by,
      label,
      columns: columns.map(figure => ({ figureId: figure.id, label: figure.label, unit: figure.unit })),
      rows,
      total: yield* measuresOf(columns, scope),
    });
  }
  return made;
}
