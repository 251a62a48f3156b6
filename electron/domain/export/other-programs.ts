// The leads export with the column names of HubSpot, Pipedrive and Zoho.
import { leadName } from '../../../shared/lead.ts';
import type { Stage } from '../../../shared/stages.ts';
import { amountText } from './instants.ts';
import type { ExportContext, ExportFile, LeadToExport } from './lead-file.ts';
import { attributeText, fileOf } from './lead-file.ts';

type StageNames = Readonly<Record<Stage, string>>;

/** HubSpot's lifecycle stages; the off-funnel stages are said by its lead status. */
const hubspotStage: StageNames = {
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
const hubspotStatus: StageNames = {
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
const zohoStatus: StageNames = {
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
const pipedriveStatus: StageNames = {
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

const attribute =
  (field: Parameters<typeof attributeText>[1]) =>
  (item: LeadToExport, context: ExportContext): string =>
    attributeText(item, field, context);
const dealAmount = ({ deal }: LeadToExport, { minorUnits }: ExportContext): string =>
  deal?.amount == null ? '' : amountText(deal.amount, minorUnits);
const optedOut =
  (yes: string, no: string) =>
  (item: LeadToExport): string =>
    item.lead.consent === 'no' ? yes : no;

export const hubspotLeads: ExportFile<LeadToExport> = fileOf<LeadToExport>([
  ['Record ID', attribute('externalId')],
  ['First Name', attribute('firstName')],
  ['Last Name', attribute('lastName')],
  ['Email', attribute('email')],
  ['Phone Number', attribute('phone')],
  ['Company Name', attribute('company')],
  ['Job Title', attribute('jobTitle')],
  ['Industry', attribute('industry')],
  ['Number of Employees', attribute('companySize')],
  ['Country/Region', attribute('country')],
  ['State/Region', attribute('region')],
  ['City', attribute('city')],
  ['Website URL', attribute('website')],
  ['LinkedIn URL', attribute('linkedinUrl')],
  ['Lifecycle Stage', ({ lead }) => hubspotStage[lead.stage]],
  ['Lead Status', ({ lead }) => hubspotStatus[lead.stage]],
  ['Original Source', attribute('channelId')],
  ['Contact owner', attribute('memberId')],
  ['Unsubscribed from all email', optedOut('true', 'false')],
  ['Notes', attribute('notes')],
]);

export const pipedriveLeads: ExportFile<LeadToExport> = fileOf<LeadToExport>([
  ['Person - ID', attribute('externalId')],
  ['Person - Name', ({ lead }) => leadName(lead)],
  ['Person - First name', attribute('firstName')],
  ['Person - Last name', attribute('lastName')],
  ['Person - Email - Work', attribute('email')],
  ['Person - Phone - Work', attribute('phone')],
  ['Person - Job title', attribute('jobTitle')],
  [
    'Person - Marketing status',
    item => (item.lead.consent === 'yes' ? 'Subscribed' : optedOut('Unsubscribed', 'No consent')(item)),
  ],
  ['Person - Owner', attribute('memberId')],
  ['Organization - Name', attribute('company')],
  ['Organization - Website', attribute('website')],
  ['Deal - Title', ({ deal }) => deal?.name],
  ['Deal - Value', dealAmount],
  ['Deal - Status', ({ lead, deal }) => (deal ? pipedriveStatus[lead.stage] : '')],
  ['Deal - Expected close date', ({ deal }) => deal?.expectedClose],
  ['Deal - Lost reason', ({ lead, reason }) => (lead.stage === 'lost' ? reason : '')],
  ['Note', attribute('notes')],
]);

/** Zoho takes no lead without a last name and a company. */
export const zohoLeads: ExportFile<LeadToExport> = fileOf<LeadToExport>([
  ['Record Id', attribute('externalId')],
  ['Lead Owner', attribute('memberId')],
  ['First Name', attribute('firstName')],
  ['Last Name', ({ lead }) => lead.lastName ?? (lead.firstName ? '-' : leadName(lead))],
  ['Company', ({ lead }) => lead.company ?? '-'],
  ['Title', attribute('jobTitle')],
  ['Email', attribute('email')],
  ['Phone', attribute('phone')],
  ['Website', attribute('website')],
  ['Lead Source', attribute('channelId')],
  ['Lead Status', ({ lead }) => zohoStatus[lead.stage]],
  ['Industry', attribute('industry')],
  ['No. of Employees', attribute('companySize')],
  ['City', attribute('city')],
  ['State', attribute('region')],
  ['Country', attribute('country')],
  ['Email Opt Out', optedOut('true', 'false')],
  ['Description', attribute('notes')],
]);

export const leadFiles = { hubspot: hubspotLeads, pipedrive: pipedriveLeads, zoho: zohoLeads } as const;
