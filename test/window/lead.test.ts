// @vitest-environment happy-dom
// The page of a lead, and its dialogs: each is opened, answered as a person does, and what it wrote is in the file.
import { describe, expect, it } from 'vitest';
import { erasedWords } from '../../renderer/parts/privacy/erase-words.ts';
import { unsaved } from '../../renderer/ui/fields/unsaved.ts';
import { finishErasingJob } from '../../shared/privacy.ts';
import { renderScreen } from '../support/render-screen.ts';

type Who = 'lead' | 'mql' | 'opportunity' | 'customer';

/** The page of one of the leads of the filled workspace. */
async function leadPage(who: Who) {
  const window = await renderScreen('lead');
  await window.goTo('lead', window.ids[who]);
  await window.sees({ lead: 'Di Log', mql: 'Ada Log', opportunity: 'Bo Log', customer: 'Cy Log' }[who]);
  const get = () => window.call('leads.get', { id: window.ids[who] });
  return { window, get, lead: async () => (await get()).lead };
}

describe('headings', () => {
  it('skip no level, on the page and in the panel', async () => {
    const { window } = await leadPage('opportunity');
    const levels = () =>
      [...document.querySelectorAll('h1, h2, h3, h4')].map(heading => Number(heading.tagName.slice(1)));
    await window.sees('Privacy');
    const page = levels();
    expect(page).toContain(2);
    expect(page.filter((level, at) => level > (page[at - 1] ?? 0) + 1)).toEqual([]);
    await window.goTo('leads', `with/${window.ids.opportunity}`);
    await expect.poll(() => document.querySelector('#privacy')?.tagName).toBe('H3');
  });
});

it('says that an activity gave no points, not that there was none', async () => {
  const window = await renderScreen('lead', null, {
    start: 'empty',
    before: async ({ call }) => {
      const { id } = await call('leads.create', { attributes: { firstName: 'Joan' } });
      await call('activities.log', { leadIds: [id], typeId: 'call-made' });
      return id;
    },
  });
  const [joan] = (await window.call('leads.list', {})).rows;
  await window.goTo('lead', joan?.id ?? '');
  await window.sees('Why 0', 'No points from activity yet.');
});

it('what adds points only together is named, and the first of it is asked', async () => {
  const window = await renderScreen('lead', null, {
    before: async ({ call }) => {
      const { criteria } = (await call('criteria.current', {})).version;
      const fit = [
        { id: 'p1', field: 'region' as const, test: { test: 'is' as const, value: 'Bavaria' }, points: 200 },
        { id: 'p2', field: 'website' as const, test: { test: 'is-known' as const }, points: 200 },
      ];
      const named = { id: 'p0', field: 'firstName' as const, test: { test: 'is-known' as const }, points: 300 };
      await call('criteria.changeDraft', {
        changes: [
          ...criteria.fit.map(({ id }) => ({ part: 'fit' as const, id, rule: null })),
          { part: 'personas', id: 'a', rule: { label: 'Named', fit: [named] } },
          { part: 'personas', id: 'b', rule: { label: 'Bavarian', fit } },
        ],
      });
      await call('criteria.publish', { jobId: 'p', reason: 'Personas' });
    },
  });
  await window.goTo('lead', window.ids.lead);
  await window.sees(/up to 410 if region and website are known\./, 'Region');
});

