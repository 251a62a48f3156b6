// One line of the log: who is meant among the leads, and all that was shown written down in one step.
import { describe, expect, it } from 'vitest';
import type { LinePerson, ReadLine } from '../../shared/log-line.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const nobody: LinePerson = { firstName: null, lastName: null, email: null, phone: null, company: null };
const british = () => aWorkspace({ timeZone: 'Europe/London', currency: 'GBP' }, 'en-GB');

/** "Jane Smith (sure)", "Did you mean ...": how the first person was recognized. */
async function who({ call }: TestWorkspace, line: string): Promise<string> {
  const [person] = (await call('activities.parseLine', { line })).people;
  if (!person) return 'nobody';
  if (person.candidates.length === 0) return 'new';
  return `${person.sure ? 'is' : 'did you mean'} ${person.candidates.map(one => `${one.name}: ${one.why}`).join(' or ')}`;
}

describe('who is meant by a line', () => {
  const known = async () => {
    const workspace = british();
    const add = (attributes: Partial<LinePerson>) => workspace.call('leads.create', { attributes });
    await add({ firstName: 'John', lastName: 'Smith', company: 'Oak Ltd', email: 'john@oak.example' });
    await add({ firstName: 'José', lastName: 'García', phone: '07700 900555' });
    await add({ firstName: 'Priya', lastName: 'Patel', company: 'Kingsley Joinery Ltd' });
    await add({ company: 'Harris & Sons' });
    await add({ firstName: 'Ann', lastName: 'Lee', company: 'Mill' });
    await add({ firstName: 'Ann', lastName: 'Lee', company: 'Quay' });
    return workspace;
  };

  it.each([
    ['John Smith rang', 'is John Smith: Same name'],
    ['called smith, john', 'did you mean John Smith: Part of the name'],
    ['Jon Smith rang', 'did you mean John Smith: Short for it'],
    ['John Smiht rang', 'did you mean John Smith: Spelled alike'],
    ['jose garcia rang', 'is José García: Same name'],
    ['John Smith @ Beech rang', 'did you mean John Smith: Same name, at another company'],
    ['priya @ kingsley joinery rang', 'is Priya Patel: Same first name, same company'],
    ['priya rang', 'did you mean Priya Patel: Same first name'],
    ['Mr Patel rang', 'did you mean Priya Patel: Same last name'],
    ['07700900555 rang', 'is José García: Same phone'],
    ['+44 7700 900555 rang', 'is José García: Same phone'],
    ['Pepe Garcia 07700 900555 rang', 'is José García: Same phone'],
    ['Bob Quinn 07700 900555 rang', 'did you mean José García: Same phone'],
    ['email from john@oak.example', 'is John Smith: Same e-mail'],
    ['Harris & Sons rang', 'is Harris & Sons: Same company'],
    ['Kingsley Joinery Ltd rang', 'did you mean Priya Patel: Works there'],
    ['Ann Lee rang', 'did you mean Ann Lee: Same name or Ann Lee: Same name'],
    ['Ann Lee @ Quay rang', 'is Ann Lee: Same name, same company or Ann Lee: Same name, at another company'],
    ['called priya patel balustrade', 'did you mean Priya Patel: Part of the name'],
    ['Zoe Quinn rang', 'new'],
    ['somebody rang', 'nobody'],
    ['tbc rang', 'nobody'],
  ])('%s: %s', async (line, expected) => {
    expect(await who(await known(), line)).toBe(expected);
  });

  it('finds the whole name behind a thousand people who have half of it', async () => {
    const workspace = british();
    for (let n = 0; n < 1100; n++)
      await workspace.call('leads.create', { attributes: { firstName: 'Mara', lastName: `Number${n}` } });
    await workspace.call('leads.create', { attributes: { firstName: 'Mara', lastName: 'Holm' } });
    expect(await who(workspace, 'Mara Holm rang')).toContain('is Mara Holm: Same name');
  });
});

/** What is sent when all that is shown is taken as it stands. */
const asShown = ({ people, activity, when, note, amount, step, campaign, content, channel }: ReadLine) => ({
  people: people.map(({ attributes, household, candidates }) => ({
    id: candidates[0]?.id ?? null,
    attributes,
    household,
  })),
  activity: activity?.typeIds[0] ? { typeId: activity.typeIds[0] } : null,
  when: when.options[0] ?? null,
  note,
  deal: amount ? { id: people[0]?.candidates[0]?.deal?.id ?? null, amount: amount.options[0] ?? 0 } : null,
  step: step && { what: step.text || null, on: step.days[0]?.date ?? null, time: step.days[0]?.time ?? null },
  campaignId: campaign?.sure ? (campaign.options[0] ?? null) : null,
  content: content?.sure ? (content.options[0] ?? null) : null,
  channelId: channel?.sure ? (channel.options[0] ?? null) : null,
});

