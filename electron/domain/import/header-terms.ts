// Words of headers in the languages they come in, by what they become; folded when they are loaded.
import type { ImportTarget } from '../../../shared/import-targets.ts';

/** Phrases per target, the likeliest first; where one header fits two targets, the earlier target has it. */
export const phrases: readonly (readonly [ImportTarget, string])[] = [
  [
    'email',
    'email|email address|e-mail|mail|mail address|email 1|primary email|work email|business email|email work|e-mail 1 value|e-mail adresse|emailadresse|mailadresse|adresse e-mail|adresse mail|courriel|correo|correo electronico|direccion de correo electronico|indirizzo email|posta elettronica|e-mailadres|adres e-mail|adres email|endereco de e-mail|e-post|e-postadress|sahkoposti|email id|contact email|user email|lead email|person email|invitee email|attendee email|subscriber|your email|eposta|почта|эл почта|электронная почта|メールアドレス|メール|电子邮件|邮箱|이메일|correo electronico del contacto|e mail privat geschaftlich|mail pro|emails|البريد|البريد الالكتروني|البريد الإلكتروني|الايميل|ईमेल|buyer email|customer email|billing email|respondent email|subscriber email',
  ],
  [
    'otherEmail',
    'other e-mail|further e-mail|secondary email|email 2|e-mail 2|e-mail 2 address|e-mail 3 address|other email|personal email|home email|email home|email other|private email|alternate email|alternative email|additional email addresses|e-mail 2 value|e-mail 3 value|email privat|zweite e-mail',
  ],
  [
    'phone',
    'phone|phone number|phones|phone numbers|telephones|telefonnummern|telefone|telefonos|telefoons|telefoonnummers|telefoni|telephone|kontaktinfo|contact info|contact information|kontaktdaten|contactgegevens|contact details|telephone number|tel|tel no|tel nr|work phone|business phone|office phone|phone work|primary phone|phone 1|phone 1 value|direct phone|contact number|contact no|contact phone|mobile|mobile phone|mobile number|mobile no|cell|cell phone|cellphone|cell number|phone mobile|whatsapp|whatsapp number|telefon|telefonnummer|rufnummer|telefon geschaftlich|mobil|mobiltelefon|handy|handynummer|mobilnummer|telephone portable|numero de telephone|portable|telefono|numero de telefono|movil|celular|cellulare|numero di telefono|telefoon|telefoonnummer|mobiel|telefone|telemovel|telefon komorkowy|numer telefonu|telefonnr|puhelin|your phone|телефон|номер телефона|電話番号|電話|电话|手机|전화번호|sms|text reminder number|numero de telephone portable|phone no|mobile phone number|numero de telefono celular|telefon dienstlich|telefon mobil|tel portable|tel fixe|الهاتف|رقم الهاتف|الجوال|الموبايل|फ़ोन|मोबाइल|user phone|buyer phone|billing phone|mobile no|contact phone number|whatsapp no|tel mobile|telephone 1|telefon 1|gsm',
  ],
  ['scoreAdjustments', 'score adjustments|points by hand'],
  ['nextSteps', 'all next steps'],
  [
    'otherPhone',
    'other phone|further phone|home phone|phone home|phone other|other phone|secondary phone|phone 2|phone 2 value|business phone 2|home phone 2|car phone|company main phone|alternate phone|second phone|direct line|telefon privat|telefon 2|company phone|corporate phone|work direct phone',
  ],
  [
    'firstName',
    'first name|firstname|given name|forename|fname|name first|vorname|prenom|nombre|primer nombre|nome|primo nome|voornaam|primeiro nome|imie|fornamn|fornavn|etunimi|jmeno|имя|名|n given',
  ],
  [
    'lastName',
    'last name|lastname|surname|family name|lname|name last|second name|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos|cognome|achternaam|sobrenome|apelido|nazwisko|efternamn|etternavn|efternavn|sukunimi|prijmeni|soyad|soyadi|фамилия|姓|name adressattyp naturl person',
  ],
  [
    'fullName',
    'name|full name|fullname|dane klienta|dane osobowe|anspr person|contact name|contact|lead name|person name|customer name|client name|person|display name|attendee name|attendee|invitee name|user name original name|contact person|person in charge|your name|ansprechpartner|kontakt|kontaktname|kontaktperson|kunde|kundenname|vollstandiger name|vor und nachname|name vorname|vorname nachname|nom complet|nom et prenom|nombre completo|nombre y apellidos|contacto|nome completo|nome e cognome|nominativo|volledige naam|naam|contactpersoon|imie i nazwisko|namn|navn|nimi|фио|контакт|氏名|お名前|名前|姓名|이름|customer|client|lead|prospect|interessent|fn|formatted name|who|wer|qui|quien|chi|wie|associated contact|name des kontakts|nom du contact|nombre del contacto|responsable de contacto|anrufer|caller|caller name|gesprachspartner|angerufener|wen|appelant|contact appele|llamante|card name|aufgabe name|الاسم|الاسم الكامل|नाम|name original name|founder|founder name|fondateur|fondatrice|fondateurs|dirigeant|dirigeants|nom du dirigeant|gerant|geschaftsfuhrer|geschaftsfuhrerin|inhaberin|buyer|buyer name|ship name|shipping name|billing name|recipient name|recipient|guest name|registrant name|bill to name|participant|participant name|teilnehmer|interlocuteur|titolare|titular|representante|student name|patient name|member name|main contact|primary contact|primary contact name|contact principal|contacto principal|persona de contacto|persona di contatto|hauptansprechpartner|hauptkontakt|patient|patientin|couple|applicant|member|student|pupil|donor|guest|tenant|landlord|homeowner|cliente|paciente|paziente|mandant|mandantin|bewerber|bewerberin|mitglied|gast|schuler|schulerin|socio|alumno|aluno|utente|iscritto|allievo|klant|klient|kund|pacjent|uczestnik|deltagare|medlem|enquirer|inquirer|household|haushalt|eltern|parent|parents|parent name|guardian|policyholder|policy holder|insured|purchaser|passenger|trainee|candidate|kandidat|candidat|candidato|adherent|eleve|locataire|inquilino|hospede|ospite|huurder|deelnemer|kursant|names|bride and groom|cognome nome|cognome e nome|nachname vorname|nachname und vorname|nom prenom|noms et prenoms|apellidos nombre|apellidos y nombre|last name first name|surname first name|surname forename|last first|achternaam voornaam|nazwisko imie|nazwisko i imie|apelido nome|efternamn fornamn',
  ],
  [
    'company',
    'company|company name|companyname|firmename|restaurant name|shop name|store name|organization|organisation|organization name|organisation name|organization 1 name|account|account name|associated company|primary associated company|company account|business|business name|employer|firm|firma|firmenname|unternehmen|unternehmensname|betrieb|entreprise|societe|nom de l entreprise|raison sociale|empresa|compania|nombre de la empresa|azienda|societa|ragione sociale|bedrijf|bedrijfsnaam|organisatie|nome da empresa|nazwa firmy|spolka|foretag|virksomhed|yritys|firmanavn|sirket|company or organization|компания|организация|会社名|会社|公司|公司名称|회사|org|name des unternehmens|nom de l organisation|nombre de empresa|company 1|firmen|company organization|company business name|customer company|azienda societa|empresa cliente|accounts|companies|organisations|organizations|الشركة|कंपनी|bill to company|billing company|company name for emails|nom de l etablissement|etablissement|denomination|denominacion social|razon social|denominazione|firma name|praxis|verein|school name|institution|nazwa|nombre comercial|name adressattyp unternehmen',
  ],
  [
    'jobTitle',
    'job title|jobtitle|title|position|role|job role|job position|job|occupation|current occupation|designation|function|job function|organization title|organization 1 title|contact title|berufsbezeichnung|beruf|stelle|stellenbezeichnung|funktion|fonction|poste|intitule du poste|puesto|cargo|ruolo|posizione|qualifica|functie|functietitel|stanowisko|befattning|stilling|gorev|должность|役職|职位|직책|current title|headline position|role title|position titel|titre du poste|titulo del puesto|المسمى الوظيفي',
  ],
  [
    'industry',
    'industry|sector|industry sector|vertical|branche|industrie|wirtschaftszweig|secteur|secteur d activite|sector de actividad|industria|settore|setor|branza|bransch|отрасль|業種|行业|company industry',
  ],
  [
    'companySize',
    'company size|number of employees|no of employees|employees|employee count|num employees|numberofemployees|# employees|size|headcount|team size|staff|company headcount|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|unternehmensgrosse|firmengrosse|nombre d employes|effectif|effectifs|taille de l entreprise|numero de empleados|empleados|tamano de la empresa|numero di dipendenti|dipendenti|aantal medewerkers|medewerkers|numero de funcionarios|liczba pracownikow|antal ansatte|antal anstallda|сотрудников|従業員数|员工人数|how many people work there|how many employees|how many people|number of staff|team|wie viele mitarbeiter|anzahl der mitarbeiter|no employees|n empleados|num empleados|cantidad de empleados|n dipendenti|aantal werknemers|numero de colaboradores',
  ],
  [
    'country',
    'country|country region|country name|country region name|country code|mailing country|billing country|home country|business country region|address 1 country|ip country|land|pays|pais|paese|kraj|maa|zeme|ulke|nation|страна|国|国家|국가|land region|pays region|pais region|paese regione|po country|address country',
  ],
  [
    'region',
    'region|state|state region|state province|province|county|mailing state|mailing state province|billing state|home state|business state|address 1 region|bundesland|kanton|provincia|regione|regio|provincie|estado|wojewodztwo|region etat|state code|регион|область|都道府県|省|po region|address state',
  ],
  [
    'city',
    'city|town|mailing city|billing city|home city|business city|address 1 city|location|city town|ort|stadt|wohnort|ville|ciudad|citta|plaats|stad|woonplaats|cidade|miasto|by|kaupunki|mesto|sehir|localidad|localite|город|市区町村|市|城市|po city|billing town|address city',
  ],
  [
    'website',
    'website|web site|website url|web page|webpage|homepage|url|company url|company website|company domain name|company domain|domain|website 1 value|webseite|internet|internetseite|site web|site internet|sitio web|pagina web|sito|sito web|strona www|strona internetowa|hemsida|hjemmeside|сайт',
  ],
  [
    'linkedinUrl',
    'linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin link|person linkedin url|linkedin bio|profile url|profil linkedin|perfil de linkedin|profilo linkedin|profile link|linkedin profile link|public profile url|sales navigator url',
  ],
  [
    'externalId',
    'record id|recordid|lead id|mql id|leadid|contact id|prospect id|customer id|client id|person id|external id|externalid|account id|user id|crm id|object id|entry id|attendee #|submission id|uuid|guid|id|zcrm id|zoho id|kundennummer|kunden nr|kundennr|kunden id|debitor|debitorennummer|debitor nr|lead nummer|lead number|lead no|customer number|customer no|numero client|numero de cliente|id cliente|codice cliente|klantnummer|nr klienta|kundnummer|номер|datensatz id|kd nr|kdnr|kunden nummer|record number|id de registro|id de l enregistrement|id record|member id|membership no|mitgliedsnummer|subscriber id|contact number|id objet|n client|no client|num cliente|codigo cliente|klant nr|siren|siret|customer number id|debitorenkonto|kontonummer|mitglied nr|mitgliedsnr|contact hubspot id|hubspot id|hs object id|salesforce id|pipedrive system id|person pipedrive system id|deal contact person id|contact person id|apollo contact id|zoominfo contact id|zoominfo id|konto|account number|contact no id|kunden nr debitor|customer ref|client ref|reference client|tessera|n tessera|numero tessera|numero socio|n socio|n adherent|numero adherent',
  ],
  [
    'channelId',
    'lead source|leadsource|source|origin|lead origin|original source|original source type|original traffic source|channel|lead origin|source name|lead channel|utm source|traffic source|first touch channel|acquisition channel|acquisition source|how did you hear about us|how did you hear|referral source|quelle|lead quelle|leadquelle|herkunft|kanal|origine|canal|source du lead|provenance|origen|fuente|fuente del lead|fonte|fonte lead|canale|bron|leadbron|kilde|kalla|zrodlo|источник|流入元|来源|where from|woher|wie gefunden|wie haben sie von uns erfahren|comment nous avez vous connu|como nos conocio|come ci ha conosciuto|ursprungliche quelle|source d origine|fuente original|fonte originale|utm medium source|how did they hear|how they heard|how heard|heard from|heard via|lead from|came from|how found us|found us via|contact source|kontaktquelle|source de contact|how did you find me|how did you find us|how did they find us|how did they find me|where did you find us|where did you hear|hoe gevonden|hoe gevonden op|via|comment connu|comment trouve|como nos encontro|come ci ha trovato|jak nas znalazl|hur hittade du oss',
  ],
  [
    'campaignId',
    'campaign|campaign name|campaign title|utm campaign|marketing campaign|campaign source|kampagne|kampagnenname|campagne|nom de la campagne|campana|nombre de la campana|campagna|nome campagna|campanha|kampania|kampanj|кампания|campaign name ad|nombre de campana',
  ],
  [
    'memberId',
    'owner|lead owner|contact owner|record owner|deal owner|company owner|account owner|owner name|assigned to|assigned|assignee|salesperson|sales person|sales rep|rep|account manager|responsible|sales owner|besitzer|inhaber|verantwortlich|verantwortlicher|zustandig|betreuer|vertriebler|proprietaire|responsable|propietario|asignado a|proprietario|responsabile|assegnato a|eigenaar|verantwoordelijke|wlasciciel|opiekun|ответственный|担当者|opportunity owner|kontakt zustandiger|kontaktinhaber|zustandiger|proprietaire du contact|propietario del contacto|proprietario del contatto|contact person internal|agent|handled by|sachbearbeiter|bearbeiter|aussendienst|commercial|comercial|vendedor|venditore|verkoper|sales agent|assigned|assigned user|assigned to user|owner full name|sales executive|kundenbetreuer|vertriebsmitarbeiter|zugewiesen|zugewiesen an|agent commercial|owned by|owner email|responsible person|responsible user|record owner alias|negotiator|saljare|sprzedawca|handlowiec',
  ],
  [
    'stage',
    'stage|lead status|status|won lost|gewonnen verloren|gagne perdu|ganado perdido|vinto perso|gewonnen verloren|financial status|zahlstatus|payment state|order status|invoice status|payment status|bestellstatus|auftragsstatus|rechnungsstatus|zahlungsstatus|statut de la commande|estado del pedido|stato ordine|orderstatus|lifecycle stage|lifecyclestage|lead stage|deal stage|pipeline stage|funnel stage|sales stage|contact status|contact stage|customer status|deal status|opportunity stage|marketing status|converted|is converted|isconverted|is customer|won|phase|leadstatus|lead phase|vertriebsphase|statut|etape|etape du cycle de vie|statut du lead|estado del lead|etapa|fase|stato|stato lead|leadstatus|situatie|statusz|etap|skede|стадия|статус|ステータス|状态|lifecycle phase|phase du cycle de vie|etapa del ciclo de vida|fase del ciclo di vita|situacao|farbe status|ampel|status lead|kontaktstatus|kundenstatus|lead status label|deal phase|estado del contacto|estado del cliente|estatus|stage name|stagename|status name|opportunity status|deal stage name|lead stage name|pipeline stage name|list name|kundentyp|status label|contact type|customer type|relationship|relationship status|where up to|where are we|progress|ou en est on|ou en est|avancement|lage|laget|stand|stand der dinge|esito|ergebnis|resultat|resultado|risultato|result|outcome status|stan|voortgang|andamento|state of play',
  ],
  [
    'reason',
    'reason|lost reason|deal lost reason|loss reason|closed lost reason|reason lost|disqualification reason|disqualified reason|rejection reason|unqualified reason|verlustgrund|ablehnungsgrund|grund|raison de perte|motivo|motivo de perdida|motivo perdita|cancellation reason|reason for loss|warum verloren|absagegrund|motif|motif de perte|motivo perda',
  ],
  [
    'createdOn',
    'created|create date|created date|createddate|created at|created on|creation date|created time|date created|date added|added|added on|added time|first seen|signup date|sign up date|lead date|lead created|submitted at|submission date|inquiry date|enquiry date|registered|registration time|registration date|timestamp|optin time|confirm time|person created|lead created date|erstellt|erstellt am|erstelldatum|erstellungsdatum|angelegt am|angelegt|anlagedatum|eingang|eingangsdatum|date de creation|cree le|fecha de creacion|creado|creado el|data creazione|data di creazione|creato il|aangemaakt|aangemaakt op|aanmaakdatum|data de criacao|data utworzenia|utworzono|skapad|oprettet|дата создания|作成日|创建时间|first contact|first contacted|erstkontakt|premier contact|primer contacto|primo contatto|eerste contact|date registered|signed up|kontakt seit|lead seit|inquiry received|anfrage vom|anfragedatum|fecha de alta|alta|data di contatto|data contatto|fecha de contacto|date de contact|contact date|kontaktdatum|datum kontakt|data do contato|data de contato|data de cadastro|lead submit time|submit time|submit date|submission time|submitted|submitted on|submitted time|submitted date|date submitted|entry date|eintragsdatum|eingereicht am|abgeschickt am|gesendet um|date de soumission|fecha de envio|data invio|lead erstellt|event created date time|booked on|date entered|date in|date received|received on|received|received date|erhalten am|inquiry received on|lead created at|created time utc|created utc|created at utc|date of first contact|first contact date|date first contact|datum anfrage|date d ajout|date d inscription|fecha de registro|fecha de ingreso|data di inserimento|data inserimento|datum aanmaak|data wplywu|opt in date|optin date|anmeldedatum|registrierungsdatum|registriert am|zeitstempel|horodateur|marca temporal|informazioni cronologiche|carimbo de data hora|tijdstempel|profile created on|conversion time|date creation|created by time|date de creation de la fiche|lead creation date|inserted at|contact created at|contact creation date|person creation date|lead lead created|joined|joined on|joined group on|member since|mitglied seit|beigetreten am|data iscrizione|fecha de inscripcion|date inscription|data inscricao|subscribed on|subscription date|date subscribed|1st contact|first contact on|1 kontakt|erster kontakt|1er contact|connected on|connected|verbunden am|connexion le|conectado el|date referred|referred on|enquired|enquired on|anfrage am|data cadastro|date of enquiry',
  ],
  [
    'mqlOn',
    'mql date|became mql|became mql on|mql on|became a marketing qualified lead date|date entered marketing qualified lead|marketing qualified date|mql since|mql datum|date mql|fecha mql|data mql|mql at|marketing qualified on|mql|datum mql|mql seit',
  ],
  [
    'sqlOn',
    'sql date|became sql|became sql on|sql on|became a sales qualified lead date|date entered sales qualified lead|sales qualified date|sql since|sql datum|date sql|fecha sql|data sql|sql at|accepted on|accepted date|accepted|sales accepted date|sales accepted on|qualified date|converted date|converteddate|conversion date|akzeptiert am|angenommen am|qualified on|sql|sal',
  ],
  [
    'opportunityOn',
    'opportunity date|became opportunity|became opportunity on|became an opportunity date|opportunity created|opportunity on|opportunity since|deal created|deal deal created|date entered opportunity|proposal date|angebotsdatum|deal create date|engage date|opportunity created date|quote date|estimate date',
  ],
  [
    'customerOn',
    'customer date|became customer|became customer on|became a customer date|customer since|customer on|date entered customer|won date|won on|won time|date won|closed won date|deal won date|purchase date|first purchase|first order date|order date|sale date|sold on|signed on|contract date|kunde seit|kunde ab|gewonnen am|kaufdatum|client depuis|date de signature|cliente desde|fecha de compra|cliente dal|data acquisto|klant sinds|data zakupu|data da compra|client since|kunde seit datum|cliente depuis|date client|invoice date|rechnungsdatum|date facture|date de facture|fecha factura|data fattura|payment date|paid at|paid on|date paid|bestelldatum|date commande|date de commande|fecha de pedido|data ordine|sale date',
  ],
  [
    'lostOn',
    'lost date|lost on|lost time|date lost|closed lost date|deal lost date|verloren am|perdu le|perdido el|perso il|verloren op|lost|verloren|perdu|perdido',
  ],
  ['disqualifiedOn', 'disqualified date|disqualified on|date disqualified|unqualified date'],
  [
    'nurtureUntil',
    'nurture until|nurture date|recontact on|recycle date|contact again on|wiedervorlage|wiedervorlage am|relance|relancer le',
  ],
  [
    'stageOn',
    'status date|stage date|stage since|status since|status changed|status changed on|last stage change|in stage since|stage entered|status seit|phase seit|date entered current stage|date entered stage|entered stage|entered stage on|entered current stage|last stage change date|stage changed on|stage change date|stage entry date|in phase seit',
  ],
  [
    'dealName',
    'deal|deal name|deal title|opportunity|opportunity name|dealname|geschaft|angebot|project name|opportunity title|deals|nom de l affaire|affaire|opportunite|oportunidad|opportunita|negocio|trattativa|lead title',
  ],
  [
    'dealAmount',
    'amount|deal amount|deal value|value|opportunity amount|revenue|total revenue|order value|order total|contract value|sale amount|sales|price|deal size|total|won amount|won value|acv|arr|mrr|wert|betrag|umsatz|auftragswert|auftragssumme|auftragsvolumen|montant|valeur|chiffre d affaires|importe|valor|ingresos|importo|valore|fatturato|bedrag|waarde|omzet|kwota|wartosc|belopp|belob|сумма|金額|金额|total spent|total spend|lifetime value|customer lifetime value|bisheriger umsatz|net sales|estimated value|expected value|potential value|quote amount|quoted|quote value|quotation|estimate|price quote|quote|quotes|offer price|angebotssumme|angebotswert|angebotspreis|angebotsbetrag|angebotshohe|preis|prix|precio|prezzo|montant du devis|montant ht|montant ttc|importe presupuesto|valor do negocio|importo preventivo|offertebedrag|potenzial|auftragswert eur|wert eur|value eur|value usd|amount usd|amount eur|deal value usd|close value|order amount|order total amount|total amount|invoice amount|rechnungsbetrag|bestellwert|gesamtbetrag|total ttc|total ht|importe total|totale|grand total|amount paid|gross amount|net amount|netto|brutto|bruttobetrag|nettobetrag|sale|sale $|sale eur|sale usd|amount cents|amount in cents|total cents|price cents|amount minor|betrag cent|budget amount won|deal worth|opportunity value|primary opportunity value|net|gross|how much|ordervarde|offertsumma|summa offert|orderwaarde|offertewaarde|preventivo|orcamento|montant devis|ca realise|ca ht|ca ttc|offert kr|pris kr|belopp kr|devis ht|devis ttc|presupuesto eur|offerte eur|wartosc oferty|kwota oferty',
  ],
  [
    'closedOn',
    'close date|closed date|closed on|closedate|deal close date|close|closing date|date closed|abschlussdatum|abgeschlossen am|date de cloture|fecha de cierre|data chiusura|sluitingsdatum|closed|deal closed on|deal deal closed on|date de fermeture|close time|date of close|closed at|won lost date|data de fechamento|data de fecho|data zamkniecia|avslutsdatum|stangningsdatum|lukkedato|avslutningsdato',
  ],
  [
    'dealCloseOn',
    'expected close|expected close date|expected closing date|close expected|forecast close|expected revenue date|erwarteter abschluss|voraussichtlicher abschluss|cloture prevue|cierre previsto|chiusura prevista|expected closing|expected close on|forecast date|erwartetes abschlussdatum|fecha de cierre prevista|date de cloture prevue',
  ],
  [
    'dealProbability',
    'probability|deal probability|probability %|win probability|wahrscheinlichkeit|probabilite|probabilidad|probabilita|confidence|confidence %|chance|win chance|close probability|probability of close',
  ],
  [
    'budget',
    'budget|annual budget|budget amount|project budget|max budget|budget eur|budget usd|presupuesto|orcamento|budzet|бюджет|予算',
  ],
  ['need', 'need|has need|need confirmed|bedarf|besoin|necesidad|bisogno'],
  [
    'authority',
    'authority|decision maker|is decision maker|has authority|entscheider|entscheidungstrager|decideur|decisor',
  ],
  ['timeline', 'timeline|has timeline|ready to buy|zeitplan|zeitrahmen'],
  [
    'needNote',
    'need note|needs|pain points|pain point|requirements|requirement|interest|interested in|interesse|anforderungen|anfrage|request|inquiry|enquiry|what they want|wants|looking for|service|service needed|service interested in|product|product interest|product of interest|produkt|produktinteresse|leistung|gewunschte leistung|demande|besoins|solicitud|producto|richiesta|prodotto|aanvraag|pedido|betreff der anfrage',
  ],
  ['authorityNote', 'authority note|decision process|buying role'],
  ['timelineNote', 'timeline note|time frame|timeframe|purchase timeframe|buying timeframe'],
  [
    'consent',
    'consent|gdpr consent|rundbrief|mailing list|infolettre|boletin|nieuwsbrief|bulletin|lettre d information|marketing consent|opt in|optin|opted in|email opt in|newsletter|has newsletter|subscribed|accepts marketing|accepts email marketing|marketing permission|email permission|permission|may be contacted|marketing contact status|einwilligung|werbeeinwilligung|newsletter anmeldung|consentement|consentimiento|consenso|toestemming|zgoda|i agree to be contacted|agree to be contacted|agreed to be contacted|agree to marketing|marketing opt in|newsletter opt in|newsletter subscription|email marketing|email marketing consent|accepts email|invitee accepted marketing emails|accepted marketing emails|marketingkontakt status|email status|email permission status|permission status|subscription status|subscriber status|email subscriber status|darf kontaktiert werden|newsletter ja nein|werbung erlaubt|accord rgpd|accepte newsletter|acepta marketing|acepta comunicaciones|consenso marketing|aceita marketing',
  ],
  [
    'optOut',
    'email opt out|emailoptout|opt out|opted out|hasoptedoutofemail|has opted out of email|unsubscribed|unsubscribed from all email|do not email|do not contact|do not call|donotcall|dnc|email bounced and opted out|abgemeldet|werbesperre|desabonne|no contactar|email blacklisted|blacklisted|marketing suspended|confirmed opt out date|opt out date|unsubscribe date|unsubscribed on|unsubscribed at|date unsubscribed|abgemeldet am|keine werbung|do not market|do not mail|no email|email opt out date|desabonnement|baja|robinson',
  ],
  [
    'nextStep',
    'next step|next steps|next action|next activity|todo|to do|follow up|followup|nachster schritt|prochaine etape|siguiente paso|prossimo passo|volgende stap|what next|whats next|next|nachste schritte|nachste aktion|nachstes|naechster schritt|prochaine action|proxima accion|proximo paso|prossima azione|volgende actie|was tun|to do s|todos|action required|next task|next task text',
  ],
  [
    'nextStepOn',
    'next step date|next step on|chase on|chase date|chase|call on|ring on|next activity date|follow up date|followup date|follow up on|next contact|next contact date|next action date|due date|nachster kontakt|date de relance|proximo contacto|next task date|next task due|next follow up|next followup|next call|next meeting|naechster kontakt|ring back on|call back on|call back date|ring back date|zuruckrufen am|proxima llamada|prossima chiamata|prochain appel|terugbellen op|uppfoljning|follow up am',
  ],
  [
    'activityType',
    'activity type|activity|event type|interaction|interaction type|touchpoint|action|call type|call result|call outcome|type of activity|aktivitat|aktivitatstyp|type d activite|tipo de actividad|tipo attivita|direction|call direction|outcome|disposition|event|event name|ereignis|evenement|evento|action type|what happened|type|attendee status|teilnehmerstatus|statut du participant|estado del asistente|stato partecipante|event type name|richtung|anrufrichtung|sens|direccion llamada|direzione|anrufart|art der aktivitat',
  ],
  [
    'activityOn',
    'activity date|activity time|event date|event time|call date|call time|date of activity|occurred at|interaction date|join time|click time|open time|date|datum|data|fecha|дата|日付|日期|when|aktivitatsdatum|date time|datetime|start date time|start time|scheduled at|meeting date|attended date|date attended|event start date|event start|send date|sent date|sent at|sent on|send time|campaign date|date sent|versanddatum|gesendet am|day|jour|tag|dia|giorno|dag',
  ],
  [
    'activityNote',
    'activity note|call notes|subject|activity subject|interaction note|activity description|betreff|call summary|details',
  ],
  [
    'activityContent',
    'activity content|content name|content title|asset name|asset title|ebook title|guide name|whitepaper title|webinar title|webinar name|ad name|ad title|utm content|download name|downloaded file|resource name|resource title|anzeigenname',
  ],
  ['activityCampaign', 'activity campaign|campaign of activity'],
  [
    'spendAmount',
    'spend|cost|costs|amount spent|ad spend|actual cost|budgeted cost|total spend|total cost|amount spent eur|amount spent usd|amount spent inr|media cost|kosten|ausgaben|depenses|depense|cout|gasto|coste|costo|spesa|kosten eur|uitgaven|koszt|расход|費用|montant depense|montant depense eur|montant depense usd|importe gastado|importe gastado eur|ausgegebener betrag|ausgegebener betrag eur|importo speso|importo speso eur|besteed bedrag|valor gasto|valor usado|cost eur|cost usd|spend eur|spend usd|acquisition cost|campaign cost|campaign spend|marketing spend|werbekosten',
  ],
  [
    'spendFrom',
    'start date|start|from|date from|reporting starts|spend from|campaign start|begin|beginn|startdatum|von|debut|date de debut|fecha de inicio|inicio|data inizio|inizio|begindatum|data rozpoczecia|month|monat|mois|mes|mese|maand|period|zeitraum|periode',
  ],
  [
    'spendTo',
    'end date|end|to|until|date to|reporting ends|spend to|campaign end|ende|enddatum|bis|fin|date de fin|fecha de fin|data fine|fine|einddatum|data zakonczenia',
  ],
  ['reachOn', 'week|week of|week starting|reach week|woche|semaine|semana|settimana'],
  ['strangers', 'strangers|reach|impressions|people reached|reichweite|impressionen|portee|alcance|copertura'],
  [
    'visitors',
    'visitors|visits|sessions|unique visitors|users|besucher|sitzungen|visiteurs|visitantes|visitas|visitatori|bezoekers',
  ],
  [
    'tags',
    'tags|tag|labels|label|person labels|categories|schlagworter|schlagworte|etiquetas|etiquettes|tag list|groups|group|gruppe|gruppen|kategorien|kategorie|categorie|category',
  ],
  [
    'notes',
    'notes|note|comments|comment|description|remarks|remark|message|your message|memo|background|about|bemerkung|bemerkungen|notiz|notizen|kommentar|kommentare|anmerkung|anmerkungen|beschreibung|nachricht|remarque|remarques|commentaire|commentaires|notas|comentarios|observaciones|mensaje|commenti|annotazioni|opmerkingen|opmerking|notities|uwagi|notatki|observacoes|anteckningar|notater|muistiinpanot|poznamka|annual revenue|company revenue|total revenue range|примечание|комментарий|備考|备注|메모|lists|list|email lists|your subject|subject line|observacion|observaciones internas|commentaire libre|sonstiges|info|infos|zusatzinfo|additional information|additional info|other|autres|otros|altro|bijzonderheden|details and notes|meeting notes|internal notes|interne notiz|ca|ca annuel|ca eur|annual turnover|turnover|hinweis|hinweise|huomautus',
  ],
];
