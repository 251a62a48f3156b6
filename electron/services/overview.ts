// Where we are, at the moment of the call: what the first meeting opens with. Each number comes from where the other screens take it.
import { addDays, dayNumber } from '../../shared/dates.ts';
import type { DecidingQuestion, Overview } from '../../shared/overview.ts';
import type { ScoreDetail } from '../../shared/score.ts';
import { funnelStages } from '../../shared/stages.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { amountsByStage, findLead } from '../db/tables/leads.ts';
import { countsByStage, openDeals, openScores } from '../db/tables/overview.ts';
import { waitingIds } from '../db/tables/today.ts';
import { newCustomers, winRate } from '../domain/figures/conversion.ts';
import { undatedOf } from '../domain/figures/data-gaps.ts';
import type { HistoryIndex } from '../domain/figures/index-history.ts';
import { revenue } from '../domain/figures/money.ts';
import { periodLabel, periodOf } from '../domain/figures/period.ts';
import { scopeOf } from '../domain/figures/scope.ts';
import { spendIn } from '../domain/figures/spend.ts';
import { waitOf } from '../domain/follow-up.ts';
import { capacityOf } from '../domain/meeting/capacity.ts';
import { greatestFit } from '../domain/scoring/possible.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import { figureSettings } from '../stores/history-store.ts';
import { followedRows, followUpRules } from './cards.ts';
import type { QueryContext } from './context.ts';

/** Leads named of a list. */
const named = 12;
/** Leads explained in search of those that one answer decides. */
const explained = 60;
const spendWeeks = 12;
/** Stages before MQL, in which an answer can still make one. */
const beforeMql = ['lead', 'visitor', 'stranger'] as const;

export async function readOverview(context: QueryContext): Promise<Overview> {
  const { db, history, scores, settings, zone, now, today } = context;
  await scores.ready();
  const index = await history.index(zone, now);
  const given = figureSettings(settings);
  const counts = new Map(countsByStage(db).map(({ stage, count }) => [stage, count]));
  const amounts = amountsByStage(db).filter(({ status }) => status === 'open');
  const year = periodOf('year', today, settings.firstDayOfWeek);
  const scope = scopeOf(index, given, year);
  const won = newCustomers.compute(scope).measure.n;
  const income = revenue.compute(scope).measure;
  const waiting = waitingIds(db, { limit: named, memberId: null });
  const weekFrom = periodOf('week', today, settings.firstDayOfWeek).fromDay;
  const leads = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    asOf: now,
    leads,
    open: funnelStages
      .filter(stage => stage !== 'customer' && (counts.get(stage) ?? 0) > 0)
      .map(stage => ({
        stage,
        count: counts.get(stage) ?? 0,
        amount: amounts.filter(row => row.stage === stage).reduce((sum, row) => sum + row.amount, 0),
      })),
    waiting: { count: waiting.count, leads: waitsOfIds(context, waiting.ids) },
    year: {
      from: year.from,
      label: periodLabel(year),
      won,
      lost: winRate.compute(scope).sets.lost?.leads.length ?? 0,
      revenue: income.value ?? 0,
      deals: income.n,
    },
    undated: undatedOf(index),
    capacity: capacityOf(index, given, weekFrom, waiting.count),
    gaps: gapsOf(context, index, leads),
    questions: await questionsOf(context),
  };
}

/** Ids of the leads an overview names. */
export const leadsNamed = ({ waiting, questions }: Overview): string[] => [
  ...new Set([...waiting.leads, ...questions].map(({ leadId }) => leadId)),
];

const waitsOfIds = (context: QueryContext, ids: readonly string[]): Overview['waiting']['leads'] => {
  const rules = followUpRules(context);
  return followedRows(context, ids)
    .flatMap(({ row, lead }) => {
      const wait = waitOf(lead, rules);
      return wait ? [{ leadId: row.id, hours: wait.hours, late: wait.state !== 'in-time' }] : [];
    })
    .sort((a, b) => b.hours - a.hours);
};

/** What the records lack, each with how many of how many; what is complete is not named. */
function gapsOf({ db, scores, settings, today }: QueryContext, index: HistoryIndex, leads: number): Overview['gaps'] {
  if (leads === 0) return [];
  const ours = new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
  const { channel, ids } = index.history.leads;
  const deals = openDeals(db);
  const undated = undatedOf(index).count;
  const toDay = dayNumber(addDays(today, 1));
  const spent = spendIn({ index, only: null, fromDay: toDay - 7 * spendWeeks, toDay });
  const sellers = index.history.members.filter(({ sales }) => sales).length;
  const all: Overview['gaps'] = [
    { id: 'activities', count: leads - scores.engine.recorded(ours).leads, of: leads },
    { id: 'amounts', ...deals },
    { id: 'purchase-days', count: undated, of: undated },
    { id: 'channels', count: channel.filter(position => position === -1).length, of: ids.length },
    { id: 'spend', count: spent.amount === null ? spendWeeks : 0, of: spendWeeks },
    { id: 'ideal-customer', count: settings.idealCustomer === null ? 1 : 0, of: 1 },
    { id: 'sales', count: sellers === 0 ? 1 : 0, of: 1 },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Leads before MQL that one missing answer would make an MQL, the closest first. */
async function questionsOf(context: QueryContext): Promise<DecidingQuestion[]> {
  const { db, scores, now } = context;
  const yieldToEventLoop = createYield();
  const { threshold, minimumFit } = scores.criteria().criteria;
  const given = { threshold, minimumFit, least: threshold - greatestFit(scores.criteria().criteria), limit: explained };
  const ids = beforeMql.flatMap(stage => openScores(db, stage, given)).slice(0, explained);
  const found: DecidingQuestion[] = [];
  for (const id of ids) {
    const lead = findLead(db, id);
    const question = lead && decidingQuestion(id, scores.explain(lead, now));
    if (question) found.push(question);
    await yieldToEventLoop();
  }
  return found.sort((a, b) => a.short - b.short || b.upTo - a.upTo).slice(0, named);
}

function decidingQuestion(leadId: string, score: ScoreDetail): DecidingQuestion | null {
  const short = Math.max(score.threshold - score.total, score.minimumFit - score.fit);
  const missing = score.missing.find(({ upTo }) => upTo >= short);
  if (score.blockedBy !== null || short <= 0 || missing === undefined) return null;
  return { leadId, question: missing.question, total: score.total, short, upTo: missing.upTo };
}
