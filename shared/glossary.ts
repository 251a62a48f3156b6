// Terms of the field with their meaning in one plain sentence, shown as tooltips.
import { stageLabels } from './stages.ts';

export type Entry = { readonly term: string; readonly meaning: string };

const { stranger, visitor, mql, sql, opportunity, customer, nurture, disqualified, lost } = stageLabels;
const stage = ({ label, meaning }: { readonly label: string; readonly meaning: string }): Entry => ({
  term: label,
  meaning,
});

export const glossary = {
  lead: {
    term: 'Lead',
    meaning: 'A person who may buy, with the company they work for; as a stage: has given you a way to reach them.',
  },
  member: { term: 'Member', meaning: 'A person of your team, in marketing, in sales, or in both.' },
  attribute: { term: 'Field', meaning: 'A piece of information about a lead, such as job title or company size.' },
  consent: { term: 'Consent', meaning: 'Whether the person has agreed to hear from you.' },

  plan: {
    term: 'Plan',
    meaning: 'What a goal takes in MQLs, SQLs and leads a week, and the chance of getting there by your own records.',
  },

  // The funnel
  stage: { term: 'Stage', meaning: 'How far a lead has come on the way from stranger to customer.' },
  funnel: { term: 'Funnel', meaning: 'The stages in order, with how many people reach each one; fewer at every step.' },
  offFunnel: {
    term: 'Off-funnel stage',
    meaning: 'Nurture, Disqualified or Lost: the lead has left the funnel but still counts in the figures.',
  },
  stranger: stage(stranger),
  visitor: stage(visitor),
  mql: stage(mql),
  sql: stage(sql),
  opportunity: stage(opportunity),
  customer: stage(customer),
  nurture: stage(nurture),
  disqualified: stage(disqualified),
  lost: stage(lost),
  skip: {
    term: 'Skipped stage',
    meaning: 'A stage that a lead jumped over; it counts as passed at that moment.',
  },
  deal: { term: 'Deal', meaning: 'One possible sale to a lead, with an amount; it is open, won or lost.' },
  probability: { term: 'Probability', meaning: 'How likely a deal is to be won, in percent, by your own estimate.' },
  nextStep: { term: 'Next step', meaning: 'What your team will do next with a lead, and on which date.' },
  quiet: {
    term: 'Inactive',
    meaning: 'No activity for longer than its stage allows, and no next step planned.',
  },

  // What they did and who they are
  activity: {
    term: 'Activity',
    meaning:
      'Something that happened at a point in time: by the lead, such as a demo request, or by you, such as a call.',
  },
  activityType: {
    term: 'Activity type',
    meaning: 'A kind of activity, such as a pricing page visit; you can add your own.',
  },
  touch: { term: 'Touch', meaning: 'Something your team did with a lead: a call, an e-mail, a meeting or a proposal.' },
  engagement: { term: 'Engagement', meaning: 'Points for what the lead did.' },
  fit: { term: 'Fit', meaning: 'Points for who the lead is: how well they match the customers you want.' },
  score: { term: 'Score', meaning: 'Engagement plus fit: how ready a lead is, in points.' },
  cell: { term: 'Grade', meaning: 'Fit from A (best) to D and engagement from 1 (most) to 4, such as B2.' },
  possibleScore: {
    term: 'Up to',
    meaning: 'The score this lead could reach if the missing fields turned out well.',
  },

  // The rules
  criteria: {
    term: 'Criteria',
    meaning: 'The rules behind the score, in numbered versions that never change once published.',
  },
  behaviorRule: {
    term: 'Behavior rule',
    meaning: 'Gives points for an activity: every time, the first time only, or up to a number of times.',
  },
  fitRule: {
    term: 'Fit rule',
    meaning: 'Adds or subtracts points for a field, such as a company size between 50 and 200.',
  },
  halfLife: { term: 'Half-life', meaning: 'The days after which an activity is worth half its points.' },
  threshold: { term: 'MQL threshold', meaning: 'The score at which a lead becomes MQL.' },
  minimumFit: {
    term: 'Minimum fit',
    meaning: 'The lowest fit an MQL may have, so that activity alone never makes one.',
  },
  shortcut: {
    term: 'Shortcut',
    meaning: 'A set of activities that makes an MQL whatever the score, such as one demo request.',
  },
  disqualifier: {
    term: 'Disqualifier',
    meaning: 'A condition that keeps a lead from becoming MQL whatever the score, such as working for a competitor.',
  },
  publish: {
    term: 'Publish',
    meaning: 'Makes a draft the current version of the criteria, after showing who would become MQL.',
  },
  replay: {
    term: 'Replay',
    meaning: 'Runs a draft of the criteria over all recorded history, to show who would have become MQL and when.',
  },
  learnedPoints: {
    term: 'Suggested points',
    meaning:
      'Points your own history suggests: how much more often leads with this became customers than leads without it.',
  },
  receipt: {
    term: 'Receipt',
    meaning:
      'The frozen proof of why a lead became MQL: every line with its date, points and rule, adding up to the total.',
  },
  cooling: {
    term: 'Cooling',
    meaning: 'Met the MQL rules once but no longer does; cooling leads are not moved back.',
  },
  bar: {
    term: 'Threshold setting',
    meaning: 'Too low sends leads to sales before they are ready; too high keeps buyers from sales.',
  },

  // The handoff
  handoff: { term: 'Handoff', meaning: 'An MQL passes from marketing to sales, who accept or reject it.' },
  accept: { term: 'Accept', meaning: 'Sales takes on an MQL, which becomes an SQL.' },
  reject: { term: 'Reject', meaning: 'Sales hands an MQL back with a reason, before a sales conversation.' },
  acceptance: { term: 'Acceptance', meaning: 'Of the MQLs that sales answered, the share it accepted.' },
  responseClock: {
    term: 'Response clock',
    meaning: 'How long an MQL has waited for your team to answer; it stops at the first touch.',
  },
  stageLimit: {
    term: 'Stage limit',
    meaning: 'The most cards a column should hold; it only warns and never blocks a move.',
  },
  ownOrder: {
    term: 'Manual order',
    meaning: 'Cards in the order you placed them; the others follow by score.',
  },
  expectedMoney: {
    term: 'Expected',
    meaning: 'Open deals weighted by probability: 1,000 at 40 % counts as 400.',
  },
  nurturePlan: {
    term: 'Nurture plan',
    meaning: 'A few dated e-mails over several weeks for people who are interested but not ready.',
  },

  // Where they come from
  channel: { term: 'Channel', meaning: 'A way people find you, such as the website, a referral or a trade show.' },
  campaign: { term: 'Campaign', meaning: 'One effort in a channel, such as the spring trade show.' },
  spend: {
    term: 'Spend',
    meaning: 'Money spent on a channel or campaign over a span of days; it is spread evenly over the days.',
  },
  reach: { term: 'Reach', meaning: 'People counted without names, such as visitors of the website in a week.' },

  // The figures
  n: {
    term: 'n',
    meaning: 'How many people, deals or touches a number is based on; the fewer, the less certain it is.',
  },
  mqlVolume: { term: 'MQL volume', meaning: 'How many people became MQL; each counts once, the first time.' },
  conversionRate: { term: 'Conversion rate', meaning: 'The share of people in one stage who come to the next.' },
  cohort: { term: 'Cohort', meaning: 'People who started in the same period, followed until now.' },
  period: { term: 'Period', meaning: 'What happened between two dates, for any lead.' },
  young: {
    term: 'Too recent',
    meaning: 'These people have not had the usual time to convert yet, so the rate can still rise.',
  },
  interval: {
    term: '95 % interval',
    meaning: 'The range in which the true rate probably lies, given how few people were counted (Wilson interval).',
  },
  benchmark: {
    term: 'Benchmark',
    meaning: 'The usual range of a rate in most companies, such as 13 to 31 % for MQL to SQL.',
  },
  cannotTell: {
    term: 'Cannot tell yet',
    meaning: 'Too few people, or too little time, to say whether the rate is inside the benchmark.',
  },
  usual: { term: 'Average', meaning: 'The mean of the previous four periods, or their combined rate.' },
  median: { term: 'Median', meaning: 'The middle value: half are smaller, half are larger.' },
  quartile: {
    term: 'Quartile',
    meaning: 'A quarter of the values lie below the lower one, a quarter above the upper one.',
  },
  winRate: { term: 'Win rate', meaning: 'Of the people who were won or lost, the share that bought.' },
  timeToConversion: { term: 'Time to conversion', meaning: 'The days from becoming MQL to becoming customer.' },
  costPerMql: {
    term: 'Cost per MQL',
    meaning: 'The money spent in a period, divided by the people who became MQL in it.',
  },
  revenue: { term: 'Revenue', meaning: 'The money of the deals that were won.' },
  return: {
    term: 'Return',
    meaning: 'Revenue beyond the spend, per unit spent: 50 % means 1.50 back for 1.00 spent.',
  },
  content: {
    term: 'Content',
    meaning: 'The guide, webinar or ad that an activity was about.',
  },
  attribution: {
    term: 'Attribution',
    meaning: 'Sharing each MQL, customer and sale among the campaigns and content the person touched before it.',
  },
  wastedEffort: { term: 'Wasted effort', meaning: 'The share of touches spent on people sales then rejected.' },
  gap: {
    term: 'Data gap',
    meaning: 'Something that was not recorded, such as a week without spend, so a figure cannot include it.',
  },

  // What the past says
  endedLead: {
    term: 'Closed lead',
    meaning: 'A lead that became a customer, was lost or disqualified, or has been inactive for 180 days.',
  },
  idealCustomer: {
    term: 'Ideal customer',
    meaning: 'The kind of person and company that buys from you most readily and that you serve best.',
  },
  remedy: {
    term: 'Smallest change',
    meaning:
      'The smallest change to one rule that would have kept at least half of the leads rejected for this reason from sales.',
  },

  // Your own words
  tag: { term: 'Tag', meaning: 'A label you add to leads, to find them again.' },
  customField: {
    term: 'Custom field',
    meaning: 'A field you added to the built-in ones; rules, imports and exports use it too.',
  },
  view: { term: 'View', meaning: 'A saved set of filters, sort order and columns for the leads table.' },
  duplicate: {
    term: 'Duplicate',
    meaning: 'Two records that are, or may be, the same person; the reason is always shown.',
  },

  // The meeting
  review: {
    term: 'Review',
    meaning: 'The weekly meeting of marketing and sales, with the figures and decisions kept from it.',
  },
  decision: {
    term: 'Decision',
    meaning: 'What the meeting agreed to change, with the expected effect; it returns for review four weeks later.',
  },
  actionItem: { term: 'Action item', meaning: 'A task with an owner and a due date.' },
  minutes: {
    term: 'Minutes',
    meaning: 'The record of a meeting: attendees, decisions, action items and commitments.',
  },
  closedReview: {
    term: 'Closed review',
    meaning: 'A review whose figures and minutes no longer change, whatever is edited later; only undo reopens it.',
  },
  sla: {
    term: 'Commitment',
    meaning: 'What marketing will deliver and how soon sales will answer, compared with what happened.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Term = keyof typeof glossary;
