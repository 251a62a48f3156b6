// @vitest-environment happy-dom
// The log box as one line: typed as one would say it, shown part by part, asked where it is not clear, written in one step.
import { expect, it } from 'vitest';
import { longestLogLine } from '../../shared/log-line.ts';
import { type RenderedScreen, renderScreen } from '../support/render-screen.ts';

const openLog = '{Control>}l{/Control}';
const box = (window: RenderedScreen) => window.at('Log activity');
const line = (window: RenderedScreen, text: string) => box(window).type('What happened', text);

async function openLine(text: string, options: Parameters<typeof renderScreen>[2] = {}): Promise<RenderedScreen> {
  const window = await renderScreen('today', null, options);
  await window.keys(openLog);
  await line(window, text);
  return window;
}

const leadNamed = async ({ call }: RenderedScreen, search: string) => {
  const [row] = (await call('leads.list', { search })).rows;
  return call('leads.get', { id: row?.id ?? '' });
};
/** A person with a name of two words. */
const jane: Parameters<typeof renderScreen>[2] = {
  before: ({ call }) =>
    call('leads.create', { attributes: { firstName: 'Jane', lastName: 'Smith', company: 'Oak Ltd' } }),
};

it('shows each part of a line, logs all of it on Enter, and one Undo takes all of it back', async () => {
  const window = await openLine('dave @ kingsley rang about a staircase, 12k, quote by friday');
  await box(window).sees(
    'Person Dave new',
    'Company Kingsley',
    'Activity Inbound call by the lead',
    'When now',
    'Note about a staircase',
    'Deal €12,000 new',
    'Next step quote Fri, Jul 3',
  );
  await window.keys('{Enter}');
  await window.sees('Logged: Inbound call, Dave. New lead added. Deal: €12,000. Next step: quote, Jul 3.');
  const { lead, activities, deals } = await leadNamed(window, 'Kingsley');
  expect(lead).toMatchObject({ firstName: 'Dave', nextStep: 'quote', nextStepOn: '2026-07-03' });
  expect(activities.map(({ typeId, note }) => [typeId, note])).toEqual([['inbound-call', 'about a staircase']]);
  expect(deals.map(({ amount }) => amount)).toEqual([1_200_000]);
  await window.undo();
  await window.sees('Undone: log activity');
  expect((await window.call('leads.list', { search: 'Kingsley' })).total).toBe(0);
});

it('asks before it makes a second person of somebody who is spelled alike', async () => {
  const window = await openLine('Jane Smiht rang about a gate', jane);
  await box(window).sees('Did you mean Jane Smith (Oak Ltd)? Press Enter to answer.');
  await window.keys('{Enter}');
  await box(window).sees('Add “Jane Smiht” as a new lead');
  expect((await window.call('leads.list', { search: 'Smiht' })).total).toBe(0);
  await window.keys('1');
  await window.sees('Logged: Inbound call, Jane Smith.');
  expect((await leadNamed(window, 'Jane Smith')).activities[0]).toMatchObject({ note: 'about a gate' });
});

it('keeps a range in the note when one end of it becomes the deal', async () => {
  const window = await openLine('Jane Smith rang about a loft, 3-4k', jane);
  await window.keys('{Enter}');
  await box(window).sees('How much is “3-4k”?');
  await window.keys('1');
  await window.sees('Logged: Inbound call, Jane Smith. Deal: €3,000.');
  const { activities, deals } = await leadNamed(window, 'Jane Smith');
  expect(activities[0]).toMatchObject({ note: 'about a loft, 3-4k' });
  expect(deals.map(({ amount }) => amount)).toEqual([300_000]);
});

it('makes a second person where that is the answer', async () => {
  const window = await openLine('Jane Smiht rang', jane);
  await window.keys('{Enter}');
  await box(window).press(/Add “Jane Smiht” as a new lead/);
  await window.sees('Logged: Inbound call, Jane Smiht. New lead added.');
});

it('asks with two keys who called, where the line does not say', async () => {
  const window = await openLine('call with Jane Smith', jane);
  await window.keys('{Enter}');
  await box(window).sees('Call made by you', 'Inbound call by the lead');
  await window.keys('2');
  await window.sees('Logged: Inbound call, Jane Smith.');
});

it('opens the whole list where no word fits, and makes a type of what is typed there', async () => {
  const window = await openLine('Jane Smith frobnicated', jane);
  await window.keys('{Enter}');
  await box(window).sees('What happened?', 'Website visit', 'Proposal sent', 'Note frobnicated');
  await box(window).type('Search types, or name a new one', 'Frobnication');
  await box(window).press(/Make “Frobnication” a type by the lead/);
  await window.sees('Logged: Frobnication, Jane Smith.');
  const types = await window.call('activityTypes.list', {});
  expect(types.find(({ label }) => label === 'Frobnication')).toMatchObject({ ourSide: false });
});

it('changes each part by a key or a click', async () => {
  const window = await openLine('Jane Smith rang about a gate, 2k, quote by friday', jane);
  await box(window).sees('Inbound call by the lead');
  await window.keys('{Alt>}[Digit3]{/Alt}');
  await box(window).type('Search types, or name a new one', 'call made');
  await window.keys('{Enter}');
  await box(window).sees('Call made by you');
  await window.keys('{Alt>}[Digit4]{/Alt}');
  await box(window).type('A day, such as last Friday 3pm', 'last month');
  await box(window).sees('Fri, May 29');
  await window.keys('{Enter}');
  await box(window).press(/^Note/);
  await box(window).type('Note', 'about two gates');
  await window.keys('{Enter}');
  await box(window).press(/^Deal/);
  await box(window).press(/No deal/);
  await box(window).press(/^Next step/);
  await box(window).type('Day', 'tuesday 3pm');
  await box(window).sees('tomorrow (Tue, Jun 30), 15:00');
  await window.keys('{Enter}');
  await window.keys('{Enter}');
  await window.sees('Logged: Call made, Jane Smith. Next step: quote, Jun 30 15:00.');
  const { lead, activities, deals } = await leadNamed(window, 'Jane Smith');
  expect(activities[0]).toMatchObject({ typeId: 'call-made', note: 'about two gates, 2k' });
  expect(new Date(activities[0]?.at ?? 0).toISOString().slice(0, 10)).toBe('2026-05-29');
  expect([deals, lead.nextStepTime]).toEqual([[], '15:00']);
});

