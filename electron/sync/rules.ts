// What SQLite's schema cannot say of sharing: which columns have one clock, which rows are one, what is final, what stays at home.

export type Rule = {
  /** Columns that are written together, and have one clock. */
  readonly groups?: readonly (readonly string[])[];
  /** JSON that is merged part by part where two people changed it apart. Scoring is not: half of each would be nobody's rules. */
  readonly json?: readonly string[];
  /** Rows with the same values here are one row; the smallest id stands. */
  readonly key?: readonly string[];
  /** A number that may be there once: the later row moves up. */
  readonly renumber?: string;
  /** Once `by` is set, the row is closed: the first closing stands, and `columns` are as they were seen by the packet that closed it. */
  readonly closing?: { readonly by: string; readonly columns: readonly string[] };
  /** The same for rows of a closed row: the reference to it, and what is closed of them. */
  readonly closedWith?: { readonly reference: string; readonly columns: readonly string[] };
  /** Of the rows of one parent at least one stays, the earliest by `at`, as long as the parent does. */
  readonly keepsOne?: string;
  /** Computed after merging, from other rows: does not travel. */
  readonly derived?: readonly string[];
  /** Means something in this file alone. */
  readonly home?: { readonly columns?: readonly string[]; readonly ids?: readonly string[] };
};

const dates = ['starts_on', 'ends_on'];

/** Every shared table. One that is neither here nor in `homeTables` is refused when the schema is read. */
export const rules: Readonly<Record<string, Rule>> = {
  setting: {
    json: ['value'],
    home: {
      // Who is at this computer, how it looks, and what only this file has: its passphrase, its undo.
      ids: [
        'actingAs',
        'appearance',
        'paperSize',
        'passphrase',
        'roundRobinLast',
        'sample',
        'stepsHidden',
        'undoHistory',
      ],
    },
  },
  member: {},
  channel: {},
  campaign: { groups: [dates] },
  spend: { groups: [dates] },
  reach: {},
  lead: {
    groups: [
      ['need', 'need_note'],
      ['authority', 'authority_note'],
      ['timeline', 'timeline_note'],
      ['consent', 'consent_on', 'consent_source', 'consent_wording'],
      ['next_step', 'next_step_on', 'next_step_time', 'next_step_repeats'],
      // The stage itself follows from the stage changes; it travels to say of which one the other two were meant.
      ['stage', 'nurture_until', 'position'],
    ],
    derived: ['stage_since'],
    home: { columns: ['seq'] },
  },
  activity_type: {},
  activity: {},
  score_adjustment: {},
  stage_change: { groups: [['to_stage', 'cause', 'reason']], keepsOne: 'lead_id', derived: ['from_stage'] },
  receipt: {},
  deal: { groups: [['status', 'closed_at', 'reason']] },
  criteria: {
    groups: [['published_at', 'reason']],
    renumber: 'number',
    closing: { by: 'published_at', columns: ['body', 'number'] },
  },
  review: {
    groups: [['figures', 'minutes', 'closed_at']],
    json: ['attendees'],
    key: ['week_start'],
    closing: { by: 'closed_at', columns: ['attendees', 'notes'] },
  },
  decision: {
    groups: [['verdict', 'outcome', 'answered_in']],
    closedWith: { reference: 'review_id', columns: ['text', 'criteria_id', 'expected', 'comes_back'] },
  },
  action_item: {},
  sla: { key: ['review_id'] },
  import_batch: {},
  tag: {},
  lead_tag: { key: ['lead_id', 'tag_id'] },
  custom_field: { groups: [['kind', 'choices']], json: ['choices'] },
  custom_value: { key: ['lead_id', 'field_id'] },
  saved_view: { json: ['body'] },
  nurture_plan: {
    groups: [['start_download', 'start_content', 'start_campaign_id', 'start_reasons']],
    json: ['start_reasons'],
  },
  nurture_touch: {},
  lead_plan: {
    groups: [
      ['ended_at', 'ended_because'],
      ['started_by', 'started_for'],
    ],
  },
  lead_touch: { groups: [['outcome', 'closed_at', 'activity_id']] },
  not_duplicate: { key: ['lead_id', 'other_id'] },
  erasure: { home: { columns: ['rewritten'] } },
  suppression: {},
  later_step: { groups: [['what', 'due_on', 'due_time', 'repeats']] },
  lead_alias: {},
  lead_file: { groups: [['content_id', 'path']] },
};

/** The undo journal, what is exchanged itself, and bytes of files, which travel by their hash. */
export const homeTables: ReadonlySet<string> = new Set([
  'step',
  'change',
  'file_chunk',
  'sharing',
  'packet',
  'packet_change',
  'shared_row',
  'conflict',
]);

/** Triggers of the schema, each with the rule after which no merged row sets it off. */
export const triggerRules: Readonly<Record<string, string>> = {
  do_not_contact_holds: 'derive.ts: “do not contact” sets consent to no',
  criteria_published_is_final: 'closing of criteria',
  closed_review_is_final: 'closing of review',
  closed_decision_is_final: 'closedWith of decision',
};
