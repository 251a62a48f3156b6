// A workspace with a past whose truth is known: sixty people, twenty of them customers, eight rejected for the same cause.

import { readFileSync } from 'node:fs';
import { defaultCriteria, seedCriteria } from '../../electron/domain/scoring/defaults.ts';
import { criteriaChanges } from '../../shared/criteria-change.ts';
import { dayMs } from '../../shared/dates.ts';
import type { TestWorkspace } from './workspace.ts';
import { aCopyOf, aWorkspace } from './workspace.ts';

export type Taught = TestWorkspace & {
  readonly ids: { readonly customers: readonly string[]; readonly rejected: readonly string[] };
  readonly names: { readonly rejected: readonly string[] };
};

let kept: { readonly bytes: Buffer; readonly now: number; readonly ids: Taught['ids'] } | undefined;
const rejectedNames = Array.from({ length: 8 }, (_, i) => `Reader ${i}`);

/**
 * Customers 0 to 17 asked for a demo twice, 18 and 19 did hardly anything. Readers 0 to 7 opened twenty e-mails, became MQL
 * by it and were rejected as too small; 2 others asked for a demo once; 30 did nothing. All are over for 200 days.
 */
export async function aTaughtWorkspace(): Promise<Taught> {
  if (!kept) {
    const { app, file, clock, ids } = await teach();
    app().close();
    kept = { bytes: readFileSync(file), now: clock.now, ids };
  }
  return { ...aCopyOf(kept.bytes, kept.now), ids: kept.ids, names: { rejected: rejectedNames } };
}

async function teach() {
  const workspace = aWorkspace({ name: 'Mill', timeZone: 'Europe/Berlin' });
  const { call, clock } = workspace;
  // The seeds' own rules, by which opened e-mails alone make an MQL.
  await call('criteria.changeDraft', { changes: criteriaChanges(defaultCriteria, seedCriteria) });
  await call('criteria.publish', { jobId: 'p', reason: 'As the seeds say' });
  const customValues = await call('customFields.save', {
    id: null,
    label: 'Fleet',
    kind: 'choice',
    choices: ['1 van', '2 vans'],
    archived: false,
  });
  const add = async (lastName: string, industry: string, companySize: number) => {
    const { id } = await call('leads.create', { attributes: { lastName, industry, companySize } });
    await call('customFields.set', { id, fieldId: customValues.id, value: companySize > 20 ? '2 vans' : '1 van' });
    return id;
  };
  const log = (leadIds: string[], typeId: string) => call('activities.log', { leadIds, typeId });
  const customers: string[] = [];
  for (let i = 0; i < 20; i++) {
    customers.push(await add(`Customer ${i}`, i < 16 ? 'Software' : 'Printing', 40 + i));
  }
  const readers: string[] = [];
  for (const name of rejectedNames) readers.push(await add(name, 'Retail', 3));
  const askers = [await add('Asker 0', 'Retail', 12), await add('Asker 1', 'Retail', 14)];
  for (let i = 0; i < 30; i++) await add(`Silent ${i}`, i < 8 ? 'Software' : 'Retail', 10);
  clock.now += dayMs;
  const buyers = customers.slice(0, 18);
  await log([...buyers, ...askers], 'demo-requested');
  await log(customers.slice(18), 'live-chat');
  await log(customers.slice(18), 'website-visit');
  clock.now += dayMs;
  await log(buyers, 'demo-requested');
  for (let i = 0; i < 20; i++) {
    clock.now += 3_600_000;
    await log(readers, 'email-opened');
  }
  clock.now += dayMs;
  await call('leads.move', { ids: readers, move: { to: 'nurture', until: '2026-12-01', reason: 'too-small' } });
  await call('leads.move', { ids: customers, move: { to: 'sql' } });
  clock.now += 5 * dayMs;
  for (const id of customers) {
    clock.now += 60_000;
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 1000 } });
  }
  clock.now += 200 * dayMs;
  return { ...workspace, ids: { customers, rejected: readers } };
}
