// What kind of e-mail it is: of a person, or a newsletter, a bounce, an automatic answer, an invitation, a notification.
import type { MailKind } from '../../../shared/mail-summary.ts';
import { domainOf, type Mail } from './mail.ts';

const machines =
  /^(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|nicht[._-]?antworten|ne[._-]?pas[._-]?repondre|noresponder|no[._-]?responder|notifications?|notify|alerts?|newsletter|news|mailer|bounces?|auto(?:mated|reply|responder)?|system|daemon|wordpress|root|cron)(?:[+._-].*)?$/i;
const daemons = /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon)$/i;
const failed =
  /^(?:undeliver(?:able|ed)|delivery status notification|mail delivery (?:failed|failure|subsystem)|delivery (?:has )?failed|returned mail|failure notice|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|échec de (?:la )?remise|non remis|no se puede entregar|mancato recapito|onbestelbaar|não é possível entregar)\b/i;
const automatic =
  /^(?:re: |aw: )?(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response|answer)|out of (?:the )?office|away from (?:the |my )?office|automatische antwort|abwesenheit(?:snotiz|sassistent|smeldung)?|abwesend|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori sede|automatisch antwoord|afwezig|resposta automática|fora do escritório|autosvar|automatiskt svar|odpowiedź automatyczna)\s*(?:[:(|.!–—-]|$|(?:until|bis|jusqu|hasta|fino|tot|até|till|do)\b)/iu;

/** True for an address that a program writes from and nobody reads. */
export const isMachine = (address: string): boolean => {
  const name = address.slice(0, address.lastIndexOf('@'));
  return machines.test(name) || daemons.test(name);
};

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
  if (
    !isOwnList &&
    (list !== '' || mail.headers.has('list-unsubscribe') || ['bulk', 'list', 'junk'].includes(precedence))
  )
    return 'newsletter';
  if (!isOurs && saysHowToLeave(mail)) return 'newsletter';
  if (formSender(mail, isOwn) !== null) return 'person';
  if (!isOurs && (submitted.startsWith('auto-generated') || isMachine(from))) return 'notification';
  return 'person';
}

const leaving =
  /\b(?:unsubscribe|opt[ -]out|abmelden|abbestellen|austragen|se désabonner|désinscrire|désinscription|darse de baja|cancelar (?:la |a )?(?:suscripción|inscrição)|annulla(?:re)? l.iscrizione|disiscriv\p{L}*|uitschrijven|afmelden|avregistrera)\b/iu;
/** Characters at the end of a message in which a list says how to leave it. */
const foot = 700;

/** Written to many, though no header says so: nobody was answered, and its end says how to get no more of it. */
const saysHowToLeave = (mail: Mail): boolean =>
  !isAnswer(mail) &&
  mail.text.length > 60 &&
  leaving.test(mail.text.trimEnd().slice(-foot)) &&
  /https?:|www\.|@/i.test(mail.text.slice(-foot));

/** Whom a form on the web speaks for: a program or ourselves wrote it, and the answer is to go to somebody else. */
export function formSender(mail: Mail, isOwn: (address: string) => boolean) {
  const from = mail.from?.address ?? '';
  const isFromUs = isOwn(from);
  if (!isFromUs && !isMachine(from)) return null;
  if (isFromUs && mail.to.some(({ address }) => !isOwn(address))) return null;
  const [asked] = mail.replyTo;
  if (!asked || isOwn(asked.address) || isMachine(asked.address)) return null;
  // Programs ask for answers to another address of their own.
  return !isFromUs && domainOf(asked.address) === domainOf(from) ? null : asked;
}

const reply = /^\s*(?:re|aw|antw|antwort|sv|vs|rif|r|ref|rv|rép|res|odp|vá|ynt)\s*(?:\[\d+\])?\s*:/i;
/** Answers something that was written before. */
export const isAnswer = (mail: Mail): boolean => mail.answers || reply.test(mail.subject);

const unsubscribe =
  /^\s*(?:unsubscribe|abmelden|abmeldung|abbestellen|désabonn(?:er|ement)|désinscription|(?:dar(?:me)? de )?baja|disiscri(?:zione|vimi)|cancellami|uitschrijven|afmelden|descadastrar|cancelar inscrição)\b[\s.!]*$/iu;
export const isUnsubscribe = (mail: Mail): boolean => unsubscribe.test(mail.subject);
