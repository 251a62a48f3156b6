// Sharing in words: what wants something of the person is never hidden by what is quiet.
import { expect, it } from 'vitest';
import { stateText } from '../../../renderer/parts/sharing/sharing-text.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import type { SharedState } from '../../../shared/contract/sharing.ts';

const format = makeFormat({ locale: 'en', timeZone: 'UTC', currency: 'EUR', today: '2026-03-02' });

it('names a problem beside what waits to be sent, and asks for attention', () => {
  const shared: SharedState = {
    ...{ place: null, toSend: 1, notReachedSince: null, lastMetAt: null, computers: [], came: [], now: 0 },
    ...{ state: 'toSend', passphraseChanged: false, problems: ['The folder is full.'] },
  };
  expect(stateText(shared, format)).toEqual({
    short: '1 problem',
    long: 'Shared, 1 problem; 1 change to send',
    alert: true,
  });
  expect(stateText({ ...shared, problems: [] }, format)).toEqual({
    short: '1 to send',
    long: '1 change to send',
    alert: false,
  });
  expect(stateText({ ...shared, state: 'upToDate' }, format).long).toBe('Shared, 1 problem');
  expect(stateText({ ...shared, passphraseChanged: true }, format).short).toBe(
    stateText({ ...shared, state: 'needsPassphrase' }, format).short,
  );
});
