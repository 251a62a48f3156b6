// Where the sample's people live and what they are called. Nobody here exists: names are put together by chance, numbers
// come only from the ranges that regulators keep free for films (Ofcom, BNetzA, Arcep, PTS, ACMA, ComReg, NANP 555-01xx).

export type Language = 'en' | 'de' | 'fr' | 'nl' | 'sv' | 'es' | 'it';

export type Area = {
  readonly country: string;
  readonly weight: number;
  readonly language: Language;
  /** Legal form written behind a company's name. */
  readonly form: string;
  /** 'City' or 'City/Region'. */
  readonly cities: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** A number nobody has; `n` is 0 to 99. Null where no such range is kept free. */
  readonly phone: ((n: number) => string) | null;
};

const two = (n: number): string => String(n).padStart(2, '0');
const list = (text: string): readonly string[] => text.split('|');

const area = (
  country: string,
  weight: number,
  language: Language,
  form: string,
  cities: string,
  first: string,
  last: string,
  phone: Area['phone'] = null,
): Area => ({ country, weight, language, form, cities: list(cities), first: list(first), last: list(last), phone });

export const areas: readonly Area[] = [
  area(
    'United Kingdom',
    16,
    'en',
    'Ltd',
    'Leeds/West Yorkshire|Bristol|Sheffield/South Yorkshire|Norwich/Norfolk|Glasgow/Scotland',
    'Aisha|Callum|Chloe|Daniel|Emma|Gareth|Harriet|Imran|Jack|Megan|Oliver|Priya|Rhys|Sophie|Tunde|Zoë',
    'Ahmed|Baker|Clarke|Davies|Evans|Ferguson|Hughes|Kaur|Lewis|Mensah|O’Brien|Patel|Robinson|Shaw|Turner|Whitfield',
    n => `+44 1632 9600${two(n)}`,
  ),
  area(
    'Germany',
    14,
    'de',
    'GmbH',
    'Berlin|Münster/Nordrhein-Westfalen|Augsburg/Bayern|Kassel/Hessen|Rostock',
    'Andreas|Anja|Björn|Claudia|Elif|Florian|Jürgen|Katrin|Lukas|Mehmet|Miriam|Sören|Stefanie|Thomas|Ulrike|Yannick',
    'Bauer|Böhm|Çelik|Fuchs|Groß|Hartmann|Jäger|Kowalczyk|Krüger|Lorenz|Möller|Schäfer|Vogt|Weiß|Yilmaz|Zimmermann',
    n => `+49 30 23125 0${two(n)}`,
  ),
  area(
    'Netherlands',
    14,
    'nl',
    'B.V.',
    'Utrecht|Zwolle/Overijssel|Eindhoven/Noord-Brabant|Groningen|Dordrecht/Zuid-Holland',
    'Anouk|Bas|Daan|Fatima|Femke|Jeroen|Joris|Lotte|Maarten|Marijke|Noor|Ruben|Sanne|Thijs|Wouter|Yasmine',
    'Bakker|van den Berg|Bos|Dekker|El Amrani|de Graaf|Hendriks|Jansen|Kuipers|Meijer|Postma|Smit|van Dijk|Visser|Vos|Willems',
  ),
  area(
    'United States',
    10,
    'en',
    'LLC',
    'Grand Rapids/Michigan|Portland/Oregon|Asheville/North Carolina|Duluth/Minnesota|Reno/Nevada',
    'Andre|Brooke|Carlos|Dana|Ethan|Grace|Hannah|Jamal|Kevin|Linda|Maria|Nathan|Rosa|Tyler|Vivian|Wyatt',
    'Alvarez|Brooks|Carter|Delgado|Foster|Garcia|Hayes|Johnson|Kim|Lopez|Mitchell|Nguyen|Parker|Reed|Sanders|Walker',
    n => `+1 202 555 01${two(n)}`,
  ),
  area(
    'Belgium',
    6,
    'nl',
    'BV',
    'Gent|Hasselt/Limburg|Liège|Kortrijk/West-Vlaanderen',
    'Bart|Céline|Elke|Hans|Ilse|Jef|Karim|Liesbeth|Luc|Nele|Pieter|Sofie',
    'Claes|De Smet|Dubois|Goossens|Jacobs|Lambert|Maes|Mertens|Peeters|Vermeulen|Willaert|Wouters',
  ),
  area(
    'France',
    6,
    'fr',
    'SARL',
    'Nantes|Lyon|Strasbourg/Grand Est|Rennes/Bretagne',
    'Amélie|Antoine|Baptiste|Chloé|Élodie|François|Hélène|Inès|Julien|Mathieu|Nadia|Rémi|Thérèse|Youssef',
    'Bernard|Chevalier|Da Silva|Fournier|Girard|Lefèvre|Mercier|Moreau|Noël|Perrin|Roussel|Vidal',
    n => `+33 1 99 00 10 ${two(n)}`,
  ),
  area(
    'Sweden',
    5,
    'sv',
    'AB',
    'Göteborg|Malmö/Skåne|Umeå|Västerås',
    'Anders|Åsa|Elin|Fredrik|Gunnar|Ingrid|Johan|Linnéa|Måns|Sara|Sven|Zahra',
    'Andersson|Bergström|Ekholm|Forsberg|Håkansson|Lindqvist|Nyström|Persson|Sandberg|Sjögren|Åberg|Öhman',
    n => `+46 8 465 004 ${two(n)}`,
  ),
  area(
    'Ireland',
    4,
    'en',
    'Ltd',
    'Cork|Galway|Waterford',
    'Aoife|Brendan|Ciarán|Deirdre|Eoin|Maeve|Niamh|Pádraig|Róisín|Seán',
    'Brennan|Byrne|Doyle|Gallagher|Kavanagh|Murphy|Nolan|O’Connor|Quinn|Walsh',
    n => `+353 20 910 00${two(n)}`,
  ),
  area(
    'Austria',
    4,
    'de',
    'GmbH',
    'Graz/Steiermark|Linz|Innsbruck/Tirol',
    'Barbara|Christoph|Eva|Franz|Gerlinde|Jakob|Magdalena|Matthias|Sabine|Wolfgang',
    'Berger|Egger|Gruber|Hofer|Kofler|Leitner|Pichler|Steiner|Wallner|Winkler',
  ),
  area(
    'Denmark',
    3,
    'sv',
    'ApS',
    'Aarhus|Odense|Aalborg',
    'Astrid|Bjarne|Freja|Henrik|Kirsten|Lærke|Mads|Søren|Trine|Viggo',
    'Andersen|Christensen|Holm|Jørgensen|Kjær|Madsen|Nørgaard|Østergaard|Rasmussen|Thomsen',
  ),
  area(
    'Spain',
    4,
    'es',
    'S.L.',
    'Valencia|Bilbao/País Vasco|Zaragoza/Aragón',
    'Álvaro|Carmen|Elena|Iker|José Luis|Lucía|María|Núria|Pablo|Sergio',
    'Álvarez|Castro|Fernández|García|Gómez Ruiz|Ibáñez|Martínez|Muñoz|Ortega|Peña',
  ),
  area(
    'Italy',
    4,
    'it',
    'S.r.l.',
    'Bergamo/Lombardia|Udine|Modena/Emilia-Romagna',
    'Alessandra|Davide|Elisa|Fabio|Giulia|Lorenzo|Marta|Nicolò|Paola|Stefano',
    'Barbieri|Colombo|D’Angelo|Esposito|Ferrari|Gallo|Marchetti|Ricci|Rossetti|Villa',
  ),
  area(
    'Poland',
    4,
    'en',
    'Sp. z o.o.',
    'Poznań|Łódź|Gdańsk/Pomorskie',
    'Agnieszka|Dorota|Grzegorz|Jakub|Łukasz|Małgorzata|Paweł|Piotr|Wojciech|Zofia',
    'Kaczmarek|Król|Mazur|Nowak|Pawlak|Sobczak|Woźniak|Wójcik|Wróbel|Zając',
  ),
  area(
    'Australia',
    3,
    'en',
    'Pty Ltd',
    'Geelong/Victoria|Newcastle/New South Wales|Hobart/Tasmania',
    'Bronte|Darcy|Hamish|Jarrah|Kylie|Lachlan|Mei|Tahlia',
    'Anderson|Campbell|Chen|Hall|McKenzie|Nguyen|Thompson|Wilson',
    n => `+61 2 5550 00${two(n)}`,
  ),
  area(
    'India',
    2,
    'en',
    'Pvt. Ltd.',
    'Pune/Maharashtra|Coimbatore/Tamil Nadu',
    'Ananya|Arjun|Deepa|Kavita|Ravi|Sanjay|Sunita|Vikram',
    'Chaudhary|Deshmukh|Iyer|Joshi|Menon|Rao|Sharma|Venkataraman',
  ),
  area(
    'Greece',
    1,
    'en',
    'Μ.Ε.Π.Ε.',
    'Θεσσαλονίκη|Πάτρα',
    'Ελένη|Γιώργος|Κατερίνα|Νίκος',
    'Αντωνίου|Γεωργίου|Οικονόμου|Παππά',
  ),
];
