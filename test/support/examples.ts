// A workspace with something in every corner, made by real commands, and an example of every call that fits it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { WorkspaceCall } from '../../electron/services/context.ts';
import type { Input } from '../../shared/contract.ts';
import { dayMs } from '../../shared/dates.ts';
import type { TestWorkspace } from './workspace.ts';
import { aCopyOf, aWorkspace } from './workspace.ts';

export type Filled = TestWorkspace & {
  readonly ids: {
    /** An MQL by score, with a receipt. */
    readonly mql: string;
    readonly opportunity: string;
    readonly customer: string;
    readonly lead: string;
    readonly activity: string;
    readonly member: string;
    readonly channel: string;
    readonly campaign: string;
    readonly spend: string;
    readonly reach: string;
    readonly batch: string;
    /** A decision of a closed review that has come back. */
    readonly decision: string;
    /** A decision and an action item of a review that is still open. */
    readonly draft: string;
    readonly item: string;
    /** A file of `opportunity`, kept in the workspace. */
    readonly file: string;
    /** A nurture plan, and its first e-mail to `lead`, who is on it. */
    readonly plan: string;
    readonly touch: string;
    /** The first e-mail as it stands in the plan. */
    readonly planTouch: string;
    /** An open deal of `opportunity`. */
    readonly deal: string;
    /** A choice with a value on the MQL, and a number without any. */
    readonly customField: string;
    readonly otherField: string;
    /** On the MQL. */
    readonly tag: string;
    readonly view: string;
    readonly otherView: string;
    /** The version in force, and a draft that would promote `lead`. */
    readonly criteria: string;
    readonly draftCriteria: string;
    /** Points given to `opportunity` by hand. */
    readonly points: string;
    readonly ownAddress: string;
  };
};

const nobody = { firstName: null, lastName: null, email: null, phone: null, company: null };
const pasted =
  'First name;Last name;E-mail;Company\nIda;Stone;ida@stone.example;Stone AG\nJon;Reed;jon@reed.example;Reed';
const pastedWeeks = 'Week\tChannel\tSpend\tVisitors\n2026-06-08\tLetters\t€ 120\t31';
const aView: Input<'views.save'>['body'] = {
  conditions: [{ field: 'score', is: 'between', from: 50, to: null }],
  sort: 'score',
  descending: true,
  columns: [
    { key: 'name', width: null },
    { key: 'score', width: 200 },
  ],
};
export const pastedSource = { kind: 'pasted', text: pasted } as const;

/** The beginning of every PNG file. */
export const aPicture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

let kept: { readonly bytes: Buffer; readonly now: number; readonly ids: Filled['ids'] } | undefined;

/** Some weeks of a small firm, up to Monday 29 June 2026, as a closed file. Lived through once. */
export async function aFilledFile(): Promise<NonNullable<typeof kept>> {
  if (!kept) {
    const { app, file, clock, ids } = await fillAWorkspace();
    app().close();
    keepAConflict(file, ids.lead);
    kept = { bytes: readFileSync(file), now: clock.now, ids };
  }
  return kept;
}

/** As if another computer had entered another phone number at the same time. */
function keepAConflict(file: string, leadId: string): void {
  const raw = new Database(file);
  const insert = `INSERT INTO conflict (id, table_name, row_id, lead_id, columns, decided) VALUES ('phone', 'lead', ?, ?, ?, 0)`;
  raw.prepare(insert).run(leadId, leadId, JSON.stringify({ phone: '+43 7' }));
  raw.close();
}

/** The same, open; every one is a copy. */
export async function aFilledWorkspace(): Promise<Filled> {
  const { bytes, now, ids } = await aFilledFile();
  return { ...aCopyOf(bytes, now), ids };
}