describe('moving', () => {
  it('accepting asks for what is known of the need, and moves with the answers', async () => {
    const { window, lead } = await leadPage('mql');
    await window.press('Accept');
    const dialog = window.at('Accept: Ada');
    await dialog.at('Need').press('Yes');
    await dialog.type('Need, note', 'A faster mill');
    await dialog.type('Budget', 'much');
    await dialog.press('Accept');
    await dialog.sees('Enter an amount such as 1,200.50.');
    await dialog.type('Budget', '2,500.50');
    await dialog.press('Accept');
    await window.sees('Ada is now an SQL.');
    expect(await lead()).toMatchObject({
      stage: 'sql',
      need: 'yes',
      needNote: 'A faster mill',
      budget: 250_050,
      authority: 'unknown',
      memberId: window.ids.member,
    });
    await window.undo();
    await expect.poll(async () => (await lead()).stage).toBe('mql');
  });

  it('rejecting asks for a reason and a day, and puts the lead on a plan', async () => {
    const { window, lead, get } = await leadPage('mql');
    await window.press('Reject');
    const dialog = window.at('Reject: Ada');
    await dialog.press('Reject');
    await dialog.sees('Choose a reason.');
    await dialog.press('Bad timing');
    await dialog.type('Follow up on, day', '2026-06-29');
    await dialog.press('Reject');
    await dialog.sees('Choose a follow-up day after today.');
    await dialog.press('In a month');
    await dialog.press('Keep warm');
    await dialog.type('Note', 'After the fair');
    await dialog.press('Reject');
    await window.sees('Ada is in Nurture until Jul 29: bad timing.');
    expect(await lead()).toMatchObject({ stage: 'nurture', nurtureUntil: '2026-07-29' });
    expect((await get()).stageChanges.at(-1)).toMatchObject({ to: 'nurture', note: 'After the fair' });
    expect((await window.call('nurture.ofLead', { leadId: window.ids.mql })).plan?.label).toBe('Keep warm');
  });

  it('rejecting for a reason that starts a plan shows it, and lets it be none', async () => {
    const { window } = await leadPage('mql');
    const plan = async () => (await window.call('nurture.ofLead', { leadId: window.ids.mql })).plan;
    await window.call('nurture.savePlan', {
      id: window.ids.plan,
      starts: { download: null, rejected: ['bad-timing'] },
    });
    await window.press('Reject');
    const dialog = window.at('Reject: Ada');
    await dialog.press('Too small');
    await dialog.misses('starts by itself');
    await dialog.press('Bad timing');
    await dialog.sees('“Keep warm” starts by itself for this reason');
    await dialog.press('Reject');
    await window.sees('Started by itself on', 'sales rejected them (Bad timing)');
    await window.sees('“Keep warm” started by itself for Ada, after the rejection by sales.');
    await window.undo();
    await expect.poll(plan).toBe(null);
    await window.press('Reject');
    await window.at('Reject: Ada').press('Bad timing');
    await window.at('Reject: Ada').press('None');
    await window.at('Reject: Ada').press('Reject');
    await expect.poll(async () => (await window.call('leads.get', { id: window.ids.mql })).lead.stage).toBe('nurture');
    expect(await plan()).toBe(null);
  });

  it('letters typed on a reason are the note, and their spaces choose no reason', async () => {
    const { window, lead } = await leadPage('mql');
    await window.press('Reject');
    const dialog = window.at('Reject: Ada');
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('radio');
    await window.keys('no b{Enter}');
    await dialog.has('Note', 'no b');
    await dialog.sees('Choose a reason.');
    expect((await lead()).stage).toBe('mql');
  });

  it('a note that Escape left in the box comes back, and is gone once it was written', async () => {
    const { window, lead } = await leadPage('mql');
    await window.press('Reject');
    await window.at('Reject: Ada').type('Note', 'Wants oak, not beech');
    await window.keys('{Escape}');
    await expect.poll(() => document.querySelector('[data-asked=reject]')).toBe(null);
    await window.press('Reject');
    const dialog = window.at('Reject: Ada');
    await dialog.has('Note', 'Wants oak, not beech');
    await dialog.press('Bad timing');
    await dialog.press('Reject');
    await expect.poll(async () => (await lead()).stage).toBe('nurture');
    await window.undo();
    await expect.poll(async () => (await lead()).stage).toBe('mql');
    await window.press('Reject');
    await window.at('Reject: Ada').has('Note', '');
  });

  it('what was typed over an older amount or budget does not come back over the newer one', async () => {
    const { window, lead, get } = await leadPage('opportunity');
    const [deal] = (await get()).deals;
    if (!deal) throw new Error('They have no deal.');
    const { id: dealId, leadId, name, expectedClose, probability } = deal;
    await window.press('Win');
    await window.at('Won: Bo').type('Won amount', '900');
    await window.at('Won: Bo').type('Why', 'The price');
    await window.keys('{Escape}');
    await window.call('deals.save', { id: dealId, leadId, name, expectedClose, probability, amount: 300_000 });
    await window.press('Win');
    await window.at('Won: Bo').has('Won amount', '€3,000');
    // What stood over nothing is still what was typed.
    await window.at('Won: Bo').has('Why', 'The price');
    await window.at('Won: Bo').press('Won');
    await expect.poll(async () => (await get()).deals[0]?.amount).toBe(300_000);
    expect((await lead()).stage).toBe('customer');

    const mql = await leadPage('mql');
    await mql.window.press('Accept');
    await mql.window.at('Accept: Ada').type('Budget', '100');
    await mql.window.at('Accept: Ada').at('Need').press('Yes');
    await mql.window.at('Accept: Ada').type('Need, note', 'Old need');
    await mql.window.keys('{Escape}');
    const { id } = await mql.lead();
    await mql.window.call('leads.update', { id, attributes: { budget: 700_000, needNote: 'New need' } });
    await mql.window.press('Accept');
    await mql.window.at('Accept: Ada').has('Budget', '€7,000');
    await mql.window.at('Accept: Ada').has('Need, note', 'New need');
    await mql.window.at('Accept: Ada').press('Cancel');
  });

  it('Cancel drops what was typed, Escape keeps it, and of a lead that is gone nothing is kept', async () => {
    const { window, lead } = await leadPage('mql');
    const kept = () => unsaved.list().filter(({ text }) => text.startsWith('No money'));
    await window.press('Reject');
    await window.at('Reject: Ada').type('Note', 'No money');
    await window.at('Reject: Ada').press('Cancel');
    expect(kept()).toEqual([]);
    await window.press('Reject');
    await window.at('Reject: Ada').has('Note', '');
    await window.at('Reject: Ada').type('Note', 'No money at all');
    await window.keys('{Escape}');
    expect(kept()).toEqual([{ label: 'Reject: Ada', text: 'No money at all' }]);
    await window.call('leads.update', { id: (await lead()).id, attributes: { city: 'Graz' } });
    expect(kept()).toHaveLength(1);
    await window.call('leads.remove', { ids: [(await lead()).id] });
    await expect.poll(kept).toEqual([]);
  });

  it('winning takes the amount of the deal, losing asks why', async () => {
    const { window, lead, get } = await leadPage('opportunity');
    await window.press('Lose');
    await window.at('Lost: Bo').press('Mark as lost');
    await window.at('Lost: Bo').sees('Choose a reason.');
    await window.at('Lost: Bo').press('Cancel');
    await window.press('Win');
    const dialog = window.at('Won: Bo');
    await dialog.has('Won amount', '€1,200');
    await dialog.type('Why', 'The price');
    await dialog.press('Won');
    await window.sees('Bo is now a Customer: €1,200.');
    expect((await lead()).stage).toBe('customer');
    expect((await get()).deals[0]).toMatchObject({ status: 'won', amount: 120_000 });
  });

  it('back from a deal asks what becomes of it', async () => {
    const { window, get } = await leadPage('opportunity');
    await window.press('Move');
    await window.press('SQL');
    const dialog = window.at('Move back: Bo');
    await dialog.sees('The deal of €1,200');
    await dialog.has('Keep it open', 'on');
    await dialog.press('Mark it lost');
    await dialog.type('Why', 'They wait');
    await dialog.press('Back to SQL');
    await window.sees('Bo is now an SQL.');
    expect((await get()).deals[0]).toMatchObject({ status: 'lost' });
  });

  it('a customer may buy again, and stays a customer', async () => {
    const { window, get } = await leadPage('customer');
    await window.press('Move');
    await window.press('Opportunity');
    const dialog = window.at('New opportunity: Cy');
    await dialog.type('Amount', '300');
    await dialog.type('Expected close', '2026-08-01');
    await dialog.type('Deal', 'A second mill');
    await dialog.press('Open deal');
    await window.sees('Cy: new deal of €300. Still a customer.');
    const { lead, deals } = await get();
    expect(lead.stage).toBe('customer');
    expect(deals.find(({ status }) => status === 'open')).toMatchObject({
      name: 'A second mill',
      amount: 30_000,
      expectedClose: '2026-08-01',
    });
  });
});

