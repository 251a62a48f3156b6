// One week's numbers, entered like a sheet: a line per channel and campaign, Enter goes down, Tab goes on.
import type { ClipboardEvent } from 'react';
import type { CampaignWeek, WeekLine } from '../../../shared/campaign-week.ts';
import { addDays, isPlainDate, type PlainDate, weekStart } from '../../../shared/dates.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { go } from '../../parts/navigation/use-route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Money, Unknown } from '../../ui/Money.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { moveInColumn } from '../../ui/sheet/sheet-keys.ts';
import { Term } from '../../ui/Term.tsx';
import styles from './campaigns.module.css';
import { RecentWeeks } from './RecentWeeks.tsx';
import sheet from './sheet.module.css';
import { WeekCell } from './WeekCell.tsx';

type Props = {
  /** Any day of the week; null: the last whole week, whose numbers are known by now. */
  readonly date: PlainDate | null;
  readonly onDate: (date: PlainDate) => void;
  /** A block of cells was pasted into the sheet. */
  readonly onPaste: (text: string) => void;
};

export function Week({ date, onDate, onPaste }: Props) {
  const { today, settings } = useWorkspace();
  const lastWhole = addDays(weekStart(today, settings.firstDayOfWeek), -7);
  const week = useRead('weeks.get', { date: date !== null && isPlainDate(date) ? date : lastWhole }, { keep: true });
  return (
    <QueryBoundary of={week}>
      {value => (
        <>
          <WeekHead onDate={onDate} week={value} />
          {value.lines.length === 0 ? <NoChannels /> : <Sheet onPaste={onPaste} week={value} />}
          <RecentWeeks onDate={onDate} week={value} />
        </>
      )}
    </QueryBoundary>
  );
}

function WeekHead({ week, onDate }: { readonly week: CampaignWeek; readonly onDate: (date: PlainDate) => void }) {
  const format = useFormat();
  const { today } = useWorkspace();
  return (
    <header className={styles.head}>
      <IconButton icon="left" label="Previous week" onClick={() => onDate(addDays(week.from, -7))} />
      <h2 aria-live="polite" className={styles.title}>
        {week.label}
        <span className={styles.aside}>
          {format.date(week.from)} to {format.date(addDays(week.to, -1))}
          {week.to > today && ', not over yet'}
        </span>
      </h2>
      <IconButton disabled={week.to > today} icon="right" label="Next week" onClick={() => onDate(week.to)} />
    </header>
  );
}

const NoChannels = () => (
  <EmptyState
    actions={<Button onClick={() => go('campaigns', 'lists')}>Add channel</Button>}
    glyph="visitor"
    title="No channels yet"
  >
    A channel is a way people find you, such as website, referral or trade show.
  </EmptyState>
);

type SheetProps = { readonly week: CampaignWeek; readonly onPaste: (text: string) => void };

function Sheet({ week, onPaste }: SheetProps) {
  const format = useFormat();
  const takeBlock = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text);
  };
  const sum = (of: (line: WeekLine) => number | null) => {
    const known = week.lines.map(of).filter(value => value !== null);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const count = (value: number | null) => (value === null ? <Unknown label="nothing recorded" /> : format.whole(value));
  return (
    <table className={sheet.sheet} onKeyDown={moveInColumn} onPaste={takeBlock}>
      <caption className="hidden-visually">Spend and reach of {week.label}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Term id="channel" />
          </th>
          <th scope="col">
            <Term id="spend" />
          </th>
          <th scope="col">
            <Term id="stranger">Strangers</Term>
          </th>
          <th scope="col">
            <Term id="visitor">Visitors</Term>
          </th>
          <th scope="col">Previous week</th>
        </tr>
      </thead>
      <tbody>
        {week.lines.map(line => (
          <tr data-campaign={line.campaignId !== null} key={`${week.from} ${line.channelId} ${line.campaignId}`}>
            <th scope="row">{line.label}</th>
            <td>
              <WeekCell from={week.from} line={line} what="spend" />
              {line.spread !== null && (
                <span className={sheet.spread}>
                  + <Money amount={line.spread} /> from longer periods
                </span>
              )}
            </td>
            <td>{line.campaignId === null && <WeekCell from={week.from} line={line} what="strangers" />}</td>
            <td>{line.campaignId === null && <WeekCell from={week.from} line={line} what="visitors" />}</td>
            <td className={sheet.before}>
              <Before line={line} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>
            <Money
              amount={sum(line =>
                line.spend === null && line.spread === null ? null : (line.spend ?? 0) + (line.spread ?? 0),
              )}
            />
          </td>
          <td>{count(sum(line => line.strangers))}</td>
          <td>{count(sum(line => line.visitors))}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Before({ line: { before } }: { readonly line: WeekLine }) {
  const format = useFormat();
  const parts = [
    before.spend === null ? null : format.money(before.spend),
    before.strangers ? `${format.whole(before.strangers)} strangers` : null,
    before.visitors ? `${format.whole(before.visitors)} visitors` : null,
  ].filter(part => part !== null);
  return parts.length === 0 ? <Unknown label="nothing recorded" /> : parts.join(', ');
}
