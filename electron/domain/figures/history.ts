// Columns the figures are computed from: stage changes, deals, touches, spend and reach.
import type { PlainDate } from '../../../shared/dates.ts';
import type { Stage } from '../../../shared/stages.ts';

export type HistoryLead = {
  readonly id: string;
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly memberId: string | null;
  /** UTC ms; used only for a lead without a single stage change. */
  readonly createdAt: number;
};

export type HistoryChange = {
  readonly leadId: string;
  /** Null for the entry a lead came in with. */
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: number;
  readonly reason: string | null;
  /** What made the change; only 'score' matters here: the rules found this lead. */
  readonly cause?: string;
  /**
   * True for a stage that the lead already had when it came into the file, reached at a moment nobody knows (a list of old
   * customers). Such a lead is in that stage, but never counts as having entered it in any period.
   */
  readonly opening?: boolean;
};

export type HistoryDeal = {
  readonly id: string;
  readonly leadId: string;
  readonly amount: number | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly closedAt: number | null;
  /** UTC ms; not there: before the records began. */
  readonly createdAt?: number;
  readonly expectedClose?: PlainDate | null;
  /** Percent; null: as the stage of its lead says. */
  readonly probability?: number | null;
};

/** Something our own side did: call made, e-mail sent, meeting held, proposal sent. */
export type HistoryTouch = { readonly leadId: string; readonly at: number };

/** Something they did that names a campaign or content: what attribution gives credit to. */
export type HistoryTouchpoint = {
  readonly leadId: string;
  readonly at: number;
  readonly campaignId: string | null;
  readonly content: string | null;
};

/** Money on a channel, on a campaign, or (both null) on marketing as a whole; `to` is its last day. */
export type HistorySpend = {
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly amount: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** Nameless people counted in the seven days from `weekStart`. */
export type HistoryReach = {
  readonly channelId: string | null;
  readonly weekStart: PlainDate;
  readonly strangers: number;
  readonly visitors: number;
};

export type HistoryChannel = { readonly id: string; readonly label: string };
export type HistoryCampaign = HistoryChannel & { readonly channelId: string | null };
export type HistoryMember = { readonly id: string; readonly label: string; readonly sales: boolean };

export type HistoryLists = {
  readonly channels: readonly HistoryChannel[];
  readonly campaigns: readonly HistoryCampaign[];
  readonly members: readonly HistoryMember[];
  readonly spend: readonly HistorySpend[];
  readonly reach: readonly HistoryReach[];
};

/** Rows by column. Leads are numbered from 0 in the order they were given; -1 stands for none. */
export type History = HistoryLists & {
  readonly leads: {
    readonly ids: readonly string[];
    readonly channel: Int32Array;
    readonly campaign: Int32Array;
    readonly member: Int32Array;
    readonly createdAt: Float64Array;
  };
  readonly changes: {
    readonly lead: Int32Array;
    /** Places in `stages`; -1 for none. */
    readonly from: Int32Array;
    readonly to: Int32Array;
    readonly at: Float64Array;
    readonly reason: readonly (string | null)[];
    readonly byScore: Int32Array;
    readonly opening: Int32Array;
  };
  readonly deals: { readonly rows: readonly HistoryDeal[]; readonly lead: Int32Array };
  readonly touches: { readonly lead: Int32Array; readonly at: Float64Array };
  readonly touchpoints: {
    readonly lead: Int32Array;
    readonly at: Float64Array;
    readonly campaign: Int32Array;
    /** Places in `contents`. */
    readonly content: Int32Array;
  };
  /** Content that touchpoints name, in the order in which it was read; the label is its id. */
  readonly contents: readonly { readonly id: string; readonly label: string }[];
};

export type HistoryBuilder = {
  readonly lead: (row: HistoryLead) => void;
  /** Changes at the same moment count in the order in which they are given. */
  readonly change: (row: HistoryChange) => void;
  readonly deal: (row: HistoryDeal) => void;
  readonly touch: (row: HistoryTouch) => void;
  readonly touchpoint: (row: HistoryTouchpoint) => void;
  /** The history of the rows given; yields between the tables. */
  readonly build: () => Generator<void, History>;
};

export type HistoryRows = Partial<HistoryLists> & {
  readonly leads: readonly HistoryLead[];
  readonly changes?: readonly HistoryChange[];
  readonly deals?: readonly HistoryDeal[];
  readonly touches?: readonly HistoryTouch[];
  readonly touchpoints?: readonly HistoryTouchpoint[];
};
