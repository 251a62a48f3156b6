// Input of an import of `count` people, all new to any workspace.
import { randomUUID } from 'node:crypto';

export function rowsToImport(count: number) {
  const rows = Array.from(
    { length: count },
    (_, n) => `Person ${n};${randomUUID()}@mill.example;A note about person ${n}`,
  );
  return {
    source: { kind: 'pasted', text: ['Name;E-mail;Notes', ...rows].join('\n') },
    mapping: {
      rows: 'leads',
      columns: [
        { column: 0, target: 'lastName' },
        { column: 1, target: 'email' },
        { column: 2, target: 'notes' },
      ],
      fixed: [],
      values: [],
      policy: 'fill',
      unknownLeads: 'create',
    },
  } as const;
}
