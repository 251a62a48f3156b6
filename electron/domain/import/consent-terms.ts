// Words for and against being contacted, in the languages they come in: as headers of columns, as cells, within notes.
import { yesNo } from './content.ts';
import { headerTerms, normalize } from './text.ts';

/** Against, said outright: "No marketing", "Ne pas contacter". Folded, as all words here. */
const outright = [
  'no (?:more )?(?:e ?mails?|mails?|mailings?|marketing|contact|calls?|sms|texts?|promotions?|advertising)',
  '(?:do not|don ?t|never|please do not) (?:contact|e ?mail|mail|call(?! cent(?:re|er))|phone|text|sms|market|disturb|write|send|ring)',
  'opt(?:ed|s)? ?out',
  'unsubscribed?|unsubscribes',
  '(?:do not|don ?t|never) (?:contact|e ?mail|mail) (?:me|us)|stop (?:e ?mailing|contacting|spamming) (?:me|us)|stop sending (?:me |us )?(?:e ?mails|mails|newsletters)',
  'unsubscribe (?:me|us)(?: from (?:your|the|this|all) (?:mailing |e ?mail )?(?:lists?|newsletters?|e ?mails))?',
  '(?:take|remove|delete) (?:me|us) (?:off|from) (?:your (?:mailing |e ?mail |distribution )?|(?:the|this) (?:mailing |e ?mail |distribution ))(?:list|database)|(?:take|remove|delete) (?:me|us) (?:off|from) (?:your|the|this) newsletter',
  '(?:i|we) (?:no longer|do not|don ?t) (?:want|wish)(?: to (?:receive|get))?(?: any)?(?: more| further)?(?: of)?(?: your| these)? (?:e ?mails|mails|newsletters?|mailings|marketing)',
  '(?:streichen|loschen|entfernen|nehmen) sie (?:bitte )?(?:mich|uns) (?:aus|von) (?:dem|ihrem|diesem|ihrer|der) (?:e ?mail ?)?(?:verteiler|newsletter|mailing ?liste)',
  '(?:schicken|senden) sie (?:mir|uns) (?:bitte )?keine (?:weiteren )?(?:e ?mails|mails|werbung|newsletter) mehr|newsletter (?:bitte )?(?:abmelden|abbestellen)',
  'ne (?:m|nous) envoyez (?:plus|pas) d (?:e ?mails?|infolettres?)|ne (?:m|nous) envoyez (?:plus|pas) de (?:mails?|courriels?|pub|publicites?|newsletters?)|(?:desabonnez|desinscrivez) (?:moi|nous)',
  '(?:darme|dadme|denme|dame) de baja|cancellatemi|disiscrivetemi',
  'suppressed|(?:e ?mail |sms )?(?:blacklisted|block ?listed)',
  'keiner?n? ?(?:weitere )?(?:werbung|mails?|e ?mails?|anrufe|kontaktaufnahme|werbemails?|post|zusendung(?:en)?|mailings?|werbepost)(?: mehr)?',
  'nicht(?: mehr)? (?:kontaktieren|anrufen|anschreiben|anmailen|bewerben|kontaktiert werden|angeschrieben werden)',
  'werbe ?(?:sperre|verbot|stopp|widerspruch)|werbung untersagt|gesperrt fur werbung',
  'widersprochen|abgemeldet|newsletter ?abmeldung(?:en)?|robinson(?: ?liste)?|sperrvermerk',
  'ne (?:plus|pas) (?:etre )?(?:contacte[er]?|appeler|demarcher|prospecter|ecrire|relancer|demarche|rappeler)',
  'desabonnee?s?|desinscrite?s?|desinscription|desabonnement|pas de (?:pub|publicite|demarchage|prospection|mails?)|bloctel',
  'no (?:contactar|molestar|llamar|escribir|enviar)|dad[oa]s? de baja|lista robinson|(?:sin|no) publicidad|baja(?: newsletter)?',
  'non (?:contattare|chiamare|disturbare|scrivere|inviare)|disiscritt[oaie]|disiscrizion[ei]|cancellat[oaie] dalla (?:newsletter|lista)|(?:no|niente) pubblicita',
  'niet (?:meer )?(?:contacteren|bellen|mailen|benaderen|aanschrijven)|uitgeschreven|afgemeld|geen (?:reclame|mails?|mailings?|marketing)',
  'nao (?:contact[ae]r?|contatar|ligar|enviar|perturb[ae]r?|incomodar)|cancelou a (?:inscricao|subscricao)|descadastrad[oa]s?|sem publicidade',
  'nie (?:kontaktowac|dzwonic|wysylac|pisac)|wypisan[yae]|bez (?:reklam|mailingu)|sprzeciw(?: marketingowy)?',
  'kontakta (?:inte|ej)|ring inte|avregistrerade?|avanmald|(?:ingen|inga|inget|ej) (?:reklam|utskick|mejl|mail|e ?post)|frabett reklam|afmeldt|avmeldt|ikke kontakt|ingen (?:reklame|mails?|e ?post)',
].join('|');
/** Against as well, and parts of the names of firms. */
const nouns = 'suppression(?: list)?|suppressed list|(?:e ?mail |sms )?(?:blacklist|block ?list)|dnc|dnm';
const against = `${outright}|${nouns}`;

