// Writes prepared rows: new leads, filled and overwritten facts, stage history, deals, activities, spend, reach.
import type { Decisions, Mapping } from '../../shared/import.ts';
import type { Finding, ImportChange } from '../../shared/import-findings.ts';
import type { ConsentProof, PreparedRow } from '../../shared/import-row.ts';
import type { Lead } from '../../shared/lead.ts';
import { emptyAttributes, leadName } from '../../shared/lead.ts';
import { importRows } from '../db/tables/import-rows.ts';
import { startEarlier } from '../db/tables/imports.ts';
import { updateLead } from '../db/tables/leads.ts';
import { fillConsentProof, updatePrivacy } from '../db/tables/privacy.ts';
import { insertScoreAdjustment } from '../db/tables/score-adjustments.ts';
import { leadKeys } from '../domain/import/lead-keys.ts';
import { mergeAttributes, stageEntries } from '../domain/import/merge.ts';
import type { CommandContext } from '../services/context.ts';
import { addStep, dropAllSteps } from '../services/next-steps.ts';
import { type AddedActivity, createAddedActivities } from './added-activities.ts';
import type { Choosing } from './choosing.ts';
import { createChoosing } from './choosing.ts';
import { createCustoms } from './customs.ts';
import { createDealOfRow } from './deal-of-row.ts';
import { createDeals } from './deals.ts';
import { createRowMemory } from './earlier-rows.ts';
import { createFindings } from './findings.ts';
import { createLeadCache } from './lead-cache.ts';
import type { NotTaken } from './left-out.ts';
import { namesOf, newNames } from './made-names.ts';
import type { Matcher } from './matching.ts';
import { createMoney } from './money.ts';
import { onlyOptOut, saidBefore, withoutDeal } from './parts-of-row.ts';
import { createReferences } from './references.ts';
import { nextStepOf, tellDays, tellDeal } from './said-otherwise.ts';
import { createShownChanges } from './shown-changes.ts';
import { createStageHistory } from './stage-history.ts';
import { createStageMoves, type EndedSteps } from './stage-moves.ts';
import { createTally, type Tally } from './tally.ts';

export type Writing = {
  readonly write: (row: PreparedRow) => void;
  /** Writes what is still waiting; to be called after the last row. */
  readonly finish: (yieldToEventLoop: () => Promise<void>) => Promise<void>;
  readonly tally: Tally;
  readonly choosing: Choosing;
  /** The first rows that add or change something, before and after; to be asked after `finish`. */
  readonly changes: () => ImportChange[];
  /** What is to be read before it is written; to be asked after `finish`. */
  readonly findings: () => Finding[];
  /** Leads whose activities or facts changed, with the line of the file. */
  readonly touched: ReadonlyMap<string, number>;
};

const nobody = { channel: null, campaign: null, member: null };

/** False for somebody in a file of deals who has none. */
const hasDeal = ({ deal, stage, stageDates }: PreparedRow): boolean =>
  deal !== null || stage !== null || stageDates.length > 0;

