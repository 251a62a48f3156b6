// The leads export with the column names of HubSpot, Pipedrive and Zoho.
import { leadName } from '../../../shared/lead.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { ExportContext, ExportFile, LeadToExport } from './lead-file.ts';
import { factText, fileOf } from './lead-file.ts';
import { amountText } from './moments.ts';

type Words = Readonly<Record<Stage, string>>;

/** HubSpot's lifecycle stages; the trays are said by its lead status. */
const hubspotStage: Words = {
  stranger: 'Subscriber',
  visitor: 'Subscriber',
  lead: 'Lead',
  mql: 'Marketing Qualified Lead',
  sql: 'Sales Qualified Lead',
  opportunity: 'Opportunity',
  customer: 'Customer',
  nurture: 'Lead',
  disqualified: 'Other',
  lost: 'Other',
};
const hubspotStatus: Words = {
  stranger: 'New',
  visitor: 'New',
  lead: 'New',
  mql: 'Open',
  sql: 'Connected',
  opportunity: 'Open Deal',
  customer: '',
  nurture: 'Bad Timing',
  disqualified: 'Unqualified',
  lost: 'Lost',
};
const zohoStatus: Words = {
  stranger: 'Not Contacted',
  visitor: 'Not Contacted',
  lead: 'Not Contacted',
  mql: 'Marketing Qualified',
  sql: 'Pre-Qualified',
  opportunity: 'Opportunity',
  customer: 'Customer',
  nurture: 'Contact in Future',
  disqualified: 'Junk Lead',
  lost: 'Lost Lead',
};
const pipedriveStatus: Words = {
  stranger: '',
  visitor: '',
  lead: '',
  mql: '',
  sql: 'Open',
  opportunity: 'Open',
  customer: 'Won',
  nurture: '',
  disqualified: '',
  lost: 'Lost',
};

const fact =
  (field: Parameters<typeof factText>[1]) =>
  (item: LeadToExport, context: ExportContext): string =>
    factText(item, field, context);
const dealAmount = ({ deal }: LeadToExport, { minorUnits }: ExportContext): string =>
  deal?.amount == null ? '' : amountText(deal.amount, minorUnits);
const optedOut =
  (yes: string, no: string) =>
  (item: LeadToExport): string =>
    item.lead.consent === 'no' ? yes : no;

export const hubspotLeads: ExportFile<LeadToExport> = fileOf<LeadToExport>([
  ['Record ID', fact('externalId')],
  ['First Name', fact('firstName')],
  ['Last Name', fact('lastName')],
  ['Email', fact('email')],
  ['Phone Number', fact('phone')],
  ['Company Name', fact('company')],
  ['Job Title', fact('jobTitle')],
  ['Industry', fact('industry')],
  ['Number of Employees', fact('companySize')],
  ['Country/Region', fact('country')],
  ['State/Region', fact('region')],
  ['City', fact('city')],
  ['Website URL', fact('website')],
  ['LinkedIn URL', fact('linkedinUrl')],
  ['Lifecycle Stage', ({ lead }) => hubspotStage[lead.stage]],
  ['Lead Status', ({ lead }) => hubspotStatus[lead.stage]],
  ['Original Source', fact('channelId')],
  ['Contact owner', fact('memberId')],
  ['Unsubscribed from all email', optedOut('true', 'false')],
  ['Notes', fact('notes')],
]);

export const pipedriveLeads: ExportFile<LeadToExport> = fileOf<LeadToExport>([
  ['Person - ID', fact('externalId')],
  ['Person - Name', ({ lead }) => leadName(lead)],
  ['Person - First name', fact('firstName')],
  ['Person - Last name', fact('lastName')],
  ['Person - Email - Work', fact('email')],
  ['Person - Phone - Work', fact('phone')],
  ['Person - Job title', fact('jobTitle')],
  [
    'Person - Marketing status',
    item => (item.lead.consent === 'yes' ? 'Subscribed' : optedOut('Unsubscribed', 'No consent')(item)),
  ],
  ['Person - Owner', fact('memberId')],
  ['Organization - Name', fact('company')],
  ['Organization - Website', fact('website')],
  ['Deal - Title', ({ deal }) => deal?.name ?? ''],
  ['Deal - Value', dealAmount],
  ['Deal - Status', ({ lead, deal }) => (deal ? pipedriveStatus[lead.stage] : '')],
  ['Deal - Expected close date', ({ deal }) => deal?.expectedClose ?? ''],
  ['Deal - Lost reason', ({ lead, reason }) => (lead.stage === 'lost' ? (reason ?? '') : '')],
  ['Note', fact('notes')],
]);

/** Zoho takes no lead without a last name and a company. */
export const zohoLeads: ExportFile<LeadToExport> = fileOf<LeadToExport>([
  ['Record Id', fact('externalId')],
  ['Lead Owner', fact('memberId')],
  ['First Name', fact('firstName')],
  ['Last Name', ({ lead }) => lead.lastName ?? (lead.firstName ? '-' : leadName(lead))],
  ['Company', ({ lead }) => lead.company ?? '-'],
  ['Title', fact('jobTitle')],
  ['Email', fact('email')],
  ['Phone', fact('phone')],
  ['Website', fact('website')],
  ['Lead Source', fact('channelId')],
  ['Lead Status', ({ lead }) => zohoStatus[lead.stage]],
  ['Industry', fact('industry')],
  ['No. of Employees', fact('companySize')],
  ['City', fact('city')],
  ['State', fact('region')],
  ['Country', fact('country')],
  ['Email Opt Out', optedOut('true', 'false')],
  ['Description', fact('notes')],
]);

export const leadFiles = { hubspot: hubspotLeads, pipedrive: pipedriveLeads, zoho: zohoLeads } as const;
