// Saves cell edits; each returns an error sentence or null.
import { type ReactNode, useMemo, useRef } from 'react';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import type { LeadAttributes, LeadField } from '../../../shared/lead.ts';
import { stageLabels, stages } from '../../../shared/stages.ts';
import { send } from '../../api/send.ts';
import { errorMessage } from '../../api/use-command.ts';
import { TagPicker } from '../../parts/lead/TagPicker.tsx';
import { whyNot } from '../../parts/moves/question.ts';
import { useMoves } from '../../parts/moves/use-moves.tsx';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';

export type Writers = {
  readonly attribute: (row: TableRow, field: LeadField, value: LeadAttributes[LeadField]) => Promise<string | null>;
  readonly customValues: (row: TableRow, fieldId: string, value: string | number | null) => Promise<string | null>;
  readonly nextStep: (
    row: TableRow,
    change: Partial<Pick<TableRow, 'nextStep' | 'nextStepOn'>>,
  ) => Promise<string | null>;
  /** What floats beside the cell while tags are chosen, or the stage. */
  readonly tags: (row: TableRow, done: () => void) => ReactNode;
  readonly stage: (row: TableRow, done: () => void) => ReactNode;
};

export function useWriters(): { readonly writers: Writers; readonly question: ReactNode } {
  const anchor = useRef<HTMLElement | null>(null);
  const moves = useMoves();
  const { start } = moves;
  const writers = useMemo<Writers>(
    () => ({
      attribute: async (row, field, value) =>
        errorMessage(await send('leads.update', { id: row.id, attributes: { [field]: value } })),
      customValues: async (row, fieldId, value) =>
        errorMessage(await send('customFields.set', { id: row.id, fieldId, value })),
      nextStep: async (row, change) => errorMessage(await send('leads.setNextStep', { id: row.id, ...change })),
      tags: row => <TagPicker leadId={row.id} tagIds={row.tagIds} />,
      stage: (row, done) => (
        <MenuItems
          close={() => {
            anchor.current = document.querySelector<HTMLElement>('[role=gridcell][data-here=true]');
            done();
          }}
          sections={[
            {
              items: stages.map(stage => ({
                id: stage,
                label: stageLabels[stage].label,
                glyph: <StageGlyph stage={stage} />,
                run: () => start({ leads: [row], to: stage, anchor }),
                unless: whyNot(row.stage, stage),
              })),
            },
          ]}
        />
      ),
    }),
    [start],
  );
  return { writers, question: moves.question };
}
