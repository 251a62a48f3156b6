// What kind of e-mail it is: of a person, or a newsletter, a bounce, an automatic answer, an invitation, a notification.
import type { MailKind } from '../../../shared/mail-summary.ts';
import { domainOf, type Mail } from './mail.ts';
import { isForward } from './quoted.ts';
import { outrightWish } from './wishes.ts';

const machines =
  /^(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|nicht[._-]?antworten|ne[._-]?pas[._-]?repondre|noresponder|no[._-]?responder|notifications?|notify|newsletter|mailer|bounces?|auto(?:mated|reply|responder)|daemon|wordpress|cron)(?:[+._-].*)?$|^news$/i;
/** Programs, and people of a car dealer or a paper as well. */
const maybeMachines = /^(?:auto|system|news|root|alerts?)(?:[+._-].*)?$/i;
/** "messages-noreply", "order-confirmation": what an address ends in, or is, that shops and portals write from. */
const portals =
  /(?:^|[+._-])(?:no[._-]?reply|do[._-]?not[._-]?reply)$|^(?:orders?|invoices?|billing|receipts?|statements?|shipping|shipment|delivery|dispatch)[._-]?(?:confirmation|update|status|notification)s?$|^(?:bestell|versand|auftrags|liefer|zahlungs)[._-]?best(?:ä|ae)tigung(?:en)?$|^(?:confirmation|suivi)[._-]?(?:commande|livraison)$/i;
const daemons = /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon)$/i;
const failed =
  /^(?:undeliver(?:able|ed)|delivery status notification|mail delivery (?:failed|failure|subsystem)|delivery (?:has )?failed|returned mail|failure notice|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|échec de (?:la )?remise|non remis|no se puede entregar|mancato recapito|onbestelbaar|não é possível entregar)\b/i;
const automatic =
  /^(?:re: |aw: )?(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response|answer)|out of (?:the )?office|away from (?:the |my )?office|automatische antwort|abwesenheit(?:snotiz|sassistent|smeldung)?|abwesend|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori sede|automatisch antwoord|afwezig|resposta automática|fora do escritório|autosvar|automatiskt svar|odpowiedź automatyczna)\s*(?:[:(|.!–—-]|$|(?:until|bis|jusqu|hasta|fino|tot|até|till|do)\b)/iu;

/** True for an address that a program writes from and nobody reads. */
export const isMachine = (address: string): boolean => {
  const name = address.slice(0, address.lastIndexOf('@'));
  return machines.test(name) || portals.test(name) || daemons.test(name);
};

const isForMany = ({ headers }: Mail): boolean =>
  headers.has('list-unsubscribe') || ['bulk', 'list', 'junk'].includes(headers.get('precedence')?.toLowerCase() ?? '');

/** The same for a message: what may be a person's address is a program's where a header says so, too. */
function isFromMachine(mail: Mail): boolean {
  const from = mail.from?.address ?? '';
  const isGenerated = mail.headers.get('auto-submitted')?.toLowerCase().startsWith('auto-generated') ?? false;
  return (
    isMachine(from) || ((isGenerated || isForMany(mail)) && maybeMachines.test(from.slice(0, from.lastIndexOf('@'))))
  );
}

/** `isOwn`: whether an address is the owner's. `ownDomains`: those of the owner's firm, whose lists are no newsletters. */
export function kindOf(mail: Mail, isOwn: (address: string) => boolean, ownDomains: ReadonlySet<string>): MailKind {
  const header = (name: string): string => mail.headers.get(name)?.toLowerCase() ?? '';
  const from = mail.from?.address ?? '';
  const isOurs = isOwn(from);
  if (mail.folder && mail.folder !== 'sent') return mail.folder;
  const report = /^multipart\/report/i.test(mail.contentType);
  if (
    (report && /delivery-status/i.test(mail.contentType)) ||
    daemons.test(from.slice(0, from.lastIndexOf('@'))) ||
    mail.headers.has('x-failed-recipients') ||
    (header('return-path') === '<>' && failed.test(mail.subject))
  )
    return 'bounce';
  const submitted = header('auto-submitted');
  const precedence = header('precedence');
  if (
    (report && /disposition-notification/i.test(mail.contentType)) ||
    submitted.startsWith('auto-replied') ||
    mail.headers.has('x-autoreply') ||
    mail.headers.has('x-autorespond') ||
    precedence === 'auto_reply' ||
    automatic.test(mail.subject)
  )
    return 'automatic';
  if (mail.isInvitation) return 'calendar';
  const list = /<?([^<>\s]+)>?\s*$/.exec(header('list-id'))?.[1] ?? '';
  const isOwnList = list !== '' && [...ownDomains].some(domain => list === domain || list.endsWith(`.${domain}`));
  if (!isOwnList && (list !== '' || isForMany(mail))) return 'newsletter';
  if (!isOurs && saysHowToLeave(mail)) return 'newsletter';
  if (formSender(mail, isOwn) !== null) return 'person';
  if (!isOurs && (submitted.startsWith('auto-generated') || isMachine(from))) return 'notification';
  return 'person';
}

const leaving =
  /\b(?:unsubscribe|opt[ -]out|abmelden|abbestellen|austragen|se désabonner|désinscrire|désinscription|darse de baja|cancelar (?:la |a )?(?:suscripción|inscrição)|annulla(?:re)? l.iscrizione|disiscriv\p{L}*|uitschrijven|afmelden|avregistrera)\b/iu;
/** Characters at the end of a message in which a list says how to leave it. */
const foot = 700;

/** "Please unsubscribe me from your list." is a person's; "Unsubscribe" above a link is a list's. */
const isOwnWish = (line: string): boolean =>
  /\b(?:me|us|mich|uns|moi|nous)\b|(?:[dr]me|temi)\b/i.test(line) &&
  outrightWish({ subject: '', lines: [line] }) !== null;

/** Written to many, though no header says so: nobody was answered, and its end says beside a link how to get no more of it. */
function saysHowToLeave(mail: Mail): boolean {
  if (isAnswer(mail) || isForward(mail.subject) || mail.text.length <= 60) return false;
  const lines = mail.text.trimEnd().slice(-foot).split('\n');
  return lines.some(
    (line, at) =>
      leaving.test(line) && !isOwnWish(line) && /https?:|mailto:|www\./i.test(`${line} ${lines[at + 1] ?? ''}`),
  );
}

/** Whom a form on the web speaks for: a program or ourselves wrote it, and the answer is to go to somebody else. */
export function formSender(mail: Mail, isOwn: (address: string) => boolean) {
  const from = mail.from?.address ?? '';
  const isFromUs = isOwn(from);
  if (!isFromUs && !isFromMachine(mail)) return null;
  if (isFromUs && mail.to.some(({ address }) => !isOwn(address))) return null;
  const [asked] = mail.replyTo;
  if (!asked || isOwn(asked.address) || isMachine(asked.address)) return null;
  // Programs ask for answers to another address of their own.
  return !isFromUs && domainOf(asked.address) === domainOf(from) ? null : asked;
}

const reply = /^\s*(?:re|aw|antw|antwort|sv|vs|rif|r|rép|res|odp|vá|ynt)\s*(?:\[\d+\])?\s*:/i;
/** Answers something that was written before. */
export const isAnswer = (mail: Mail): boolean => !isForward(mail.subject) && (mail.answers || reply.test(mail.subject));