describe('a line that is logged', () => {
  it('writes all of it, moves no stage, and one undo takes all of it back', async () => {
    const { call } = british();
    const read = await call('activities.parseLine', {
      line: 'dave @ kingsley rang about a staircase, 12k, quote by friday',
    });
    const { leads } = await call('activities.logLine', asShown(read));
    expect(leads).toEqual([{ id: expect.any(String), name: 'Dave', added: true }]);
    const { lead, activities, deals } = await call('leads.get', { id: leads[0]?.id ?? '' });
    expect(lead).toMatchObject({ company: 'Kingsley', stage: 'lead', nextStep: 'quote', nextStepOn: '2026-06-05' });
    expect(activities.map(({ typeId, note }) => [typeId, note])).toEqual([['inbound-call', 'about a staircase']]);
    expect(deals.map(({ amount, status }) => [amount, status])).toEqual([[1_200_000, 'open']]);
    await call('journal.undo', {});
    expect((await call('leads.list', {})).total).toBe(0);
  });

  it('gives a known lead what it lacks, and keeps a second number in the notes', async () => {
    const { call } = british();
    const { id } = await call('leads.create', {
      attributes: { firstName: 'Jane', lastName: 'Smith', phone: '020 7946 0000' },
    });
    const line = 'called Jane Smith @ Oak 07700 900555, no answer';
    await call('activities.logLine', asShown(await call('activities.parseLine', { line })));
    const { lead } = await call('leads.get', { id });
    expect([lead.company, lead.phone, lead.notes]).toEqual(['Oak', '020 7946 0000', 'Other phone: 07700 900555']);
  });

  it.each([
    ['Ann Poole found us on the website, called about a gate', 'website'],
    ['recommended by Joan Petty: Carl Ince, wants new gates', 'referral'],
    ['Bev Tarr, facebook message, how much is a shed', 'social'],
    ['Ann Poole called about the website', null],
  ])('says how somebody who is new found us: %s', async (line, channelId) => {
    const { call } = british();
    const { leads } = await call('activities.logLine', asShown(await call('activities.parseLine', { line })));
    expect((await call('leads.get', { id: leads[0]?.id ?? '' })).lead.channelId).toBe(channelId);
  });

  it('leaves the channel of a known lead as it is', async () => {
    const { call } = british();
    const { id } = await call('leads.create', { attributes: { firstName: 'Jane', lastName: 'Smith' } });
    const line = 'Jane Smith found us on the website, called about a gate';
    await call('activities.logLine', asShown(await call('activities.parseLine', { line })));
    expect((await call('leads.get', { id })).lead.channelId).toBeNull();
  });

  it.each([
    ['GBP', 'Europe/London', 'en-GB', '2026-12-05'],
    ['GBP', 'America/New_York', 'en-US', '2026-12-05'],
    ['EUR', 'Europe/Berlin', 'de-DE', '2026-12-05'],
    ['USD', 'Europe/Berlin', 'en-US', '2026-12-05'],
    ['USD', 'America/New_York', 'en-US', '2027-05-12'],
  ])('reads 5/12 as the workspace writes it: %s in %s, %s', async (currency, timeZone, locale, day) => {
    const { call } = aWorkspace({ timeZone, currency }, locale);
    const { step } = await call('activities.parseLine', { line: 'Ann Poole rang, quote by 5/12' });
    expect(step?.days.map(({ date }) => date)).toEqual([day]);
    expect((await call('nextSteps.parse', { text: 'quote by 5/12' })).days.map(({ date }) => date)).toEqual([day]);
  });

  it('says what the open deal is worth instead of opening a second one', async () => {
    const { call } = british();
    const { id } = await call('leads.create', { attributes: { firstName: 'Jane', lastName: 'Smith' } });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: null } });
    await call('activities.logLine', asShown(await call('activities.parseLine', { line: 'Jane Smith rang, 5k' })));
    const { deals } = await call('leads.get', { id });
    expect(deals.map(({ amount }) => amount)).toEqual([500_000]);
  });

  it('makes a type, once, and knows it by its name from then on', async () => {
    const { call } = british();
    const line = 'WhatsApp to Jane Smith: samples are here';
    const read = await call('activities.parseLine', { line });
    const newType = read.activity?.newType ?? { label: '', ourSide: false };
    expect(newType).toEqual({ label: 'WhatsApp message sent', ourSide: true });
    await call('activities.logLine', { ...asShown(read), activity: { newType } });
    const again = await call('activities.parseLine', { line });
    const made = (await call('activityTypes.list', {})).find(({ label }) => label === newType.label);
    expect(again.activity).toEqual({ word: 'WhatsApp', typeIds: [made?.id], newType: null, sure: true });
    await call('activities.logLine', { ...asShown(again), activity: { newType } });
    expect((await call('activityTypes.list', {})).filter(({ label }) => label === newType.label)).toHaveLength(1);
  });

  it('takes no text message for the type made of a WhatsApp message', async () => {
    const { call } = british();
    for (const label of ['WhatsApp message received', 'Voice message'])
      await call('activityTypes.save', { id: null, label, ourSide: false, impliesStage: null, archived: false });
    const line = 'text from Priya Shah asking price for a gate';
    const read = await call('activities.parseLine', { line });
    const newType = { label: 'Text message received', ourSide: false };
    expect(read.activity).toMatchObject({ newType });
    await call('activities.logLine', { ...asShown(read), activity: { newType } });
    const made = (await call('activityTypes.list', {})).find(({ label }) => label === newType.label);
    expect((await call('activities.parseLine', { line })).activity?.typeIds).toEqual([made?.id]);
  });

  it('keeps the campaign and the content it names, by the names of the workspace', async () => {
    const { call } = british();
    const fair = { channelId: 'trade-show', startsOn: null, endsOn: null };
    const { id: campaignId } = await call('campaigns.save', {
      id: null,
      ...fair,
      label: 'Bath Home Show',
      archived: false,
    });
    await call('campaigns.save', { id: null, ...fair, label: 'Old Home Show', archived: true });
    const { id } = await call('leads.create', { attributes: { firstName: 'Jane', lastName: 'Smith' } });
    await call('activities.log', { leadIds: [id], typeId: 'content-downloaded', content: 'Staircase guide' });
    const line = 'Jane Smith downloaded the staircase guide at the bath home show';
    const read = await call('activities.parseLine', { line });
    expect(read.campaign).toEqual({ text: 'bath home show', options: [campaignId], sure: true });
    expect(read.content).toEqual({ text: 'staircase guide', options: ['Staircase guide'], sure: true });
    await call('activities.logLine', asShown(read));
    const { activities } = await call('leads.get', { id });
    expect(activities.map(one => [one.campaignId, one.content, one.note])).toContainEqual([
      campaignId,
      'Staircase guide',
      null,
    ]);
    const old = await call('activities.parseLine', { line: 'met Jane Smith at the old home show' });
    expect(old.campaign?.options ?? []).not.toContain('Old Home Show');
    expect(old.campaign?.sure ?? false).toBe(false);
  });

  it('keeps how a household is addressed in the notes', async () => {
    const { call } = british();
    const { leads } = await call(
      'activities.logLine',
      asShown(await call('activities.parseLine', { line: 'Mr & Mrs Shah rang' })),
    );
    const { lead } = await call('leads.get', { id: leads[0]?.id ?? '' });
    expect([lead.firstName, lead.lastName, lead.notes]).toEqual([null, 'Shah', 'Name: Mr & Mrs Shah']);
  });

  it('refuses what cannot be, in a sentence, and stores nothing', async () => {
    const { appError, call } = british();
    const person = { id: null, attributes: { ...nobody, firstName: 'Dave' } };
    const call1 = { people: [person], activity: { typeId: 'call-made' } };
    expect(await appError('activities.logLine', { people: [person], activity: null })).toBe(
      'Say what happened, such as “called”, or what comes next.',
    );
    expect(
      await appError('activities.logLine', { ...call1, step: { what: 'quote', on: '0202-06-05', time: null } }),
    ).toBe('Choose a day from 1990 to 2199.');
    expect(await appError('activities.logLine', { ...call1, when: { date: '0202-06-05', time: null } })).toBe(
      'Choose a day from 1990 to 2199.',
    );
    expect(await appError('activities.logLine', { ...call1, when: { date: '2026-06-02', time: null } })).toBe(
      'This date is in the future. Plan a next step instead.',
    );
    expect((await call('leads.list', {})).total).toBe(0);
  });
});
