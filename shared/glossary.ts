// Every word of the field that Ripen uses, with its meaning in one plain sentence: the help one hover away.
import { stageWords } from './stages.ts';

export type Entry = { readonly term: string; readonly meaning: string };

const { stranger, visitor, mql, sql, opportunity, customer, nurture, disqualified, lost } = stageWords;
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
  fact: { term: 'Fact', meaning: 'Something known about a lead, such as the job title or the company size.' },
  consent: { term: 'Consent', meaning: 'Whether the person has agreed to hear from you.' },

  // The funnel
  stage: { term: 'Stage', meaning: 'How far a lead has come on the way from stranger to customer.' },
  funnel: { term: 'Funnel', meaning: 'The stages in order, with how many people reach each one; fewer at every step.' },
  tray: {
    term: 'Tray',
    meaning: 'A place beside the funnel: Nurture, Disqualified or Lost; people in it stay in the figures.',
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
    meaning: 'A stage that a lead jumped over; it counts as passed at the moment of the jump.',
  },
  deal: { term: 'Deal', meaning: 'One possible sale to a lead, with an amount; it is open, won or lost.' },
  probability: { term: 'Probability', meaning: 'How likely a deal is to be won, in percent, by your own estimate.' },
  nextStep: { term: 'Next step', meaning: 'What somebody of yours will do next with a lead, and on which date.' },
  quiet: {
    term: 'Quiet',
    meaning: 'Nothing has happened with this lead for longer than its stage allows, and no next step is planned.',
  },

  // What they did and who they are
  activity: {
    term: 'Activity',
    meaning:
      'Something that happened at a time: what they did, such as a demo requested, or what you did, such as a call made.',
  },
  activityType: {
    term: 'Activity type',
    meaning: 'A kind of activity, such as a pricing page visit; you can add your own.',
  },
  touch: { term: 'Touch', meaning: 'Something your side did with a lead: a call, an e-mail, a meeting or a proposal.' },
  engagement: { term: 'Engagement', meaning: 'The points for what they did.' },
  fit: { term: 'Fit', meaning: 'The points for who they are: how well they match the customers you want.' },
  score: { term: 'Score', meaning: 'Engagement plus fit: how ready a lead is, in points.' },
  cell: { term: 'Cell', meaning: 'Fit from A (best) to D and engagement from 1 (most) to 4 in short, such as B2.' },
  possibleScore: {
    term: 'Up to',
    meaning: 'The score this lead could reach if the facts that are still missing turned out well.',
  },

  // The rules
  criteria: {
    term: 'Criteria',
    meaning: 'The rules behind the score, in numbered versions that are never edited once published.',
  },
  behaviourRule: {
    term: 'Behaviour rule',
    meaning: 'Gives points for an activity: every time, the first time only, or so many times at most.',
  },
  fitRule: {
    term: 'Fit rule',
    meaning: 'Gives or takes points for a fact, such as a company size between 50 and 200.',
  },
  halfLife: { term: 'Half-life', meaning: 'The days after which an activity is worth half its points.' },
  threshold: { term: 'Threshold', meaning: 'The score at which a lead becomes MQL.' },
  minimumFit: {
    term: 'Minimum fit',
    meaning: 'The least fit an MQL must have, so that activity alone never makes one.',
  },
  shortcut: { term: 'Shortcut', meaning: 'A set of activities that makes an MQL by itself, such as one demo request.' },
  disqualifier: {
    term: 'Disqualifier',
    meaning: 'A fact that stops a lead from becoming MQL whatever the score, such as working for a competitor.',
  },
  publish: {
    term: 'Publish',
    meaning: 'Makes a draft of the criteria the version in force, after showing who would become MQL by it.',
  },
  replay: {
    term: 'Replay',
    meaning: 'Runs a draft of the criteria over everything recorded, to show who would have become MQL and when.',
  },
  learnedPoints: {
    term: 'Learned points',
    meaning:
      'The points your own past suggests: how much more often people with this became customers than people without.',
  },
  receipt: {
    term: 'Receipt',
    meaning:
      'The frozen proof of why a lead became MQL: every line with its date, points and rule, adding up to the total.',
  },
  cooling: {
    term: 'Cooling',
    meaning: 'Met the rules for MQL once and does not any more; nobody is moved back for it.',
  },
  bar: {
    term: 'Bar',
    meaning:
      'How hard it is to become MQL: too low sends sales people who are not ready, too high keeps buyers from them.',
  },

  // The handoff
  handoff: { term: 'Handoff', meaning: 'The moment an MQL waits for sales, who accepts or rejects it.' },
  accept: { term: 'Accept', meaning: 'Sales takes an MQL, who becomes SQL.' },
  reject: { term: 'Reject', meaning: 'Sales hands an MQL back with a reason, before a sales conversation.' },
  acceptance: { term: 'Acceptance', meaning: 'Of the MQLs that sales answered, the share it accepted.' },
  responseClock: {
    term: 'Response clock',
    meaning: 'How long an MQL has waited for somebody of yours to answer; it stops at the first touch.',
  },
  stageLimit: {
    term: 'Stage limit',
    meaning: 'How many should stand in a column at most; more are never held back, the head of the column says so.',
  },
  ownOrder: {
    term: 'Own order',
    meaning: 'Cards as you placed them by hand; those you have not placed follow by score.',
  },
  expectedMoney: {
    term: 'Expected',
    meaning: 'Open deals, each counted by how probable it is: 1,000 at 40 % counts 400.',
  },
  nurturePlan: {
    term: 'Nurture plan',
    meaning: 'A few dated messages over some weeks for people who are interested but not ready.',
  },

  // Where they come from
  channel: { term: 'Channel', meaning: 'A way people find you, such as the website, a referral or a trade show.' },
  campaign: { term: 'Campaign', meaning: 'One effort in a channel, such as the spring trade show.' },
  spend: { term: 'Spend', meaning: 'Money put into a channel or campaign over some days; it counts by the day.' },
  reach: { term: 'Reach', meaning: 'People counted without names, such as visitors of the website in a week.' },

  // The figures
  n: { term: 'n', meaning: 'How many people, deals or touches a number stands on; the fewer, the less it says.' },
  mqlVolume: { term: 'MQL volume', meaning: 'How many people became MQL, each counted once, at the first time.' },
  conversionRate: { term: 'Conversion rate', meaning: 'The share of people in one stage who come to the next.' },
  cohort: { term: 'Cohort', meaning: 'The people who started in the same period, followed up to now.' },
  period: { term: 'Period', meaning: 'Only what happened within the dates, whoever it happened to.' },
  young: {
    term: 'Young',
    meaning: 'These people have not yet had the time it usually takes, so their rate can still rise.',
  },
  interval: {
    term: '95 % interval',
    meaning: 'Where the true rate probably lies, given how few people were counted (the Wilson interval).',
  },
  benchmark: {
    term: 'Benchmark',
    meaning: 'The range in which a rate lies in most firms, such as 13 to 31 % for MQL to SQL.',
  },
  cannotTell: {
    term: 'Cannot tell yet',
    meaning: 'Too few people, or too little time, to say whether the rate is inside the benchmark.',
  },
  usual: { term: 'Usual', meaning: 'The mean of the four periods before, or their common rate.' },
  median: { term: 'Median', meaning: 'The middle value: half are smaller, half are larger.' },
  quartile: {
    term: 'Quartile',
    meaning: 'A quarter of the values lie below the lower one, a quarter above the upper one.',
  },
  winRate: { term: 'Win rate', meaning: 'Of the people with whom sales came to an end, the share that bought.' },
  timeToConversion: { term: 'Time to conversion', meaning: 'The days from becoming MQL to becoming customer.' },
  costPerMql: {
    term: 'Cost per MQL',
    meaning: 'The money spent in a period, divided by the people who became MQL in it.',
  },
  revenue: { term: 'Revenue', meaning: 'The money of the deals that were won.' },
  return: {
    term: 'Return',
    meaning: 'What came back beyond the spend, for each unit spent: 50 % means 1.50 for 1.00.',
  },
  wastedEffort: { term: 'Wasted effort', meaning: 'The share of touches spent on people whom sales then rejected.' },
  hole: {
    term: 'Hole',
    meaning: 'Something the records do not say, such as a week without spend, which a figure cannot know.',
  },

  // What the past says
  endedLead: {
    term: 'Story is over',
    meaning:
      'A lead that became a customer, was lost or disqualified, or has been silent for 180 days: how it went can be told.',
  },
  idealCustomer: {
    term: 'Ideal customer',
    meaning: 'The kind of person and company that buys most readily from you and that you serve best.',
  },
  remedy: {
    term: 'Smallest change',
    meaning:
      'The least change to one rule that would have stopped at least half of the people rejected for this reason, tried over everything recorded.',
  },

  // Your own words
  tag: { term: 'Tag', meaning: 'A small word that you put on leads, to find them again.' },
  ownField: { term: 'Own field', meaning: 'A fact that you added to the built-in ones; rules and files know it too.' },
  view: { term: 'View', meaning: 'The table of leads with its filters, order and columns, kept under a name.' },
  duplicate: { term: 'Duplicate', meaning: 'Two records that are one person, or may be; the reason is always said.' },

  // The meeting
  review: {
    term: 'Review',
    meaning: 'The weekly meeting of marketing and sales, and the figures and decisions kept from it.',
  },
  decision: {
    term: 'Decision',
    meaning: 'What the meeting agreed to change, with what it expects from it; it comes back four weeks later.',
  },
  actionItem: { term: 'Action item', meaning: 'Something that one of you will do, with a name and a date.' },
  minutes: {
    term: 'Minutes',
    meaning: 'What a meeting decided and promised, and who was there, in the words of that day.',
  },
  closedReview: {
    term: 'Closed review',
    meaning:
      'A review whose figures and minutes stay as they were, whatever is edited later; only undo opens it again.',
  },
  promise: {
    term: 'Promise',
    meaning: 'What marketing will deliver and how soon sales will answer, held against what happened.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Term = keyof typeof glossary;
