// Columns whose header is something people do ("Opens", "Attended", "Downloaded on"): each makes activities of its type.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { headerTerms } from './text.ts';

/** Words around an activity that say how often or when, not what. */
const around = new Set(
  'last first latest total unique number of count times time date day at on am datum le el il the e mail email was has have link links did they when recent most'.split(
    ' ',
  ),
);

/** What is left of a header without those, for each built-in type. */
const activityTerms: readonly (readonly [string, string])[] = [
  ['email-opened', 'open|opens|opened|geoffnet|offnungen|ouvert|ouvertures|abierto|aperture'],
  ['email-clicked', 'click|clicks|clicked|geklickt|klicks|clics|clique|clic'],
  ['email-bounced', 'bounce|bounces|bounced|hard bounce|soft bounce|hard bounced'],
  ['unsubscribed', 'unsubscribed|unsubscribe|unsubscribes|abgemeldet'],
  ['email-sent', 'sent|delivered|gesendet|envoye|enviado'],
  ['replied', 'reply|replies|replied|responded|geantwortet|repondu'],
  ['webinar-attended', 'webinar|webinar attended|attended webinar|webinar attendance'],
  [
    'event-attended',
    'attended|attendance|attendee|checked in|check in|showed up|participated|teilgenommen|anwesend|participe|asistio|badge scanned|scanned|event attended|attended event',
  ],
  [
    'content-downloaded',
    'download|downloads|downloaded|ebook downloaded|whitepaper downloaded|heruntergeladen|telecharge|descargado',
  ],
  ['form-submitted', 'form submitted|form submission|form submissions|submitted|submissions'],
  ['demo-requested', 'demo|demo request|demo requested|requested demo|demo requests|demoed'],
  ['pricing-page-visit', 'pricing page visit|pricing page visits|pricing visits|pricing page|pricing page views'],
  ['website-visit', 'website visit|website visits|web visits|site visit|visit|visited|visited website'],
  ['missed-call', 'missed call|missed calls|calls missed|verpasste anrufe|appels manques|llamadas perdidas'],
  ['call-made', 'called|call|calls|call made|calls made|angerufen|appele'],
  ['meeting-held', 'meeting|meetings|met|meeting held|treffen|rendez vous'],
  ['proposal-sent', 'proposal|quote|quoted|offer|angebot'],
];
const known = new Map(
  activityTerms.flatMap(([typeId, words]) => words.split('|').map(word => [word, typeId] as const)),
);

/** The type that a header names; null when it names none. */
export function activityOfHeader(header: string): string | null {
  const words = headerTerms(header);
  if (words.length > 6) return null;
  const bare = words.filter(word => !around.has(word)).join(' ');
  // "Proposal sent" keeps its verb, "E-mails sent" is left with it.
  return known.get(words.join(' ')) ?? known.get(bare) ?? null;
}

/** Flags and counts without any day are only taken from files that are about little else; the day is then asked for. */
const fewColumns = 15;

const people: readonly ImportTarget[] = [
  'email',
  'fullName',
  'firstName',
  'lastName',
  'phone',
  'externalId',
  'company',
];

/** Adds to the columns of a file those that say what people did. `used`: what is guessed so far. */
export function withActivities(
  columns: readonly ImportColumn[],
  used: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  const has = (target: ImportTarget) => used.some(entry => entry.target === target);
  // A sheet of campaigns has clicks as well, but nobody who clicked.
  if (!people.some(has)) return used;
  const taken = new Set(used.filter(({ target }) => target !== 'optOut').map(({ column }) => column));
  const found = columns.flatMap(column => {
    const typeId = taken.has(column.index) || column.filled === 0 ? null : activityOfHeader(column.header);
    return typeId === null ? [] : [{ column, typeId }];
  });
  const isDay = ({ column }: (typeof found)[number]) => column.content === 'date' || column.dateOrder !== null;
  const days = found.filter(isDay);
  const flags = found.filter(entry => !isDay(entry) && ['yes-no', 'number', 'words'].includes(entry.column.content));
  const more: ColumnMapping[] = [];
  let dated =
    has('activityOn') || (has('createdOn') && columns.filter(({ filled }) => filled > 0).length <= fewColumns);
  for (const { column, typeId } of days) {
    // "Opens: 3, last opened: 5 March" is three of them, on that day as far as anybody knows.
    const ofFlag = flags.some(flag => flag.typeId === typeId);
    const dateOrder = column.dateOrder ?? 'dmy';
    if (ofFlag && !has('activityOn')) {
      if (!more.some(({ target }) => target === 'activityOn'))
        more.push({ column: column.index, target: 'activityOn', dateOrder });
      dated = true;
    } else if (!ofFlag) more.push({ column: column.index, target: 'activity', typeId, dateOrder });
  }
  // Counts of one campaign are of that campaign; without one they run on from export to export.
  const running = !has('campaignId');
  const few = columns.filter(({ filled }) => filled > 0).length <= fewColumns;
  // What a list of subscribers counts is of a whole life, not of a day.
  const lifelong = has('consent') && !has('activityOn') && days.length === 0;
  if ((dated || few) && !lifelong) {
    for (const { column, typeId } of flags)
      more.push({ column: column.index, target: 'activity', typeId, decimal: '.', ...(running ? { running } : {}) });
  }
  return [...used, ...more];
}
