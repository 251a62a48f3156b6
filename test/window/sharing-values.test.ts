// @vitest-environment happy-dom
// What two computers changed at once outside a lead's fields: in words, with the value as the owner writes it, or named without values.
import { expect, it } from 'vitest';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { twoComputers } from '../support/shared-window.ts';

type Caller = { readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>> };

it('shows a deal, an activity and settings in words, and what has no words without its values', async () => {
  const { window, other, meet } = await twoComputers();
  const leadId = window.ids.opportunity as string;
  const deal = { leadId, name: 'Gates', probability: null, expectedClose: null };
  const { id } = await window.call('deals.save', { ...deal, id: null, amount: 100_000 });
  const logged = await window.call('activities.log', { leadIds: [leadId], typeId: 'call-made' });
  await window.call('sharing.meet', {});
  await other.call('sharing.meet', {});
  const work = async ({ call }: Caller, amount: number, typeId: string, answerWithinHours: number, mql: number) => {
    await call('deals.save', { ...deal, id, amount });
    await call('activities.update', { id: logged.ids[0] as string, typeId });
    await call('settings.update', { answerWithinHours, stageLimits: { mql } });
  };
  await work(window, 120_000, 'email-sent', 10, 6);
  other.clock.now += 60_000;
  await work(other, 130_000, 'meeting-held', 12, 7);
  await meet();

  window.menu('share-workspace');
  const panel = window.at('Sharing');
  await panel.sees('Deal amount', /1,300/, /1,200/, 'Activity type', 'Answer within, in hours', '12', '10');
  await panel.sees('Something else of the settings');
  const { activityTypes, values } = {
    activityTypes: await window.call('activityTypes.list', {}),
    values: (await window.call('overruled.list', { leadId: null })).values,
  };
  for (const typeId of ['email-sent', 'meeting-held'])
    await panel.sees(activityTypes.find(type => type.id === typeId)?.label as string);
  await panel.misses('130000', '120000', 'email-sent', '"mql"');
  const hidden = values.find(({ kind }) => kind === 'hidden');
  expect(hidden).toMatchObject({ key: 'setting.value', value: null, stands: null, canUse: false });
  expect(await other.raw('overruled.use', { id: hidden?.id ?? '' })).toMatchObject({ ok: false });

  await panel.press(/^Use this value: .*1,200 as Deal amount$/);
  await window.sees(/Deal amount set to .*1,200\./);
  await panel.press('Hide the note about: Something else of the settings');
  await panel.misses('Something else of the settings');
  const { deals } = await window.call('leads.get', { id: leadId });
  expect(deals.find(one => one.id === id)?.amount).toBe(120_000);
  await window.goTo('lead', leadId);
  await window.press('History');
  await window.at('History').sees(/Activity type: .*\(Mara\), replaced by .*\(Priya\)/);
});
