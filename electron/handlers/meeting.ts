// The meeting of a week: read, write minutes, answer reviews, close.
import { addDays } from '../../shared/dates.ts';
import { type StoredFigures, storedFiguresSchema } from '../../shared/figures.ts';
import { comesBackAfterWeeks, nothingPromised } from '../../shared/meeting.ts';
import { AppError } from '../../shared/result.ts';
import { withOne } from '../../shared/settings-change.ts';
import {
  answerDecision,
  deleteDecision,
  deleteItem,
  findDecision,
  findItem,
  insertDecision,
  insertItem,
  setSla,
  slaInForce,
  slaOf,
  updateDecision,
  updateItem,
} from '../db/tables/decisions.ts';
import { closedReviews, closeReview, findReview, insertReview, updateReview } from '../db/tables/reviews.ts';
import { listMembers } from '../db/tables/workspace.ts';
import { periodLabel, periodOf } from '../domain/figures/period.ts';
import { reviewFigures } from '../domain/figures/review.ts';
import { normalize } from '../domain/import/text.ts';
import type { CommandContext, HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { minutesOf } from '../services/minutes.ts';
import { readOverview } from '../services/overview.ts';
import { readMeeting } from '../services/read-meeting.ts';
import { figureSettings, runInSlices } from '../stores/history-store.ts';

const weekOf = ({ settings }: Pick<QueryContext, 'settings'>, date: string) =>
  periodOf('week', date, settings.firstDayOfWeek);

/** The id of the open review of a week, made if there is none yet. A closed one is refused. */
function openReview(context: CommandContext, date: string): string {
  const { db, newId } = context;
  const { from } = weekOf(context, date);
  const found = findReview(db, from);
  if (found && found.closedAt !== null) throw closed();
  if (found) return found.id;
  const id = newId();
  insertReview(db, id, from);
  return id;
}
const closed = () => new AppError('conflict', 'This review is closed and can no longer be changed.');

/** Refuses what belongs to a closed review, or to none. */
function requireOpen({ db }: CommandContext, weekStart: string | undefined, gone: string): void {
  if (weekStart === undefined) throw new AppError('not-found', gone);
  if (findReview(db, weekStart)?.closedAt != null) throw closed();
}

const noDecision = 'This decision no longer exists.';
const noItem = 'This action item no longer exists.';

export const meeting: HandlersOfPrefix<'meeting'> = {
  'meeting.get': (context, { date }) => readMeeting(context, weekOf(context, date)),

  'meeting.list': ({ db, settings }, { search }) => {
    const wanted = normalize(search);
    const numerator = (texts: readonly (string | null)[]) =>
      texts.some(text => text !== null && normalize(text).includes(wanted));
    return closedReviews(db).flatMap(({ id: _, figures, closedAt, ...row }) => {
      const label = periodLabel(periodOf('week', row.weekStart, settings.firstDayOfWeek));
      if (!numerator([label, row.notes, ...row.attendees, ...row.decisions, ...row.items])) return [];
      const kept = storedFiguresSchema.safeParse(JSON.parse(figures ?? 'null'));
      const of = (id: string) => (kept.success ? figureIn(kept.data, id) : undefined);
      const acceptance = of('acceptance');
      return [
        {
          ...row,
          label,
          attendees: [...row.attendees],
          decisions: [...row.decisions],
          items: [...row.items],
          closedAt: closedAt ?? 0,
          mqls: of('mql-volume')?.n ?? null,
          customers: of('new-customers')?.n ?? null,
          accepted: acceptance ? { numerator: acceptance.numerator ?? 0, n: acceptance.n } : null,
        },
      ];
    });
  },

  'meeting.note': (context, { date, there, notes }) => {
    const id = openReview(context, date);
    const before = findReview(context.db, weekOf(context, date).from)?.attendees ?? [];
    const attendees = there?.names.reduce<readonly string[]>((names, name) => withOne(names, name, there.on), before);
    updateReview(context.db, id, { attendees, notes: notes === undefined ? undefined : notes || null });
    return {};
  },

  'meeting.saveDecision': (context, { date, id, comesBack, ...input }) => {
    const { db, newId } = context;
    const { from } = weekOf(context, date);
    const decision = { ...input, comesBack: comesBack ? addDays(from, 7 * comesBackAfterWeeks) : null };
    if (id !== null) {
      requireOpen(context, findDecision(db, id)?.weekStart, noDecision);
      updateDecision(db, id, decision);
      return { id };
    }
    const reviewId = openReview(context, date);
    const made = newId();
    insertDecision(db, made, reviewId, decision);
    return { id: made };
  },
  'meeting.removeDecision': (context, { id }) => {
    requireOpen(context, findDecision(context.db, id)?.weekStart, noDecision);
    deleteDecision(context.db, id);
    return {};
  },
  'meeting.answerDecision': (context, { date, id, verdict, outcome }) => {
    const decision = findDecision(context.db, id);
    if (!decision) throw new AppError('not-found', noDecision);
    const reviewId = openReview(context, date);
    if (decision.answeredIn !== null) requireOpen(context, decision.answeredIn, noDecision);
    const answered = verdict === null ? null : reviewId;
    answerDecision(context.db, id, { verdict, outcome: outcome || null, answeredIn: answered });
    return {};
  },

  'meeting.saveItem': (context, { date, id, ...item }) => {
    const { db, newId } = context;
    if (item.memberId !== null && !listMembers(db).some(member => member.id === item.memberId)) {
      throw new AppError('not-found', 'This member is no longer in the team.', 'memberId');
    }
    if (id !== null) {
      requireOpen(context, findItem(db, id)?.weekStart, noItem);
      updateItem(db, id, item);
      return { id };
    }
    const reviewId = openReview(context, date);
    const made = newId();
    insertItem(db, made, reviewId, item);
    return { id: made };
  },
  'meeting.removeItem': (context, { id }) => {
    requireOpen(context, findItem(context.db, id)?.weekStart, noItem);
    deleteItem(context.db, id);
    return {};
  },
  'meeting.tickItem': ({ db, now }, { id, done }) => {
    if (!updateItem(db, id, { doneAt: done ? now : null })) throw new AppError('not-found', noItem);
    return {};
  },

  'meeting.saveSla': (context, { date, sla }) => {
    const reviewId = openReview(context, date);
    const { to } = weekOf(context, date);
    const { db, newId } = context;
    const holds = slaOf(db, reviewId) ?? slaInForce(db, weekOf(context, date).from) ?? nothingPromised;
    const next = sla && { ...holds, ...sla, fromWeek: to };
    const isEmpty = next && next.mqlsAWeek === null && next.acceptedPercent === null && next.answerHours === null;
    setSla(db, reviewId, isEmpty ? null : next, newId);
    return {};
  },

  'meeting.close': ({ longStep }, { date }) =>
    longStep('close review', async context => {
      const { history, settings, zone, now, db } = context;
      const week = weekOf(context, date);
      const id = openReview(context, date);
      const index = await history.index(zone, now);
      const figures = await runInSlices(reviewFigures(index, figureSettings(settings), 'week', week.from));
      const minutes = await minutesOf(context, week, figures, await readOverview(context));
      closeReview(db, id, { figures, minutes, closedAt: now });
      return { closedAt: now };
    }),
};

const figureIn = (figures: StoredFigures, id: string) => figures.figures.find(figure => figure.id === id);
