// A column of its own for what stands before a last name: "van der" between Jan and Berg.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import { headerTerms, normalize } from './text.ts';

const particle =
  /^(?:tussenvoegsels?|tussenvoegsel s|voorvoegsels?|tussenv|namensvorsatz|namensvorsatze|vorsatzwort|namenszusatz|particule|name prefix last name|last name prefix|surname prefix|prefix last name)$/;
/** "TV" is short for tussenvoegsel, and more often for television. */
const mayBe = /^(?:tv|vv)$/;

const words = (text: string) => new Set(text.split(' '));
const particles = words(
  "van vander vom von der den de het ter ten te 't het d del dela della dello delle degli dei di da dal dalla do dos das du des la le les lo el los las al bin bint ibn ben ap af av zu zum zur vd vdr",
);
/** Part of one only beside a word that is: "von und zu", "in 't", "Graf von". */
const beside = words(
  "und y e en v in op aan uit over onder bij auf an am st l 's s t freiherr freifrau freiin graf grafin baron baronin baronesse ritter edler prinz prinzessin furst furstin jonkheer",
);

const bare = (word: string): string => normalize(word).replace(/’/g, "'").replace(/[.,/]/g, '');
const plain = (text: string): string =>
  text
    .split(/\s+/)
    .map(bare)
    .filter(word => word !== '')
    .join(' ');

/** True for "van der", "von und zu", "d'", "v.d."; false for "ja", "x", "jun." and "MBA". */
export function isParticle(text: string): boolean {
  if (text.length > 40) return false;
  const all = plain(text)
    .replace(/'(?= |$)/g, '')
    .split(' ');
  const isOne = (word: string) => particles.has(word);
  return text.trim() === 'v.' || (all.some(isOne) && all.every(word => isOne(word) || beside.has(word)));
}

/** The header of such a column; whether a cell is a particle says `isParticle`. */
export const isParticleHeader = (header: string): boolean => {
  const terms = headerTerms(header).join(' ');
  return particle.test(terms) || mayBe.test(terms);
};

/** A last name with its particle, which it may hold already: "van der Berg", "Vries, de". */
export function withParticle(before: string, lastName: string): string {
  if (before === '' || lastName === '') return before || lastName;
  const [part, name] = [plain(before), plain(lastName)];
  const behind = lastName.split(/\s+/).slice(0, -before.split(/\s+/).length).join(' ');
  if (name === part || name.startsWith(`${part} `) || name.startsWith(`${part.replace(/'$/, '')}'`)) return lastName;
  // "Vries, de", "Berg (van der)".
  if (behind !== '' && plain(lastName.replace(/[()]/g, ' ')).endsWith(` ${part}`))
    return `${before} ${behind.replace(/[\s,(]+$/, '')}`;
  // "van der" beside "der Berg".
  const words = before.split(/\s+/);
  for (let from = 1; from < words.length; from++)
    if (name.startsWith(`${plain(words.slice(from).join(' '))} `))
      return `${words.slice(0, from).join(' ')} ${lastName}`;
  return `${before} ${lastName}`;
}

/** Such a column belongs to the last name where its cells are particles; `planOf` marks it. */
export function withParticles(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  if (!used.some(({ target }) => target === 'lastName')) return used;
  const some = columns
    .filter(({ header, values, examples }) => {
      const cells = values.length > 0 ? values.map(({ value }) => value) : examples;
      if (cells.length === 0 || !isParticleHeader(header)) return false;
      return particle.test(headerTerms(header).join(' ')) ? cells.some(isParticle) : cells.every(isParticle);
    })
    .map(({ index }) => index);
  return some.length === 0
    ? used
    : [
        ...used.filter(({ column }) => !some.includes(column)),
        ...some.map(column => ({ column, target: 'lastName' as const })),
      ];
}
