// Reads a file to show it: in the way it was corrected the last time, and with the mapping suggested for it.
import type { ReadChoices } from '../../shared/import.ts';
import { ownAddresses, readImportMemory } from '../db/tables/import-memory.ts';
import { parseEmails } from '../domain/import/emails.ts';
import type { ImportSource } from '../jobs/import-parser/bytes.ts';
import type { ProcedureContext } from '../services/context.ts';
import { rememberSeen } from './confirming.ts';
import { homeOf, stampOf } from './source.ts';
import { rememberedReading, understand } from './understanding.ts';

type ReadRequest = {
  readonly jobId: string;
  readonly source: ImportSource;
  readonly choices: ReadChoices;
  readonly like: string | null;
};

export async function readImport(context: ProcedureContext, { jobId, source, choices: said, like }: ReadRequest) {
  const { db, parser, locale, progress, isCancelled } = context;
  const home = homeOf(context);
  const before = await rememberedReading(context, jobId, source);
  const choices: ReadChoices = { ...before?.choices, ...said };
  // Before it is read: what is changed meanwhile is another file.
  const stamp = await stampOf(source, choices, locale, home, ownAddresses(db));
  const preview = await parser.preview(
    { source, choices, locale, home, own: ownAddresses(db), now: context.now },
    {
      progress: (done, part) => progress({ jobId, phase: 'reading', done, total: null, part }),
      isCancelled: () => isCancelled(jobId),
    },
  );
  rememberSeen(db, stamp, preview);
  const { mapping, remembered, values } = understand(context, preview, like);
  const addressesHere = new Set(preview.rows.flatMap(row => row.flatMap(cell => addressesIn(cell))));
  const { addresses } = readImportMemory(db);
  // A choice made now takes the place of the one remembered.
  const kept = Object.entries(before?.choices ?? {}).filter(
    ([name, value]) => choices[name as keyof ReadChoices] === value,
  );
  return {
    preview,
    mapping,
    remembered,
    choices,
    recalled: {
      reading: before && kept.length > 0 ? { id: before.of.id, choices: Object.fromEntries(kept) } : null,
      values: [...values],
      addresses: addresses.filter(({ address }) => addressesHere.has(address)),
    },
  };
}

const addressesIn = (cell: string): readonly string[] =>
  cell.includes('@') ? parseEmails(cell).addresses.map(address => address.toLowerCase()) : [];
