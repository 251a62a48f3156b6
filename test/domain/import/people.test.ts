// Any table of invented people, written in any of nine languages and any of twenty layouts, comes back as those people.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read, text } from './support.ts';

const fields = ['first', 'last', 'email', 'company', 'city'] as const;
type Field = (typeof fields)[number];
type Person = Readonly<Record<Field, string>>;

/** First name, last name, e-mail, company, city, and a whole name. */
const languages: Readonly<Record<string, Readonly<Record<Field | 'full', string>>>> = {
  en: { first: 'First name', last: 'Last name', email: 'E-mail', company: 'Company', city: 'City', full: 'Full name' },
  de: {
    first: 'Vorname',
    last: 'Nachname',
    email: 'E-Mail-Adresse',
    company: 'Firma',
    city: 'Ort',
    full: 'Vollständiger Name',
  },
  fr: {
    first: 'Prénom',
    last: 'Nom de famille',
    email: 'Courriel',
    company: 'Société',
    city: 'Ville',
    full: 'Nom complet',
  },
  es: {
    first: 'Nombre',
    last: 'Apellidos',
    email: 'Correo electrónico',
    company: 'Empresa',
    city: 'Ciudad',
    full: 'Nombre completo',
  },
  it: {
    first: 'Nome',
    last: 'Cognome',
    email: 'Indirizzo email',
    company: 'Azienda',
    city: 'Città',
    full: 'Nome completo',
  },
  pt: {
    first: 'Primeiro nome',
    last: 'Sobrenome',
    email: 'Endereço de e-mail',
    company: 'Nome da empresa',
    city: 'Cidade',
    full: 'Nome completo',
  },
  nl: {
    first: 'Voornaam',
    last: 'Achternaam',
    email: 'E-mailadres',
    company: 'Bedrijf',
    city: 'Woonplaats',
    full: 'Volledige naam',
  },
  pl: {
    first: 'Imię',
    last: 'Nazwisko',
    email: 'Adres e-mail',
    company: 'Nazwa firmy',
    city: 'Miasto',
    full: 'Imię i nazwisko',
  },
  sv: { first: 'Förnamn', last: 'Efternamn', email: 'E-post', company: 'Företag', city: 'Ort', full: 'Namn' },
};

type Layout = {
  readonly delimiter: string;
  readonly newline: string;
  readonly whole: boolean;
  readonly above: readonly string[];
  readonly blanks: boolean;
  readonly quotes: boolean;
};
const layouts: readonly Layout[] = [',', ';', '\t', '|'].flatMap(delimiter => [
  { delimiter, newline: '\n', whole: false, above: [], blanks: false, quotes: false },
  { delimiter, newline: '\r\n', whole: true, above: [], blanks: false, quotes: true },
  { delimiter, newline: '\n', whole: false, above: ['Our list', ''], blanks: true, quotes: false },
  { delimiter, newline: '\r\n', whole: true, above: ['Export 2026'], blanks: true, quotes: false },
  { delimiter, newline: '\n', whole: false, above: [], blanks: true, quotes: true },
]);

const written = (cell: string, { delimiter, quotes }: Layout): string =>
  quotes || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

function fileOf(people: readonly Person[], language: string, layout: Layout, order: readonly Field[]): string {
  const names = languages[language];
  const shown = order.filter(field => !layout.whole || field !== 'last');
  const header = shown.map(field => (layout.whole && field === 'first' ? names?.full : names?.[field]) ?? '');
  const rows = people.map(person =>
    shown.map(field => (layout.whole && field === 'first' ? `${person.first} ${person.last}` : person[field])),
  );
  const lines = [header, ...rows].map(cells => cells.map(cell => written(cell, layout)).join(layout.delimiter));
  const body = layout.blanks ? [lines[0], ...lines.slice(1).flatMap(line => [line, ''])] : lines;
  return `${[...layout.above, ...body].join(layout.newline)}${layout.newline}`;
}

const first = fc.constantFrom('Ada', 'Bo', 'Zoë', 'Jürgen', 'Łukasz', 'Chloé', 'Inês', 'Åsa', 'Eva');
const last = fc.constantFrom('Holm', 'Lind', 'Groß', 'Nowak', 'Martin', 'Garcia', 'Rossi', 'Vermeer', 'Svensson');
const people = fc
  .array(
    fc.record({
      first,
      last,
      company: fc.constantFrom('Mill GmbH', 'Quay & Sons Ltd', 'Fern, Oak Ltd', 'Weir "Nord" AG', ''),
      city: fc.constantFrom('Graz', 'Leeds', 'Łódź', 'São Paulo', ''),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map(all => all.map((one, i): Person => ({ ...one, email: `p${i}@mill.example` })));

it('whatever its language and layout', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.constantFrom(...Object.keys(languages)),
      fc.constantFrom(...layouts),
      fc.shuffledSubarray([...fields], { minLength: fields.length }),
      async (all, language, layout, order) => {
        const { rows, rejected } = await read(text(fileOf(all, language, layout, order)));
        expect(rejected).toEqual([]);
        expect(
          rows.map(({ attributes }) => ({
            first: attributes.firstName ?? '',
            last: attributes.lastName ?? '',
            email: attributes.email ?? '',
            company: attributes.company ?? '',
            city: attributes.city ?? '',
          })),
        ).toEqual(all);
      },
    ),
    { numRuns: 200 },
  );
});