async function fillAWorkspace(): Promise<Filled> {
  const workspace = aWorkspace({ name: 'Mill & Sons', currency: 'EUR', timeZone: 'Europe/Berlin' });
  const { call, clock } = workspace;
  const member = (await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false })).id;
  await call('settings.update', { actingAs: member });
  await call('documents.setMeetingTime', { weekday: 5, time: '10:00', minutes: 30 });
  const channel = (await call('channels.save', { id: null, label: 'Fair in Graz', archived: false })).id;
  const campaign = (
    await call('campaigns.save', {
      id: null,
      channelId: channel,
      label: 'Spring fair',
      startsOn: '2026-06-01',
      endsOn: '2026-06-05',
      archived: false,
    })
  ).id;
  const period = { startsOn: '2026-06-01', endsOn: '2026-06-30' };
  const spend = (
    await call('spend.save', {
      id: null,
      channelId: channel,
      campaignId: campaign,
      amount: 90_000,
      note: null,
      ...period,
    })
  ).id;
  const reach = (
    await call('reach.save', { id: null, channelId: channel, weekStart: '2026-06-01', strangers: 900, visitors: 120 })
  ).id;

  const add = async (firstName: string, company: string) =>
    (
      await call('leads.create', {
        attributes: { firstName, company, channelId: channel, campaignId: campaign, memberId: member },
      })
    ).id;
  const mql = await add('Ada', 'Mill');
  const opportunity = await add('Bo', 'Quay');
  const customer = await add('Cy', 'Fern');
  const lead = await add('Di', 'Mill');
  const log = async (leadIds: string[], typeId: string) => (await call('activities.log', { leadIds, typeId })).ids;
  clock.now += 3 * dayMs;
  const [activity = ''] = await log([mql, opportunity, customer, lead], 'website-visit');
  await log([mql], 'demo-requested');
  await log([mql, opportunity], 'pricing-page-visit');
  clock.now += 4 * dayMs;
  await log([mql], 'pricing-page-visit');
  await log([opportunity, customer], 'call-made');
  for (const id of [opportunity, customer]) {
    await call('leads.move', { ids: [id], move: { to: 'sql', attributes: { need: 'yes', budget: 500_000 } } });
    clock.now += dayMs;
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 120_000, expectedClose: '2026-07-15' } });
  }
  clock.now += 6 * dayMs;
  await call('leads.move', { ids: [customer], move: { to: 'customer', amount: 110_000 } });
  await call('leads.setNextStep', { id: opportunity, nextStep: 'Send the offer', nextStepOn: '2026-06-20' });
  const { mapping } = await call('imports.read', { jobId: 'read', source: pastedSource });
  const batch = (await call('imports.run', { jobId: 'run', source: pastedSource, mapping })).batchId;
  const decided = { date: '2026-05-26', text: 'Call the same day' };
  const decision = (await call('meeting.saveDecision', { ...decided, id: null })).id;
  await call('meeting.close', { date: decided.date });
  clock.now += 13 * dayMs;
  const open = { date: '2026-06-24', id: null };
  const draft = (await call('meeting.saveDecision', { ...open, text: 'Two webinars a month' })).id;
  const item = (await call('meeting.saveItem', { ...open, text: 'Book a speaker', memberId: member, dueOn: null })).id;
  const field = { choices: [], archived: false, id: null };
  const customField = (
    await call('customFields.save', { ...field, label: 'Machine', kind: 'choice', choices: ['None', 'One', 'Many'] })
  ).id;
  const otherField = (await call('customFields.save', { ...field, label: 'Seats', kind: 'number' })).id;
  await call('customFields.set', { id: mql, fieldId: customField, value: 'One' });
  const tag = (await call('tags.save', { id: null, label: 'Fair', archived: false })).id;
  await call('tags.put', { ids: [mql], add: [tag] });
  await call('leads.adjustScore', { id: opportunity, points: 10, reason: 'An old friend' });
  const points = (await call('leads.get', { id: opportunity })).scoreAdjustments[0]?.id ?? '';
  await call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { threshold: 10 } }] });
  await call('imports.addOwnAddress', { address: 'info@mill.example' });
  const ownAddress = (await call('imports.memory', {})).addresses[0]?.id ?? '';
  const both = await call('criteria.draft', {});
  const view = (await call('views.save', { id: null, label: 'Warm', body: aView })).id;
  const otherView = (await call('views.save', { id: null, label: 'Everybody', body: { ...aView, conditions: [] } })).id;
  const touches = [{ id: null, day: 0, label: 'Guide', subject: 'For {{company}}', body: 'Hello {{first name}}' }];
  const plan = (await call('nurture.savePlan', { id: null, label: 'Keep warm', archived: false, touches })).id;
  await call('nurture.start', { leadIds: [lead], planId: plan });
  const touch = (await call('nurture.ofLead', { leadId: lead })).plan?.touches[0]?.id ?? '';
  const planTouch = (await call('nurture.plans', {}))[0]?.touches[0]?.id ?? '';
  const deal = (await call('leads.get', { id: opportunity })).deals[0]?.id ?? '';
  await call('leadFiles.add', { leadId: opportunity, files: [{ path: quoteFile }], inside: true });
  const file = (await call('leadFiles.ofLead', { leadId: opportunity })).files[0]?.id ?? '';
  const ids = {
    file,
    plan,
    touch,
    planTouch,
    deal,
    criteria: both.inForce.id,
    draftCriteria: both.draft?.id ?? '',
    points,
    ownAddress,
    view,
    otherView,
    customField,
    otherField,
    tag,
    decision,
    draft,
    item,
    mql,
    opportunity,
    customer,
    lead,
    activity,
    member,
    channel,
    campaign,
    spend,
    reach,
    batch,
  };
  return { ...workspace, ids };
}

