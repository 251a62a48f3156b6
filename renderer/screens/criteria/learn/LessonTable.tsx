// Table of suggested points.
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Points } from '../../../ui/score/Points.tsx';
import { percentWords } from '../share-words.ts';
import type { LessonPeople, LessonRow } from './Lessons.tsx';
import styles from './learn.module.css';
import { TwoShares } from './TwoShares.tsx';

type Props = {
  readonly label: string;
  readonly lessons: readonly LessonRow[];
  readonly onPeople: (asked: LessonPeople) => void;
};

export function LessonTable({ label, lessons, onPeople }: Props) {
  const most = Math.max(0.1, ...lessons.map(lesson => Math.max(highOf(lesson.with), highOf(lesson.without))));
  return (
    <div className={styles.scroll}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Activity or field</th>
            <th className={styles.end} scope="col">
              With
            </th>
            <th className={styles.end} scope="col">
              Without
            </th>
            <th scope="col">
              <Help meaning="The share that became customers: with (filled point) and without (hollow point), each with its 95 % interval.">
                Became customers
              </Help>
            </th>
            <th className={styles.end} scope="col">
              Points now
            </th>
            <th className={styles.end} scope="col">
              <Help meaning="Points suggested by your history. The fewer leads there are, the closer they stay to your current points.">
                Suggested
              </Help>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lessons.map(lesson => (
            <Row key={lesson.key} lesson={lesson} most={most} onPeople={onPeople} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const highOf = ({ interval }: LessonRow['with']): number => interval?.high ?? 0;

const saysWords: Readonly<Record<LessonRow['says'], string>> = {
  'more-customers': 'Buys more often',
  'fewer-customers': 'Buys less often',
  'cannot-tell': 'Cannot tell yet',
};

/** Said where the points claim more than the past shows. */
const noSign = 'History does not support these points';

type RowProps = { readonly lesson: LessonRow; readonly most: number; readonly onPeople: Props['onPeople'] };

function Row({ lesson, most, onPeople }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.what}>{lesson.words}</span>
        <span className={styles.says}>
          {lesson.says === 'cannot-tell' && lesson.suggested !== null ? noSign : saysWords[lesson.says]}
          {lesson.trait.kind === 'activity' && lesson.times >= 1.5 && `, ${lesson.times.toFixed(1)} times each`}
        </span>
        {lesson.caution && (
          <span className={styles.caution}>
            <Icon name="warning" size={14} /> {lesson.caution}
          </span>
        )}
      </th>
      <Group group="with" lesson={lesson} onPeople={onPeople} />
      <Group group="without" lesson={lesson} onPeople={onPeople} />
      <td>
        <TwoShares having={lesson.with} lacking={lesson.without} most={most} />
      </td>
      <td className={styles.end}>
        <Points sign value={lesson.present} />
      </td>
      <td className={styles.suggested}>{lesson.suggested !== null && <Points sign value={lesson.suggested} />}</td>
      <td className={styles.deed}>
        <Deed lesson={lesson} />
      </td>
    </tr>
  );
}

type GroupProps = Pick<RowProps, 'lesson' | 'onPeople'> & { readonly group: LessonPeople['group'] };

/** "18 of 20, 90 %": each number opens its people. */
function Group({ lesson, group, onPeople }: GroupProps) {
  const format = useFormat();
  const share = lesson[group];
  const number = (count: number, customersOnly: boolean) =>
    count === 0 ? (
      '0'
    ) : (
      <button
        aria-label={`Show ${format.whole(count)} ${customersOnly ? 'customers' : 'people'} ${group}: ${lesson.words}`}
        className={styles.number}
        onClick={() => onPeople({ lesson, group, customersOnly })}
        type="button"
      >
        {format.whole(count)}
      </button>
    );
  return (
    <td className={styles.end}>
      <span className={styles.percent}>{percentWords(format, share)}</span>
      <span className={styles.n}>
        {number(share.hits, true)} of {number(share.n, false)}
      </span>
    </td>
  );
}

/** Take the suggestion, or put back what was taken. */
function Deed({ lesson: { key, words, present, suggested, drafted } }: { readonly lesson: LessonRow }) {
  const { run, busy } = useCommand('lessons.take');
  if (drafted !== present) {
    return (
      <span className={styles.taken}>
        <span>
          <Icon name="check" size={14} /> <Points sign value={drafted} /> in the draft
        </span>
        <Button
          aria-label={`Revert the points for ${words}`}
          disabled={busy}
          look="plain"
          onClick={() =>
            run({ key, present, points: present, back: true }, { done: `${words} gives ${present} points again.` })
          }
          size="small"
        >
          Revert
        </Button>
      </span>
    );
  }
  if (suggested === null) return null;
  return (
    <Button
      aria-label={`Add ${suggested} points for ${words} to the draft`}
      disabled={busy}
      onClick={() =>
        run({ key, present, points: suggested }, { done: `${words} gives ${suggested} points in the draft.` })
      }
      size="small"
    >
      Add to draft
    </Button>
  );
}
