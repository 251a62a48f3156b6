// What one line of the log says, before anybody is looked up: people, activity, time, note, amount and next step as typed.
import type { ActivityType } from '../../../shared/activity.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';

/** Where and when the line is typed, and by what names. */
export type LineHome = {
  /** Today and the time, in the workspace's zone. */
  readonly today: string;
  readonly time: string;
  /** Language of the owner: "en", "de", ... */
  readonly language: string;
  /** Whether 3/5 is 3 May (true) or 5 March. */
  readonly dayFirst: boolean;
  readonly currency: string;
  /** ISO code of phone numbers without one. */
  readonly country: string | null;
  readonly types: readonly ActivityType[];
  /** Names of the team: they do things, and are no leads. */
  readonly members: readonly string[];
  /** Campaigns that are in use. */
  readonly campaigns: readonly { readonly id: string; readonly label: string }[];
  /** Channels that are in use. */
  readonly channels: readonly { readonly id: string; readonly label: string }[];
  /** Content that activities name already. */
  readonly contents: readonly string[];
};

export type Moment = { readonly date: string; readonly time: string | null };

export type PersonAttributes = Pick<LeadAttributes, 'firstName' | 'lastName' | 'email' | 'phone' | 'company'>;

export type SaidPerson = {
  /** As typed: "dave @ kingsley". */
  readonly text: string;
  readonly attributes: PersonAttributes;
  /** How two people are addressed together, "Mr & Mrs Shah": kept in the notes of a new lead. */
  readonly household: string | null;
  /** What is asked before it is taken for a name; null: nothing speaks against it. */
  readonly doubt: string | null;
};

export type SaidActivity = {
  /** The word or phrase that names it. */
  readonly word: string;
  /** The best first; more than one: the line does not tell which. */
  readonly typeIds: readonly string[];
  /** A type that would fit better than any there is. */
  readonly newType: { readonly label: string; readonly ourSide: boolean } | null;
  /** Other words of the line may say what happened: the type is asked, even where there is one. */
  readonly sure: boolean;
};

export type SaidWhen = {
  /** The best first; null: now; none: nothing was said. */
  readonly options: readonly (Moment | null)[];
  /** Why it is asked; null: it is not. */
  readonly why: string | null;
};

export type SaidAmount = {
  readonly text: string;
  readonly currency: string;
  /** Minor units; the two ends of a range. */
  readonly options: readonly { readonly amount: number }[];
  /** What is asked where it may be no money, the price of one, or an amount somebody asked about; null: nothing. */
  readonly doubt: string | null;
};

/** A campaign, channel or content: ids, or content as it is written in the file. */
export type SaidTouch = {
  readonly text: string;
  /** The best first. */
  readonly options: readonly string[];
  /** False: it is only offered, and stays in the note. */
  readonly sure: boolean;
};

export type SaidStep = {
  readonly text: string;
  /** The best first; none: no date was said. */
  readonly days: readonly Moment[];
  /** Why the day cannot be used. */
  readonly why: string | null;
  /** As typed, with its day. */
  readonly words: string;
};

export type SaidLine = {
  readonly people: readonly SaidPerson[];
  readonly activity: SaidActivity | null;
  readonly when: SaidWhen;
  readonly note: string | null;
  readonly amount: SaidAmount | null;
  readonly step: SaidStep | null;
  readonly campaign: SaidTouch | null;
  readonly content: SaidTouch | null;
  /** How somebody who is new found us; the words stay in the note. */
  readonly channel: SaidTouch | null;
};

/** A stretch of the line, from its first character to the one behind it. */
export type LineSpan = { readonly from: number; readonly to: number };