describe('deals', () => {
  it('one is changed in its dialog, which says what it cannot read', async () => {
    const { window, get } = await leadPage('opportunity');
    await window.press('Actions for Quay');
    await window.press('Change…');
    const dialog = window.at('Deal');
    await dialog.has('Amount', '€1,200');
    await dialog.has('Expected close', '2026-07-15');
    await dialog.type('Probability, %', '120');
    await dialog.press('Save');
    await dialog.sees('A probability is a number from 0 to 100.');
    await dialog.type('Probability, %', '80');
    await dialog.type('Amount', 'x');
    await dialog.press('Save');
    await dialog.sees('Enter an amount such as 1,200.50.');
    await dialog.type('Amount', '1,500');
    await dialog.press('Save');
    await window.sees('Deal saved.');
    await window.sees('80 %', '€1,500');
    expect((await get()).deals[0]).toMatchObject({ name: 'Quay', amount: 150_000, probability: 80 });
  });

  it('one is won for another amount, and another is lost for a reason', async () => {
    const { window, get } = await leadPage('opportunity');
    await window.press('Actions for Quay');
    await window.press('Won…');
    await window.at('Won').type('Won amount', '1,300');
    await window.at('Won').press('Won');
    await window.sees('Won: Quay.');
    await window.press(/^New (deal|opportunity)/);
    await window.at('Deal').type('Deal', 'Second');
    await window.at('Deal').press('Open deal');
    await window.press('Actions for Second');
    await window.press('Lost…');
    await window.at('Lost').press('Lost');
    await window.at('Lost').sees('Choose a reason.');
    await window.at('Lost').press('Price');
    await window.at('Lost').press('Lost');
    await window.sees('Lost: Second.');
    const deals = (await get()).deals.map(({ name, status, amount, reason }) => ({ name, status, amount, reason }));
    expect(deals).toContainEqual({ name: 'Quay', status: 'won', amount: 130_000, reason: null });
    expect(deals).toContainEqual({ name: 'Second', status: 'lost', amount: null, reason: 'price' });
  });
});

