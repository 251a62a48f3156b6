// Resolves ambiguous headers by column content.
import { builtInActivityTypes } from '../../../shared/activity.ts';
import type { ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { consentOf } from './consent-terms.ts';
import { guessStage } from './stage-terms.ts';
import { headerTerms, normalize } from './text.ts';
import { guessActivityType } from './values.ts';

/** The target a header's word means over these cells; null when it means nothing here. */
export function refined(target: ImportTarget, column: ImportColumn): ImportTarget | null {
  const key = normalize(column.header);
  if (target === 'jobTitle' && column.values.length > 0 && column.values.every(({ value }) => isSalutation(value)))
    return null;
  if (column.content === 'date' && becameCustomer.test(key)) return 'customerOn';
  if (column.content === 'date' && target === 'dealName') return 'opportunityOn';
  if (target === 'dealName' && ['money', 'number'].includes(column.content) && !/(?:id|no|nr|number|nummer)$/.test(key))
    return 'dealAmount';
  // Of text messages: the answer about e-mail is another one.
  if (target === 'consent' && /\b(?:sms|whatsapp|push)\b/.test(key)) return null;
  // "Turnover 2024" beside "Turnover 2025" is nobody's deal.
  if (target === 'dealAmount' && /(?<!\d)(?:19|20)\d\d(?!\d)/.test(key)) return null;
  if (target === 'consent' && column.content === 'date') return 'createdOn';
  if (target === 'nextStep' && column.content === 'date') return 'nextStepOn';
  // "Contact type: customer" is a stage, "Contact type: mobile" is not.
  if (target === 'stage' && /type|relation/.test(key) && !saysStages(column)) return null;
  if (target === 'stage' && mayBeStage.test(key) && !saysStages(column)) return null;
  // "Outcome: quote declined" says where somebody stands, not what they did.
  if (target === 'activityType' && outcome.test(key) && !namesActivities(column))
    return saysStages(column) ? 'stage' : null;
  if (target === 'website' && /profile|profil/.test(key)) return null;
  // Having read the privacy notice is not a wish to be written to.
  if (target === 'consent' && /datenschutz|privacy|terms|\bagb\b|policy|confidentialit|privacidad/.test(key))
    return null;
  if (column.content === 'yes-no' && becameCustomer.test(key)) return 'stage';
  if (target === 'stage' && saysSubscription(column)) return 'consent';
  // "Verified" and "risky" speak of an address, not of a wish.
  if (
    target === 'consent' &&
    column.content === 'words' &&
    !column.values.some(({ value }) => consentOf(value) !== null)
  )
    return null;
  // "Kunde" and "Interessent" as categories are where somebody stands.
  if (target === 'tags' && sorts.test(key) && saysStages(column)) return 'stage';
  if (target === 'city' && column.values.some(({ value }) => online.test(value))) return null;
  // "Estado" is a region in Mexico and a status everywhere else.
  if (target === 'region' && /^(?:estado|state|stato|status|situa)/.test(key) && saysSomeStage(column)) return 'stage';
  if (
    target === 'activityType' &&
    /^(?:event|event name|type|ereignis|evenement|evento)$/.test(key) &&
    !namesActivities(column)
  ) {
    return key.startsWith('e') ? 'campaignId' : null;
  }
  if (target === 'website' && column.content === 'linkedin') return 'linkedinUrl';
  if (target === 'website' && column.content === 'email') return 'email';
  // "Contact" may be anything one is reached by.
  if (target === 'fullName' && column.content === 'phone') return 'phone';
  if (target === 'fullName' && column.content === 'email') return 'email';
  if (target === 'activityOn' && bareDate.test(key)) return 'createdOn';
  if (target === 'consent' && /opt.?out|unsub/.test(key)) return 'optOut';
  return target;
}

const mayBeStage =
  /^(?:progress|avancement|lage|stand|esito|ergebnis|resultat|resultado|risultato|result|stan|voortgang|andamento)$/;
const outcome = /^(?:outcome|disposition|result)$/;
const sorts = /^(?:kategorie|category|categorie|categoria|gruppe|group)$/;
const online = /^(?:zoom|google meet|microsoft teams|teams|skype|phone|phone call|online|web conference|https?:.*)$/i;

const ourside =
  /\b(?:qr|links?|ticket|check in|invite|calendar|meeting|zoom|join|recording|photo|avatar|image|picture|logo|inbox|unsubscribe|host|organi[sz]er|sender|recruiter|landing|referr?er|referring|source url|quell url|page url|seite|user agent|ip)\b/;

/** A column about us or the page, not about the lead: the host's address, the address of the form. */
export function isOurs({ header, content, unique, filled }: ImportColumn, others: readonly ImportColumn[]): boolean {
  const key = headerTerms(header).join(' ');
  if (content === 'url' || content === 'email') {
    if (ourside.test(key)) return true;
  }
  return (
    content === 'email' &&
    !unique &&
    filled > 1 &&
    /^(?:user|agent|rep|employee|mitarbeiter) (?:e ?)?mail$/.test(key) &&
    others.some(other => other.content === 'email' && other.header !== header)
  );
}

/** Days of entering a stage under headers as long as HubSpot's: "Became a marketing qualified lead date". */
export function stageDateOf({ header, content }: ImportColumn): ImportTarget | null {
  const key = headerTerms(header).join(' ');
  if (content !== 'date' || key.split(' ').length < 3) return null;
  if (/\bexit|\bleft\b|ausgetreten|verlassen|\btime in\b/.test(key)) return null;
  if (/\bmql\b|marketing quali/.test(key)) return 'mqlOn';
  if (/\bsql\b|sales quali|vertriebs ?quali/.test(key)) return 'sqlOn';
  const entered =
    /\b(?:became|become|becoming|entered|wurde|wurden|geworden|devenu|converti|convirtio|diventato)\b/.test(key);
  if (entered && /\b(?:opportunity|verkaufschance|opportunite|oportunidad|opportunita)\b/.test(key))
    return 'opportunityOn';
  return entered && /\b(?:customer|kunde|kunden|client|cliente)\b/.test(key) ? 'customerOn' : null;
}

/** "Customer" over days is the day of becoming one; over yes and no it is where they stand. */
const becameCustomer =
  /^(?:is )?(?:customer|client|kunde|cliente|klant|klient|won|gewonnen|gagne|ganado|converted|closed|closed won|deal closed|sold|bought|purchased|signed|ordered|abgeschlossen|verkauft|vendu|vendido|venduto)\??$/;
export const bareDate = /^(?:date|datum|data|fecha|дата|日付|日期|date time|datetime|day|tag|timestamp)$/;

/** True when at least half of the values are things people do: "open", "Whitepaper downloaded". */
function namesActivities({ values }: ImportColumn): boolean {
  const activities = values.filter(({ value }) => guessActivityType(value, builtInActivityTypes) !== null);
  return activities.length > 0 && activities.length * 2 >= values.length;
}

const isSubscription = (value: string): boolean =>
  /^(?:un|not |non-)?subscribed$|^cleaned$|^pending$|^unconfirmed$|^cancell?ed$|^complained$|^(?:in)?active$|^bounced$|^confirmed$|^opted.?(?:in|out)$|^express(?:ed)?$|^implied$|^transactional$/i.test(
    value,
  );

/** "Active" alone may be anything; beside "Unsubscribed" it is a subscription. */
export const saysSubscription = ({ values }: ImportColumn): boolean =>
  values.length > 0 &&
  values.every(({ value }) => isSubscription(value)) &&
  values.some(({ value }) => /subscribed|cleaned|opted|express|implied|bounced|complained/i.test(value));

/** True when at least half of the values are words for where somebody stands. */
function saysStages({ values }: ImportColumn): boolean {
  const known = values.filter(({ value }) => guessStage(value) !== null);
  return known.length > 0 && known.length * 2 >= values.length;
}

/** A region is called like no stage. */
const saysSomeStage = ({ values }: ImportColumn): boolean =>
  values.some(({ value }) => guessStage(value)?.sure === true);

const isSalutation = (value: string): boolean =>
  /^(mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|mlle|sr|sra|sig|dhr|mevr|pan|pani)\.?$/.test(normalize(value));
