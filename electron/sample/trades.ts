// What the sample's companies do and what their people are called at work. Company names are made-up syllables plus a trade.
import type { Language } from './areas.ts';

/** The firm's own market: the industries of its fit rule. */
export const market = [
  'Joinery',
  'Furniture',
  'Metalworking',
  'Machining',
  'Sign making',
  'Boat building',
  'Stage building',
] as const;
export const elsewhere = ['Retail', 'Education', 'Consulting', 'Hospitality', 'Logistics', 'Property'] as const;
export type Industry = (typeof market)[number] | (typeof elsewhere)[number];

const stemStarts =
  'Bran|Corv|Dast|Elv|Fenn|Gorl|Hask|Ilm|Kest|Lurr|Marv|Nald|Osk|Pell|Quor|Rad|Selm|Tarn|Ulv|Vash|Wim|Yost'.split('|');
const stemEnds = 'ane|drell|grim|holt|mund|quist|rusk|tavel|orn|wend|zell|ley|mar|len|dock|sund'.split('|');

/** Made-up proper names, none of which is a word: "Kestdrell", "Oskholt". */
export const stems: readonly string[] = stemStarts.flatMap(start => stemEnds.map(end => start + end));

/** '*' stands for the proper name. */
export const tradeNames: Readonly<
  Record<Industry, Partial<Record<Language, readonly string[]>> & { readonly en: readonly string[] }>
> = {
  Joinery: {
    en: ['* Joinery', '* Windows & Doors', '* & Daughters Joiners', '* Stairs'],
    de: ['Tischlerei *', 'Schreinerei *', '* Fensterbau'],
    fr: ['Menuiserie *'],
    nl: ['Timmerfabriek *', '* Kozijnen'],
    sv: ['* Snickeri'],
    es: ['Carpintería *'],
    it: ['Falegnameria *'],
  },
  Furniture: {
    en: ['* Furniture', '* Kitchens', '* Shopfitting'],
    de: ['* Möbelwerkstätten', '* Ladenbau'],
    fr: ['Ébénisterie *'],
    nl: ['* Interieurbouw', '* Meubelmakers'],
    sv: ['* Möbler'],
    es: ['Muebles *'],
    it: ['* Arredamenti'],
  },
  Metalworking: {
    en: ['* Metalworks', '* Fabrication', '* Gates & Railings'],
    de: ['* Metallbau', 'Schlosserei *'],
    fr: ['Métallerie *'],
    nl: ['* Metaalbewerking', 'Constructiebedrijf *'],
    sv: ['* Smide'],
    es: ['Talleres *'],
    it: ['Carpenteria *'],
  },
  Machining: {
    en: ['* Precision', '* Toolmaking', '* CNC'],
    de: ['* Zerspanungstechnik', '* Werkzeugbau'],
    fr: ['* Mécanique'],
    nl: ['* Fijnmechanica'],
    sv: ['* Verkstad'],
    es: ['Mecanizados *'],
    it: ['Officina *'],
  },
  'Sign making': { en: ['* Signs', '* Sign & Print'], de: ['* Werbetechnik'], nl: ['* Reclame'], fr: ['Enseignes *'] },
  'Boat building': { en: ['* Boatyard', '* Yachts'], de: ['* Bootsbau'], nl: ['Jachtwerf *'], sv: ['* Båtvarv'] },
  'Stage building': { en: ['* Scenery', '* Exhibition Build'], de: ['* Messebau'], nl: ['* Standbouw'] },
  Retail: { en: ['* Stores', '* Hardware'], de: ['* Baumarkt'], fr: ['Quincaillerie *'] },
  Education: { en: ['* College', '* Training Center'], de: ['Berufskolleg *'] },
  Consulting: { en: ['* Advisory', '* & Partners'] },
  Hospitality: { en: ['* Hotels', 'Café *'] },
  Logistics: { en: ['* Freight', '* Storage'] },
  Property: { en: ['* Estates', '* Lettings'] },
};

/** Titles of people who decide in a workshop, by language; the firm's fit rule looks for parts of these. */
export const decidingTitles: Partial<Record<Language, readonly string[]>> & { readonly en: readonly string[] } = {
  en: ['Owner', 'Managing director', 'Operations manager', 'Production manager', 'Workshop manager', 'Founder'],
  de: ['Geschäftsführung', 'Werkstattleitung', 'Produktionsleitung'],
  fr: ['Gérance', 'Responsable d’atelier'],
  nl: ['Eigenaar', 'Bedrijfsleider', 'Productieleider'],
  sv: ['Ägare', 'Produktionschef'],
  es: ['Gerente', 'Responsable de taller'],
  it: ['Titolare', 'Responsabile di produzione'],
};
export const decidingWords: readonly string[] = [
  'owner',
  'founder',
  'director',
  'operations',
  'production',
  'workshop',
  'eigenaar',
  'leider',
  'leitung',
  'geschäftsführung',
  'gérance',
  'atelier',
  'ägare',
  'produktionschef',
  'gerente',
  'taller',
  'titolare',
  'produzione',
];
export const otherTitles: readonly string[] = [
  'Office manager',
  'Bookkeeper',
  'Estimator',
  'Work planner',
  'Buyer',
  'Project engineer',
  'Marketing assistant',
  'IT administrator',
  'Designer',
  'Apprentice',
];
