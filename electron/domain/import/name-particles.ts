// A column of its own for what stands before a last name: "van der" between Jan and Berg.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import { headerTerms } from './text.ts';

const particle =
  /^(?:tussenvoegsels?|tussenvoegsel s|voorvoegsels?|tussenv|tv|namensvorsatz|namensvorsatze|vorsatzwort|namenszusatz|particule|name prefix last name|last name prefix|surname prefix|prefix last name)$/;

export const isParticleHeader = (header: string): boolean => particle.test(headerTerms(header).join(' '));

/** Such a column belongs to the last name; `planOf` puts it first. */
export function withParticles(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  if (!used.some(({ target }) => target === 'lastName')) return used;
  const some = columns.filter(({ header, filled }) => filled > 0 && isParticleHeader(header)).map(({ index }) => index);
  return some.length === 0
    ? used
    : [
        ...used.filter(({ column }) => !some.includes(column)),
        ...some.map(column => ({ column, target: 'lastName' as const })),
      ];
}