it.each([
  ['Jane Smith called, 12 doors at €185 each', 'Is “€185” the whole amount, or the price of one?'],
  ['Jane Smith called, 2 floors, €12,000/floor', 'Is “€12,000” the whole amount, or the price of one?'],
  ['Jane Smith called, 4 chairs @ €1,200', 'Is “€1,200” the whole amount, or the price of one?'],
  ['Jane Smith called, €12,000?', 'Is “€12,000” the amount of the deal?'],
  ['Jane Smith called, about 1800', 'Is “1800” an amount of money?'],
])('asks of "%s": %s', async (text, question) => {
  const window = await openLine(text, jane);
  await box(window).sees(question);
  await window.keys('{Enter}');
  await box(window).sees(question, 'No deal');
});

it('has a key for each part, and for each person and company one after the other', async () => {
  const window = await openLine('Ann Lee @ Oak Ltd, Bob Ray @ Elm Ltd and Cy Fox recommended by Jane Smith');
  const shortcuts = () =>
    [...document.querySelectorAll('[aria-label="What the line says"] button')].map(button => [
      button.querySelector('span span')?.textContent,
      button.getAttribute('aria-keyshortcuts'),
    ]);
  await box(window).sees('Channel Referral');
  expect(shortcuts().every(([, key]) => /^Alt\+\d$/.test(key ?? ''))).toBe(true);
  expect(Object.fromEntries(shortcuts())).toMatchObject({ Person: 'Alt+1', Company: 'Alt+2', Channel: 'Alt+8' });
  const open = () =>
    document.querySelector('[aria-label="What the line says"] [aria-expanded="true"]')?.textContent ?? null;
  const people = shortcuts().filter(([label]) => label === 'Person').length;
  const seen: (string | null)[] = [];
  for (let press = 0; press <= people; press++) {
    await window.keys('{Alt>}1{/Alt}');
    seen.push(open());
  }
  expect(people).toBeGreaterThan(1);
  expect(new Set(seen).size).toBe(people);
  expect(seen.at(-1)).toBe(seen[0]);
  await window.keys('{Alt>}8{/Alt}');
  expect(open()).toMatch(/^Channel/);
});

it('asks what an amount is where the lead has an open deal of another one', async () => {
  const window = await openLine('Jane Smith rang, 5k', {
    before: async ({ call }) => {
      const { id } = await call('leads.create', { attributes: { firstName: 'Jane', lastName: 'Smith' } });
      await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 300_000 } });
    },
  });
  await window.keys('{Enter}');
  await box(window).sees('Jane Smith has an open deal of €3,000. What is €5,000?', 'Change the open deal to €5,000');
  await window.keys('1');
  await window.sees('Logged: Inbound call, Jane Smith. Deal: €5,000.');
  expect((await leadNamed(window, 'Jane Smith')).deals.map(({ amount }) => amount)).toEqual([500_000]);
});

it('keeps what was typed on Escape, for each form and each lead apart, in the memory of the window alone', async () => {
  const window = await openLine('Jane Smith rang about a gate');
  await window.keys('{Escape}');
  await window.misses('Log activity Person');
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('gate');
  await window.keys(openLog);
  await box(window).has('What happened', 'Jane Smith rang about a gate');
  await box(window).sees('Your draft is back.');
  await box(window).press('Use three fields');
  await box(window).type('Note', 'Asked twice');
  await window.keys('{Escape}{Control>}l{/Control}');
  await box(window).has('Note', 'Asked twice');
  await box(window).press('Use one line');
  await box(window).has('What happened', 'Jane Smith rang about a gate');
  await box(window).press('Use three fields');
  await box(window).has('Note', 'Asked twice');
  await box(window).press('Use one line');
  await box(window).press('Discard draft');
  await window.keys('{Escape}{Control>}l{/Control}');
  await box(window).has('What happened', '');
});

it('brings the line back as a draft where it could not be written', async () => {
  const window = await openLine('Jane Smith rang', jane);
  window.refuse('activities.logLine', 'The disk is full.');
  await window.keys('{Enter}');
  await window.sees('Not logged. The disk is full. Your text is kept.');
  await window.press('Open it again');
  await box(window).has('What happened', 'Jane Smith rang');
});

it('remembers which form is preferred', async () => {
  const window = await openLine('');
  await box(window).press('Use three fields');
  await window.keys('{Escape}{Control>}l{/Control}');
  await box(window).has('Who', '');
});

it('says what a pasted line leaves out, and nothing when all of it fits', async () => {
  const window = await openLine('Dave rang ');
  const field = await box(window).field('What happened');
  await window.user.click(field);
  await window.user.paste('x'.repeat(longestLogLine));
  await box(window).sees('Only the first 2,000 characters fit here. The last 10 did not fit.');
  expect((field as HTMLInputElement).value).toHaveLength(longestLogLine);
  await line(window, 'Dave rang');
  await box(window).misses('did not fit');
});
