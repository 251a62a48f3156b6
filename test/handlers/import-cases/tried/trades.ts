// Sheets of trades in their own languages: who is in them, with the people written down before they were read.
import type { Tried } from './tried.ts';

export const trades: readonly Tried[] = [
  {
    name: 'a plumber: net, tax and gross, two numbers in a cell, a cross for the order',
    lines: [
      'Sanitär Köhler – Angebote 2026;;;;;;;;;',
      'Kd.-Nr.;Kunde;Straße;PLZ Ort;Tel. / Mobil;Auftrag;Angebot netto;MwSt;Angebot brutto;Auftrag erteilt',
      '10023;Hr. Krause;Lindenweg 3;79100 Freiburg;0761 555010 / 0170 5550100;Bad komplett;12.400,00 €;19 %;14.756,00 €;ja',
      '10024;Fr. Anna Sommer;Am Bach 7;79098 Freiburg;0761 555011;Therme;3.200,00 €;19 %;3.808,00 €;nein',
      '10025;Fam. Lutz;Ring 1;79102 Freiburg;0171 5550102;;;;;',
    ],
    people: [
      'Krause 0761 555010 customer [Bad komplett won 12400]|[Bad komplett won 14756]',
      'Anna Sommer 0761 555011 lead|opportunity|lost [Therme open 3200]|[Therme open 3808]|[Therme lost 3200]|[Therme lost 3808]',
      'Lutz 0171 5550102 lead',
    ],
  },
  {
    name: 'a joiner in Lyon: thin spaces in amounts, a civility, who accepts to be canvassed',
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    lines: [
      'Raison sociale;Civilité;Nom;Prénom;Courriel;Téléphone;CA réalisé;Date du devis;Statut;Accepte la prospection',
      'Menuiserie Aubert;M.;Aubert;Luc;luc@aubert.example;06 12 34 56 78;1 234,50 €;03/02/2026;Client;Non',
      ';Mme;Faure;Inès;ines@faure.example;06 12 34 56 79;;13/02/2026;Prospect;Oui',
      ';M. et Mme;Petit;;petit@web.example;04 72 00 00 01;0,00 €;;Perdu;',
    ],
    people: [
      'Luc Aubert @Menuiserie Aubert <luc@aubert.example> 06 12 34 56 78 customer consent-no [Menuiserie Aubert won 1234.5]',
      'Inès Faure <ines@faure.example> 06 12 34 56 79 lead consent-yes',
      'Petit <petit@web.example> 04 72 00 00 01 lost',
    ],
  },
  {
    name: 'a Dutch builder: the particle in a column of its own',
    locale: 'nl-NL',
    timeZone: 'Europe/Amsterdam',
    lines: [
      'Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Mobiel;Bedrijfsnaam;Status;Nieuwsbrief',
      'Jan;van der;Berg;jan@berg.example;06-12345678;Bouwbedrijf Berg B.V.;klant;nee',
      'Piet;de;Vries;piet@vries.example;06-12345679;;offerte verstuurd;nee',
      'Anna;;Smit;anna@smit.example;;;afgevallen;',
    ],
    people: [
      'Jan van der Berg @Bouwbedrijf Berg B.V. <jan@berg.example> 06-12345678 customer',
      'Piet de Vries <piet@vries.example> 06-12345679 opportunity',
      'Anna Smit <anna@smit.example> lost|disqualified',
    ],
  },
  {
    name: 'two numbers in a cell, each with its word',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    lines: [
      'Name,Phones,Email',
      'Ada Holm,p: 01632 960001 m: 07700 900001,ada@mill.example',
      'Bo Lind,01632 960002 (home) 07700 900002 (work),bo@quay.example',
      'Cy Ott,07700 900003 or 01632 960003,cy@fern.example',
    ],
    people: [
      'Ada Holm <ada@mill.example> 01632 960001 lead',
      'Bo Lind <bo@quay.example> 01632 960002 lead',
      'Cy Ott <cy@fern.example> 07700 900003 lead',
    ],
  },
  {
    name: 'a chance and a discount in percent',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    currency: 'GBP',
    lines: [
      'Company,Contact,Email,Win chance,Quote value,Discount',
      'Mill Ltd,Ada Holm,ada@mill.example,60%,"£5,000",10%',
      'Quay Ltd,Bo Lind,bo@quay.example,25%,"£1,250.50",5%',
      'Fern Ltd,Cy Ott,cy@fern.example,,,',
    ],
    people: [
      'Ada Holm @Mill Ltd <ada@mill.example> lead|opportunity [Mill Ltd open 5000 60%]',
      'Bo Lind @Quay Ltd <bo@quay.example> lead|opportunity [Quay Ltd open 1250.5 25%]',
      'Cy Ott @Fern Ltd <cy@fern.example> lead',
    ],
  },
  {
    name: 'a list for letters, with how each is addressed',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    lines: [
      'TITLE,FORENAME,SURNAME,SALUTATION,ADDRESS1,ADDRESS2,TOWN,COUNTY,POSTCODE',
      'Mrs,Joan,Smith,Dear Mrs Smith,1 High Street,,York,N Yorks,YO1 7HH',
      'Mr & Mrs,,Patel,Dear Mr and Mrs Patel,Flat 2,3 Low Road,Leeds,W Yorks,LS1 4AB',
      'Dr,Amy,Cole,Dear Amy,The Mill,Mill Lane,Hull,E Yorks,HU1 2AA',
    ],
    people: ['Joan Smith lead', 'Patel lead', 'Amy Cole lead'],
  },
  {
    name: 'a garage in Seville: a tax number and a number plate are nobody’s id',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    lines: [
      'Cliente;NIF;Móvil;Correo;Matrícula;Presupuesto;Aceptado;Fecha;Acepta publicidad',
      'Transportes García S.L.;B12345678;612345678;info@garcia.example;1234ABC;1.250,00;SI;15/03/2026;NO',
      'María López;12345678Z;612345679;maria@web.example;1235ABC;300,00;NO;16/03/2026;SI',
      'José Ruiz;12345679Z;612345680;jose@web.example;1236ABC;90,00;;17/03/2026;',
    ],
    people: [
      '· @Transportes García S.L. <info@garcia.example> 612345678 customer consent-no [Transportes García S.L. won 1250]',
      'María López <maria@web.example> 612345679 lead|opportunity|lost consent-yes [María López open 300]|[María López lost 300]',
      'José Ruiz <jose@web.example> 612345680 lead|opportunity [José Ruiz open 90]',
    ],
  },
  {
    name: 'a painter in Turin: numbers of quotes that look like months',
    locale: 'it-IT',
    timeZone: 'Europe/Rome',
    lines: [
      'Cognome e Nome;Cell.;Preventivo n.;Importo;Esito;Note',
      'Rossi Maria;333 1234567;12/2026;€ 2.300,00;accettato;',
      'Bianchi Luca;333 1234568;13/2026;€ 800,00;rifiutato;troppo caro',
      'Verdi Anna;333 1234569;14/2026;;in attesa;richiamare',
    ],
    people: [
      'Maria Rossi 333 1234567 lead [Maria Rossi open 2300]',
      'Luca Bianchi 333 1234568 lost [Luca Bianchi lost 800]|[13/2026 lost 800]',
      'Anna Verdi 333 1234569 lead|opportunity [14/2026 open]|',
    ],
    // Accepted: by whom?
    says: /“accettato” is neither won nor lost/,
  },
  {
    name: 'a roofer in Poznań: amounts in zloty, a consent to marketing',
    locale: 'pl-PL',
    timeZone: 'Europe/Warsaw',
    currency: 'PLN',
    lines: [
      'Imię i nazwisko;Telefon;E-mail;Kwota;Status;Zgoda marketingowa',
      'Anna Kowalska;601 234 567;anna@web.example;1 200,50 zł;Zrealizowane;TAK',
      'Jan Nowak;601 234 568;jan@web.example;900,00 zł;Rezygnacja;NIE',
      'Ewa Mazur;601 234 569;ewa@web.example;;Wycena wysłana;',
    ],
    people: [
      'Anna Kowalska <anna@web.example> 601 234 567 customer consent-yes [Anna Kowalska won 1200.5]',
      'Jan Nowak <jan@web.example> 601 234 568 lost consent-no [Jan Nowak lost 900]',
      'Ewa Mazur <ewa@web.example> 601 234 569 opportunity',
    ],
  },
  {
    name: 'a builder in Umeå: a cross under "no mailings"',
    locale: 'sv-SE',
    timeZone: 'Europe/Stockholm',
    currency: 'SEK',
    lines: [
      'Kund;Kontaktperson;Mejl;Offert (kr);Läge;Ej utskick',
      'Norrbygg AB;Åsa Lind;asa@bygg.example;12 500;Såld;x',
      'Villa AB;Nils Ek;nils@villa.example;8 000;Nej tack;',
      'Torp HB;Eva Sand;eva@torp.example;3 000;Offert skickad;',
    ],
    people: [
      'Åsa Lind @Norrbygg AB <asa@bygg.example> customer consent-no [Norrbygg AB won 12500]',
      'Nils Ek @Villa AB <nils@villa.example> lost [Villa AB lost 8000]',
      'Eva Sand @Torp HB <eva@torp.example> opportunity [Torp HB open 3000]',
    ],
  },
  {
    name: 'a gardener in Porto: awarded or not, and who is not to be contacted',
    locale: 'pt-PT',
    timeZone: 'Europe/Lisbon',
    lines: [
      'Nome;Telemóvel;Email;Orçamento;Adjudicado;Não contactar',
      'Ana Silva;912 345 678;ana@web.example;1.500,00 €;Sim;',
      'Rui Costa;912 345 679;rui@web.example;700,00 €;Não;X',
      'Eva Reis;912 345 680;eva@web.example;;;',
    ],
    people: [
      'Ana Silva <ana@web.example> 912 345 678 customer [Ana Silva won 1500]',
      'Rui Costa <rui@web.example> 912 345 679 lead|opportunity|lost consent-no [Rui Costa open 700]|[Rui Costa lost 700]',
      'Eva Reis <eva@web.example> 912 345 680 lead',
    ],
  },
  {
    name: 'a photographer: the day of the wedding is no day of buying, what is due no revenue',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    currency: 'GBP',
    lines: [
      'Couple,Wedding date,Venue,Booked,Package price,Balance due,Email',
      'Ann Lee & Tom Hill,12/09/2026,The Barn,Y,"£1,800","£1,200",ann@lee.example',
      'Joy Day & Max Roe,20/03/2026,Hall,Y,"£900","£0",joy@day.example',
      'Sue Fox & Ian Bell,01/08/2027,tbc,N,,,sue@fox.example',
    ],
    people: ['Ann Lee <ann@lee.example> lead', 'Joy Day <joy@day.example> lead', 'Sue Fox <sue@fox.example> lead'],
    // A day may be booked as well as a wedding: nobody is a customer by it.
    says: /12 cells go to the notes under their header: Wedding date, Venue, Booked, Package price, Balance due/,
  },
  {
    name: 'a workbook saved as text: phones without their plus, days as numbers',
    lines: [
      'Name;Telefon;Erstkontakt;Gewonnen am;Umsatz',
      'Ada Holm;491701234567;46054;46085;1.200',
      'Bo Lind;491701234568;46055;46100;300',
      'Cy Ott;491701234569;46056;;',
    ],
    people: [
      'Ada Holm 491701234567 customer [Ada Holm won 1200]',
      'Bo Lind 491701234568 customer [Bo Lind won 300]',
      'Cy Ott 491701234569 lead',
    ],
    steps: ['customer 2026-03-04', 'customer 2026-03-19'],
  },
  {
    name: 'crosses under offer, yes and no',
    lines: [
      'Name;Mail;Angebot;Zusage;Absage',
      'Ada Holm;ada@mill.example;x;x;',
      'Bo Lind;bo@quay.example;x;;x',
      'Cy Ott;cy@fern.example;x;;',
      'Dora Ulm;dora@ulm.example;;;',
    ],
    people: [
      'Ada Holm <ada@mill.example> customer',
      'Bo Lind <bo@quay.example> lost|lead',
      'Cy Ott <cy@fern.example> opportunity|lead',
      'Dora Ulm <dora@ulm.example> lead',
    ],
    says: /One cell goes to the notes under their header: Absage/,
  },
  {
    name: 'opted in and opted out in two columns: out counts',
    locale: 'nl-NL',
    timeZone: 'Europe/Amsterdam',
    lines: [
      'Naam;E-mail;Opt-in;Opt-out',
      'Jan Smit;jan@smit.example;ja;nee',
      'Piet Vos;piet@vos.example;nee;ja',
      'Anna Bos;anna@bos.example;ja;ja',
      'Eva Kok;eva@kok.example;;',
    ],
    people: [
      'Jan Smit <jan@smit.example> lead consent-yes',
      'Piet Vos <piet@vos.example> lead consent-no',
      'Anna Bos <anna@bos.example> lead consent-no',
      'Eva Kok <eva@kok.example> lead',
    ],
  },
  {
    name: 'three people at the address of the office',
    lines: [
      'Firma;Ansprechpartner;E-Mail;Telefon',
      'Mühle GmbH;Ada Holm;info@muehle.example;030 555010',
      'Mühle GmbH;Bo Lind;info@muehle.example;030 555010',
      'Mühle GmbH;Cy Ott;info@muehle.example;030 555010',
    ],
    people: [
      'Ada Holm @Mühle GmbH <info@muehle.example> 030 555010 lead',
      'Bo Lind @Mühle GmbH <info@muehle.example> 030 555010 lead',
      'Cy Ott @Mühle GmbH <info@muehle.example> 030 555010 lead',
    ],
  },
  {
    name: 'the wish not to be called stands before the name',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    lines: [
      'Name,Phone,Email',
      'DO NOT CALL - Cy Ott,01632 960003,cy@fern.example',
      'Ada Holm (opted out),01632 960001,ada@mill.example',
      'Bo Lind,01632 960002,bo@quay.example',
    ],
    people: [
      'Cy Ott <cy@fern.example> 01632 960003 lead consent-no',
      'Ada Holm <ada@mill.example> 01632 960001 lead consent-no',
      'Bo Lind <bo@quay.example> 01632 960002 lead',
    ],
  },
  {
    name: 'a physiotherapist: a birthday is no day of coming in, a doctor no company',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    lines: [
      'Patient,DOB,Mobile,GP,First seen,Recall due',
      'Ada Holm,04/05/1961,07700 900001,Dr Patel,02/03/2026,01/09/2026',
      'Bo Lind,11/12/1978,07700 900002,Dr Shah,05/03/2026,',
    ],
    people: ['Ada Holm 07700 900001 lead|customer', 'Bo Lind 07700 900002 lead|customer'],
  },
];