export function createWriting(
  context: CommandContext,
  mapping: Mapping,
  decisions: Decisions,
  matcher: Matcher,
  batchId: string,
): Writing {
  const { db, newId, now, zone } = context;
  const references = createReferences(context, batchId);
  const shown = createShownChanges(context);
  const rows = shown.through(importRows(db, batchId));
  const money = createMoney(context, references, batchId);
  const customs = createCustoms(context, mapping, rows, batchId, shown);
  const deals = createDeals(context, mapping, rows, shown);
  const dealOfRow = createDealOfRow(context, rows, shown);
  const ofDeals = mapping.rows === 'deals';
  const addedIn = createAddedActivities(context, mapping, customs.typeId);
  const findings = createFindings(mapping, context);
  const made = namesOf(context);
  const tally = createTally(batchId);
  const { counts } = tally;
  const touched = new Map<string, number>();
  const leads = createLeadCache(db, rows.flushOf);
  /** New leads that began with their first activity: a later row may know an earlier one. */
  const began = new Map<string, number>();
  const beganEarlier = new Set<string>();

  const memory = createRowMemory(db, matcher.earlier, rows.flush);
  /** The last line about each lead. */
  const lines = new Map<string, number>();
  const onEnded: EndedSteps = (lead, texts) => findings.stepsEnd(leadName(lead), lines.get(lead.id) ?? 0, texts);
  const stages = createStageMoves(context, { mapping, rows, leads, batchId, onEnded });
  const history = createStageHistory(context, batchId, stages.endSteps);
  const choosing = createChoosing({ mapping, decisions, matcher, leadOf: leads.get, batchId, memory });

  function addActivities(leadId: string, row: PreparedRow, activities: readonly AddedActivity[]): number {
    const by = row.back?.loggedBy ?? null;
    const memberId = by === null ? null : (references({ ...nobody, member: by }).memberId ?? null);
    for (const { campaign, ...activity } of activities) {
      const { campaignId = null } = references({ ...nobody, campaign: campaign ?? row.references.campaign });
      rows.activity({ ...activity, id: newId(), leadId, memberId, campaignId, batchId });
      wasKnown(leadId, activity.at);
    }
    counts.activities += activities.length;
    return activities.length;
  }

  /** Somebody was known by then: a later row may know of an earlier day. */
  function wasKnown(leadId: string, at: number | undefined): void {
    const since = began.get(leadId);
    if (since === undefined || at === undefined || at >= since) return;
    began.set(leadId, at);
    beganEarlier.add(leadId);
  }

  function create(prepared: PreparedRow, added: readonly AddedActivity[]): void {
    const row = ofDeals ? withoutDeal(prepared) : prepared;
    // An id that is taken here belongs to somebody else by the owner's word.
    const id = row.leadId !== null && !leads.get(row.leadId) ? row.leadId : newId();
    if (ofDeals) lines.set(id, row.line);
    const since = row.createdAt ?? Math.min(now, prepared.stageDates[0]?.at ?? now, row.activities[0]?.at ?? now);
    const entries = stageEntries(null, row, since, mapping.literal ? null : row.createdAt);
    const last = entries.at(-1);
    const lead: Lead = {
      ...emptyAttributes,
      ...row.attributes,
      ...references(row.references),
      id,
      stage: last?.to ?? 'lead',
      stageSince: last?.at ?? since,
      nurtureUntil: row.nurtureUntil,
      mqlExclusion: row.back?.mqlExclusion ?? null,
      nextStep: row.nextStep,
      nextStepOn: row.nextStepOn,
      nextStepTime: null,
      nextStepRepeats: null,
      createdAt: since,
      batchId,
    };
    rows.lead(lead, memory.made(row.rowKey, id));
    shown.lead(id, null, lead, leadName(lead), row.line);
    leads.set(lead);
    if (row.createdAt === null && row.stageDates.length === 0) began.set(id, since);
    stages.enter(id, entries, row.reason);
    dealOfRow.add(lead, row);
    customs.add(id, row);
    if (addActivities(id, row, added) > 0 || row.customValues.length > 0) touched.set(id, row.line);
    if (row.back?.consent) {
      rows.flushOf(id);
      const { consent } = row.back;
      // An own export is taken as it is: with the proof of a consent that was taken back since.
      const filled = mapping.literal ? updatePrivacy(db, id, consent) : fillConsentProof(db, id, consent);
      if (filled) shown.consentProof(id, consent);
    }
    if (row.back && row.back.scoreAdjustments.length > 0) {
      rows.flushOf(id);
      for (const points of row.back.scoreAdjustments) insertScoreAdjustment(db, id, { id: newId(), ...points });
      touched.set(id, row.line);
    }
    if (row.back?.steps) {
      rows.flushOf(id);
      dropAllSteps(context, id);
      for (const step of row.back.steps) addStep(context, id, step);
    }
    choosing.made(id, row);
    if (mapping.rows === 'stages') history.add(id, row);
    if (ofDeals && hasDeal(prepared)) deals.add(id, prepared);
    tally.isNew(lead, row.line);
  }

  /** Proof of consent that was not known. */
  function proves(consent: ConsentProof, id: string, inFile: boolean): boolean {
    if (inFile) rows.flushOf(id);
    const filled = fillConsentProof(db, id, consent);
    if (filled) shown.consentProof(id, consent);
    return filled;
  }

  /** Answers whether the lead itself changed. */
  function update(
    prepared: PreparedRow,
    lead: Lead,
    {
      inFile,
      again,
      added,
    }: { readonly inFile: boolean; readonly again: boolean; readonly added: readonly AddedActivity[] },
  ): boolean {
    shown.row(lead.id, leadName(lead), prepared.line);
    lines.set(lead.id, prepared.line);
    const row = ofDeals ? withoutDeal(prepared) : again ? saidBefore(prepared, lead, context.country) : prepared;
    if (ofDeals) {
      wasKnown(lead.id, prepared.stageDates[0]?.at);
      if (hasDeal(prepared)) deals.add(lead.id, prepared);
    }
    if (mapping.rows === 'stages') {
      history.add(lead.id, row);
      if (!inFile) tally.isTheSame(lead, row.line);
      return false;
    }
    const tell = (field: NotTaken['field'], text: string): void =>
      findings.notTaken(row, { lead, field, text, inFile });
    const said = { ...row.attributes, ...references(row.references) };
    const attributes = mergeAttributes(lead, said, mapping, context.country, tell);
    const known = stages.before(lead, row, inFile);
    const dated = stages.dateOpenings(lead, known, row);
    const before = dated ? stages.before(leads.get(lead.id) ?? lead, row, inFile) : known;
    const entries = stages.inOrder(lead, before, stageEntries(before, row, now));
    const last = entries.at(-1);
    const step = nextStepOf(row, lead, tell);
    if (inFile) tellDays(row, lead, [...before.entered, ...entries], zone, tell);
    const change = { ...attributes, ...step, ...(last ? { stage: last.to, stageSince: last.at } : {}) };
    const changes = Object.keys(change).length;
    if (changes > 0) {
      if (inFile) rows.flushOf(lead.id);
      updateLead(db, lead.id, change);
      shown.lead(lead.id, lead, change, leadName(lead), row.line);
      leads.set({ ...lead, ...change });
    }
    stages.enter(lead.id, entries, row.reason);
    stages.endSteps(lead, last?.to);
    if (entries.length > 0) dealOfRow.add({ ...lead, ...attributes }, row);
    else if (dated) dealOfRow.replace(lead, row);
    else if (inFile && !dealOfRow.isKnown(lead, row)) {
      if ((row.deal?.amount ?? null) !== null) findings.unplaced(row);
      tellDeal(row, tell);
    }
    const called =
      Object.keys(attributes).length > 0
        ? leadKeys({ ...lead, ...attributes }, context.country, mapping.program ?? null)
        : null;
    matcher.learn(lead.id, row.keys, called);
    const activities = addActivities(lead.id, row, added);
    let others = row.back?.consent && proves(row.back.consent, lead.id, inFile) ? 1 : 0;
    if (inFile) customs.add(lead.id, row);
    else others += customs.merge(lead.id, row);
    if (Object.keys(attributes).length > 0 || activities + others > 0) touched.set(lead.id, row.line);
    if (inFile) return changes > 0;
    if (changes + activities + others === 0 && !dated) tally.isTheSame(lead, row.line);
    else tally.hasChanged(lead, row.line);
    return changes > 0;
  }

  function write(prepared: PreparedRow): void {
    counts.rows += 1;
    if (prepared.spend || prepared.reach) {
      const added = prepared.spend
        ? money.spend(prepared.references, prepared.spend)
        : prepared.reach && money.reach(prepared.references, prepared.reach);
      if (added) counts.created += 1;
      else tally.wasThere();
      return;
    }
    const whom = choosing.whom(prepared);
    const inFile = whom.is === 'lead' && whom.lead.batchId === batchId;
    const { row, activities: added, loggedOn } = addedIn(prepared, whom.is === 'lead' && !inFile ? whom.lead.id : null);
    if (loggedOn !== null && whom.is !== 'skip') findings.loggedByHand(row, loggedOn);
    findings.see(row, whom.is === 'lead' ? { lead: whom.lead, why: whom.why, inFile } : null);
    if (whom.is === 'skip') {
      counts.skipped += 1;
    } else if (whom.is === 'new') {
      if (mapping.rows === 'activities' && mapping.unknownLeads === 'leave-out') counts.skipped += 1;
      else create(row, added);
    } else {
      if (inFile) counts.duplicatesInFile += 1;
      // In a log the rows of somebody known are many, and each of them is found by itself.
      let matters = mapping.rows === 'leads' || mapping.rows === 'leads-and-activities';
      const optsOut = row.attributes.consent === 'no' && whom.lead.consent !== 'no';
      if (mapping.policy !== 'skip' || ofDeals || row.activities.length > 0)
        matters = update(row, whom.lead, { inFile, again: whom.again, added }) || matters;
      else {
        counts.skipped += 1;
        if (optsOut) update(onlyOptOut(row), whom.lead, { inFile, again: false, added: [] });
      }
      if (inFile || matters || !whom.sure) memory.remember(row.rowKey, whom.lead.id);
    }
  }

  async function finish(yieldToEventLoop: () => Promise<void>): Promise<void> {
    rows.flush();
    memory.flush();
    for (const leadId of beganEarlier) {
      startEarlier(db, leadId, began.get(leadId) ?? now);
      await yieldToEventLoop();
    }
    tally.turnedOut(await history.finish(yieldToEventLoop));
    tally.turnedOut(await deals.finish(stages.moveByDeals, yieldToEventLoop));
    tally.sum(choosing.undecided());
  }

  return {
    write,
    finish,
    tally,
    choosing,
    touched,
    changes: shown.all,
    findings: () => findings.all(newNames(context, made)),
  };
}
