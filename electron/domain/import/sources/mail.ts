// The table that e-mails are read as: its columns mean the same in every mailbox.
import type { SourceProgram } from './source.ts';

export const mailHeader = [
  'Mail address',
  'Mail name',
  'Mail company',
  'Company in signature',
  'Phone in signature',
  'Job title in signature',
  'Website in signature',
  'Mail activity',
  'Mail date',
  'Subject',
  'Text',
  'Attachments',
  'Asks',
] as const;

/** Whether a table was made of e-mails. */
export const isMailTable = (headers: readonly string[]): boolean => mailHeader.every((one, at) => headers[at] === one);

export const mailSources: readonly SourceProgram[] = [
  {
    id: 'mail',
    label: 'e-mail',
    needs: [['Mail address', 'Mail activity', 'Mail date', 'Company in signature']],
    exact: true,
    isFixed: true,
    headers: {
      'Mail address': 'email',
      'Mail name': 'fullName',
      'Mail company': 'company',
      'Company in signature': 'company',
      'Phone in signature': 'phone',
      'Job title in signature': 'jobTitle',
      'Website in signature': 'website',
      'Mail activity': 'activityType',
      'Mail date': { target: 'activityOn', dateOrder: 'ymd' },
      Subject: 'activityNote',
      Text: 'activityNote',
      Attachments: 'activityNote',
      // Words that may ask for no more mail: they set nothing by themselves.
      Asks: 'ignore',
    },
    values: [
      { target: 'activityType', value: 'Inquiry', to: 'information-requested' },
      { target: 'activityType', value: 'Replied', to: 'replied' },
      { target: 'activityType', value: 'Form', to: 'form-submitted' },
      { target: 'activityType', value: 'Unsubscribed', to: 'unsubscribed' },
      { target: 'activityType', value: 'E-mail sent', to: 'email-sent' },
    ],
    rows: 'activities',
  },
];
