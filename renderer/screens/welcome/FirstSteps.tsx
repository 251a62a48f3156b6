// The first steps of a new workspace, on Today until they are done or put away: each leads to its place and ticks itself.
import type { FirstStep } from '../../../shared/workspace.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../app/actions.ts';
import { go } from '../../app/use-place.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './welcome.module.css';

type Words = {
  readonly title: string;
  readonly why: string;
  readonly verb: string;
  readonly open: () => void;
  /** What the owner says who finds what is there already right. */
  readonly right?: string;
};

const words: Readonly<Record<FirstStep, Words>> = {
  customer: {
    title: 'Say who your ideal customer is',
    why: 'Job titles, company sizes, industries and places you serve best: they make the fit.',
    verb: 'Answer the questions',
    open: () => go('criteria', 'start'),
    right: 'Leave as it is',
  },
  signs: {
    title: 'Say what shows interest',
    why: 'What do people do before they buy? Ripen comes with the usual signs; add your own.',
    verb: 'Activity types',
    open: () => go('settings', 'activities'),
    right: 'These will do',
  },
  points: {
    title: 'Give points',
    why: 'How much each sign weighs, and from which score somebody is ready for sales.',
    verb: 'Set the points',
    open: () => go('criteria', 'rules'),
    right: 'These will do',
  },
  people: {
    title: 'Bring in your people',
    why: 'A spreadsheet from anywhere, or one by one. Every import can be taken back.',
    verb: 'Import a file',
    open: () => act('import'),
  },
  campaign: {
    title: 'Name one campaign',
    why: 'A guide, a fair, an advertisement: then you see what brings in buyers.',
    verb: 'Campaigns',
    open: () => go('campaigns'),
  },
  meeting: {
    title: 'Hold the weekly meeting',
    why: 'Half an hour in which marketing and sales look at the same numbers and agree.',
    verb: 'Put it in a calendar',
    open: () => act('meeting-time'),
    right: 'It is in the calendar',
  },
};

/** Draws nothing when all are done, when the owner has put the list away, and in the sample. */
export function FirstSteps() {
  const found = useRead('firstSteps.get', {}).data;
  const { settings } = useWorkspace();
  const { run } = useCommand('settings.update');
  const { run: change } = useCommand('settings.change');
  if (!found || found.hidden || settings.sample || found.steps.every(step => step.done !== null)) return null;
  const tick = (step: FirstStep) => change({ what: 'first-step', step });
  const [done, open] = [found.steps.filter(step => step.done !== null), found.steps.filter(step => step.done === null)];
  return (
    <section aria-labelledby="first-steps" className={styles.steps}>
      <header>
        <h2 id="first-steps">First steps</h2>
        <span>
          {done.length} of {found.steps.length}
        </span>
        <Button
          look="plain"
          onClick={() =>
            run({ stepsHidden: true }, { done: 'The first steps are put away. Settings brings them back.' })
          }
          size="small"
        >
          Put away
        </Button>
      </header>
      <ol>
        {open.map(({ id }) => (
          <Step id={id} key={id} onRight={() => tick(id)} />
        ))}
      </ol>
      {done.length > 0 && (
        <ul aria-label="Done" className={styles.done}>
          {done.map(({ id }) => (
            <li key={id}>
              <Icon name="check" size={14} />
              {words[id].title}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type StepProps = { readonly id: FirstStep; readonly onRight: () => void };

function Step({ id, onRight }: StepProps) {
  const { title, why, verb, open, right } = words[id];
  return (
    <li className={styles.step}>
      <span className={styles.mark} />
      <div>
        <h3>{title}</h3>
        <p>{why}</p>
      </div>
      <span className={styles.buttons}>
        {right && (
          <Button look="plain" onClick={onRight} size="small">
            {right}
          </Button>
        )}
        <Button onClick={open} size="small">
          {verb}
        </Button>
      </span>
    </li>
  );
}