const criteriaFilePath = join(import.meta.dirname, '..', 'fixtures', 'criteria', 'agency.json');
const idealAnswers = {
  titles: ['owner', 'CEO'],
  industries: ['Shipping'],
  sizeFrom: 10,
  sizeTo: 200,
  countries: ['Austria'],
  budget: 100_000,
  excludedCountries: [],
  competitors: ['rival.example'],
};

type Examples = { readonly [N in WorkspaceCall]: Input<N> };

/** One input for every call of a workspace that it answers; each command among them changes something. */
const quoteFile = join(import.meta.dirname, '../fixtures/files/Quote.pdf');

/** The next step of the opportunity. */
const offered = { what: 'Send the offer', on: '2026-06-20', time: null, repeats: null };

export function examplesFor({ ids }: Pick<Filled, 'ids'>): Examples {
  const mapping: Input<'imports.run'>['mapping'] = {
    rows: 'leads',
    columns: [
      { column: 0, target: 'firstName' },
      { column: 2, target: 'email' },
    ],
    fixed: [],
    values: [],
    policy: 'create',
    unknownLeads: 'create',
  };
  return {
    'workspace.get': {},
    'settings.update': { name: 'Mill and Daughters', timeZone: 'America/New_York', targetFrom: 10, quietAfterDays: 2 },
    'settings.change': { what: 'free-weekday', day: 7, on: true },
    'firstSteps.get': {},
    'activityTypes.save': { id: null, label: 'Sample sent', ourSide: true, impliesStage: null, archived: false },
    'members.save': { id: ids.member, name: 'Maria', side: 'both', archived: false },
    'channels.save': { id: ids.channel, label: 'Fair in Linz', archived: false },
    'campaigns.save': {
      id: ids.campaign,
      channelId: ids.channel,
      label: 'Autumn fair',
      startsOn: '2026-06-02',
      endsOn: '2026-06-06',
      archived: false,
    },
    'spend.list': {},
    'spend.save': {
      id: ids.spend,
      channelId: ids.channel,
      campaignId: ids.campaign,
      amount: 80_000,
      startsOn: '2026-06-01',
      endsOn: '2026-06-28',
      note: 'Stand',
    },
    'spend.remove': { id: ids.spend },
    'reach.list': {},
    'reach.save': { id: ids.reach, channelId: ids.channel, weekStart: '2026-06-01', strangers: 950, visitors: 130 },
    'criteria.current': {},
    'criteria.draft': {},
    'criteria.changeDraft': { changes: [{ part: 'limits', limits: { threshold: 85 } }] },
    'criteria.discardDraft': {},
    'criteria.versions': {},
    'criteria.version': { number: 1 },
    'criteria.compare': { from: ids.criteria, to: ids.draftCriteria },
    'criteria.promotions': {},
    'criteria.publish': { jobId: 'publish', reason: 'Too few reach it' },
    'criteria.cancel': { jobId: 'nothing' },
    'criteria.replay': { against: 'in-force' },
    'sets.list': {},
    'sets.take': { id: 'consultancy' },
    'idealCustomer.get': {},
    'idealCustomer.preview': { answers: idealAnswers },
    'idealCustomer.save': { answers: idealAnswers },
    'scoringNeed.get': {},
    'criteriaFile.save': { what: 'in-force' },
    'criteriaFile.read': { path: criteriaFilePath },
    'criteriaFile.take': { path: criteriaFilePath, unknown: 'add' },
    'insights.get': {},
    'insights.leads': { key: '{"kind":"activity","typeId":"website-visit"}', group: 'with', customersOnly: true },
    'insights.apply': { key: '{"kind":"activity","typeId":"website-visit"}', points: 15, present: 10 },
    'rejections.trace': { from: '2026-06-01' },
    'rejections.remedies': { reason: 'no-budget' },
    'threshold.get': {},
    'threshold.leads': { who: 'customers' },
    'journal.state': {},
    'journal.undo': {},
    'journal.redo': {},
    'activityTypes.list': {},
    'activities.log': { leadIds: [ids.lead, ids.opportunity], typeId: 'demo-requested', note: 'At the fair' },
    'activities.contents': {},
    'activities.parseLine': { line: 'Ida Stone rang about a fence, 2k, quote by friday' },
    'activities.parseDate': { text: 'last Friday 3pm' },
    'activities.logLine': {
      people: [
        { id: ids.lead, attributes: { ...nobody, phone: '+43 1 234567' } },
        { id: null, attributes: { ...nobody, lastName: 'Shah' }, household: 'Mr & Mrs Shah' },
      ],
      activity: { newType: { label: 'WhatsApp message sent', ourSide: true } },
      note: 'Samples are here',
      deal: { id: null, amount: 200_000 },
      step: { what: 'quote', on: '2026-06-12', time: null },
    },
    'activities.update': { id: ids.activity, typeId: 'demo-requested', when: { date: '2026-06-02', time: '10:30' } },
    'activities.remove': { ids: [ids.activity] },
    'customFields.list': {},
    'customFields.save': {
      id: ids.customField,
      label: 'Machines',
      kind: 'choice',
      choices: ['None', 'One press', 'Many'],
      archived: false,
      renamed: [{ from: 'One', to: 'One press' }],
    },
    'customFields.move': { id: ids.otherField, before: ids.customField },
    'customFields.set': { id: ids.lead, fieldId: ids.customField, value: 'Many' },
    'table.rows': {
      search: 'a',
      conditions: [
        { field: 'score', is: 'between', from: 10, to: null },
        { field: 'tag', is: 'any-of', values: [ids.tag] },
        { field: `custom:${ids.customField}`, is: 'known' },
        { field: 'lastActivityAt', is: 'within', days: 400 },
        { field: 'quiet', is: 'no' },
      ],
      sort: 'lastActivityAt',
    },
    'views.list': {},
    'views.save': { id: ids.view, label: 'Warm ones', body: aView },
    'views.move': { id: ids.otherView, before: ids.view },
    'views.remove': { id: ids.view },
    'bulk.run': {
      jobId: 'bulk',
      who: { by: 'filter', search: '', conditions: [{ field: 'stage', is: 'none-of', values: ['customer'] }] },
      action: { do: 'log', typeId: 'webinar-attended', when: { date: '2026-06-20', time: null }, note: 'Live' },
    },
    'duplicates.list': {},
    'duplicates.pair': { id: ids.mql, otherId: ids.lead },
    'duplicates.merge': {
      id: ids.mql,
      otherId: ids.customer,
      attributes: { firstName: 'Ada' },
      customValues: { [ids.otherField]: 4 },
    },
    'duplicates.apart': { id: ids.mql, otherId: ids.lead },
    'leadHistory.get': { id: ids.mql },
    'overruled.list': { leadId: null },
    'overruled.use': { id: 'phone' },
    'overruled.dismiss': { id: 'phone' },
    'tags.list': {},
    'tags.save': { id: ids.tag, label: 'Summer fair', archived: false },
    'tags.remove': { id: ids.tag },
    'tags.put': { ids: [ids.lead], add: [ids.tag], remove: [] },
    'leads.list': { search: '', sort: 'name' },
    'leads.get': { id: ids.mql },
    'leads.create': { attributes: { firstName: 'Eve', email: 'eve@dock.example' } },
    'leads.update': { id: ids.lead, attributes: { industry: 'Shipping', company: 'Dock', channelId: null } },
    'leads.adjustScore': { id: ids.lead, points: 95, reason: 'Met at the fair' },
    'leads.removeAdjustment': { id: ids.opportunity, pointsId: ids.points },
    'leads.setMqlExclusion': { id: ids.lead, reason: 'Sells to us' },
    'leads.setNextStep': { id: ids.lead, nextStep: 'Call', nextStepOn: '2026-06-29' },
    'nextSteps.ofLead': { leadId: ids.opportunity },
    'nextSteps.planned': { who: { by: 'ids', ids: [ids.opportunity, ids.mql] } },
    'nextSteps.parse': { text: 'send quote friday 3pm' },
    'nextSteps.save': {
      leadId: ids.opportunity,
      id: null,
      what: 'Call about the offer',
      on: '2026-06-30',
      time: '14:30',
      repeats: 'week',
    },
    'nextSteps.done': { leadId: ids.opportunity, id: ids.opportunity, seen: offered, typeId: 'proposal-sent' },
    'nextSteps.remove': { leadId: ids.opportunity, id: ids.opportunity, seen: offered },
    'leads.remove': { ids: [ids.customer] },
    'leads.move': { ids: [ids.mql], move: { to: 'nurture', until: '2026-06-28', reason: 'bad-timing' } },
    'board.columns': {},
    'board.cards': { stage: 'mql' },
    'board.locate': { id: ids.mql },
    'board.arrange': { ids: [ids.mql], before: null },
    'deals.save': {
      id: ids.deal,
      leadId: ids.opportunity,
      name: 'Second hall',
      amount: 150_000,
      expectedClose: '2026-08-01',
      probability: 70,
    },
    'deals.close': { id: ids.deal, end: { how: 'won', amount: 140_000 }, note: 'The price' },
    'bulkLog.match': { text: 'Ada\nEve Dock <eve@dock.example>' },
    'bulkLog.save': {
      leads: [
        { id: ids.lead },
        { attributes: { firstName: 'Eve', lastName: null, email: 'eve@dock.example', company: null } },
      ],
      typeId: 'webinar-attended',
    },
    'leadFiles.ofLead': { leadId: ids.opportunity },
    'leadFiles.look': { files: [{ path: quoteFile }] },
    'leadFiles.add': { leadId: ids.mql, files: [{ path: quoteFile }], inside: true },
    'leadFiles.open': { id: ids.file },
    'leadFiles.saveCopy': { id: ids.file },
    'leadFiles.remove': { id: ids.file },
    'nurture.plans': {},
    'nurture.savePlan': { id: ids.plan, label: 'Keep very warm', archived: false },
    'nurture.saveTouch': {
      planId: ids.plan,
      id: null,
      day: 30,
      label: 'Reminder',
      subject: 'Still there?',
      body: 'Hello',
    },
    'nurture.removeTouch': { planId: ids.plan, id: ids.planTouch },
    'nurture.start': { leadIds: [ids.opportunity], planId: ids.plan },
    'nurture.stop': { leadIds: [ids.lead] },
    'nurture.started': {},
    'nurture.ofLead': { leadId: ids.lead },
    'nurture.email': { id: ids.touch },
    'nurture.sent': { id: ids.touch },
    'nurture.skip': { id: ids.touch },
    'nurture.snooze': { id: ids.touch, until: '2026-07-03' },
    'today.glance': {},
    'today.get': {},
    'review.get': { date: '2026-06-15', kind: 'month' },
    'review.mqls': { date: '2026-06-15', kind: 'month' },
    'review.leads': { date: '2026-06-15', kind: 'month', figureId: 'mql-volume', set: 'counted' },
    'review.spend': { date: '2026-06-15', kind: 'month' },
    'review.overview': {},
    'plan.get': { goal: { what: 'customers', amount: 5, by: '2026-09-30' }, levers: {} },
    'plan.past': { what: 'revenue' },
    'review.handoff': { date: '2026-06-15', kind: 'month' },
    'meeting.get': { date: '2026-06-24' },
    'meeting.list': { search: 'same day' },
    'meeting.note': { date: '2026-06-24', there: { names: ['Mara', 'A guest'], on: true }, notes: 'Short.' },
    'meeting.saveDecision': {
      date: '2026-06-24',
      id: ids.draft,
      text: 'One webinar a month',
      expected: { mqlsAWeek: 3, acceptance: 0.5 },
    },
    'meeting.removeDecision': { id: ids.draft },
    'meeting.answerDecision': { date: '2026-06-24', id: ids.decision, verdict: 'keep', outcome: 'It works.' },
    'meeting.saveItem': { date: '2026-06-24', id: ids.item, text: 'Book two', memberId: null, dueOn: '2026-07-01' },
    'meeting.removeItem': { id: ids.item },
    'meeting.tickItem': { id: ids.item, done: true },
    'meeting.saveSla': { date: '2026-06-24', sla: { mqlsAWeek: 3, acceptedPercent: 60, answerHours: 24 } },
    'meeting.close': { date: '2026-06-24' },
    'documents.savePicture': { name: 'MQLs by week', png: aPicture },
    'documents.saveScreen': { screen: 'today', memberId: null },
    'documents.saveReview': { kind: 'week', date: '2026-06-24' },
    'documents.setMeetingTime': { weekday: 1, time: '09:30', minutes: 30 },
    'documents.saveCalendar': {},
    'documents.saveStep': { leadId: ids.opportunity, id: ids.opportunity },
    'documents.saveCard': { id: ids.mql },
    'weeks.get': { date: '2026-06-03' },
    'weeks.enter': { date: '2026-06-10', channelId: ids.channel, campaignId: null, what: 'visitors', value: 44 },
    'weeks.readPaste': { text: pastedWeeks },
    'weeks.paste': { text: pastedWeeks },
    'imports.read': { jobId: 'example', source: pastedSource },
    'imports.check': { jobId: 'example', source: pastedSource, mapping },
    'imports.run': { jobId: 'example', source: pastedSource, mapping },
    'imports.cells': { jobId: 'example', source: pastedSource, mapping, columns: [0], from: 0, limit: 10 },
    'imports.saveCells': { jobId: 'example', source: pastedSource, mapping, columns: [0] },
    'imports.saveRejected': { jobId: 'example', source: pastedSource, mapping },
    'imports.cancel': { jobId: 'another' },
    'imports.list': {},
    'imports.memory': {},
    'imports.forget': { ids: [ids.ownAddress] },
    'imports.addOwnAddress': { address: 'office@mill.example' },
    'imports.mapping': { id: ids.batch },
    'imports.guess': { target: 'stage', values: ['Won', 'Sauna'] },
    'exports.count': {},
    'exports.save': { jobId: 'example', what: 'leads', as: 'ripen', kind: 'csv', who: null },
    'privacy.preview': { jobId: 'preview', ids: [ids.mql] },
    'privacy.erase': { jobId: 'erase', ids: [ids.lead], name: 'Di', others: true, reason: 'request' },
    'privacy.cancel': { jobId: 'another' },
    'privacy.ofLead': { id: ids.mql },
    'privacy.setLead': { id: ids.lead, change: { doNotContact: 'Asked by phone' } },
    'privacy.person': { id: ids.mql },
    'privacy.savePerson': { id: ids.mql, format: 'json' },
    'privacy.retention': {},
    'privacy.keep': { ids: [ids.customer], until: '2027-01-01' },
    'privacy.record': {},
    'privacy.saveRecord': { format: 'text' },
    'privacy.erasures': {},
    'imports.undo': { jobId: 'example', batchId: ids.batch },
  };
}