/** Against only as a column's name over yes and no. */
const againstAsHeader =
  'blocked|gesperrt|widerspruch|werbe ?widerspruch|opposition|oposicion|opposizione|bezwaar|oposicao|rezygnacja|sparrad|liste rouge|cancellat[oa]|austragung|abmeldung';

const inFavor = [
  'consent(?:s|ed)?(?: given| granted| to (?:contact|marketing|e ?mails?))?|opt(?:ed|s)? ?in|permission',
  '(?:may|can|could|should) (?:we|i) (?:contact|e ?mail|call|phone|write|send|keep in touch)',
  '(?:may|can) be (?:contacted|e ?mailed|called)|(?:ok|okay|happy|wants|agrees?|agreed|willing) to (?:be )?(?:contact(?:ed)?|e ?mail(?:ed)?|call(?:ed)?|receive|hear)',
  '(?:marketing|e ?mails?|mailing|sms|contact) (?:ok|okay|allowed|permitted|consent|permission|agreed)|(?:accepts?|allows?|agrees to|wants) (?:e ?mail )?(?:marketing|mailings?)',
  'einwilligung|werbeeinwilligung|einverstandnis|einverstanden|werbung (?:ok|okay|erlaubt|gestattet)',
  'darf (?:man )?(?:kontaktiert|angeschrieben|angerufen|angemailt|beworben|kontaktieren)(?: werden)?|kontaktaufnahme (?:ok|erlaubt)',
  'consentement|accepte (?:la |de |les |d etre )?(?:prospection|demarchage|publicite|recevoir|contacte|emails?|mails?)|accord (?:rgpd|marketing|commercial)',
  'consentimiento|acepta (?:la )?(?:publicidad|marketing|comunicaciones|recibir|ser contactad[oa])|autoriza (?:el )?(?:contacto|marketing|publicidad)',
  'consenso|accetta (?:la )?(?:pubblicita|marketing|comunicazioni|di essere contattat[oa])|autorizza (?:il )?(?:contatto|marketing)',
  'toestemming|mag (?:worden )?(?:gemaild|gebeld|benaderd|gecontacteerd|aangeschreven)(?: worden)?|akkoord (?:met )?(?:mails?|marketing)',
  'consentimento|aceita (?:a )?(?:publicidade|marketing|comunicacoes|receber|ser contactad[oa])|autoriza contacto',
  'zgoda(?: marketingowa| na (?:marketing|kontakt|newsletter))?|samtycke|samtykke|godkanner (?:utskick|reklam|kontakt)|far kontaktas|suostumus',
].join('|');

const word = (some: string, whole: boolean): RegExp =>
  new RegExp(whole ? `^(?:${some})$` : `(?<![\\p{L}\\p{N}])(?:${some})(?![\\p{L}\\p{N}])`, 'u');
const headerAgainst = word(`${against}|${againstAsHeader}`, false);
const headerInFavor = word(inFavor, false);
const wholeAgainst = word(against, true);
/** Words beside which "consent" is about something else than being written to. */
const ofPolicy = /datenschutz|privacy|terms|\bagb\b|policy|confidentialit|privacidad|cookie|photo|foto/;

