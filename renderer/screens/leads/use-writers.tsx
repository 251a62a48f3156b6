// Saves cell edits; each returns an error sentence or null.
import { type ReactNode, useMemo, useRef } from 'react';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import type { LeadFacts, LeadField } from '../../../shared/lead.ts';
import { stages, stageWords } from '../../../shared/stages.ts';
import { send } from '../../api/send.ts';
import { refusalOf } from '../../api/use-command.ts';
import { MenuItems } from '../../ui/floating/Menu.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { TagPicker } from '../lead/TagPicker.tsx';
import { whyNot } from '../moves/question.ts';
import { useMoves } from '../moves/use-moves.tsx';

export type Writers = {
  readonly fact: (row: TableRow, field: LeadField, value: LeadFacts[LeadField]) => Promise<string | null>;
  readonly own: (row: TableRow, fieldId: string, value: string | number | null) => Promise<string | null>;
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
      fact: async (row, field, value) =>
        refusalOf(await send('leads.update', { id: row.id, facts: { [field]: value } })),
      own: async (row, fieldId, value) => refusalOf(await send('ownFields.set', { id: row.id, fieldId, value })),
      nextStep: async (row, change) => refusalOf(await send('leads.setNextStep', { id: row.id, ...change })),
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
                label: stageWords[stage].label,
                glyph: <StageGlyph stage={stage} />,
                run: () => start({ people: [row], to: stage, anchor }),
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
