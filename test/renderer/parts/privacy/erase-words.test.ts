// What erasing takes away is said in plain sentences.
import { describe, expect, it } from 'vitest';
import { goesWords } from '../../../../renderer/parts/privacy/erase-words.ts';
import type { ErasurePreview } from '../../../../shared/contract/privacy.ts';

const none = {
  lead: 1,
  activity: 0,
  stage_change: 0,
  receipt: 0,
  score_adjustment: 0,
  deal: 0,
  lead_touch: 0,
  later_step: 0,
  lead_file: 0,
  custom_value: 0,
  lead_tag: 0,
  change: 0,
};
const preview = (counts: Partial<typeof none>, more: Partial<ErasurePreview> = {}): ErasurePreview => ({
  leads: [{ id: 'a', name: 'Ann Lee' }],
  counts: { ...none, ...counts },
  workspaceTexts: 0,
  others: [],
  otherCount: 0,
  alike: [],
  ...more,
});

describe('what goes', () => {
  it.each([
    ['nobody but the lead', preview({}), ['Ann Lee.']],
    ['one of a kind', preview({ activity: 1 }), ['Ann Lee with 1 activity.']],
    [
      'several kinds',
      preview({ activity: 3, deal: 1, stage_change: 2 }),
      ['Ann Lee with 3 activities, 1 deal and 2 stage changes.'],
    ],
    ['the journal', preview({ change: 1 }), ['Ann Lee.', '1 entry of the undo history.']],
    [
      'the minutes',
      preview({}, { workspaceTexts: 2 }),
      ['Ann Lee.', 'The name in 2 places in minutes, decisions, file names and views.'],
    ],
    [
      'several people',
      preview(
        { deal: 2 },
        {
          leads: [
            { id: 'a', name: 'Ann Lee' },
            { id: 'b', name: 'Bo' },
          ],
        },
      ),
      ['2 people with 2 deals.'],
    ],
  ])('is told of %s', (_, given, sentences) => {
    expect(goesWords(given)).toEqual(sentences);
  });
});