/** What a column of answers under this header says; null: nothing about being contacted. */
export function consentOfHeader(header: string): 'consent' | 'optOut' | null {
  const words = headerTerms(header.replace(/[’']/g, ' ')).join(' ');
  if (words.length > 120 || ofPolicy.test(words)) return null;
  if (headerAgainst.test(words)) return 'optOut';
  return headerInFavor.test(words) ? 'consent' : null;
}

const bare = (text: string): string =>
  normalize(text.replace(/[’']/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True for a word or phrase that says as a whole that somebody is not to be contacted: a status, a tag. */
export const saysOptOut = (text: string): boolean => text.length <= 60 && wholeAgainst.test(bare(text));

const polite =
  'bitte|please|pls|svp|s il vous plait|merci de|merci|por favor|alstublieft|aub|per favore|prosze|hat|has|is|ist|wants?|wunscht|mochte|customer|kunde|kundin|client|asked|requested|says?';
const ended =
  'mehr|any ?more|again|ever|at all|thanks?|thank you|danke|merci|gracias|grazie|por favor|per favore|bitte|please|pls|svp|asap';
const since =
  '(?:since|seit|ab|depuis|desde|dal|sinds|sedan|from|as of|vom|am|on|per|by|via|in|le|il|el|op|\\d{1,4}|phone|telefon|telefonisch|e ?mail|mail|jan\\p{L}*|feb\\p{L}*|mar\\p{L}*|marz|apr\\p{L}*|mai|may|jun\\p{L}*|jul\\p{L}*|aug\\p{L}*|sep\\p{L}*|o[ck]t\\p{L}*|nov\\p{L}*|de[cz]\\p{L}*)';
const wholeWish = new RegExp(
  `^(?:(?:${polite}) )*(?<core>${against})(?: (?:${ended}))*(?<date>(?: (?:${since}))*)(?: (?:${ended}))*$`,
  'u',
);
/** "Do not call" has no day, and "opted out" has. */
const isNegative =
  /^(?:no|do|don|never|please|keine?r?n?|nicht|ne|pas|non|niente|niet|geen|nao|sem|nie|bez|kontakta|ring|ej|inget|inga|ingen|sin|ikke|frabett)(?![\p{L}])/u;
const isSince = /^ (?:since|seit|ab|depuis|desde|dal|sinds|sedan|as of)(?![\p{L}])/u;
/** Without a plural and without a "please", a mail is an address: "keine E-Mail". */
const noAddress =
  /^(?:(?:has|have|hat|a|ha|tiene|tem|heeft|har) )?(?:no|not any|without|keine?|ohne|pas d|pas de|sans|sin|no tiene|nessuna?|senza|non ha|geen|zonder|sem|nao tem|brak|bez|ingen|inget|utan|ei|uden|mangler) ?(?:e ?mail|mail|email|courriel|mel|correo(?: electronico)?|posta elettronica|mejl|e ?post|e ?maila|sahkopostia)(?: ?(?:address|adresse|adres|adress|addresse|known|bekannt|vorhanden|available|hinterlegt|conocido|connu|given|on file))*$/;
const onlyNewsletter =
  /^(?:no|keine?n?|pas d[e]?|sin|senza|niente|geen|sem|bez|ingen|inget) ?(?:newsletters?|infolettre|boletin|nieuwsbrief|nyhetsbrev)(?: (?:please|bitte))?$/;

/**
 * How a phrase as a whole asks not to be contacted: 'outright'; 'short' by "no calls"; 'noun' by a word that names firms as well;
 * 'initials' by DNC; 'address' says that there is no e-mail address; 'newsletter' is about that alone.
 */
export type Wish = 'outright' | 'short' | 'noun' | 'initials' | 'address' | 'newsletter';

/** What a phrase as a whole asks; null: nothing of the kind. */
export function wishOf(text: string): Wish | null {
  if (text.length > 80) return null;
  const words = bare(text);
  if (noAddress.test(words)) return 'address';
  if (onlyNewsletter.test(words)) return 'newsletter';
  const { core = '', date = '' } = wholeWish.exec(words)?.groups ?? {};
  // "Anne Robinson jun.", "DNC Jan"
  const isName = (/^(?:robinson|baja)$/.test(core) && words !== core) || (wholeNoun.test(core) && /^\D+$/.test(date));
  if (core === '' || isName || (isNegative.test(core) && date !== '' && !isSince.test(date))) return null;
  if (/^dn[cm]$/.test(core)) return 'initials';
  if (wholeNoun.test(core)) return 'noun';
  return /^no (?!more)/.test(core) ? 'short' : 'outright';
}
const wholeNoun = word(`${nouns}|bloctel`, true);

/** True for a cell that says as a whole that there is no e-mail address: "keine E-Mail", "no email". */
export const saysNoAddress = (text: string): boolean => text.length < 60 && noAddress.test(bare(text));

const asks = word(
  outright.replace('|baja(?: newsletter)?', '').replace('robinson(?: ?liste)?', 'robinson ?liste'),
  false,
);
/** True for a text somewhere in which a wish stands that no firm is called by. */
export const holdsWish = (text: string): boolean => asks.test(bare(text.slice(0, 200)));

/** Letters that begin what is looked for; most notes have none of it, and the rest of this costs ten times as much. */
const mayMention =
  /unsub|opt(?:ed)?[ -]?out|werbung|newsletter|kontakt|contact|call|mail|anruf|marketing|publi|pub\b|baja|abgemeldet|d[ée]s(?:ins|ab)|disiscr|afgemeld|uitgeschr|wypisan|reklam|blacklist|molest|inserat|prospe|d[ée]march|anschreib|reclame|robinson|bloctel|dnc|utskick|dzwonic|kontaktowac/i;
const mentions = word(against.replace('|baja(?: newsletter)?', '').replace('|opposition', ''), false);

/** True for a text somewhere in which somebody asks not to be contacted: "bitte keine Werbung mehr!". */
export const mentionsOptOut = (text: string): boolean =>
  mayMention.test(text) && mentions.test(bare(text.slice(0, 2000)));

const yesFirst = /^(?:yes|ja|oui|si|sim|tak)(?![\p{L}\p{N}])/u;
const noFirst =
  /^(?:no|none|nein|non|nee|nao|nie|nej|not|kein\w*|nicht|ohne|without|sans|sin|senza|sem|geen|bez|ingen|utan|pas|liegt nicht)(?![\p{L}\p{N}])/u;
/** Neither yes nor no: "not sure yet", "noch nicht gefragt". */
const undecided =
  /^(?:not (?:sure|yet|asked|decided|known)|no (?:answer|reply|idea|info)|noch nicht|nicht (?:gefragt|sicher|bekannt)|keine (?:antwort|angabe|rueckmeldung|ruckmeldung)|pas (?:encore|sur|demande)|aun no|todavia no|non (?:ancora|chiesto|so)|nog niet|niet (?:gevraagd|bekend)|ainda nao|nao sei|nie wiem|jeszcze nie|inte (?:an|saker))(?![\p{L}\p{N}])/u;
const refuses =
  /unsub|opt(?:ed)?[ -]?out|not subscribed|non[- ]marketing|never|cleaned|denied|kein|^(?:inactive|bounced|cancell?ed|complained|blocked|revoked|withdrawn|refused|declined|rejected)$|widerrufen|entzogen|abgelehnt|nicht (?:erteilt|vor)|retire|refuse|revocad|rechazad|revocat|rifiutat|ingetrokken|geweigerd|recusad|cofniet|odmow|aterkall|nekad/;
const agrees =
  /subscribed|opt(?:ed)?[ -]?in|marketing ?(?:contact|kontakt)|granted|confirmed|expli|^express|implied|^active$|erteilt|agreed|accepte|acceptee|aceptad|accettat|akkoord|aceit[oe]|udzielon/;

/** Whether a cell under "opted out" says so: yes, a word for it, or why. The day of it is told apart by who asks. */
export function optsOut(text: string): boolean {
  const answer = yesNo(text);
  if (answer !== null) return answer;
  const plain = normalize(text.slice(0, 200));
  return (
    yesFirst.test(plain) ||
    (saysOptOut(text) && !/^(?:not |nicht |non |no )(?:unsub|opt|abgemeldet|blacklist|suppress)/.test(plain)) ||
    (refuses.test(plain) && !noFirst.test(plain))
  );
}

/** Whether a cell under consent agrees; null: it says neither. */
export function consentOf(whole: string): boolean | null {
  const answer = yesNo(whole);
  if (answer !== null) return answer;
  const text = normalize(whole.slice(0, 200));
  // "Not asked; opted out by phone": what follows may still refuse.
  if (undecided.test(text)) return saysOptOut(whole) || refuses.test(text.replace(undecided, '')) ? false : null;
  if (saysOptOut(whole) || refuses.test(text)) return false;
  if (noFirst.test(text)) return false;
  return yesFirst.test(text) || agrees.test(text) ? true : null;
}

const listed = word(
  `${against}|abmeldungen?|(?:newsletter ?)?abmeldungen|abgemeldete|bajas|desinscriptions?|desabonnements?|disiscritti|disiscrizioni|uitgeschrevenen|afmeldingen|cancelamentos|wypisani|avregistrerade|optouts?|suppressions?|sperrliste|blackliste?|werbesperren`,
  false,
);

/** True for the title of a list of people who do not want to be written to: "unsubscribed_2026", "Abmeldungen Mai". */
export const listsOptOuts = (title: string): boolean => title !== '' && listed.test(bare(title.slice(0, 200)));