describe('tags, next steps, plans', () => {
  it('a tag is taken away, and another is made and added', async () => {
    const { window, get } = await leadPage('mql');
    await window.press('Remove tag Fair');
    await window.sees('Tag “Fair” removed.');
    expect((await get()).tagIds).toEqual([]);
    await window.press('Add tag');
    await window.press(/^Fair/);
    await expect.poll(async () => (await get()).tagIds).toEqual([window.ids.tag]);
  });

  it('a next step is planned with a day and a time, changed, and removed', async () => {
    const { window } = await leadPage('lead');
    const steps = () => window.call('nextSteps.ofLead', { leadId: window.ids.lead });
    await window.press('Plan next step');
    const dialog = window.at('Next step: Di');
    await dialog.has('When, day', '2026-06-30');
    await dialog.type('What', 'Ring');
    await dialog.type('When, day', '2026-07-06');
    await dialog.type('Time', '14:30');
    await dialog.press('Save');
    await window.sees('Next step for Di: Ring, Jul 6, 14:30.');
    expect(await steps()).toMatchObject([{ what: 'Ring', on: '2026-07-06', time: '14:30' }]);
    await window.press('Change next step: Ring');
    await dialog.type('What', 'Visit');
    await dialog.press('Save as another');
    await expect.poll(async () => (await steps()).map(({ what }) => what)).toEqual(['Ring', 'Visit']);
    await window.misses('Save as another');
    await window.press('Change next step: Visit');
    await dialog.press('Remove');
    await window.sees('Next step for Di removed.');
    expect((await steps()).map(({ what }) => what)).toEqual(['Ring']);
  });

  it('a nurture plan is started on the day that is chosen', async () => {
    const { window } = await leadPage('mql');
    await window.press('Add to plan');
    const dialog = window.at('Nurture plan: Ada');
    await dialog.press('In a week');
    await dialog.sees('Guide Jul 6. You send each one yourself');
    await dialog.press('Add to plan');
    await window.sees('Ada: “Keep warm” from Jul 6.');
    const { plan } = await window.call('nurture.ofLead', { leadId: window.ids.mql });
    expect(plan?.touches[0]).toMatchObject({ dueOn: '2026-07-06' });
  });
});

describe('the score', () => {
  it('is adjusted with a reason, and says what it cannot read', async () => {
    const { window, get } = await leadPage('lead');
    await window.press('Adjust score');
    const dialog = window.at('Adjust score: Di');
    await dialog.type('Points', '1.5');
    await dialog.press('Save adjustment');
    await dialog.sees('Enter a whole number from −1000 to 1000, other than 0.');
    await dialog.type('Points', '−7');
    await dialog.press('Save adjustment');
    await dialog.sees('Enter a reason (shown on the receipt).');
    await dialog.type('Why', 'A competitor');
    await dialog.press('Save adjustment');
    await window.sees('7 points subtracted from Di.');
    expect((await get()).scoreAdjustments).toMatchObject([{ points: -7, reason: 'A competitor' }]);
    await window.press('Remove adjustment: A competitor');
    await expect.poll(async () => (await get()).scoreAdjustments).toEqual([]);
  });

  it('a lead is excluded from MQL, and allowed again', async () => {
    const { window, lead } = await leadPage('lead');
    await window.press('Exclude from MQL');
    const dialog = window.at('Exclude from MQL: Di');
    await dialog.press('Exclude from MQL');
    await dialog.sees('Enter a reason.');
    await dialog.type('Why', ' Supplier ');
    await dialog.press('Exclude from MQL');
    await window.sees('Di excluded from MQL.');
    expect((await lead()).mqlExclusion).toBe('Supplier');
    await window.press(/^(Change|Excluded|Exclude)/);
    await dialog.has('Why', 'Supplier');
    await dialog.press('Allow MQL again');
    await window.sees('Di may become MQL again.');
    expect((await lead()).mqlExclusion).toBeNull();
  });
});

