// Invented people, and the words of a sheet about them in nine languages: headers, where somebody stands, titles, sums.

export type Words = {
  readonly language: string;
  readonly locale: string;
  readonly zone: string;
  readonly currency: string;
  /** Of text files that spreadsheets write there. */
  readonly codePage: 'windows-1252' | 'windows-1250';
  readonly decimal: ',' | '.';
  readonly first: string;
  readonly last: string;
  readonly full: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  readonly status: string;
  readonly amount: string;
  readonly notes: string;
  readonly won: string;
  readonly lost: string;
  readonly fresh: string;
  readonly total: string;
  readonly title: string;
  readonly groups: readonly [person: string, work: string];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
};

const words = (
  [language, locale, zone, currency, codePage, decimal]: readonly [
    string,
    string,
    string,
    string,
    Words['codePage'],
    Words['decimal'],
  ],
  headers: string,
  said: string,
  firstNames: string,
  lastNames: string,
): Words => {
  const [
    first = '',
    last = '',
    full = '',
    company = '',
    email = '',
    phone = '',
    city = '',
    status = '',
    amount = '',
    notes = '',
  ] = headers.split('|');
  const [won = '', lost = '', fresh = '', total = '', title = '', person = '', work = ''] = said.split('|');
  return {
    language,
    locale,
    zone,
    currency,
    codePage,
    decimal,
    first,
    last,
    full,
    company,
    email,
    phone,
    city,
    status,
    amount,
    notes,
    won,
    lost,
    fresh,
    total,
    title,
    groups: [person, work],
    firstNames: firstNames.split(' '),
    lastNames: lastNames.split('|'),
  };
};

export const languages: readonly Words[] = [
  words(
    ['English', 'en-GB', 'Europe/London', 'GBP', 'windows-1252', '.'],
    'First name|Last name|Name|Company|E-mail|Phone|City|Status|Deal value|Notes',
    'Won|Lost|New|Total|Customers and prospects, May|Person|Work',
    'Ada Bo Clara Dan Eve Finn Grace Hugh',
    "Holm|Lind|O'Neill|Reed|Smith-Jones|Ward",
  ),
  words(
    ['German', 'de-DE', 'Europe/Berlin', 'EUR', 'windows-1252', ','],
    'Vorname|Nachname|Name|Firma|E-Mail|Telefon|Ort|Status|Auftragswert|Notizen',
    'Gewonnen|Verloren|Neu|Summe|Kundenliste Stand Mai|Person|Arbeit',
    'Änne Jörg Käthe Lutz Ottilie Paul Söhnke Uwe',
    'Müller|Groß|von der Heide|Öttl|Kurz|Weiß',
  ),
  words(
    ['French', 'fr-FR', 'Europe/Paris', 'EUR', 'windows-1252', ','],
    'Prénom|Nom|Nom complet|Société|Courriel|Téléphone|Ville|Statut|Montant du devis|Remarques',
    'Gagné|Perdu|Nouveau|Total|Liste des clients, mai|Personne|Travail',
    'Anaïs Benoît Chloé Édouard Hélène Loïc Noëlle Rémi',
    "L'Œuvre|Béranger|Dupont|Lefèvre|Garçon|de la Tour",
  ),
  words(
    ['Spanish', 'es-ES', 'Europe/Madrid', 'EUR', 'windows-1252', ','],
    'Nombre|Apellidos|Nombre completo|Empresa|Correo electrónico|Teléfono|Ciudad|Estado|Importe|Notas',
    'Ganado|Perdido|Nuevo|Total|Lista de clientes, mayo|Persona|Trabajo',
    'Ángel Begoña Íñigo José Lucía Nuño Óscar Raquel',
    'Muñoz Gil|Peña|García|Núñez|Ibáñez|de la Cruz',
  ),
  words(
    ['Italian', 'it-IT', 'Europe/Rome', 'EUR', 'windows-1252', ','],
    'Nome|Cognome|Nome completo|Azienda|Indirizzo email|Telefono|Città|Stato|Importo|Note',
    'Vinto|Perso|Nuovo|Totale|Elenco clienti, maggio|Persona|Lavoro',
    'Niccolò Chiara Davide Elena Fabio Giada Luca Marta',
    "D'Angelo|Rossi|Bianchi|Greco|De Luca|Conti",
  ),
  words(
    ['Dutch', 'nl-NL', 'Europe/Amsterdam', 'EUR', 'windows-1252', ','],
    'Voornaam|Achternaam|Volledige naam|Bedrijf|E-mailadres|Telefoonnummer|Plaats|Status|Bedrag|Opmerkingen',
    'Gewonnen|Verloren|Nieuw|Totaal|Klantenlijst mei|Persoon|Werk',
    'Anouk Bram Daan Eline Fleur Joost Noëlle Sanne',
    'van der Berg|de Vries|Jansen|Bakker|van Dijk|Visser',
  ),
  words(
    ['Portuguese', 'pt-PT', 'Europe/Lisbon', 'EUR', 'windows-1252', ','],
    'Primeiro nome|Apelido|Nome completo|Empresa|Endereço de e-mail|Telefone|Cidade|Situação|Valor do negócio|Observações',
    'Ganho|Perdido|Novo|Total|Lista de clientes, maio|Pessoa|Trabalho',
    'João Inês Luís Mónica Patrícia Rui Sónia Tomás',
    'Gonçalves|da Silva|Simões|Araújo|Falcão|Magalhães',
  ),
  words(
    ['Polish', 'pl-PL', 'Europe/Warsaw', 'PLN', 'windows-1250', ','],
    'Imię|Nazwisko|Imię i nazwisko|Nazwa firmy|Adres e-mail|Telefon|Miasto|Status|Kwota|Uwagi',
    'Wygrana|Przegrana|Nowy|Suma|Lista klientów, maj|Osoba|Praca',
    'Łucja Bartek Żaneta Grzegorz Michał Paweł Stanisław Zofia',
    'Wiśniewska|Kowalski|Żak|Dąbrowski|Łęcka|Śliwa',
  ),
  words(
    ['Swedish', 'sv-SE', 'Europe/Stockholm', 'SEK', 'windows-1252', ','],
    'Förnamn|Efternamn|Namn|Företag|E-post|Telefon|Ort|Status|Belopp|Anteckningar',
    'Vunnen|Förlorad|Ny|Summa|Kundlista maj|Person|Arbete',
    'Åsa Björn Cecilia Göran Märta Nils Örjan Siv',
    'Åkesson|Öberg|Lindström|Sjögren|Ek|Hägg',
  ),
];
