// Exports that say who came or asked: Meta lead ads, Eventbrite, Zoom webinars, and Ripen's own files.

import { importTargets } from '../../../../shared/import-targets.ts';
import { leadFieldNames, leadFields } from '../../../../shared/lead.ts';
import type { Becomes, Source } from './source.ts';

/** Ripen's own header is the target's label, so that what it wrote it reads without guessing. */
const ripenHeaders: Record<string, Becomes> = Object.fromEntries([
  ...leadFieldNames.map(field => [leadFields[field].label, field]),
  ...Object.entries(importTargets).map(([target, words]) => [words.label, target]),
]);

export const eventSources: readonly Source[] = [
  {
    id: 'ripen-activities',
    label: 'Ripen activities',
    needs: [['Ripen lead', 'Activity type', 'Activity date']],
    literal: true,
    headers: ripenHeaders,
    rows: 'activities',
  },
  {
    id: 'ripen-leads',
    label: 'Ripen leads',
    needs: [['Ripen lead', 'Job title', 'Lead since', 'Stage']],
    literal: true,
    headers: ripenHeaders,
    rows: 'leads',
  },
  {
    id: 'ripen-stages',
    label: 'Ripen stage history',
    needs: [['Ripen lead', 'Stage', 'In this stage since']],
    literal: true,
    headers: ripenHeaders,
    rows: 'leads',
  },
  {
    id: 'meta',
    label: 'Meta lead ads',
    needs: [
      ['created_time', 'ad_id', 'form_id'],
      ['created_time', 'form_name', 'is_organic', 'platform'],
    ],
    headers: {
      id: 'externalId',
      created_time: ['createdOn', { target: 'activityOn', dateOrder: 'ymd' }],
      ad_id: 'ignore',
      ad_name: 'ignore',
      adset_id: 'ignore',
      adset_name: 'ignore',
      campaign_id: 'ignore',
      campaign_name: 'campaignId',
      form_id: 'ignore',
      form_name: 'activityNote',
      is_organic: 'ignore',
      platform: 'channelId',
      inbox_url: 'ignore',
      lead_status: 'stage',
      full_name: 'fullName',
      phone_number: 'phone',
    },
    fixed: [{ target: 'activityType', value: 'form-submitted' }],
    values: [
      { target: 'channelId', value: 'fb', to: 'Facebook' },
      { target: 'channelId', value: 'ig', to: 'Instagram' },
      { target: 'stage', value: 'created', to: 'lead' },
      { target: 'stage', value: 'complete', to: 'lead' },
    ],
    rows: 'leads-and-activities',
  },
  {
    id: 'eventbrite',
    label: 'Eventbrite attendees',
    needs: [
      ['Order #', 'Attendee #', 'Attendee Status'],
      ['Order #', 'Ticket Type', 'Attendee Status'],
      ['Order ID', 'Attendee Status', 'Ticket Type'],
    ],
    headers: {
      'Order #': 'ignore',
      'Order ID': 'ignore',
      'Order Date': ['createdOn', { target: 'activityOn' }],
      'Event Start Date': { target: 'activityOn' },
      'Attendee #': 'externalId',
      'Attendee Status': 'activity',
      Surname: 'lastName',
      Quantity: 'ignore',
      'Price Tier': 'ignore',
      'Ticket Type': 'activityNote',
      'Event Name': 'campaignId',
      Group: 'ignore',
      'Order Type': 'ignore',
      Currency: 'ignore',
      'Total Paid': 'ignore',
      'Fees Paid': 'ignore',
      'Eventbrite Fees': 'ignore',
      'Eventbrite Payment Processing': 'ignore',
      'Home City': 'city',
      'Home State': 'region',
      'Home Country': 'country',
    },
    values: [
      { target: 'activity', value: 'checked in', to: 'event-attended' },
      { target: 'activity', value: 'attending', to: null },
      { target: 'activity', value: 'not attending', to: null },
      { target: 'activity', value: 'refunded', to: null },
      { target: 'activity', value: 'transferred', to: null },
      { target: 'activity', value: 'deleted', to: null },
    ],
    rows: 'leads-and-activities',
  },
  {
    id: 'zoom',
    label: 'Zoom webinar attendees',
    needs: [
      ['Attended', 'Join Time', 'Leave Time', 'Email'],
      ['Attended', 'Registration Time', 'Approval Status', 'Join Time'],
    ],
    headers: {
      Attended: { target: 'activity', typeId: 'webinar-attended' },
      'User Name (Original Name)': 'fullName',
      'Registration Time': 'createdOn',
      'Approval Status': 'ignore',
      'Join Time': 'activityOn',
      'Leave Time': 'ignore',
      'Time in Session (minutes)': 'activityNote',
      'Is Guest': 'ignore',
      'Country/Region Name': 'country',
      'Source Name': 'channelId',
    },
    rows: 'leads-and-activities',
  },
];
