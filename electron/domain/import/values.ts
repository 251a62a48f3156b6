// Maps values of other programs to stages, reasons, channels and activity types.

import type { CustomKind } from '../../../shared/custom-field.ts';
import type { ValueMapping } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { whatWasMissed } from './missed-calls.ts';
import { anyReason, guessStage } from './stage-terms.ts';
import { normalize, saysNothing, spoken } from './text.ts';

/** What the workspace already has names for. */
export type Vocabulary = {
  readonly channels: readonly string[];
  readonly campaigns: readonly string[];
  readonly members: readonly string[];
  readonly activityTypes: readonly { readonly id: string; readonly label: string }[];
  readonly customFields?: readonly { readonly id: string; readonly label: string; readonly kind: CustomKind }[];
};

const tidy = (text: string): string =>
  normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Sources that are one channel under many names. */
const channels: readonly (readonly [string, RegExp])[] = [
  ['organic search', /organi|recherche organique|busqueda|\bseo\b/],
  ['direct', /^direct\b|direct traffic|direkt/],
  ['referral', /refer|recommend|word of mouth|empfehlung|recommand|bouche|recomenda|passaparola|friend/],
  ['trade show', /trade ?show|messe|exhibition|expo\b|conference|salon\b|feria|fiera|beurs|booth|stand\b/],
  ['webinar', /webinar/],
  ['social media', /social|linkedin|facebook|instagram|twitter|tiktok|\bfb\b|\big\b|youtube|xing|meta\b/],
  ['paid ads', /paid|adwords|google ads|\bppc\b|\bcpc\b|advert|display|anzeige|werbung|publicite/],
  ['e-mail', /e ?mail|newsletter|mailing|mailchimp/],
  ['partner', /partner|reseller|affiliate/],
  ['event', /event|seminar|workshop|veranstaltung|evenement|evento/],
  ['phone', /phone|call|telefon|anruf|appel|llamada/],
  // "Google" alone may be its ads, its maps or its search: it stays what it is called.
  ['website', /\bweb|\bwww\b|homepage|landing|chat|online|internet|form\b|^site$|^sito$/],
];

const kindOfChannel = (text: string): string | undefined => channels.find(([, words]) => words.test(tidy(text)))?.[0];

/** A channel of the workspace that this source belongs to, else the source's own name, to be made a channel. */
export function guessChannel(text: string, names: readonly string[]): string {
  const same = names.find(name => tidy(name) === tidy(text));
  if (same) return same;
  const kind = kindOfChannel(text);
  return (kind && names.find(name => tidy(name) === tidy(kind))) || spoken(text, true);
}

/** In order: the first pattern that fits names the built-in type. */
const types: readonly (readonly [string, RegExp])[] = [
  ['unsubscribed', /unsub|opt(ed)? ?out|abgemeldet|desabonn|marked spam|resubscribed not/],
  ['email-bounced', /bounce|unzustellbar|rebond|undeliver|rebote/],
  ['email-clicked', /link click|mail click|click|geklickt|cliqu|klick/],
  ['email-opened', /mail open|open(ed|s)?\b|geoffnet|ouvert|abiert|read\b|gelesen/],
  ['pricing-page-visit', /pric(e|ing)|preisseite|tarif/],
  ['product-comparison-visit', /compar|vergleich/],
  ['webinar-attended', /webinar/],
  ['content-downloaded', /download|whitepaper|white paper|e ?book|heruntergeladen|telecharg|descarg|scaricat/],
  ['demo-requested', /demo/],
  ['information-requested', /case study|information|info request|brochure|quote request|anfrage/],
  [
    'form-submitted',
    /form|submi|formular|formulaire|landing page|registered|signed? up|converted to lead|optin|opt in/,
  ],
  ['live-chat', /chat/],
  ['business-card-received', /business card|visitenkarte|carte de visite/],
  ['referral-received', /referral|empfehlung/],
  ['inbound-call', /\binbound|incoming|called us|eingehend|entrant|received call/],
  [
    'meeting-held',
    /meeting|appointment|consultation|discovery|^intro\b|kennenlern|erstgesprach|\d\d min(?:ute)?s?\b|termin|besprechung|rendez|reunion|visit(ed)? (us|office)|approached upfront/,
  ],
  ['proposal-sent', /proposal|quote sent|offer|angebot|devis|offerta|propuesta/],
  [
    'call-made',
    /outbound|outgoing|ausgehend|sortant|saliente|call|phone conversation|phone|telefon|anruf|appel|llamada|voicemail|dialed|connected/,
  ],
  ['replied', /repl(y|ied)|respon|answered|antwort|repond/],
  ['email-sent', /mail sent|sent|delivered|gesendet|envoye|enviado|e ?mail\b/],
  [
    'event-attended',
    /event|attend|checked in|eingecheckt|trade ?show|messe|seminar|conference|teilgenommen|besucht|participe|asisti/,
  ],
  ['website-visit', /web|page|visit|site|besuch/],
];

