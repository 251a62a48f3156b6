// Which activity types can be meant by the word that says what happened.
import type { ActivityType } from '../../../shared/activity.ts';
import type { ActivityKind, Side } from './activity-terms.ts';
import { fold } from './fold.ts';
import type { FoundActivity } from './found-activity.ts';
import type { SaidActivity } from './said.ts';

/** By each side, and where the line does not say by which. */
const typesOf: Readonly<Record<ActivityKind, readonly [ours: string, theirs: string, either: string]>> = {
  call: ['call-made', 'inbound-call', 'call-made inbound-call'],
  missed: ['missed-call', 'missed-call', 'missed-call'],
  missedByEither: ['call-made missed-call', 'call-made missed-call', 'call-made missed-call'],
  voicemail: ['call-made', 'missed-call', 'call-made missed-call'],
  email: ['email-sent', 'replied', 'email-sent replied'],
  text: ['email-sent call-made', 'replied live-chat', 'replied email-sent'],
  whatsapp: ['email-sent call-made', 'replied live-chat', 'replied email-sent'],
  meeting: ['meeting-held', 'meeting-held', 'meeting-held'],
  showroom: ['meeting-held', 'meeting-held', 'meeting-held'],
  quote: ['proposal-sent', 'proposal-sent information-requested', 'proposal-sent'],
  sent: ['email-sent', 'replied', 'email-sent replied'],
  accepted: [
    'replied inbound-call meeting-held',
    'replied inbound-call meeting-held',
    'replied inbound-call meeting-held',
  ],
  information: ['information-requested', 'information-requested', 'information-requested'],
  form: ['form-submitted', 'form-submitted', 'form-submitted'],
  demo: ['meeting-held demo-requested', 'demo-requested', 'demo-requested'],
  download: ['content-downloaded', 'content-downloaded', 'content-downloaded'],
  webinar: ['webinar-attended', 'webinar-attended', 'webinar-attended'],
  event: ['event-attended meeting-held', 'event-attended', 'event-attended meeting-held'],
  website: ['website-visit', 'website-visit', 'website-visit'],
  pricing: ['pricing-page-visit', 'pricing-page-visit', 'pricing-page-visit'],
  comparison: ['product-comparison-visit', 'product-comparison-visit', 'product-comparison-visit'],
  chat: ['live-chat', 'live-chat', 'live-chat'],
  card: ['business-card-received', 'business-card-received', 'business-card-received'],
  referral: ['referral-received', 'referral-received', 'referral-received'],
  reply: ['email-sent', 'replied', 'replied'],
  unsubscribed: ['unsubscribed', 'unsubscribed', 'unsubscribed'],
  bounced: ['email-bounced', 'email-bounced', 'email-bounced'],
  opened: ['email-opened', 'email-opened', 'email-opened'],
  clicked: ['email-clicked', 'email-clicked', 'email-clicked'],
  newsletter: ['email-sent', 'form-submitted unsubscribed', 'form-submitted email-sent unsubscribed'],
  contact: ['call-made meeting-held', 'inbound-call replied form-submitted', 'call-made inbound-call meeting-held'],
  chased: ['call-made email-sent', 'inbound-call replied', 'call-made email-sent inbound-call replied'],
};

/** Words in the label of a type of one's own that make it the better one. */
const ownWords: Partial<Record<ActivityKind, RegExp>> = {
  email: /\be-?mails?\b/,
  // A type for WhatsApp or for voice messages is another one.
  text: /^(?!.*(?:whats ?app|voice|missed|messenger|instagram|linkedin)).*\b(?:texts?|sms|messages?)\b/,
  whatsapp: /whats ?app/,
  showroom: /show ?room/,
  voicemail: /voice ?mail/,
  missed: /\bmissed calls?\b/,
  meeting: /\bmeetings?\b/,
};

function newTypeOf(kind: ActivityKind, thing: string | null, side: Side | null): SaidActivity['newType'] {
  const ourSide = side === 'ours';
  const way = side === null ? '' : ourSide ? ' sent' : ' received';
  if (kind === 'text') return { label: `Text message${way}`, ourSide };
  if (kind === 'whatsapp') return { label: `WhatsApp message${way}`, ourSide };
  if (kind === 'showroom') return { label: 'Showroom visit', ourSide: false };
  if (kind === 'sent' && thing) return { label: `${thing.charAt(0).toUpperCase()}${thing.slice(1)}${way}`, ourSide };
  return null;
}

/** Types that `found` can mean, when this side did it. */
export function activityOf(
  found: FoundActivity,
  side: Side | null,
  word: string,
  types: readonly ActivityType[],
): SaidActivity {
  const inUse = types.filter(({ archived }) => !archived);
  if ('typeIds' in found.means) return { word, typeIds: found.means.typeIds, newType: null, sure: true };
  const { kind, thing } = found.means;
  const [ours, theirs, either] = typesOf[kind];
  const ids = (side === 'ours' ? ours : side === 'theirs' ? theirs : either).split(' ');
  const known = ids.filter(id => inUse.some(type => type.id === id));
  const proposed = newTypeOf(kind, thing, side);
  const isSide = (type: ActivityType) => side === null || type.ourSide === (side === 'ours');
  const own = inUse.find(type => {
    if (ids.includes(type.id) || !isSide(type) || /^(?:email|live)-/.test(type.id)) return false;
    const label = fold(type.label);
    return label === fold(proposed?.label ?? '\n') || ownWords[kind]?.test(label) === true;
  });
  if (own) return { word, typeIds: [own.id], newType: null, sure: true };
  return { word, typeIds: known, newType: proposed, sure: true };
}
