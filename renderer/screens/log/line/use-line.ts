// One line of the log box: what is typed, what it says, what is asked before it is logged, and writing it down.
import { useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { longestLogLine, type ReadLine } from '../../../../shared/log-line.ts';
import { call } from '../../../api/call.ts';
import { leadButton } from '../../../api/lead-button.ts';
import { showToast } from '../../../api/toast-store.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useOnce } from '../../../api/use-once.ts';
import { useRead } from '../../../api/use-read.ts';
import { rememberType } from '../../../parts/leads/activity-types.ts';
import { useFormat } from '../../../ui/format.tsx';
import { dropDraft, keepDraft, type LineDraft } from '../drafts.ts';
import { saveLastLog } from '../last.ts';
import { type Answers, noAnswers } from './answers.ts';
import { doneText } from './done-text.ts';
import { emptyLine } from './PartPanel.tsx';
import { entryOf, type Meant, type PartId, type Shown, type ShownHome, saidNote, shownOf } from './shown.ts';

type Options = {
  readonly draft: LineDraft | null;
  readonly draftKey: string;
  readonly meant: Meant;
  readonly onClose: () => void;
  /** Opens the box again with what could not be logged. */
  readonly onAgain: () => void;
};

const idsOf = (meant: Meant, { who }: Answers): string[] => [
  ...new Set([
    ...meant.leads.map(({ id }) => id),
    ...Object.values(who).flatMap(answer => ('id' in answer ? [answer.id] : [])),
  ]),
];

export function useLine({ draft, draftKey, meant, onClose, onAgain }: Options) {
  const format = useFormat();
  const [text, setText] = useState(draft?.text ?? '');
  const [answers, setAnswers] = useState<Answers>(draft?.answers ?? noAnswers);
  const [open, setOpen] = useState<PartId | null>(null);
  /** Enter was pressed: when all is answered the line is logged. */
  const [isSending, setIsSending] = useState(false);
  /** Between Enter and what comes of it no key changes the line. */
  const isReading = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);
  const types = useRead('activityTypes.list', {}).data ?? [];
  const { run, busy } = useCommand('activities.logLine');
  const input = { line: text.slice(0, longestLogLine), leads: idsOf(meant, answers) };
  const { data, isPlaceholderData } = useRead('activities.parseLine', input, { keep: true });
  const read = data ?? emptyLine;
  const home: ShownHome = { types, currency: format.currency, meant, money: format.money };
  const shown = shownOf(read, answers, home);

  /** What the line says now, though it may have been typed a moment ago. */
  async function readNow(now: Answers): Promise<ReadLine | null> {
    const leads = idsOf(meant, now);
    if (data && !isPlaceholderData && String(leads) === String(input.leads)) return data;
    const result = await call('activities.parseLine', { ...input, leads });
    if (result.ok) return result.value;
    setProblem(result.error.message);
    return null;
  }

  const send = useOnce(async (now: Answers) => {
    setProblem(null);
    isReading.current = true;
    const fresh = await readNow(now).finally(() => {
      isReading.current = false;
    });
    if (!fresh) return;
    const all = shownOf(fresh, now, home);
    const [doubt] = all.doubts;
    setIsSending(doubt !== undefined);
    setOpen(doubt ?? null);
    if (!doubt) await write(all, now);
  });

  async function write(all: Shown, now: Answers) {
    const isKnown = all.people.every(({ id }) => id !== null) && !(all.type && 'newType' in all.type);
    const done = (value: Output<'activities.logLine'>) => (value.promoted > 0 ? null : doneText(all, value, format));
    const sending = run(entryOf(all), { done, quiet: true });
    dropDraft(draftKey);
    // The next key is meant for the screen behind; what is refused comes back as a draft.
    if (isKnown) onClose();
    const result = await sending;
    if (result.ok) {
      const label = all.type === null ? null : 'newType' in all.type ? all.type.newType.label : all.type.label;
      const typeId = result.value.typeId;
      if (typeId && label) {
        rememberType(typeId);
        const when = all.when ? [all.when.date, all.when.time].filter(Boolean).join(' ') : '';
        saveLastLog({
          typeId,
          label,
          when,
          note: all.note ?? '',
          touch: { campaignId: all.campaign, content: all.content ?? '' },
        });
      }
      if (!isKnown) onClose();
      return;
    }
    if (!isKnown) return setProblem(result.error.message);
    keepDraft('line', draftKey, { text, answers: now, meant }, text);
    showToast(`Not logged. ${result.error.message} Your text is kept.`, {
      tone: 'problem',
      action: { label: 'Open it again', run: onAgain },
      also: leadButton(result.error.lead),
    });
  }

  function answer(next: Answers) {
    setAnswers(next);
    setOpen(null);
    if (isSending) void send(next);
  }

  return {
    text,
    read,
    shown,
    types,
    answers,
    open,
    problem,
    busy,
    isReading,
    note: saidNote(read, answers, home),
    type: (typed: string) => {
      setText(typed);
      setProblem(null);
      setOpen(null);
      setIsSending(false);
    },
    clear: () => {
      setText('');
      setAnswers(noAnswers);
    },
    openPart: (at: PartId) => {
      setIsSending(false);
      setOpen(at);
    },
    closePart: () => {
      setIsSending(false);
      setOpen(null);
    },
    answer,
    send: () => void send(answers),
    /** Keeps what is typed when the line goes away without being logged. */
    keep: () => {
      if (text.trim() !== '') keepDraft('line', draftKey, { text, answers, meant }, text);
      else dropDraft(draftKey);
    },
  };
}
