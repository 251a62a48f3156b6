// A slow computer loses nothing: every control of every screen shows what it was given in the same frame, long before the
// answer, and what is done as fast as one can ends as the same work done slowly.
import { afterEach, describe, expect, it } from 'vitest';
import { type Changed, changeControl, keysOf, lookAt, prepareControls } from './support/controls.ts';
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
  { path: `/lead/${leadId}`, open: ['Tag'] },
  { path: '/review' },
  ...['items', 'decisions', 'sla', 'last', 'minutes', 'close', 'channels', 'trends', 'what-if'].map(section => ({
    path: `/review/week.2026-02-23.${section}`,
  })),
  ...['rules', 'bar', 'learn', 'rejections', 'start', 'versions'].map(tab => ({ path: `/criteria/${tab}` })),
  { path: '/campaigns' },
  { path: '/settings' },
  { path: '/import' },
];

/** Changes each control that has not been seen yet, one right after the other. */
async function changeAll(page: Ripen['page'], seen: Set<string>): Promise<readonly Changed[]> {
  const changes: Changed[] = [];
  for (;;) {
    const left = (await keysOf(page)).filter(one => !seen.has(one));
    // Radio buttons last: some of them show another part of the screen.
    const key = left.find(one => !one.startsWith('radio')) ?? left[0];
    if (key === undefined || seen.size > 400) return changes;
    seen.add(key);
    const changed = await changeControl(page, key);
    if (changed) changes.push(changed);
  }
}

describe('every control', () => {
  it('of every screen shows its new state in the same frame, and keeps it', { timeout: 900_000 }, async () => {
    ripen = await launchRipen({ workspace: await aFilledWorkspace(), now: today });
    const { page } = ripen;
    await prepareControls(page);
    const walked: string[] = [];
    const late: string[] = [];
    const fallen: string[] = [];
    for (const { path, open = [] } of places()) {
      await page.evaluate(to => {
        location.hash = to;
      }, path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await atRest(ripen);
      for (const name of open) await page.getByRole('button', { name, exact: true }).first().click();
      const seen = new Set<string>();
      // What an answer brings along is walked in the next round.
      for (let round = 0; round < 2; round += 1) {
        const changes = await changeAll(page, seen);
        await atRest(ripen);
        const where = `${path}${open.length > 0 ? ` ${open.join(' ')}` : ''}`;
        for (const { key, wanted, shown, before } of changes) {
          walked.push(`${where}: ${key}`);
          if (shown !== wanted) late.push(`${where}: ${key}: wanted “${wanted}”, shown “${shown}”`);
          const after = await lookAt(page, key);
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
