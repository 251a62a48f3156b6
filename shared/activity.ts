// Activities: things that happened at a time, of an activity type. The built-in types, and the shape of one's own.
import * as z from 'zod';
import { stageSchema } from './stages.ts';

export const activityTypeSchema = z.object({
  id: z.string(),
  label: z.string().trim().min(1).max(100),
  /** True for what we did (call made), false for what they did (demo requested). */
  ourSide: z.boolean(),
  /** The least stage this implies; a lead is never moved back by it. */
  impliesStage: stageSchema.nullable(),
  archived: z.boolean(),
});
export type ActivityType = Readonly<z.infer<typeof activityTypeSchema>>;

/** Which guide, webinar or ad an activity was about. */
export const contentSchema = z.string().trim().min(1).max(200);

export const activitySchema = z.object({
  id: z.string(),
  leadId: z.string(),
  typeId: z.string(),
  /** UTC ms. A day without a time is stored as noon in the workspace's zone. */
  at: z.int(),
  note: z.string().trim().min(1).max(5000).nullable(),
  memberId: z.string().nullable(),
  campaignId: z.string().nullable(),
  content: contentSchema.nullable(),
  batchId: z.string().nullable(),
});
export type Activity = Readonly<z.infer<typeof activitySchema>>;

const theirs = (id: string, label: string, impliesStage: ActivityType['impliesStage'] = null): ActivityType => ({
  id,
  label,
  ourSide: false,
  impliesStage,
  archived: false,
});
const ours = (id: string, label: string): ActivityType => ({
  id,
  label,
  ourSide: true,
  impliesStage: null,
  archived: false,
});

/** The types every workspace has; one that is added here is added to older files when they open. Ids never change: files in use hold them. */
export const builtInActivityTypes: readonly ActivityType[] = [
  theirs('email-opened', 'E-mail opened'),
  theirs('email-clicked', 'E-mail clicked'),
  theirs('website-visit', 'Website visit', 'visitor'),
  theirs('pricing-page-visit', 'Pricing page visit', 'visitor'),
  theirs('product-comparison-visit', 'Product comparison visit', 'visitor'),
  theirs('content-downloaded', 'Content downloaded', 'lead'),
  theirs('webinar-attended', 'Webinar attended', 'lead'),
  theirs('event-attended', 'Event attended', 'lead'),
  theirs('form-submitted', 'Form submitted', 'lead'),
  theirs('information-requested', 'Information or case study requested', 'lead'),
  theirs('demo-requested', 'Demo requested', 'lead'),
  theirs('live-chat', 'Live chat', 'lead'),
  theirs('business-card-received', 'Business card received', 'lead'),
  theirs('referral-received', 'Referral received', 'lead'),
  theirs('replied', 'Replied', 'lead'),
  theirs('inbound-call', 'Inbound call', 'lead'),
  theirs('missed-call', 'Missed call', 'lead'),
  theirs('unsubscribed', 'Unsubscribed'),
  theirs('email-bounced', 'E-mail bounced'),
  ours('call-made', 'Call made'),
  ours('email-sent', 'E-mail sent'),
  ours('meeting-held', 'Meeting held'),
  ours('proposal-sent', 'Proposal sent'),
];