const notDone =
  /unreach|no answer|not attend|did not attend|no show|noshow|cancel|refund|busy|failed|\bnot?\b|modified|nicht|^(?:registered|invited|pending|maybe|wait ?list(?:ed)?|angemeldet|eingeladen|inscrit|invite|confirmed|none|scheduled)$/;

/** "Not attended", "canceled", "registered": words under an activity that say it was not done, or not yet. */
export const saysNotDone = (text: string): boolean => notDone.test(tidy(text));

/** Words for the state of a task: whether it is done. */
export const isDoneWord = (text: string): boolean => doneWord.test(tidy(text));
const doneWord =
  /^(?:done|completed?|closed|finished|held|erledigt|abgeschlossen|fertig|termine|fait|completad[oa]|hech[oa]|completat[oa]|fatto|chius[oa]|afgerond|voltooid|klaar|concluid[oa]|feit[oa]|zakonczone|utfort|ferdig)$/;
/** The same for what is not done yet. */
export const isOpenWord = (text: string): boolean => openWord.test(tidy(text));
const openWord =
  /^(?:not started|in progress|waiting(?: on someone else)?|deferred|to do|todo|open|pending|planned|overdue|offen|geplant|in bearbeitung|a faire|en cours|pendiente|abierto|da fare|aperto|te doen|gepland|a fazer|aberto)$/;

/** The activity type their word means, by its label or by what it says; null when we cannot tell. */
export function guessActivityType(text: string, known: Vocabulary['activityTypes']): string | null {
  const words = tidy(text);
  const same = known.find(type => tidy(type.label) === words || type.id === words.replaceAll(' ', '-'));
  if (same) return same.id;
  const has = (typeId: string) => known.some(({ id }) => id === typeId);
  // "No atendida" is a missed call, though "no" says of other activities that they were not done.
  const missed = whatWasMissed(words);
  if (missed !== null) {
    const meant = { theirs: 'missed-call', ours: 'call-made', other: null }[missed];
    return meant !== null && has(meant) ? meant : null;
  }
  if (words === '' || notDone.test(words)) return null;
  const id = types.find(([, pattern]) => pattern.test(words))?.[0];
  return id !== undefined && has(id) ? id : null;
}

/** "Bob Owner (bob@example.org)" is how HubSpot names a member. */
const memberName = (text: string): string =>
  text
    .slice(0, 500)
    .replace(/^@(?=\p{L})/u, '')
    .replace(/\s?[(<][^()<>]{0,200}@[^()<>]{0,200}[)>]\s*$/, '') || text;

/** Said of a lead that nobody has. */
const nobody =
  /^(?:unassigned|not assigned|no owner|nobody|nicht zugewiesen|niemand|non assigne|non attribue|sin asignar|non assegnato|niet toegewezen|deactivated user|former employee)$/;

/** A member by the whole name, or by a first name that only one of them has. */
export function memberOf(value: string, members: readonly string[]): string | undefined {
  const words = tidy(memberName(value));
  const whole = members.find(name => tidy(name) === words);
  const byFirst = members.filter(name => tidy(name).split(' ')[0] === words);
  return whole ?? (byFirst.length === 1 ? byFirst[0] : undefined);
}

/** What one value becomes with us; null: it is left out. */
export function guessValue(target: ImportTarget, value: string, words: Vocabulary): string | null {
  if (saysNothing(value)) return null;
  switch (target) {
    case 'stage':
      return guessStage(value)?.stage ?? null;
    case 'reason':
      return anyReason(value);
    case 'channelId':
      return guessChannel(value, words.channels);
    case 'campaignId':
      return words.campaigns.find(name => tidy(name) === tidy(value)) ?? value;
    case 'memberId':
      if (nobody.test(tidy(value))) return null;
      return memberOf(value, words.members) ?? memberName(value);
    case 'activityType':
    case 'activity':
      return guessActivityType(value, words.activityTypes);
    default:
      return null;
  }
}

/** Key under which the mapping of one value is found again. */
export const valueKey = (target: ImportTarget, value: string): string => `${target}\n${plainValue(target, value)}`;

/** WooCommerce writes "wc-completed" in some exports and "Completed" in others. */
const plainValue = (target: ImportTarget, value: string): string =>
  target === 'stage' ? normalize(value).replace(/^wc-/, '') : normalize(value);

/** The values of a mapping as a table to look up in. */
export const valueTable = (values: readonly ValueMapping[]): ReadonlyMap<string, string | null> =>
  new Map(values.map(({ target, value, to }) => [valueKey(target, value), to]));

const built = new Set(types.map(([id]) => id));
const allTypes: Vocabulary['activityTypes'] = [...built].map(id => ({ id, label: id }));

/** True for a word for something people do: "Opened", "Responded". */
export const namesActivityType = (text: string): boolean => guessActivityType(text, allTypes) !== null;

/** Words beside those of activities that say nothing was done, or that we did it. */
export const isSentOrOff = (text: string): boolean =>
  /^(?:sent|delivered|invited|not sent|pending|no response|gesendet|eingeladen|envoye|invite|enviado|inviato|verzonden)$/.test(
    tidy(text),
  );
