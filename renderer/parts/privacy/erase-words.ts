// What erasing takes away, in plain sentences.
import type { ErasurePreview } from '../../../shared/contract/privacy.ts';

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** "Ann Lee with 3 activities and 1 deal." and what else goes. */
export function goesWords({ leads, counts, workspaceTexts }: ErasurePreview): string[] {
  const who = leads.length === 1 ? (leads[0]?.name ?? '') : `${leads.length} people`;
  const rows = [
    ...counted(counts.activity, 'activity', 'activities'),
    ...counted(counts.deal, 'deal', 'deals'),
    ...counted(counts.stage_change, 'stage change', 'stage changes'),
    ...counted(counts.receipt, 'receipt', 'receipts'),
    ...counted(counts.score_adjustment, 'score adjustment', 'score adjustments'),
    ...counted(counts.lead_touch, 'planned e-mail', 'planned e-mails'),
    ...counted(counts.lead_file, 'file', 'files'),
    ...counted(counts.later_step, 'further next step', 'further next steps'),
  ];
  return [
    rows.length === 0 ? `${who}.` : `${who} with ${joined(rows)}.`,
    ...(counts.change === 0
      ? []
      : [`${counts.change === 1 ? '1 entry' : `${counts.change} entries`} of the undo history.`]),
    ...(workspaceTexts === 0
      ? []
      : [
          `The name in ${workspaceTexts === 1 ? '1 place' : `${workspaceTexts} places`} in minutes, decisions, file names and views.`,
        ]),
  ];
}

/** What is said at the end; `wiped`: what was deleted was overwritten, too. */
export const erasedWords = (name: string, wiped: boolean): string =>
  `${name} was erased. This cannot be undone.${wiped ? '' : ' What was deleted still has to be overwritten in the file; Ripen does that when you open this workspace next.'}`;

/** What is being done, by the phase the main side tells. */
export const phaseLabel = (phase: string | undefined): string =>
  phase === 'backups'
    ? 'Erasing from backups'
    : phase === 'wiping'
      ? 'Erased. Overwriting what was deleted; if you stop or close Ripen, the next start goes on with it'
      : 'Erasing';
