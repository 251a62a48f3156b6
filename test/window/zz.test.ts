// @vitest-environment happy-dom
import { appendFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { renderScreen } from '../support/render-screen.ts';
import { screenIds } from '../../renderer/parts/navigation/route.ts';
writeFileSync('/tmp/x/explore.txt', '');
it.each([...screenIds.map(id => [id, null] as const), ['lead','LEAD'] as const, ['lead','OPP'] as const, ['lead', 'MQL'] as const, ['board','with'] as const])('%s %s', async (id, rest) => {
  const window = await renderScreen(id, rest);
  if (id === 'lead') location.hash = `#/lead/${rest==='LEAD'?window.ids.lead:rest==='OPP'?window.ids.opportunity:window.ids.mql}`;
  await new Promise(resolve => setTimeout(resolve, 1500));
  appendFileSync('/tmp/x/explore.txt', `\n=== ${id} ${rest}\n${window.text()}\n--- ${window.offers().join(' | ')}\n`);
});
