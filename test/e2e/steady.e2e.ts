// A slow computer loses nothing: every control of every screen shows what it was given in the same frame, long before the
// answer, and what is done as fast as one can ends as the same work done slowly.
import { afterEach, describe, expect, it } from 'vitest';
import { changeControls, lookAtControls, prepareControls } from './support/controls.ts';
import { launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';
import { atRest } from './support/slow.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

let leadId = '';
const aFilledWorkspace = () =>
  aFileWith(async ({ call, at }) => {
    at('2026-02-20T09:00:00Z');
    const mara = (await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false })).id;
    await call('members.save', { id: null, name: 'Tom', side: 'both', archived: false });
    await call('settings.update', { actingAs: mara, holidays: ['2026-12-24'] });
    const channelId = (await call('channels.save', { id: null, label: 'Fair', archived: false })).id;
    const campaign = { id: null, channelId, label: 'Spring', startsOn: null, endsOn: null, archived: false };
    await call('campaigns.save', campaign);
    for (const label of ['Key account', 'Fair', 'Cold']) await call('tags.save', { id: null, label, archived: false });
    const field = { id: null, choices: [], archived: false };
    await call('customFields.save', { ...field, label: 'Machine', kind: 'text' });
    await call('customFields.save', { ...field, label: 'Visits', kind: 'number' });
    await call('customFields.save', { ...field, label: 'Wood', kind: 'choice', choices: ['Oak', 'Ash'] });
    const touches = [{ id: null, day: 0, label: 'Guide', subject: 'A guide', body: 'Hello' }];
    await call('nurture.savePlan', { id: null, label: 'Keep warm', archived: false, touches });
    for (const firstName of ['Ada', 'Bo', 'Cy', 'Di', 'Eve']) {
      const { id } = await call('leads.create', {
        attributes: { firstName, company: `${firstName} Ltd`, memberId: mara },
      });
      leadId = id;
    }
    await call('activities.log', { leadIds: [leadId], typeId: 'demo-requested' });
    const date = '2026-02-25';
    await call('meeting.saveItem', { date, id: null, text: 'Call the fair', memberId: mara, dueOn: null });
  });

type Place = { readonly path: string /** Pressed first, to see what opens. */; readonly open?: readonly string[] };
const places = (): readonly Place[] => [
  { path: '/today' },
  { path: '/board', open: ['Filter'] },
  { path: '/leads' },
  { path: '/leads', open: ['Columns'] },
  { path: `/lead/${leadId}` },
  { path: `/lead/${leadId}`, open: ['Add tag'] },
  { path: '/review' },
  ...['items', 'decisions', 'sla', 'last', 'minutes', 'close', 'channels', 'trends', 'what-if'].map(section => ({
    path: `/review/week.2026-02-23.${section}`,
  })),
  ...['rules', 'bar', 'learn', 'rejections', 'start', 'versions'].map(tab => ({ path: `/criteria/${tab}` })),
  { path: '/campaigns' },
  { path: '/settings' },
  { path: '/import' },
];

/**
 * All in `npm run test:slow`. In `npm test` a control that stands on several tabs of a screen is changed once, and what an
 * answer brings along is left out: a third of the time.
 */
const everything = process.env.RIPEN_ALL_SLOW === '1';
const rounds = everything ? 2 : 1;

describe('every control', () => {
  it('of every screen shows its new state in the same frame, and keeps it', { timeout: 900_000 }, async () => {
    ripen = await launchRipen({ workspace: await aFilledWorkspace(), now: today });
    const { page } = ripen;
    await prepareControls(page);
    const walked: string[] = [];
    const late: string[] = [];
    const fallen: string[] = [];
    const seenOn = new Map<string, Set<string>>();
    for (const { path, open = [] } of places()) {
      await page.evaluate(to => {
        location.hash = to;
      }, path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await atRest(ripen);
      for (const name of open) await page.getByRole('button', { name, exact: true }).first().click();
      const where = `${path}${open.length > 0 ? ` ${open.join(' ')}` : ''}`;
      const screen = everything ? where : path.split('/')[1];
      const seen = seenOn.get(screen ?? '') ?? new Set<string>();
      seenOn.set(screen ?? '', seen);
      // What an answer brings along is walked in the next round.
      for (let round = 0; round < rounds; round += 1) {
        const changes = await changeControls(page, seen);
        await atRest(ripen);
        const looks = await lookAtControls(
          page,
          changes.map(({ key }) => key),
        );
        for (const [at, { key, wanted, shown, before }] of changes.entries()) {
          walked.push(`${where}: ${key}`);
          if (shown !== wanted) late.push(`${where}: ${key}: wanted “${wanted}”, shown “${shown}”`);
          const after = looks[at] ?? null;
          // A field for a new row is free again; one button of a group gives way to the next.
          const mayDiffer = after === null || after.refused || after.state === '' || key.startsWith('radio');
          if (!mayDiffer && after.state === before && before !== wanted)
            fallen.push(`${where}: ${key}: back at “${after.state}”`);
        }
      }
    }
    console.log(`${walked.length} controls:\n${walked.join('\n')}`);
    expect({ late, fallen, troubles: ripen.troubles }).toEqual({ late: [], fallen: [], troubles: [] });
    expect(walked.length).toBeGreaterThan(100);
  });
});
