// The table that address cards are read as: its columns mean the same in every file.
import type { SourceProgram } from './source.ts';

export const cardHeader = [
  'First name',
  'Last name',
  'Full name',
  'E-mail',
  'Other e-mails',
  'Phone',
  'Other phones',
  'Job title',
  'Company',
  'Department',
  'City',
  'Region',
  'Country',
  'Website',
  'LinkedIn',
  'Tags',
  'Notes',
  'Ripen lead',
] as const;

export const cardSources: readonly SourceProgram[] = [
  {
    id: 'vcard',
    label: 'address cards (vCard)',
    needs: [['First name', 'Full name', 'Other e-mails', 'Other phones', 'Department', 'Ripen lead']],
    exact: true,
    headers: {
      'First name': 'firstName',
      'Last name': 'lastName',
      'Full name': 'fullName',
      'E-mail': 'email',
      'Other e-mails': 'otherEmail',
      Phone: 'phone',
      'Other phones': 'otherPhone',
      'Job title': 'jobTitle',
      Company: 'company',
      Department: 'notes',
      City: 'city',
      Region: 'region',
      Country: 'country',
      Website: 'website',
      LinkedIn: 'linkedinUrl',
      Tags: 'tags',
      Notes: 'notes',
      'Ripen lead': 'leadId',
    },
    rows: 'leads',
  },
];
