// One number of one line of a week: typed, saved on leaving, taken away when emptied.
import { useState } from 'react';
import type { WeekLine } from '../../../shared/campaign-week.ts';
import type { PlainDate } from '../../../shared/dates.ts';
import { useCommand } from '../../api/use-command.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { useFormat } from '../../ui/format.tsx';
import { parseAmount, parseNumber } from '../../ui/parse.ts';
import styles from './sheet.module.css';

type Props = {
  /** First day of the week. */
  readonly from: PlainDate;
  readonly line: WeekLine;
  readonly what: 'spend' | 'strangers' | 'visitors';
};
const names = { spend: 'Spend', strangers: 'Strangers', visitors: 'Visitors' } as const;

export function WeekCell({ from, line, what }: Props) {
  const format = useFormat();
  const enter = useCommand('weeks.enter');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const value = line[what];
  const write = (number: number | null) =>
    number === null ? '' : what === 'spend' ? format.money(number) : format.whole(number);

  async function save() {
    if (typed === null) return;
    const text = typed.trim();
    const read = what === 'spend' ? parseAmount(text, format.currency) : parseNumber(text);
    if (text !== '' && (read === null || read < 0)) return setProblem('Enter a number.');
    const next = text === '' ? null : Math.round(read ?? 0);
    setProblem(null);
    if (next === value) return setTyped(null);
    const { channelId, campaignId } = line;
    const result = await enter.run({ date: from, channelId, campaignId, what, value: next }, { quiet: true });
    if (!result.ok) return setProblem(result.error.message);
    setTyped(null);
    announce('Saved');
  }

  return (
    <>
      <input
        aria-invalid={problem === null ? undefined : true}
        aria-label={`${names[what]}, ${line.label}`}
        autoComplete="off"
        className={styles.cell}
        data-column={what}
        inputMode="decimal"
        onBlur={save}
        onChange={event => setTyped(event.target.value)}
        onFocus={event => event.currentTarget.select()}
        onKeyDown={event => {
          if (event.key !== 'Escape' || typed === null) return;
          event.stopPropagation();
          setTyped(null);
          setProblem(null);
        }}
        placeholder="–"
        spellCheck={false}
        value={typed ?? write(value)}
      />
      {problem && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