it('erasing asks for the name, and then nobody of it is left', async () => {
  const { window } = await leadPage('lead');
  await window.press('Erase person');
  const dialog = window.at('Erase Di');
  await dialog.sees('What goes', 'What stays');
  await dialog.type('Type Di to confirm', 'Do');
  await window.keys('{Enter}');
  await dialog.sees('Type Di to confirm.');
  await dialog.type('Type Di to confirm', 'Di');
  await dialog.press('Erase for good');
  await window.sees('Di was erased. This cannot be undone.');
  expect((await window.call('leads.list', { search: 'Di' })).rows.map(({ name }) => name)).not.toContain('Di');
});

it('what a person forbids is saved and said in the head of the page', async () => {
  const { window } = await leadPage('lead');
  const privacy = () => window.call('privacy.ofLead', { id: window.ids.lead });
  await window.fill('Do not contact', 'Asked by phone');
  await window.sees('This lead asked not to be contacted.');
  await window.fill('Do not score', 'A competitor');
  await expect.poll(async () => (await privacy()).doNotScore).toBe('A competitor');
  await window.fill('Consent source', 'Fair');
  await expect.poll(privacy).toMatchObject({ doNotContact: 'Asked by phone', consentSource: 'Fair' });
});

it('the pages of a lead open, those that are known', async () => {
  const { window } = await leadPage('lead');
  await window.fill('Website', 'mill.example');
  await window.press('Website');
  await expect.poll(() => window.opened).toEqual(['https://mill.example/']);
  expect(window.offers()).not.toContain('button LinkedIn');
});

it('what an activity was about is edited in the timeline', async () => {
  const { window, get } = await leadPage('lead');
  await window.press('History');
  await window.press('Edit Website visit');
  const sheet = window.at('Edit activity');
  await sheet.type('Content', 'Price list');
  await sheet.type('Note', 'Twice');
  await sheet.press('Save');
  await window.sees('Website visit: Price list');
  expect((await get()).activities[0]).toMatchObject({ content: 'Price list', note: 'Twice' });
});

it('erasing says when the person is gone and the file is being overwritten, and can be stopped', async () => {
  const { window } = await leadPage('lead');
  await window.press('Erase person');
  const dialog = window.at('Erase Di');
  await dialog.type('Type Di to confirm', 'Di');
  const release = window.hold('privacy.erase');
  await dialog.press('Erase for good');
  await dialog.sees('Erased. Overwriting what was deleted; if you stop or close Ripen, the next start goes on with it');
  await dialog.press('Stop');
  await dialog.sees('Stopping');
  expect(window.calls).toContain('privacy.cancel');
  release();
  await window.sees('Di was erased. This cannot be undone.');
});

it('finishing an erasure after a start is shown over every screen, with the way to stop it', async () => {
  const { window } = await leadPage('lead');
  const job = { jobId: finishErasingJob, phase: 'wiping', total: 300 };
  window.tell({ ...job, done: 20 });
  await window.sees(
    'Overwriting what an erasure has deleted; if you stop, the next start goes on with it',
    '20 of 300 MB',
  );
  await window.goTo('leads');
  await window.press('Stop');
  expect(window.calls).toContain('privacy.cancel');
  window.tell({ ...job, done: 300 });
  await window.misses('Overwriting what an erasure has deleted; if you stop, the next start goes on with it');
});

it('what is said at the end of erasing names what is left', () => {
  expect(erasedWords('Di', true)).toBe('Di was erased. This cannot be undone.');
  expect(erasedWords('Di', false)).toMatch(/^Di was erased\..* Ripen does that when you open this workspace next\.$/);
});
