// Words for and against being contacted, in the languages they come in: as headers of columns, as cells, within notes.
import { yesNo } from './content.ts';
import { headerTerms, normalize } from './text.ts';

/** Against, said outright: "No marketing", "Ne pas contacter". Folded, as all words here. */
const against = [
  'no (?:more )?(?:e ?mails?|mailings?|marketing|contact|calls?|sms|texts?|promotions?|advertising)',
  '(?:do not|don ?t|never|please do not) (?:contact|e ?mail|mail|call|phone|text|sms|market|disturb|write|send|ring)',
  'opt(?:ed|s)? ?out',
  'unsubscribed?|unsubscribes',
  'suppress(?:ed|ion)(?: list)?',
  '(?:e ?mail |sms )?(?:blacklist(?:ed)?|block ?list(?:ed)?)',
  'dnc|dnm',
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

/** Signs between a name and what is said beside it. */
const beside = /\s*[()[\]{}*!]+\s*|\s+[-–—:]+\s+|:\s+/;
/** A last name and a place, beside a name. */
const isNameToo = /^(?:robinson|baja)$/i;

/** A name without the wish not to be contacted that stands beside it: "DO NOT CALL - Cy Ott"; null: none does. */
export function nameBesideWish(text: string): string | null {
  // Nearly every name has none of these signs.
  if (text.length > 200 || !/[()[\]{}*!:\u2013\u2014-]/.test(text) || !beside.test(text)) return null;
  const parts = text.split(beside).filter(part => part !== '');
  const names = parts.filter(part => isNameToo.test(part) || !saysOptOut(part));
  return names.length === parts.length ? null : names.join(' ');
}

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
