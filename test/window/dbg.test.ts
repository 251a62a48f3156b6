// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';
it('x', async () => {
  const window = await renderScreen('today', null, { before: ({ call }) =>
    call('leads.create', { attributes: { firstName: 'Jane', lastName: 'Smith', company: 'Oak Ltd' } }) });
  await window.keys('{Control>}l{/Control}');
  await window.at('Log activity').type('What happened', 'Jane Smith rang');
  await window.at('Log activity').sees('Inbound call by the lead');
  await window.keys('{Enter}');
  await new Promise(r => setTimeout(r, 3000));
  console.log(document.querySelector('[aria-label=Notifications]')?.textContent, window.calls.slice(-6));
  expect(1).toBe(1);
});
